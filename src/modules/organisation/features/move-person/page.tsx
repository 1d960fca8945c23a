import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok, type Result } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { holdsOn } from '../../domain/dated.ts';
import { handOverPreview } from '../../hand-over.ts';
import { leaveReasonNames } from '../../domain/positions.ts';
import { idParams } from '../../guard.ts';
import { holdingsOf, peopleChoices, personById, personLabel } from '../../store/people.ts';
import { seatsOn, type SeatRow } from '../../store/positions.ts';
import { grouped, optionsOf } from '../../views.tsx';
import { leaveForm, moveForm } from './form.ts';
import { m } from './messages.ts';

async function loadPerson(tx: ReadTx, personId: number, today: string) {
  const person = await personById(tx, personId);
  if (!person || person.leftOn !== null) return notFound();
  const held = (await holdingsOf(tx, person.id)).find((holding) => holding.main && holdsOn(holding, today));
  return ok({ person, today, held, waiting: await handOverPreview(tx, person.id), others: (await peopleChoices(tx, today)).filter((one) => one.id !== person.id) });
}

type Loaded = Extract<Awaited<ReturnType<typeof loadPerson>>, Result<unknown> & { ok: true }>['value'];

/** What waits in the person's name, and who takes it over. */
function HandOverPart({ ui, action, form, data }: { ui: Ui; action: string; form: typeof moveForm | typeof leaveForm; data: Loaded }) {
  const t = m.in(ui.lang);
  return (
    <>
      {data.waiting.length === 0 ? <Notice>{t('nothing')}</Notice> : (
        <Notice kind="warn" title={t('waiting')}>
          <DefinitionList items={data.waiting.map((line) => ({ term: ui.text(line.label), value: String(line.count) }))} />
        </Notice>
      )}
      <FormField
        ui={ui} action={action} form={form} name="successor" as="select" empty={t('nobody')}
        options={grouped(data.others, (one) => one.unitAbbreviation ?? '–', (one) => ({ value: String(one.id), label: `${one.name} (${one.positionTitle ?? '–'})` }))}
      />
    </>
  );
}

const seatLabel = (seat: SeatRow) => `${seat.title}${seat.seatNumber ? ` (${seat.seatNumber})` : ''}`;

export const movePersonPage = definePage({
  path: '/people/:id/move',
  permission: 'organisation.manage-people',
  params: idParams,
  async load(tx, { params, services }) {
    const today = services.clock.today();
    const loaded = await loadPerson(tx, params.id, today);
    return loaded.ok ? ok({ ...loaded.value, seats: await seatsOn(tx, today, { vacant: true }) }) : loaded;
  },
  title: (_data, ui) => ui.text(m.words('moveTitle')),
  view(data, ui) {
    const t = m.in(ui.lang);
    const { person, held, seats, today } = data;
    const action = `/people/${person.id}/move`;
    const common = { ui, action, form: moveForm };
    return (
      <>
        <PageHead title={t('moveTitle')} sub={personLabel(person)} crumbs={[{ label: t('people'), href: '/people' }, { label: personLabel(person), href: `/people/${person.id}` }, { label: t('moveTitle') }]} />
        <DefinitionList items={[{ term: t('now'), value: held ? `${held.positionTitle} · ${held.unitName}` : t('noSeat') }]} />
        <ActionForm {...common} class="form">
          <FormField {...common} name="positionId" as="select" options={grouped(seats, (seat) => seat.unitAbbreviation ?? seat.unitName, (seat) => ({ value: String(seat.id), label: seatLabel(seat) }))} />
          <FormField {...common} name="main" value="yes" options={[{ value: 'yes', label: t('mainYes') }, { value: 'no', label: t('mainNo') }]} />
          <FormField {...common} name="from" value={today} />
          <FormField {...common} name="orderNumber" size="m" />
          <FormField {...common} name="orderDate" />
          <HandOverPart ui={ui} action={action} form={moveForm} data={data} />
          <ButtonRow><Button kind="main">{t('move')}</Button><ButtonLink href={`/people/${person.id}`}>{t('back')}</ButtonLink></ButtonRow>
        </ActionForm>
      </>
    );
  },
});

export const leavePersonPage = definePage({
  path: '/people/:id/leave',
  permission: 'organisation.manage-people',
  params: idParams,
  load: (tx, { params, services }) => loadPerson(tx, params.id, services.clock.today()),
  title: (_data, ui) => ui.text(m.words('leaveTitle')),
  view(data, ui) {
    const t = m.in(ui.lang);
    const { person, held } = data;
    const action = `/people/${person.id}/leave`;
    const common = { ui, action, form: leaveForm };
    return (
      <>
        <PageHead title={t('leaveTitle')} sub={personLabel(person)} crumbs={[{ label: t('people'), href: '/people' }, { label: personLabel(person), href: `/people/${person.id}` }, { label: t('leaveTitle') }]} />
        <DefinitionList items={[{ term: t('now'), value: held ? `${held.positionTitle} · ${held.unitName}` : t('noSeat') }]} />
        <Notice kind="warn">{t('leaveNote')}</Notice>
        <ActionForm {...common} class="form">
          <FormField {...common} name="lastDay" />
          <FormField {...common} name="reason" options={optionsOf(ui, leaveReasonNames)} />
          <HandOverPart ui={ui} action={action} form={leaveForm} data={data} />
          <ButtonRow><Button kind="danger">{t('leave')}</Button><ButtonLink href={`/people/${person.id}`}>{t('back')}</ButtonLink></ButtonRow>
        </ActionForm>
      </>
    );
  },
});
