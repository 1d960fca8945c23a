import type { FastifyInstance } from 'fastify';
import { within } from '../request-context.ts';
import type { Edge } from './edge.ts';

const unknownRoute = 'unknown';

/** Each request is known below its handlers, counted and logged. Health is asked every second: only what is wrong is logged. */
export function observeRequests(app: FastifyInstance, edge: Edge): void {
  const { services, options } = edge;
  app.addHook('onRequest', (request, _reply, done) => {
    within({ requestId: request.id, route: request.routeOptions.url ?? unknownRoute }, done);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { statusCode: status, elapsedTime } = reply;
    const route = request.routeOptions.url ?? unknownRoute;
    options.metrics?.request({ method: request.method, route, status, seconds: elapsedTime / 1000 });
    const level = route.startsWith('/health') && status < 400 ? 'debug' : 'info';
    services.log[level]({ requestId: request.id, method: request.method, route, status, ms: Math.round(elapsedTime), person: request.krom?.actor.id, tokenId: request.krom?.actor.token?.id }, 'request');
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    // A kept connection would come back to a process that is about to go.
    if (options.drain?.begun) reply.header('connection', 'close');
  });
}
