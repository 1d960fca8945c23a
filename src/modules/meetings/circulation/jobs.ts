// Jobs of a circulation: its end by the legal clock or by the last answer, and reminders.
import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';
import { findCirculation, listAnswers, markReminded } from '../store/circulations.ts';
import { findMeeting } from '../store/meetings.ts';
import { messages } from './messages.ts';
import { tellAddressees } from './notices.ts';
import { settleCirculation } from './settle.ts';

const payload = z.object({ circulationId: z.int().positive() });

export const settleKey = (circulationId: number): string => `meetings.settle:${circulationId}`;
export const reminderKey = (circulationId: number, day: string): string => `meetings.remind:${circulationId}:${day}`;

/** At the deadline, and after each answer: deems, closes and certifies what is ready; nothing when nothing is. */
export const settleCirculationJob = defineJob({
  name: 'meetings.settle-circulation',
  title: messages.words('jobSettle'),
  payload,
  async run({ circulationId }, { services, write }) {
    await write(async (tx) => {
      const { audit, ...value } = await settleCirculation(tx, services.clock, circulationId);
      return { value, audit };
    });
  },
});

/** Tells those who have not answered. A circulation that is over, or not yet due for it, tells nobody. */
export const remindWaiting = defineJob({
  name: 'meetings.remind-waiting',
  title: messages.words('jobRemind'),
  payload,
  async run({ circulationId }, { services, writeOnce }) {
    await writeOnce(async (tx) => {
      const circulation = await findCirculation(tx, circulationId);
      const at = services.clock.now();
      if (!circulation || circulation.closedAt || circulation.withdrawnAt || at >= circulation.deadlineAt) return { value: null, audit: [] };
      const meeting = await findMeeting(tx, circulation.meetingId);
      const waiting = (await listAnswers(tx, circulationId)).filter((answer) => answer.state === 'waiting');
      if (!meeting || waiting.length === 0) return { value: null, audit: [] };
      await markReminded(tx, waiting.map((answer) => answer.id), at);
      await tellAddressees(tx, meeting, circulation, waiting, 'reminder', services.clock.today());
      return { value: null, audit: [{
        action: 'meetings.certification-reminded', subject: { type: 'meetings.circulation', id: circulationId }, unitId: circulation.ownerUnitId,
        detail: { meetingId: meeting.id, addressees: waiting.map((answer) => answer.addresseeName) },
      }] };
    });
  },
});
