/**
 * The form of a written document and its parts, from its lines: คำสั่ง … ที่ … เรื่อง … สั่ง ณ วันที่ …, and so on for every
 * form. Number, day and signature are left off: Krom gives them itself. A person reads the draft before anything is issued.
 */
import type { FormKey } from './forms.ts';
import { letterParts, squeezed } from './letter-parts.ts';
import type { LetterFields } from './letter.ts';

/** A line with where it stands on the sheet. Tabs are still in it. */
export interface FormLine {
  readonly text: string;
  readonly align: 'left' | 'center' | 'right';
}

export interface FormParts {
  /** Undefined where the lines are of no form: everything is text then. */
  readonly form: FormKey | undefined;
  readonly subject: string;
  readonly salutation: string;
  readonly to: string;
  readonly body: readonly string[];
  readonly fields: LetterFields;
  /** Lines of the form that Krom makes itself, by their labels. */
  readonly leftOut: readonly string[];
}

const titles: readonly (readonly [FormKey, RegExp])[] = [
  ['order', /^คำสั่ง(?<issuer>\s*\S.*)$/u],
  ['regulation', /^ระเบียบ(?<issuer>\s*\S.*)$/u],
  ['rule', /^ข้อบังคับ(?<issuer>\s*\S.*)$/u],
  ['announcement', /^ประกาศ(?!\s*ณ)(?<issuer>\s*\S.*)$/u],
  ['statement', /^แถลงการณ์(?<issuer>\s*\S.*)$/u],
  ['news', /^ข่าว(?<issuer>\s*\S.*)$/u],
];
const dayLine = /^(?:สั่ง|ประกาศ|ให้ไว้)\s*ณ(?:\s*วันที่|\s|$)/u;
const dateOnly = /^(?:วันที่\s*)?(?:[0-9๐-๙]{1,2}\s+[ก-๎]+\s+(?:พ\.ศ\.\s*)?[0-9๐-๙]{4}|[.…]{6,})$/u;
const sealLine = /ตราชื่อส่วนราชการ/u;
const holderLine = /ผู้ได้รับการรับรอง/u;
const bracketed = /^\((?<name>.+)\)$/u;

const some = (list: readonly string[]): string[] | undefined => (list.length > 0 ? [...list] : undefined);
const kept = (fields: Readonly<Record<string, unknown>>): LetterFields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as LetterFields;

/** Lines of the text keep tabs and the spaces before a dash; those of the form do not. */
const bodyLine = (line: FormLine): string => (line.text.trim().startsWith('|') || /^\s*-/.test(line.text) ? line.text : squeezed(line.text));

/** Reads the lines of a document. */
export function formParts(lines: readonly FormLine[]): FormParts {
  return titled(lines) ?? certificate(lines) ?? stamped(lines) ?? note(lines) ?? letter(lines);
}

/** Forms with the name of the issuer in their title (forms 4 to 9). */
function titled(lines: readonly FormLine[]): FormParts | undefined {
  for (const [at, line] of lines.slice(0, 6).entries()) {
    const text = squeezed(line.text);
    const found = text.length <= 300 ? titles.map(([form, pattern]) => ({ form, issuer: pattern.exec(text)?.groups?.['issuer']?.trim() })).find((one) => one.issuer !== undefined) : undefined;
    if (!found?.issuer) continue;
    let next = at + 1;
    let [subject, edition] = ['', ''];
    const leftOut = new Set<string>();
    for (; next < Math.min(lines.length, at + 7); next += 1) {
      const head = squeezed(lines[next]?.text ?? '');
      const about = /^(?:เรื่อง\s*|ว่าด้วย)(?<text>\S.*)$/u.exec(head)?.groups?.['text'];
      const number = /^\(?ฉบับที่\s*(?<n>[^)\s]{1,20})\)?$/u.exec(head)?.groups?.['n'];
      if (about !== undefined && subject === '') subject = about;
      else if (number !== undefined) edition = number;
      else if (/^ที่(?:\s|$)/u.test(head)) leftOut.add('ที่');
      else if (head.startsWith('พ.ศ.')) leftOut.add('พ.ศ.');
      else if (!/^[-_–—=]{3,}$/u.test(head)) break;
    }
    // Without what it is about it is no title: a letter may begin with such a word.
    if (subject === '') continue;
    const rest = lines.slice(next);
    const foot = footOf(rest, found.form, found.issuer);
    if (foot < rest.length) { leftOut.add('วันที่'); if (found.form !== 'statement' && found.form !== 'news') leftOut.add('ลงชื่อ'); }
    const body = rest.slice(0, foot).map(bodyLine);
    const effective = found.form === 'order' ? /^ทั้งนี้\s*ตั้งแต่(?<from>\s*\S.*)$/u.exec(body.at(-1) ?? '')?.groups?.['from']?.trim() : undefined;
    return {
      form: found.form, subject, salutation: '', to: '', body: effective === undefined ? body : body.slice(0, -1), leftOut: [...leftOut],
      fields: kept({ issuer: found.issuer, edition, effective }),
    };
  }
  return undefined;
}

/** Where the day of a titled form stands; without it, the signature at the end. */
function footOf(lines: readonly FormLine[], form: FormKey, issuer: string): number {
  const texts = lines.map((line) => squeezed(line.text));
  if (form === 'statement' || form === 'news') {
    const last = texts.length - 1;
    if (!dateOnly.test(texts[last] ?? '')) return texts.length;
    return texts[last - 1] === issuer ? last - 1 : last;
  }
  const day = texts.findLastIndex((text) => dayLine.test(text));
  if (day >= 0 && lines.length - day <= 12) return day;
  const name = texts.findLastIndex((text) => bracketed.test(text));
  return name >= 0 && lines.length - name <= 5 && lines[name]?.align === 'center' ? name : lines.length;
}

