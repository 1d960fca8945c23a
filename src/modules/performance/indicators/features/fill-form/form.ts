import { choice, hidden, integer, rows, text, textarea, thaiDate } from '../../../../../platform/forms/fields.ts';
import { defineForm, type FormValues } from '../../../../../platform/forms/form.ts';
import { fieldName, type FormContent, type TextCode } from '../../domain/form-content.ts';
import { partText } from '../../domain/field-text.ts';
import { messages } from './messages.ts';

const long = (code: TextCode) => textarea({ label: fieldName(code), max: 8000, optional: true });
const part = (key: Parameters<typeof messages.words>[0], max = 300) => text({ label: messages.words(key), max, optional: true });

export const rowFields = {
  criteria: { text: part('criteriaText', 1000) },
  baseline: { year: integer({ label: messages.words('year'), min: 2500, max: 2700 }), value: text({ label: messages.words('value'), max: 200 }), note: part('note') },
  yearly: { year: integer({ label: messages.words('year'), min: 2500, max: 2700 }), target: text({ label: messages.words('target'), max: 300 }), plan: part('plan') },
  steps: { due: thaiDate({ label: messages.words('due'), optional: true }), text: text({ label: messages.words('step'), max: 1000 }), proof: part('proof', 500) },
  supervisors: { who: text({ label: messages.words('who'), max: 300 }), phone: part('phone', 100) },
  collectors: { who: text({ label: messages.words('who'), max: 300 }), phone: part('phone', 100) },
} as const;

export const fillForm = defineForm({
  rev: hidden({ max: 10 }),
  kind: choice(['outcome', 'output', 'process'], { label: fieldName('kind') }),
  better: choice(['more', 'less'], { label: fieldName('better') }),
  unitOfMeasure: text({ label: fieldName('unitOfMeasure'), max: 100, optional: true }),
  places: integer({ label: fieldName('places'), hint: messages.words('placesHint'), max: 6 }),
  reason: long('reason'), definition: long('definition'), scope: long('scope'), formula: long('formula'),
  baseline: rows(rowFields.baseline, { label: fieldName('baseline'), optional: true }),
  yearly: rows(rowFields.yearly, { label: fieldName('yearly'), optional: true }),
  criteria: rows(rowFields.criteria, { label: fieldName('criteria'), optional: true }),
  sixMonths: long('sixMonths'),
  steps: rows(rowFields.steps, { label: fieldName('steps'), optional: true }),
  conditions: long('conditions'), method: long('method'), sources: long('sources'),
  supervisors: rows(rowFields.supervisors, { label: fieldName('supervisors'), optional: true }),
  collectors: rows(rowFields.collectors, { label: fieldName('collectors'), optional: true }),
});

/** What was typed, as the form is kept. */
export function contentOf(input: FormValues<typeof fillForm>): FormContent {
  const { kind, better, places } = input;
  const lines = (given: string | undefined) => given ?? '';
  return {
    kind, better, places, unitOfMeasure: lines(input.unitOfMeasure),
    reason: lines(input.reason), definition: lines(input.definition), scope: lines(input.scope), formula: lines(input.formula), conditions: lines(input.conditions), sixMonths: lines(input.sixMonths), method: lines(input.method), sources: lines(input.sources),
    criteria: input.criteria.map((one) => partText(one.text ?? '')),
    baseline: input.baseline.map((one) => ({ year: one.year, value: partText(one.value), note: partText(one.note ?? '') })),
    yearly: input.yearly.map((one) => ({ year: one.year, target: partText(one.target), plan: partText(one.plan ?? '') })),
    steps: input.steps.map((one) => ({ due: one.due ?? '', text: partText(one.text), proof: partText(one.proof ?? '') })),
    supervisors: input.supervisors.map((one) => ({ who: partText(one.who), phone: partText(one.phone ?? '') })),
    collectors: input.collectors.map((one) => ({ who: partText(one.who), phone: partText(one.phone ?? '') })),
  };
}
