// Where webhooks may go, and how they end when the other side is slow, away, wrong or somewhere else.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createTls } from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeServer, startWebhookPeer, type WebhookPeer } from '../../tests/support/webhook-peer.ts';
import { AddressRefusedError, isPublicAddress } from './guarded-post.ts';
import { postWebhook, type WebhookCall } from './webhook.ts';

let peer: WebhookPeer;
beforeAll(async () => {
  peer = await startWebhookPeer();
});
afterAll(() => peer.close());
const call = (url: string, more: Partial<WebhookCall> = {}) => postWebhook({ url, headers: {}, body: '{}', innerHosts: ['127.0.0.1'], plainAllowed: true, timeoutMs: 2_000, ...more });

test.each(['8.8.8.8', '1.1.1.1', '203.0.112.9', '2404:6800:4003:c00::64', '2a00:1450::1'])('%s is on the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  '0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.9.9.9', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1', '192.0.0.8', '198.18.0.1', '224.0.0.1', '255.255.255.255',
  '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', 'fc00::1', 'fd12::1', 'fe80::1', 'ff02::1', '2001::1', '2001:db8::1', '2002:7f00:1::', 'no address',
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  ['a bare address of our own', 'https://127.0.0.1/'],
  ['the same as one number', 'https://2130706433/'],
  ['the same in octal and hexadecimal', 'https://0177.0.0.0x1/'],
  ['the metadata of a cloud', 'https://169.254.169.254/latest/meta-data/'],
  ['our own machine over IPv6', 'https://[::1]/'],
  ['IPv4 inside IPv6', 'https://[::ffff:10.0.0.1]/'],
  ['a name that leads to us', 'https://localhost/'],
])('%s is refused before anything is sent', async (_what, url) => {
  await expect(call(url, { innerHosts: [] })).rejects.toThrow(AddressRefusedError);
});

test('plain http is for hosts that are named, and where the house lets it', async () => {
  for (const more of [{ innerHosts: [] }, { plainAllowed: false }]) await expect(call(peer.url, more)).rejects.toThrow(AddressRefusedError);
  await expect(call('http://example.com/')).rejects.toThrow(AddressRefusedError);
  await expect(call('file:///etc/passwd')).rejects.toThrow(AddressRefusedError);
  expect(peer.taken).toHaveLength(0);
  expect(await call(peer.url)).toBe(200);
});

test('an answer is its status: a redirect is one too and leads nowhere', async () => {
  peer.answerNext(204, 500, 410, 302);
  expect([await call(peer.url), await call(peer.url), await call(peer.url), await call(peer.url)]).toEqual([204, 500, 410, 302]);
});

test('who does not answer in time, cuts the line or is not there is an error', async () => {
  peer.answerNext('silent', 'die');
  const started = Date.now();
  await expect(call(peer.url, { timeoutMs: 300 })).rejects.toThrow('no answer within 0.3 seconds');
  expect(Date.now() - started).toBeLessThan(2_000);
  await expect(call(peer.url)).rejects.toThrow(/socket hang up|ECONNRESET/);
  await expect(call('http://127.0.0.1:1/')).rejects.toThrow('ECONNREFUSED');
  await expect(call('https://nowhere.invalid/', { innerHosts: [] })).rejects.toThrow(/ENOTFOUND|EAI_AGAIN/);
});

test('a certificate that nobody vouches for is an error', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-tls-'));
  const file = (name: string) => path.join(folder, name);
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1', '-subj', '/CN=localhost', '-keyout', file('key'), '-out', file('cert')], { stdio: 'ignore' });
  let came = 0;
  const server = createTls({ key: readFileSync(file('key')), cert: readFileSync(file('cert')) }, (_request, response) => {
    came += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await expect(call(`https://127.0.0.1:${(server.address() as AddressInfo).port}/`)).rejects.toThrow(/self.signed/i);
  expect(came).toBe(0);
  await closeServer(server as never);
  rmSync(folder, { recursive: true, force: true });
});
