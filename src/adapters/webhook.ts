import { postGuarded } from './guarded-post.ts';

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

/**
 * Posts a body and resolves with the status of the answer, whatever it is; the answer's body is not kept and a
 * redirect is not followed. Throws where there was no answer in time, and `AddressRefusedError` for an address that
 * may not be called.
 */
export async function postWebhook({ body, headers, plainAllowed, ...call }: WebhookCall): Promise<number> {
  const sent = { ...headers, 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Krom-Webhooks/1' };
  return (await postGuarded({ ...call, headers: sent, body: Buffer.from(body), plain: plainAllowed ? 'inner' : 'nobody', maxBytes: 0 })).status;
}
