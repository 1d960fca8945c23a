import { formatDate, localDate } from '../../../thai/index.ts';

/** Subject and first paragraph of a reply, as offices write them: the document is Thai whatever its author's language. */
export function replyOpening(letter: { subject: string; reference: string; letterDate: string | null }): { subject: string; paragraph: string } {
  const number = letter.reference === '' ? '' : ` ที่ ${letter.reference}`;
  const date = letter.letterDate === null ? '' : ` ลงวันที่ ${formatDate(localDate(letter.letterDate))}`;
  return { subject: `ตอบ ${letter.subject}`.slice(0, 300), paragraph: `ตามหนังสือ${number}${date} เรื่อง ${letter.subject} นั้น` };
}
