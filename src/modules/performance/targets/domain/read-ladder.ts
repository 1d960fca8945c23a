/** A ladder and a weight as people type them, with what is wrong told at the field and, where there is one likely answer, its repair. */
import { checkLadder, ladderOf, usualScores, type Ladder } from '../../domain/ladder/ladder.ts';
import { errorAt, type Finding } from '../../domain/finding.ts';
import { one, parseTyped, scaledText, type Scaled, type TypedFailure } from '../../domain/numbers.ts';
import type { Words } from '../../../../platform/words.ts';
import type { LadderData } from '../../store/indicators.ts';
import { messages } from './messages.ts';

export const scales = ['50-75-100', '1-5', '100-500'] as const;
export type Scale = (typeof scales)[number];
/** Names of the fields for the values of a ladder, lowest score first. */
export const valueFields = ['v0', 'v1', 'v2', 'v3', 'v4'] as const;
export type ValueField = (typeof valueFields)[number];

/** The scale whose scores a ladder uses; the first where it uses another. */
export const scaleOf = (ladder: LadderData | null): Scale => scales.find((scale) => ladder?.scores.every((score) => (usualScores[scale] as readonly string[]).includes(score))) ?? '50-75-100';

/** Where each value of a ladder stands on its scale, for the fields. */
export function typedOf(ladder: LadderData | null, scale: Scale): Partial<Record<ValueField, string>> {
  const scores: readonly string[] = usualScores[scale];
  return Object.fromEntries((ladder?.values ?? []).flatMap((value, at) => {
    const place = scores.indexOf(ladder?.scores[at] as string);
    return place < 0 ? [] : [[valueFields[place] as ValueField, value]];
  }));
}

/** Values in words: `70 / 75 / 80`. A ladder of a single rung says its score too. */
export const ladderText = (ladder: LadderData | null): string => (ladder === null ? '' : ladder.values.length === 1 ? `${ladder.values[0]} (${ladder.scores[0]})` : ladder.values.join(' / '));

export interface TypedLadder {
  readonly scale: Scale;
  readonly values: Readonly<Record<ValueField, string | undefined>>;
  readonly below: Ladder['below'];
}

export interface ReadLadder {
  /** Null when nothing was typed, or when it cannot be read. */
  readonly ladder: LadderData | null;
  readonly findings: readonly Finding[];
  /** Words at fields that are no numbers. */
  readonly unread: Readonly<Record<string, Words>>;
}

export const numberProblem = (code: TypedFailure['code']): Words => messages.words(`number.${code}`);

/** Reads the fields. Empty ones are rungs that the ladder does not have: a single top rung is a ladder. */
export function readLadder({ scale, values, below }: TypedLadder, { better }: Pick<Ladder, 'better'>): ReadLadder {
  const scores = usualScores[scale] as readonly string[];
  const unread: Record<string, Words> = {};
  const rungs: { field: string; value: string; score: string }[] = [];
  scores.forEach((score, at) => {
    const field = valueFields[at] as ValueField;
    const text = values[field]?.trim() ?? '';
    if (text === '') return;
    const typed = parseTyped(text);
    if (typed.ok) rungs.push({ field, value: scaledText(typed.value.value), score });
    else unread[field] = numberProblem(typed.code);
  });
  if (Object.keys(unread).length > 0 || rungs.length === 0) return { ladder: null, findings: [], unread };
  const ladder: LadderData = { values: rungs.map(({ value }) => value), scores: rungs.map(({ score }) => score), below: rungs.length === 1 && below === 'slope' ? 'zero' : below };
  // A finding speaks of a rung by its place; people see the field.
  const findings = checkLadder(ladderOf(ladder.values, ladder.scores, { better, below: ladder.below })).map((finding): Finding => {
    const at = /^rungs\.(\d+)\./.exec(finding.field)?.[1];
    return { ...finding, field: at === undefined ? (finding.field === 'better' ? (rungs[0]?.field as string) : finding.field === 'below' ? 'below' : 'v0') : (rungs[Number(at)]?.field as string) };
  });
  return { ladder, findings, unread };
}

/** The same ladder with its values the other way round: the one-press repair of a reversed one. */
export const turned = (ladder: LadderData): LadderData => ({ ...ladder, values: ladder.values.toReversed() });

/** A weight in parts of `weightSum`, with the trap of 0.15 for 15. */
export function readWeight(text: string | undefined, weightSum: Scaled | undefined): { readonly weight: Scaled | null; readonly findings: readonly Finding[]; readonly unread: Words | undefined } {
  if (text === undefined || text.trim() === '') return { weight: null, findings: [], unread: undefined };
  const typed = parseTyped(text);
  if (!typed.ok) return { weight: null, findings: [], unread: numberProblem(typed.code) };
  const { value } = typed.value;
  const findings: Finding[] = [];
  const hundredfold = weightSum === undefined || weightSum > one;
  if (value <= 0n) findings.push(errorAt('weight', 'find.weight-negative'));
  else if (hundredfold && value < one) findings.push(errorAt('weight', 'find.weight-as-fraction', { weight: scaledText(value), meant: scaledText(value * 100n) }, scaledText(value * 100n)));
  else if (!hundredfold && value > one) findings.push(errorAt('weight', 'find.weight-as-percent', { weight: scaledText(value), meant: scaledText(value / 100n), sum: scaledText(weightSum) }, scaledText(value / 100n)));
  else if (weightSum !== undefined && value > weightSum) findings.push({ code: 'WEIGHT_OVER', severity: 'error', field: 'weight', words: messages.words('find.weightOver', { weight: scaledText(value), sum: scaledText(weightSum) }) });
  return { weight: value, findings, unread: undefined };
}
