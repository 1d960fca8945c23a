// What the secretariat and the executives do with a round as a whole.
import type { z } from 'zod';
import type { Tx } from '../../../../../platform/db/database.ts';
import { emptyForm, type AnyForm, type FormValues } from '../../../../../platform/forms/form.ts';
import { defineAction, type ActionOutcome } from '../../../../../platform/http/define.ts';
import { notify } from '../../../../../platform/notify/notify.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import type { Services } from '../../../../../platform/services.ts';
import { officeCalendar } from '../../../../organisation/index.ts';
import { decidesCycle, keepsCycle } from '../../../store/cycles.ts';
import { moveDueDay } from '../../../store/rounds.ts';
import { isWanted } from '../../domain/submission-state.ts';
import { ownersOf, roundParams, standingOf } from '../../find.ts';
import { roundType, submissionType } from '../../house.ts';
import { messages as shared } from '../../messages.ts';
import { collectingDueNews } from '../../news.ts';
import { reportersOf } from '../../people.ts';
import { planReminders } from '../../reminders.ts';
import { boardHref, daysWords, fill, resultHref, roundWords } from '../../shown.tsx';
import { addSubmissionEvents, lockRound } from '../../store/submissions.ts';
import { confirmRound, joinLines, move } from '../../transitions.ts';
import { refusalOfDueDay } from '../open-round/due-day.ts';
import { dueForm, pickForm } from './form.ts';
import { readBoard, type Board, type BoardLine } from './load.ts';
import { messages } from './messages.ts';
import { boardPage } from './page.tsx';

interface Work<F extends AnyForm> {
  readonly tx: Tx;
  readonly board: Board;
  readonly input: FormValues<F>;
  readonly services: Services;
}

function roundAction<F extends AnyForm>(path: string, permission: 'performance.keep' | 'performance.approve', form: F, work: (work: Work<F>) => Promise<Result<Pick<ActionOutcome, 'audit' | 'flash'>>>) {
  return defineAction({
    path: `/performance/:year/collect/:round/${path}`,
    permission,
    params: roundParams,
    form,
    page: boardPage,
    async run(tx, { params, input, services, actor }): Promise<Result<ActionOutcome>> {
      const board = await readBoard(tx, params as z.infer<typeof roundParams>, services);
      if (!board.ok) return board;
      const { cycle, round } = board.value;
      if (permission === 'performance.keep' ? !keepsCycle(actor, cycle) : !decidesCycle(actor, cycle)) return notFound(shared.words('noRound'));
      if (cycle.state === 'closed') return fail('YEAR_CLOSED', shared.words('yearClosed'), { status: 409 });
      if (round.closedAt !== null) return fail('ROUND_CONFIRMED', messages.words('closedRound'), { status: 409 });
      await lockRound(tx, round.id);
      const done = await work({ tx, board: board.value, input, services });
      return done.ok ? ok({ ...done.value, goTo: boardHref(cycle, round) }) : done;
    },
  });
}

const trail = (action: string, { cycle, round }: Board, detail: Record<string, unknown>) => ({ action, subject: { type: roundType, id: round.id }, unitId: cycle.keeperUnitId, detail });

/** Tells the owners of these lines, each unit once, and counts it on each line. */
async function remind({ tx, board, services }: Pick<Work<AnyForm>, 'tx' | 'board' | 'services'>, lines: readonly BoardLine[]): Promise<Result<Pick<ActionOutcome, 'audit' | 'flash'>>> {
  const wanted = lines.filter(({ submission }) => isWanted(submission.state));
  if (wanted.length === 0) return fail('NOTHING_OWED', messages.words('nobodyWanted'));
  const { cycle, round } = board;
  const told = new Set<number>();
  for (const unitId of new Set(wanted.flatMap(({ indicator }) => ownersOf(indicator)))) {
    const keys = wanted.filter(({ indicator }) => ownersOf(indicator).includes(unitId)).map(({ indicator }) => indicator.key);
    const people = await reportersOf(tx, [unitId], services.clock.today());
    await notify(tx, people, fill('news.pressed', { keys: keys.join(', '), round: roundWords(round), day: daysWords(round.dueOn) }), keys.length === 1 ? resultHref(cycle, keys[0] as string, round) : boardHref(cycle, round), { kind: collectingDueNews });
    for (const person of people) told.add(person);
  }
  if (told.size === 0) return fail('NOBODY_TO_REMIND', messages.words('nobody'));
  await addSubmissionEvents(tx, wanted.map(({ submission }) => submission.id), 'reminded', '', services.clock.now());
  return ok({ audit: trail('performance.owners-reminded', board, { what: 'pressed', keys: wanted.map(({ indicator }) => indicator.key), people: [...told] }), flash: messages.words('reminded1', { n: wanted.length, people: told.size }) });
}

