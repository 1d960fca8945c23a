import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import { cycleOfYear, keepsCycle } from '../../../store/cycles.ts';
import { editionById } from '../../../store/framework-editions.ts';
import { freezeYear } from '../../freeze.ts';
import { yearParams } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { publishSnapshot, snapshotById } from '../../store/snapshots.ts';
import { freezeForm, publishForm } from './forms.ts';
import { messages } from './messages.ts';
import { snapshotPage, snapshotParams, snapshotsPage } from './pages.tsx';

/** The secretariat freezes the sheet as it stands. */
export const freezeAction = defineAction({
  path: '/performance/:year/snapshots',
  permission: 'performance.keep',
  params: yearParams,
  form: freezeForm,
  page: snapshotsPage,
  async run(tx, { params, input, actor, services }) {
    const cycle = await cycleOfYear(tx, params.year);
    if (!cycle || !keepsCycle(actor, cycle)) return notFound(shared.words('noYear'));
    const rounds = (await editionById(tx, cycle.frameworkId))?.content.rounds;
    if (rounds && !rounds.includes(input.month)) return fail('SNAPSHOT_MONTH', messages.words('notKept'), { fields: { month: messages.words('notKept') } });
    const { id, hash } = await freezeYear(tx, cycle, { month: input.month, kind: 'asked', reason: input.reason }, { now: services.clock.now(), today: services.clock.today() });
    return ok({
      audit: { action: 'performance.score-frozen', subject: { type: 'performance.score-snapshot', id }, unitId: cycle.keeperUnitId, detail: { month: input.month, reason: input.reason, hash } },
      goTo: `/performance/${params.year}/snapshots/${id}`, flash: messages.words('added'),
    });
  },
});

/** Opens a complete sheet to everybody, once and for good. */
export const publishAction = defineAction({
  path: '/performance/:year/snapshots/:snapshot/publish',
  permission: 'performance.keep',
  params: snapshotParams,
  form: publishForm,
  page: snapshotPage,
  async run(tx, { params, input, actor, services }) {
    const cycle = await cycleOfYear(tx, params.year);
    const snapshot = cycle && keepsCycle(actor, cycle) ? await snapshotById(tx, params.year, params.snapshot) : undefined;
    if (!cycle || !snapshot) return notFound(messages.words('gone'));
    if (!snapshot.content.total || snapshot.content.total.missing.length > 0) return fail('SNAPSHOT_INCOMPLETE', messages.words('publishMissing'));
    if (!snapshot.whole) return fail('SNAPSHOT_HASH', messages.words('wholeNo'));
    if (snapshot.publishedAt || !(await publishSnapshot(tx, snapshot.id, input.note ?? '', services.clock.now()))) return fail('SNAPSHOT_PUBLISHED', messages.words('already'));
    return ok({
      audit: { action: 'performance.score-published', subject: { type: 'performance.score-snapshot', id: snapshot.id }, unitId: cycle.keeperUnitId, detail: { hash: snapshot.hash, note: input.note ?? '' } },
      goTo: `/performance/${params.year}/snapshots/${snapshot.id}`, flash: messages.words('publishedFlash'),
    });
  },
});
