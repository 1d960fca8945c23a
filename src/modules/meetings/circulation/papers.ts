// The papers of a certification: minutes as circulated, the reply form, the certified minutes with the record of answers.
import type { ReadTx } from '../../../platform/db/database.ts';
import type { PaperDocument } from '../../../paper/index.ts';
import { bangkokDate, formatDate, localDate, toArabicDigits } from '../../../thai/index.ts';
import { replyStatement, replyTitleLines } from '../domain/circular-words.ts';
import { lineIndex, placeLabel, plainLine, textParts } from '../domain/minutes-text.ts';
import type { MinutesDocument } from '../domain/minutes-document.ts';
import { isDayOrHour, wordsOfPart } from '../domain/part-words.ts';
import { paperOfMinutes, signedLines } from '../minutes-paper.ts';
import type { MinutesPaper } from '../minutes-paper.ts';
import { listAnswers, listCirculations } from '../store/circulations.ts';
import type { AnswerRow, CirculationRow } from '../store/circulations.ts';
import type { MeetingRow } from '../store/meetings.ts';
import type { MinutesRow, VersionRow } from '../store/minutes.ts';
import type { SuggestionRow } from '../store/suggestions.ts';
import { lineNumbers } from '../minutes-sheet.tsx';
import { meetingFacts } from './facts.ts';
import { answerWords, messages } from './messages.ts';

export type ReplyPaper = Extract<PaperDocument, { kind: 'reply-form' }>;

const day = (date: string, style: 'long' | 'short' = 'long') => formatDate(localDate(date), { style });

/** Minutes of a version as they go out. */
export function circulatedPaper(version: VersionRow): MinutesPaper {
  return paperOfMinutes(version.content, { signed: signedLines(version), lineNumbers: true });
}

/** The reply form: empty for printing, or as answered. */
export function replyPaper(meeting: MeetingRow, to: string, answered?: { answer: AnswerRow; suggestions: readonly SuggestionRow[]; content: MinutesDocument }): ReplyPaper {
  const facts = meetingFacts(meeting);
  const empty: ReplyPaper = { kind: 'reply-form', titleLines: replyTitleLines(facts), to, statement: replyStatement(facts) };
  if (!answered?.answer.answer) return empty;
  const { answer, suggestions, content } = answered;
  return {
    ...empty,
    answer: answer.answer === 'certified' ? 'as-is' : 'with-changes',
    ...(suggestions.length > 0 ? { corrections: suggestions.map((one, index) => `${index + 1}. ${suggestionWords(one, content)}`).join(' ') } : {}),
    ...(answer.remarks ? { remarks: answer.remarks } : {}),
    signedAs: (answer.answeredName ?? '').replace(/^(นางสาว|นาง|นาย)/u, ''),
    name: answer.answeredName ?? '',
    position: answer.answeredPosition ?? '',
    date: answer.answeredOn ? day(answer.answeredOn) : '',
  };
}

/** Where a correction stands, in Arabic digits: "วาระ 3.1 บรรทัด 41", "ผู้มาประชุม ลำดับที่ 3"; `field` tells parts of one line apart. */
export function placeOf(content: MinutesDocument, lineId: string, field?: string): string {
  const entry = lineIndex(content).find((one) => one.line.id === lineId);
  const number = lineNumbers(content).get(lineId);
  if (entry) return `วาระ ${entry.number} บรรทัด ${number ?? ''}`.trim();
  const parts = textParts(content).filter((one) => one.ref.lineId === lineId);
  const part = parts.find((one) => one.ref.field === field) ?? parts[0];
  return part ? toArabicDigits(placeLabel(part.place)) : 'ท้ายรายงาน';
}

