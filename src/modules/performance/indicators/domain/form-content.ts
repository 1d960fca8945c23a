/** The official form of an indicator (รายละเอียดตัวชี้วัด) as data. Beside it the indicator's own row says name, place, units, weight and ladder. */
import type { Words } from '../../../../platform/words.ts';
import type { Indicator } from '../../store/indicators.ts';
import { messages } from './messages.ts';

/** A value of an earlier year: the number as it was told, also "ไม่มีข้อมูล". */
export interface BaselineYear { readonly year: number; readonly value: string; readonly note: string }
/** A target of a year, as a plan sets it. */
export interface YearlyTarget { readonly year: number; readonly target: string; readonly plan: string }
/** A step of the twelve months; `due` is `YYYY-MM-DD` or empty. */
export interface PlanStep { readonly due: string; readonly text: string; readonly proof: string }
/** Who answers for it or keeps its data, with a telephone. */
export interface ContactLine { readonly who: string; readonly phone: string }

export const textCodes = ['reason', 'definition', 'scope', 'formula', 'conditions', 'sixMonths', 'method', 'sources'] as const;
export type TextCode = (typeof textCodes)[number];
export const rowCodes = ['baseline', 'yearly', 'steps', 'supervisors', 'collectors'] as const;
export type RowCode = (typeof rowCodes)[number];

export interface FormContent extends Readonly<Record<TextCode, string>> {
  readonly kind: Indicator['kind'];
  readonly better: Indicator['better'];
  readonly unitOfMeasure: string;
  readonly places: number;
  /** What each rung of the ladder asks for in words, lowest score first. */
  readonly criteria: readonly string[];
  readonly baseline: readonly BaselineYear[];
  readonly yearly: readonly YearlyTarget[];
  readonly steps: readonly PlanStep[];
  readonly supervisors: readonly ContactLine[];
  readonly collectors: readonly ContactLine[];
}

export type FieldCode = TextCode | RowCode | 'kind' | 'better' | 'unitOfMeasure' | 'places' | 'criteria';

/** The fields in the order of the form. */
export const fieldCodes: readonly FieldCode[] = [
  'kind', 'better', 'unitOfMeasure', 'places', 'reason', 'definition', 'scope', 'formula', 'baseline', 'yearly', 'criteria', 'sixMonths', 'steps', 'conditions', 'method', 'sources', 'supervisors', 'collectors',
];

export const fieldName = (code: FieldCode): Words => messages.words(`field.${code}`);

type Facts = Pick<Indicator, 'kind' | 'better' | 'unitOfMeasure' | 'places'>;

/** A form in which nothing is written yet. */
export const emptyContent = ({ kind, better, unitOfMeasure, places }: Facts): FormContent => ({
  kind, better, unitOfMeasure, places, reason: '', definition: '', scope: '', formula: '', conditions: '', sixMonths: '', method: '', sources: '', criteria: [], baseline: [], yearly: [], steps: [], supervisors: [], collectors: [],
});

/** Fields that a form of the year needs before it can go to the OPDC. */
export const neededCodes: readonly FieldCode[] = ['unitOfMeasure', 'reason', 'definition', 'scope', 'formula', 'baseline', 'criteria', 'method', 'sources', 'supervisors', 'collectors'];

const isEmpty = (content: FormContent, code: FieldCode): boolean => {
  const value = content[code];
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) ? value.every((one) => one === '') : false;
};

/** What is still empty of what the form needs. One that stands over others needs neither steps of the ladder nor a formula. */
export const missingFields = (content: FormContent, parent = false): FieldCode[] => neededCodes.filter((code) => isEmpty(content, code) && !(parent && (code === 'criteria' || code === 'formula' || code === 'baseline')));
