/** A new framework out of an old one, or out of nothing. What is not known of the new year is left open or asked to be confirmed; nothing is invented. */
import type { AgencyKind, Component, Framework, Note } from '../../domain/framework/framework.ts';
import { messages } from './messages.ts';

export interface CopyTo {
  readonly fiscalYear: number;
  readonly agency: AgencyKind;
  /** `all`: with its figures, to be confirmed. `structure`: components, tags and rules without any figure. */
  readonly take: 'all' | 'structure';
}

export const agencyWords = (agency: AgencyKind) => messages.words(`agency.${agency}`);
export const usualName = (fiscalYear: number, agency: AgencyKind) => messages.words(`name.${agency}`, { year: fiscalYear });

/** Sections that a note can be missing for. */
const sections = ['components.weight', 'rules', 'scale', 'classes', 'rounds', 'cancelled', 'rounding'] as const;
const openNote = (field: string): Note => ({ field, certainty: 'open', words: messages.words('copy.open') });

/** Without components, rules or figures: everything is open. */
export const blankFramework = ({ fiscalYear, agency }: Pick<CopyTo, 'fiscalYear' | 'agency'>): Framework => ({
  fiscalYear, agency, edition: 1, name: usualName(fiscalYear, agency), weightSum: '100', components: [], rules: [], scale: null, classes: null, rounds: null, cancelled: null, rounding: null,
  notes: sections.map(openNote),
});

const withoutWeight = (component: Component): Component => ({ ...component, weight: null, ...(component.parts ? { parts: component.parts.map(withoutWeight) } : {}) });

/** The framework as a draft of another year, agency or edition. A further edition of the same year keeps the notes it has. */
export function copyOf(framework: Framework, { fiscalYear, agency, take }: CopyTo): Framework {
  if (fiscalYear === framework.fiscalYear && agency === framework.agency && take === 'all') return framework;
  const words = {
    th: messages.in('th')('copy.check', { year: framework.fiscalYear, agency: agencyWords(framework.agency).th, edition: framework.edition }),
    en: messages.in('en')('copy.check', { year: framework.fiscalYear, agency: agencyWords(framework.agency).en, edition: framework.edition }),
  };
  const base: Framework = { ...framework, fiscalYear, agency, name: usualName(fiscalYear, agency) };
  if (take === 'structure') {
    const rules = base.rules.filter(({ kind }) => kind !== 'count');
    return {
      ...base, components: base.components.map(withoutWeight), rules, scale: null, classes: null, rounds: null, cancelled: null, rounding: null,
      notes: [{ field: 'components', certainty: 'to-confirm', words }, ...sections.map(openNote)],
    };
  }
  const noted = (section: string) => base.notes.some(({ field }) => field === section || field.startsWith(`${section}.`));
  return { ...base, notes: [...base.notes, ...sections.filter((section) => !noted(section)).map((field): Note => ({ field, certainty: 'to-confirm', words }))] };
}
