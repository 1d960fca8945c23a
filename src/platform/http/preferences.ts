import type { FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.ts';
import type { Language } from '../words.ts';
import { cookieNames } from './context.ts';

/** The language of a request: the person's choice, then the browser's cookie, then Thai. */
export function languageOf(request: FastifyRequest, actor: Actor): Language {
  const chosen = request.cookies[cookieNames.language] ?? actor.language;
  return chosen === 'en' ? 'en' : 'th';
}

/** The chosen theme; undefined follows the device. */
export function themeOf(request: FastifyRequest, actor: Actor): 'light' | 'dark' | undefined {
  const chosen = request.cookies[cookieNames.theme] ?? actor.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : undefined;
}

/** An address inside this site to go to next, or the fallback: never another host. */
export function localAddress(text: string | undefined, fallback = '/'): string {
  return text && /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : fallback;
}
