import { lookup as resolveName } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** One call to an address that somebody else named. */
export interface GuardedPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Hosts that may lie inside our own network, by name as in the address. */
  readonly innerHosts: readonly string[];
  /** Who may be spoken to without TLS: nobody, the named inner hosts, or everybody (what is asked and answered is public and signed). */
  readonly plain: 'nobody' | 'inner' | 'everybody';
  readonly timeoutMs: number;
  /** Of the answer; 0: it is not kept at all. */
  readonly maxBytes: number;
}

/** The address leads into our own network, or would go unsealed: it is not called, now or later. */
export class AddressRefusedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AddressRefusedError';
  }
}

/** Everything that is not the public internet: own machine, private and shared networks, link-local, multicast, documentation, tunnels. */
const inner = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) inner.addSubnet(net, bits, 'ipv4');
/** Of IPv6 only global unicast is outside, and of that not what carries IPv4 or documentation. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) inner.addSubnet(net, bits, 'ipv6');

/** Whether an IP address lies outside our own network. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inner.check(address, 'ipv4');
  return family === 6 && globalUnicast.check(address, 'ipv6') && !inner.check(address, 'ipv6');
}

/** Looks a name up and refuses it where any of its addresses is ours: what is checked is what is then connected to. */
const guardedLookup: LookupFunction = (hostname, options, callback) => {
  resolveName(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, [], 0);
    const wrong = addresses.find(({ address }) => !isPublicAddress(address));
    const [first] = addresses;
    if (wrong || !first) return callback(new AddressRefusedError(`${hostname} leads to ${wrong?.address ?? 'nowhere'}, which is not on the public internet`), [], 0);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

/**
 * Posts a body and resolves with the status of the answer, whatever it is; a redirect is one too and is not followed.
 * Throws where there was no answer in time or one beyond `maxBytes`, and `AddressRefusedError` for an address that may
 * not be called.
 */
export async function postGuarded({ url, headers, body, innerHosts, plain, timeoutMs, maxBytes }: GuardedPost): Promise<{ status: number; body: Buffer }> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const trusted = innerHosts.includes(host.toLowerCase());
  const unsealed = target.protocol === 'http:';
  if (target.protocol !== 'https:' && !(unsealed && (plain === 'everybody' || (plain === 'inner' && trusted)))) throw new AddressRefusedError(`${target.protocol}// may not be called`);
  // A bare address is connected to without a look-up, so it is judged here.
  if (!trusted && isIP(host) && !isPublicAddress(host)) throw new AddressRefusedError(`${host} is not on the public internet`);
  return new Promise((resolve, reject) => {
    const request = (unsealed ? httpRequest : httpsRequest)(target, {
      method: 'POST',
      // No connection is kept, so every call is looked up and judged anew.
      agent: false,
      headers: { ...headers, 'content-length': body.byteLength },
      signal: AbortSignal.timeout(timeoutMs),
      ...(trusted ? {} : { lookup: guardedLookup }),
    });
    const failed = (error: Error): void => reject(error.name === 'TimeoutError' || error.name === 'AbortError' ? new Error(`no answer within ${timeoutMs / 1000} seconds`, { cause: error }) : error);
    request.on('error', failed);
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      response.on('error', failed);
      if (maxBytes === 0) {
        resolve({ status, body: Buffer.alloc(0) });
        response.resume();
        return;
      }
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        size += part.length;
        if (size > maxBytes) response.destroy(new Error(`an answer of more than ${maxBytes} bytes`));
        else parts.push(part);
      });
      response.on('end', () => resolve({ status, body: Buffer.concat(parts) }));
    });
    request.end(body);
  });
}
