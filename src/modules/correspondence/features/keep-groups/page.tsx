// Saved groups of recipients: the list of a unit, and one group to be edited.
import type { VNode } from 'preact';
import { actsFor } from '../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { csvOf } from '../../../../platform/csv.ts';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import type { Recipient } from '../../domain/letter.ts';
import { messages as shared } from '../../messages.ts';
import { addressBook, ownUnits } from '../../office.ts';
import type { AddressBook, AddressChoice, UnitChoice } from '../../office.ts';
import { letterParams } from '../../params.ts';
import { findGroup, groupMembers, groupsOf } from '../../store/groups.ts';
import type { Group } from '../../store/groups.ts';
import { NoUnit } from '../../unit-filter.tsx';
import { groupForm } from './form.ts';
import { messages } from './messages.ts';

const permission = 'correspondence.keep-groups';

/** A group of a unit whose groups the actor keeps. */
export async function ownGroup(tx: ReadTx, id: number): Promise<Group | undefined> {
  const group = await findGroup(tx, id);
  return group && actsFor(tx.actor, permission, group.unitId) ? group : undefined;
}

interface ListData {
  readonly units: readonly UnitChoice[];
  readonly groups: readonly Group[];
}

export const listGroupsPage = definePage({
  path: '/recipient-groups',
  permission,
  async load(tx, { services }) {
    const units = await ownUnits(tx, permission, services.clock.today());
    return ok({ units, groups: await groupsOf(tx, units.map((unit) => unit.id), false) });
  },
  title: (_data, ui) => shared.in(ui.lang)('groups'),
  view: ListView,
});

function ListView({ units, groups }: ListData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  if (units.length === 0) return <div class="stack"><PageHead title={s('groups')} /><NoUnit ui={ui} /></div>;
  const nameOf = (id: number) => units.find((unit) => unit.id === id)?.label ?? '';
  return (
    <div class="stack">
      <PageHead title={s('groups')} sub={t('sub')} actions={<ButtonLink kind="main" href="/recipient-groups/new">{t('new')}</ButtonLink>} />
      <Table caption={s('groups')} captionHidden rows={groups} rowKey={(row) => String(row.id)} isVoid={(row) => !row.active} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        columns={[
          { key: 'name', head: t('name'), kind: 'main', cell: (row) => <a href={`/recipient-groups/${row.id}`}>{row.name}</a> },
          { key: 'unit', head: s('unit'), cell: (row) => nameOf(row.unitId) },
          { key: 'members', head: t('members'), kind: 'num', cell: (row) => row.members },
          { key: 'state', head: t('state'), cell: (row) => <StateMark kind={row.active ? 'done' : 'void'}>{row.active ? t('inUse') : t('notInUse')}</StateMark> },
        ]} />
      {groups.length > 0 ? <Pager print extra={[{ label: t('csv'), href: '/recipient-groups.csv', download: true }]} /> : null}
    </div>
  );
}

const kindWords = { unit: 'memberUnit', position: 'memberPosition', person: 'memberPerson' } as const;

/** Every group with its members, a line each, for keeping and for looking over outside. */
export const groupsCsv = defineDownload({
  path: '/recipient-groups.csv',
  permission,
  async load(tx, { services }) {
    const units = await ownUnits(tx, permission, services.clock.today());
    const t = messages.in('th');
    const s = shared.in('th');
    const lines: string[][] = [[s('unit'), t('name'), t('state'), t('kind'), t('member')]];
    for (const group of await groupsOf(tx, units.map((unit) => unit.id), false)) {
      const first = [units.find((unit) => unit.id === group.unitId)?.label ?? '', group.name, group.active ? t('inUse') : t('notInUse')];
      const members = await groupMembers(tx, group.id);
      lines.push(...(members.length > 0 ? members.map((one) => [...first, t(kindWords[one.kind]), one.label]) : [[...first, '', '']]));
    }
    return ok({ body: csvOf(lines), contentType: 'text/csv; charset=utf-8', fileName: `${s('groups')}.csv`, disposition: 'attachment' as const });
  },
});

interface GroupData {
  readonly group: Group | null;
  readonly members: readonly Recipient[];
  readonly units: readonly UnitChoice[];
  readonly book: AddressBook;
}

export const newGroupPage = definePage({
  path: '/recipient-groups/new',
  permission,
  async load(tx, { services }) {
    const today = services.clock.today();
    const units = await ownUnits(tx, permission, today);
    return units.length > 0 ? ok<GroupData>({ group: null, members: [], units, book: await addressBook(tx, today) }) : notFound();
  },
  title: (_data, ui) => messages.in(ui.lang)('new'),
  view: GroupView,
});

export const editGroupPage = definePage({
  path: '/recipient-groups/:id',
  permission,
  params: letterParams,
  async load(tx, { params, services }) {
    const group = await ownGroup(tx, params.id);
    if (!group) return notFound();
    const today = services.clock.today();
    return ok<GroupData>({ group, members: await groupMembers(tx, group.id), units: await ownUnits(tx, permission, today), book: await addressBook(tx, today) });
  },
  title: (data) => data.group?.name ?? '',
  view: GroupView,
});

/** An addressee as a choice: the short form, and under it the name where that says more. */
const named = (one: AddressChoice) => ({ value: String(one.id), label: one.label, ...(one.name === one.label ? {} : { hint: one.name }) });

function GroupView({ group, members, units, book }: GroupData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const action = group ? `/recipient-groups/${group.id}` : '/recipient-groups/new';
  const title = group ? t('edit') : t('new');
  const common = { ui, action, form: groupForm };
  const of = (kind: Recipient['kind']) => members.filter((one) => one.kind === kind);
  const ids = (kind: Recipient['kind']) => of(kind).map((one) => String(one.id));
  return (
    <div class="stack">
      <PageHead title={title} crumbs={[{ label: s('groups'), href: '/recipient-groups' }, { label: title }]} />
      <ActionForm ui={ui} action={action} form={groupForm}>
        {group || units.length === 1
          ? <input type="hidden" name="unit" value={String(group?.unitId ?? units[0]?.id)} />
          : <FormField {...common} name="unit" as="select" value={units[0]?.id} options={units.map((unit) => ({ value: String(unit.id), label: unit.label }))} />}
        <FormField {...common} name="name" value={group?.name} />
        <FormField {...common} name="units" arrange="two" value={ids('unit')} options={book.units.map(named)} />
        <FormField {...common} name="positions" arrange="two" value={ids('position')} options={book.positions.map(named)} />
        <FormField {...common} name="people" value={of('person').map((one) => one.label).join('\n')} />
        <FormField {...common} name="active" value={group?.active ?? true} />
        <ButtonRow><Button kind="main">{s('save')}</Button><ButtonLink kind="quiet" href="/recipient-groups">{s('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
    </div>
  );
}
