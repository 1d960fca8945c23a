// Minutes and resolutions as evidence of anything else.
import type { EvidenceSource } from '../../platform/evidence/evidence.ts';
import { idInPath } from '../../platform/evidence/record-address.ts';
import { meetingHref, referenceText } from './shown.ts';
import { contentHash } from './store/content-hash.ts';
import { findMeeting } from './store/meetings.ts';
import { findMinutes, findVersion, minutesOf } from './store/minutes.ts';
import { findResolution } from './store/resolutions.ts';

const meetingInPath = idInPath('/meetings/:id');

export const evidence: readonly EvidenceSource[] = [
  {
    type: 'meetings.minutes',
    label: { th: 'รายงานการประชุม', en: 'Minutes' },
    /** The page of a meeting, and every page below it, stands for its minutes. */
    async idAt(path, tx) {
      const meetingId = meetingInPath(path);
      return meetingId === undefined ? undefined : (await minutesOf(tx, meetingId))?.id;
    },
    async resolve(tx, id) {
      const minutes = await findMinutes(tx, id);
      const meeting = minutes && (await findMeeting(tx, minutes.meetingId));
      const version = minutes?.currentVersionId ? await findVersion(tx, minutes.currentVersionId) : undefined;
      if (!meeting || !version) return undefined;
      return { title: `รายงานการประชุม ${meeting.title} ${referenceText(meeting)}`, href: meetingHref(meeting.id, '/minutes'), date: meeting.heldOn, contentHash: version.contentHash };
    },
  },
  {
    type: 'meetings.resolution',
    label: { th: 'มติที่ประชุม', en: 'Resolution' },
    async resolve(tx, id) {
      const resolution = await findResolution(tx, id);
      const meeting = resolution && (await findMeeting(tx, resolution.meetingId));
      if (!resolution || !meeting) return undefined;
      return {
        title: `มติ ${resolution.agendaNumber} ${meeting.title} ${referenceText(meeting)}`, href: `${meetingHref(meeting.id)}#resolution-${resolution.id}`, date: meeting.heldOn,
        contentHash: contentHash({ kinds: resolution.kinds, text: resolution.text, assignments: resolution.assignments }),
      };
    },
  },
];
