import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CommitUnknownError } from '../db/database.ts';
import { FailureError } from '../result.ts';
import type { Words } from '../words.ts';
import type { Edge } from './edge.ts';
import { errorWords, HttpError } from './errors.ts';
import { renderError } from './render-page.tsx';

interface Told {
  status: number;
  code: string;
  words: Words | undefined;
  /** Words at single fields, for programs; a page shows its form again instead. */
  fields?: Readonly<Record<string, Words>>;
  /** Seconds after which it is worth trying again. */
  retryAfter?: number;
}

const diskFull: Words = {
  th: 'พื้นที่เก็บข้อมูลเต็ม รายการนี้ยังไม่ถูกบันทึก กรุณาแจ้งผู้ดูแลระบบ',
  en: 'The disk is full. Nothing was saved; please tell the administrator.',
};
const commitUnknown: Words = {
  th: 'ฐานข้อมูลขัดข้องขณะบันทึก ระบบยังยืนยันผลไม่ได้',
  en: 'The database failed while saving, and the result is not known yet',
};

const databaseAway = /ECONNREFUSED|ECONNRESET|Connection terminated|57P0[123]|timeout exceeded when trying to connect|the database system is/;

function tell(error: unknown): Told {
  if (error instanceof FailureError) return { status: error.failure.status ?? 422, code: error.failure.code, words: error.failure.message, ...(error.failure.fields ? { fields: error.failure.fields } : {}) };
  if (error instanceof HttpError) return { status: error.statusCode, code: `HTTP_${error.statusCode}`, words: error.words };
  const { statusCode, code, message } = error as { statusCode?: number; code?: string; message?: string };
  if (error instanceof CommitUnknownError) return { status: 503, code: 'COMMIT_UNKNOWN', words: commitUnknown, retryAfter: 5 };
  if (databaseAway.test(`${code} ${message}`)) return { status: 503, code: 'DATABASE_AWAY', words: undefined, retryAfter: 5 };
  if (code === '53100' || code === 'ENOSPC') return { status: 503, code: 'DISK_FULL', words: diskFull };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return { status: statusCode, code: code ?? `HTTP_${statusCode}`, words: undefined };
  return { status: 500, code: 'SURPRISE', words: undefined };
}

/** Every error ends here: words for people, a code for programs, the stack only in the log (design rule 8). */
export function handleErrors(app: FastifyInstance, edge: Edge): void {
  const answer = (request: FastifyRequest, reply: FastifyReply, told: Told) => {
    reply.code(told.status);
    if (told.retryAfter) reply.header('retry-after', told.retryAfter);
    const words = told.words ?? errorWords[told.status]?.title ?? (errorWords[500] as { title: Words }).title;
    if (request.url.startsWith('/api/')) {
      if (told.status === 401) reply.header('www-authenticate', 'Bearer realm="krom"');
      return reply.type('application/json; charset=utf-8').send({ error: { code: told.code, message: words, ...(told.fields ? { fields: told.fields } : {}), requestId: request.id } });
    }
    const again = told.retryAfter === undefined ? undefined : request.method === 'GET' ? 'page' : 'form';
    if (again === 'page') reply.header('refresh', told.retryAfter);
    return reply.type('text/html; charset=utf-8').send(renderError(edge, request, told.status, told.words, again));
  };
  app.setErrorHandler((error, request, reply) => {
    const told = tell(error);
    if (told.status >= 500) {
      const { stack, code } = error as { stack?: string; code?: string };
      edge.services.log.error({ requestId: request.id, path: request.routeOptions.url, code, stack }, (error as Error).message);
    }
    return answer(request, reply, told);
  });
  app.setNotFoundHandler((request, reply) => answer(request, reply, { status: 404, code: 'NOT_FOUND', words: undefined }));
}
