// Which lines of a written letter are its head, its text and its foot. Knows the forms, no words of any office.

export interface LetterParts {
  readonly subject: string;
  readonly salutation: string;
  readonly to: string;
  readonly body: readonly string[];
  readonly references: readonly string[];
  readonly enclosed: readonly string[];
  /** Line at which the foot begins: closing words, the signature, who owns the matter; the number of lines where there is none. */
  readonly foot: number;
  /** Lines of the form that Krom makes itself, by their labels. */
  readonly leftOut: readonly string[];
}

export const squeezed = (line: string): string => line.replace(/\s+/g, ' ').trim();
const subjectLine = /^เรื่อง\s+(?<text>\S.*)$/u;
const salutationLine = /^(?<word>กราบเรียน|เรียน|นมัสการ|กราบทูล|ขอประทานกราบทูล|ถึง)\s+(?<to>\S.*)$/u;
const headLines: readonly (readonly [label: string, pattern: RegExp])[] = [
  ['บันทึกข้อความ', /^บันทึกข้อความ$/u],
  ['ส่วนราชการ', /^ส่วนราชการ(?:\s|$)/u],
  ['ที่', /^ที่\s+\S|^ที่$|^ที่\s*วันที่/u],
  ['วันที่', /^(?:วันที่\s*)?[0-9๐-๙]{1,2}\s+[ก-๎]+\s+[0-9๐-๙]{4}$|^วันที่(?:\s|$)/u],
];
const closingLine = /^(?:ขอแสดงความนับถือ(?:อย่างยิ่ง)?|ขอนมัสการด้วยความเคารพ(?:อย่างยิ่ง|อย่างสูง)?|ควรมิควรแล้วแต่จะโปรด\S*)$/u;
const nameLine = /^\(.{2,100}\)$/u;
/** Lines after the name at most: post, post acted for, unit that owns the matter, telephone, fax, mail. */
const longestFoot = 8;

/** Where the foot begins: closing words, or the name in brackets with its few lines. */
function footAt(lines: readonly string[]): number {
  const closing = lines.findLastIndex((line) => closingLine.test(line));
  if (closing >= 0 && lines.length - closing <= longestFoot + 4) return closing;
  const name = lines.findLastIndex((line) => nameLine.test(line));
  if (name < 0 || lines.length - name > longestFoot) return lines.length;
  return /^(?:\(?ลงชื่อ\)?[.…\s]*|[.…\s]+)$/u.test(lines[name - 1] ?? '') ? name - 1 : name;
}

/** Reads the lines of a document. Without a line เรื่อง … it is no letter form, and everything is text. */
export function letterParts(given: readonly string[]): LetterParts {
  const lines = given.map((line) => (line.trim().startsWith('|') || /^\s*-/.test(line) ? line : squeezed(line)));
  const at = lines.slice(0, 20).findIndex((line) => subjectLine.test(line));
  if (at < 0) return { subject: '', salutation: '', to: '', body: lines, references: [], enclosed: [], foot: lines.length, leftOut: [] };
  const subject = subjectLine.exec(lines[at] ?? '')?.groups?.['text'] ?? '';
  const toAt = lines.findIndex((line, i) => i > at && i < at + 8 && salutationLine.test(line));
  const greeting = toAt < 0 ? undefined : salutationLine.exec(lines[toAt] ?? '')?.groups;
  const leftOut = new Set<string>();
  let start = Math.max(at, toAt) + 1;
  for (const line of lines.slice(0, start)) for (const [label, pattern] of headLines) if (pattern.test(line)) leftOut.add(label);
  // References and enclosures stand between the addressee and the text; further ones are numbered below the first.
  let several = false;
  const listed = { อ้างถึง: [] as string[], สิ่งที่ส่งมาด้วย: [] as string[] };
  let list: string[] = [];
  for (let line = lines[start] ?? ''; labelOf(line) !== undefined || (several && /^[0-9๐-๙]{1,2}\.\s/u.test(line)); line = lines[start] ?? '') {
    const label = labelOf(line);
    if (label !== undefined) {
      list = listed[label];
      several = /^\S+\s+[1๑]\.\s/u.test(line);
    }
    const entry = line.replace(label === undefined ? '' : label, '').trim();
    const words = several ? entry.replace(/^[0-9๐-๙]{1,2}\.\s/u, '') : entry;
    if (words !== '') list.push(words);
    start += 1;
  }
  const rest = lines.slice(start);
  const foot = footAt(rest);
  if (foot < rest.length) leftOut.add('ลงชื่อ');
  return { subject, salutation: greeting?.['word'] ?? '', to: greeting?.['to'] ?? '', body: rest.slice(0, foot), references: listed['อ้างถึง'], enclosed: listed['สิ่งที่ส่งมาด้วย'], foot: start + foot, leftOut: [...leftOut] };
}

const labelOf = (line: string): 'อ้างถึง' | 'สิ่งที่ส่งมาด้วย' | undefined => (/^อ้างถึง(?:\s|$)/u.test(line) ? 'อ้างถึง' : /^สิ่งที่ส่งมาด้วย(?:\s|$)/u.test(line) ? 'สิ่งที่ส่งมาด้วย' : undefined);
