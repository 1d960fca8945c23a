import type { VNode } from 'preact';
import type { z } from 'zod';
import type { OpenedRecord } from '../access/access-log.ts';
import type { Actor } from '../access/actor.ts';
import type { AuditEntry } from '../audit/audit.ts';
import type { ReadTx, Tx } from '../db/database.ts';
import type { AnyForm, FormState, FormValues } from '../forms/form.ts';
import type { Failure, Result } from '../result.ts';
import type { Services } from '../services.ts';
import type { Exchange } from './exchange.ts';
import type { Outside } from './outside.ts';
import type { ByteRange } from './ranges.ts';
import type { Words } from '../words.ts';
import type { Ui } from './ui.ts';

/**
 * Who may call a route: a permission key, every signed-in person, or everybody with a written reason. A required
 * field, so that no route can be made without one (design rule 1).
 */
export type RoutePermission = string | { readonly public: string } | { readonly signedIn: string };

export interface RequestInput<Params, Query> {
  readonly params: Params;
  readonly query: Query;
  readonly actor: Actor;
  readonly requestId: string;
  readonly services: Services;
  /** Cookies of the request by name: for the steps of a sign-in and what is shown once, never for business. */
  readonly cookies: Readonly<Record<string, string | undefined>>;
}

export interface PageInput<Params, Query> extends RequestInput<Params, Query> {
  /** The form as typed and its errors, when a page is shown again after a failed action. */
  readonly form: FormState;
}

export type LayoutName = 'office' | 'public' | 'plain';

export interface PageDefinition<Params = unknown, Query = unknown, Data = unknown> {
  readonly type: 'page';
  readonly path: string;
  readonly permission: RoutePermission;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly layout?: LayoutName;
  /** `full`: the screen arranges itself to the edges (lists beside a preview, the paper desk). */
  readonly frame?: 'page' | 'full';
  /** Runs in a read-only transaction of the actor. A failure becomes the error page of its status. */
  load(tx: ReadTx, input: PageInput<Params, Query>): Promise<Result<Data>>;
  /** What is opened with this page, for the access log (design rule 5): the line is written before the page goes out. */
  opens?(data: Data): OpenedRecord | undefined;
  title(data: Data, ui: Ui): string;
  view(data: Data, ui: Ui): VNode;
}

/** What a successful action leaves behind. `audit` is required: no change without its trail (design rule 4). */
export interface ActionOutcome {
  readonly audit: AuditEntry | readonly AuditEntry[];
  /** Where the browser goes next (303). */
  readonly goTo: string;
  readonly flash?: Words;
  /** A step back that is offered with the flash: a form that posts to `action`. */
  readonly undo?: { readonly action: string; readonly label: Words };
  /** A secret for the next page alone (`ui.shownOnce`); the database keeps it sealed, and no page shows it twice. */
  readonly shownOnce?: string;
  /** Cookies to set, for sign-in and preferences only. */
  readonly cookies?: readonly { name: string; value: string; maxAgeSeconds: number; httpOnly?: boolean }[];
}

export interface ActionInput<Params, F extends AnyForm, Asked = undefined> extends RequestInput<Params, unknown> {
  readonly input: FormValues<F>;
  readonly ip: string;
  readonly userAgent: string;
  /** What the outside answered, where the action has an `exchange`. */
  readonly asked: Asked;
}

export interface ActionDefinition<Params = unknown, F extends AnyForm = AnyForm, Asked = unknown> {
  readonly type: 'action';
  readonly path: string;
  readonly permission: RoutePermission;
  readonly params?: z.ZodType<Params>;
  readonly form: F;
  /** The page shown again, with what was typed, when the input is refused. Its params are the action's. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly page: PageDefinition<never, never, never> | (() => PageDefinition<never, never, never>);
  /**
   * A question to the outside whose answer the person waits for, asked before `run` and outside any transaction. Only
   * where the answer decides what the person sees next, as at a sign-in; everything else is a job. Whoever sends the
   * same form again after it was done is not asked for twice.
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is asked is known to the exchange alone
  readonly exchange?: Exchange<Params, F, any, Asked>;
  /** Tried again on deadlock or a lost server, so it has no outside effect: those are jobs (design rule 9). */
  run(tx: Tx, input: ActionInput<Params, F, Asked>): Promise<Result<ActionOutcome>>;
}

export interface DownloadBody {
  readonly body: Uint8Array | NodeJS.ReadableStream | string;
  readonly contentType: string;
  readonly fileName: string;
  /** `attachment` is saved, `inline` is shown (only PDF, PNG, JPEG, plain text are). */
  readonly disposition: 'inline' | 'attachment';
  /** What is opened with this file, for the access log. */
  readonly opens?: OpenedRecord;
  /** Of a clip: its size and how to read a part of it, so that a player may ask for parts. */
  readonly ranges?: { readonly size: number; part(range: ByteRange): NodeJS.ReadableStream };
  /** Content hash: makes the answer cacheable by the same person. */
  readonly etag?: string;
}

