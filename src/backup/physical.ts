import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import pg from 'pg';
import type { ArchiveWriter } from './archive-writer.ts';
import { baseBackup } from './copy.ts';

/** Names of what a physical backup holds of the database. */
export const basePrefix = 'database/base.tar.zst';
export const serverManifestName = 'database/backup_manifest';

export interface BaseFacts {
  /** Where the write-ahead log stood when the backup became whole. */
  readonly endLsn: string;
  /** Bytes of the cluster as it lies on the disk. */
  readonly bytes: number;
}

/**
 * The whole cluster while it is in use, by the replication protocol: the server streams its files as a tar together with
 * the write-ahead log that makes them one moment, and a manifest with a hash of each file. No tool is needed.
 * @param url address of a role that may replicate (the owner of the embedded server)
 * @param tell bytes sent by the server so far
 */
export async function writeBase(writer: ArchiveWriter, url: string, tell: (bytes: number) => void): Promise<BaseFacts> {
  const client = new pg.Client({ connectionString: url, replication: 'true' } as pg.ClientConfig);
  client.on('error', () => {});
  await client.connect();
  const rows: string[][] = [];
  const serverManifest: Buffer[] = [];
  const base = new PassThrough({ highWaterMark: 1024 * 1024 });
  let into: 'base' | 'manifest' | undefined;
  try {
    const laid = writer.stream(basePrefix, base);
    laid.catch((error: unknown) => base.destroy(error as Error));
    const sent = baseBackup(
      client,
      `BASE_BACKUP (LABEL 'krom', PROGRESS true, WAL true, CHECKPOINT 'fast', MANIFEST 'yes', MANIFEST_CHECKSUMS 'SHA256')`,
      async (message) => {
        if (message.kind === 'archive') {
          if (message.name !== 'base.tar') throw new Error(`The cluster has a tablespace outside its folder (${message.name}), which a physical backup does not take`);
          into = 'base';
        } else if (message.kind === 'manifest') into = 'manifest';
        else if (message.kind === 'progress') tell(message.bytes);
        else if (into === 'manifest') serverManifest.push(message.bytes);
        else if (!base.write(message.bytes)) await Promise.race([once(base, 'drain'), laid]);
      },
      (fields) => rows.push([...fields]),
    );
    await sent.then(
      () => base.end(),
      (error: unknown) => base.destroy(error as Error),
    );
    const [, bytes] = await Promise.all([sent, laid]);
    await writer.part(serverManifestName, Buffer.concat(serverManifest));
    return { endLsn: rows.at(-1)?.[0] ?? '', bytes };
  } finally {
    base.destroy();
    await client.end().catch(() => {});
  }
}
