/** The way of a target: who says what, in which order, and whose last word is scored by. */
import type { LadderData } from '../../store/indicators.ts';
import type { Scaled } from '../../domain/numbers.ts';

export const authorities = ['opdc', 'budget-bureau'] as const;
export type Authority = (typeof authorities)[number];

/** From the owners' proposal to the last word. */
export const stages = ['proposed', 'pre-review', 'working-group', 'opdc', 'committee', 'final'] as const;
export type Stage = (typeof stages)[number];

/** Stages whose word is a decision: what was only asked or looked at changes no score. */
export const deciding: readonly Stage[] = ['working-group', 'opdc', 'committee', 'final'];

export const grounds = ['mission', 'budget', 'other'] as const;
export type WeightGround = (typeof grounds)[number];

/** One word about a target. What it leaves out (`null`) it says nothing about. */
export interface TargetWord {
  readonly authority: Authority;
  readonly stage: Stage;
  readonly ladder: LadderData | null;
  readonly weight: Scaled | null;
  readonly weightGround: WeightGround | null;
  readonly reason: string;
  /** Legal day, `YYYY-MM-DD`. */
  readonly decidedOn: string;
  readonly reference: string;
  readonly letterId: number | null;
  /** Fiscal year (B.E.) that the document names; null where it names none. */
  readonly yearSaid: number | null;
}

export interface Standing {
  readonly owner: boolean;
  readonly keeper: boolean;
  readonly executive: boolean;
}

/** Whether a person of this standing says the word of a stage: owners propose, executives look before, the secretariat records the rest. */
export const maySay = (stage: Stage, who: Standing): boolean => (stage === 'proposed' ? who.owner : stage === 'pre-review' ? who.executive : who.keeper);

type Said = Pick<TargetWord, 'authority' | 'stage'>;

/** After the final word nothing is proposed: what changes it is a request, or the committee's own later word. */
export const isClosedTo = (words: readonly Said[], { authority, stage }: Said): boolean =>
  (stage === 'proposed' || stage === 'pre-review') && words.some((word) => word.authority === authority && word.stage === 'final');

/** What an authority's decisions come to: each word replaces what it speaks of, and leaves the rest. */
export function settledBy(words: readonly Pick<TargetWord, 'authority' | 'stage' | 'ladder' | 'weight'>[], authority: Authority): { readonly ladder: LadderData | null; readonly weight: Scaled | null; readonly final: boolean } {
  const said = words.filter((word) => word.authority === authority && deciding.includes(word.stage));
  return {
    ladder: said.findLast(({ ladder }) => ladder !== null)?.ladder ?? null,
    weight: said.findLast(({ weight }) => weight !== null)?.weight ?? null,
    final: said.at(-1)?.stage === 'final',
  };
}

/** What is still open about a line, for the board of the working group. */
export type Open = 'no-proposal' | 'no-pre-review' | 'no-working-group' | 'no-opdc' | 'authorities-differ' | 'not-final';

const same = (a: LadderData | null, b: LadderData | null): boolean => a !== null && b !== null && a.values.join() === b.values.join() && a.scores.join() === b.scores.join();

/** The last ladder that an authority was asked for or said, decided or not. */
export const lastLadder = (words: readonly Pick<TargetWord, 'authority' | 'ladder'>[], authority: Authority): LadderData | null => words.findLast((word) => word.authority === authority && word.ladder !== null)?.ladder ?? null;

export function openOf(words: readonly TargetWord[], counting: Authority): Open[] {
  const said = new Set(words.filter(({ authority }) => authority === counting).map(({ stage }) => stage));
  const found: Open[] = [];
  const [opdc, budget] = authorities.map((authority) => lastLadder(words, authority)) as [LadderData | null, LadderData | null];
  if (opdc && budget && !same(opdc, budget) && !said.has('final')) found.push('authorities-differ');
  if (said.has('final')) return found;
  const later = (from: Stage) => stages.slice(stages.indexOf(from)).some((stage) => said.has(stage));
  if (!later('proposed')) found.push('no-proposal');
  else if (!later('pre-review')) found.push('no-pre-review');
  else if (!later('working-group')) found.push('no-working-group');
  else if (!later('opdc')) found.push('no-opdc');
  else found.push('not-final');
  return found;
}
