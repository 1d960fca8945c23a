// One month as a table of weeks: readable as a list of days on a phone, without script.
import type { VNode } from 'preact';
import type { Language } from '../../../../platform/words.ts';
import { addDays, dateParts, daysInMonth, ENGLISH_MONTHS, ENGLISH_WEEKDAYS, localDate, MONTHS, SHORT_WEEKDAYS, weekday } from '../../../../thai/index.ts';
import { dayText } from '../../shown.ts';

export interface CalendarEntry {
  readonly date: string;
  readonly time: string;
  readonly label: string;
  readonly href: string;
  readonly void: boolean;
}

/** `month` is `YYYY-MM`; weeks run from Sunday, as Thai calendars do. */
export function CalendarMonth({ month, entries, today, lang }: { month: string; entries: readonly CalendarEntry[]; today: string; lang: Language }): VNode {
  const first = localDate(`${month}-01`);
  const { year, buddhistYear, month: monthNumber } = dateParts(first);
  const lead = weekday(first);
  const days = daysInMonth(year, monthNumber);
  const weeks = Math.ceil((lead + days) / 7);
  const caption = lang === 'th' ? `${MONTHS[monthNumber - 1]} ${buddhistYear}` : `${ENGLISH_MONTHS[monthNumber - 1]} ${year}`;
  const heads = lang === 'th' ? SHORT_WEEKDAYS : ENGLISH_WEEKDAYS.map((name) => name.slice(0, 3));
  const byDay = Map.groupBy(entries, (entry) => entry.date);
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={caption}>
      <table class="table calendar">
        <caption>{caption}</caption>
        <thead><tr>{heads.map((head) => <th scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {Array.from({ length: weeks }, (_, week) => (
            <tr>
              {Array.from({ length: 7 }, (_day, column) => {
                const n = week * 7 + column - lead + 1;
                if (n < 1 || n > days) return <td class="quiet" />;
                const date = addDays(first, n - 1);
                const own = byDay.get(date)?.toSorted((a, b) => (a.time < b.time ? -1 : 1)) ?? [];
                return (
                  <td aria-current={date === today ? 'date' : undefined}>
                    <span class="quiet" aria-hidden="true">{date === today ? <strong>{n}</strong> : n}</span>
                    <span class="calendar-date">{dayText(lang, date)}</span>
                    {own.length > 0 ? <ul class="small">{own.map((entry) => <li><a href={entry.href}>{entry.time} {entry.void ? <s>{entry.label}</s> : entry.label}</a></li>)}</ul> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
