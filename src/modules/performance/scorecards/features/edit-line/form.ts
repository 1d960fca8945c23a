import { choice, hidden, id, text } from '../../../../../platform/forms/fields.ts';
import { defineForm, type FormValues } from '../../../../../platform/forms/form.ts';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { fail, ok, type Result } from '../../../../../platform/result.ts';
import type { Words } from '../../../../../platform/words.ts';
import { checkLadder, ladderOf } from '../../../domain/ladder/ladder.ts';
import { hundred, parseTyped, scaledText, type Scaled } from '../../../domain/numbers.ts';
import { addedTopics2564 } from '../../../domain/scorecard.ts';
import { indicatorsOf } from '../../../store/indicators.ts';
import { levelScores, lineKinds, weightTrap } from '../../domain/card.ts';
import { messages } from '../../messages.ts';
import type { Card, LineInput } from '../../store/cards.ts';

const m = messages.words;
const value = (n: number) => text({ label: m('levelN', { n }), max: 30 });
export const topics = addedTopics2564.map(({ key }) => key);
export const belows = ['lowest', 'zero', 'slope'] as const;

export const lineForm = defineForm({
  rev: hidden({ optional: true }),
  kind: choice(lineKinds, { label: m('kind') }),
  indicator: id({ label: m('indicator'), hint: m('pickIndicator'), optional: true }),
  contribution: text({ label: m('contribution'), hint: m('contributionHint'), max: 30, optional: true }),
  topic: choice(topics, { label: m('topic'), hint: m('pickTopic'), optional: true }),
  title: text({ label: m('lineTitle'), min: 2, max: 500 }),
  unitOfMeasure: text({ label: m('unitOfMeasure'), max: 100, optional: true }),
  better: choice(['more', 'less'], { label: m('better') }),
  weight: text({ label: m('weight'), max: 30 }),
  v1: value(1), v2: value(2), v3: value(3), v4: value(4), v5: value(5),
  below: choice(belows, { label: m('below') }),
  measure: text({ label: m('measure'), hint: m('measureHint'), max: 100, optional: true }),
});

const read = (typed: string): Scaled | undefined => {
  const parsed = parseTyped(typed);
  return parsed.ok ? parsed.value.value : undefined;
};

/** The typed line, or every mistake at its field at once. */
export async function lineFrom(tx: ReadTx, card: Card, input: FormValues<typeof lineForm>): Promise<Result<LineInput>> {
  const wrong: Record<string, Words> = {};
  const weight = read(input.weight);
  if (weight === undefined) wrong['weight'] = m('notNumber');
  else {
    const trap = weightTrap('weight', weight, card.weightSum);
    if (trap) wrong['weight'] = trap.words;
  }
  const values = [input.v1, input.v2, input.v3, input.v4, input.v5].map(read);
  values.forEach((one, at) => { if (one === undefined) wrong[`v${at + 1}`] = m('notNumber'); });
  const known = values.flatMap((one) => (one === undefined ? [] : [scaledText(one)]));
  if (known.length === 5) {
    for (const finding of checkLadder(ladderOf(known, levelScores, { better: input.better, below: input.below })).filter(({ severity }) => severity === 'error')) {
      const rung = /^rungs\.(\d)/.exec(finding.field)?.[1];
      wrong[rung === undefined ? finding.field : `v${Number(rung) + 1}`] ??= finding.words;
    }
  }
  const indicator = input.kind === 'cascaded' ? (await indicatorsOf(tx, card.cycleId)).find(({ id: one }) => one === input.indicator) : undefined;
  const contribution = input.kind === 'cascaded' ? read(input.contribution ?? '') : undefined;
  if (input.kind === 'cascaded') {
    if (!indicator) wrong['indicator'] = m('needIndicator');
    if (contribution === undefined || contribution <= 0n || contribution > hundred) wrong['contribution'] = m('needContribution');
  }
  if (input.kind === 'added' && input.topic === undefined) wrong['topic'] = m('needTopic');
  const [first] = Object.values(wrong);
  if (first) return fail('LINE_WRONG', first, { fields: wrong });
  return ok({
    kind: input.kind, indicatorId: indicator?.id ?? null, indicatorKey: indicator?.key ?? null, contribution: contribution ?? null, topic: input.kind === 'added' ? (input.topic ?? null) : null,
    title: input.title, unitOfMeasure: input.unitOfMeasure ?? '', better: input.better, weight: weight as Scaled, ladder: { values: known, scores: levelScores, below: input.below }, measureName: input.measure ?? null,
  });
}
