// Certificates of the whole department: requests on their way, what is in force, what ends soon, and each one's story.
import type { VNode } from 'preact';
import { z } from 'zod';
import { csvOf } from '../../../../platform/csv.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { cutPage } from '../../../../platform/list-page.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { QuickFilters } from '../../../../ui/components/tabs.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { bangkokDate } from '../../../../thai/index.ts';
import { listPeople, unitLabel, unitsActiveOn } from '../../../organisation/index.ts';
import { m } from '../../certificates/messages.ts';
import { shownState } from '../../domain/certificate-state.ts';
import { certificatesOf, certificateTime } from '../../certificates/keys.ts';
import type { UsableCertificate } from '../../certificates/keys.ts';
import { keepPermission as permission, requireKeeper } from '../../certificates/office.ts';
import { certificateParams as params } from '../../certificates/params.ts';
import { CertificateFactsList, CertificateHistory, CertificateMark, CertificateWarnings, dayOf, nameOfPost } from '../../certificates/shown.tsx';
import { certificateById, countCertificates, eventsOf, listCertificates, listFilters, requestOf } from '../../store/certificates.ts';
import type { CertificateRow } from '../../store/certificates.ts';
import { soonDays } from '../my-certificates/page.tsx';
import { newCertificateForm } from './form.ts';
import { Steps } from './steps.tsx';

export const certificatesAddress = '/certificates';
const base = certificatesAddress;
const pageSize = 50;
const query = z.object({
  show: z.enum(listFilters).optional().catch(undefined),
  unit: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  before: z.coerce.number().int().positive().optional().catch(undefined),
});
type Query = z.infer<typeof query>;

const address = (path: string, asked: Query): string => {
  const kept = new URLSearchParams(Object.entries(asked).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, String(value)]])));
  return kept.size > 0 ? `${path}?${kept}` : path;
};

