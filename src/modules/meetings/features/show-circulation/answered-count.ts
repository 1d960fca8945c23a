import type { Language } from '../../../../platform/words.ts';
import type { AnswerRow } from '../../store/circulations.ts';
import { messages } from './messages.ts';

/** How many said something themselves, before or after the deadline; who is deemed by silence is told apart. */
export function answeredCount(answers: readonly Pick<AnswerRow, 'state' | 'answeredAt'>[], lang: Language): { readonly answered: number; readonly words: string } {
  const answered = answers.filter((one) => one.answeredAt !== null).length;
  const deemed = answers.filter((one) => one.state === 'deemed' && one.answeredAt === null).length;
  const counts = { n: answered, all: answers.length };
  const t = messages.in(lang);
  return { answered, words: deemed > 0 ? t('answeredAndDeemed', { ...counts, deemed }) : t('answered', counts) };
}
