import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { committeesOn, unitsActiveOn } from '../../../organisation/index.ts';
import { messages } from '../../messages.ts';
import { createTaskForm as form } from './form.ts';

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
