// When the house was last backed up, whether that can be restored, and a button to do it now.
import type { VNode } from 'preact';
import { z } from 'zod';
import { listBackups, readBackupState, type BackupRecord, type BackupState } from '../../../../platform/backups/backup-records.ts';
import type { BackupKind, Backups } from '../../../../platform/backups/backups.ts';
import { ActionButton } from '../../../../platform/forms/render.tsx';
import { definePage, type AnyPage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { cutPage } from '../../../../platform/list-page.ts';
import { ok } from '../../../../platform/result.ts';
import { momentWords } from '../../../../platform/when.ts';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark, type StateKind } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { readBackupPlan, type BackupPlan } from '../../backup-settings.ts';
import { backupsAddress } from './address.ts';
import { messages } from './messages.ts';

const pageSize = 30;
/** A night and a morning: after that the nightly backup is missed. */
const oldAfterHours = 36;
/** How long a drill is good for, where the office set none. */
const drillGoodDays = 30;

interface BackupsData {
  readonly records: readonly BackupRecord[];
  readonly more: boolean;
  readonly state: BackupState;
  readonly plan: BackupPlan;
  readonly usual: BackupKind;
  readonly folder: string;
  readonly firstPage: boolean;
}

export function backupsPage(backups: Backups): AnyPage {
  return definePage({
    path: backupsAddress,
    permission: 'system.keep-backups',
    query: z.object({ before: z.coerce.number().int().positive().optional() }),
    async load(tx, { query, services }) {
      const { rows, more } = cutPage(await listBackups(tx, { limit: pageSize + 1, ...(query.before ? { before: query.before } : {}) }), pageSize);
      return ok<BackupsData>({
        records: rows,
        more,
        state: await readBackupState(tx),
        plan: await readBackupPlan(tx),
        usual: backups.usualKind(services),
        folder: services.config.backupFolder,
        firstPage: query.before === undefined,
      });
    },
    title: (_data, ui) => messages.in(ui.lang)('title'),
    view: (data: BackupsData, ui) => <BackupList data={data} ui={ui} />,
  });
}

function BackupList({ data, ui }: { data: BackupsData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { records, more } = data;
  const last = records.at(-1);
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={t('sub')} actions={<ActionButton ui={ui} action={`${backupsAddress}/now`} kind="main">{t('now')}</ActionButton>} />
      {data.firstPage ? <Standing data={data} ui={ui} /> : null}
      <Table
        caption={t('caption')}
        rows={records}
        rowKey={(record) => String(record.id)}
        isVoid={(record) => record.removedAt !== null}
        empty={<EmptyState title={t('empty')}>{t('empty.text')}</EmptyState>}
        columns={[
          { key: 'when', head: t('when'), kind: 'main', cell: (record) => <>{momentWords(ui.lang, record.startedAt).replace(' น.', '\u00a0น.')}<br /><span class="quiet small">{t(`cause.${record.cause}`)}</span></> },
          { key: 'state', head: t('state'), cell: (record) => <Outcome record={record} ui={ui} /> },
          { key: 'kind', head: t('kind'), kind: 'nowrap', cell: (record) => t(`kind.${record.kind}`) },
          { key: 'size', head: t('size'), kind: 'num', cell: (record) => (record.size === null ? '–' : sizeWords(record.size)) },
          { key: 'content', head: t('content'), cell: (record) => <Content record={record} ui={ui} /> },
          { key: 'file', head: t('file'), kind: 'wide', cell: (record) => <FileName record={record} /> },
          { key: 'drill', head: t('drill'), cell: (record) => <DrillOf record={record} ui={ui} /> },
        ]}
      />
      {more && last ? <Pager next={{ href: `${backupsAddress}?before=${last.id}` }} /> : null}
    </div>
  );
}

/** `12.4 MB`: as the machine counts, since it is compared with the file. */
function sizeWords(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const step = bytes === 0 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  return `${(bytes / 1024 ** step).toFixed(step < 2 ? 0 : 1)} ${units[step]}`;
}

