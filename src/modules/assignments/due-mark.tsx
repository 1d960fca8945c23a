import type { VNode } from 'preact';
import type { Ui } from '../../platform/http/ui.ts';
import { bangkokDate, localDate, workingDaysBetween, type OfficeCalendar } from '../../thai/index.ts';
import { Due } from '../../ui/components/due.tsx';
import { dueWords, type DueOfTask } from './task-words.ts';

export interface DueMarkProps {
  readonly task: DueOfTask & { readonly state: string };
  readonly calendar: OfficeCalendar;
  readonly ui: Ui;
  readonly full?: boolean;
}

/** When a task is due: working days while that matters, the date otherwise. A finished task shows its date only. */
export function DueMark({ task, calendar, ui, full }: DueMarkProps): VNode {
  const when = dueWords(task, ui);
  if (!task.fallsDue) return <Due when={when} />;
  const due = localDate(task.fallsDue);
  if (task.state === 'closed' || task.state === 'cancelled') return <Due when={when} iso={due} />;
  const today = bangkokDate(ui.now);
  const left = due >= today ? workingDaysBetween(calendar, today, due) : -Math.max(1, workingDaysBetween(calendar, due, today) ?? 1);
  if (left === undefined || left > 10) return <Due when={when} iso={due} />;
  return <Due workingDays={left} when={when} iso={due} {...(full ? { full } : {})} />;
}
