// What other rooms know that the head should see: questions that nobody decided, and risks that were noted.
import { openQuestionsOf } from '../../../targets/store/questions.ts';
import { risksOf } from '../../../indicators/store/notes.ts';
import type { Attention, AttentionSource } from '../../attention.ts';
import { messages } from './messages.ts';

export const questionSource: AttentionSource = async (tx, { sheet, year }) => (await openQuestionsOf(tx, sheet.cycle.id)).map(({ id, question }): Attention => ({
  kind: 'question', words: messages.words('undecided', { question }), href: `/performance/${year}/questions/${id}`,
}));

/** High ones only: chance times effect from 6 of 9 up, while they are not closed. */
export const notedRiskSource: AttentionSource = async (tx, { sheet, year }) => {
  const keys = new Map(sheet.indicators.filter(({ state }) => state !== 'cancelled').map(({ id, key }) => [id, key]));
  const risks = keys.size === 0 ? [] : await risksOf(tx, [...keys.keys()]);
  return risks.filter(({ state, chance, effect }) => state !== 'closed' && chance * effect >= 6).map((one): Attention => {
    const key = keys.get(one.indicatorId) ?? '';
    return { kind: 'risk', key, words: messages.words('notedRisk', { key, risk: one.risk }), href: `/performance/${year}/indicators/${key}` };
  });
};
