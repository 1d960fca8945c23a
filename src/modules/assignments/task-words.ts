import type { Ui } from '../../platform/http/ui.ts';
import { formatDate, formatEnglishDate, localDate, toThaiDigits } from '../../thai/index.ts';
import type { PartyName } from '../organisation/index.ts';
import { messages } from './messages.ts';
import type { DueEvent } from './store/create-task.ts';

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

/** The due date or event in words. */
export function dueWords(dueOn: string | null, event: DueEvent | null, ui: Pick<Ui, 'lang'>): string {
  if (dueOn) return ui.lang === 'th' ? formatDate(localDate(dueOn), { style: 'short' }) : formatEnglishDate(localDate(dueOn), 'short');
  return event?.words ?? messages.in(ui.lang)('due.none');
}
