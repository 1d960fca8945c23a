/**
 * What other rooms show on the page of an indicator (`/performance/:year/indicators/:key`). A room exports a list of
 * sections; `module.ts` puts it in: `indicatorSections.push(...targetSections)`. The page asks each of them, in its own
 * read-only transaction and as its own reader, and draws what comes back after the form, by `order`. A section that has
 * nothing to say gives undefined. It draws its own heading (`Section title=… id=…`), and its forms post to its own routes.
 *
 *     export const targetSections: readonly IndicatorSection[] = [async (tx, { indicator }) => {
 *       const targets = await targetsOf(tx, indicator.id);
 *       return { id: 'targets', order: 100, title: messages.words('targets'), view: (ui) => <Targets targets={targets} ui={ui} /> };
 *     }];
 *
 * Order: 100 targets, 200 results and rounds, 300 score and forecast; the room `indicators` has projects (400), reports of
 * the reform plan (410), risks (420) and what cannot be done (430).
 */
import type { VNode } from 'preact';
import type { Actor } from '../../../platform/access/actor.ts';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { Ui } from '../../../platform/http/ui.ts';
import type { Words } from '../../../platform/words.ts';
import type { Framework } from '../domain/framework/framework.ts';
import type { Cycle } from '../store/cycles.ts';
import type { Indicator } from '../store/indicators.ts';

export interface IndicatorContext {
  readonly actor: Actor;
  readonly cycle: Cycle;
  readonly framework: Framework;
  readonly indicator: Indicator;
  /** Every indicator of the year, in the order of the sheet. */
  readonly all: readonly Indicator[];
  /** The legal day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly now: Date;
}

export interface ShownSection {
  /** Anchor on the page. */
  readonly id: string;
  readonly order: number;
  /** For the list of parts at the head of the page. */
  readonly title: Words;
  view(ui: Ui): VNode;
}

export type IndicatorSection = (tx: ReadTx, context: IndicatorContext) => Promise<ShownSection | undefined>;

/** Filled by `module.ts` from the rooms. */
export const indicatorSections: IndicatorSection[] = [];

/** What the rooms have to say of an indicator, in their order. */
export async function sectionsOf(tx: ReadTx, context: IndicatorContext): Promise<ShownSection[]> {
  const shown: ShownSection[] = [];
  for (const section of indicatorSections) {
    const one = await section(tx, context);
    if (one) shown.push(one);
  }
  return shown.toSorted((a, b) => a.order - b.order);
}
