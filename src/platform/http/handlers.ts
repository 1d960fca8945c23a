import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { requireAccessLog, type OpenedRecord } from '../access/access-log.ts';
import type { AuditEntry } from '../audit/audit.ts';
import { emptyFormState, type FormState, type RawBody } from '../forms/form.ts';
import type { Failure } from '../result.ts';
import { FailureError } from '../result.ts';
import type { TransactionStats } from '../db/named-client.ts';
import { makeUi, cookieNames, type Flash } from './context.ts';
import type { ActionDefinition, AnyPage, ApiDefinition, DownloadDefinition } from './define.ts';
import { HttpError } from './errors.ts';
import { readFormKey } from './form-key.ts';
import { hashBody, once } from './idempotency.ts';
import type { Edge } from './edge.ts';
import { listOf, performAction, unsealed, type KeptAnswer } from './perform-action.ts';
import { rangeOf } from './ranges.ts';
import { renderPage } from './render-page.tsx';
import { seal, unseal } from './seal.ts';

export function parsePart<T>(schema: z.ZodType<T> | undefined, value: unknown, status: number): T {
  if (!schema) return value as T;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new HttpError(status);
  return parsed.data;
}

function raise(failure: Failure): never {
  throw new FailureError(failure);
}

/** Writes who opens what before it leaves the house; throws where a secret record cannot be shown without its line. */
export async function noteOpening(edge: Edge, request: FastifyRequest, opened: OpenedRecord | undefined): Promise<void> {
  if (!opened) return;
  const noted = await requireAccessLog(edge.services, request.krom.actor, opened, request.id);
  if (!noted.ok) raise(noted);
}

/** GET of a page. Also used to show a page again after a refused form. */
export async function showPage(edge: Edge, page: AnyPage, request: FastifyRequest, reply: FastifyReply, form: FormState = emptyFormState, status = 200): Promise<string> {
  const { services } = edge;
  const params = parsePart(page.params, request.params, 404);
  const query = parsePart(page.query, form === emptyFormState ? request.query : {}, 404);
  const stats: TransactionStats = edge.options.collectStatements ? { statements: 0, rows: 0, log: [] } : { statements: 0, rows: 0 };
  const started = performance.now();
  const { result, frame } = await services.database.read(
    request.krom.actor,
    async (tx) => ({
      result: await page.load(tx, { params, query, actor: request.krom.actor, requestId: request.id, cookies: request.cookies, services, form }),
      frame: page.layout === 'plain' || page.layout === 'public' ? undefined : await edge.readFrame(tx),
    }),
    stats,
  );
  if (!result.ok) raise(result);
  await noteOpening(edge, request, page.opens?.(result.value));
  reply.code(status).header('content-type', 'text/html; charset=utf-8');
  reply.header('server-timing', `sql;desc="${stats.statements} statements, ${stats.rows} rows"`);
  const ui = { ...makeUi(request, services, edge.secret, form), shownOnce: takeShownOnce(edge, request, reply) };
  const html = renderPage(edge, page, result.value, ui, frame, takeFlash(request, reply));
  edge.onPage?.({ page: page.path, stats, ms: performance.now() - started });
  return html;
}

/** POST of a form: parse, once per key, one transaction with its audit, then 303; refused input shows the page again with 422. */
export async function runAction(edge: Edge, action: ActionDefinition<never, never>, request: FastifyRequest, reply: FastifyReply): Promise<string | FastifyReply> {
  const body = (request.body ?? {}) as RawBody & { _key?: string };
  const key = readFormKey(edge.secret, request.krom.browser, String(body._key ?? ''));
  if (!key) {
    throw new HttpError(403, {
      th: 'แบบฟอร์มนี้เปิดไว้นานเกินไปหรือมาจากที่อื่น กรุณากลับไปหน้าก่อน เปิดใหม่ แล้วส่งอีกครั้ง',
      en: 'This form was open for too long or came from elsewhere. Go back, open it again and send once more.',
    });
  }
  const params = parsePart(action.params as z.ZodType<unknown> | undefined, request.params, 404);
  const page = (typeof action.page === 'function' ? action.page() : action.page) as AnyPage;
  const path = request.url.split('?')[0] as string;
  const again = (state: FormState, status: number) => showPage(edge, page, request, reply, { ...state, action: path }, status);

  const parsed = (action.form as ActionDefinition['form']).parse(body);
  // A file that was refused is told as that, not as a file that is missing.
  if (!parsed.ok) return again({ ...parsed.state, errors: { ...parsed.state.errors, ...request.uploadErrors } }, 422);
  if (request.uploadErrors) return again({ values: body, errors: request.uploadErrors }, 422);

  let outcome: KeptAnswer;
  try {
    outcome = (await performAction(edge, action, request, { key, path, params, body, values: parsed.values })).answer;
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { failure } = error;
    if (failure.status && ![409, 422].includes(failure.status)) throw error;
    return again({ values: body, errors: failure.fields ?? {}, message: failure.message }, failure.status ?? 422);
  }
  const { cookies, shownOnce } = unsealed(edge, outcome);
  for (const cookie of cookies ?? []) {
    if (cookie.maxAgeSeconds <= 0) reply.clearCookie(cookie.name, { path: '/' });
    else reply.setCookie(cookie.name, cookie.value, { ...edge.cookieOptions, httpOnly: cookie.httpOnly ?? true, maxAge: cookie.maxAgeSeconds });
  }
  if (outcome.flash) {
    const flash: Flash = { ...outcome.flash, ...(outcome.undo ? { undo: { action: outcome.undo.action, ...outcome.undo.label } } : {}) };
    reply.setCookie(cookieNames.flash, encodeURIComponent(JSON.stringify(flash)), { ...edge.cookieOptions, maxAge: 60 });
  }
  if (shownOnce !== undefined) reply.setCookie(cookieNames.once, seal(edge.secret, shownOnce), { ...edge.cookieOptions, maxAge: 300 });
  return reply.redirect(outcome.goTo, 303);
}

