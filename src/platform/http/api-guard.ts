import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.ts';
import { fail, FailureError } from '../result.ts';
import { apiRoot, type ApiCall } from './api-calls.ts';
import { isAllowed, isPublic } from './context.ts';
import { HttpError } from './errors.ts';
import type { Edge } from './edge.ts';

/** Counts the calls of a token; `isExceeded` once there were too many in the minute. */
export type TokenLimit = (request: FastifyRequest) => Promise<{ isAllowed: true } | { isAllowed: false; isExceeded: boolean; max: number; remaining: number; ttlInSeconds: number }>;

const words = {
  signIn: { th: 'ต้องส่งโทเคน: Authorization: Bearer krom_… สร้างได้ที่บัญชีของฉัน', en: 'Send a token: Authorization: Bearer krom_…; make one at my account.' },
  badToken: { th: 'โทเคนนี้ใช้ไม่ได้: ไม่รู้จัก หมดอายุ หรือถูกเพิกถอนแล้ว', en: 'This token cannot be used: it is unknown, has expired or was revoked.' },
  secondFactor: { th: 'ต้องตั้งค่าการยืนยันขั้นที่สองก่อน', en: 'A second factor must be set up first.' },
  firstPassword: { th: 'เจ้าของโทเคนต้องเปลี่ยนรหัสผ่านแรกก่อน', en: 'The owner of the token must first replace the first password.' },
  elsewhere: { th: 'คำขอที่เปลี่ยนข้อมูลด้วยคุกกี้ต้องมาจากหน้าเว็บของระบบเอง โปรแกรมอื่นให้ใช้โทเคน', en: 'With a cookie, a change must come from our own pages; other programs use a token.' },
};

/** Whether an address belongs to the API for programs. */
export const isApiUrl = (url: string): boolean => url.startsWith(`${apiRoot}/`);

/** The token of a request's `Authorization: Bearer …`; undefined without one. */
export function bearerOf(request: FastifyRequest): string | undefined {
  const header = request.headers.authorization;
  return header !== undefined && /^bearer /i.test(header) ? header.slice(7).trim() : undefined;
}

/** Who a bearer token belongs to. With a token nothing else counts: cookies are not looked at. */
export async function actorOfBearer(edge: Edge, token: string): Promise<Actor> {
  const { database, clock } = edge.services;
  const actor = await edge.identifyToken?.(database, token, clock.now(), clock.today());
  if (!actor) throw new FailureError(fail('TOKEN', words.badToken, { status: 401 }));
  return actor;
}

/** Whether these scopes hold what a call needs; who may write may read. */
export function scopesHold(scopes: ReadonlySet<string>, needed: string): boolean {
  return scopes.has(needed) || (needed.endsWith(':read') && scopes.has(needed.replace(/:read$/, ':write')));
}

/** Lets a call through or says why not: who asks, how often, for what the token is, what the person may. */
export async function guardCall(call: ApiCall, limit: TokenLimit | undefined, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { actor } = request.krom;
  const { token } = actor;
  if (token && limit) await countCall(limit, request, reply);
  if (token && !scopesHold(token.scopes, call.scope)) {
    throw new FailureError(fail('TOKEN_SCOPE', { th: `โทเคนนี้ไม่มีขอบเขต ${call.scope}`, en: `This token does not hold the scope ${call.scope}.` }, { status: 403 }));
  }
  if (!token && actor.kind === 'person' && call.method !== 'GET') requireOwnPage(request);
  if (isPublic(call.route.permission)) return;
  if (actor.kind === 'public') throw new FailureError(fail('SIGN_IN', words.signIn, { status: 401 }));
  if (actor.mustSetUpFactor) throw new FailureError(fail('SECOND_FACTOR', words.secondFactor, { status: 403 }));
  if (actor.mustChangePassword) throw new FailureError(fail('FIRST_PASSWORD', words.firstPassword, { status: 403 }));
  if (!isAllowed(actor, call.route.permission)) throw new HttpError(403);
}

/** A browser says where a request comes from; one that does not is no page of ours (`refuseForeignPosts` has refused foreign ones). */
function requireOwnPage(request: FastifyRequest): void {
  if (request.headers['sec-fetch-site'] === 'same-origin' || request.headers.origin !== undefined) return;
  throw new FailureError(fail('OWN_PAGE', words.elsewhere, { status: 403 }));
}

async function countCall(limit: TokenLimit, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const counted = await limit(request);
  if (counted.isAllowed) return;
  reply.header('x-ratelimit-limit', counted.max).header('x-ratelimit-remaining', counted.remaining);
  if (!counted.isExceeded) return;
  reply.header('retry-after', counted.ttlInSeconds);
  throw new HttpError(429);
}