export const certificatesPage = definePage({
  path: base,
  permission,
  query,
  async load(tx, { query: asked, services }) {
    const keeper = await requireKeeper(tx);
    if (!keeper.ok) return keeper;
    const today = services.clock.today();
    const now = certificateTime(services);
    const soon = await soonDays(tx);
    const found = await listCertificates(tx, today, { show: asked.show ?? 'open', words: asked.q, unitId: asked.unit, now, soonDays: soon, before: asked.before, limit: pageSize + 1 });
    return ok({ ...cutPage(found, pageSize), asked, now, soon, counts: await countCertificates(tx, now, soon), units: await unitsActiveOn(tx, today) });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view({ rows, more, asked, now, soon, counts, units }, ui) {
    const t = m.in(ui.lang);
    const show = asked.show ?? 'open';
    const { before: _before, ...kept } = asked;
    const count: Readonly<Record<string, number>> = counts;
    return (
      <div class="stack">
        <PageHead title={t('title')} sub={t('keep.sub')} actions={<ButtonLink kind="main" href={`${base}/new`} shortcut="n">{t('keep.new')}</ButtonLink>} />
        <QuickFilters items={listFilters.map((one) => ({ label: t(`show.${one}`), href: address(base, { ...kept, show: one }), current: one === show, ...(count[one] ? { count: count[one] } : {}) }))} />
        <FilterBar action={base} hidden={{ show }} {...(asked.q || asked.unit ? { clearHref: address(base, { show: asked.show }) } : {})}>
          <TextField name="q" label={t('keep.words')} type="search" value={asked.q ?? ''} optional />
          <Select name="unit" label={t('unit')} value={String(asked.unit ?? '')} empty={t('keep.allUnits')} optional options={units.map((unit) => ({ value: String(unit.id), label: unitLabel(unit, ui.lang) }))} />
        </FilterBar>
        <Table caption={t('title')} captionHidden rows={rows} rowKey={(row) => String(row.id)} empty={<EmptyState title={t('keep.none')}>{t('keep.noneMore')}</EmptyState>} columns={[
          { key: 'holder', head: t('holder'), kind: 'main', cell: (row) => <a href={`${base}/${row.id}`}>{row.personName}</a> },
          { key: 'position', head: t('position'), cell: (row) => nameOfPost(ui, row) },
          { key: 'unit', head: t('unit'), cell: (row) => row.unitName },
          { key: 'issuer', head: t('issuer'), cell: (row) => row.issuer || row.authority },
          { key: 'until', head: t('until'), kind: 'nowrap', cell: (row) => (row.validTo ? dayOf(ui.lang, row.validTo) : null) },
          { key: 'state', head: t('state'), cell: (row) => <CertificateMark ui={ui} row={row} now={now} soonDays={soon} /> },
        ]} />
        <Pager print extra={[{ label: t('keep.csv'), href: address(`${base}.csv`, kept), download: true }]}
          {...(asked.before ? { previous: { href: address(base, kept), label: t('keep.first') } } : {})} {...(more ? { next: { href: address(base, { ...asked, before: rows.at(-1)?.id }), label: t('keep.next') } } : {})} />
      </div>
    );
  },
});

export const certificatesCsv = defineDownload({
  path: `${base}.csv`,
  permission,
  query,
  async load(tx, { query: asked, services, actor }) {
    const keeper = await requireKeeper(tx);
    if (!keeper.ok) return keeper;
    const t = m.in(actor.language ?? 'th');
    const now = certificateTime(services);
    const rows = await listCertificates(tx, services.clock.today(), { show: asked.show ?? 'open', words: asked.q, unitId: asked.unit, now, soonDays: await soonDays(tx), limit: 10_000 });
    const head = [t('holder'), t('position'), t('unit'), t('state'), t('subject'), t('issuer'), t('serial'), t('validity'), t('until'), t('handed'), t('warnings')];
    const day = (at: Date | null) => (at ? bangkokDate(at) : '');
    const body = csvOf([head, ...rows.map((row) => [row.personName, row.positionTitle ?? t('personal'), row.unitName, t(`state.${shownState(row, now)}`), row.subject, row.issuer || row.authority, row.serial,
      day(row.validFrom), day(row.validTo), row.handedByName, row.warnings.map((one) => t(`warning.${one as 'name-differs'}`)).join('; ')])]);
    return ok({ body, contentType: 'text/csv; charset=utf-8', fileName: `${t('keep.file')}.csv`, disposition: 'attachment' });
  },
});

export const newCertificatePage = definePage({
  path: `${base}/new`,
  permission,
  async load(tx, { services }) {
    const keeper = await requireKeeper(tx);
    return keeper.ok ? ok({ people: await listPeople(tx, services.clock.today(), { limit: 10_000 }) }) : keeper;
  },
  title: (_data, ui) => ui.text(m.words('new.title')),
  view({ people }, ui) {
    const t = m.in(ui.lang);
    const form = { ui, action: `${base}/new`, form: newCertificateForm };
    return (
      <>
        <PageHead title={t('new.title')} sub={t('new.sub')} crumbs={[{ label: t('title'), href: base }, { label: t('new.title') }]} />
        <ActionForm {...form} class="form">
          <FormField {...form} name="person" as="select" options={people.map((one) => ({ value: String(one.id), label: [one.name, one.positionTitle].filter(Boolean).join(' · ') }))} />
          <FormField {...form} name="withPost" value />
          <FormField {...form} name="name" />
          <FormField {...form} name="email" size="m" />
          <ButtonRow><Button kind="main">{t('new.button')}</Button><ButtonLink href={base}>{t('back')}</ButtonLink></ButtonRow>
        </ActionForm>
      </>
    );
  },
});

export interface OneData {
  readonly row: CertificateRow;
  readonly events: Awaited<ReturnType<typeof eventsOf>>;
  readonly others: readonly UsableCertificate[];
  readonly now: Date;
  readonly today: string;
  readonly soon: number;
}

export const certificatePage = definePage({
  path: `${base}/:id`,
  permission,
  params,
  async load(tx, { params: { id }, services }) {
    const keeper = await requireKeeper(tx);
    if (!keeper.ok) return keeper;
    const today = services.clock.today();
    const row = await certificateById(tx, id, today);
    if (!row) return notFound();
    const now = certificateTime(services);
    const others = (await certificatesOf(tx, row.personId, now)).filter((one) => one.id !== id);
    return ok<OneData>({ row, events: await eventsOf(tx, id), others, now, today, soon: await soonDays(tx) });
  },
  opens: ({ row }) => ({ type: 'organisation.person', id: row.personId }),
  title: ({ row }) => row.personName,
  view: OneView,
});

function OneView({ row, events, others, now, today, soon }: OneData, ui: Ui): VNode {
  const t = m.in(ui.lang);
  return (
    <div class="stack-l">
      <PageHead title={row.personName} crumbs={[{ label: t('title'), href: base }, { label: row.personName }]} sub={<CertificateMark ui={ui} row={row} now={now} soonDays={soon} />}
        actions={row.hasRequest ? <ButtonLink href={`${base}/${row.id}/request.csr`} data-turbo="false">{t('csr')}</ButtonLink> : undefined} />
      <CertificateWarnings ui={ui} row={row} />
      <Steps ui={ui} row={row} others={others} today={today} />
      <CertificateFactsList ui={ui} row={row} />
      {row.replacedBy ? <p><a href={`${base}/${row.replacedBy}`}>{t('replacedBy')}</a></p> : null}
      <CertificateHistory ui={ui} events={events} />
    </div>
  );
}

export const requestDownload = defineDownload({
  path: `${base}/:id/request.csr`,
  permission,
  params,
  async load(tx, { params: { id } }) {
    const keeper = await requireKeeper(tx);
    if (!keeper.ok) return keeper;
    const pem = await requestOf(tx, id);
    return pem === undefined ? notFound() : ok({ body: pem, contentType: 'application/pkcs10', fileName: `request-${id}.csr`, disposition: 'attachment' as const });
  },
});