/** A correction in one sentence, as people write it on the form. */
export function suggestionWords(suggestion: Pick<SuggestionRow, 'change' | 'reason'>, content: MinutesDocument): string {
  const { change } = suggestion;
  const place = placeOf(content, change.lineId, change.kind === 'replace' ? change.field : undefined);
  const why = suggestion.reason ? ` เหตุผล ${suggestion.reason}` : '';
  if (change.kind === 'insert') return `${place} ขอเพิ่มข้อความต่อจากบรรทัดนี้ “${plainLine(change.line)}”${why}`;
  if (change.kind === 'remove') return `${place} ขอตัดข้อความ “${plainLine(change.original)}” ออก${why}`;
  if (change.kind === 'assignments') return `${place} ขอปรับผู้รับผิดชอบ งาน และกำหนดเวลาของมติ เป็น ${change.proposed.map((one) => `${one.owners.map((owner) => owner.text).join(', ')}: ${one.task}`).join(' · ')}${why}`;
  if (change.proposed === '') return `${place} ขอตัดคำว่า “${change.original}” ออก${why}`;
  if (isDayOrHour(change.field)) return `${place} ขอแก้ “${wordsOfPart(change.field, change.original)}” เป็น “${wordsOfPart(change.field, change.proposed)}”${why}`;
  return `${place} ขอแก้ “${change.original || wholeText(content, change.lineId, change.field)}” เป็น “${change.proposed}”${why}`;
}

function wholeText(content: MinutesDocument, lineId: string, field: string): string {
  return textParts(content).find((part) => part.ref.lineId === lineId && part.ref.field === field)?.text ?? '';
}

/** Certified minutes with the record of answers as their last part. */
export async function certifiedPaper(tx: ReadTx, meeting: MeetingRow, minutes: MinutesRow, version: VersionRow): Promise<MinutesPaper> {
  const circulation = (await listCirculations(tx, meeting.id)).find((one) => one.withdrawnAt === null);
  const answers = circulation ? await listAnswers(tx, circulation.id) : [];
  return paperOfMinutes(version.content, { signed: signedLines(version), adoption: adoptionOf(minutes, circulation, answers) });
}

/** The record of answers: what was asked, what each said, how it ended. */
export function adoptionOf(minutes: MinutesRow, circulation: CirculationRow | undefined, answers: readonly AnswerRow[]): NonNullable<MinutesPaper['adoption']> {
  const paragraphs = circulation
    ? [`ฝ่ายเลขานุการได้เวียนรายงานการประชุมตามบันทึกข้อความ ที่ ${circulation.letterNumber ?? '-'} ลงวันที่ ${day(circulation.circulatedOn)} และกำหนดให้แจ้งผลภายในวันที่ ${day(circulation.respondBy)} โดย${circulation.ruleWords.replace(/^โดย/u, '')}`]
    : [];
  return {
    paragraphs,
    rows: answers.map((answer) => ({ who: answer.addresseeName, answer: saidWords(answer), answeredOn: saidOn(answer), note: noteOf(answer) })),
    conclusion: [
      `${minutes.certifiedWords ?? ''} จึงถือว่ารายงานการประชุมนี้ได้รับการรับรองแล้ว เมื่อวันที่ ${minutes.certifiedOn ? day(minutes.certifiedOn) : '-'}`.trim(),
    ],
  };
}

function saidWords(answer: AnswerRow): string {
  if (answer.state === 'deemed') return `${messages.th.deemed}โดยไม่มีการแก้ไข (พ้นกำหนด)`;
  return answer.answer ? answerWords(answer.answer).th : messages.th.waiting;
}

function saidOn(answer: AnswerRow): string {
  if (answer.state === 'deemed') return answer.deemedAt ? day(bangkokDate(answer.deemedAt), 'short') : '';
  return answer.answeredOn ? day(answer.answeredOn, 'short') : '';
}

function noteOf(answer: AnswerRow): string {
  const signed = answer.answeredName ? [answer.answeredName, answer.authority?.kind === 'own' ? '' : answer.authority?.words ?? ''].filter(Boolean).join(' ') : '';
  const late = answer.late && answer.answer && answer.answeredOn ? `ตอบหลังพ้นกำหนด ${day(answer.answeredOn, 'short')}: ${answerWords(answer.answer).th}` : '';
  const paper = answer.via === 'paper' ? 'ตอบด้วยแบบตอบรับกระดาษ' : '';
  return [signed, paper, late].filter(Boolean).join(' · ');
}
