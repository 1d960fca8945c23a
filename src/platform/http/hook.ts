// Doors for programs of others: they know no form key and no session, they sign the bytes that they send.
import type { FastifyInstance } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { systemActor } from '../access/actor.ts';
import { writeAudit, type AuditEntry } from '../audit/audit.ts';
import type { Tx } from '../db/database.ts';
import type { KromModule } from '../module.ts';
import { FailureError, type Result } from '../result.ts';
import type { Services } from '../services.ts';
import { BootError, methodOf, routesOf } from './boot-checks.ts';
import type { Edge } from './edge.ts';

export interface HookInput {
  /** The bytes as they came: a signature is over these, never over what a parser made of them. */
  readonly body: Buffer;
  readonly headers: IncomingHttpHeaders;
  readonly services: Services;
}

export interface HookDefinition {
  readonly type: 'hook';
  readonly path: string;
  /** Whoever knows the address may knock; the reason says what is checked instead. */
  readonly permission: { readonly public: string };
  /** Name of the system actor that takes what comes in. */
  readonly actor: string;
  readonly maxBytes: number;
  /** Whether the bytes come from whom they say. A failure ends it before the database is asked: 401 unless it says another status. */
  verify(input: HookInput): Result<void>;
  /** What came in, in one transaction with its audit rows. It may come twice. What reaches outside is a job. */
  run(tx: Tx, input: HookInput): Promise<Result<{ readonly audit: readonly AuditEntry[] }>>;
}

const known = new WeakSet<object>();

/** A door for a program of others: POST, raw body, its own check of the sender. */
export function defineHook(hook: Omit<HookDefinition, 'type'>): HookDefinition {
  const made: HookDefinition = Object.freeze({ type: 'hook' as const, ...hook });
  known.add(made);
  return made;
}

/** Checks what the modules declare as hooks. Throws `BootError` with every problem at once. */
export function checkHooks(modules: readonly KromModule[]): void {
  const taken = new Map(routesOf(modules).map((route) => [`${methodOf(route)} ${route.path}`, 'a route']));
  const problems = modules.flatMap((module) =>
    (module.hooks ?? []).flatMap((hook) => {
      const address = `POST ${hook.path}`;
      const before = taken.get(address);
      taken.set(address, module.name);
      return [
        ...(known.has(hook) ? [] : [`hook ${address} of ${module.name} was not made by defineHook`]),
        ...(typeof hook.permission?.public === 'string' && hook.permission.public.trim() ? [] : [`hook ${address} of ${module.name} does not say why anybody may call it`]),
        ...(typeof hook.verify === 'function' ? [] : [`hook ${address} of ${module.name} checks no sender`]),
        ...(hook.actor?.startsWith(`${module.name}.`) ? [] : [`hook ${address} of ${module.name} needs an actor named ${module.name}.…`]),
        ...(before ? [`hook ${address} of ${module.name} is already taken by ${before}`] : []),
      ];
    }),
  );
  if (problems.length > 0) throw new BootError(problems);
}

/** Mounts the hooks in a scope of their own, where no body is parsed. Answers are for programs: a status and a code. */
export async function mountHooks(app: FastifyInstance, edge: Edge): Promise<void> {
  checkHooks(edge.modules);
  const hooks = edge.modules.flatMap((module) => module.hooks ?? []);
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const hook of hooks) {
      scope.route({
        method: 'POST',
        url: hook.path,
        bodyLimit: hook.maxBytes,
        config: { kromPermission: hook.permission },
        handler: async (request, reply) => {
          const input: HookInput = { body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0), headers: request.headers, services: edge.services };
          const verdict = hook.verify(input);
          if (!verdict.ok) return reply.code(verdict.status ?? 401).send({ error: verdict.code });
          try {
            await edge.services.database.write(systemActor(hook.actor), async (tx) => {
              const done = await hook.run(tx, input);
              if (!done.ok) throw new FailureError(done);
              await writeAudit(tx, done.value.audit, edge.services.clock.now(), request.id);
            });
          } catch (error) {
            if (!(error instanceof FailureError)) throw error;
            return reply.code(error.failure.status ?? 422).send({ error: error.failure.code });
          }
          return reply.code(200).send({});
        },
      });
    }
  });
}
