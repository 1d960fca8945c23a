import type { Actor } from '../../../../../platform/access/actor.ts';
import type { Tx } from '../../../../../platform/db/database.ts';
import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import { keepsCycle } from '../../../store/cycles.ts';
import { messages as shared } from '../../messages.ts';
import { questionsHref, recordParams, sheetOfYear, yearParams } from '../../params.ts';
import { addQuestion, decideQuestion, questionById, type Decision, type Question } from '../../store/questions.ts';
import { decideForm, questionForm, readQuestion, withdrawForm } from './form.ts';
import { messages } from './messages.ts';
import { newQuestionPage, questionPage } from './pages.tsx';

const subject = (id: number) => ({ type: 'performance.question', id });

export const addQuestionAction = defineAction({
  path: '/performance/:year/questions/new',
  permission: 'performance.keep',
  params: yearParams,
  form: questionForm,
  page: newQuestionPage,
  async run(tx, { input, params, actor, services }) {
    const sheet = await sheetOfYear(tx, params.year);
    if (!sheet.ok) return sheet;
    if (!keepsCycle(actor, sheet.value.cycle)) return notFound();
    const question = readQuestion(sheet.value, input, services.clock.today());
    if (!question.ok) return question;
    const id = await addQuestion(tx, sheet.value.cycle.id, question.value, services.clock.now());
    return ok({ audit: { action: 'performance.question-asked', subject: subject(id), detail: { question: question.value.question } }, goTo: questionsHref(params.year, `/${id}`), flash: messages.words('added') });
  },
});

/** An open question of a year, for its secretariat. */
async function openQuestion(tx: Tx, year: number, id: number, actor: Actor): Promise<Result<Question>> {
  const sheet = await sheetOfYear(tx, year);
  if (!sheet.ok) return sheet;
  const question = keepsCycle(actor, sheet.value.cycle) ? await questionById(tx, sheet.value.cycle.id, id) : undefined;
  if (!question) return notFound();
  return question.state === 'open' ? ok(question) : fail('QUESTION_ENDED', messages.words('ended'), { status: 409 });
}

async function end(tx: Tx, question: Question, rev: string, decision: Decision, now: Date): Promise<Result<void>> {
  return (await decideQuestion(tx, { id: question.id, rev: Number(rev) }, decision, now)) ? ok(undefined) : fail('STALE', shared.words('stale'), { status: 409 });
}

export const decideQuestionAction = defineAction({
  path: '/performance/:year/questions/:id/decide',
  permission: 'performance.keep',
  params: recordParams,
  form: decideForm,
  page: questionPage,
  async run(tx, { input, params, actor, services }) {
    const question = await openQuestion(tx, params.year, params.id, actor);
    if (!question.ok) return question;
    const chosen = Number(input.chosen);
    if (!question.value.answers.some(({ place }) => place === chosen)) return fail('NO_ANSWER', messages.words('choice'), { fields: { chosen: messages.words('choice') } });
    if (input.decidedOn > services.clock.today()) return fail('NOT_YET', messages.words('future'), { fields: { decidedOn: messages.words('future') } });
    const done = await end(tx, question.value, input.rev, { state: 'decided', chosen, decision: input.decision, reference: input.reference, decidedOn: input.decidedOn }, services.clock.now());
    if (!done.ok) return done;
    return ok({ audit: { action: 'performance.question-decided', subject: subject(params.id), detail: { chosen, decision: input.decision, reference: input.reference } }, goTo: questionsHref(params.year, `/${params.id}`), flash: messages.words('decided') });
  },
});

export const withdrawQuestionAction = defineAction({
  path: '/performance/:year/questions/:id/withdraw',
  permission: 'performance.keep',
  params: recordParams,
  form: withdrawForm,
  page: questionPage,
  async run(tx, { input, params, actor, services }) {
    const question = await openQuestion(tx, params.year, params.id, actor);
    if (!question.ok) return question;
    const done = await end(tx, question.value, input.rev, { state: 'withdrawn', chosen: null, decision: input.reason, reference: '', decidedOn: null }, services.clock.now());
    if (!done.ok) return done;
    return ok({ audit: { action: 'performance.question-withdrawn', subject: subject(params.id), detail: { reason: input.reason } }, goTo: questionsHref(params.year), flash: messages.words('withdrawn') });
  },
});
