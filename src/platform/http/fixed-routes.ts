import type { FastifyInstance } from 'fastify';
import { checkHealth } from '../health.ts';
import type { Edge } from './edge.ts';

/** The few routes that are not of a module. Each says why it may be called. */
export function mountFixedRoutes(app: FastifyInstance, edge: Edge): void {
  app.route({
    method: 'GET',
    url: '/health',
    config: { kromPermission: { public: 'load balancers ask whether this process can serve; no business data' } },
    handler: async (_request, reply) => {
      const health = await checkHealth(edge.services);
      return reply.code(health.ok ? 200 : 503).send(health);
    },
  });
}
