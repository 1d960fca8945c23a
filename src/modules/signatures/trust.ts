/** Whom the house trusts: certificates and lists of revoked ones as files in `trust/` of the data folder. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { certificatesFrom } from '../../paper/index.ts';
import type { TrustOptions } from '../../paper/index.ts';
import type { Services } from '../../platform/services.ts';

/** Where the demo lays its trial authority: beside `trust/`, never in it. */
export const demoAuthorityFolder = (dataFolder: string): string => path.join(dataFolder, 'demo-authority');

/** PEM or DER. */
function listFrom(bytes: Buffer): Buffer {
  const block = /-----BEGIN X509 CRL-----([\s\S]+?)-----END X509 CRL-----/.exec(bytes.toString('latin1'));
  return block ? Buffer.from(block[1]!, 'base64') : bytes;
}

/**
 * Roots (`*.crt`, `*.pem`, `*.cer`), certificates between (`intermediate/` with the same endings) and lists (`*.crl`).
 * A file that cannot be read is left out and told to the log: one bad file must not stop all checks. While the house runs
 * as a demo (`KROM_DEMO`), the trial authority of the demo counts as well; without it, never.
 */
export function houseTrust(services: Pick<Services, 'config' | 'log'>): TrustOptions {
  const { dataFolder, demo } = services.config;
  const folder = path.join(dataFolder, 'trust');
  const trial = demoAuthorityFolder(dataFolder);
  const read = <T>(from: string, endings: RegExp, parse: (bytes: Buffer) => T[]): T[] =>
    filesOf(from).filter((name) => endings.test(name)).flatMap((name) => {
      try {
        return parse(readFileSync(path.join(from, name)));
      } catch (error) {
        services.log.error({ error, name }, 'a file of trusted certificates cannot be read');
        return [];
      }
    });
  const certificate = /\.(?:crt|pem|cer)$/i;
  return {
    trust: [...read(folder, certificate, certificatesFrom), ...(demo ? read(trial, /^root\.crt$/, certificatesFrom) : [])],
    intermediates: read(path.join(folder, 'intermediate'), certificate, certificatesFrom),
    crls: [...read(folder, /\.crl$/i, (bytes) => [listFrom(bytes)]), ...(demo ? read(trial, /\.crl$/i, (bytes) => [listFrom(bytes)]) : [])],
  };
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
