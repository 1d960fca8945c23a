import type { VNode } from 'preact';
import type { Actor } from './access/actor.ts';
import type { PermissionDefinition, Role } from './access/role.ts';
import type { ReadTx, Tx } from './db/database.ts';
import type { PublicDocumentSource } from './documents/public-document.ts';
import type { EvidenceSource } from './evidence/evidence.ts';
import type { HookDefinition } from './http/hook.ts';
import type { ModuleApi } from './http/api-contract.ts';
import type { Ui } from './http/ui.ts';
import type { InboxSource } from './inbox/inbox.ts';
import type { AnyJob } from './jobs/jobs.ts';
import type { RecurringJob } from './jobs/recurring.ts';
import type { MeasureDefinition } from './measures/measures.ts';
import type { NewsKind } from './notify/news-kind.ts';
import type { PersonalDataSource } from './personal-data.ts';
import type { RetentionRule } from './retention/retention.ts';
import type { SearchSource } from './search/search-source.ts';
import type { SearchNames } from './search/vocabulary.ts';
import type { Services } from './services.ts';
import type { AnySetting } from './settings/settings.ts';
import type { Words } from './words.ts';

export type { PermissionDefinition, Role };

export interface NavEntry {
  /** `account`: in the menu of the person, not in the list of the house. */
  readonly group: 'work' | 'letters' | 'meetings' | 'performance' | 'organisation' | 'system' | 'account';
  readonly order: number;
  readonly label: Words;
  readonly href: string;
  /** Pages of it whose address does not begin with `href`: `/performance/2564/targets` of `/performance/targets`. */
  readonly covers?: RegExp;
  /** Shown to holders of this permission; to everyone signed in when left out. */
  readonly permission?: string;
}

export interface DemoContext {
  readonly tx: Tx;
  readonly services: Services;
  /** Sets the legal clock while the demo is laid down, so that its history has the right dates. */
  at(instant: Date): void;
}

/** Everything that a module gives to the house. `src/app.ts` lists the modules; nothing registers itself. */
export interface KromModule {
  readonly name: string;
  readonly title: Words;
  readonly permissions?: readonly PermissionDefinition[];
  // Routes of different params: each is only ever called with what its own schema parsed.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly routes?: readonly any[];
  /** Doors for programs of others that sign what they send: raw body, no form key. */
  readonly hooks?: readonly HookDefinition[];
  /** What programs get of it: contracts of its pages, words for its calls, what is not for programs and why. */
  readonly api?: ModuleApi;
  readonly nav?: readonly NavEntry[];
  readonly jobs?: readonly AnyJob[];
  /** Jobs that come back by themselves. */
  readonly recurring?: readonly RecurringJob[];
  /** Acts that the module writes to the audit log, by their code, as they are told to an auditor. */
  readonly acts?: Readonly<Record<string, Words>>;
  readonly measures?: readonly MeasureDefinition[];
  /** What an administrator may change at /system/settings. */
  readonly settings?: readonly AnySetting[];
  /** Pages of the module's records by their type in the trail: `{ 'assignments.task': '/tasks/:id' }`. */
  readonly recordPages?: Readonly<Record<string, string>>;
  /** Kinds of news that the module tells, for people's choice of channels. */
  readonly news?: readonly NewsKind[];
  readonly inbox?: readonly InboxSource[];
  readonly search?: readonly SearchSource[];
  /** What the module knows by several names, so that one finds the other: a unit and its abbreviation. */
  readonly searchNames?: readonly SearchNames[];
  readonly evidence?: readonly EvidenceSource[];
  /** What the module holds about the person who asks. */
  readonly personalData?: readonly PersonalDataSource[];
  /** Logs of the module with personal data, and how long they are kept. */
  readonly retention?: readonly RetentionRule[];
  readonly publicDocuments?: readonly PublicDocumentSource[];
  /** Lays the module's demo data down on an empty database; modules run in the order of src/app.ts. */
  demo?(context: DemoContext): Promise<void>;
}

export type { Actor, ReadTx, Ui, VNode };
