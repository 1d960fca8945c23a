// What was filled in becomes a value with what it is made of, each way of measuring by its own rule.
import type { FormValues } from '../../../../../platform/forms/form.ts';
import { fail, ok, type Failure, type Result } from '../../../../../platform/result.ts';
import type { Words } from '../../../../../platform/words.ts';
import { endOfDay, localDate } from '../../../../../thai/index.ts';
import { round, scaledText } from '../../../domain/numbers.ts';
import type { Indicator } from '../../../store/indicators.ts';
import type { ResultValue } from '../../../store/results.ts';
import { stepsValue } from '../../domain/plan-steps.ts';
import { surveyResult, type SurveyLine } from '../../domain/survey.ts';
import { takeValue } from '../../domain/typed-value.ts';
import { messages as shared } from '../../messages.ts';
import type { MeasuringRules } from '../../store/measuring.ts';
import type { Step } from '../../store/steps.ts';
import type { valueForm } from './forms.ts';
import { messages } from './messages.ts';

type Filled = FormValues<typeof valueForm>;

export interface ValueContext {
  readonly indicator: Indicator;
  readonly rules: MeasuringRules;
  readonly plan: readonly Step[];
  readonly now: Date;
  readonly today: string;
}

const at = (field: keyof Filled, words: Words): Failure => fail('VALUE', words, { fields: { [field]: words } });

/** Whether the value comes out of the steps of a plan, not out of a field. */
export const isOfSteps = ({ measuring }: Pick<Indicator, 'measuring'>, plan: readonly Step[]): boolean => plan.length > 0 && (measuring === 'milestones' || measuring === 'staged-approval' || measuring === 'service-level');

/** As of the end of a day, or of now where the day is today. */
const asOfDay = (day: string, { now, today }: ValueContext): Date => (day === today ? now : new Date(endOfDay(localDate(day)).getTime() - 1));

/** The value to keep, or what is wrong at which field. */
export function makeValue(filled: Filled, context: ValueContext): Result<ResultValue> {
  const { indicator, plan } = context;
  if (filled.asOf > context.today) return at('asOf', messages.words('future'));
  const common = { numerator: null, denominator: null, margin: null, source: 'manual' as const, measureName: null, asOf: asOfDay(filled.asOf, context), note: filled.note ?? '' };
  if (isOfSteps(indicator, plan)) return ofSteps(filled, context, common);
  if (indicator.measuring === 'survey' && (filled.lines.length > 0 || filled.value === undefined)) return ofSurvey(filled, context, common);
  const value = takeValue(filled.value ?? '', indicator, filled.sure);
  if (!value.ok) return value;
  const detail = indicator.measuring === 'assessment'
    ? { group: filled.group ?? '', source: filled.source ?? '', ...(context.rules.before ? { before: context.rules.before } : {}) }
    : indicator.measuring === 'survey' ? { method: filled.method ?? '' } : {};
  return ok({ ...common, value: value.value, detail });
}

type Common = Omit<ResultValue, 'value' | 'detail'>;

function ofSteps(filled: Filled, { indicator, plan, rules }: ValueContext, common: Common): Result<ResultValue> {
  const counted = stepsValue(plan, rules.rule, filled.asOf);
  if (counted.value === undefined) return at('asOf', messages.words('stepsUnknown', { steps: counted.wanted.join(', ') }));
  const users: Record<string, unknown> = {};
  if (indicator.measuring === 'service-level') {
    if (filled.newUsers !== undefined) users['newUsers'] = filled.newUsers;
    if (filled.renewals !== undefined) users['renewals'] = filled.renewals;
    if (filled.satisfaction !== undefined) {
      const share = takeValue(filled.satisfaction, { unitOfMeasure: shared.th.percent, places: 2, ladder: null, better: 'more' });
      if (!share.ok) return at('satisfaction', share.message);
      users['satisfaction'] = scaledText(share.value);
    }
  }
  const steps = plan.map(({ id, title, byWhom, state, doneOn, reference, proof, weight }, n) => ({ step: n + 1, id, title, byWhom, state, done: state === 'done' && (doneOn ?? '') <= filled.asOf, doneOn, reference, proof, weight }));
  return ok({ ...common, value: counted.value, detail: { rule: rules.rule, steps, idle: counted.idle, weighted: counted.weighted, ...users } });
}

function ofSurvey(filled: Filled, { rules }: ValueContext, common: Common): Result<ResultValue> {
  const seen = new Set<string>();
  for (const [n, line] of filled.lines.entries()) {
    const key = `${line.group.trim()}\n${line.level.trim()}`;
    const row = n + 1;
    if (line.asked === 0) return at('lines', messages.words('linesNobody', { row }));
    if (line.yes > line.asked) return at('lines', messages.words('linesBad', { row }));
    if (seen.has(key)) return at('lines', messages.words('linesTwice', { row }));
    seen.add(key);
  }
  const lines: SurveyLine[] = filled.lines.map(({ group, level, yes, asked }) => ({ group: group.trim(), level: level.trim(), yes, asked }));
  const result = surveyResult(lines, rules.formula);
  if (!result) return at(filled.lines.length === 0 ? 'value' : 'lines', filled.lines.length === 0 ? shared.words('value.empty') : messages.words('linesNone'));
  const places = { places: 6, mode: 'half-away' } as const;
  const one = result.levels.length === 1 ? result.levels[0] : undefined;
  return ok({
    ...common, value: round(result.value, places), margin: result.margin,
    numerator: one ? BigInt(one.yes) * 1_000_000n : null, denominator: one ? BigInt(one.asked) * 1_000_000n : null,
    detail: {
      lines, formula: rules.formula, method: filled.method ?? '', low: scaledText(result.low), high: scaledText(result.high), confidence: 95, interval: 'wilson',
      levels: result.levels.map(({ level, yes, asked, share, low, high }) => ({ level, yes, asked, share: scaledText(round(share, places)), low: scaledText(low), high: scaledText(high) })),
    },
  });
}
