// Following received letters up on working days: before they are due, when they are late, and to the head when they stay so.
import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { together } from '../../../platform/db/together.ts';
import { defineJob, setTimers } from '../../../platform/jobs/jobs.ts';
import { notify } from '../../../platform/notify/notify.ts';
import type { Words } from '../../../platform/words.ts';
import { formatDate, formatEnglishDate } from '../../../thai/index.ts';
import { dueDay, followKinds, followMoments, type FollowKind } from '../domain/received-clock.ts';
import { incomingHref } from '../href.ts';
import { officeCalendar, peopleToTell } from '../office.ts';
import { messages } from './messages.ts';
import { receivedNews } from './news.ts';
import { assignmentsOf, type Assignment } from '../store/chain.ts';
import { findReceived, type Received } from '../store/received.ts';
import { clerksOfUnit, headOfUnit, holdersOf } from '../../organisation/index.ts';

export interface FollowUp {
  readonly receivedId: number;
  /** Null for the matter as a whole. */
  readonly assignmentId: number | null;
  readonly due: Date | null;
}

/** Sets the timers of matters with a deadline, on the legal clock. Moments that are over are not made up for. */
export async function planFollowUp(tx: Tx, matters: readonly FollowUp[], now: Date): Promise<void> {
  const due = matters.filter((one) => one.due !== null);
  if (due.length === 0) return;
  const calendar = await officeCalendar(tx);
  await setTimers(tx, followUpJob, due.flatMap((one) => followMoments(calendar, one.due as Date).filter(({ at }) => at > now).map(({ what, at }) => ({
    key: `correspondence.follow-up:${one.assignmentId === null ? one.receivedId : `a${one.assignmentId}`}:${what}`,
    dueAt: at,
    payload: { receivedId: one.receivedId, assignmentId: one.assignmentId, what, due: (one.due as Date).toISOString() },
  }))));
}

/** The words of a subject outside the page: nothing of a classified one. */
export function subjectWords(letter: Pick<Received, 'secrecy' | 'subject'>): Words {
  return letter.secrecy === 'none' ? { th: letter.subject, en: letter.subject } : messages.words('secretSubject');
}

/** Tells people of a matter; the words of a classified one stay in the house. */
export async function tell(tx: Tx, letter: Received, people: readonly number[], key: Parameters<typeof messages.words>[0], params: Readonly<Record<string, Words | string>> = {}, receivedId = letter.id): Promise<void> {
  const subject = subjectWords(letter);
  const fill = (lang: 'th' | 'en') => messages.in(lang)(key, { subject: subject[lang], ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : value[lang]])) });
  await notify(tx, people.filter((id) => id !== tx.actor.id), { th: fill('th'), en: fill('en') }, incomingHref(receivedId), { kind: receivedNews, urgency: letter.urgency, secret: letter.secrecy !== 'none' });
}

/** People who do something with a matter now: whoever holds it, those with an open assignment, else the unit's clerks. */
async function doers(tx: Tx, letter: Received, assignment: Assignment | undefined, today: string): Promise<number[]> {
  if (assignment) return peopleToTell(tx, [{ id: assignment.unitId ?? assignment.personId ?? 0, kind: assignment.unitId === null ? 'person' : 'unit', label: assignment.label }], today);
  if (letter.holderPositionId !== null) return (await holdersOf(tx, [letter.holderPositionId], today)).map((one) => one.personId);
  return (await clerksOfUnit(tx, letter.unitId, today)).map((one) => one.personId);
}

/** Tells those whose turn it is, and follows their deadline. */
export async function tellGiven(tx: Tx, services: { readonly clock: Clock }, letter: Received, given: readonly { id: number; unitId: number | null; personId: number | null; label: string; dueAt: Date | null }[]): Promise<void> {
  const people = await peopleToTell(tx, given.map((one) => ({ id: one.unitId ?? one.personId ?? 0, kind: one.unitId === null ? 'person' : 'unit', label: one.label })), services.clock.today());
  await tell(tx, letter, people, 'tellAssigned');
  await planFollowUp(tx, given.map((one) => ({ receivedId: letter.id, assignmentId: one.id, due: one.dueAt })), services.clock.now());
}

/** One follow-up of one deadline. It tells nobody where the matter was done, or its deadline became another. */
export const followUpJob = defineJob({
  name: 'correspondence.follow-up',
  title: messages.words('jobFollow'),
  payload: z.object({ receivedId: z.int().positive(), assignmentId: z.int().positive().nullable(), what: z.enum(followKinds as [FollowKind, ...FollowKind[]]), due: z.iso.datetime() }),
  async run({ receivedId, assignmentId, what, due }, { services, writeOnce }) {
    const today = services.clock.today();
    const at = new Date(due);
    await writeOnce(async (tx) => {
      const letter = await findReceived(tx, receivedId);
      const assignment = assignmentId === null ? undefined : (await assignmentsOf(tx, receivedId)).find((one) => one.id === assignmentId);
      const stands = assignmentId === null ? letter?.dueAt?.getTime() === at.getTime() : assignment?.state === 'open' && assignment.dueAt?.getTime() === at.getTime();
      const late = services.clock.now() >= at;
      if (!letter || letter.state === 'closed' || !stands || late === (what === 'ahead')) return { value: null, audit: [] };
      const people = what === 'escalate' ? await headsOf(tx, letter, assignment, today) : await doers(tx, letter, assignment, today);
      const day = dueDay(at);
      await tell(tx, letter, people, `follow.${what}`, { due: { th: formatDate(day, { style: 'short' }), en: formatEnglishDate(day, 'short') } });
      return { value: null, audit: [{ action: 'correspondence.received-followed-up', subject: { type: 'correspondence.received-letter', id: receivedId }, unitId: letter.unitId, detail: { what, due, people } }] };
    });
  },
});

/** Heads of the unit that keeps the matter and of the unit that it was assigned to, or of those that took them over. */
async function headsOf(tx: Tx, letter: Received, assignment: Assignment | undefined, today: string): Promise<number[]> {
  const units = [letter.unitId, ...(assignment?.unitId ? [assignment.unitId] : [])];
  const heads = await together(units.map((unit) => headOfUnit(tx, unit, today)));
  return heads.flatMap((head) => (head ? [head.personId] : []));
}
