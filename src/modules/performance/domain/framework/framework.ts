/**
 * A yearly framework of evaluation as data: what is weighed, by which rules, on which scale. It is kept as it stands
 * here, numbers in plain digits, so that an old year stays computable. `null` is "not known": never a silent default.
 */
import type { Words } from '../../../../platform/words.ts';
import { scaled, usualRounding, type Rounding, type Scaled } from '../numbers.ts';
import type { Ladder } from '../ladder/ladder.ts';
import type { ScoreClass, TotalRules } from '../ladder/total.ts';

/** A guideline under which an indicator stands; the report's four of component 1 and four digital approaches. */
export interface Tag {
  readonly key: string;
  readonly name: Words;
}

export interface Component {
  readonly key: string;
  readonly name: Words;
  /** In the unit of `weightSum`. */
  readonly weight: string | null;
  /** What it compares with in years of other components. */
  readonly kind: 'performance' | 'potential' | null;
  /** Indicators stand in the parts, where there are any. */
  readonly parts?: readonly Component[];
  readonly tags?: readonly Tag[];
  /** Every indicator names one of the tags. */
  readonly tagNeeded?: boolean;
}

export type FrameworkRule =
  /** `numbered`: 1, 2, 3; `scored`: lines with a weight, 3.1 and 3.2 apart. */
  | { readonly kind: 'count'; readonly component: string; readonly counts: 'numbered' | 'scored'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'must-include'; readonly component: string; readonly tag: string; readonly min: number }
  /** Without an indicator of the tag there is a written statement. */
  | { readonly kind: 'statement'; readonly component: string; readonly tag: string };

export interface Scale {
  /** Scores of its steps, lowest first. */
  readonly scores: readonly string[];
  readonly names: readonly Words[];
  readonly below: Ladder['below'];
}

export interface FrameworkClass {
  readonly key: string;
  readonly name: Words;
  readonly from: string;
}

/** What is not certain about a field, shown beside it until somebody with the circular in hand settles it. */
export interface Note {
  /** `scale.below`, `components.1.weight`. */
  readonly field: string;
  readonly certainty: 'to-confirm' | 'open';
  readonly words: Words;
}

export type AgencyKind = 'department' | 'province' | 'public-organisation';

export interface Framework {
  /** B.E. */
  readonly fiscalYear: number;
  readonly agency: AgencyKind;
  /** A framework that was used is not changed: a new edition follows it. */
  readonly edition: number;
  readonly name: Words;
  readonly weightSum: string | null;
  readonly components: readonly Component[];
  readonly rules: readonly FrameworkRule[];
  readonly scale: Scale | null;
  readonly classes: readonly FrameworkClass[] | null;
  /** Months after which is reported. */
  readonly rounds: readonly number[] | null;
  readonly cancelled: TotalRules['cancelled'] | null;
  readonly rounding: (Rounding & { readonly at: TotalRules['roundAt'] }) | null;
  readonly notes: readonly Note[];
}

/** Where indicators can stand: the parts of a component, or itself. */
export const leaves = ({ components }: Pick<Framework, 'components'>): Component[] => components.flatMap((component) => component.parts ?? [component]);

/** Every component and part, the whole before its parts. */
export const allComponents = ({ components }: Pick<Framework, 'components'>): Component[] => components.flatMap((component) => [component, ...(component.parts ?? [])]);

/** The component of the first level that a component or part belongs to. */
export const mainComponent = ({ components }: Pick<Framework, 'components'>, key: string): Component | undefined =>
  components.find((component) => component.key === key || component.parts?.some((part) => part.key === key));

/** What a component's indicators must come to; undefined while unknown. */
export const weightOf = ({ weight }: Component): Scaled | undefined => (weight === null ? undefined : scaled(weight));

/** The rules for the total; undefined while the framework leaves one of them open. */
export function totalRulesOf({ weightSum, cancelled, rounding }: Framework): TotalRules | undefined {
  if (weightSum === null || cancelled === null || rounding === null) return undefined;
  return { weightSum: scaled(weightSum), cancelled, rounding, roundAt: rounding.at };
}

export const classesOf = ({ classes }: Framework): ScoreClass[] => (classes ?? []).map(({ key, from }) => ({ key, from: scaled(from) }));

/** The best score of its scale; undefined while the scale is unknown. */
export const topOf = ({ scale }: Framework): Scaled | undefined => (scale ? scaled(scale.scores.at(-1) as string) : undefined);

/** Shared by the years that score on 50/75/100. */
export const threeSteps: Scale = {
  scores: ['50', '75', '100'],
  names: [{ th: 'ขั้นต้น', en: 'Basic' }, { th: 'ขั้นมาตรฐาน', en: 'Standard' }, { th: 'ขั้นสูง', en: 'Advanced' }],
  below: 'zero',
};

export const fourClasses: readonly FrameworkClass[] = [
  { key: 'quality', name: { th: 'ระดับคุณภาพ', en: 'Quality' }, from: '90' },
  { key: 'standard-high', name: { th: 'ระดับมาตรฐานขั้นสูง', en: 'Standard, high' }, from: '75' },
  { key: 'standard-basic', name: { th: 'ระดับมาตรฐานขั้นต้น', en: 'Standard, basic' }, from: '60' },
  { key: 'improve', name: { th: 'ระดับต้องปรับปรุง', en: 'To improve' }, from: '0' },
];

export const shownRounding = { ...usualRounding, at: 'end' } as const;
export const ofHundred = { weightSum: '100', cancelled: 'spread', rounding: shownRounding } as const;
