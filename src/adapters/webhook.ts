import { lookup as resolveName } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** One call to a system of somebody else. */
export interface WebhookCall {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Hosts that may lie inside our own network, by name as in the address. */
  readonly innerHosts: readonly string[];
  /** Lets `http:` to such a host pass: for demo and tests. */
  readonly plainAllowed: boolean;
  readonly timeoutMs: number;
}

/** The address leads into our own network, or would go unsealed: it is not called, now or later. */
export class WebhookAddressRefusedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WebhookAddressRefusedError';
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
    if (wrong || !first) return callback(new WebhookAddressRefusedError(`${hostname} leads to ${wrong?.address ?? 'nowhere'}, which is not on the public internet`), [], 0);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

/**
 * Posts a body and resolves with the status of the answer, whatever it is; the answer's body is not kept and a
 * redirect is not followed. Throws where there was no answer in time, and `WebhookAddressRefusedError` for an address
 * that may not be called.
 */
export async function postWebhook({ url, headers, body, innerHosts, plainAllowed, timeoutMs }: WebhookCall): Promise<number> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const trusted = innerHosts.includes(host.toLowerCase());
  const plain = target.protocol === 'http:';
  if (target.protocol !== 'https:' && !(plain && trusted && plainAllowed)) throw new WebhookAddressRefusedError(`${target.protocol}// may not be called`);
  // A bare address is connected to without a look-up, so it is judged here.
  if (!trusted && isIP(host) && !isPublicAddress(host)) throw new WebhookAddressRefusedError(`${host} is not on the public internet`);
  return new Promise<number>((resolve, reject) => {
    const bytes = Buffer.from(body);
    const request = (plain ? httpRequest : httpsRequest)(target, {
      method: 'POST',
      // No connection is kept, so every call is looked up and judged anew.
      agent: false,
      headers: { ...headers, 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length, 'user-agent': 'Krom-Webhooks/1' },
      signal: AbortSignal.timeout(timeoutMs),
      ...(trusted ? {} : { lookup: guardedLookup }),
    });
    request.on('error', (error: Error) => reject(error.name === 'TimeoutError' || error.name === 'AbortError' ? new Error(`no answer within ${timeoutMs / 1000} seconds`, { cause: error }) : error));
    request.on('response', (response) => {
      resolve(response.statusCode ?? 0);
      response.on('error', () => {});
      response.resume();
    });
    request.end(bytes);
  });
}
