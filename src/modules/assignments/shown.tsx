// How the states and the history of a task are shown, on its page and beside the inbox.
import type { Ui } from '../../platform/http/ui.ts';
import { momentWords } from '../../platform/when.ts';
import type { TimelineItem } from '../../ui/components/timeline.tsx';
import { messages } from './messages.ts';
import type { TaskEvent } from './store/read-tasks.ts';
import { dayWords } from './task-words.ts';

export const stateMarks = { open: 'going', reported: 'wait', closed: 'done', cancelled: 'void' } as const;

const remindedKeys = { ahead: 'reminded.ahead', day: 'reminded.day', late: 'reminded.late' } as const;

/** What happened, in words: the kind of the event, with the day where it is about one. */
function eventWords(event: TaskEvent, ui: Pick<Ui, 'lang'>): string {
  const t = messages.in(ui.lang);
  const detail = event.detail as { from?: string | null; to?: string | null; what?: string };
  if (event.kind === 'reminded') return t(remindedKeys[detail.what as 'ahead'] ?? 'reminded.told');
  if (event.kind !== 'due-changed') return t(`event.${event.kind}` as 'event.assigned');
  return `${t(detail.from ? 'event.due-changed' : 'event.due-set')} (${detail.to ? dayWords(detail.to, ui) : t('due.unknown')})`;
}

/** One line of the history. */
export function eventItem(event: TaskEvent, ui: Ui): TimelineItem {
  return {
    text: eventWords(event, ui),
    by: event.personName,
    time: momentWords(ui.lang, event.at),
    iso: event.at.toISOString(),
    note: event.note,
  };
}
