// The words of the circular memo, the reply form and the deeming rule: official Thai, from the facts of a meeting.
// All digits are Arabic here; the sheet prints Thai ones.
import { formatDate, formatTimeRange, localDate, localTime } from '../../../thai/index.ts';

/** Facts of a meeting that its papers repeat. Days `YYYY-MM-DD`, times `HH:MM`. */
export interface MeetingFacts {
  readonly title: string;
  readonly number: number;
  readonly yearBe: number;
  readonly fiscalYear: number | null;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
}

const long = (day: string) => formatDate(localDate(day), { style: 'long' });
const withWeekday = (day: string) => formatDate(localDate(day), { style: 'weekday' });

/** "การประชุม… ประจำปีงบประมาณ พ.ศ. 2564 ครั้งที่ 1/2563"; the fiscal year only where the title lacks it. */
export function meetingName(meeting: MeetingFacts): string {
  const title = meeting.title.startsWith('การประชุม') ? meeting.title : `การประชุม${meeting.title}`;
  const year = meeting.fiscalYear !== null && !/ปีงบประมาณ/u.test(title) ? ` ประจำปีงบประมาณ พ.ศ. ${meeting.fiscalYear}` : '';
  return `${title}${year} ครั้งที่ ${meeting.number}/${meeting.yearBe}`;
}

function whenAndWhere(meeting: MeetingFacts): string {
  return `${withWeekday(meeting.heldOn)} เวลา ${formatTimeRange(localTime(meeting.startsAt), localTime(meeting.endsAt))} ณ ${meeting.place}`;
}

export function circularSubject(meeting: MeetingFacts): string {
  return `ขอส่งรายงาน${meetingName(meeting)}`;
}

/** What silence means, word for word as the memo states it and as a deeming record repeats it. */
export function deemingRule(respondBy: string): string {
  return `หากพ้นกำหนดวันที่ ${long(respondBy)} แล้วฝ่ายเลขานุการยังไม่ได้รับแจ้ง ให้ถือว่าท่านรับรองรายงานการประชุมโดยไม่มีการแก้ไข`;
}

/** The memo's paragraphs; the deeming rule is the end of the second. */
export function circularParagraphs(meeting: MeetingFacts, respondBy: string): string[] {
  return [
    `ตามที่ได้มี${meetingName(meeting)} เมื่อ${whenAndWhere(meeting)} นั้น`,
    `บัดนี้ ฝ่ายเลขานุการได้จัดทำรายงานการประชุมดังกล่าวเรียบร้อยแล้ว รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย หากท่านประสงค์จะขอแก้ไขหรือมีข้อสังเกตประการใด โปรดแจ้งฝ่ายเลขานุการตามแบบตอบรับที่แนบมาพร้อมนี้ ภายในวันที่ ${long(respondBy)} ทั้งนี้ ${deemingRule(respondBy)}`,
    'จึงเรียนมาเพื่อโปรดพิจารณา และมอบหมายเจ้าหน้าที่ที่เกี่ยวข้องตรวจสอบรายงานการประชุมในส่วนที่เกี่ยวข้องด้วย จะขอบคุณยิ่ง',
  ];
}

/** The centred lines of the reply form. */
export function replyTitleLines(meeting: MeetingFacts): string[] {
  return [
    meetingName(meeting),
    `${withWeekday(meeting.heldOn)} เวลา ${formatTimeRange(localTime(meeting.startsAt), localTime(meeting.endsAt))}`,
    `ณ ${meeting.place}`,
  ];
}

export function replyStatement(meeting: MeetingFacts): string {
  return `ได้พิจารณารายงาน${meetingName(meeting)} ${withWeekday(meeting.heldOn)} แล้ว ผลการพิจารณาเป็นดังนี้`;
}

/** How many answered, how many are deemed: the closing words of a circulation. */
export function closingWords(counts: { readonly all: number; readonly asIs: number; readonly corrected: number; readonly deemed: number }): string {
  const parts = [
    counts.asIs > 0 ? `รับรองโดยไม่มีการแก้ไข ${counts.asIs} ราย` : '',
    counts.corrected > 0 ? `รับรองโดยมีการแก้ไข ${counts.corrected} ราย` : '',
    counts.deemed > 0 ? `ไม่แจ้งผลภายในกำหนดและถือว่ารับรองโดยไม่มีการแก้ไข ${counts.deemed} ราย` : '',
  ].filter(Boolean);
  return `เวียนรายงานการประชุมถึง ${counts.all} ราย ผลเป็นดังนี้ ${parts.join(' ')}`;
}