function Standing({ data, ui }: { data: BackupsData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { plan, usual } = data;
  const kinds = plan.kinds.length > 0 ? plan.kinds : [usual];
  return (
    <>
      <Warnings data={data} ui={ui} />
      <Section title={t('plan.title')} aside={ui.can('system.edit-settings') ? <a href="/system/settings">{t('plan.settings')}</a> : undefined}>
        <DefinitionList
          items={[
            { term: t('plan.when'), value: t('plan.hour', { hour: `${String(plan.hour).padStart(2, '0')}${ui.lang === 'th' ? '.' : ':'}00` }) },
            { term: t('plan.kinds'), value: kinds.map((kind) => t(`kind.${kind}`)).join(', ') },
            { term: t('plan.place'), value: <code>{data.folder}</code> },
            { term: t('plan.keep'), value: t('plan.keep.text', { ...plan.keep }) },
            { term: t('plan.drill'), value: plan.drillDays > 0 ? t('plan.drill.days', { days: plan.drillDays }) : t('plan.drill.never') },
          ]}
        />
      </Section>
    </>
  );
}

function Warnings({ data: { state, plan }, ui }: { data: BackupsData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { newestWholeHours, newestDrillHours, newestDrillOk, failed, runningSince } = state;
  const goodDays = plan.drillDays > 0 ? plan.drillDays + 2 : drillGoodDays;
  const notices: VNode[] = [];
  if (runningSince) notices.push(<Notice title={t('warn.running', { when: momentWords(ui.lang, runningSince) })}>{t('warn.running.text')}</Notice>);
  if (newestWholeHours === null) notices.push(<Notice kind="warn" title={t('warn.none')}>{t('warn.none.text')}</Notice>);
  else if (newestWholeHours > oldAfterHours) notices.push(<Notice kind="warn" title={t('warn.old', { hours: Math.floor(newestWholeHours) })}>{t('warn.old.text')}</Notice>);
  if (failed) notices.push(<Notice kind="error" title={t('warn.failed')}>{ui.text(failed)}</Notice>);
  if (newestDrillOk === false) notices.push(<Notice kind="error" title={t('warn.drill')}>{t('warn.drill.text')}</Notice>);
  else if (newestWholeHours !== null && (newestDrillHours === null || newestDrillHours > goodDays * 24)) notices.push(<Notice kind="warn" title={t('warn.noDrill', { days: goodDays })}>{t('warn.noDrill.text')}</Notice>);
  if (notices.length === 0) notices.push(<Notice kind="done">{t('good')}</Notice>);
  return <div class="stack-s">{notices}</div>;
}

const marks: Readonly<Record<BackupRecord['state'], StateKind>> = { running: 'going', whole: 'done', failed: 'late' };

function Outcome({ record, ui }: { record: BackupRecord; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  if (record.removedAt) return <StateMark kind="void">{t('state.removed')}</StateMark>;
  return (
    <>
      <StateMark kind={marks[record.state]}>{t(`state.${record.state}`)}</StateMark>
      {record.error ? <><br /><span class="small">{ui.text(record.error)}</span></> : null}
    </>
  );
}

function Content({ record, ui }: { record: BackupRecord; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  if (record.tables === null) return null;
  const { tables, rowCount, files, damaged } = record;
  return (
    <>
      {t('content.text', { tables, rows: (rowCount ?? 0).toLocaleString('en'), files: files ?? 0 })}
      {damaged ? <><br /><StateMark kind="risk" wrap>{t('content.damaged', { damaged })}</StateMark></> : null}
    </>
  );
}

function FileName({ record }: { record: BackupRecord }): VNode {
  return (
    <>
      <code class="small">{record.file.split(/[\\/]/).at(-1)}</code>
      {record.sha256 ? <><br /><code class="small quiet" title={record.sha256}>{record.sha256.slice(0, 16)}…</code></> : null}
    </>
  );
}

function DrillOf({ record, ui }: { record: BackupRecord; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  if (record.state !== 'whole') return null;
  if (!record.drilledAt) return <span class="quiet">{t('drill.not')}</span>;
  return (
    <>
      <StateMark kind={record.drillOk ? 'done' : 'late'}>{momentWords(ui.lang, record.drilledAt)}</StateMark>
      {record.drillWords ? <><br /><span class="small quiet">{ui.text(record.drillWords)}</span></> : null}
    </>
  );
}
