import { can } from '../../../../platform/access/actor.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { FieldsRow, FormSection } from '../../../../ui/components/form.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { committeeKindNames, committeeRoleNames } from '../../domain/committee-words.ts';
import { unitLabel, type Unit } from '../../domain/units.ts';
import { idParams, mayIn } from '../../guard.ts';
import type { Committee } from '../../domain/committees.ts';
import { committeeById, membersOfCommittee, type CommitteeSeat } from '../../store/committees.ts';
import { peopleChoices } from '../../store/people.ts';
import { seatsOn } from '../../store/positions.ts';
import { unitsActiveOn } from '../../store/units.ts';
import { grouped, optionsOf, printedOrder } from '../../views.tsx';
import { committeeForm, lastDayForm, memberChangeForm, memberForm } from './form.ts';
import { m } from './messages.ts';

function CommitteeFields({ ui, action, units, committee }: { ui: Ui; action: string; units: readonly Unit[]; committee?: Committee }) {
  const t = m.in(ui.lang);
  const common = { ui, action, form: committeeForm };
  return (
    <>
      <FormField {...common} name="kind" value={committee?.kind} options={optionsOf(ui, committeeKindNames)} />
      <FormField {...common} name="name" value={committee?.name} />
      <FormField {...common} name="nameEn" value={committee?.nameEn} />
      <FormField {...common} name="shortName" value={committee?.shortName} />
      <FieldsRow>
        <FormField {...common} name="orderNumber" value={committee?.orderNumber} size="m" />
        <FormField {...common} name="orderDate" value={committee?.orderDate} />
        <FormField {...common} name="validFrom" value={committee?.validFrom} />
      </FieldsRow>
      <FormField {...common} name="secretariatUnitId" value={committee?.secretariatUnitId} as="select" options={units.map((unit) => ({ value: String(unit.id), label: unitLabel(unit, ui.lang) }))} />
      <FormField {...common} name="duties" value={committee?.duties} rows={6} />
      <FormField {...common} name="dutiesFile" />
      <FormField {...common} name="quorumKind" value={committee?.quorum.kind ?? 'majority'} options={(['majority', 'fraction', 'number'] as const).map((kind) => ({ value: kind, label: t(kind) }))} />
      <FieldsRow>
        <FormField {...common} name="quorumA" value={committee?.quorum.a} />
        <FormField {...common} name="quorumB" value={committee?.quorum.b} />
      </FieldsRow>
      <FormField {...common} name="needsChair" value={committee?.quorum.needsChair ?? false} />
      <FormField {...common} name="countsRepresentatives" value={committee?.quorum.countsRepresentatives ?? true} />
    </>
  );
}

export const newCommitteePage = definePage({
  path: '/committees/new',
  permission: 'organisation.manage-committees',
  async load(tx, { services, actor }) {
    return ok({ units: (await unitsActiveOn(tx, services.clock.today())).filter((unit) => can(actor, 'organisation.manage-committees', unit.id)) });
  },
  title: (_data, ui) => ui.text(m.words('newTitle')),
  view({ units }, ui) {
    const t = m.in(ui.lang);
    return (
      <>
        <PageHead title={t('newTitle')} crumbs={[{ label: t('title'), href: '/committees' }, { label: t('newTitle') }]} />
        <ActionForm ui={ui} action="/committees/new" form={committeeForm} class="form" draft="new-committee">
          <CommitteeFields ui={ui} action="/committees/new" units={units} />
          <ButtonRow><Button kind="main">{t('create')}</Button><ButtonLink href="/committees">{t('back')}</ButtonLink></ButtonRow>
        </ActionForm>
      </>
    );
  },
});

