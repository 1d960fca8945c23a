// Rules about single words and signs: spelling, digits, spaces. They look at every running text of the letter.
import { toThaiDigits } from '../../../../thai/index.ts';
import { fieldText, found, textFields } from './finding.ts';
import type { Finding, LintLetter, LintRule, Misspelling } from './finding.ts';
import type { LintCode } from './messages.ts';

type Field = (typeof textFields)[number];

/** Every match of a pattern in the running texts. */
function everywhere(letter: LintLetter, pattern: RegExp, make: (field: Field, match: RegExpExecArray) => Finding | undefined): Finding[] {
  return textFields.flatMap((field) => [...fieldText(letter, field).matchAll(pattern)].flatMap((match) => make(field, match) ?? []));
}

const replaced = (code: LintCode, severity: Finding['severity'], pattern: RegExp, text: (match: RegExpExecArray) => string, params: (match: RegExpExecArray) => Record<string, string> = () => ({})): LintRule =>
  (letter) => everywhere(letter, pattern, (field, match) => found(letter, code, severity, { field, start: match.index, end: match.index + match[0].length }, params(match), text(match)));

/** เเ → แ, and นิคหิต + สระอา (with a tone between them) → สระอำ. */
export const doubledLetters = replaced('LETTERS_DOUBLED', 'warning', /เเ+|ํ([่-๋]?)า|([่-๋])ํา/g, (match) => (match[0].startsWith('เ') ? 'แ' : `${match[1] ?? match[2] ?? ''}ำ`));

/** More than one space between words; the columns of a table may be set apart as their author likes. */
export const doubleSpaces: LintRule = (letter) =>
  everywhere(letter, /(?<=[^\s|])[ \u00a0]{2,}(?=[^\s|])/g, (field, match) => {
    const start = match.input.lastIndexOf('\n', match.index) + 1;
    const line = match.input.slice(start, match.input.indexOf('\n', match.index) < 0 ? undefined : match.input.indexOf('\n', match.index));
    if (line.trimStart().startsWith('|') || line.includes('\t')) return undefined;
    return found(letter, 'SPACE_DOUBLE', 'ask', { field, start: match.index, end: match.index + match[0].length }, {}, ' ');
  });

/** อื่นๆ → อื่น ๆ (Royal Society); the space is not allowed to break a line, which is the printer's matter. */
export const spaceBeforeRepeat = replaced('SPACE_REPEAT', 'ask', /((?:(?!ๆ)[\p{L}\p{M}]){1,12})ๆ/gu, (match) => `${match[1]} ๆ`, (match) => ({ right: `${match[1]} ๆ` }));

/** กรุงเทพ ฯ → กรุงเทพฯ; ฯลฯ and ฯพณฯ stand for themselves. */
export const spaceBeforeAbbreviation = replaced('SPACE_ABBREVIATION', 'ask', /(?<=[ก-๎])[ \u00a0]+(?=ฯ(?!ลฯ|พณ))/g, () => '');

const forNote = /เกษียณ(?=\s?(?:หนังสือ|สั่งการ|สั่ง(?!สอน)|เสนอ|ความเห็น|เรื่อง|บนหนังสือ|ท้ายหนังสือ|ในหนังสือ|ลงใน))|(?<=(?:บันทึก|การ|คำ|ข้อ|ข้อความ|ผู้)(?:ที่)?)เกษียณ(?=\s?(?:หนังสือ|สั่งการ|เสนอ|ของผู้บังคับบัญชา|ความเห็น))|(?<=(?:บันทึก|คำสั่ง|ความเห็น|ลง|อ่าน|ตาม)(?:คำ|ข้อความ)?)เกษียณ(?!\s?(?:อายุ|ราชการ|ก่อน|แล้ว|ใน))/g;
const forRetire = /เกษียน(?=\s?(?:อายุ|ราชการ|จากราชการ|ก่อนกำหนด|ก่อนเวลา))|(?<=(?:วัย|หลัง|ผู้|ใกล้|ก่อน|ข้าราชการ|งานเลี้ยง|มุทิตา))เกษียน(?!\s?(?:หนังสือ|สั่ง|เสนอ|ความเห็น))/g;

