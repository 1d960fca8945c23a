import { urgencies } from './kinds.ts';
import type { Urgency } from './kinds.ts';
import { parseThaiDate, toArabicDigits } from '../../../thai/index.ts';

/** What the words of a letter seem to say. A person confirms it. */
export interface ProposedFacts {
  readonly reference?: string;
  /** `YYYY-MM-DD`. */
  readonly letterDate?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
  readonly urgency?: Urgency;
}

const months = 'มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม';

const speeds: Readonly<Partial<Record<Urgency, RegExp>>> = { 'most-urgent': /^\s*ด่วน\s*ที่\s*สุด\s*$/mu, 'very-urgent': /^\s*ด่วน\s*มาก\s*$/mu, urgent: /^\s*ด่วน\s*$/mu };
const line = (text: string | undefined): string | undefined => text?.replaceAll(/\s+/g, ' ').trim();
const code = String.raw`[ก-ฮ]{2,3}\s?\d{2,5}(?:\.\d+)*\s?\/\s?(?:ว\s?)?\d+`;

/**
 * Finds ที่, the date, เรื่อง and who writes to whom at the head of a letter's text. Machine reading puts spaces into Thai,
 * so each is looked for by its shape: a code with a number after the stroke, a day with a month's name, the line after
 * เรื่อง, the agency beside the number. What อ้างถึง and the text name are other letters, and never taken for this one.
 */
export function proposeFacts(text: string): ProposedFacts {
  const all = toArabicDigits(text.slice(0, 6_000));
  const head = all.split(/^\s*(?:อ้างถึง|สิ่งที่ส่งมาด้วย)/mu)[0] ?? '';
  const reference = new RegExp(String.raw`(?:^|\s)ที่\s*(${code})`, 'mu').exec(head)?.[1];
  const day = new RegExp(`(\\d{1,2})\\s*(${months})\\s*(?:พ\\.ศ\\.)?\\s*(25\\d\\d)`, 'u').exec(head);
  const date = day ? parseThaiDate(`${day[1]} ${day[2]} ${day[3]}`) : undefined;
  const subject = line(/(?:^|\s)เรื่อง\s+(\S[^\n]{2,250})/mu.exec(head)?.[1]);
  const to = line(/^\s*(?:กราบเรียน|เรียน|ถึง|นมัสการ)\s+(\S[^\n]{1,200})/mu.exec(head)?.[1]);
  // Of a memo the line ส่วนราชการ, without its telephone; of other letters what stands beside the number.
  const memo = /^\s*ส่วนราชการ\s+(\S[^\n]*?)(?:\s+โทร\S*[^\n]*)?$/mu.exec(head)?.[1];
  const beside = new RegExp(String.raw`^\s*ที่[ \t]*(?:${code})?[ \t]{3,}([ก-๎][^\n]{2,150})$`, 'mu').exec(head)?.[1];
  const from = line(memo ?? beside);
  const urgency = urgencies.toReversed().find((one) => speeds[one]?.test(head));
  return {
    ...(reference ? { reference: reference.replaceAll(/\s*\/\s*/g, '/').replaceAll(/\s+/g, ' ') } : {}),
    ...(date?.ok ? { letterDate: date.value as string } : {}),
    ...(subject ? { subject } : {}),
    ...(from && !from.startsWith('วันที่') ? { from } : {}),
    ...(to ? { to } : {}),
    ...(urgency ? { urgency } : {}),
  };
}
