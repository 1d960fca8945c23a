import type { Language } from '../../../platform/words.ts';
import { messages } from '../messages.ts';
import type { OutgoingNews } from '../store/deliveries.ts';

/** One line of news as it leaves the house. */
export interface NewsLine {
  readonly text: string;
  readonly address: string;
  readonly urgency: string | null;
  readonly secret: boolean;
}

/**
 * News as lines for outside, the most urgent first. Of secret ones only how many wait: neither subject, number nor
 * address, which would tell of which record.
 */
export function newsLines(language: Language, news: readonly Pick<OutgoingNews, 'words' | 'href' | 'urgency' | 'secret'>[], origin: string): NewsLine[] {
  const t = messages.in(language);
  const rank = { 'most-urgent': 0, 'very-urgent': 1, urgent: 2 };
  const open = news.filter((one) => !one.secret).toSorted((a, b) => (a.urgency ? rank[a.urgency] : 3) - (b.urgency ? rank[b.urgency] : 3));
  const secrets = news.length - open.length;
  return [
    ...(secrets > 0 ? [{ text: secrets === 1 ? t('secretOne') : t('secretMany', { n: secrets }), address: `${origin}/`, urgency: null, secret: true }] : []),
    ...open.map((one) => ({ text: one.words[language], address: `${origin}${one.href}`, urgency: one.urgency ? t(`urgency.${one.urgency}`) : null, secret: false })),
  ];
}