export async function sendDownload(edge: Edge, download: DownloadDefinition<never, never>, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { services } = edge;
  const load = download.load as unknown as DownloadDefinition['load'];
  const params = parsePart(download.params as z.ZodType<unknown> | undefined, request.params, 404);
  const query = parsePart(download.query as z.ZodType<unknown> | undefined, request.query, 404);
  const result = await services.database.read(request.krom.actor, (tx) => load(tx, { params, query, actor: request.krom.actor, requestId: request.id, cookies: request.cookies, services }));
  if (!result.ok) raise(result);
  await noteOpening(edge, request, result.value.opens);
  const { body, contentType, fileName, disposition, etag, ranges } = result.value;
  if (etag) {
    reply.header('etag', `"${etag}"`).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match'] === `"${etag}"`) return reply.code(304).send();
  }
  // A PDF shown by the browser's own viewer needs a policy of its own; nothing else is ever run from a download.
  reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox".replace('; sandbox', contentType === 'application/pdf' ? '' : '; sandbox'));
  reply.header('content-type', contentType);
  reply.header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(fileName)}`);
  if (ranges) {
    reply.header('accept-ranges', 'bytes');
    const stale = request.headers['if-range'] !== undefined && request.headers['if-range'] !== `"${etag ?? ''}"`;
    const range = stale ? undefined : rangeOf(request.headers.range, ranges.size);
    if (range === 'none') return reply.code(416).header('content-range', `bytes */${ranges.size}`).send();
    reply.header('content-length', range ? range.end - range.start + 1 : ranges.size);
    if (range) return reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${ranges.size}`).send(ranges.part(range));
  }
  return reply.send(typeof body === 'string' || !(body instanceof Uint8Array) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}

export async function answerApi(edge: Edge, api: ApiDefinition, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { services } = edge;
  const definition = api as unknown as { method: string; params?: z.ZodType; query?: z.ZodType; body?: z.ZodType; load?: (tx: unknown, input: unknown) => Promise<unknown>; run?: (tx: unknown, input: unknown) => Promise<unknown> };
  const params = parsePart(definition.params, request.params, 404);
  const query = parsePart(definition.query, request.query, 400);
  const input = { params, query, actor: request.krom.actor, requestId: request.id, cookies: request.cookies, services, body: parsePart(definition.body, request.body, 422) };
  if (definition.method === 'GET' || definition.method === 'ASK') {
    const result = (await services.database.read(request.krom.actor, (tx) => definition.load!(tx, input))) as { ok: boolean; value: unknown } & Failure;
    if (!result.ok) raise(result);
    const value = (result as unknown as { value: unknown }).value;
    if (typeof value === 'object' && value !== null && 'html' in value) {
      reply.header('content-type', 'text/html; charset=utf-8');
      return edge.renderFragment(request, (value as { html: never }).html);
    }
    return { data: value };
  }
  const key = String(request.headers['idempotency-key'] ?? '');
  if (!/^[\w.-]{8,80}$/.test(key)) {
    throw new HttpError(400, { th: 'ต้องส่งหัวเรื่อง Idempotency-Key ความยาว 8–80 ตัวอักษร', en: 'Send an Idempotency-Key header of 8 to 80 characters.' });
  }
  const { answer } = await once<{ value: unknown }>(services.database, request.krom.actor, {
    key: `api:${key}`, action: api.path, bodyHash: hashBody(request.url, (request.body ?? {}) as object), requestId: request.id, now: () => services.clock.now(),
  }, async (tx) => {
    const result = (await definition.run!(tx, input)) as { ok: true; value: { audit: AuditEntry | readonly AuditEntry[]; value: unknown } } | Failure;
    if (!result.ok) throw new FailureError(result);
    return { answer: { value: result.value.value ?? null }, audit: listOf(result.value.audit) };
  });
  return { data: answer.value };
}

function takeFlash(request: FastifyRequest, reply: FastifyReply): Flash | undefined {
  const { flash } = request.krom;
  if (flash) reply.clearCookie(cookieNames.flash, { path: '/' });
  return flash;
}

/** The text that the action before left for one view, such as a token that nobody can read again. */
function takeShownOnce(edge: Edge, request: FastifyRequest, reply: FastifyReply): string | undefined {
  const sealed = request.cookies[cookieNames.once];
  if (!sealed) return undefined;
  reply.clearCookie(cookieNames.once, { path: '/' });
  try {
    return unseal(edge.secret, sealed);
  } catch {
    return undefined;
  }
}
