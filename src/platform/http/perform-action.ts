import type { FastifyRequest } from 'fastify';
import type { AuditEntry } from '../audit/audit.ts';
import type { AnyForm, RawBody } from '../forms/form.ts';
import { FailureError, orFail } from '../result.ts';
import type { ActionDefinition, ActionInput, ActionOutcome } from './define.ts';
import type { Edge } from './edge.ts';
import { askOutside } from './exchange.ts';
import { earlierAnswer, hashBody, once } from './idempotency.ts';
import { keyedHash, seal, unseal } from './seal.ts';

/** What is told to the browser alone and may hold a secret: cookies, and a text that is shown once. */
type Sealed = Pick<ActionOutcome, 'cookies' | 'shownOnce'>;

/** What a repeat of an action gets again. What may be secret the database keeps sealed. */
export type KeptAnswer = Omit<ActionOutcome, 'audit' | keyof Sealed> & { readonly sealed?: string };

export interface Performing {
  /** Idempotency key: of the form, or chosen by a program. */
  readonly key: string;
  /** Address that was asked for. */
  readonly path: string;
  readonly params: unknown;
  readonly body: RawBody;
  readonly values: unknown;
}

/**
 * The one way in which an action runs, whoever asks: once for its key, in one transaction with its lines of the trail.
 * A question to the outside is asked before that transaction begins. Throws `FailureError` for what the action refuses.
 */
export async function performAction(edge: Edge, action: ActionDefinition<never, never>, request: FastifyRequest, given: Performing): Promise<{ answer: KeptAnswer; repeated: boolean }> {
  const { services } = edge;
  const { actor } = request.krom;
  const { key, path, params, body, values } = given;
  const run = action.run as unknown as ActionDefinition['run'];
  // Files are known by their content: an upload sent again is another row with the same bytes.
  const hash = keyedHash(edge.secret, hashBody(path, { ...body, ...request.uploadHashes }));
  const name = `${action.path} ${path}`;
  const input: ActionInput<unknown, AnyForm> = {
    params,
    query: request.query,
    actor,
    requestId: request.id,
    cookies: actor.token ? {} : request.cookies,
    services,
    input: values as never,
    ip: request.ip,
    userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300),
    asked: undefined,
  };
  const { exchange } = action as unknown as ActionDefinition;
  let asked: unknown;
  if (exchange) {
    const begun = await services.database.read(actor, async (tx) => {
      const answer = await earlierAnswer<KeptAnswer>(tx, key, name, hash);
      return answer === undefined ? { question: orFail(await exchange.load(tx, input)) as unknown } : { answer };
    });
    if (begun.answer !== undefined) return { answer: begun.answer, repeated: true };
    asked = orFail(await askOutside(exchange, begun.question, edge.outside));
  }
  return once<KeptAnswer>(services.database, actor, { key, action: name, bodyHash: hash, requestId: request.id, now: () => services.clock.now() }, async (tx) => {
    const result = await run(tx, { ...input, asked });
    if (!result.ok) throw new FailureError(result);
    const { audit, cookies, shownOnce, ...rest } = result.value;
    const secret: Sealed = { ...(cookies ? { cookies } : {}), ...(shownOnce === undefined ? {} : { shownOnce }) };
    return { audit: listOf(audit), answer: { ...rest, ...(Object.keys(secret).length > 0 ? { sealed: seal(edge.secret, JSON.stringify(secret)) } : {}) } };
  });
}

/** What only the browser is told. */
export function unsealed(edge: Edge, { sealed }: KeptAnswer): Sealed {
  return sealed ? (JSON.parse(unseal(edge.secret, sealed)) as Sealed) : {};
}

export function listOf(audit: AuditEntry | readonly AuditEntry[]): readonly AuditEntry[] {
  return Array.isArray(audit) ? audit : [audit as AuditEntry];
}
