// Questions in a list: on their own page, on the page of an indicator, for the head's page.
import type { VNode } from 'preact';
import type { Ui } from '../../../../../platform/http/ui.ts';
import type { ComponentChildren } from 'preact';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { scaledText } from '../../../domain/numbers.ts';
import type { Sheet } from '../../../sheet.ts';
import { ladderText } from '../../domain/read-ladder.ts';
import { messages as shared } from '../../messages.ts';
import { questionsHref } from '../../params.ts';
import { day } from '../../shown.tsx';
import type { Answer, Question } from '../../store/questions.ts';
import { messages } from './messages.ts';

export const questionMark = (ui: Ui, { state }: Pick<Question, 'state'>): VNode =>
  <StateMark kind={state === 'open' ? 'risk' : state === 'decided' ? 'done' : 'void'}>{messages.in(ui.lang)(`state.${state}`)}</StateMark>;

/** `70 / 75 / 80 · น้ำหนัก 20` */
export function setsWords(ui: Ui, { ladder, weight }: Pick<Answer, 'ladder' | 'weight'>): string {
  const s = shared.in(ui.lang);
  return [ladderText(ladder), weight === null ? '' : `${s('weight')} ${scaledText(weight)}`].filter(Boolean).join(' · ');
}

/** The numbers of the indicators that a question is about. */
const keysOf = ({ indicators }: Pick<Sheet, 'indicators'>, { indicatorIds }: Pick<Question, 'indicatorIds'>): string =>
  indicators.filter(({ id }) => indicatorIds.includes(id)).map(({ key }) => key).join(', ');

export function QuestionTable({ ui, sheet, questions, empty }: { ui: Ui; sheet: Pick<Sheet, 'cycle' | 'indicators'>; questions: readonly Question[]; empty?: ComponentChildren }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const year = sheet.cycle.fiscalYear;
  return (
    <Table caption={s('questions')} captionHidden rows={questions} rowKey={({ id }) => String(id)} isVoid={({ state }) => state === 'withdrawn'} empty={empty}
      columns={[
        { key: 'question', head: t('question'), kind: 'main', cell: (one) => <a href={questionsHref(year, `/${one.id}`)}>{one.question}</a> },
        { key: 'indicators', head: s('indicator'), kind: 'nowrap', cell: (one) => keysOf(sheet, one) },
        { key: 'answers', head: t('answers'), kind: 'wide', cell: (one) => <ul>{one.answers.map((answer) => <li>{one.chosen === answer.place ? <strong>{answer.text}</strong> : answer.text}{answer.saidBy ? <span class="quiet small"> ({answer.saidBy})</span> : null}</li>)}</ul> },
        { key: 'decider', head: t('decider'), cell: (one) => one.decider },
        { key: 'state', head: t('state'), cell: (one) => <>{questionMark(ui, one)}{one.decidedOn ? <div class="quiet small">{day(ui, one.decidedOn)}</div> : null}</> },
      ]} />
  );
}
