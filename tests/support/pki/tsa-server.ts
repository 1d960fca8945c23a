/** A time-stamp authority over HTTP (RFC 3161 §3.4) that lets `openssl ts` make the answers. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TrialPki } from './trial-pki.ts';

export interface TsaServer {
  readonly url: string;
  /** How the next answers go wrong: an old answer again, silence, a refusal of the server. */
  mode: 'right' | 'replay' | 'silent' | 'down';
  readonly asked: number;
  close(): Promise<void>;
}

export function opensslTimestamp(pki: TrialPki, query: Uint8Array): Buffer {
  writeFileSync(pki.file('query.tsq'), query);
  execFileSync('openssl', ['ts', '-reply', '-config', 'ca.cnf', '-queryfile', 'query.tsq', '-out', 'reply.tsr'], { cwd: pki.folder, stdio: 'pipe' });
  return readFileSync(pki.file('reply.tsr'));
}

export async function startTsa(pki: TrialPki): Promise<TsaServer> {
  let last: Buffer | undefined;
  const state = { mode: 'right' as TsaServer['mode'], asked: 0 };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      state.asked++;
      if (state.mode === 'silent') return;
      if (state.mode === 'down' || request.headers['content-type'] !== 'application/timestamp-query') {
        response.writeHead(state.mode === 'down' ? 503 : 415).end();
        return;
      }
      const answer = state.mode === 'replay' && last ? last : opensslTimestamp(pki, Buffer.concat(parts));
      last = answer;
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`,
    get mode() { return state.mode; },
    set mode(mode) { state.mode = mode; },
    get asked() { return state.asked; },
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
}
