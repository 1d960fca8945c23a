import type { Words } from '../../../../../platform/words.ts';
import { dayWords } from '../../../../../platform/when.ts';
import { localDate } from '../../../../../thai/index.ts';
import { cutOffOf, windowOn } from '../../domain/calendar.ts';
import type { CalendarDay } from '../../store/calendar.ts';
import type { ChangeKind } from '../../store/changes.ts';
import { messages } from './messages.ts';

/** Until when a request may be made; `late` when that is over, or an appeal window is not open. */
export interface Deadline {
  readonly until: string | null;
  readonly late: boolean;
  readonly words: Words;
}

type Key = Parameters<typeof messages.words>[0];

/** Words with a day in them, each in its language. */
export const withDay = (key: Key, day: string): Words => ({ th: messages.in('th')(key, { date: dayWords('th', localDate(day)) }), en: messages.in('en')(key, { date: dayWords('en', localDate(day)) }) });

/** What the calendar says of a kind of request on a day. */
export function deadlineOf(days: readonly CalendarDay[], kind: ChangeKind, today: string): Deadline {
  if (kind !== 'appeal') {
    const until = cutOffOf(days);
    if (until === null) return { until, late: false, words: messages.words('noCutOff') };
    return { until, late: until < today, words: withDay(until < today ? 'cutOffOver' : 'cutOff', until) };
  }
  const windows = days.filter((day) => day.kind === 'appeal-window');
  const open = windowOn(windows, today);
  if (open) return { until: open.endsOn, late: false, words: withDay('window', open.endsOn) };
  if (windows.length === 0) return { until: null, late: false, words: messages.words('noWindow') };
  const nearest = windows.findLast(({ endsOn }) => endsOn < today) ?? (windows[0] as CalendarDay);
  return { until: nearest.endsOn, late: true, words: messages.words('windowShut') };
}
