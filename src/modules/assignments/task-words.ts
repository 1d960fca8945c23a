import type { Ui } from '../../platform/http/ui.ts';
import { formatDate, formatEnglishDate, localDate, toThaiDigits } from '../../thai/index.ts';
import type { PartyName } from '../organisation/index.ts';
import type { DueEvent } from './domain/due.ts';
import { messages } from './messages.ts';

/** "งาน ๐๐๔๗": how a task is called on screen. */
export function taskReference(id: number, ui: Pick<Ui, 'lang'>): string {
  const n = String(id).padStart(4, '0');
  return messages.in(ui.lang)('tasks.ref', { n: ui.lang === 'th' ? toThaiDigits(n) : n });
}

/** Short names of parties in order: abbreviation where there is one. */
export function partyList(ids: readonly number[], names: ReadonlyMap<number, PartyName>): string {
  return ids
    .map((id) => names.get(id))
    .filter((party) => party !== undefined)
    .map((party) => party.abbreviation || party.name)
    .join(' ');
}

export interface DueOfTask {
  readonly dueOn: string | null;
  readonly dueEvent: DueEvent | null;
  readonly fallsDue: string | null;
}

/** A day as it is shown with tasks: "12 พ.ย. 2563". */
export function dayWords(day: string, ui: Pick<Ui, 'lang'>): string {
  return ui.lang === 'th' ? formatDate(localDate(day), { style: 'short' }) : formatEnglishDate(localDate(day), 'short');
}

/** The due date, or the event with its day once that is known: "การประชุมครั้งต่อไป (12 พ.ย. 2563)". */
export function dueWords(due: DueOfTask, ui: Pick<Ui, 'lang'>): string {
  const day = due.fallsDue ? dayWords(due.fallsDue, ui) : undefined;
  if (due.dueEvent) return day ? `${due.dueEvent.words} (${day})` : due.dueEvent.words;
  return day ?? messages.in(ui.lang)('due.none');
}
