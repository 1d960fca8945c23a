// The steps of a report, each with its line of history and its news; used by the page of one report and by the board.
import type { Tx } from '../../../platform/db/database.ts';
import { notify } from '../../../platform/notify/notify.ts';
import { fail, ok, type Result } from '../../../platform/result.ts';
import type { Words } from '../../../platform/words.ts';
import { peopleInRole } from '../../organisation/index.ts';
import type { Cycle } from '../store/cycles.ts';
import { indicatorsOf, scoredLines, type Indicator } from '../store/indicators.ts';
import { freezeYear } from '../scores/freeze.ts';
import { joinRound, openRound, roundsOf, setRoundClosed, submissionsOf, type Round, type Submission, type SubmissionState } from '../store/rounds.ts';
import { takeStep, type SubmissionStanding, type SubmissionStep } from './domain/submission-state.ts';
import { ownersOf } from './find.ts';
import { messages } from './messages.ts';
import { collectingNews } from './news.ts';
import { reportersOf, secretariatOf } from './people.ts';
import { planReminders, planTaking } from './reminders.ts';
import { boardHref, daysWords, fill, resultHref, roundWords } from './shown.tsx';
import { addSubmissionEvents, lockRound, moveSubmissions, type SubmissionEventKind } from './store/submissions.ts';

export const eventOf: Readonly<Record<SubmissionStep, Exclude<SubmissionEventKind, 'opened' | 'reminded'>>> = {
  submit: 'submitted', 'take-back': 'taken-back', return: 'returned', approve: 'approved', confirm: 'confirmed', reopen: 'reopened', 'reopen-confirmed': 'reopened',
};

export interface Moving {
  readonly cycle: Cycle;
  readonly round: Round;
  readonly indicator: Indicator;
  readonly submission: Submission;
  readonly standing: SubmissionStanding;
}

/** Takes one step: state, history, news, and the round opened again where a confirmed report is. */
export async function move(tx: Tx, { cycle, round, indicator, submission, standing }: Moving, step: SubmissionStep, note: string, now: Date, today: string): Promise<Result<SubmissionState>> {
  if (cycle.state === 'closed') return fail('YEAR_CLOSED', messages.words('yearClosed'), { status: 409 });
  const next = takeStep(submission.state, step, standing);
  if (!next.ok) return next;
  await moveSubmissions(tx, [submission.id], next.value, eventOf[step], note, now);
  if (step === 'reopen-confirmed' && round.closedAt !== null) await setRoundClosed(tx, round.id, null);
  const toKeeper = step === 'submit' || step === 'take-back';
  const people = toKeeper ? await secretariatOf(tx, cycle, today) : await reportersOf(tx, ownersOf(indicator), today);
  await notify(tx, people.filter((id) => id !== tx.actor.id), fill(`news.${eventOf[step]}`, { key: indicator.key, round: roundWords(round), note }), resultHref(cycle, indicator.key, round), { kind: collectingNews });
  if (step === 'approve') await tellWhenReady(tx, cycle, round, today);
  return next;
}

/** Executives hear of it once everything of a round is checked. */
async function tellWhenReady(tx: Tx, cycle: Cycle, round: Round, today: string): Promise<void> {
  const cancelled = new Set((await indicatorsOf(tx, cycle.id)).filter(({ state }) => state === 'cancelled').map(({ id }) => id));
  const left = (await submissionsOf(tx, [round.id])).filter(({ indicatorId, state }) => !cancelled.has(indicatorId) && state !== 'approved' && state !== 'confirmed');
  if (left.length > 0) return;
  const executives = await peopleInRole(tx, 'executive', today);
  await notify(tx, executives, fill('news.ready', { round: roundWords(round), year: cycle.fiscalYear }), boardHref(cycle, round), { kind: collectingNews });
}

