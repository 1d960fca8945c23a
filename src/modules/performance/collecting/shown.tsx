// Words and marks that the screens of the room share.
import type { VNode } from 'preact';
import type { Ui } from '../../../platform/http/ui.ts';
import { dayWords } from '../../../platform/when.ts';
import type { Words } from '../../../platform/words.ts';
import { bangkokDate, formatDate, formatEnglishDate, localDate } from '../../../thai/index.ts';
import { Notice } from '../../../ui/components/notice.tsx';
import { StateMark, type StateKind } from '../../../ui/components/state-mark.tsx';
import type { Cycle } from '../store/cycles.ts';
import type { Round, SubmissionState } from '../store/rounds.ts';
import { slugOf } from './domain/rounds.ts';
import { messages } from './messages.ts';

/** `แบบรายละเอียดตัวชี้วัด`, `ผลรอบ 6 เดือน`. */
export const roundWords = ({ month }: Pick<Round, 'month'>): Words => (month === null ? messages.words('round.form') : messages.words('round.result', { month }));

export const collectHref = ({ fiscalYear }: Pick<Cycle, 'fiscalYear'>): string => `/performance/${fiscalYear}/collect`;
export const boardHref = (cycle: Pick<Cycle, 'fiscalYear'>, round: Pick<Round, 'month'>): string => `${collectHref(cycle)}/${slugOf(round)}`;
export const resultHref = ({ fiscalYear }: Pick<Cycle, 'fiscalYear'>, key: string, round?: Pick<Round, 'month'>): string => `/performance/${fiscalYear}/results/${key}${round ? `/${slugOf(round)}` : ''}`;
export const stepsHref = (cycle: Pick<Cycle, 'fiscalYear'>, key: string): string => `${resultHref(cycle, key)}/steps`;

/** A day in both languages: `26 ต.ค. 2563`. */
export const daysWords = (day: string): Words => ({ th: formatDate(localDate(day), { style: 'short' }), en: formatEnglishDate(localDate(day), 'short') });

/** A message whose params are words of two languages. */
export function fill(key: keyof typeof messages.th, params: Readonly<Record<string, string | number | Words>>): Words {
  const inLanguage = (lang: 'th' | 'en') => Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? value[lang] : value]));
  return { th: messages.in('th')(key, inLanguage('th')), en: messages.in('en')(key, inLanguage('en')) };
}

const marks: Readonly<Record<SubmissionState, StateKind>> = { open: 'wait', submitted: 'going', returned: 'risk', approved: 'done', confirmed: 'done' };

/** The state of a submission; what is still owed after the due day says so. */
export function SubmissionMark({ state, late, ui }: { state: SubmissionState; late?: boolean; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  return late ? <StateMark kind="late" wrap>{`${t(`state.${state}`)} · ${t('late')}`}</StateMark> : <StateMark kind={marks[state]} wrap>{t(`state.${state}`)}</StateMark>;
}

/** Why an act failed whose button is not on the page (any more): forms on the page say it themselves. */
export function FailedAct({ drawn, ui }: { drawn: readonly string[]; ui: Ui }): VNode | null {
  const { message, action } = ui.form;
  return message && action !== undefined && !drawn.includes(action) ? <Notice kind="error">{ui.text(message)}</Notice> : null;
}

/** `ร้อยละ 77`, `310 คะแนน`: where the unit is a percentage it comes first in Thai. */
export const valueWords = (value: string, unit: string): string => (unit.startsWith('ร้อยละ') ? `${unit} ${value}` : `${value} ${unit}`.trim());

/** A unit to put after a number inside a sentence; a percentage has its own place. */
export const unitAfter = (unit: string) => (unit.startsWith('ร้อยละ') ? { th: '', en: '' } : { th: unit, en: unit });

/** The day that a value is as of. */
export const asOfWords = (at: Date, ui: Ui): string => dayWords(ui.lang, bangkokDate(at));
