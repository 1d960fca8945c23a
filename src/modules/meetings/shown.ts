// How meetings are written on screen and on paper: numbers, days, places.
import type { Language, Words } from '../../platform/words.ts';
import { formatDate, formatEnglishDate, formatTime, formatTimeRange, localDate, localTime, toThaiDigits } from '../../thai/index.ts';
import type { MeetingRow } from './store/meetings.ts';

/** `ครั้งที่ 1/2563`; in Thai digits for paper. */
export function numberText(meeting: Pick<MeetingRow, 'number' | 'yearBe'>, digits: 'arabic' | 'thai' = 'arabic'): string {
  const text = `${meeting.number}/${meeting.yearBe}`;
  return digits === 'thai' ? toThaiDigits(text) : text;
}

/** The reference in lists, as on paper: `ครั้งที่ ๑/๒๕๖๓`. */
export function referenceText(meeting: Pick<MeetingRow, 'number' | 'yearBe'>): string {
  return `ครั้งที่ ${numberText(meeting, 'thai')}`;
}

/** A day on screen, in the language of the reader. */
export function dayText(lang: Language, date: string, style: 'short' | 'weekday' | 'short-weekday' | 'long' = 'short'): string {
  const day = localDate(date);
  if (lang === 'en') return formatEnglishDate(day, style === 'weekday' ? 'weekday' : style === 'long' ? 'long' : 'short');
  return formatDate(day, { style });
}

/** `10.00 - 14.00 น.` */
export function hoursText(from: string, to: string, digits: 'arabic' | 'thai' = 'arabic'): string {
  return formatTimeRange(localTime(from), localTime(to), digits);
}

export function timeText(time: string): string {
  return formatTime(localTime(time));
}

/** The end of a legal day as screens show it: `วันจันทร์ที่ 9 พฤศจิกายน 2563 24.00 น.`. */
export function dayEndText(lang: Language, date: string): string {
  return `${dayText(lang, date, 'weekday')} ${lang === 'th' ? '24.00 น.' : '24:00'}`;
}

/** The day as printed: `วันพฤหัสบดีที่ ๒๒ ตุลาคม ๒๕๖๓`. */
export function printedDay(date: string): string {
  return formatDate(localDate(date), { style: 'weekday', digits: 'thai' });
}

/** The centred lines under the title of every paper of a meeting. */
export function titleLines(meeting: Pick<MeetingRow, 'title' | 'number' | 'yearBe' | 'heldOn' | 'startsAt' | 'endsAt' | 'place' | 'link'>): string[] {
  return [
    `${meeting.title} ${referenceText(meeting)}`,
    `${printedDay(meeting.heldOn)} เวลา ${hoursText(meeting.startsAt, meeting.endsAt, 'thai')}`,
    `ณ ${placeText(meeting)}`,
  ];
}

/** Where the meeting is: the room, or that it is held over the net. */
export function placeText(meeting: Pick<MeetingRow, 'place' | 'link'>): string {
  if (meeting.place) return meeting.link ? `${meeting.place} และผ่านสื่ออิเล็กทรอนิกส์` : meeting.place;
  return 'ผ่านสื่ออิเล็กทรอนิกส์';
}

export const meetingHref = (id: number, rest = ''): string => `/meetings/${id}${rest}`;

/** The same words in both languages, for names and numbers. */
export const same = (text: string): Words => ({ th: text, en: text });
