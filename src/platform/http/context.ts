import type { FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.ts';
import { can } from '../access/actor.ts';
import { emptyFormState, type FormState } from '../forms/form.ts';
import type { Services } from '../services.ts';
import type { Language } from '../words.ts';
import { makeFormKey } from './form-key.ts';
import type { RoutePermission } from './define.ts';
import type { Ui } from './ui.ts';

export const cookieNames = {
  session: 'krom_session',
  browser: 'krom_browser',
  flash: 'krom_flash',
  once: 'krom_once',
  language: 'krom_lang',
  theme: 'krom_theme',
} as const;

/** What the edge knows of a request before any handler runs. */
export interface RequestContext {
  actor: Actor;
  lang: Language;
  theme: 'light' | 'dark' | undefined;
  /** Random name of this browser: forms are sealed to it. */
  browser: string;
  flash: Flash | undefined;
}

export interface Flash {
  readonly th: string;
  readonly en: string;
  readonly undo?: { readonly action: string; readonly th: string; readonly en: string };
}

declare module 'fastify' {
  interface FastifyRequest {
    krom: RequestContext;
  }
}

export function isAllowed(actor: Actor, permission: RoutePermission): boolean {
  if (typeof permission === 'object') return 'public' in permission || actor.kind === 'person';
  return can(actor, permission);
}

/** Whether the route is for everybody, signed in or not. */
export function isPublic(permission: RoutePermission): boolean {
  return typeof permission === 'object' && 'public' in permission;
}

/** The `Ui` of one request. */
export function makeUi(request: FastifyRequest, services: Services, secret: Buffer, form: FormState = emptyFormState): Ui {
  const { actor, lang, theme, browser } = request.krom;
  return {
    lang,
    theme,
    actor,
    url: request.url,
    requestId: request.id,
    now: services.clock.now(),
    form,
    formKey: () => makeFormKey(secret, browser),
    text: (words) => words[lang],
    can: (permission, unitId) => can(actor, permission, unitId),
  };
}
