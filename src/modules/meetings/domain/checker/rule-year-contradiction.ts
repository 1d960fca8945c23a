// A year that contradicts the title: in the title itself, in the covering letter, in a resolution.
import { dateParts, inDigits, localDate } from '../../../../thai/index.ts';
import { textParts } from '../minutes-text.ts';
import type { TextPart } from '../minutes-text.ts';
import { findingAt } from './finding.ts';
import type { Finding, Rule } from './finding.ts';
import { arabic, itemViews } from './reading.ts';

type YearMention = { readonly year: number; readonly start: number; readonly end: number; readonly phrase: string };

/** "ประจำปีงบประมาณ พ.ศ. 2564", "งบประมาณ พ.ศ. 2564": the year that a thing is for. */
function yearsFor(text: string, withoutAnnual: boolean): YearMention[] {
  const pattern = withoutAnnual ? /(?:ประจำปี\s*)?(?:งบประมาณ|การศึกษา)?\s*พ\.ศ\.\s*([0-9]{4})(?!\s*[-–]\s*[0-9])/gu : /ประจำปี\s*(?:งบประมาณ|การศึกษา)?\s*(?:พ\.ศ\.)?\s*([0-9]{4})/gu;
  return [...arabic(text).matchAll(pattern)].map((m) => ({
    year: Number(m[1]),
    start: m.index + m[0].length - 4,
    end: m.index + m[0].length,
    phrase: text.slice(m.index, m.index + m[0].length).trim(),
  }));
}

function fixYear(part: TextPart, mention: YearMention, expected: number) {
  const original = part.text.slice(mention.start, mention.end);
  const thai = /[๐-๙]/u.test(original);
  return { original, proposed: inDigits(String(expected), thai ? 'thai' : 'arabic'), offset: mention.start };
}

export const yearContradiction: Rule = {
  code: 'year-contradiction',
  check(document, _context) {
    const { header } = document;
    const findings: Finding[] = [];
    const parts = textParts(document);
    const titles = parts.filter((p) => (p.ref.lineId === 'header' && p.ref.field.startsWith('title:')) || (p.place.area === 'covering' && p.place.index !== 1));

    const dateYear = dateParts(localDate(header.date)).buddhistYear;
    const firstTitle = titles[0];
    if (firstTitle && header.year !== dateYear) {
      findings.push(findingAt('year-contradiction', firstTitle, 'error', 'meeting-year', { number: header.number, year: header.year, dateYear }));
    }
    for (const part of titles) {
      const text = arabic(part.text);
      for (const m of text.matchAll(/ครั้งที่\s*([0-9]{1,3})\s*\/\s*([0-9]{4})/gu)) {
        if (Number(m[1]) === header.number && Number(m[2]) === header.year) continue;
        const span = [m.index, m.index + m[0].length] as const;
        findings.push(findingAt('year-contradiction', part, 'error', 'meeting-number', { found: `${m[1]}/${m[2]}`, expected: `${header.number}/${header.year}` }, { span }));
      }
      if (header.fiscalYear === undefined) continue;
      for (const mention of yearsFor(part.text, true).filter((y) => y.year !== header.fiscalYear && /ปี|งบประมาณ/u.test(y.phrase))) {
        findings.push(
          findingAt('year-contradiction', part, 'error', 'year-title', { found: mention.year, expected: header.fiscalYear }, {
            span: [mention.start, mention.end],
            fix: fixYear(part, mention, header.fiscalYear),
          }),
        );
      }
    }

    for (const view of itemViews(document)) {
      if (view.section.section.kind === 'adopt-previous') continue;
      const titleYears = yearsFor(view.item.title, false).map((y) => y.year);
      const said = view.parts.filter((p) => p.kind === 'statement' || p.kind === 'heading' || p.kind === 'list-item').flatMap((p) => yearsFor(p.text, false).map((y) => y.year));
      const meeting = header.fiscalYear === undefined ? [] : [header.fiscalYear];
      const allowed = titleYears.length > 0 ? titleYears : [...meeting, ...said];
      if (allowed.length === 0) continue;
      const resolved = view.parts.filter((p) => p.kind === 'resolution' && p.ref.field === 'text');
      for (const part of resolved) {
        for (const mention of yearsFor(part.text, false).filter((y) => !allowed.includes(y.year))) {
          const expected = allowed[0] ?? mention.year;
          findings.push(
            findingAt('year-contradiction', part, 'error', 'year-resolution', { phrase: mention.phrase, found: mention.year, expected }, {
              span: [mention.start, mention.end],
              fix: fixYear(part, mention, expected),
            }),
          );
        }
      }
    }
    return findings;
  },
};
