import type { FastifyInstance } from 'fastify';
import { checkHealth, checkReady } from '../health.ts';
import type { Edge } from './edge.ts';

/** The few routes that are not of a module. Each says why it may be called. */
export function mountFixedRoutes(app: FastifyInstance, edge: Edge): void {
  const { drain } = edge.options;
  app.route({
    method: 'GET',
    url: '/health',
    config: { kromPermission: { public: 'load balancers ask whether this process can serve; no business data' } },
    handler: async (_request, reply) => {
      const health = await checkHealth(edge.services);
      return reply.code(health.ok && !drain?.begun ? 200 : 503).send(drain?.begun ? { ...health, ok: false, draining: true } : health);
    },
  });
  app.route({
    method: 'GET',
    url: '/health/live',
    config: { kromPermission: { public: 'a supervisor asks whether this process lives; whoever restarts it must not do so because the database is away' } },
    handler: async () => ({ ok: true }),
  });
  app.route({
    method: 'GET',
    url: '/health/ready',
    config: { kromPermission: { public: 'a proxy asks every second whether to send people here; no business data' } },
    handler: async (_request, reply) => {
      const { ok, why } = drain?.begun ? { ok: false, why: 'draining' } : await checkReady(edge.services);
      return reply.code(ok ? 200 : 503).send({ ok, ...(why ? { why } : {}) });
    },
  });
}
