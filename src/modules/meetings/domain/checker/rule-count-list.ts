// A count that contradicts the list: "มี ๔ ข้อ ดังนี้" and five follow; people stated and people listed.
import type { MinutesLine } from '../minutes-document.ts';
import { textParts } from '../minutes-text.ts';
import { findingAt } from './finding.ts';
import type { Finding, Rule } from './finding.ts';
import { arabic, countPattern, countValue, itemViews, labelsIn, leadingLabel } from './reading.ts';

const announces = '(?:ดังนี้|ได้แก่|ดังต่อไปนี้|คือ|ประกอบด้วย)';

/** How many list items follow at the level of the first one. */
function countItems(lines: readonly MinutesLine[], classifiers: readonly string[], word: string): number | undefined {
  const first = lines[0];
  if (first?.kind === 'table') {
    const rows = first.rows.filter((r) => !/^(?:รวม|ผลรวม|ยอดรวม)/u.test((r.find((c) => /\p{L}/u.test(c)) ?? '').trim()));
    const labelled = rows.filter((r) => r.some((c) => leadingLabel(c, classifiers)?.word === word)).length;
    const numbered = rows.filter((r) => /^[0-9]{1,2}[.)]?$/u.test(arabic(r[0] ?? '').trim())).length;
    return labelled > 0 ? labelled : numbered > 0 ? numbered : undefined;
  }
  if (first?.kind === 'list-item') {
    let count = 0;
    let last = 0;
    for (const line of lines) {
      if (line.kind !== 'list-item' || line.level < first.level) break;
      if (line.level > first.level) continue;
      const number = numberOf(line.label);
      if (number !== undefined && number <= last) break;
      last = number ?? last;
      count += 1;
    }
    return count;
  }
  let expected = 1;
  for (const line of lines) {
    const lead = line.kind === 'heading' ? leadingLabel(line.text, classifiers) : undefined;
    if (!lead) continue;
    if (lead.word !== word || lead.number < expected) break;
    expected = lead.number + 1;
  }
  return expected > 1 ? expected - 1 : undefined;
}

function numberOf(label: string | undefined): number | undefined {
  const found = /([0-9]{1,2})[.)]?\s*$/u.exec(arabic(label ?? ''));
  return found ? Number(found[1]) : undefined;
}

/** Items enumerated within the sentence by labels or by (๑) (๒) marks. */
function countInline(rest: string, word: string, classifiers: readonly string[]): number | undefined {
  const labels = labelsIn(rest, classifiers).filter((l) => l.word === word).map((l) => l.number);
  const marks = [...arabic(rest).matchAll(/(?<![0-9.])\(?([0-9]{1,2})\)\s/gu)].map((m) => Number(m[1]));
  const numbers = labels.length > 0 ? labels : marks;
  if (numbers[0] !== 1) return undefined;
  let last = 0;
  for (const n of numbers) {
    if (n !== last + 1) break;
    last = n;
  }
  return last > 1 ? last : undefined;
}

export const countList: Rule = {
  code: 'count-list',
  check(document, context) {
    const { classifiers } = context.vocabulary;
    const words = classifiers.toSorted((a, b) => b.length - a.length).join('|');
    const pattern = new RegExp(`(?<!ร้อยละ\\s?|ที่\\s?|[0-9./])(${countPattern})\\s*(${words})(?:หลัก|ย่อย|สำคัญ)?[^0-9]{0,16}?${announces}`, 'gu');
    const findings: Finding[] = [];
    for (const view of itemViews(document)) {
      view.lines.forEach(({ line, place }, index) => {
        if (line.kind === 'table') return;
        const matches = [...arabic(line.text).matchAll(pattern)];
        matches.forEach((m, n) => {
          const stated = countValue(m[1] ?? '');
          const word = m[2] ?? '';
          const end = m.index + m[0].length;
          const rest = line.text.slice(end, matches[n + 1]?.index ?? line.text.length);
          const atEnd = line.text.slice(end).trim().length <= 2;
          const listed = atEnd ? countItems(view.lines.slice(index + 1).map((l) => l.line), classifiers, word) : countInline(rest, word, classifiers);
          if (listed === undefined || listed === stated) return;
          const part = { ref: { lineId: line.id, field: 'text' }, place };
          findings.push(findingAt('count-list', part, 'error', 'count-list', { stated, classifier: word, listed }, { span: [m.index, end] }));
        });
      });
    }
    return findings;
  },
};

export const countAttendance: Rule = {
  code: 'count-attendance',
  check(document, _context) {
    const { members, participants, absent } = document.attendance;
    const groups: readonly (readonly [RegExp, number])[] = [
      [/(ผู้มาประชุม|(?:คณะทำงาน|กรรมการ|อนุกรรมการ)(?:เข้า|มา)(?:ร่วม)?ประชุม|องค์ประชุม)[^0-9]{0,20}?([0-9]{1,3})\s*(?:คน|ท่าน|ราย)/gu, members.length],
      [/(ผู้เข้าร่วมประชุม)[^0-9]{0,20}?([0-9]{1,3})\s*(?:คน|ท่าน|ราย)/gu, participants.length],
      [/(ผู้ไม่มาประชุม|ผู้ลาประชุม)[^0-9]{0,20}?([0-9]{1,3})\s*(?:คน|ท่าน|ราย)/gu, absent.length],
    ];
    return textParts(document).flatMap((part) =>
      groups.flatMap(([pattern, listed]) =>
        [...arabic(part.text).matchAll(pattern)].flatMap((m) =>
          Number(m[2]) === listed ? [] : [findingAt('count-attendance', part, 'error', 'count-attendance', { group: m[1] ?? '', stated: m[2] ?? '', listed }, { span: [m.index, m.index + m[0].length] })],
        ),
      ),
    );
  },
};
