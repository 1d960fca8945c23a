import type { AuditEntry } from '../../../../platform/audit/audit.ts';
import { takeFiles } from '../../../../platform/files/file-records.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { enqueue } from '../../../../platform/jobs/jobs.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { answerParams, keys, lockedCirculation } from '../../circulation/access.ts';
import { circulationHref } from '../../circulation/facts.ts';
import { settleCirculationJob } from '../../circulation/jobs.ts';
import { answeringPost } from '../../circulation/office.ts';
import { suggestionFrom } from '../../circulation/suggestions.ts';
import { lineNumbers } from '../../minutes-sheet.tsx';
import { deemAnswer, undoDeeming } from '../../store/certification.ts';
import { lockAnswer, recordAnswer } from '../../store/circulations.ts';
import { findVersion } from '../../store/minutes.ts';
import { insertSuggestion, submitSuggestions } from '../../store/suggestions.ts';
import { paperForm } from './form.ts';
import { messages } from './messages.ts';
import { paperAnswerPage } from './page.tsx';

export const paperAnswerAction = defineAction({
  path: '/meetings/:id/circulation/paper/:answer',
  permission: keys.circulate,
  params: answerParams,
  form: paperForm,
  page: paperAnswerPage,
  async run(tx, { params, input, services, actor }) {
    const found = await lockedCirculation(tx, params.id, keys.circulate);
    if (!found.ok) return found;
    const { meeting, minutes, circulation: sent } = found.value;
    const answer = await lockAnswer(tx, params.answer);
    const version = await findVersion(tx, sent.versionId);
    if (!answer || answer.circulationId !== sent.id || !version) return notFound();
    if (answer.answeredAt) return fail('ALREADY_ANSWERED', messages.words('already'), { status: 409 });
    const today = services.clock.today();
    if (input.receivedOn < sent.circulatedOn || input.receivedOn > today) return fail('DAY', messages.words('badDay'), { fields: { receivedOn: messages.words('badDay') } });
    const [scan] = await takeFiles(tx, input.scan.slice(0, 1), { unitId: meeting.ownerUnitId, readers: [answer.addresseePartyId, ...answer.answerers] });
    if (!scan) return fail('NO_SCAN', messages.words('scanNeeded'), { fields: { scan: messages.words('scanNeeded') } });

    const at = services.clock.now();
    const late = input.receivedOn > sent.respondBy;
    const audit: AuditEntry[] = [];
    const base = { subject: { type: 'meetings.circulation-answer', id: answer.id }, unitId: meeting.ownerUnitId };
    if (!late && answer.state === 'deemed') {
      // The form was there in time: nobody is deemed who has answered. Minutes that are certified stay so.
      if (minutes.state === 'certified') return fail('CERTIFIED', messages.words('certified'), { fields: { receivedOn: messages.words('certified') } });
      await undoDeeming(tx, answer.id);
      audit.push({ action: 'meetings.deeming-taken-back', ...base, detail: { receivedOn: input.receivedOn, respondBy: sent.respondBy } });
    } else if (late) await deemAnswer(tx, answer.id, sent.ruleWords, at);
    const post = await answeringPost(tx, answer, input.receivedOn);
    const recorded = await recordAnswer(tx, answer.id, {
      answer: input.answer, remarks: input.remarks ?? '', answeredOn: input.receivedOn, personId: null, name: input.signer, position: input.position,
      authority: { kind: 'own', ...(post ? { positionId: post.id } : {}), words: input.position }, via: 'paper', scanFileId: scan.id,
    }, at);
    if (!recorded) return fail('ALREADY_ANSWERED', messages.words('already'), { status: 409 });
    const numbers = new Map([...lineNumbers(version.content)].map(([id, n]) => [String(n), id]));
    for (const row of input.corrections) {
      const number = row.line.replace(/[๐-๙]/gu, (digit) => String(digit.charCodeAt(0) - 0xe50));
      const lineId = numbers.get(number);
      const made = lineId === undefined ? undefined : suggestionFrom(version.content, { lineId, kind: 'replace', field: 'text', text: row.proposed });
      if (!made?.ok) return fail('NO_LINE', messages.words('noLine', { n: row.line }), { fields: { corrections: made && !made.ok ? made.message : messages.words('noLine', { n: row.line }) } });
      await insertSuggestion(tx, { circulationId: sent.id, answerId: answer.id, versionId: version.id, unit: answer.unit, ...made.value, reason: '' }, at);
    }
    await submitSuggestions(tx, answer.id, late, at);
    await enqueue(tx, settleCirculationJob, { circulationId: sent.id });
    audit.push({ action: late ? 'meetings.paper-answer-late' : 'meetings.paper-answer-entered', ...base, detail: { meetingId: meeting.id, addressee: answer.addresseeName, answer: input.answer, receivedOn: input.receivedOn, signer: input.signer, scan: scan.id, enteredBy: actor.name } });
    return ok({ audit, goTo: circulationHref(meeting.id, '/circulation'), flash: messages.words(late ? 'savedLate' : 'saved', { unit: answer.addresseeName }) });
  },
});
