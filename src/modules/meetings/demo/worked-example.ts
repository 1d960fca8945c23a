// The whole round on show from the first start: the draft of the working group, its units' corrections, who was silent,
// what was decided, and the certified version. A practice body holds it, so that the real meeting stays a draft.
import type { DemoContext } from '../../../platform/module.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { orFail } from '../../../platform/result.ts';
import { castUnits } from '../../organisation/demo/cast.ts';
import { headOfUnit, headPositionOf } from '../../organisation/index.ts';
import { deadlineAt } from '../circulation/deadline.ts';
import { storeDifferencePdf } from '../circulation/paper-jobs.ts';
import { certify, closingOf } from '../circulation/settle.ts';
import { deemingRule } from '../domain/circular-words.ts';
import type { MinutesDocument } from '../domain/minutes-document.ts';
import { plainLine } from '../domain/minutes-text.ts';
import { applyCorrections } from '../domain/suggestions.ts';
import type { Suggestion } from '../domain/suggestions.ts';
import { planMeeting } from '../features/plan-meeting/plan-meeting.ts';
import { beginMinutes } from '../minutes-from-meeting.ts';
import { indexMeeting } from '../search.ts';
import { closeCirculation, deemWaiting, insertAddressees, insertCirculation, listAnswers, recordAnswer } from '../store/circulations.ts';
import { addMeetingReaders, findMeeting } from '../store/meetings.ts';
import { addVersionReaders, findMinutes, findVersion, insertVersion, saveContent, setMinutesState, signVersion } from '../store/minutes.ts';
import { decideSuggestion, insertSuggestion, submitSuggestions } from '../store/suggestions.ts';
import { acceptedCorrections, declinedCorrections } from './minutes-corrections.ts';
import { minutesDraft } from './minutes-draft.ts';
import { as, instantOf, unitIds } from './past.ts';

const days = { held: '2020-10-21', sent: '2020-10-22', answered: '2020-10-27', respondBy: '2020-10-28', decided: '2020-10-29' } as const;
/** Asked as well, with nothing to correct: one says so, one says nothing. */
const others = ['กกจ.', 'สบป.'].map((abbreviation) => ({ abbreviation, headAbbreviation: `ผอ.${abbreviation}` }));
const content: MinutesDocument = { ...minutesDraft, header: { ...minutesDraft.header, date: days.held } };

export interface Writer { readonly id: number; readonly name: string; readonly position: string; readonly positionId: number }

/** Lays the example down for a practice body whose secretariat the two writers are. */
export async function layWorkedExample({ tx, services, at }: DemoContext, committeeId: number, { drafter, checker }: { drafter: Writer; checker: Writer }): Promise<void> {
  const clerk = as(tx, drafter.id, drafter.name);
  const head = as(tx, checker.id, checker.name);
  const heldAt = instantOf(days.held, content.header.actualEnd);
  at(heldAt);
  const { id } = orFail(await planMeeting(clerk, {
    committeeId, title: 'ชุดฝึก: รายงานที่เวียน แก้ไข และรับรองแล้วครบวงจร', heldOn: days.held, startsAt: content.header.plannedStart, endsAt: content.header.plannedEnd,
    place: content.header.place, link: null, fiscalYear: content.header.fiscalYear ?? null, sections: content.sections.map((section) => section.kind),
  }, heldAt));
  const planned = await findMeeting(tx, id);
  if (!planned) throw new Error('demo: the practice meeting is missing');
  const { minutesId, versionId } = await beginMinutes(clerk, planned, { drafterId: drafter.id, checkerId: checker.id }, heldAt);
  const begun = await findVersion(tx, versionId);
  if (!begun) throw new Error('demo: the practice minutes are missing');
  await saveContent(clerk, versionId, begun.rev, content, heldAt);
  for (const [who, actor, person] of [['drafter', clerk, drafter], ['checker', head, checker]] as const) await signVersion(actor, versionId, who, signatureOf(person, heldAt));

  const sentAt = instantOf(days.sent, '10:00');
  at(sentAt);
  const circulationId = await insertCirculation(head, {
    meetingId: id, minutesId, versionId, letterId: null, letterNumber: null, urgency: 'most-urgent', circulatedOn: days.sent, respondBy: days.respondBy, deadlineAt: deadlineAt(days.respondBy),
    ruleWords: deemingRule(days.respondBy), ownerUnitId: planned.ownerUnitId, readers: planned.readers,
  }, sentAt);
  const addressees = await headsOfUnits(tx);
  await insertAddressees(head, circulationId, addressees.map((one) => ({ partyId: one.positionId, name: one.label, unitId: one.unitId, unit: one.unit, answerers: [one.positionId] })));
  await addMeetingReaders(head, id, addressees.map((one) => one.positionId));
  await setMinutesState(head, minutesId, 'circulated');

  const made = await answer(tx, { circulationId, versionId }, addressees);
  at(deadlineAt(days.respondBy));
  await deemWaiting(head, circulationId, deemingRule(days.respondBy), deadlineAt(days.respondBy));
  const closing = closingOf(await listAnswers(tx, circulationId));
  await closeCirculation(head, circulationId, closing, deadlineAt(days.respondBy));

  const decidedAt = instantOf(days.decided, '14:00');
  at(decidedAt);
  const applied = applyCorrections(content, acceptedCorrections.map((one) => ({ ...one, id: String(made.get(one.id)) })));
  const meeting = await findMeeting(tx, id);
  if (!meeting || applied.conflicts.length > 0) throw new Error('demo: the practice corrections do not fit');
  await addVersionReaders(head, versionId, meeting.readers);
  const corrected = await insertVersion(head, { minutesId, ownerUnitId: planned.ownerUnitId, content: applied.document, madeFrom: 'corrections', changes: applied.changes, readers: meeting.readers }, decidedAt);
  await signVersion(head, corrected, 'checker', signatureOf(checker, decidedAt));
  for (const { id: key } of acceptedCorrections) await decideSuggestion(head, made.get(key) ?? 0, { state: 'accepted', reason: '', inVersionId: corrected }, decidedAt);
  for (const { suggestion, reason } of declinedCorrections) await decideSuggestion(head, made.get(suggestion.id) ?? 0, { state: 'declined', reason }, decidedAt);
  const minutes = await findMinutes(tx, minutesId);
  if (!minutes) throw new Error('demo: the practice minutes are missing');
  await certify(head, services.clock, { meeting, minutes, how: 'circulation', words: `รับรองโดยการเวียน ${closing}`, on: days.decided });
  await enqueue(head, storeDifferencePdf, { versionId: corrected });
  await indexMeeting(tx, id);
}

