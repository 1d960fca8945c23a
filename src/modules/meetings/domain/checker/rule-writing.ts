// Slips of the pen: mixed digits, words twice in a row, common misspellings, post titles, captions.
import { inDigits, mixesDigits } from '../../../../thai/index.ts';
import { textParts } from '../minutes-text.ts';
import { splitWords } from '../words.ts';
import { findingAt } from './finding.ts';
import type { Finding, Rule, RuleContext } from './finding.ts';
import { editDistance } from './reading.ts';

export const mixedDigits: Rule = {
  code: 'mixed-digits',
  check(document, _context) {
    return textParts(document).flatMap((part) =>
      [...part.text.matchAll(/[0-9๐-๙](?:[.,/:]?[0-9๐-๙])+/gu)].flatMap((m) => {
        if (!mixesDigits(m[0])) return [];
        const thai = (m[0].match(/[๐-๙]/gu)?.length ?? 0) * 2 >= (m[0].match(/[0-9๐-๙]/gu)?.length ?? 0);
        const fix = { original: m[0], proposed: inDigits(m[0], thai ? 'thai' : 'arabic'), offset: m.index };
        return [findingAt('mixed-digits', part, 'warning', 'digits-mixed', { found: m[0] }, { span: [m.index, m.index + m[0].length], fix })];
      }),
    );
  },
};

export const wordRepeat: Rule = {
  code: 'word-repeat',
  check(document, context) {
    const allowed = new Set(context.vocabulary.doublets);
    const findings: Finding[] = [];
    for (const part of textParts(document)) {
      let at = 0;
      let before = '';
      for (const word of splitWords(part.text)) {
        if (word === before && word.length >= 3 && /^[\u0E00-\u0E4E]+$/u.test(word) && !allowed.has(word)) {
          const fix = { original: word + word, proposed: word, offset: at - word.length };
          findings.push(findingAt('word-repeat', part, 'warning', 'word-repeat', { word }, { span: [at - word.length, at + word.length], fix }));
        }
        at += word.length;
        before = word;
      }
      // Words that the dictionary cuts differently the second time: the same letters twice are enough.
      for (const m of part.text.matchAll(/([ก-ฮเ-ไ][\u0E00-\u0E4E]{5,30})\1/gu)) {
        const word = m[1] ?? '';
        const span = [m.index, m.index + m[0].length] as const;
        if (findings.some((f) => f.ref === part.ref && (f.span?.[0] ?? 0) < span[1] && span[0] < (f.span?.[1] ?? 0))) continue;
        findings.push(findingAt('word-repeat', part, 'warning', 'word-repeat', { word }, { span, fix: { original: m[0], proposed: word, offset: m.index } }));
      }
    }
    return findings;
  },
};

export const misspelling: Rule = {
  code: 'misspelling',
  check(document, context) {
    const words = Object.entries(context.vocabulary.misspellings);
    return textParts(document).flatMap((part) =>
      words.flatMap(([wrong, right]): Finding[] => {
        const start = part.text.indexOf(wrong);
        // A mark right behind would make it another word.
        if (start < 0 || /^\p{M}/u.test(part.text.slice(start + wrong.length))) return [];
        const fix = { original: wrong, proposed: right, offset: start };
        return [findingAt('misspelling', part, 'warning', 'misspelling', { found: wrong, right }, { span: [start, start + wrong.length], fix })];
      }),
    );
  },
};

export const officialWords: Rule = {
  code: 'official-words',
  check(document, context) {
    const { drafterCaption, checkerCaption } = context.vocabulary;
    const findings: Finding[] = [];
    for (const part of textParts(document)) {
      if (part.ref.field === 'position') {
        const title = nearTitle(part.text.trim(), context);
        if (title) findings.push(findingAt('official-words', part, 'warning', 'job-title', { found: title.found, right: title.right }, { fix: { original: title.found, proposed: title.right, offset: part.text.indexOf(title.found) } }));
      }
      if (part.ref.field !== 'caption') continue;
      const right = part.place.area === 'drafter' ? drafterCaption : checkerCaption;
      if (part.text !== right) findings.push(findingAt('official-words', part, 'warning', 'caption', { found: part.text, right }, { fix: { original: part.text, proposed: right } }));
    }
    return findings;
  },
};

/** A post title that lacks a piece of an official one, has a piece too many, or differs by a letter. */
function nearTitle(position: string, context: RuleContext): { found: string; right: string } | undefined {
  const { jobTitles, jobLevels } = context.vocabulary;
  const level = jobLevels.find((l) => position.endsWith(l)) ?? '';
  const found = position.slice(0, position.length - level.length).trim();
  if (found.length < 5 || jobTitles.includes(found)) return undefined;
  const right = jobTitles.find((title) => {
    if (Math.abs(title.length - found.length) > 4) return false;
    const distance = editDistance(found, title);
    const longer = found.length > title.length ? found : title;
    const shorter = longer === found ? title : found;
    const piece = distance === longer.length - shorter.length && distance <= 4 && shorter.length >= 8;
    return distance === 1 || piece;
  });
  return right === undefined ? undefined : { found, right };
}
