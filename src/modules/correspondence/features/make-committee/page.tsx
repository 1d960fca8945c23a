// A committee from an order: what was read from its text, line by line to be confirmed; and the change of members by an amending order.
import type { VNode } from 'preact';
import type { Field } from '../../../../platform/forms/fields.ts';
import type { AnyForm } from '../../../../platform/forms/form.ts';
import { ActionForm, FormField, stateFor } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { FieldsRow, FormSection } from '../../../../ui/components/form.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { committeeKindNames, committeeKinds, committeeRoleNames, committeeRoles } from '../../../organisation/index.ts';
import { matchMember } from '../../domain/order-committee.ts';
import type { House, ReadMember } from '../../domain/order-committee.ts';
import { printedReference } from '../../domain/reference.ts';
import { letterHref } from '../../href.ts';
import { openedLetter } from '../../opening.ts';
import { committeeParams, letterParams } from '../../params.ts';
import { dayText } from '../../shown.tsx';
import { changeForm, makeForm, memberFields } from './form.ts';
import { loadChange, loadMaking } from './load.ts';
import type { ChangeData, MakeData } from './load.ts';
import { messages } from './messages.ts';

const permission = 'organisation.manage-committees';

export const makeCommitteePage = definePage({
  path: '/letters/:id/committee',
  permission,
  params: letterParams,
  load: (tx, { params, services }) => loadMaking(tx, params.id, services.clock.today()),
  opens: ({ letter }) => openedLetter(letter),
  title: ({ letter }, ui) => messages.in(ui.lang)('title', { reference: printedReference(letter.reference) }),
  view: MakeView,
});

export const changeCommitteePage = definePage({
  path: '/letters/:id/committee/:committee',
  permission,
  params: committeeParams,
  load: (tx, { params, services }) => loadChange(tx, params.id, params.committee, services.clock.today()),
  opens: ({ letter }) => openedLetter(letter),
  title: ({ letter }, ui) => messages.in(ui.lang)('changeTitle', { reference: printedReference(letter.reference) }),
  view: ChangeView,
});

function Head({ data: { letter }, ui, title }: { data: MakeData; ui: Ui; title: string }): VNode {
  const t = messages.in(ui.lang);
  return (
    <>
      <PageHead title={title} sub={t('lead')} crumbs={[{ label: printedReference(letter.reference), href: letterHref(letter.id) }, { label: title }]} />
      <DefinitionList items={[{ term: t('order'), value: <><a href={letterHref(letter.id)}>{t('dated', { reference: printedReference(letter.reference), day: dayText(ui, letter.letterDate) })}</a> {letter.subject}</> }]} />
    </>
  );
}

function MakeView(data: MakeData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const { letter, read, units } = data;
  const action = letterHref(letter.id, '/committee');
  const common = { ui, action, form: makeForm };
  return (
    <div class="stack">
      <Head data={data} ui={ui} title={t('title', { reference: printedReference(letter.reference) })} />
      <ActionForm ui={ui} action={action} form={makeForm} guard>
        <FormField {...common} name="name" value={read.name} />
        <FormField {...common} name="kind" value={read.kind} options={committeeKinds.map((kind) => ({ value: kind, label: ui.text(committeeKindNames[kind]) }))} arrange="row" />
        <FieldsRow>
          <FormField {...common} name="shortName" size="m" />
          <FormField {...common} name="validFrom" value={letter.letterDate} />
        </FieldsRow>
        <FormField {...common} name="secretariatUnitId" as="select" value={units.find((unit) => unit.id === letter.unitId)?.id ?? units[0]?.id} options={units.map((unit) => ({ value: String(unit.id), label: unit.label }))} />
        <FormField {...common} name="duties" value={read.duties} rows={6} />
        <FormSection title={t('members')} note={t('membersNote')}>
          <Lines ui={ui} action={action} form={makeForm} members={read.members} house={data.house} />
        </FormSection>
        <p class="quiet mid">{t('quorumNote')}</p>
        <ButtonRow><Button kind="main">{t('save')}</Button><ButtonLink kind="quiet" href={letterHref(letter.id)}>{t('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
    </div>
  );
}

function ChangeView(data: ChangeData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const { letter, read, committee, seats } = data;
  const action = letterHref(letter.id, `/committee/${committee.id}`);
  const common = { ui, action, form: changeForm };
  return (
    <div class="stack">
      <Head data={data} ui={ui} title={t('change', { name: committee.shortName || committee.name })} />
      <ActionForm ui={ui} action={action} form={changeForm} guard>
        <FormField {...common} name="from" value={letter.letterDate} />
        <FormField {...common} name="ends" options={seats.map((seat) => ({ value: String(seat.memberId), label: `${seat.positionId === null ? seat.name : seat.positionTitle} ${ui.text(committeeRoleNames[seat.role])}`, hint: seat.positionId === null ? undefined : (seat.name ?? t('vacant')) }))} />
        <FormSection title={t('adds')} note={t('membersNote')}>
          <Lines ui={ui} action={action} form={changeForm} members={read.members.filter((one) => !sits(one, data))} house={data.house} />
        </FormSection>
        <ButtonRow><Button kind="main">{t('saveChange')}</Button><ButtonLink kind="quiet" href={letterHref(letter.id)}>{t('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
    </div>
  );
}

/** Whether somebody whom the order names sits in the committee already. */
function sits({ who }: ReadMember, { house, seats }: ChangeData): boolean {
  const match = matchMember(who, house);
  return match !== undefined && seats.some((seat) => (match.kind === 'position' ? seat.positionId === match.id : seat.positionId === null && seat.personId === match.id));
}

const emptyLines = 3;

/** One line a member: who, as what, whom that is in the house, and whether to take it in. */
function Lines({ ui, action, form, members, house }: { ui: Ui; action: string; form: AnyForm; members: readonly ReadMember[]; house: House }): VNode {
  const t = messages.in(ui.lang);
  const typed = stateFor(ui, action).values;
  const count = members.length + emptyLines;
  return (
    <>
      {members.length === 0 ? <p class="quiet">{t('noMembersRead')}</p> : null}
      <ol class="plain-list member-lines">
        {Array.from({ length: count }, (_, i) => {
          const given = members[i];
          const words = String(typed[`members.${i}.who`] ?? given?.who ?? '');
          const match = words === '' ? undefined : matchMember(words, house);
          const common = { ui, action, form, name: 'members' };
          return (
            <li><div class="stack-s">
              <input type="hidden" name={`members.${i}.n`} value={String(i + 1)} />
              <FieldsRow>
                <FormField {...common} inputName={`members.${i}.who`} field={memberFields.who as Field<unknown>} label={`${i + 1}. ${t('who')}`} value={given?.who} />
                <FormField {...common} inputName={`members.${i}.role`} field={memberFields.role as Field<unknown>} as="select" value={given?.role ?? 'member'} options={committeeRoles.map((role) => ({ value: role, label: ui.text(committeeRoleNames[role]) }))} size="m" />
                <FormField {...common} inputName={`members.${i}.include`} field={memberFields.include as Field<unknown>} value={match !== undefined} />
              </FieldsRow>
              {match ? <p class="mid"><StateMark kind="done" wrap>{t('matched', { label: match.label })}</StateMark> <span class="quiet">{t(match.kind === 'position' ? 'matchedPost' : 'matchedPerson')}</span></p> : words === '' ? null : <p class="mid"><StateMark kind="risk" wrap>{t('unmatched')}</StateMark></p>}
            </div></li>
          );
        })}
      </ol>
    </>
  );
}