export interface DownloadDefinition<Params = unknown, Query = unknown> {
  readonly type: 'download';
  readonly path: string;
  readonly permission: RoutePermission;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  load(tx: ReadTx, input: RequestInput<Params, Query>): Promise<Result<DownloadBody>>;
}

/**
 * A file that somebody shows to be looked at: read into memory, told on the page, and forgotten. It changes nothing,
 * so it has no audit line and no key; it may come without a script and without a sign-in, and is limited by address.
 */
export interface InspectionDefinition {
  readonly type: 'inspection';
  readonly path: string;
  readonly permission: RoutePermission;
  readonly maxBytes: number;
  /** Files of one address in a minute. */
  readonly perMinute: number;
  /** Finds it as `form.inspected`. */
  readonly page: AnyPage;
  /** Runs outside any transaction, changes nothing, and asks the outside only what the person waits for, within bounds. */
  look(file: Uint8Array, services: Services, outside: Outside): Promise<Result<unknown>>;
}

interface ApiCommon<Params, Query, Body> {
  readonly type: 'api';
  readonly path: string;
  readonly permission: RoutePermission;
  readonly summary: Words;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
}

export interface ApiReadDefinition<Params = unknown, Query = unknown> extends ApiCommon<Params, Query, never> {
  readonly method: 'GET';
  load(tx: ReadTx, input: RequestInput<Params, Query>): Promise<Result<unknown>>;
}

/** A posted question that changes nothing (previews, checks while typing): a read-only transaction, JSON or HTML back. */
export interface ApiAskDefinition<Params = unknown, Query = unknown, Body = unknown> extends ApiCommon<Params, Query, Body> {
  readonly method: 'ASK';
  load(tx: ReadTx, input: RequestInput<Params, Query> & { readonly body: Body }): Promise<Result<{ readonly html: VNode } | Readonly<Record<string, unknown>>>>;
}

export interface ApiWriteDefinition<Params = unknown, Query = unknown, Body = unknown> extends ApiCommon<Params, Query, Body> {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  run(tx: Tx, input: RequestInput<Params, Query> & { readonly body: Body }): Promise<Result<{ audit: AuditEntry | readonly AuditEntry[]; value: unknown }>>;
}

export type ApiDefinition = ApiReadDefinition<never, never> | ApiAskDefinition<never, never, never> | ApiWriteDefinition<never, never, never>;

export type RouteDefinition =
  | PageDefinition<never, never, never>
  | ActionDefinition<never, never>
  | DownloadDefinition<never, never>
  | InspectionDefinition
  | ApiDefinition;

const known = new WeakSet<object>();

function made<T extends object>(definition: T): T {
  known.add(definition);
  return Object.freeze(definition);
}

/** True for routes made by the functions of this file; the app refuses to boot on any other. */
export function isMadeByDefine(route: object): boolean {
  return known.has(route);
}

/** A page: GET, read-only, server-rendered. */
export function definePage<Params, Query, Data>(page: Omit<PageDefinition<Params, Query, Data>, 'type'>): PageDefinition<Params, Query, Data> {
  return made({ type: 'page', ...page });
}

/** A change: POST of a form; one transaction, audited, safe to retry. */
export function defineAction<Params, F extends AnyForm, Question = never, Asked = undefined>(
  action: Omit<ActionDefinition<Params, F, Asked>, 'type' | 'page' | 'exchange'> & { page: AnyPage | (() => AnyPage); exchange?: Exchange<Params, F, Question, Asked> },
): ActionDefinition<Params, F, Asked> {
  return made({ type: 'action', ...action } as ActionDefinition<Params, F, Asked>);
}

/** A file to show or save: GET, read-only. */
export function defineDownload<Params, Query>(download: Omit<DownloadDefinition<Params, Query>, 'type'>): DownloadDefinition<Params, Query> {
  return made({ type: 'download', ...download });
}

/** A file that is looked at and forgotten: POST, changes nothing. */
export function defineInspection(inspection: Omit<InspectionDefinition, 'type'>): InspectionDefinition {
  return made({ type: 'inspection', ...inspection });
}

/** An endpoint for programs: JSON under /api, or a posted question (`ASK`). */
export function defineApi<Params, Query, Body>(
  api:
    | Omit<ApiReadDefinition<Params, Query>, 'type'>
    | Omit<ApiAskDefinition<Params, Query, Body>, 'type'>
    | Omit<ApiWriteDefinition<Params, Query, Body>, 'type'>,
): ApiDefinition {
  return made({ type: 'api', ...api } as unknown as ApiDefinition);
}

// A list of pages of different data types: each is only ever called with what its own `load` gave.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyPage = PageDefinition<any, any, any>;

export type { Failure };
