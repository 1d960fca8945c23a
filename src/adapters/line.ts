/** A message of text as it goes to one user of LINE. */
export interface LinePush {
  /** Our own UUID: LINE takes a message of one key once, however often it is sent within a day of the first. */
  readonly retryKey: string;
  /** `U` and 32 hexadecimal digits. */
  readonly to: string;
  readonly text: string;
}

/** LINE will never take this as it is (wrong token, unknown user, refused content): trying again cannot help. */
export class LineRefusedError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'LineRefusedError';
    this.status = status;
  }
}

export interface LineSender {
  /** Hands a message over; resolves with LINE's id of the request that it accepted, now or at an earlier attempt. */
  push(message: LinePush): Promise<string | undefined>;
}

const timeoutMs = 15_000;

async function reasonOf(response: Response): Promise<string> {
  const text = (await response.text().catch(() => '')).slice(0, 2_000);
  try {
    const { message, details } = JSON.parse(text) as { message?: string; details?: readonly { message?: string; property?: string }[] };
    return [message, ...(details ?? []).map((one) => `${one.property ?? ''} ${one.message ?? ''}`.trim())].filter(Boolean).join('; ');
  } catch {
    return text.slice(0, 200);
  }
}

/**
 * The Messaging API of LINE. A message carries its retry key from the first attempt on, so that one whose answer was
 * lost is not sent twice: LINE answers 409 for a key that it has accepted, which counts as sent. 429 (too many
 * requests, or the month's messages used up) and 5xx are worth another attempt; any other 4xx is not.
 * @param api `https://api.line.me`
 */
export function createLineSender(api: string, token: string): LineSender {
  return {
    async push({ retryKey, to, text }) {
      const response = await fetch(`${api}/v2/bot/message/push`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-line-retry-key': retryKey },
        body: JSON.stringify({ to, messages: [{ type: 'text', text }] }),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.ok || response.status === 409) {
        await response.body?.cancel();
        return response.headers.get('x-line-accepted-request-id') ?? response.headers.get('x-line-request-id') ?? undefined;
      }
      const said = `LINE answered ${response.status}: ${await reasonOf(response)}`;
      if (response.status >= 400 && response.status < 500 && response.status !== 429) throw new LineRefusedError(response.status, said);
      throw new Error(said);
    },
  };
}
