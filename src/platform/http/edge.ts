import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Actor } from '../access/actor.ts';
import type { Database, ReadTx } from '../db/database.ts';
import type { TransactionStats } from '../db/named-client.ts';
import type { KromModule } from '../module.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Services } from '../services.ts';
import type { AssetUrls } from './assets.ts';
import type { Drain } from './drain.ts';
import type { Outside } from './outside.ts';

/** What stands around an office page: counts that are read in the page's own transaction. */
export interface Frame {
  readonly inboxCount: number;
  readonly unreadNotifications: number;
}

export interface EdgeOptions {
  /** Collect statements with their values for the benchmark's replay. */
  readonly collectStatements?: boolean;
  /** Requests a minute from one address; 0 switches the limit off (benchmarks). */
  readonly rateLimit?: number;
  readonly logger?: boolean;
  /** Set where the process can be asked to stop while others go on. */
  readonly drain?: Drain;
  /** Figures of this process, where somebody reads them. */
  readonly metrics?: Metrics;
  /** Holds every answer of the API against its own schema (tests). */
  readonly checkAnswers?: boolean;
}

/** Finds who a session token belongs to; one statement. The organisation module gives it. */
export type Identify = ((database: Database, sessionToken: string, today: string) => Promise<Actor | undefined>) & { readonly ofToken?: IdentifyToken };

/** Who an API token belongs to, narrowed to its scopes; one statement. `now` is the legal instant of its use. */
export type IdentifyToken = (database: Database, token: string, now: Date, today: string) => Promise<Actor | undefined>;

/** Everything that handlers share. Made by `createApp`. */
export interface Edge {
  readonly services: Services;
  readonly modules: readonly KromModule[];
  readonly options: EdgeOptions;
  /** Seals forms and cookies; kept in the data folder. */
  readonly secret: Buffer;
  readonly assets: AssetUrls;
  readonly cookieOptions: CookieSerializeOptions;
  readonly identifyToken?: IdentifyToken | undefined;
  /** What an exchange of an action may talk to. */
  readonly outside: Outside;
  readFrame(tx: ReadTx): Promise<Frame>;
  renderFragment(request: FastifyRequest, html: VNode): string;
  onPage?: (report: { page: string; stats: TransactionStats; ms: number }) => void;
}
