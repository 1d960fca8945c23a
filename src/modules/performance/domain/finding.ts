import type { Language, Words } from '../../../platform/words.ts';
import { messages } from './messages.ts';

/** What checking found in a ladder, a framework or a set of indicators, told at the field where it can be mended. */
export interface Finding {
  readonly code: string;
  /** An `error` keeps the thing from being used; a `warning` is told and may stay. */
  readonly severity: 'error' | 'warning';
  /** Where: `steps.1.value`, `indicators.3.weight`. Positions count from 0, as the names of form fields do. */
  readonly field: string;
  readonly words: Words;
  /** What to write at the field instead, when there is one likely answer. */
  readonly repair?: string;
}

type Key = keyof typeof messages.th & `find.${string}`;
/** What is filled into the words; names in two languages are told each in its own. */
type Params = Readonly<Record<string, string | number | Words>>;

const inLanguage = (params: Params | undefined, lang: Language) =>
  params && Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? value[lang] : value]));

const findingOf = (severity: Finding['severity']) => (field: string, key: Key, params?: Params, repair?: string): Finding => ({
  // `find.ladder-reversed` → `LADDER_REVERSED`
  code: key.slice('find.'.length).replaceAll('-', '_').toUpperCase(),
  severity,
  field,
  words: { th: messages.in('th')(key, inLanguage(params, 'th')), en: messages.in('en')(key, inLanguage(params, 'en')) },
  ...(repair === undefined ? {} : { repair }),
});

export const errorAt = findingOf('error');
export const warningAt = findingOf('warning');

/** Nothing found that keeps it from being used. */
export const usable = (findings: readonly Finding[]): boolean => findings.every(({ severity }) => severity === 'warning');
