// Weekday against date, impossible dates, reversed ranges, and steps that do not go forward in time.
import { formatDate, inDigits, MONTHS, SHORT_MONTHS, weekday, WEEKDAYS } from '../../../../thai/index.ts';
import { textParts } from '../minutes-text.ts';
import { findingAt } from './finding.ts';
import type { Finding, Rule } from './finding.ts';
import { arabic, datesIn, itemViews } from './reading.ts';

export const weekdayDate: Rule = {
  code: 'weekday-date',
  check(document, _context) {
    return textParts(document).flatMap((part) =>
      datesIn(part.text).flatMap((found): Finding[] => {
        const span = [found.start, found.end] as const;
        if (!found.date) return [findingAt('weekday-date', part, 'error', 'date-impossible', { found: found.text }, { span })];
        const actual = weekday(found.date);
        if (found.weekday === undefined || found.weekday === actual) return [];
        const name = WEEKDAYS[found.weekday] ?? '';
        const params = { date: formatDate(found.date), actual: WEEKDAYS[actual] ?? '', found: name };
        const fix = { original: `วัน${name}`, proposed: `วัน${WEEKDAYS[actual] ?? ''}`, offset: found.start };
        return [findingAt('weekday-date', part, 'error', 'weekday-mismatch', params, { span, ...(part.text.startsWith(fix.original, found.start) && { fix }) })];
      }),
    );
  },
};

export const rangeOrder: Rule = {
  code: 'range-order',
  check(document, _context) {
    return textParts(document).flatMap((part) =>
      [...arabic(part.text).matchAll(/(?<![0-9./])(2[45][0-9]{2})\s*(?:[-–]|ถึง(?:ปี)?(?:\s*พ\.ศ\.)?)\s*(2[45][0-9]{2})(?![0-9])/gu)].flatMap((m) => {
        const [from, to] = [Number(m[1]), Number(m[2])];
        if (from <= to) return [];
        const original = part.text.slice(m.index, m.index + m[0].length);
        const first = part.text.slice(m.index, m.index + 4);
        const last = original.slice(-4);
        const fix = { original, proposed: `${last}${original.slice(4, -4)}${first}`, offset: m.index };
        return [findingAt('range-order', part, 'error', 'range-reversed', { from, to }, { span: [m.index, m.index + m[0].length], fix })];
      }),
    );
  },
};

const monthPattern = new RegExp(`(?:ภายใน|ใน)?(?:เดือน)?\\s*(${[...MONTHS, ...SHORT_MONTHS].map((m) => m.replaceAll('.', '\\.')).join('|')})\\s*(?:พ\\.ศ\\.\\s*)?([0-9]{4})`, 'u');
const atOnce = /คู่ขนาน|พร้อมกัน|ควบคู่|เวลาเดียวกัน/u;
const steps = /ขั้นตอนที่|ขั้นที่|ระยะที่|งวดที่/u;

export const stepOrder: Rule = {
  code: 'step-order',
  check(document, _context) {
    return itemViews(document).flatMap((view) => {
      let before: { label: string; month: number } | undefined;
      return view.lines.flatMap(({ line, place }): Finding[] => {
        if (line.kind !== 'list-item' || !steps.test(line.label ?? '')) {
          before = undefined;
          return [];
        }
        const label = line.label ?? '';
        const found = monthPattern.exec(arabic(line.text));
        if (!found) return [];
        const name = found[1] ?? '';
        const index = Math.max(MONTHS.findIndex((m) => m === name), SHORT_MONTHS.findIndex((m) => m === name));
        const month = Number(found[2]) * 12 + index;
        const earlier = before;
        before = { label, month };
        if (!earlier || month > earlier.month || (month === earlier.month && atOnce.test(line.text)) || hasDays(line.text)) return [];
        const key = month === earlier.month ? 'steps-same-time' : 'steps-backwards';
        const params = { later: label, earlier: earlier.label, time: inDigits(`${name} ${found[2]}`, 'arabic') };
        return [findingAt('step-order', { ref: { lineId: line.id, field: 'text' }, place }, 'ask', key, params)];
      });
    });
  },
};

/** Two steps in one month with days of their own may well go forward. */
function hasDays(text: string): boolean {
  return datesIn(text).length > 0;
}
