// The application of a year: its criteria, last day, and who fills it in.
import type { VNode } from 'preact';
import { id, ids, integer, thaiDate } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { unitsHolding } from '../../../../../platform/access/actor.ts';
import { fiscalYear, localDate } from '../../../../../thai/index.ts';
import { unitsActiveOn, type Unit } from '../../../../organisation/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { readBasics, type YearBasics } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { yearParams } from '../../params.ts';
import { YearHead, yearHref } from '../../shown.tsx';
import { listEditions, type EditionRecord } from '../../store/editions.ts';
import { messages } from './messages.ts';

export const applyForm = defineForm({
  year: integer({ label: messages.words('year'), min: 2540, max: 2700 }),
  edition: id({ label: messages.words('edition'), hint: messages.words('editionHint') }),
  closes: thaiDate({ label: messages.words('closes'), hint: messages.words('closesHint') }),
  helpers: ids({ label: messages.words('helpers'), hint: messages.words('helpersHint'), optional: true }),
});

/** Units that may help: those right under the department, which fill no province of their own. */
export const helpingUnits = async (tx: ReadTx, today: string): Promise<Unit[]> => (await unitsActiveOn(tx, today)).filter(({ kind, parentId, abbreviation }) => parentId !== null && abbreviation !== '' && kind !== 'provincial-office' && kind !== 'station' && kind !== 'section' && kind !== 'group');

/** The unit for which the actor would keep an assessment. */
export const keeperUnit = (actor: Parameters<typeof unitsHolding>[0], units: readonly Unit[]): Unit | undefined => {
  const held = unitsHolding(actor, 'performance.keep');
  return units.find(({ id: unit }) => held.includes(unit));
};

const unitOptions = (units: readonly Unit[]) => units.map((unit) => ({ value: String(unit.id), label: unit.abbreviation || unit.name }));

export const applyPage = definePage({
  path: '/performance/pmqa/new',
  permission: 'performance.keep',
  async load(tx, { services, actor }) {
    const today = services.clock.today();
    const keeper = keeperUnit(actor, await unitsActiveOn(tx, today));
    return keeper ? ok({ keeper, units: (await helpingUnits(tx, today)).filter(({ id: unit }) => unit !== keeper.id), editions: await listEditions(tx), today }) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('title')),
  view: ({ keeper, units, editions, today }: { keeper: Unit; units: readonly Unit[]; editions: readonly EditionRecord[]; today: string }, ui: Ui): VNode => {
    const t = messages.in(ui.lang);
    const s = shared.in(ui.lang);
    const form = { ui, action: '/performance/pmqa/new', form: applyForm };
    return (
      <div class="stack-l">
        <PageHead title={t('title')} sub={t('sub')} crumbs={[{ label: s('module'), href: '/performance/pmqa' }, { label: t('title') }]} />
        <ActionForm {...form} class="form">
          <p>{t('keeper')}: <strong>{keeper.name}</strong></p>
          <FormField {...form} name="year" size="xs" value={fiscalYear(localDate(today))} />
          <FormField {...form} name="edition" as="select" value={editions[0]?.id} options={editions.map((one) => ({ value: String(one.id), label: `${one.key} ${ui.text(one.content.name)}` }))} />
          <FormField {...form} name="closes" />
          <FormField {...form} name="helpers" value={[]} options={unitOptions(units)} arrange="two" />
          <ButtonRow><Button kind="main">{t('create')}</Button><ButtonLink kind="quiet" href="/performance/pmqa">{s('cancel')}</ButtonLink></ButtonRow>
        </ActionForm>
      </div>
    );
  },
});

export const settingsForm = defineForm({ closes: applyForm.fields.closes, helpers: applyForm.fields.helpers, rev: integer({ label: { th: '', en: '' } }) });

export const settingsPage = definePage({
  path: '/performance/pmqa/:year/settings',
  permission: 'performance.keep',
  params: yearParams,
  async load(tx, { params, services }) {
    const data = await readBasics(tx, params.year, services);
    return data?.keeps ? ok({ data, units: (await helpingUnits(tx, data.today)).filter(({ id: unit }) => unit !== data.record.keeperUnitId) }) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('settings')),
  view: ({ data: { record }, units }: { data: YearBasics; units: readonly Unit[] }, ui: Ui): VNode => {
    const t = messages.in(ui.lang);
    const s = shared.in(ui.lang);
    const form = { ui, action: yearHref(record.year, '/settings'), form: settingsForm };
    return (
      <div class="stack-l">
        <YearHead ui={ui} year={record.year} title={t('settings')} crumb={t('settings')} />
        <ActionForm {...form} class="form" hidden={{ rev: String(record.rev) }}>
          <FormField {...form} name="closes" value={record.closesOn} />
          <FormField {...form} name="helpers" value={record.editors.map(String)} options={unitOptions(units)} arrange="two" />
          <ButtonRow><Button kind="main">{s('save')}</Button><ButtonLink kind="quiet" href={yearHref(record.year)}>{s('cancel')}</ButtonLink></ButtonRow>
        </ActionForm>
      </div>
    );
  },
});
