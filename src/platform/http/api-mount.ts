import { isDeepStrictEqual } from 'node:util';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { RawBody } from '../forms/form.ts';
import { fail, FailureError, type Failure } from '../result.ts';
import { apiAddresses, apiSurface, type ApiCall } from './api-calls.ts';
import { bodyOfJson } from './api-body.ts';
import { guardCall, type TokenLimit } from './api-guard.ts';
import type { ActionDefinition } from './define.ts';
import type { Edge } from './edge.ts';
import { HttpError } from './errors.ts';
import { noteOpening, parsePart, sendDownload } from './handlers.ts';
import { performAction } from './perform-action.ts';
import { readUploads } from './uploads.ts';

type Call<K extends ApiCall['kind']> = Extract<ApiCall, { kind: K }>;

function raise(failure: Failure): never {
  throw new FailureError(failure);
}

const badQuery = { th: 'พารามิเตอร์หลังเครื่องหมาย ? ใช้ไม่ได้ ดูค่าที่รับได้ที่ /api', en: 'A parameter after the ? cannot be used; /api lists what is taken.' };

/** Mounts `/api/v1`: what the pages and forms of the modules do, for programs. */
export function mountApi(app: FastifyInstance, edge: Edge): void {
  const { calls } = apiSurface(edge.modules);
  const addresses = apiAddresses(calls);
  const limit = app.createRateLimit({ max: (request) => request.krom.actor.token?.perMinute ?? 0, timeWindow: '1 minute', keyGenerator: (request) => `token:${request.krom.actor.token?.id ?? 0}` }) as TokenLimit;
  const limited = (edge.options.rateLimit ?? 1) > 0;
  for (const call of calls) {
    app.route({
      method: call.method,
      url: call.path,
      config: { kromPermission: call.route.permission },
      preHandler: (request, reply) => guardCall(call, limited ? limit : undefined, request, reply),
      handler: (request, reply) => answer(edge, call, addresses, request, reply),
    });
  }
}

function answer(edge: Edge, call: ApiCall, addresses: ReturnType<typeof apiAddresses>, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  if (call.kind === 'read') return answerRead(edge, call, request);
  if (call.kind === 'file') return sendDownload(edge, call.route, request, reply);
  return answerWrite(edge, call, addresses, request, reply);
}

/** The page's own `load` in its read-only transaction, then exactly what the contract names. */
async function answerRead(edge: Edge, call: Call<'read'>, request: FastifyRequest): Promise<{ data: unknown }> {
  const { services } = edge;
  const { actor } = request.krom;
  const { route, contract } = call;
  const params = parsePart(route.params as z.ZodType<Record<string, unknown>> | undefined, request.params as Record<string, unknown>, 404);
  const query = queryOf(route.query as z.ZodType<Record<string, unknown>> | undefined, request);
  const result = await services.database.read(actor, (tx) =>
    route.load(tx, { params, query, actor, requestId: request.id, cookies: {}, services, form: { values: {}, errors: {} } }),
  );
  if (!result.ok) raise(result);
  await noteOpening(edge, request, route.opens?.(result.value));
  const next = (changes: Readonly<Record<string, string | number>> | undefined) => (changes ? addressWith(request.url, changes) : null);
  const data = call.project(contract.of(result.value as never, { actor, query, params, next }));
  if (edge.options.checkAnswers) checkAnswer(call, data);
  return { data };
}

function queryOf(schema: z.ZodType<Record<string, unknown>> | undefined, request: FastifyRequest): Record<string, unknown> {
  const parsed = schema?.safeParse(request.query);
  if (parsed && !parsed.success) throw new HttpError(400, badQuery);
  return parsed?.data ?? (request.query as Record<string, unknown>);
}

function addressWith(url: string, changes: Readonly<Record<string, string | number>>): string {
  const { pathname, searchParams } = new URL(url, 'http://krom');
  for (const [name, value] of Object.entries(changes)) searchParams.set(name, String(value));
  return `${pathname}?${searchParams.toString()}`;
}

/** In tests every answer is held against its own schema, and against what JSON makes of it. */
function checkAnswer(call: Call<'read'>, data: unknown): void {
  const sent: unknown = JSON.parse(JSON.stringify(data));
  const parsed = call.contract.answer.safeParse(sent);
  if (!parsed.success) throw new Error(`${call.path} answers what its contract does not say: ${parsed.error.message}`);
  if (!isDeepStrictEqual(parsed.data, sent)) throw new Error(`${call.path} answers more than its contract says`);
}

const keyWords = { th: 'ต้องส่งหัวเรื่อง Idempotency-Key ความยาว 8–80 ตัวอักษร (a–z 0–9 . _ -) ค่าใหม่ทุกรายการ และค่าเดิมเมื่อส่งซ้ำ', en: 'Send an Idempotency-Key header of 8 to 80 characters (a–z 0–9 . _ -): a new one for each change, the same one to repeat it.' };
const mediaWords = { th: 'ส่งข้อมูลเป็น application/json หรือ multipart/form-data เมื่อมีไฟล์', en: 'Send application/json, or multipart/form-data with files.' };

/** The page's own action with the fields of its form as JSON: same parser, same transaction, same trail, same repeat. */
async function answerWrite(edge: Edge, call: Call<'write'>, addresses: ReturnType<typeof apiAddresses>, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const action = call.route as unknown as ActionDefinition;
  const key = String(request.headers['idempotency-key'] ?? '');
  if (!/^[\w.-]{8,80}$/.test(key)) raise(fail('IDEMPOTENCY_KEY', keyWords, { status: 400 }));
  const params = parsePart(action.params as z.ZodType<unknown> | undefined, request.params, 404);
  const body = await bodyOf(edge, call, request);
  const parsed = action.form.parse(body);
  if (!parsed.ok) raise(fail('FORM', parsed.state.message ?? { th: '', en: '' }, { fields: parsed.state.errors }));
  if (request.uploadErrors) raise(fail('FILE', { th: 'รับไฟล์ไม่ได้', en: 'A file was refused.' }, { fields: request.uploadErrors }));
  const path = request.url.split('?')[0] as string;
  const { answer: kept, repeated } = await performAction(edge, call.route, request, { key: `api:${request.krom.actor.id}:${key}`, path, params, body, values: parsed.values });
  if (repeated) reply.header('idempotency-replayed', 'true');
  const undo = kept.undo && addresses(kept.undo.action, 'POST');
  return {
    data: {
      goTo: addresses(kept.goTo) ?? null,
      page: kept.goTo,
      message: kept.flash ? { th: kept.flash.th, en: kept.flash.en } : null,
      undo: kept.undo && undo ? { method: 'POST', path: undo, label: kept.undo.label } : null,
    },
  };
}

async function bodyOf(edge: Edge, call: Call<'write'>, request: FastifyRequest): Promise<RawBody> {
  if (request.isMultipart()) return readUploads(edge, call.route, request);
  const type = request.headers['content-type'];
  if (type !== undefined && !/^application\/json\b/i.test(type)) raise(fail('MEDIA_TYPE', mediaWords, { status: 415 }));
  const body = bodyOfJson((call.route as unknown as ActionDefinition).form, request.body);
  if (!body.ok) raise(body);
  return body.value;
}
