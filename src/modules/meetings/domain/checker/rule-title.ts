// Titles: the annual year written fully, no phrase twice, one title everywhere, the meeting's number in it.
import { textParts } from '../minutes-text.ts';
import type { TextPart } from '../minutes-text.ts';
import { findingAt } from './finding.ts';
import type { Finding, Rule } from './finding.ts';
import { arabic, bare, middleDifference, similarity } from './reading.ts';

const annual = 'ประจำปีงบประมาณ';

export const titleForm: Rule = {
  code: 'title-form',
  check(document, _context) {
    const parts = textParts(document);
    const titles = parts.filter((p) => p.ref.field.startsWith('title') || p.ref.field === 'committeeName' || p.ref.field === 'subject' || p.ref.field === 'replyReference');
    const findings: Finding[] = [];
    const usesAnnual = parts.some((p) => p.text.includes(annual));
    titles.forEach((part, index) => {
      const before = part.ref.field.startsWith('title:') ? (titles[index - 1]?.text ?? '') : '';
      for (const m of part.text.matchAll(/(?<!ปี\s?)งบประมาณ\s*พ\.ศ\.\s*[0-9๐-๙]{4}/gu)) {
        if (!usesAnnual || (m.index === 0 && /ประจำปี\s*$/u.test(before))) continue;
        const proposed = m[0].replace('งบประมาณ', annual);
        findings.push(
          findingAt('title-form', part, 'warning', 'title-annual', { found: m[0], expected: annual }, { span: [m.index, m.index + m[0].length], fix: { original: m[0], proposed, offset: m.index } }),
        );
      }
      const twice = /([\u0E00-\u0E7F]{10,40})[^\s]{0,8}?\s?\1/u.exec(part.text);
      if (twice) findings.push(findingAt('title-form', part, 'warning', 'title-repeat', { phrase: twice[1] ?? '' }, { span: [twice.index, twice.index + twice[0].length] }));
    });
    const lines = titles.filter((p) => p.ref.lineId === 'header' && p.ref.field.startsWith('title:'));
    const last = lines.at(-1);
    if (last && !lines.some((p) => /ครั้งที่\s*[0-9๐-๙]/u.test(p.text))) findings.push(findingAt('title-form', last, 'warning', 'title-number'));
    return findings;
  },
};

export const titleDrift: Rule = {
  code: 'title-drift',
  check(document, _context) {
    const parts = textParts(document);
    return [...coveringTitle(document.header.titleLines.join(' '), parts), ...numberedDocuments(parts)];
  },
};

/** The covering letter and the reply form name the meeting as the minutes do. */
function coveringTitle(title: string, parts: readonly TextPart[]): Finding[] {
  const own = bare(title);
  return parts
    .filter((p) => p.ref.field === 'subject' || p.ref.field === 'replyReference')
    .flatMap((part) => {
      const text = bare(part.text);
      if (text === '' || text.includes(own)) return [];
      const start = text.indexOf(own.slice(0, 12));
      if (start < 0) return [];
      const other = text.slice(start, start + own.length + 8);
      return [findingAt('title-drift', part, 'ask', 'title-drift', { other: title, difference: middleDifference(own, endAlike(own, other)) })];
    });
}

/** Cuts what follows the title in the other text, so that only the difference is left. */
function endAlike(own: string, other: string): string {
  const tail = own.slice(-6);
  const at = other.lastIndexOf(tail);
  return at < 0 ? other.slice(0, own.length) : other.slice(0, at + tail.length);
}

/** "คำสั่ง… ที่ 12/2563 เรื่อง …": one number, one subject. */
function numberedDocuments(parts: readonly TextPart[]): Finding[] {
  const cited = parts.flatMap((part) =>
    [...part.text.matchAll(/ที่\s*([0-9๐-๙]{1,5}\/[0-9๐-๙]{4})\s*เรื่อง\s*/gu)].map((m) => ({
      part,
      number: arabic(m[1] ?? ''),
      start: m.index,
      subject: part.text.slice(m.index + m[0].length),
      whole: part.ref.field !== 'text',
    })),
  );
  return cited.flatMap((citation) => {
    const model = cited.find((c) => c !== citation && c.number === citation.number && c.whole && !citation.whole);
    if (!model) return [];
    const expected = bare(model.subject);
    const found = bare(citation.subject);
    if (found.startsWith(expected)) return [];
    const alike = similarity(expected.slice(0, 24), found.slice(0, 24)) > 0.8;
    if (!alike) return [];
    const other = endAlike(expected, found.slice(0, expected.length + 8));
    const params = { other: model.subject, difference: middleDifference(expected, other) };
    return [findingAt('title-drift', citation.part, 'warning', 'title-drift', params, { span: [citation.start, citation.part.text.length] })];
  });
}
