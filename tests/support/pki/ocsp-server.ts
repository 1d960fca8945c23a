/** An OCSP responder over HTTP that lets `openssl ocsp` make the answers from the authority's own index. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TrialPki } from './trial-pki.ts';

export interface OcspServer {
  readonly url: string;
  /** `forged`: signed by somebody whom the authority never appointed; `replay`: the answer to an earlier question. */
  mode: 'right' | 'forged' | 'replay' | 'silent';
  readonly asked: number;
  close(): Promise<void>;
}

export async function startOcsp(pki: TrialPki): Promise<OcspServer> {
  const state = { mode: 'right' as OcspServer['mode'], asked: 0 };
  let last: Buffer | undefined;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      state.asked++;
      if (state.mode === 'silent') return;
      const signer = state.mode === 'forged' ? 'tsa' : 'ocsp';
      if (state.mode !== 'replay' || !last) {
        writeFileSync(pki.file('ocsp.req'), Buffer.concat(parts));
        execFileSync('openssl', ['ocsp', '-index', 'index.txt', '-CA', 'sub.crt', '-rsigner', `${signer}.crt`, '-rkey', `${signer}.key`, '-reqin', 'ocsp.req', '-respout', 'ocsp.resp', '-nmin', '60'], { cwd: pki.folder, stdio: 'pipe' });
        last = readFileSync(pki.file('ocsp.resp'));
      }
      response.writeHead(200, { 'content-type': 'application/ocsp-response' }).end(last);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    get mode() { return state.mode; },
    set mode(mode) { state.mode = mode; },
    get asked() { return state.asked; },
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
}
