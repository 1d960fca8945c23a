import type { VNode } from 'preact';
import { can } from '../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { id, ids, text, textarea, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notify } from '../../../../platform/notify/notify.ts';
import { fail, ok, type Result } from '../../../../platform/result.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { committeesOn, unitsActiveOn } from '../../../organisation/index.ts';
import type { Due } from '../../domain/due.ts';
import { messages } from '../../messages.ts';
import { createTask } from '../../store/create-task.ts';
import { peopleBehind } from '../../store/people.ts';

const form = defineForm({
  title: text({ label: messages.words('field.title'), max: 300 }),
  detail: textarea({ label: messages.words('field.detail'), optional: true, max: 5000 }),
  owners: ids({ label: messages.words('field.owners'), hint: messages.words('create.hint.owners') }),
  dueOn: thaiDate({ label: messages.words('tasks.due'), hint: messages.words('field.due.hint'), optional: true }),
  committee: id({ label: messages.words('create.committee'), optional: true }),
});

interface CreateData {
  readonly units: readonly { id: number; name: string; abbreviation: string | null }[];
  readonly committees: readonly { id: number; name: string }[];
}

export const createTaskPage = definePage({
  path: '/tasks/new',
  permission: 'assignments.create',
  async load(tx, { services }) {
    const today = services.clock.today();
    const units = await unitsActiveOn(tx, today);
    return ok({ committees: await committeesOn(tx, today), units: units.filter((unit) => unit.abbreviation) });
  },
  title: (_data, ui) => messages.in(ui.lang)('create.title'),
  view: (data: CreateData, ui) => <CreateTask data={data} ui={ui} />,
});

export const createTaskAction = defineAction({
  path: '/tasks/new',
  permission: 'assignments.create',
  form,
  page: createTaskPage,
  async run(tx, { input, actor, services }) {
    const unitId = actor.unitId;
    if (unitId === undefined || !can(actor, 'assignments.create', unitId)) {
      return fail('NO_UNIT', { th: 'ท่านยังไม่มีตำแหน่งในหน่วยงานที่มอบหมายงานได้', en: 'You hold no post in a unit that may give tasks.' });
    }
    const today = services.clock.today();
    const known = new Set((await unitsActiveOn(tx, today)).map((unit) => unit.id));
    if (input.owners.some((id) => !known.has(id))) {
      const words = { th: 'ไม่มีหน่วยงานนี้แล้ว กรุณาเลือกใหม่', en: 'There is no such unit any more. Please choose again.' };
      return fail('UNKNOWN_UNIT', words, { fields: { owners: words } });
    }
    const due = await dueOf(tx, input, today);
    if (!due.ok) return due;
    const task = await createTask(
      tx,
      {
        title: input.title,
        detail: input.detail ?? '',
        ownerPartyIds: input.owners,
        ...due.value,
        followUpUnitId: unitId,
        source: { type: 'assignments.manual', id: null, reference: messages.words('create.manual').th, href: '' },
      },
      { now: services.clock.now(), today },
    );
    await notify(tx, await peopleBehind(tx, input.owners, today), messages.words('notice.assigned', { title: input.title }), `/tasks/${task.id}`);
    return ok({
      audit: { action: 'assignments.task-created', subject: { type: 'assignments.task', id: task.id }, unitId, detail: { owners: input.owners, ...due.value } },
      goTo: `/tasks/${task.id}`,
      flash: messages.words('done.create'),
    });
  },
});

/** A day, or the next meeting of a committee; not both. */
async function dueOf(tx: ReadTx, input: { dueOn?: string | undefined; committee?: number | undefined }, today: string): Promise<Result<Due>> {
  if (input.committee === undefined) return ok({ dueOn: input.dueOn ?? null, dueEvent: null });
  const refuse = (key: 'error.dueTwice' | 'error.committee') => fail('DUE_REFUSED', messages.words(key), { fields: { committee: messages.words(key) } });
  if (input.dueOn !== undefined) return refuse('error.dueTwice');
  const committee = (await committeesOn(tx, today)).find((one) => one.id === input.committee);
  if (!committee) return refuse('error.committee');
  return ok({ dueOn: null, dueEvent: { kind: 'committee-meeting', committeeId: committee.id, words: messages.words('create.committee.words', { name: committee.name }).th } });
}

function CreateTask({ data, ui }: { data: CreateData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const action = '/tasks/new';
  const common = { ui, action, form };
  return (
    <>
      <PageHead crumbs={[{ label: t('tasks.title'), href: '/tasks' }, { label: t('create.title') }]} title={t('create.title')} />
      <ActionForm ui={ui} action={action} form={form} draft="assignments-new">
        <FormField {...common} name="title" />
        <FormField {...common} name="detail" />
        <FormField {...common} name="owners" arrange="two" options={data.units.map((unit) => ({ value: String(unit.id), label: unit.abbreviation ?? unit.name, hint: unit.name }))} />
        <FormField {...common} name="dueOn" />
        <FormField {...common} name="committee" as="select" empty={t('create.committee.none')} options={data.committees.map((committee) => ({ value: String(committee.id), label: committee.name }))} />
        <Button kind="main">{t('create.submit')}</Button>
      </ActionForm>
    </>
  );
}
