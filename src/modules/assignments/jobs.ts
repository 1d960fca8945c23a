// What happens to tasks later, by the legal clock or after commit: reminders, news of a day, readers after a hand-over.
import { z } from 'zod';
import type { Tx } from '../../platform/db/database.ts';
import { defineJob } from '../../platform/jobs/jobs.ts';
import { notify } from '../../platform/notify/notify.ts';
import type { Words } from '../../platform/words.ts';
import { formatDate, formatEnglishDate, localDate } from '../../thai/index.ts';
import { headOfUnit } from '../organisation/index.ts';
import { reminderKinds, stillTrue } from './domain/reminders.ts';
import { messages } from './messages.ts';
import { dueNews } from './news.ts';
import { addReminded } from './store/events.ts';
import { peopleBehind } from './store/people.ts';
import { readTask, type Task } from './store/read-tasks.ts';
import { followReaders, taskType } from './store/readers.ts';

const id = z.int().positive();
const day = z.iso.date();

/** A notice about a task and its day, in both languages. */
function noticeOf(key: 'notice.ahead' | 'notice.day' | 'notice.late' | 'notice.dayKnown', task: Task, due: string): Words {
  const fill = (lang: 'th' | 'en') =>
    messages.in(lang)(key, { title: task.title, date: lang === 'th' ? formatDate(localDate(due), { style: 'short' }) : formatEnglishDate(localDate(due), 'short') });
  return { th: fill('th'), en: fill('en') };
}

const doers = (tx: Tx, task: Task, today: string) => peopleBehind(tx, [...task.ownerPartyIds, ...task.officerIds], today);

/** One reminder of one due day. It tells nobody where the task was reported, closed or moved, or where its time is over. */
export const remindJob = defineJob({
  name: 'assignments.remind',
  title: messages.words('job.remind'),
  payload: z.object({ taskId: id, what: z.enum(reminderKinds as ['ahead', 'day', 'late']), dueOn: day }),
  async run({ taskId, what, dueOn }, { services, write }) {
    const today = services.clock.today();
    await write(async (tx) => {
      const task = await readTask(tx, taskId);
      if (!task || task.state !== 'open' || task.fallsDue !== dueOn || !stillTrue(what, dueOn, today)) return { value: null, audit: [] };
      if (!(await addReminded(tx, taskId, what, dueOn, services.clock.now()))) return { value: null, audit: [] };
      const head = what === 'late' ? await headOfUnit(tx, task.followUpUnitId, today) : undefined;
      const people = what === 'late' ? (head ? [head.personId] : []) : await doers(tx, task, today);
      await notify(tx, people, noticeOf(`notice.${what}`, task, dueOn), `/tasks/${taskId}`, { kind: dueNews });
      return { value: null, audit: [{ action: 'assignments.task-reminded', subject: { type: taskType, id: taskId }, unitId: task.followUpUnitId, detail: { what, dueOn, people } }] };
    });
  },
});

/** Tells those who do a task that the day of its event is known, another, or no longer known. */
export const tellDayJob = defineJob({
  name: 'assignments.tell-day',
  title: messages.words('job.tellDay'),
  payload: z.object({ at: z.iso.datetime(), tasks: z.array(z.object({ id, day: day.nullable() })) }),
  async run({ at, tasks }, { services, write }) {
    const today = services.clock.today();
    await write(async (tx) => {
      for (const { id: taskId, day: dueOn } of tasks) {
        const task = await readTask(tx, taskId);
        // Another change came in between, or the day is over: what this one would say is not so.
        if (!task || task.state !== 'open' || task.fallsDue !== dueOn || (dueOn !== null && dueOn < today)) continue;
        if (!(await addReminded(tx, taskId, `told ${at}`, dueOn ?? '', services.clock.now()))) continue;
        const words = dueOn === null ? messages.words('notice.dayLost', { title: task.title }) : noticeOf('notice.dayKnown', task, dueOn);
        await notify(tx, await doers(tx, task, today), words, `/tasks/${taskId}`, { kind: dueNews });
      }
      return { value: null, audit: [] };
    });
  },
});

/** After a hand-over: evidence, files and search follow the new readers. */
export const followReadersJob = defineJob({
  name: 'assignments.follow-readers',
  title: messages.words('job.followReaders'),
  payload: z.object({ taskIds: z.array(id) }),
  async run({ taskIds }, { write }) {
    await write(async (tx) => {
      for (const taskId of taskIds) await followReaders(tx, taskId);
      return { value: null, audit: [] };
    });
  },
});

export const jobs = [remindJob, tellDayJob, followReadersJob];