const signatureOf = ({ id, name, position, positionId }: Writer, at: Date) => ({ personId: id, name, position, authority: { kind: 'own' as const, positionId, words: position }, at });

interface Addressee { readonly unit: string; readonly unitId: number; readonly positionId: number; readonly label: string; readonly head: { readonly personId: number; readonly name: string } | undefined }

async function headsOfUnits(tx: Tx): Promise<Addressee[]> {
  const units = await unitIds(tx, days.sent);
  const result: Addressee[] = [];
  for (const { abbreviation, headAbbreviation } of [...castUnits, ...others]) {
    const unitId = units.get(abbreviation);
    const position = unitId === undefined ? undefined : await headPositionOf(tx, unitId, days.sent);
    if (unitId !== undefined && position) result.push({ unit: abbreviation, unitId, positionId: position.id, label: headAbbreviation, head: await headOfUnit(tx, unitId, days.sent) });
  }
  return result;
}

/** Units with corrections send them; the first without certifies as it is; the others stay silent. Ids by the key of the correction. */
async function answer(tx: Tx, of: { circulationId: number; versionId: number }, addressees: readonly Addressee[]): Promise<Map<string, number>> {
  const made = new Map<string, number>();
  const answeredAt = instantOf(days.answered, '11:00');
  const all: readonly Suggestion[] = [...acceptedCorrections, ...declinedCorrections.map((one) => one.suggestion)];
  const answers = new Map((await listAnswers(tx, of.circulationId)).map((one) => [one.addresseePartyId, one.id]));
  let asItIs = false;
  for (const one of addressees) {
    const answerId = answers.get(one.positionId);
    const own = all.filter((suggestion) => suggestion.proposedBy?.unit === one.unit);
    if (answerId === undefined || !one.head || (own.length === 0 && asItIs)) continue;
    asItIs ||= own.length === 0;
    const speaker = as(tx, one.head.personId, one.head.name);
    for (const { id, change, reason } of own) {
      const words = change.kind === 'replace' ? { original: change.original, proposed: change.proposed } : { original: '', proposed: change.kind === 'insert' ? plainLine(change.line) : '' };
      made.set(id, await insertSuggestion(speaker, { circulationId: of.circulationId, answerId, versionId: of.versionId, unit: one.unit, change, reason, ...words }, answeredAt));
    }
    await recordAnswer(speaker, answerId, {
      answer: own.length > 0 ? 'certified-with-corrections' : 'certified', remarks: '', answeredOn: days.answered, personId: one.head.personId, name: one.head.name,
      position: one.label, authority: { kind: 'own', positionId: one.positionId, words: one.label }, via: 'online',
    }, answeredAt);
    await submitSuggestions(speaker, answerId, false, answeredAt);
  }
  const left = all.filter((suggestion) => !made.has(suggestion.id));
  if (left.length > 0) throw new Error(`demo: nobody makes the corrections ${left.map((one) => `${one.id} (${one.proposedBy?.unit})`).join(', ')}`);
  return made;
}
