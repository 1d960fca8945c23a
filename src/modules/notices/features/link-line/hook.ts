// What LINE tells us: people who send their code, and people who leave.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { sql, type Tx } from '../../../../platform/db/database.ts';
import type { AuditEntry } from '../../../../platform/audit/audit.ts';
import { defineHook, type HookInput } from '../../../../platform/http/hook.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { sendLineAttempts, sendLineName } from '../../channels/line.ts';
import { readLineCode } from '../../line-code.ts';
import { messages } from '../../messages.ts';
import { addMessages, linkLine, takeEvent, unlinkUser, useCode } from '../../store/line.ts';

/** Of an event only what is used here; LINE adds kinds and fields as it likes. */
const eventSchema = z.object({
  type: z.string(),
  webhookEventId: z.string().min(1).max(80),
  source: z.object({ type: z.string(), userId: z.string().regex(/^U[0-9a-f]{32}$/).optional() }).optional(),
  message: z.object({ type: z.string(), text: z.string().optional() }).optional(),
});
const bodySchema = z.object({ events: z.array(z.unknown()) });

/** The signature is over the bytes as they came, Base64 of HMAC-SHA256 under the channel's secret. */
function isSigned({ body, headers }: HookInput, secret: string): boolean {
  const given = Buffer.from(String(headers['x-line-signature'] ?? ''), 'base64');
  const right = createHmac('sha256', secret).update(body).digest();
  return given.length === right.length && timingSafeEqual(given, right);
}

const person = (id: number) => ({ type: 'organisation.person', id });

/** A person sent a message: where it holds an open code, that person's account is linked to this LINE. */
async function link(tx: Tx, userId: string, text: string, origin: string): Promise<AuditEntry[]> {
  const code = readLineCode(text);
  const personId = code === undefined ? undefined : await useCode(tx, code);
  if (personId === undefined) return [];
  const before = await linkLine(tx, personId, userId);
  const welcome = messages.words('lineWelcome', { href: `${origin}/account/notifications` });
  const ids = await addMessages(tx, [{ personId, userId, body: `${welcome.th}\n\n${welcome.en}` }]);
  await sql`select platform.enqueue(${sendLineName}, jsonb_build_object('messageId', m.id), clock_timestamp(), ${sendLineAttempts}::int, null, null) from unnest(${ids}::uuid[]) as m(id)`.execute(tx.db);
  return [
    ...(before === undefined ? [] : [{ action: 'notices.line-unlinked', subject: person(before), detail: { by: 'linked elsewhere' } }]),
    { action: 'notices.line-linked', subject: person(personId) },
  ];
}

async function take(tx: Tx, given: unknown, origin: string): Promise<AuditEntry[]> {
  const parsed = eventSchema.safeParse(given);
  const userId = parsed.data?.source?.type === 'user' ? parsed.data.source.userId : undefined;
  if (!parsed.success || userId === undefined) return [];
  const { type, message, webhookEventId } = parsed.data;
  if (type !== 'unfollow' && !(type === 'message' && message?.type === 'text')) return [];
  if (!(await takeEvent(tx, webhookEventId))) return [];
  if (type === 'message') return link(tx, userId, message?.text ?? '', origin);
  const left = await unlinkUser(tx, userId);
  return left === undefined ? [] : [{ action: 'notices.line-unlinked', subject: person(left), detail: { by: 'unfollow' } }];
}

export const lineHook = defineHook({
  path: '/line/webhook',
  permission: { public: 'LINE calls it; every body is checked against its signature under the channel secret' },
  actor: 'notices.line-webhook',
  maxBytes: 1024 * 1024,
  verify(input) {
    const { line } = input.services.config;
    if (!line) return fail('LINE_NOT_SET_UP', messages.words('lineUnavailable'), { status: 404 });
    return isSigned(input, line.secret) ? ok(undefined) : fail('SIGNATURE_WRONG', { th: 'ลายมือชื่อไม่ถูกต้อง', en: 'The signature is wrong' });
  },
  async run(tx, { body, services }) {
    let events: readonly unknown[];
    try {
      events = bodySchema.parse(JSON.parse(body.toString('utf8'))).events;
    } catch {
      return fail('BODY_UNREADABLE', { th: 'อ่านข้อมูลไม่ได้', en: 'The body cannot be read' }, { status: 400 });
    }
    const audit: AuditEntry[] = [];
    for (const event of events) audit.push(...(await take(tx, event, services.config.origin)));
    return ok({ audit });
  },
});
