import type { VNode } from 'preact';
import { can } from '../../../../platform/access/actor.ts';
import { ids, text, textarea, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notify } from '../../../../platform/notify/notify.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { unitsActiveOn } from '../../../organisation/index.ts';
import { messages } from '../../messages.ts';
import { createTask } from '../../store/create-task.ts';
import { peopleBehind } from '../../store/people.ts';

const form = defineForm({
  title: text({ label: messages.words('field.title'), max: 300 }),
  detail: textarea({ label: messages.words('field.detail'), optional: true, max: 5000 }),
  owners: ids({ label: messages.words('field.owners'), hint: messages.words('create.hint.owners') }),
  dueOn: thaiDate({ label: messages.words('tasks.due'), hint: messages.words('field.due.hint'), optional: true }),
});

interface CreateData {
  readonly units: readonly { id: number; name: string; abbreviation: string | null }[];
}

export const createTaskPage = definePage({
  path: '/tasks/new',
  permission: 'assignments.create',
  async load(tx, { services }) {
    const units = await unitsActiveOn(tx, services.clock.today());
    return ok({ units: units.filter((unit) => unit.abbreviation) });
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
    const { id } = await createTask(
      tx,
      {
        title: input.title,
        detail: input.detail ?? '',
        ownerPartyIds: input.owners,
        dueOn: input.dueOn ?? null,
        followUpUnitId: unitId,
        source: { type: 'assignments.manual', id: null, reference: messages.words('create.manual').th, href: '' },
      },
      { now: services.clock.now(), today },
    );
    await notify(tx, await peopleBehind(tx, input.owners, today), messages.words('notice.assigned', { title: input.title }), `/tasks/${id}`);
    return ok({
      audit: { action: 'assignments.task-created', subject: { type: 'assignments.task', id }, unitId, detail: { owners: input.owners, dueOn: input.dueOn ?? null } },
      goTo: `/tasks/${id}`,
      flash: messages.words('done.create'),
    });
  },
});

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
        <Button kind="main">{t('create.submit')}</Button>
      </ActionForm>
    </>
  );
}
