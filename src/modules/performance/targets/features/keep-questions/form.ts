import { choice, hidden, ids, text, textarea, thaiDate } from '../../../../../platform/forms/fields.ts';
import { defineForm, type FormValues } from '../../../../../platform/forms/form.ts';
import { fail, ok, type Result } from '../../../../../platform/result.ts';
import type { Words } from '../../../../../platform/words.ts';
import { scaled, scaledText, parseTyped } from '../../../domain/numbers.ts';
import type { Sheet } from '../../../sheet.ts';
import { scoredLines, type LadderData } from '../../../store/indicators.ts';
import { checkLadder, ladderOf } from '../../../domain/ladder/ladder.ts';
import { numberProblem, readWeight } from '../../domain/read-ladder.ts';
import { messages as shared } from '../../messages.ts';
import type { QuestionInput } from '../../store/questions.ts';
import { messages } from './messages.ts';

export const answerPlaces = [1, 2, 3] as const;

const answerFields = <const N extends number>(n: N) => ({
  [`text${n}`]: text({ label: messages.words('answerText'), max: 500, optional: true }),
  [`saidBy${n}`]: text({ label: messages.words('saidBy'), hint: messages.words('saidByHint'), max: 300, optional: true }),
  [`values${n}`]: text({ label: messages.words('values'), hint: messages.words('valuesHint'), max: 100, optional: true }),
  [`weight${n}`]: text({ label: shared.words('weight'), hint: messages.words('weightHint'), max: 30, optional: true }),
}) as Record<`${'text' | 'saidBy' | 'values' | 'weight'}${N}`, ReturnType<typeof text<{ label: Words; optional: true }>>>;

export const questionForm = defineForm({
  question: text({ label: messages.words('question'), hint: messages.words('questionHint'), min: 5, max: 500 }),
  detail: textarea({ label: messages.words('detail'), max: 3000, rows: 2, optional: true }),
  indicators: ids({ label: messages.words('indicators'), hint: messages.words('indicatorsHint'), optional: true }),
  decider: text({ label: messages.words('decider'), hint: messages.words('deciderHint'), min: 2, max: 200 }),
  point: text({ label: messages.words('point'), hint: messages.words('pointHint'), max: 200, optional: true }),
  askedOn: thaiDate({ label: messages.words('askedOn') }),
  ...answerFields(1), ...answerFields(2), ...answerFields(3),
});

export const decideForm = defineForm({
  chosen: choice(['1', '2', '3', '4', '5', '6'], { label: messages.words('choice') }),
  decision: textarea({ label: messages.words('decision'), max: 2000, rows: 2 }),
  reference: text({ label: shared.words('reference'), hint: messages.words('referenceHint'), max: 300 }),
  decidedOn: thaiDate({ label: messages.words('decidedOn') }),
  rev: hidden({ max: 12 }),
});

export const withdrawForm = defineForm({ reason: text({ label: messages.words('withdrawReason'), min: 3, max: 500 }), rev: hidden({ max: 12 }) });

const refuse = (field: string, words: Words) => fail('QUESTION', words, { fields: { [field]: words } });

/** `70 / 75 / 80` on the scores 50/75/100; a single value is the top. */
function ladderTyped(typed: string, better: 'more' | 'less', field: string): Result<LadderData> {
  const parts = typed.split('/').map((part) => part.trim()).filter(Boolean);
  if (parts.length < 1 || parts.length > 3) return refuse(field, messages.words('valuesCount'));
  const values: string[] = [];
  for (const part of parts) {
    const read = parseTyped(part);
    if (!read.ok) return refuse(field, numberProblem(read.code));
    values.push(scaledText(read.value.value));
  }
  const ladder: LadderData = { values, scores: ['50', '75', '100'].slice(-values.length), below: 'zero' };
  const wrong = checkLadder(ladderOf(ladder.values, ladder.scores, { better, below: 'zero' })).find(({ severity }) => severity === 'error');
  return wrong ? refuse(field, wrong.words) : ok(ladder);
}

/** The question out of its form, or the words at the field that cannot be taken. */
export function readQuestion(sheet: Sheet, input: FormValues<typeof questionForm>, today: string): Result<QuestionInput> {
  const lines = scoredLines(sheet.indicators).filter(({ id }) => input.indicators.includes(id));
  if (lines.length !== input.indicators.length) return refuse('indicators', messages.words('notOfYear'));
  if (input.askedOn > today) return refuse('askedOn', messages.words('future'));
  if (input.point !== undefined && !/^\/(open-points|meetings)([/?#].*)?$/.test(input.point)) return refuse('point', messages.words('pointWrong'));
  const sum = sheet.framework.weightSum === null ? undefined : scaled(sheet.framework.weightSum);
  const answers: QuestionInput['answers'][number][] = [];
  for (const n of answerPlaces) {
    const said = input[`text${n}`];
    if (said === undefined) continue;
    const typed = input[`values${n}`];
    const ladder = typed === undefined ? ok(null) : ladderTyped(typed, lines[0]?.better ?? 'more', `values${n}`);
    if (!ladder.ok) return ladder;
    const weight = readWeight(input[`weight${n}`], sum);
    const wrong = weight.unread ?? weight.findings[0]?.words;
    if (wrong) return refuse(`weight${n}`, wrong);
    answers.push({ text: said, saidBy: input[`saidBy${n}`] ?? '', ladder: ladder.value, weight: weight.weight });
  }
  if (answers.length < 2) return refuse(answers.length === 0 ? 'text1' : 'text2', messages.words('twoAnswers'));
  return ok({ question: input.question, detail: input.detail ?? '', indicatorIds: lines.map(({ id }) => id), decider: input.decider, pointHref: input.point ?? '', askedOn: input.askedOn, answers });
}
