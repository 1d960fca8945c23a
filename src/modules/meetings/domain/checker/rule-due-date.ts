// Due dates: on a holiday, before the meeting, before the minutes go out, other than the text says.
import { formatDate, fullWorkingDaysBetween, isLocalDate, isWorkingDay, localDate } from '../../../../thai/index.ts';
import type { LocalDate } from '../../../../thai/index.ts';
import { findingAt } from './finding.ts';
import type { Finding, Rule } from './finding.ts';
import { datesIn, itemViews } from './reading.ts';

/** The minutes say themselves that work does not wait for them. */
const startsAtOnce = /ตั้งแต่วันประชุม|นับแต่วันประชุม|ไม่ต้องรอการรับรอง|ก่อนการรับรองรายงาน/u;
const untilBefore = /(?:ภายใน|ก่อน|ไม่เกิน|ไม่ช้ากว่า|กำหนดส่ง|ส่งมอบ|แล้วเสร็จ)(?:วันที่|ใน)?\s*$/u;

export const dueDate: Rule = {
  code: 'due-date',
  check(document, context) {
    const meeting = localDate(document.header.date);
    const sentText = context.sendDate ?? document.covering?.sentOn;
    const sent = isLocalDate(sentText) ? sentText : undefined;
    const findings: Finding[] = [];
    for (const view of itemViews(document)) {
      for (const { line, place } of view.lines) {
        if (line.kind !== 'resolution') continue;
        const part = { ref: { lineId: line.id, field: 'text' }, place };
        const written = datesIn(line.text).filter((d) => d.date && untilBefore.test(line.text.slice(0, d.start)));
        const recorded = line.assignments.flatMap((a) => (a.due.kind === 'date' && isLocalDate(a.due.date) ? [a.due.date] : []));
        const spans = new Set(line.assignments.flatMap((a) => (a.due.kind === 'date' && a.due.from !== undefined ? [a.due.date] : [])));
        for (const d of written) {
          if (d.date && recorded.length > 0 && !recorded.includes(d.date)) {
            findings.push(findingAt('due-date', part, 'error', 'due-differs', { text: d.text, data: recorded.map((r) => formatDate(r)).join(', ') }, { span: [d.start, d.end] }));
          }
        }
        const dues = new Map<LocalDate, readonly [number, number] | undefined>(recorded.map((r) => [r, undefined]));
        for (const d of written) if (d.date) dues.set(d.date, [d.start, d.end]);
        for (const [date, span] of dues) {
          const say = (severity: 'warning' | 'error', key: 'due-holiday' | 'due-weekend' | 'due-before-meeting' | 'due-before-sending', params: Record<string, string | number> = {}) =>
            findings.push(findingAt('due-date', part, severity, key, { date: formatDate(date), ...params }, span ? { span } : {}));
          if (date < meeting) say('error', 'due-before-meeting', { meeting: formatDate(meeting) });
          else if (sent && date <= sent && !startsAtOnce.test(line.text)) {
            say('warning', 'due-before-sending', { sent: formatDate(sent), workdays: fullWorkingDaysBetween(context.calendar, meeting, date) ?? 0 });
          }
          // The last day of a span ("within December") is no day of its own: the work is done before.
          if (isWorkingDay(context.calendar, date) || spans.has(date)) continue;
          const holiday = context.holidayName?.(date);
          if (holiday) say('warning', 'due-holiday', { holiday });
          else say('warning', 'due-weekend');
        }
      }
    }
    return findings;
  },
};
