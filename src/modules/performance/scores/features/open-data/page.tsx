// Published scores for everybody: what they are, what each field means, under which licence, and the files.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { defineDownload, definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { csvOf } from '../../../../../platform/csv.ts';
import { readSetting } from '../../../../../platform/settings/settings.ts';
import { csvType } from '../../../../../platform/tables/write-table.ts';
import { momentWords } from '../../../../../platform/when.ts';
import { DefinitionList } from '../../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import type { FrozenLine, FrozenSheet } from '../../domain/snapshot.ts';
import { FrozenTable, frozenTotal } from '../../frozen-view.tsx';
import { yearParams } from '../../load.ts';
import { openDataLicence } from '../../settings.ts';
import { latestSnapshot, publishedYears, snapshotById, snapshotsOf, type Snapshot, type SnapshotHead } from '../../store/snapshots.ts';
import { messages } from './messages.ts';

const permission = { public: 'scores that the department published as open data; row-level security shows nobody the others' };
const versionQuery = z.object({ version: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined) });

/** Columns of the CSV file, in this order, with their meaning in the dictionary of the page. */
const openFields = {
  fiscal_year: (_line: FrozenLine, sheet: FrozenSheet) => String(sheet.fiscalYear),
  no: (line: FrozenLine) => line.key,
  indicator: (line: FrozenLine) => line.name,
  component: (line: FrozenLine) => line.component,
  component_name: (line: FrozenLine) => line.componentName.th,
  owners: (line: FrozenLine) => line.owners.join(' '),
  unit_of_measure: (line: FrozenLine) => line.unitOfMeasure,
  better: (line: FrozenLine) => line.better,
  targets: (line: FrozenLine) => line.targets.map(({ value, score }) => `${value}=${score}`).join('; '),
  weight: (line: FrozenLine) => line.weight ?? '',
  weight_counted: (line: FrozenLine) => line.countedWeight ?? '',
  state: (line: FrozenLine) => line.state,
  value: (line: FrozenLine) => line.value ?? '',
  margin: (line: FrozenLine) => line.margin ?? '',
  as_of: (line: FrozenLine) => line.asOf ?? '',
  source: (line: FrozenLine) => line.source ?? '',
  score: (line: FrozenLine) => line.score ?? '',
  weighted: (line: FrozenLine) => line.weighted ?? '',
  why: (line: FrozenLine) => line.why?.th ?? '',
} as const;
const fieldNames = Object.keys(openFields) as (keyof typeof openFields)[];

interface OpenPage {
  readonly year: number;
  readonly snapshot: Snapshot | undefined;
  readonly versions: readonly SnapshotHead[];
  readonly years: readonly number[];
  readonly licence: readonly string[];
}

/** A published one: that of the address, or the last. Others are not there. */
async function published(tx: ReadTx, year: number, version: number | undefined): Promise<Snapshot | undefined> {
  const found = version === undefined ? await latestSnapshot(tx, year, { published: true }) : await snapshotById(tx, year, version);
  return found?.publishedAt ? found : undefined;
}

export const openDataPage = definePage({
  path: '/performance/:year/open-data',
  permission,
  params: yearParams,
  query: versionQuery,
  layout: 'public',
  async load(tx, { params, query }) {
    const snapshot = await published(tx, params.year, query.version);
    if (!snapshot && query.version !== undefined) return notFound();
    const data: OpenPage = { year: params.year, snapshot, versions: await snapshotsOf(tx, params.year, { published: true }), years: await publishedYears(tx), licence: await readSetting(tx, openDataLicence) };
    return ok(data);
  },
  title: ({ year }, ui) => ui.text(messages.words('title', { year })),
  view: OpenView,
});

