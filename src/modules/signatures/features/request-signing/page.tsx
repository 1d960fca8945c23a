// A PDF that is brought along, and who is to sign it.
import type { VNode } from 'preact';
import { unitsHolding } from '../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { partyNames } from '../../../organisation/index.ts';
import { StepsFields, signingSeats } from '../../requests/steps-form.tsx';
import type { SeatChoice } from '../../requests/steps-form.tsx';
import { messages as listMessages } from '../list-signing/messages.ts';
import { requestForm } from './form.ts';
import { messages } from './messages.ts';

interface Data {
  readonly units: readonly { readonly id: number; readonly label: string }[];
  readonly seats: readonly SeatChoice[];
}

/** Units in whose name the actor may ask, the own unit first. */
export async function askingUnits(tx: ReadTx, day: string): Promise<Data['units']> {
  const names = await partyNames(tx, unitsHolding(tx.actor, 'signatures.request'), day);
  return [...names].flatMap(([id, party]) => (party.kind === 'unit' && !party.gone ? [{ id, label: party.abbreviation ? `${party.abbreviation} ${party.name}` : party.name }] : []))
    .sort((a, b) => Number(b.id === tx.actor.unitId) - Number(a.id === tx.actor.unitId) || a.label.localeCompare(b.label, 'th'));
}

export const requestSigningPage = definePage({
  path: '/signing/new',
  permission: 'signatures.request',
  load: async (tx, { services }) => ok({ units: await askingUnits(tx, services.clock.today()), seats: await signingSeats(tx, services.clock.today()) }),
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: RequestView,
});

const action = '/signing/new';

function RequestView({ units, seats }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const common = { ui, action, form: requestForm };
  return (
    <div class="stack measure">
      <PageHead title={t('title')} sub={t('sub')} crumbs={[{ label: listMessages.in(ui.lang)('title'), href: '/signing' }, { label: t('title') }]} />
      <ActionForm ui={ui} action={action} form={requestForm} guard>
        <FormField {...common} name="file" />
        <FormField {...common} name="subject" />
        {units.length === 1 ? <input type="hidden" name="unit" value={String(units[0]!.id)} /> : <FormField {...common} name="unit" as="select" value={units[0]?.id} options={units.map((one) => ({ value: String(one.id), label: one.label }))} />}
        <StepsFields ui={ui} action={action} form={requestForm} seats={seats} count={5} start={[{ step: '1', kind: 'sign' }]} />
        <ButtonRow><Button kind="main">{t('send')}</Button></ButtonRow>
      </ActionForm>
    </div>
  );
}
