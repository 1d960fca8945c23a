// Statements of one agenda item that contradict each other, and figures whose basis does not carry them.
import type { TextPart } from '../minutes-text.ts';
import { splitWords } from '../words.ts';
import { findingAt } from './finding.ts';
import type { Finding, Rule } from './finding.ts';
import { arabic, itemViews, proseParts } from './reading.ts';

/** "ไม่มีการแก้ไข" stands in most minutes and contradicts nothing. */
const formula: ReadonlySet<string> = new Set(['แก้ไข', 'ประชุม']);

export const negatedThenDone: Rule = {
  code: 'negated-then-done',
  check(document, _context) {
    return itemViews(document).flatMap((view) => {
      const prose = view.parts.filter((p) => p.ref.field === 'text');
      return prose.flatMap((part) =>
        [...part.text.matchAll(/ไม่มีการ/gu)].flatMap((m): Finding[] => {
          const verb = splitWords(part.text.slice(m.index + m[0].length, m.index + m[0].length + 40))[0] ?? '';
          if (verb.length < 4 || formula.has(verb)) return [];
          const done = prose.find((p) => p !== part && new RegExp(`(?:จะ|รับไป|จะรับไป|จะขอ)${escape(verb)}`, 'u').test(p.text));
          if (!done) return [];
          return [findingAt('negated-then-done', done, 'ask', 'negated-then-done', { verb })];
        }),
      );
    });
  },
};

/** Shortest stretch that two statements must share to be about one thing. */
const sharedLength = 12;

export const plannedAndDone: Rule = {
  code: 'planned-and-done',
  check(document, _context) {
    return itemViews(document).flatMap((view) => {
      const prose = view.parts.filter((p) => p.ref.field === 'text' && p.kind === 'statement');
      return prose.flatMap((planned) => {
        const verbs = new Set([...planned.text.matchAll(/จะ(?:มีการ|ต้อง)?/gu)].map((m) => splitWords(planned.text.slice(m.index + m[0].length, m.index + m[0].length + 30))[0] ?? '').filter((v) => v.length >= 4));
        return [...verbs].flatMap((verb) =>
          prose.flatMap((done): Finding[] => {
            if (done === planned) return [];
            const m = new RegExp(`ได้(?:มีการ)?${escape(verb)}(.{8,90}?)แล้ว`, 'u').exec(done.text);
            const topic = m && longestShared(m[1] ?? '', planned.text);
            if (!m || !topic || topic.length < sharedLength) return [];
            return [findingAt('planned-and-done', done, 'ask', 'planned-and-done', { verb, topic: topic.trim() }, { span: [m.index, m.index + m[0].length] })];
          }),
        );
      });
    });
  },
};

function longestShared(a: string, b: string): string {
  let best = '';
  for (let start = 0; start < a.length - best.length; start += 1) {
    while (start + best.length < a.length && b.includes(a.slice(start, start + best.length + 1))) best = a.slice(start, start + best.length + 1);
  }
  return best;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

const perYear = /(?:บาท|ชั่วโมง|แผ่น|ครั้ง|เรื่อง|ราย|คน|ตัน|หน่วย|ลูกบาศก์เมตร|ลิตร)\s*(?:\/|ต่อ)\s*ปี/u;
const explains = /ประมาณการ|วิธีคำนวณ|คำนวณ(?:จาก|โดย)|คูณ|เทียบเป็นรายปี/u;

export const annualFigure: Rule = {
  code: 'annual-figure',
  check(document, _context) {
    return proseParts(document).flatMap((part: TextPart) => {
      const months = /([0-9]{1,2})\s*เดือน/u.exec(arabic(part.text));
      if (!months || Number(months[1]) >= 12 || !perYear.test(part.text) || explains.test(part.text)) return [];
      return [findingAt('annual-figure', part, 'ask', 'annual-figure', { months: months[1] ?? '' }, { span: [months.index, months.index + months[0].length] })];
    });
  },
};