function OpenView({ year, snapshot, versions, years, licence }: OpenPage, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const others = years.filter((one) => one !== year);
  const otherYears = others.length > 0 ? <p>{t('otherYears')}: {others.map((one, at) => <>{at > 0 ? ' · ' : ''}<a href={`/performance/${one}/open-data`}>{one}</a></>)}</p> : null;
  if (!snapshot) return <div class="stack-l"><PageHead title={t('title', { year })} /><EmptyState title={t('none')}>{t('noneText')}</EmptyState>{otherYears}</div>;
  const { content } = snapshot;
  const file = (ending: string) => `/performance/${year}/open-data/scores.${ending}?version=${snapshot.id}`;
  return (
    <div class="stack-l">
      <PageHead title={t('title', { year })} sub={t('sub', { department: content.department })} />
      <DefinitionList items={[
        { term: t('total'), value: <strong>{frozenTotal(content)}{content.reached ? ` · ${ui.text(content.reached.name)}` : ''}</strong> },
        { term: t('framework'), value: ui.text(content.framework.name) },
        { term: t('asOf'), value: momentWords(ui.lang, snapshot.at) },
        { term: t('published'), value: snapshot.publishedAt ? momentWords(ui.lang, snapshot.publishedAt) : '' },
        { term: t('note'), value: snapshot.publishNote },
        { term: t('licence'), value: licence.join(' · ') },
        { term: t('files'), value: <><a href={file('csv')} data-turbo="false">{t('csv')}</a> · <a href={file('json')} data-turbo="false">{t('json')}</a></> },
        { term: t('hash'), value: <><code class="break-all">{snapshot.hash}</code> <span class="quiet small">{t('hashHow')}</span></> },
      ]} />
      <Section title={t('scores')}><FrozenTable ui={ui} content={content} /></Section>
      <Section title={t('dictionary')}>
        <Table caption={t('dictionary')} captionHidden rows={fieldNames} rowKey={String}
          columns={[{ key: 'field', head: t('field'), kind: 'main', cell: (name) => <code>{name}</code> }, { key: 'meaning', head: t('meaning'), kind: 'wide', cell: (name) => t(`d.${name}`) }]} />
      </Section>
      {versions.length > 1 ? (
        <Section title={t('versions')}>
          <ul>{versions.map((one, at) => <li><a href={`/performance/${year}/open-data?version=${one.id}`} aria-current={one.id === snapshot.id ? 'true' : undefined}>{t('version', { when: one.publishedAt ? momentWords(ui.lang, one.publishedAt) : '' })}</a>{at === 0 ? ` (${t('latest')})` : ''}</li>)}</ul>
        </Section>
      ) : null}
      {otherYears}
      <Pager print />
    </div>
  );
}

export const openCsv = defineDownload({
  path: '/performance/:year/open-data/scores.csv', permission, params: yearParams, query: versionQuery,
  async load(tx, { params, query }) {
    const snapshot = await published(tx, params.year, query.version);
    if (!snapshot) return notFound();
    const rows = snapshot.content.lines.map((line) => fieldNames.map((name) => openFields[name](line, snapshot.content)));
    return ok({ body: csvOf([[...fieldNames], ...rows]), contentType: csvType, fileName: `${messages.th.fileName}-${params.year}.csv`, disposition: 'attachment' });
  },
});

/** Everything with its dictionary, licence and hash. */
export const openJson = defineDownload({
  path: '/performance/:year/open-data/scores.json', permission, params: yearParams, query: versionQuery,
  async load(tx, { params, query }) {
    const snapshot = await published(tx, params.year, query.version);
    if (!snapshot) return notFound();
    const licence = await readSetting(tx, openDataLicence);
    const body = {
      publishedAt: snapshot.publishedAt?.toISOString(), frozenAt: snapshot.at.toISOString(), note: snapshot.publishNote, licence, sha256: snapshot.hash,
      dictionary: Object.fromEntries(fieldNames.map((name) => [name, messages.words(`d.${name}`)])), sheet: snapshot.content,
    };
    return ok({ body: JSON.stringify(body, null, 2), contentType: 'application/json; charset=utf-8', fileName: `${messages.th.fileName}-${params.year}.json`, disposition: 'attachment' });
  },
});
