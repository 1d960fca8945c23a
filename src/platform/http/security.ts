import type { FastifyInstance, FastifyRequest } from 'fastify';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { HttpError } from './errors.ts';

/** Headers of every answer: no inline script, nothing from other hosts, no framing by others. */
export async function secureHeaders(app: FastifyInstance, https: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        mediaSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameSrc: ["'self'"],
        frameAncestors: ["'self'"],
        objectSrc: ["'self'"],
        baseUri: ["'none'"],
        manifestSrc: ["'self'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    hsts: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'sameorigin' },
    crossOriginEmbedderPolicy: false,
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', request.url.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store');
  });
}

export async function limitRate(app: FastifyInstance, perMinute: number): Promise<void> {
  if (perMinute <= 0) {
    // Only what counts for itself: the limit of a token.
    await app.register(rateLimit, { global: false });
    return;
  }
  await app.register(rateLimit, {
    global: true,
    max: perMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) => `${request.ip}`,
    errorResponseBuilder: () => new HttpError(429),
    allowList: (request) => request.url.startsWith('/assets/') || request.url.startsWith('/health'),
  });
}

/**
 * A change must come from our own pages. Browsers say where a request comes from (Sec-Fetch-Site, Origin); programs
 * with neither header carry no cookies of a victim. The sealed form key is the second lock.
 */
export function refuseForeignPosts(request: FastifyRequest, host: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new HttpError(403);
  const { origin } = request.headers;
  if (origin !== undefined && origin !== 'null' && new URL(origin).host !== host) throw new HttpError(403);
  if (origin === 'null' && site !== 'same-origin') throw new HttpError(403);
}