export const editCommitteePage = definePage({
  path: '/committees/:id/edit',
  permission: 'organisation.manage-committees',
  params: idParams,
  async load(tx, { params, services, actor }) {
    const today = services.clock.today();
    const committee = await committeeById(tx, params.id);
    if (!committee) return notFound();
    const may = mayIn(actor, 'organisation.manage-committees', committee.secretariatUnitId);
    if (!may.ok) return may;
    return ok({
      committee, today, seats: await membersOfCommittee(tx, committee.id, today),
      units: (await unitsActiveOn(tx, today)).filter((unit) => can(actor, 'organisation.manage-committees', unit.id)),
      positions: await seatsOn(tx, today), people: await peopleChoices(tx, today),
    });
  },
  title: (_data, ui) => ui.text(m.words('editTitle')),
  view({ committee, today, seats, units, positions, people }, ui) {
    const t = m.in(ui.lang);
    const action = `/committees/${committee.id}/edit`;
    const members = `/committees/${committee.id}/members`;
    const ends = `/committees/${committee.id}/end`;
    const member = { ui, action: members, form: memberForm };
    return (
      <>
        <PageHead title={t('editTitle')} sub={committee.name} crumbs={[{ label: t('title'), href: '/committees' }, { label: committee.shortName || printedOrder(committee.orderNumber), href: `/committees/${committee.id}` }, { label: t('editTitle') }]} />
        <FormSection title={t('facts')}>
          <ActionForm ui={ui} action={action} form={committeeForm} class="form" scope="committee">
            <CommitteeFields ui={ui} action={action} units={units} committee={committee} />
            <ButtonRow><Button kind="main">{t('save')}</Button></ButtonRow>
          </ActionForm>
        </FormSection>
        <FormSection title={t('change')}>
          <ol class="stack">{seats.map((seat) => <li><SeatForms ui={ui} base={members} seat={seat} today={today} /></li>)}</ol>
        </FormSection>
        <FormSection title={t('addMember')}>
          <ActionForm {...member} class="form" scope="member">
            <FormField {...member} name="positionId" as="select" empty="–" options={grouped(positions, (seat) => seat.unitAbbreviation ?? seat.unitName, (seat) => ({ value: String(seat.id), label: seat.holderName ? `${seat.title} (${seat.holderName})` : seat.title }))} />
            <FormField {...member} name="personId" as="select" empty="–" options={grouped(people, (one) => one.unitAbbreviation ?? '–', (one) => ({ value: String(one.id), label: `${one.name} (${one.positionTitle ?? '–'})` }))} />
            <FormField {...member} name="role" value="member" options={optionsOf(ui, committeeRoleNames)} />
            <FieldsRow>
              <FormField {...member} name="sortOrder" value={seats.length + 1} />
              <FormField {...member} name="orderNumber" value={committee.orderNumber} size="m" />
              <FormField {...member} name="orderDate" value={committee.orderDate} />
              <FormField {...member} name="validFrom" value={today} />
            </FieldsRow>
            <ButtonRow><Button>{t('addMember')}</Button></ButtonRow>
          </ActionForm>
        </FormSection>
        {committee.validTo === null ? (
          <FormSection title={t('endTitle')}>
            <ActionForm ui={ui} action={ends} form={lastDayForm} class="form" scope="end">
              <FormField ui={ui} action={ends} form={lastDayForm} name="lastDay" />
              <ButtonRow><Button kind="danger">{t('end')}</Button></ButtonRow>
            </ActionForm>
          </FormSection>
        ) : null}
      </>
    );
  },
});

/** Role, place and the end of one seat. */
function SeatForms({ ui, base, seat, today }: { ui: Ui; base: string; seat: CommitteeSeat; today: string }) {
  const t = m.in(ui.lang);
  const change = `${base}/${seat.memberId}`;
  const end = `${change}/end`;
  return (
    <details>
      <summary>{seat.positionId === null ? seat.name : seat.positionTitle} <span class="quiet">{ui.text(committeeRoleNames[seat.role])}</span></summary>
      <ActionForm ui={ui} action={change} form={memberChangeForm} class="form" scope={`m${seat.memberId}`}>
        <FieldsRow>
          <FormField ui={ui} action={change} form={memberChangeForm} name="role" value={seat.role} as="select" options={optionsOf(ui, committeeRoleNames)} />
          <FormField ui={ui} action={change} form={memberChangeForm} name="sortOrder" value={seat.sortOrder} />
        </FieldsRow>
        <ButtonRow><Button>{t('save')}</Button></ButtonRow>
      </ActionForm>
      <ActionForm ui={ui} action={end} form={lastDayForm} class="form" scope={`e${seat.memberId}`}>
        <FormField ui={ui} action={end} form={lastDayForm} name="lastDay" value={today} />
        <ButtonRow><Button kind="danger">{t('endMember')}</Button></ButtonRow>
      </ActionForm>
    </details>
  );
}