/** The number with the agency at the right of it, and further lines of the agency below (forms 1, 3, 10). */
function head(lines: readonly FormLine[], label: RegExp): { at: number; next: number; agency: string[] } | undefined {
  const at = lines.slice(0, 6).findIndex((line) => label.test(squeezed(line.text)));
  if (at < 0) return undefined;
  const beside = (lines[at]?.text ?? '').split('\t').slice(1).map(squeezed).filter(Boolean);
  let next = at + 1;
  const below: string[] = [];
  for (let line = lines[next]; line?.align === 'right'; line = lines[next]) { below.push(squeezed(line.text)); next += 1; }
  return { at, next, agency: [...beside, ...below] };
}

/** หนังสือรับรอง (form 10). */
function certificate(lines: readonly FormLine[]): FormParts | undefined {
  const top = head(lines, /^เลขที่(?:\s|$)/u);
  const day = lines.findLastIndex((line) => /^ให้ไว้\s*ณ/u.test(squeezed(line.text)));
  if (!top || day < top.next) return undefined;
  const foot = lines.slice(day).map((line) => squeezed(line.text));
  const holderAt = foot.findIndex((text) => holderLine.test(text));
  const holder = holderAt < 0 ? undefined : bracketed.exec(foot[holderAt + 1] ?? '')?.groups?.['name'];
  return {
    form: 'certificate', subject: '', salutation: '', to: '', body: lines.slice(top.next, day).map(bodyLine), leftOut: ['เลขที่', 'วันที่', 'ลงชื่อ'], fields: kept({ agency: some(top.agency), holder }),
  };
}

/** หนังสือประทับตรา (form 3): no subject, "ถึง", and the seal instead of a signature. */
function stamped(lines: readonly FormLine[]): FormParts | undefined {
  const seal = lines.findLastIndex((line) => sealLine.test(line.text));
  const toAt = lines.slice(0, 8).findIndex((line) => /^ถึง\s+\S/u.test(squeezed(line.text)));
  if (seal < 0 || toAt < 0 || seal <= toAt + 1) return undefined;
  const after = lines.slice(seal + 1).map((line) => squeezed(line.text)).filter((text) => !dateOnly.test(text) && !/^[ก-ฮ]\.\s*[ก-ฮ]?\.?$/u.test(text));
  const [ownerUnit, ...contacts] = after;
  return {
    form: 'stamped', subject: '', salutation: '', to: squeezed(lines[toAt]?.text ?? '').replace(/^ถึง\s+/u, ''), body: lines.slice(toAt + 1, seal - 1).map(bodyLine), leftOut: ['ที่', 'วันที่', 'ตราชื่อส่วนราชการ'],
    fields: kept({ agency: some([squeezed(lines[seal - 1]?.text ?? '')].filter(Boolean)), ownerUnit, contacts: some(contacts) }),
  };
}

/** บันทึก (clause 26). */
function note(lines: readonly FormLine[]): FormParts | undefined {
  if (squeezed(lines[0]?.text ?? '') !== 'บันทึก') return undefined;
  const found = letterParts(lines.slice(1).map((line) => line.text));
  const body = dateOnly.test(found.body.at(-1) ?? '') ? found.body.slice(0, -1) : found.body;
  return { form: 'note', subject: found.subject, salutation: found.salutation, to: found.to, body, leftOut: found.leftOut, fields: {} };
}

/** หนังสือภายนอก and หนังสือภายใน (forms 1 and 2); without a line เรื่อง everything is text. */
function letter(lines: readonly FormLine[]): FormParts {
  const found = letterParts(lines.map((line) => line.text));
  const { subject, salutation, to, body, leftOut } = found;
  const fields = { references: found.references.length > 0 ? found.references.map((text) => ({ text })) : undefined, enclosed: some(found.enclosed) };
  if (subject === '') return { form: undefined, subject, salutation, to, body, leftOut, fields: {} };
  const texts = lines.map((line) => squeezed(line.text));
  const memo = texts.slice(0, 4).includes('บันทึกข้อความ') || texts.slice(0, 6).some((text) => /^ส่วนราชการ(?:\s|$)/u.test(text));
  if (memo) return { form: texts.slice(0, 8).some((text) => /^ที่\s.*\/\s*ว/u.test(text)) ? 'circular' : 'memo', subject, salutation, to, body, leftOut, fields: kept(fields) };
  const top = head(lines, /^ที่(?:\s|$)/u);
  const foot = lines.slice(found.foot);
  // The signature stands on an axis; who owns the matter at the left margin below it.
  const axis = foot.findLastIndex((line) => line.align === 'center');
  const below = axis < 0 ? [] : foot.slice(axis + 1).map((line) => squeezed(line.text));
  const copiesAt = below.findIndex((text) => /^สำเนาส่ง(?:\s|$)/u.test(text));
  const owner = copiesAt < 0 ? below : below.slice(0, copiesAt);
  const copies = copiesAt < 0 ? [] : [below[copiesAt]?.replace(/^สำเนาส่ง\s*/u, '') ?? '', ...below.slice(copiesAt + 1)].map((text) => text.replace(/^[0-9๐-๙]{1,2}\.\s/u, '')).filter(Boolean);
  const closing = /^(?:\(|[.…])/.test(squeezed(foot[0]?.text ?? '(')) ? undefined : squeezed(foot[0]?.text ?? '');
  return {
    form: 'external', subject, salutation, to, body, leftOut: leftOut.filter((label) => label !== 'ส่วนราชการ'),
    fields: kept({ ...fields, agency: some(top?.agency ?? []), closing, ownerUnit: owner[0], contacts: some(owner.slice(1)), copies: some(copies) }),
  };
}
