// The quorum while the table is being filled in: changes nothing.
import { z } from 'zod';
import { rows } from '../../../../platform/forms/fields.ts';
import type { RawBody } from '../../../../platform/forms/form.ts';
import { defineApi } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { permissions } from '../../access.ts';
import { committeeById, seatsOn } from '../../office.ts';
import { meetingParams } from '../../params.ts';
import { findMeeting } from '../../store/meetings.ts';
import { quorumOf } from './attendance.ts';
import { memberFields } from './form.ts';
import { messages } from './messages.ts';
import { QuorumState } from './quorum-state.tsx';

const seatFields = rows({ party: memberFields.party, how: memberFields.how }, { label: messages.words('member') });

export const rawBody = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export const askQuorum = defineApi({
  method: 'ASK',
  path: '/meetings/:id/attendance/quorum',
  permission: permissions.plan,
  summary: messages.words('quorum'),
  params: meetingParams,
  body: rawBody,
  async load(tx, { params, body, actor }) {
    const meeting = await findMeeting(tx, params.id);
    const committee = meeting && (await committeeById(tx, meeting.committeeId));
    if (!committee) return notFound();
    const given = seatFields.parse(seatFields.read(body as RawBody, 'members'));
    const seats = await seatsOn(tx, committee.id, meeting.heldOn);
    return ok({ html: <QuorumState quorum={quorumOf(committee, seats, given.ok ? given.value : [])} lang={actor.language ?? 'th'} /> });
  },
});
