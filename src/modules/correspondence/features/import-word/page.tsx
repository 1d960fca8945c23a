// A letter that was written in Word becomes a draft.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { messages as shared } from '../../messages.ts';
import { chosenUnit, ownUnits } from '../../office.ts';
import type { UnitChoice } from '../../office.ts';
import { optionalId } from '../../params.ts';
import { formKeys } from '../../domain/forms.ts';
import { messages as composeMessages } from '../compose-letter/messages.ts';
import { importWordForm } from './form.ts';
import { messages } from './messages.ts';

export const importWordAddress = '/drafts/import';

interface Data {
  readonly units: readonly UnitChoice[];
  readonly unit: UnitChoice;
}

export const importWordPage = definePage({
  path: importWordAddress,
  permission: 'correspondence.draft',
  query: z.object({ unit: optionalId }),
  async load(tx, { query, services }) {
    const units = await ownUnits(tx, 'correspondence.draft', services.clock.today());
    const unit = chosenUnit(units, query.unit);
    return unit ? ok<Data>({ units, unit }) : notFound();
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: ImportView,
});

function ImportView({ units, unit }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const compose = composeMessages.in(ui.lang);
  const common = { ui, action: importWordAddress, form: importWordForm };
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={t('sub')} crumbs={[{ label: s('sentLetters'), href: '/sent-letters' }, { label: t('title') }]} />
      <ActionForm ui={ui} action={importWordAddress} form={importWordForm}>
        {units.length === 1
          ? <input type="hidden" name="fromUnit" value={String(unit.id)} />
          : <FormField {...common} name="fromUnit" as="select" value={unit.id} options={units.map((one) => ({ value: String(one.id), label: one.label }))} />}
        <FormField {...common} name="file" />
        <FormField {...common} name="form" as="select" empty={t('formRead')} options={formKeys.map((key) => ({ value: key, label: compose(`name.${key}`) }))} size="m" />
        <ButtonRow><Button kind="main">{t('take')}</Button><ButtonLink kind="quiet" href="/sent-letters">{s('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
    </div>
  );
}