/** เกษียน (to note) and เกษียณ (to retire) by the words beside them; alone, either may be meant. */
export const noteAndRetire: LintRule = (letter, knowledge) => [
  ...replaced('RETIRE_FOR_NOTE', 'warning', forNote, () => 'เกษียน')(letter, knowledge),
  ...replaced('NOTE_FOR_RETIRE', 'warning', forRetire, () => 'เกษียณ')(letter, knowledge),
];

const mark = /^[ัิ-ฺ็-๎]/;
const reach = 30;

function slips(text: string, one: Misspelling): number[] {
  const at: number[] = [];
  const offset = one.right.indexOf(one.wrong);
  for (let from = text.indexOf(one.wrong); from >= 0; from = text.indexOf(one.wrong, from + one.wrong.length)) {
    // The slip may be a part of the right word (วัตถุประสงค in วัตถุประสงค์), or of a longer one that goes on with a mark.
    if (offset >= 0 && text.startsWith(one.right, from - offset)) continue;
    if (mark.test(text.slice(from + one.wrong.length))) continue;
    const near = text.slice(Math.max(0, from - reach), from + one.wrong.length + reach);
    if (one.context && one.context.length > 0 && !one.context.some((word) => near.includes(word))) continue;
    at.push(from);
  }
  return at;
}

/** Words of the list of slips. Of two that overlap the longer one counts. */
export const misspelt: LintRule = (letter, { misspellings }) => textFields.flatMap((field) => {
  const text = fieldText(letter, field);
  const taken: { start: number; end: number; one: Misspelling }[] = [];
  for (const one of misspellings.toSorted((a, b) => b.wrong.length - a.wrong.length)) {
    if (one.wrong === '' || one.wrong === one.right) continue;
    for (const start of slips(text, one)) {
      const end = start + one.wrong.length;
      if (taken.every((other) => end <= other.start || start >= other.end)) taken.push({ start, end, one });
    }
  }
  return taken.toSorted((a, b) => a.start - b.start).map(({ start, end, one }) => found(letter, 'MISSPELT', 'warning', { field, start, end }, { wrong: one.wrong, right: one.right }, one.right));
});

/** Arabic numbers that could be written in Thai digits: not inside addresses and names of Latin letters. */
function arabicNumbers(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^\s|]+/g)].filter((token) => !/[A-Za-z@]/.test(token[0])).flatMap((token) => [...token[0].matchAll(/[0-9]+/g)].map((number) => ({ start: token.index + number.index, end: token.index + number.index + number[0].length })));
}

/** Thai and Arabic digits in one text. The sheet prints Thai ones, so that is what they become. */
export const mixedDigits: LintRule = (letter) => textFields.flatMap((field) => {
  const text = fieldText(letter, field);
  if (!/[๐-๙]/.test(text)) return [];
  const numbers = arabicNumbers(text);
  const [first] = numbers;
  const last = numbers.at(-1);
  if (!first || !last) return [];
  let repair = '';
  let from = first.start;
  for (const number of numbers) {
    repair += text.slice(from, number.start) + toThaiDigits(text.slice(number.start, number.end));
    from = number.end;
  }
  return [found(letter, 'DIGITS_MIXED', 'warning', { field, start: first.start, end: last.end }, {}, repair)];
});

/** The form prints the word เรื่อง itself. A form on which nothing is written yet is not scolded for its subject. */
export const subjectLine: LintRule = (letter) => {
  const { subject } = letter;
  if (subject.trim() === '') return letter.body.trim() === '' ? [] : [found(letter, 'SUBJECT_MISSING', 'warning', { field: 'subject', start: 0, end: 0 })];
  const match = /^\s*(?:เรื่อง\s*[:：]?\s*)+(?=\S)/.exec(subject);
  return match && /\s|[:：]/.test(match[0]) ? [found(letter, 'SUBJECT_WITH_WORD', 'warning', { field: 'subject', start: 0, end: match[0].length }, {}, '')] : [];
};
