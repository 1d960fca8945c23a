// The steps that give, ask for and take back evidence.
import { z } from 'zod';
import type { Tx } from '../../../../platform/db/database.ts';
import { addEvidence, listEvidence, withdrawEvidence, type RecordRef } from '../../../../platform/evidence/evidence-links.ts';
import type { EvidenceSource } from '../../../../platform/evidence/evidence.ts';
import { recordAt } from '../../../../platform/evidence/record-address.ts';
import { takeFiles } from '../../../../platform/files/file-records.ts';
import { defineAction, type ActionOutcome } from '../../../../platform/http/define.ts';
import { fail, notFound, ok, type Failure, type Result } from '../../../../platform/result.ts';
import type { Words } from '../../../../platform/words.ts';
import { mayWithdraw } from '../../domain/task-state.ts';
import { messages } from '../../messages.ts';
import { changeTaskState } from '../../store/change-task.ts';
import { addEvent } from '../../store/events.ts';
import { lockTask, type Task } from '../../store/read-tasks.ts';
import { taskType } from '../../store/readers.ts';
import { closeForm, reportForm, withdrawForm } from './forms.ts';
import type { TaskPage } from './page.tsx';
import { standingOf, stepAction, tellDoers, tellFollowUp } from './step-action.ts';

type Sources = () => readonly EvidenceSource[];

const atLinks = (code: string, words: Words): Failure => fail(code, words, { fields: { links: words } });
const linesOf = (text: string | undefined) => [...new Set((text ?? '').split('\n').map((line) => line.trim()).filter(Boolean))];

/** The records that pasted addresses show, or the words for the first that is none. */
async function recordsAt(tx: Tx, sources: readonly EvidenceSource[], addresses: readonly string[], origin: string): Promise<Result<{ address: string; of: RecordRef }[]>> {
  const found: { address: string; of: RecordRef }[] = [];
  for (const address of addresses) {
    const of = await recordAt(tx, sources, address, origin);
    if (!of) return atLinks('NO_RECORD', messages.words('error.link', { link: address }));
    found.push({ address, of });
  }
  return ok(found);
}

/** Adds each record once; what stands there already is left as it is. */
async function give(tx: Tx, sources: readonly EvidenceSource[], task: Task, records: readonly { address: string; of: RecordRef }[]): Promise<Result<RecordRef[]>> {
  const given: RecordRef[] = [];
  for (const { address, of } of records) {
    const added = await addEvidence(tx, sources, { for: { type: taskType, id: task.id }, of, readers: task.readers });
    if (added.ok) given.push(of);
    else if (added.code === 'NOT_FOUND') return atLinks('NOT_FOUND', messages.words('error.linkUnseen', { link: address }));
    else if (added.code === 'EVIDENCE_OF_ITSELF') return atLinks(added.code, messages.words('error.linkItself'));
  }
  return ok(given);
}

/** Sends the result with its evidence: files, and records of the house by their addresses. */
export function reportAction(page: TaskPage, sources: Sources) {
  return stepAction(page, 'report', reportForm, async ({ tx, task, state, input, services }) => {
    const links = linesOf(input.links);
    if (input.files.length === 0 && links.length === 0 && input.note.trim().length < 10) {
      const words = messages.words('error.evidence');
      return fail('EVIDENCE_MISSING', words, { fields: { files: words } });
    }
    const records = await recordsAt(tx, sources(), links, services.config.origin);
    if (!records.ok) return records;
    const files = await takeFiles(tx, input.files, { unitId: task.followUpUnitId, readers: task.readers });
    const given = await give(tx, sources(), task, [...files.map((file) => ({ address: file.name, of: { type: 'platform.file', id: file.id } })), ...records.value]);
    if (!given.ok) return given;
    await changeTaskState(tx, task.id, { state, kind: 'reported', note: input.note, detail: { evidence: given.value } }, services.clock.now());
    await tellFollowUp(tx, task, 'notice.reported', services.clock.today());
    return { detail: { evidence: given.value, files: files.map((file) => file.hash) } };
  });
}

/** Accepts and closes; without evidence only with a reason. */
export function closeAction(page: TaskPage, sources: Sources) {
  return stepAction(page, 'close', closeForm, async ({ tx, task, state, input, services }) => {
    const evidence = (await listEvidence(tx, sources(), { type: taskType, id: task.id })).length;
    if (evidence === 0 && !input.note) {
      const words = messages.words('error.closeEvidence');
      return fail('EVIDENCE_MISSING', words, { fields: { note: words } });
    }
    await changeTaskState(tx, task.id, { state, kind: 'closed', note: input.note ?? '' }, services.clock.now());
    await tellDoers(tx, task, 'notice.closed', services.clock.today());
    return { detail: { evidence, ...(input.note ? { withoutEvidence: input.note } : {}) } };
  });
}

/** Takes one piece of evidence back, with a reason, as long as the task is not closed. */
export function withdrawAction(page: TaskPage, sources: Sources) {
  return defineAction({
    path: '/tasks/:id/evidence/:evidenceId/withdraw',
    permission: { signedIn: 'only who gave the evidence or follows the task up; the action asks' },
    params: z.object({ id: z.coerce.number().int().positive(), evidenceId: z.coerce.number().int().positive() }),
    form: withdrawForm,
    page: () => page,
    async run(tx, { params: { id, evidenceId }, input, actor, services }): Promise<Result<ActionOutcome>> {
      const task = await lockTask(tx, id);
      const line = task && (await listEvidence(tx, sources(), { type: taskType, id })).find((one) => one.id === evidenceId);
      if (!task || !line) return notFound();
      const may = mayWithdraw(task.state, { gave: line.addedBy === actor.id, followsUp: standingOf(task, actor).followsUp });
      if (!may.ok) return may;
      const done = await withdrawEvidence(tx, evidenceId, input.reason);
      if (!done.ok) return done;
      const detail = { evidence: line.of, hash: line.contentHash };
      await addEvent(tx, id, 'evidence-withdrawn', services.clock.now(), { note: input.reason, detail: { ...detail, title: line.title ?? null } });
      return ok({
        audit: { action: 'assignments.evidence-withdrawn', subject: { type: taskType, id }, unitId: task.followUpUnitId, detail: { ...detail, reason: input.reason } },
        goTo: `/tasks/${id}`,
        flash: messages.words('done.withdraw'),
      });
    },
  });
}
