import type { VNode } from 'preact';
import { z } from 'zod';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { readFileRecords, type FileRecord } from '../../../../platform/files/file-records.ts';
import { ActionForm } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok, type Result } from '../../../../platform/result.ts';
import { listTerms } from '../../../../platform/search/terms.ts';
import type { Services } from '../../../../platform/services.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { StateMark, type StateKind } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { QuickFilters } from '../../../../ui/components/tabs.tsx';
import { countVerdicts, judgeTerms, readTermFile, verdicts, type JudgedRow, type Verdict } from './file.ts';
import { messages } from './messages.ts';
import { wordsAddress, wordsPermission } from './page.tsx';

const pageSize = 100;
export const fileAddress = `${wordsAddress}/file`;
export const fileParams = z.object({ id: z.coerce.number().int().positive() });

export interface JudgedFile {
  readonly file: FileRecord;
  readonly rows: readonly JudgedRow[];
}

/** An uploaded file of the actor's own with its verdicts as of now; the content never changes, the list may. */
export async function judgedFile(tx: ReadTx, services: Services, id: number): Promise<Result<JudgedFile>> {
  const [file] = (await readFileRecords(tx, [id])).filter((one) => one.uploadedBy === tx.actor.id);
  if (!file) return notFound();
  const rows = await readTermFile(await services.files.get(file.hash));
  if (!rows.ok) return rows;
  return ok({ file, rows: judgeTerms(rows.value, await listTerms(tx, { limit: 100_000 })) });
}

interface FileData extends JudgedFile {
  readonly only: Verdict | undefined;
  readonly from: number;
}

/** What would become of each row; nothing is taken yet. */
export const wordsFilePage = definePage({
  path: `${fileAddress}/:id`,
  permission: wordsPermission,
  params: fileParams,
  query: z.object({ only: z.enum(verdicts).optional().catch(undefined), after: z.coerce.number().int().min(0).optional().catch(undefined) }),
  async load(tx, { params, query, services }) {
    const judged = await judgedFile(tx, services, params.id);
    return judged.ok ? ok({ ...judged.value, only: query.only, from: query.after ?? 0 }) : judged;
  },
  title: (_data, ui) => messages.in(ui.lang)('file.title'),
  view: (data: FileData, ui) => <Verdicts data={data} ui={ui} />,
});

const marks: Readonly<Record<Verdict, StateKind>> = { new: 'going', known: 'done', twice: 'risk', refused: 'late' };

function Verdicts({ data: { file, rows, only, from }, ui }: { data: FileData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const counts = countVerdicts(rows);
  const here = `${fileAddress}/${file.id}`;
  const at = (verdict: Verdict | undefined, after?: number) => {
    const pairs = [...(verdict ? [['only', verdict]] : []), ...(after ? [['after', String(after)]] : [])];
    return pairs.length > 0 ? `${here}?${new URLSearchParams(pairs).toString()}` : here;
  };
  const chosen = rows.filter((row) => (!only || row.verdict === only) && row.number > from);
  const shown = chosen.slice(0, pageSize);
  const last = shown.at(-1);
  return (
    <div class="stack">
      <PageHead title={t('file.title')} sub={file.name} crumbs={[{ label: t('title'), href: wordsAddress }, { label: file.name }]} />
      {counts.refused + counts.twice > 0 ? <Notice kind="warn">{t('file.left', { n: counts.refused + counts.twice })}</Notice> : null}
      {counts.new === 0 ? <Notice title={t('file.nothing')}>{t('file.nothing.text')}</Notice> : (
        <ActionForm ui={ui} action={`${here}/take`}>
          <ButtonRow><Button kind="main" busyLabel={t('file.taking')}>{t('file.take', { n: counts.new })}</Button></ButtonRow>
        </ActionForm>
      )}
      <QuickFilters items={[
        { label: t('kind.all'), href: at(undefined), count: rows.length, current: !only },
        ...verdicts.filter((verdict) => counts[verdict] > 0).map((verdict) => ({ label: t(`verdict.${verdict}`), href: at(verdict), count: counts[verdict], current: only === verdict })),
      ]} />
      <Table
        caption={t('file.title')} captionHidden rows={shown} rowKey={(row) => String(row.number)} empty={<p class="quiet">{t('file.none')}</p>}
        columns={[
          { key: 'row', head: t('file.row'), kind: 'nowrap', cell: (row) => row.number },
          { key: 'verdict', head: t('file.verdict'), kind: 'nowrap', cell: (row) => <StateMark kind={marks[row.verdict]}>{t(`verdict.${row.verdict}`)}</StateMark> },
          { key: 'words', head: t('words'), kind: 'main', cell: (row) => row.term?.words.join(' · ') ?? row.words },
          { key: 'kind', head: t('kind'), kind: 'nowrap', cell: (row) => (row.term ? t(`kind.${row.term.kind}`) : row.kind) },
          { key: 'why', head: t('file.why'), cell: (row) => (row.why ? ui.text(row.why) : row.term?.note) },
        ]}
      />
      <Pager
        {...(from > 0 ? { previous: { href: at(only) } } : {})} {...(last && chosen.length > shown.length ? { next: { href: at(only, last.number) } } : {})}
        extra={[{ label: t('file.another'), href: `${wordsAddress}#import` }]}
      />
    </div>
  );
}
