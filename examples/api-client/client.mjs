// A program that works for a person of the office: reads what waits, searches, opens minutes, gives a task.
//   KROM_URL=https://krom.example.go.th KROM_TOKEN=krom_… node client.mjs "ตัวชี้วัด"
// The token needs the scopes desk:read, meetings:read and assignments:write. Nothing but Node is needed.
import { randomUUID } from 'node:crypto';

/** What Krom refused, with its code and its words. */
export class KromError extends Error {
  constructor(status, error) {
    super(`${status} ${error.code}: ${error.message.en}`);
    Object.assign(this, { status, ...error });
  }
}

/** Speaks with one house for one token. `wait` is how long a pause lasts, for tests. */
export function connect(origin, token, wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000))) {
  /** One call. What may be tried again is tried again: a lost connection, 429 and 503. */
  async function call(method, path, { body, key } = {}) {
    for (let attempt = 1; ; attempt++) {
      const answer = await fetch(`${origin}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(key ? { 'idempotency-key': key } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }).catch((error) => ({ lost: error }));
      if (!answer.lost && ![429, 503].includes(answer.status)) {
        const json = await answer.json();
        if (!answer.ok) throw new KromError(answer.status, json.error);
        return { data: json.data, repeated: answer.headers.get('idempotency-replayed') === 'true' };
      }
      if (attempt === 5) throw answer.lost ?? new Error(`${path}: ${answer.status}`);
      await wait(Number(answer.headers?.get('retry-after') ?? attempt));
    }
  }

  return {
    get: async (path) => (await call('GET', `/api/v1${path}`)).data,
    /** A change. One key for one intention: give the same key to repeat it safely. */
    post: (path, body = {}, key = randomUUID()) => call('POST', `/api/v1${path}`, { body, key }),
    /** Every line of a list, page by page. */
    async *all(path) {
      for (let next = `/api/v1${path}`; next; ) {
        const page = (await call('GET', next)).data;
        yield* page.items;
        next = page.next;
      }
    },
  };
}

/** The morning round: returns what it found and did. */
export async function morning(krom, words, today) {
  const waiting = [];
  for await (const line of krom.all('/inbox')) waiting.push(`${line.dueOn ?? '          '}  ${line.subject}`);

  const found = await krom.get(`/search?q=${encodeURIComponent(words)}`);
  const meetings = await krom.get('/meetings');
  const withMinutes = meetings.items.find((meeting) => meeting.state === 'certified') ?? meetings.items[0];
  const minutes = await krom.get(`/meetings/${withMinutes.id}/minutes`);

  const { units } = await krom.get('/tasks/new');
  const task = { title: `อ่านรายงานการประชุม ครั้งที่ ${minutes.meeting.number}/${minutes.meeting.yearBe}`, owners: [units[0].id], dueOn: today };
  const key = randomUUID();
  const first = await krom.post('/tasks/new', task, key);
  // As if the answer had been lost on the way: the same key gives the same answer and makes no second task.
  const second = await krom.post('/tasks/new', task, key);
  const { pathname } = new URL(first.data.goTo, 'http://krom');
  return { waiting, found: found.total, minutes: minutes.version.content.header.titleLines, task: await krom.get(pathname.slice('/api/v1'.length)), repeated: second.repeated, sameTask: first.data.goTo === second.data.goTo };
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').at(-1))) {
  const krom = connect(process.env.KROM_URL ?? 'http://127.0.0.1:3000', process.env.KROM_TOKEN ?? '');
  const done = await morning(krom, process.argv[2] ?? 'ตัวชี้วัด', new Date().toISOString().slice(0, 10));
  console.log(done.waiting.join('\n'));
  console.log(`\n${done.found} found · ${done.minutes.join(' ')} · task ${done.task.task.id}: ${done.task.task.title}`);
}
