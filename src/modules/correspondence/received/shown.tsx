// How received letters are written on screen: state, who has it, when it is due.
import type { VNode } from 'preact';
import type { Ui } from '../../../platform/http/ui.ts';
import { bangkokDate, workingDaysBetween } from '../../../thai/index.ts';
import type { OfficeCalendar } from '../../../thai/index.ts';
import { Due } from '../../../ui/components/due.tsx';
import { StateMark } from '../../../ui/components/state-mark.tsx';
import type { StateKind } from '../../../ui/components/state-mark.tsx';
import type { ReceivedState } from '../domain/received.ts';
import { dueDay, hasHour } from '../domain/received-clock.ts';
import { messages } from './messages.ts';
import { dayText, instantText } from '../shown.tsx';

const kinds: Readonly<Record<ReceivedState, StateKind>> = { waiting: 'wait', proposed: 'going', working: 'going', closed: 'done' };

/** The state, with whoever has it; an overdue matter by its shape too. */
export function receivedMark(ui: Ui, letter: { state: ReceivedState; holderLabel: string; action: string; overdue: boolean }): VNode {
  const words = messages.in(ui.lang)(`state.${letter.state}`);
  const more = letter.state === 'proposed' ? letter.holderLabel : letter.state === 'working' ? letter.action : '';
  return <StateMark kind={letter.overdue ? 'late' : kinds[letter.state]} wrap>{more ? `${words} · ${more}` : words}</StateMark>;
}

/** A deadline in words: its hour too where it has one. */
export function deadlineText(ui: Ui, due: Date): string {
  return hasHour(due) ? instantText(ui, due) : dayText(ui, dueDay(due));
}

/** A deadline in working days while near; overdue by how many. */
export function receivedDue(ui: Ui, due: Date | null, calendar: OfficeCalendar): VNode {
  if (due === null) return <Due />;
  const left = workingDaysBetween(calendar, bangkokDate(ui.now), dueDay(due));
  const over = due <= ui.now && left === 0 ? -1 : left;
  if (over === undefined || over > 10 || hasHour(due) && over >= 0) return <Due when={deadlineText(ui, due)} iso={dueDay(due)} />;
  return <Due workingDays={over} when={deadlineText(ui, due)} iso={dueDay(due)} />;
}
