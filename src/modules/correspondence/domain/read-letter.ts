import { parseThaiDate, toArabicDigits } from '../../../thai/index.ts';

/** What the words of a letter seem to say. A person confirms it. */
export interface ProposedFacts {
  readonly reference?: string;
  /** `YYYY-MM-DD`. */
  readonly letterDate?: string;
  readonly subject?: string;
}

const months = 'มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม';

/**
 * Finds ที่, the date and เรื่อง at the head of a letter's text. Machine reading puts spaces into Thai, so each is looked
 * for by its shape: a code with a number after the stroke, a day with a month's name, the line after เรื่อง.
 */
export function proposeFacts(text: string): ProposedFacts {
  const head = toArabicDigits(text.slice(0, 6_000));
  const reference = /(?:^|\s)ที่\s*([ก-ฮ]{2,3}\s?\d{2,5}(?:\.\d+)*\s?\/\s?(?:ว\s?)?\d+)/mu.exec(head)?.[1];
  const day = new RegExp(`(\\d{1,2})\\s*(${months})\\s*(?:พ\\.ศ\\.)?\\s*(25\\d\\d)`, 'u').exec(head);
  const date = day ? parseThaiDate(`${day[1]} ${day[2]} ${day[3]}`) : undefined;
  const subject = /(?:^|\s)เรื่อง\s+(\S[^\n]{2,250})/mu.exec(head)?.[1]?.replaceAll(/\s+/g, ' ').trim();
  return {
    ...(reference ? { reference: reference.replaceAll(/\s*\/\s*/g, '/').replaceAll(/\s+/g, ' ') } : {}),
    ...(date?.ok ? { letterDate: date.value as string } : {}),
    ...(subject ? { subject } : {}),
  };
}
