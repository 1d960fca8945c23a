// A file of results is looked through before it is brought in; the present ones are saved in the same form.
import type { VNode } from 'preact';
import { z } from 'zod';
import { readFileRecords } from '../../../../../platform/files/file-records.ts';
import { files } from '../../../../../platform/forms/fields.ts';
import { defineForm, emptyForm } from '../../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { defineAction, defineDownload, definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import { tableXlsx, xlsxType } from '../../../../../platform/tables/write-table.ts';
import { endOfDay, localDate } from '../../../../../thai/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { StateMark, type StateKind } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { scaled } from '../../../domain/numbers.ts';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { keepsCycle, type Cycle } from '../../../store/cycles.ts';
import { addResult } from '../../../store/results.ts';
import type { Round } from '../../../store/rounds.ts';
import { slugOf } from '../../domain/rounds.ts';
import { isLocked } from '../../domain/submission-state.ts';
import { findRound, roundParams } from '../../find.ts';
import { indicatorType, roundType } from '../../house.ts';
import { messages as shared } from '../../messages.ts';
import { boardHref, collectHref, roundWords } from '../../shown.tsx';
import { markBroughtIn, resultImport, stageResults, type JudgedResult, type ResultImport } from '../../store/imports.ts';
import { lockSubmission } from '../../store/submissions.ts';
import { judgeResults, resultColumns, resultRows } from './judge.ts';
import { messages } from './messages.ts';

const importParams = roundParams.extend({ import: z.coerce.number().int().positive().max(2_147_483_647) });
const importForm = defineForm({ file: files({ label: messages.words('file'), hint: messages.words('fileHint'), accept: ['xlsx', 'csv'], maxFiles: 1 }) });

interface RoundData {
  readonly cycle: Cycle;
  readonly round: Round;
}

/** The round of results, for who keeps its year while it is open. */
async function kept(tx: ReadTx, params: z.infer<typeof roundParams>): Promise<Result<RoundData>> {
  const found = await findRound(tx, params.year, params.round);
  if (!found.ok) return found;
  return keepsCycle(tx.actor, found.value.cycle) && found.value.round.month !== null ? found : notFound(shared.words('noRound'));
}

const crumbs = ({ cycle, round }: RoundData, ui: Ui) => [{ label: shared.in(ui.lang)('collect'), href: collectHref(cycle) }, { label: ui.text(roundWords(round)), href: boardHref(cycle, round) }];

export const importPage = definePage({
  path: '/performance/:year/collect/:round/import', permission: 'performance.keep', params: roundParams,
  load: (tx, { params }) => kept(tx, params),
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view(data: RoundData, ui): VNode {
    const t = messages.in(ui.lang);
    const action = `${boardHref(data.cycle, data.round)}/import`;
    return (
      <div class="stack-l">
        <PageHead title={t('title')} sub={t('sub')} crumbs={[...crumbs(data, ui), { label: t('title') }]} />
        <ActionForm ui={ui} action={action} form={importForm}>
          <FormField ui={ui} action={action} form={importForm} name="file" />
          <ButtonRow><Button kind="main">{t('check')}</Button><ButtonLink kind="quiet" href={`${boardHref(data.cycle, data.round)}/results.xlsx`} plainVisit>{t('template')}</ButtonLink></ButtonRow>
        </ActionForm>
      </div>
    );
  },
});

export const stageAction = defineAction({
  path: '/performance/:year/collect/:round/import', permission: 'performance.keep', params: roundParams, form: importForm, page: importPage,
  async run(tx, { params, input, services, actor }) {
    const found = await kept(tx, params);
    if (!found.ok) return found;
    const { cycle, round } = found.value;
    if (cycle.state === 'closed') return fail('YEAR_CLOSED', shared.words('yearClosed'), { status: 409 });
    const [file, ...others] = (await readFileRecords(tx, input.file)).filter((one) => one.uploadedBy === actor.id);
    if (!file || others.length > 0) return fail('ONE_FILE', messages.words('oneFile'), { fields: { file: messages.words('oneFile') } });
    const judged = await judgeResults(tx, cycle, round, await services.files.get(file.hash) as Buffer, services.clock.today());
    if (!judged.ok) return fail(judged.code, judged.message, { fields: { file: judged.message } });
    const id = await stageResults(tx, round.id, file.name, judged.value, services.clock.now());
    return ok({ audit: { action: 'performance.results-looked-through', subject: { type: roundType, id: round.id }, unitId: cycle.keeperUnitId, detail: { import: id, file: file.name, hash: file.hash, rows: judged.value.length } }, goTo: `${boardHref(cycle, round)}/imports/${id}` });
  },
});

interface ImportData extends RoundData {
  readonly staged: ResultImport;
}

const marks: Readonly<Record<JudgedResult['verdict'], StateKind>> = { new: 'done', same: 'void', duplicate: 'risk', refused: 'late' };