/** Confirms a round as a whole. Refused while anything in it is not checked: which, it says. */
export async function confirmRound(tx: Tx, cycle: Cycle, round: Round, standing: SubmissionStanding, now: Date, today: string): Promise<Result<readonly string[]>> {
  const indicators = (await indicatorsOf(tx, cycle.id)).filter(({ state }) => state !== 'cancelled');
  const all = (await lockRound(tx, round.id)).filter(({ indicatorId }) => indicators.some(({ id }) => id === indicatorId));
  const keyOf = ({ indicatorId }: Submission) => indicators.find(({ id }) => id === indicatorId)?.key as string;
  const checked = all.filter(({ state }) => state === 'approved');
  for (const { state } of checked) {
    const may = takeStep(state, 'confirm', standing);
    if (!may.ok) return may;
  }
  const left = all.filter(({ state }) => state !== 'approved' && state !== 'confirmed').map(keyOf);
  if (left.length > 0 || checked.length === 0) return fail('NOT_ALL_CHECKED', notAllWords(left), { status: 409 });
  await moveSubmissions(tx, checked.map(({ id }) => id), 'confirmed', 'confirmed', '', now);
  await setRoundClosed(tx, round.id, now);
  // What was confirmed is kept as it stood: the sheet may read otherwise once a round is reopened.
  if (round.month !== null) await freezeYear(tx, cycle, { month: round.month, kind: 'round', reason: roundWords(round).th, roundId: round.id }, { now, today });
  for (const one of checked) {
    const indicator = indicators.find(({ id }) => id === one.indicatorId) as Indicator;
    await notify(tx, await reportersOf(tx, ownersOf(indicator), today), fill('news.confirmed', { key: indicator.key, round: roundWords(round) }), resultHref(cycle, indicator.key, round), { kind: collectingNews });
  }
  return ok(checked.map(keyOf));
}

const notAllWords = (left: readonly string[]): Words => (left.length === 0
  ? { th: 'ไม่มีตัวชี้วัดที่ตรวจแล้วให้ยืนยัน', en: 'Nothing in this round waits for confirmation' }
  : { th: `ยังยืนยันทั้งรอบไม่ได้ ตัวชี้วัดที่ ${left.join(', ')} ยังไม่ได้ตรวจ`, en: `The round cannot be confirmed yet: indicator ${left.join(', ')} is not checked` });

/** Opens a round for every line of the sheet and tells its owners. Undefined when the year has that round. */
export async function beginRound(tx: Tx, cycle: Cycle, asked: Pick<Round, 'kind' | 'month' | 'dueOn' | 'note'>, now: Date, today: string): Promise<number | undefined> {
  const lines = scoredLines(await indicatorsOf(tx, cycle.id)).filter(({ state }) => state !== 'cancelled');
  const id = await openRound(tx, { ...asked, cycleId: cycle.id }, lines.map((line) => line.id), now);
  if (id === undefined) return undefined;
  await addSubmissionEvents(tx, (await submissionsOf(tx, [id])).map((one) => one.id), 'opened', '', now);
  const round = { id, month: asked.month, dueOn: asked.dueOn };
  await planReminders(tx, round, now);
  await planTaking(tx, cycle.fiscalYear, round);
  for (const unitId of new Set(lines.flatMap(ownersOf))) {
    const own = lines.filter((line) => ownersOf(line).includes(unitId));
    await notify(tx, await reportersOf(tx, [unitId], today), fill('news.opened', { round: roundWords(round), year: cycle.fiscalYear, keys: own.map(({ key }) => key).join(', '), day: daysWords(asked.dueOn) }), own.length === 1 ? resultHref(cycle, own[0]?.key as string, round) : boardHref(cycle, round), { kind: collectingNews });
  }
  return id;
}

/** Takes new lines of the sheet into the open round of forms; nothing happens while there is none. */
export async function joinFormRound(tx: Tx, cycle: Cycle, now: Date): Promise<void> {
  const round = (await roundsOf(tx, cycle.id)).find(({ kind, closedAt }) => kind === 'form' && closedAt === null);
  if (round) await joinLines(tx, cycle, round, now);
}

/** Takes lines into an open round that were added to the sheet since. Their keys. */
export async function joinLines(tx: Tx, cycle: Cycle, round: Round, now: Date): Promise<string[]> {
  const there = new Set((await submissionsOf(tx, [round.id])).map(({ indicatorId }) => indicatorId));
  const added = scoredLines(await indicatorsOf(tx, cycle.id)).filter(({ id, state }) => state !== 'cancelled' && !there.has(id));
  await joinRound(tx, round.id, added.map(({ id }) => id), now);
  await addSubmissionEvents(tx, (await submissionsOf(tx, [round.id])).filter(({ indicatorId }) => !there.has(indicatorId)).map(({ id }) => id), 'opened', '', now);
  return added.map(({ key }) => key);
}
