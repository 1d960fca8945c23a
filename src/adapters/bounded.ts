/** Answers of others, taken within bounds: no redirect is followed, and more bytes than agreed end the call. */

export interface BoundedAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

/** @throws what `fetch` throws: refused connections, silence beyond `timeoutMs`, redirects; and an Error for an answer beyond `maxBytes`. */
export async function askBounded(url: string, init: { method: string; headers: Record<string, string>; body?: string | Uint8Array<ArrayBuffer>; timeoutMs: number; maxBytes: number; signal?: AbortSignal }): Promise<BoundedAnswer> {
  const { timeoutMs, maxBytes, signal, ...rest } = init;
  const late = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, { ...rest, redirect: 'error', signal: signal ? AbortSignal.any([late, signal]) : late });
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) throw new Error(`an answer of more than ${maxBytes} bytes`);
    parts.push(part);
  }
  return { status: response.status, contentType: response.headers.get('content-type') ?? '', body: Buffer.concat(parts) };
}
