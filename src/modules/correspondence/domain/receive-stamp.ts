import { bangkokDate, bangkokTime, formatDate } from '../../../thai/index.ts';

/** What the receive stamp says (form 12): number, day and time of receipt, in Arabic digits. */
export function stampFacts(letter: { readonly number: number; readonly receivedAt: Date }): { number: string; date: string; time: string } {
  const [hour = '', minute = ''] = bangkokTime(letter.receivedAt).split(':');
  return { number: String(letter.number), date: formatDate(bangkokDate(letter.receivedAt), { style: 'short' }), time: `${hour}.${minute} น.` };
}