const remindAction = roundAction('remind', 'performance.keep', pickForm, async ({ tx, board, input, services }) => {
  if (input.picked.length === 0) return fail('NOTHING_CHOSEN', messages.words('nothing'));
  return remind({ tx, board, services }, board.lines.filter(({ submission }) => input.picked.includes(submission.id)));
});

const remindAllAction = roundAction('remind-all', 'performance.keep', emptyForm, ({ tx, board, services }) => remind({ tx, board, services }, board.lines));

const approveAction = roundAction('approve', 'performance.keep', pickForm, async ({ tx, board, input, services }) => {
  const picked = board.lines.filter(({ submission }) => input.picked.includes(submission.id));
  if (picked.length === 0) return fail('NOTHING_CHOSEN', messages.words('nothing'));
  const other = picked.filter(({ submission }) => submission.state !== 'submitted');
  if (other.length > 0) return fail('NOT_SENT', messages.words('notSent', { keys: other.map(({ indicator }) => indicator.key).join(', ') }), { status: 409 });
  for (const { indicator, submission } of picked) {
    const moved = await move(tx, { cycle: board.cycle, round: board.round, indicator, submission, standing: standingOf(tx.actor, board.cycle, indicator) }, 'approve', '', services.clock.now(), services.clock.today());
    if (!moved.ok) return moved;
  }
  return ok({ audit: picked.map(({ indicator, submission }) => ({ action: 'performance.report-approve', subject: { type: submissionType, id: submission.id }, unitId: board.cycle.keeperUnitId, detail: { key: indicator.key, roundId: board.round.id, note: '' } })), flash: messages.words('approvedN', { n: picked.length }) });
});

const confirmAction = roundAction('confirm', 'performance.approve', emptyForm, async ({ tx, board, services }) => {
  const done = await confirmRound(tx, board.cycle, board.round, { owner: false, keeper: false, executive: true }, services.clock.now(), services.clock.today());
  return done.ok ? ok({ audit: trail('performance.round-confirmed', board, { keys: done.value }), flash: messages.words('confirmed') }) : done;
});

const moveDueAction = roundAction('move-due-day', 'performance.keep', dueForm, async ({ tx, board, input, services }) => {
  const { round, cycle } = board;
  const odd = refusalOfDueDay(await officeCalendar(tx), services.clock.today(), input.dueOn, input.sure);
  if (odd) return odd;
  if (!(await moveDueDay(tx, { id: round.id, rev: Number(input.rev) }, input.dueOn))) return fail('STALE', messages.words('stale'), { status: 409 });
  await planReminders(tx, { id: round.id, dueOn: input.dueOn }, services.clock.now());
  const owed = board.lines.filter(({ submission }) => isWanted(submission.state));
  await notify(tx, await reportersOf(tx, owed.flatMap(({ indicator }) => ownersOf(indicator)), services.clock.today()), fill('news.due-moved', { round: roundWords(round), day: daysWords(input.dueOn), note: input.note }), boardHref(cycle, round), { kind: collectingDueNews });
  return ok({ audit: trail('performance.round-due-moved', board, { from: round.dueOn, to: input.dueOn, reason: input.note }), flash: messages.words('moved') });
});

const joinAction = roundAction('join', 'performance.keep', emptyForm, async ({ tx, board, services }) => {
  const keys = await joinLines(tx, board.cycle, board.round, services.clock.now());
  return ok({ audit: trail('performance.round-joined', board, { keys }), flash: messages.words('joined', { n: keys.length }) });
});

export const boardActions = [remindAction, remindAllAction, approveAction, confirmAction, moveDueAction, joinAction];
