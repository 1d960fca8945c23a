// How letters are written on screen: references, days, stamps, states.
import type { VNode } from 'preact';
import type { Ui } from '../../platform/http/ui.ts';
import { dayWords, momentWords } from '../../platform/when.ts';
import type { Words } from '../../platform/words.ts';
import { bangkokDate, formatDate, formatEnglishDate, localDate, workingDaysBetween } from '../../thai/index.ts';
import type { OfficeCalendar } from '../../thai/index.ts';
import { Due } from '../../ui/components/due.tsx';
import { StateMark } from '../../ui/components/state-mark.tsx';
import type { StateKind } from '../../ui/components/state-mark.tsx';
import { Stamp } from '../../ui/components/stamp.tsx';
import type { LetterState, Urgency } from './domain/kinds.ts';
import { urgencyStamps } from './domain/kinds.ts';
import { messages } from './messages.ts';

/** `3 พ.ย. 2563` */
export function dayText(ui: Pick<Ui, 'lang'>, date: string): string {
  const day = localDate(date);
  return ui.lang === 'en' ? formatEnglishDate(day, 'short') : formatDate(day, { style: 'short' });
}

/** Rows of a register under the day of their registration, as the head of a page of forms 13 and 14 has it. */
export function dayHead(ui: Pick<Ui, 'lang'>): { key: (row: { registeredAt: Date }) => string; head: (row: { registeredAt: Date }) => string } {
  return { key: (row) => bangkokDate(row.registeredAt), head: (row) => dayWords(ui.lang, bangkokDate(row.registeredAt)) };
}

/** `3 พ.ย. 2563 10.05 น.` */
export function instantText(ui: Pick<Ui, 'lang'>, at: Date): string {
  return momentWords(ui.lang, at);
}

const levels = { urgent: 1, 'very-urgent': 2, 'most-urgent': 3 } as const;

/** The stamp of urgency, in the words of the paper; nothing for an ordinary letter. */
export function urgencyStamp(urgency: Urgency): VNode | undefined {
  return urgency === 'ordinary' ? undefined : <Stamp level={levels[urgency]}>{urgencyStamps[urgency]}</Stamp>;
}

export const urgencyWords: Readonly<Record<Urgency, Words>> = {
  ordinary: messages.words('urgency.ordinary'),
  urgent: messages.words('urgency.urgent'),
  'very-urgent': messages.words('urgency.very-urgent'),
  'most-urgent': messages.words('urgency.most-urgent'),
};

const stateKinds: Readonly<Record<LetterState, StateKind>> = { draft: 'wait', issued: 'done', recalled: 'void', corrected: 'going', void: 'void' };

export function stateMark(ui: Ui, state: LetterState): VNode {
  return <StateMark kind={stateKinds[state]}>{ui.text(messages.words(`state.${state}`))}</StateMark>;
}

/** Beyond this many working days a date says more than a count. */
const far = 10;

/** When an answer is asked for: in working days while near, otherwise as a day; a day that is past as it was. */
export function dueMark(ui: Ui, date: string | null, calendar: OfficeCalendar): VNode {
  if (date === null) return <Due />;
  const today = bangkokDate(ui.now);
  const left = date >= today ? workingDaysBetween(calendar, today, localDate(date)) : undefined;
  return left === undefined || left > far ? <Due when={dayText(ui, date).replace(/ \d{4}$/, '')} iso={date} /> : <Due workingDays={left} when={dayText(ui, date)} iso={date} />;
}

/** An address with a query; empty values are left out. */
export function address(path: string, query: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '' && value !== false) params.set(name, String(value === true ? 1 : value));
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** An instant and id as key of a page: `2020-11-03T03:00:00.000Z~17`. */
export const timeKey = (line: { at: Date; id: number }): string => `${line.at.toISOString()}~${line.id}`;
