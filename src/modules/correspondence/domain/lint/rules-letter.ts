// Rules about the letter as a whole: opening and end of the matter, salutation and closing, what is enclosed.
import { toArabicDigits } from '../../../../thai/index.ts';
import { knownSalutations, salutationFor } from '../salutation.ts';
import type { SalutationRow } from '../salutation.ts';
import { fieldText, found, linesOf } from './finding.ts';
import type { Finding, Line, LintLetter, LintRule } from './finding.ts';

const addressed: ReadonlySet<LintLetter['subKind']> = new Set(['external', 'memo']);
const isListed = (text: string): boolean => /^(?:[0-9๐-๙]+(?:\.[0-9๐-๙]+)*[.)]?\s|\([0-9๐-๙ก-ฮ]{1,3}\)\s|[ก-ฮ]\.\s|[-•])/u.test(text);
const paragraphs = (text: string): Line[] => linesOf(text).filter((line) => !line.table && !isListed(line.text));

const nan = /นั้น(?=$|[\s,;)”"])/u;
/** Earlier matters that ตาม points to at the head of a letter; ตามข้อ ๓ … is no such opening. */
const following = /^ตาม(?:ที่|(?=\s?(?:หนังสือ|บันทึก|คำสั่ง|ประกาศ|มติ|ข้อสั่งการ|นโยบาย|รายงาน|คำขอ|ข้อหารือ|แผน)))/u;

/** "ตามที่ … นั้น": the cause closes with นั้น (explanation of the regulation on the text of letters). */
export const followingCloses: LintRule = (letter) => {
  const lines = paragraphs(letter.body);
  return lines.flatMap((line, index): Finding[] => {
    const opening = following.exec(line.text)?.[0];
    if (opening === undefined || (opening !== 'ตามที่' && index > 0) || nan.test(line.text)) return [];
    // A cause that goes on into its purpose must be parted by a person.
    const alone = !/(?:จึง|ในการนี้|บัดนี้|โดยขอ)/u.test(line.text);
    const end = line.start + line.text.length;
    return [found(letter, 'FOLLOWING_WITHOUT_NAN', 'error', { field: 'body', start: line.start, end }, { opening }, alone ? `${line.text.replace(/[\s.]+$/u, '')} นั้น` : undefined)];
  });
};

const fresh = /^(?:ด้วย|เนื่องด้วย|เนื่องจาก)/u;

/** ด้วย and เนื่องด้วย open a new matter, without นั้น. */
export const newMatterStaysOpen: LintRule = (letter) =>
  paragraphs(letter.body).slice(0, 1).flatMap((line): Finding[] => {
    const opening = fresh.exec(line.text)?.[0];
    const end = /\s*นั้น$/u.exec(line.text);
    if (opening === undefined || !end || end.index === 0) return [];
    const start = line.start + end.index;
    return [found(letter, 'NAN_AFTER_DUAI', 'warning', { field: 'body', start, end: start + end[0].length }, { opening }, '')];
  });

/** How far salutations reach from the beginning of an addressee: `เรียน อธิบดี` → 6. */
function leadingSalutations(to: string, known: readonly string[]): number {
  let at = 0;
  for (;;) {
    const rest = to.slice(at);
    const lead = rest.length - rest.trimStart().length;
    const one = known.find((salutation) => rest.startsWith(salutation, lead) && /^(?:\s|$)/u.test(rest.slice(lead + salutation.length)));
    if (one === undefined) return at === 0 ? 0 : at + lead;
    at += lead + one.length;
  }
}

/** The salutation that the table gives for whom the letter is addressed to. */
export const salutation: LintRule = (letter, { salutations }) => {
  if (!addressed.has(letter.subKind)) return [];
  const to = fieldText(letter, 'toText');
  const typed = fieldText(letter, 'salutation').trim();
  const row = salutationFor(salutations, to);
  const twice = leadingSalutations(to, knownSalutations(salutations));
  if (twice > 0) return [found(letter, 'SALUTATION_TWICE', 'warning', { field: 'toText', start: 0, end: twice }, {}, '')];
  if (!row || letter.salutation === undefined) return [];
  const place = { field: 'salutation' as const, start: 0, end: letter.salutation.length };
  const severity = row.uncertain ? 'ask' : 'error';
  if (typed === '') return [found(letter, 'SALUTATION_MISSING', severity, place, { salutation: row.salutation }, row.salutation)];
  return typed === row.salutation ? [] : [found(letter, 'SALUTATION_WRONG', severity, place, { salutation: row.salutation, addressee: to.trim().slice(0, 80) }, row.salutation)];
};

/** Clause 11: the agency that owns a letter to outside stands with its address. */
export const agencyAddress: LintRule = (letter) => {
  const { agency } = letter;
  if (letter.subKind !== 'external' || agency === undefined || agency.trim() === '' || linesOf(agency).length > 1 || /\s(?:เลขที่\s?)?[0-9๐-๙]/u.test(agency.trim())) return [];
  return [found(letter, 'AGENCY_ADDRESS_MISSING', 'warning', { field: 'agency', start: agency.length, end: agency.length })];
};

/** The row that speaks for a salutation: the addressee's own where it fits, else the first with these words. */
function rowOf(letter: LintLetter, rows: readonly SalutationRow[]): SalutationRow | undefined {
  const typed = fieldText(letter, 'salutation').trim();
  const own = salutationFor(rows, fieldText(letter, 'toText'));
  return own && (own.salutation === typed || typed === '') ? own : rows.find((row) => row.salutation === typed);
}

/** Closing words by the salutation (annex 2): กราบเรียน with ขอแสดงความนับถืออย่างยิ่ง. A memo has none. */
export const closing: LintRule = (letter, { salutations }) => {
  if (letter.subKind === 'memo') {
    return linesOf(letter.body).flatMap((line) => (/^(?:ขอแสดงความนับถือ|ขอนมัสการด้วยความเคารพ)\S*$/u.test(line.text) ? [found(letter, 'CLOSING_IN_MEMO', 'warning', { field: 'body', start: line.start, end: line.start + line.text.length }, {}, '')] : []));
  }
  if (letter.subKind !== 'external' || letter.closing === undefined) return [];
  const row = rowOf(letter, salutations);
  if (!row || row.closing === '') return [];
  const typed = letter.closing.trim();
  if (typed === row.closing) return [];
  const place = { field: 'closing' as const, start: 0, end: letter.closing.length };
  return [found(letter, typed === '' ? 'CLOSING_MISSING' : 'CLOSING_WRONG', row.uncertain ? 'ask' : 'error', place, { salutation: row.salutation, closing: row.closing }, row.closing)];
};

const summary = /(?<=^|[\s”")])จึง(?<polite>ขอ)?(?<verb>กราบเรียน|เรียน|นมัสการ)(?<rest>เชิญ|เสนอ)?มาเพื่อ/gu;
const anySummary = /จึง(?:ใคร่)?(?:ขอ)?(?:กราบ|เรียน|แจ้ง|เสนอ|นมัสการ|ส่ง|รายงาน|หารือ|ทูล|ประทาน|พระราชทาน|เชิญ)/u;
/** Salutations that are the verb of the phrase at the end; royal ones have phrases of their own. */
const verbs: ReadonlySet<string> = new Set(['เรียน', 'กราบเรียน', 'นมัสการ']);

function wanted(letter: LintLetter, verb: string): string {
  const asks = /ขอ(?!ให้)|อนุมัติ|หารือ|เชิญ/u.test(letter.subject) && !/ขอแจ้ง|ขอส่ง/u.test(letter.subject);
  return `จึง${verb}มาเพื่อโปรด${asks ? 'พิจารณา' : 'ทราบ'}`;
}

/** "จึงเรียนมาเพื่อโปรด…": the matter says at its end what is asked, in the verb of the salutation. */
export const summaryPhrase: LintRule = (letter, { salutations }) => {
  if (!addressed.has(letter.subKind) || letter.body.trim() === '') return [];
  const typed = fieldText(letter, 'salutation').trim();
  // Where none is typed, the one of the table will be printed.
  const usual = salutationFor(salutations, fieldText(letter, 'toText'));
  const verb = typed || (usual && !usual.uncertain ? usual.salutation : '') || 'เรียน';
  if (!verbs.has(verb)) return [];
  const unfit = [...letter.body.matchAll(summary)].filter((match) => match.groups?.['verb'] !== verb).map((match) => {
    const said = match.groups?.['verb'] ?? '';
    const start = match.index + match[0].indexOf(said);
    return found(letter, 'SUMMARY_UNFIT', 'error', { field: 'body', start, end: start + said.length }, { salutation: verb, phrase: `จึง${verb}มาเพื่อ…` }, verb);
  });
  if (unfit.length > 0 || paragraphs(letter.body).some((line) => anySummary.test(line.text))) return unfit;
  const phrase = wanted(letter, verb);
  const kept = letter.body.trimEnd().length;
  return [found(letter, 'SUMMARY_MISSING', 'warning', { field: 'body', start: kept, end: letter.body.length }, { phrase }, `\n\n${phrase}`)];
};

const mention = /สิ่งที่ส่งมาด้วย(?:\s?(?:ลำดับที่|หมายเลข|ที่)?\s?(?<number>[0-9๐-๙]{1,2})(?![0-9๐-๙./]))?|เอกสาร(?:ที่)?แนบ(?!ท้าย)|(?:ดัง|ตาม|ที่|ได้)แนบ(?:มา|ไว้|ท้าย)?|แนบมา(?:พร้อม|ด้วย)|มาพร้อม(?:นี้|หนังสือนี้)|พร้อมหนังสือนี้/gu;

/** What the text says is sent along is there, and what is there is spoken of. */
export const enclosures: LintRule = (letter) => {
  const count = letter.enclosures.length;
  const mentions = [...letter.body.matchAll(mention)];
  const at = (match: RegExpExecArray) => ({ field: 'body' as const, start: match.index, end: match.index + match[0].length });
  const [first] = mentions;
  if (count === 0) return first ? [found(letter, 'ENCLOSURE_NOT_ATTACHED', 'error', at(first), { words: first[0] })] : [];
  if (!first) return letter.body.trim() === '' ? [] : [found(letter, 'ENCLOSURE_NOT_MENTIONED', 'warning', { field: 'body', start: letter.body.length, end: letter.body.length }, { count })];
  return mentions.flatMap((match) => {
    const number = Number(toArabicDigits(match.groups?.['number'] ?? ''));
    return number > count ? [found(letter, 'ENCLOSURE_BEYOND', 'error', at(match), { number, count })] : [];
  });
};
