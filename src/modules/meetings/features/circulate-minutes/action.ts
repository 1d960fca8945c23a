import type { Tx } from '../../../../platform/db/database.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { enqueue, setTimer } from '../../../../platform/jobs/jobs.ts';
import { fail, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { bangkokInstant, localDate, localTime } from '../../../../thai/index.ts';
import { correctCircular, issueCircular } from '../../../correspondence/index.ts';
import { headPositionOf, officeCalendar } from '../../../organisation/index.ts';
import { meetingForStep } from '../../access.ts';
import { keys } from '../../circulation/access.ts';
import { deadlineAt, deadlineWarning, reminderDays } from '../../circulation/deadline.ts';
import { circulationHref } from '../../circulation/facts.ts';
import { settleCirculationJob, remindWaiting, reminderKey, settleKey } from '../../circulation/jobs.ts';
import { tellAddressees } from '../../circulation/notices.ts';
import { clerksOfUnits, headPosts } from '../../circulation/office.ts';
import type { HeadPost } from '../../circulation/office.ts';
import { storeMinutesPdf } from '../../circulation/paper-jobs.ts';
import { deemingRule } from '../../domain/circular-words.ts';
import { partiesAsWritten } from '../../office.ts';
import { meetingParams } from '../../params.ts';
import { indexMinutes } from '../../search.ts';
import { dayText } from '../../shown.ts';
import { setCirculationLetter, withdrawnCirculation } from '../../store/certification.ts';
import { insertAddressees, insertCirculation, listAnswers } from '../../store/circulations.ts';
import { addMeetingReaders, setMeetingState } from '../../store/meetings.ts';
import { addVersionReaders, findVersion, lockVersion, minutesOf, setMinutesState } from '../../store/minutes.ts';
import { circulateForm } from './form.ts';
import { circularOrder } from './letter.ts';
import { messages } from './messages.ts';
import { circulateMinutesPage } from './page.tsx';

/** The posts chosen, and those written by hand: posts, or units for their heads. */
async function addresseesOf(tx: Tx, ids: readonly number[], others: string | undefined, day: string): Promise<Result<HeadPost[]>> {
  const texts = (others ?? '').split(/[,،]/u).map((text) => text.trim()).filter(Boolean);
  const written = await partiesAsWritten(tx, texts, day);
  const wanted = [...ids];
  for (const text of texts) {
    const party = written.get(text);
    const [post] = party === undefined ? [] : await headPosts(tx, [party], day);
    const id = party === undefined ? undefined : post?.positionId ?? (await headPositionOf(tx, party, day))?.id;
    if (id === undefined) return fail('NO_SUCH_ADDRESSEE', messages.words('notFoundOne', { text }), { fields: { others: messages.words('notFoundOne', { text }) } });
    wanted.push(id);
  }
  const posts = await headPosts(tx, [...new Set(wanted)], day);
  if (posts.length === 0) return fail('NO_ADDRESSEE', messages.words('noAddressee'), { fields: { addressees: messages.words('noAddressee') } });
  return ok(posts);
}

export const circulateMinutesAction = defineAction({
  path: '/meetings/:id/circulate',
  permission: keys.circulate,
  params: meetingParams,
  form: circulateForm,
  page: circulateMinutesPage,
  async run(tx, { params, input, services }) {
    const found = await meetingForStep(tx, params.id, 'circulate', keys.circulate);
    if (!found.ok) return found;
    const meeting = found.value;
    const minutes = await minutesOf(tx, meeting.id);
    const version = minutes?.currentVersionId ? await findVersion(tx, minutes.currentVersionId) : undefined;
    if (!minutes || !version?.drafted || !version.checked) return fail('NOT_CHECKED', messages.words('unchecked'), { status: 409 });
    const at = services.clock.now();
    const today = services.clock.today();
    const calendar = await officeCalendar(tx);
    const warning = deadlineWarning(calendar, today, input.respondBy);
    if (warning && (warning === 'past' || !input.sure)) {
      const words = warning === 'past' ? messages.words('past') : { th: messages.in('th')('lookAgain', { warning: messages.th[warning] }), en: messages.in('en')('lookAgain', { warning: messages.en[warning] }) };
      return fail('DEADLINE', words, { fields: { respondBy: words } });
    }
    const addressees = await addresseesOf(tx, input.addressees, input.others, today);
    if (!addressees.ok) return addressees;
    const clerks = await clerksOfUnits(tx, addressees.value.map((one) => one.unitId), today);
    const people = addressees.value.map((one) => ({
      partyId: one.positionId, name: one.label, unitId: one.unitId, unit: one.unit,
      answerers: [one.positionId, ...clerks.filter((clerk) => clerk.unitId === one.unitId).map((clerk) => clerk.personId)],
    }));
    const readers = [...new Set(people.flatMap((one) => one.answerers))];
    await lockVersion(tx, version.id, at);
    await addVersionReaders(tx, version.id, [...readers, ...meeting.readers]);
    await addMeetingReaders(tx, meeting.id, readers);
    const circulationId = await insertCirculation(tx, {
      meetingId: meeting.id, minutesId: minutes.id, versionId: version.id, letterId: null, letterNumber: null, urgency: input.urgency,
      circulatedOn: today, respondBy: input.respondBy, deadlineAt: deadlineAt(input.respondBy), ruleWords: deemingRule(input.respondBy),
      ownerUnitId: meeting.ownerUnitId, readers: [...readers, ...meeting.readers],
    }, at);
    await insertAddressees(tx, circulationId, people);
    await setMinutesState(tx, minutes.id, 'circulated');
    await setMeetingState(tx, meeting.id, 'circulated', at);
    await setTimer(tx, settleCirculationJob, { circulationId }, deadlineAt(input.respondBy), { key: settleKey(circulationId) });
    for (const day of reminderDays(calendar, today, input.respondBy)) {
      await setTimer(tx, remindWaiting, { circulationId }, bangkokInstant(localDate(day), localTime('08:30')), { key: reminderKey(circulationId, day) });
    }
    await enqueue(tx, storeMinutesPdf, { versionId: version.id });
    await indexMinutes(tx, meeting.id);
    await tellAddressees(tx, meeting, { respondBy: input.respondBy }, await listAnswers(tx, circulationId), 'toAnswer', today);

    // The number is taken last: other letters of the unit wait from here on.
    const order = circularOrder(meeting, version, input, { respondBy: input.respondBy, signerPositionId: input.signer, urgency: input.urgency, addressees: addressees.value });
    const withdrawn = await withdrawnCirculation(tx, minutes.id);
    const issued = withdrawn?.letterId ? await correctCircular(tx, services, withdrawn.letterId, withdrawn.reason, order) : await issueCircular(tx, services, order);
    if (!issued.ok) return issued;
    const { letterId, number, audit } = issued.value;
    const [signer] = await headPosts(tx, [input.signer], today);
    await setCirculationLetter(tx, circulationId, {
      id: letterId, number, signerName: tx.actor.name, signerPosition: audit.authority?.words ?? signer?.title ?? '', replacesId: withdrawn?.id ?? null,
    });
    return ok({
      audit: [audit, {
        action: 'meetings.minutes-circulated', subject: { type: 'meetings.meeting', id: meeting.id }, unitId: meeting.ownerUnitId,
        ...(audit.authority ? { authority: audit.authority } : {}),
        detail: { circulationId, versionId: version.id, contentHash: version.contentHash, letterId, number, respondBy: input.respondBy, addressees: addressees.value.map((one) => one.label) },
      }],
      goTo: circulationHref(meeting.id, '/circulation'),
      flash: {
        th: messages.in('th')('sent', { number, count: addressees.value.length, date: dayText('th', input.respondBy) }),
        en: messages.in('en')('sent', { number, count: addressees.value.length, date: dayText('en', input.respondBy) }),
      },
    });
  },
});