export const stagedPage = definePage({
  path: '/performance/:year/collect/:round/imports/:import', permission: 'performance.keep', params: importParams,
  async load(tx, { params }): Promise<Result<ImportData>> {
    const found = await kept(tx, params);
    if (!found.ok) return found;
    const staged = await resultImport(tx, params.import);
    return staged && staged.roundId === found.value.round.id ? ok({ ...found.value, staged }) : notFound();
  },
  title: (_data, ui) => messages.in(ui.lang)('preview'),
  view(data: ImportData, ui): VNode {
    const t = messages.in(ui.lang);
    const { staged } = data;
    const fresh = staged.rows.filter(({ verdict }) => verdict === 'new').length;
    return (
      <div class="stack-l">
        <PageHead title={t('preview')} sub={staged.fileName} crumbs={[...crumbs(data, ui), { label: t('title'), href: `${boardHref(data.cycle, data.round)}/import` }, { label: t('preview') }]} />
        {staged.appliedAt ? <Notice kind="done">{t('done', { n: staged.applied ?? 0 })}</Notice> : fresh === 0 ? <Notice kind="warn">{t('nothing')}</Notice> : (
          <ActionForm ui={ui} action={`${boardHref(data.cycle, data.round)}/imports/${staged.id}/confirm`}><ButtonRow><Button kind="main">{t('confirm', { n: fresh })}</Button></ButtonRow></ActionForm>
        )}
        <Table caption={t('preview')} captionHidden rows={staged.rows} rowKey={({ row }) => String(row)} empty={<EmptyState title={t('nothing')} />}
          columns={[
            { key: 'row', head: t('row'), kind: 'num', cell: ({ row }) => row },
            { key: 'verdict', head: t('verdict'), cell: ({ verdict }) => <StateMark kind={marks[verdict]}>{t(`v.${verdict}`)}</StateMark> },
            { key: 'key', head: t('c_key'), kind: 'main', cell: ({ cells }) => cells.key || '–' },
            { key: 'value', head: t('c_value'), kind: 'num', cell: ({ cells }) => cells.value },
            { key: 'asOf', head: t('c_asOf'), cell: ({ cells }) => cells.asOf },
            { key: 'note', head: t('c_note'), cell: ({ cells }) => cells.note },
            { key: 'why', head: t('why'), kind: 'wide', cell: ({ why }) => (why ? ui.text(why) : '') },
          ]} />
      </div>
    );
  },
});

/** Writes what was new. What was locked since stops the whole: nothing goes in by halves. */
export const confirmAction = defineAction({
  path: '/performance/:year/collect/:round/imports/:import/confirm', permission: 'performance.keep', params: importParams, form: emptyForm, page: stagedPage,
  async run(tx, { params, services }) {
    const found = await kept(tx, params);
    if (!found.ok) return found;
    const { cycle, round } = found.value;
    if (cycle.state === 'closed') return fail('YEAR_CLOSED', shared.words('yearClosed'), { status: 409 });
    const staged = await resultImport(tx, params.import);
    if (!staged || staged.roundId !== round.id) return notFound();
    const now = services.clock.now();
    const entries = staged.rows.flatMap(({ verdict, entry }) => (verdict === 'new' && entry ? [entry] : []));
    if (!(await markBroughtIn(tx, staged.id, entries.length, now))) return fail('IMPORT_DONE', messages.words('gone'), { status: 409 });
    const audit = [];
    for (const entry of entries) {
      const submission = await lockSubmission(tx, round.id, entry.indicatorId);
      if (!submission || isLocked(submission.state)) return fail('LOCKED', messages.words('changed', { key: entry.key }), { status: 409 });
      const part = (text: string | null) => (text === null ? null : scaled(text));
      const id = await addResult(tx, entry.indicatorId, round.id, {
        value: scaled(entry.value), numerator: part(entry.numerator), denominator: part(entry.denominator), margin: null, source: 'manual', measureName: null,
        asOf: entry.asOf === services.clock.today() ? now : new Date(endOfDay(localDate(entry.asOf)).getTime() - 1), note: entry.note, detail: { import: staged.id, file: staged.fileName },
      }, now);
      audit.push({ action: 'performance.result-added', subject: { type: indicatorType, id: entry.indicatorId }, unitId: cycle.keeperUnitId, detail: { key: entry.key, roundId: round.id, result: id, value: entry.value, import: staged.id } });
    }
    return ok({ audit: [{ action: 'performance.results-brought-in', subject: { type: roundType, id: round.id }, unitId: cycle.keeperUnitId, detail: { import: staged.id, rows: entries.length } }, ...audit], goTo: boardHref(cycle, round), flash: messages.words('done', { n: entries.length }) });
  },
});

export const resultsXlsx = defineDownload({
  path: '/performance/:year/collect/:round/results.xlsx', permission: 'performance.read', params: roundParams,
  async load(tx, { params }) {
    const found = await findRound(tx, params.year, params.round);
    if (!found.ok) return found;
    const { cycle, round } = found.value;
    return ok({ body: await tableXlsx({ name: messages.th.sheet, columns: resultColumns, rows: await resultRows(tx, cycle, round) }), contentType: xlsxType, fileName: `${messages.th.fileName}-${cycle.fiscalYear}-${slugOf(round)}.xlsx`, disposition: 'attachment' });
  },
});
