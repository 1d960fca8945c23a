import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { PersonName } from '../../../../ui/components/person-name.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { abbreviationKindNames, printedCode, unitKindNames, unitLabel, type Unit } from '../../domain/units.ts';
import { idParams } from '../../guard.ts';
import { clerksOfUnit, headOfUnit } from '../../store/authority.ts';
import { peopleOf } from '../../store/people.ts';
import { endedUnit, successionsOf, takenOverBy } from '../../store/successions.ts';
import { letterCodeOn, unitById, unitHistory, unitsActiveOn, type UnitHistory } from '../../store/units.ts';
import { period, StandingMark } from '../../views.tsx';
import { EndedNotice, TakenOverSection, WithdrawnSuccessions } from '../name-successor/section.tsx';
import { m } from './messages.ts';

export const unitPage = definePage({
  path: '/units/:id',
  permission: 'organisation.view',
  params: idParams,
  async load(tx, { params, services }) {
    const today = services.clock.today();
    const ended = await endedUnit(tx, params.id);
    const unit = (await unitById(tx, params.id, today)) ?? ended;
    if (!unit) return notFound();
    const gone = ended !== undefined && ended.closedOn < today;
    const all = await unitsActiveOn(tx, today);
    return ok({
      unit, ended, gone, today,
      successions: ended ? await successionsOf(tx, unit.id) : [],
      taken: await takenOverBy(tx, unit.id),
      above: unit.path.slice(0, -1).flatMap((id) => all.find((one) => one.id === id) ?? []),
      below: all.filter((one) => one.parentId === unit.id),
      head: gone ? undefined : await headOfUnit(tx, unit.id, today),
      clerks: gone ? [] : await clerksOfUnit(tx, unit.id, today),
      people: await peopleOf(tx, unit.id, today),
      code: await letterCodeOn(tx, unit.id, today),
      history: await unitHistory(tx, unit.id),
    });
  },
  title: ({ unit }, ui) => unitLabel(unit, ui.lang),
  view({ unit, ended, gone, successions, taken, today, above, below, head, clerks, people, code, history }, ui) {
    const t = m.in(ui.lang);
    const name = (one: Unit) => (ui.lang === 'th' ? one.name : one.nameEn || one.name);
    return (
      <>
        <PageHead
          title={unitLabel(unit, ui.lang)} sub={ui.lang === 'th' ? unit.nameEn : unit.name}
          crumbs={[{ label: t('title'), href: '/units' }, ...above.map((one) => ({ label: one.abbreviation || name(one), href: `/units/${one.id}` })), { label: unit.abbreviation || name(unit) }]}
          actions={ui.can('organisation.manage-units', unit.id) ? <ButtonLink href={`/units/${unit.id}/edit`}>{t('edit')}</ButtonLink> : undefined}
        />
        {ended ? <EndedNotice ui={ui} unit={ended} today={today} successions={successions} /> : null}
        <div class="two">
          <Section title={t('facts')}>
            <DefinitionList
              items={[
                ...(gone ? [] : [{ term: t('head'), value: head ? <PersonName name={head.name} href={`/people/${head.personId}`} post={head.authority.words ?? ''} block /> : t('noHead') }]),
                { term: t('kind'), value: ui.text(unitKindNames[unit.kind]) },
                { term: t('code'), value: unit.code ? printedCode(unit.code) : code ? t('inherits', { code: printedCode(code) }) : null },
                { term: t('phone'), value: unit.phone },
                { term: t('clerks'), value: clerks.length > 0 ? clerks.map((clerk) => clerk.name).join(', ') : null },
              ]}
            />
          </Section>
          <Section title={t('sub_')}>
            {below.length === 0 ? <p class="quiet">–</p> : <ul>{below.map((one) => <li><a href={`/units/${one.id}`}>{unitLabel(one, ui.lang)}</a></li>)}</ul>}
          </Section>
        </div>
        <TakenOverSection ui={ui} taken={taken} />
        <WithdrawnSuccessions ui={ui} successions={successions} />
        {gone ? null : (
          <Section title={t('staff')} aside={<><a href={`/people?unit=${unit.id}`}>{t('allPeople')}</a> · <a href={`/positions?unit=${unit.id}`}>{t('positions')}</a></>}>
            {people.length === 0 ? <p class="quiet">{t('staffNone')}</p> : (
              <Table
                caption={t('staff')} captionHidden rows={people} rowKey={(person) => String(person.positionId)}
                columns={[
                  { key: 'name', head: t('name'), kind: 'main', cell: (person) => <a href={`/people/${person.id}`}>{person.name}</a> },
                  { key: 'position', head: t('position'), cell: (person) => <a href={`/positions/${person.positionId}`}>{person.positionTitle}</a> },
                  { key: 'phone', head: t('phone'), cell: (person) => person.phone },
                ]}
              />
            )}
          </Section>
        )}
        <History ui={ui} history={history} today={today} closedOn={ended?.closedOn} />
      </>
    );
  },
});

/** Names, abbreviations, codes and placements with their days; also shown while they are edited. All end with the unit at the latest. */
export function History({ ui, history, today, closedOn }: { ui: Ui; history: UnitHistory; today: string; closedOn: string | undefined }) {
  const t = m.in(ui.lang);
  const dated = (row: { validFrom: string; validTo: string | null }) => ({ validFrom: row.validFrom, validTo: row.validTo ?? closedOn ?? null });
  const used = { key: 'used', head: t('used'), kind: 'nowrap' as const, cell: (row: { validFrom: string; validTo: string | null }) => period(ui, dated(row)) };
  const state = { key: 'state', head: t('state'), kind: 'nowrap' as const, cell: (row: { validFrom: string; validTo: string | null }) => <StandingMark ui={ui} row={dated(row)} today={today} /> };
  const key = (row: { id: number }) => String(row.id);
  return (
    <>
      <Section title={t('abbreviations')}>
        <Table caption={t('abbreviations')} captionHidden rows={history.abbreviations} rowKey={key} columns={[
          { key: 'text', head: t('abbreviation'), kind: 'main', cell: (row) => row.text },
          { key: 'kind', head: t('kind'), cell: (row) => ui.text(abbreviationKindNames[row.kind]) }, used, state,
          { key: 'note', head: t('note'), cell: (row) => row.note },
        ]} />
      </Section>
      <Section title={t('names')}>
        <Table caption={t('names')} captionHidden rows={history.names} rowKey={key} columns={[
          { key: 'th', head: t('name'), kind: 'main', cell: (row) => row.th },
          { key: 'en', head: t('english'), cell: (row) => row.en }, used, state,
          { key: 'source', head: t('source'), cell: (row) => row.source },
        ]} />
      </Section>
      <div class="two">
        <Section title={t('codes')}>
          <Table caption={t('codes')} captionHidden rows={history.codes} rowKey={key} columns={[{ key: 'code', head: t('code'), kind: 'main', cell: (row) => printedCode(row.code) }, used, state]} />
        </Section>
        <Section title={t('placements')}>
          <Table caption={t('placements')} captionHidden rows={history.placements} rowKey={key} columns={[{ key: 'parent', head: t('parent'), kind: 'main', cell: (row) => row.parentName ?? '–' }, used, state]} />
        </Section>
      </div>
    </>
  );
}
