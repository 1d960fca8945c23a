// Who has sent and who has not, in one round: filter, remind, check, confirm.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionButton, ActionForm, FormField, stateFor } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { dayWords, momentWords } from '../../../../../platform/when.ts';
import { localDate } from '../../../../../thai/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../../ui/components/filter-bar.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Progress } from '../../../../../ui/components/progress.tsx';
import { Select } from '../../../../../ui/components/select.tsx';
import { Table, type Column } from '../../../../../ui/components/table.tsx';
import { scaledText } from '../../../domain/numbers.ts';
import { isLocked, isWanted } from '../../domain/submission-state.ts';
import { ownersOf, roundParams } from '../../find.ts';
import { messages as shared } from '../../messages.ts';
import { boardHref, collectHref, FailedAct, resultHref, roundWords, SubmissionMark } from '../../shown.tsx';
import { dueForm, pickForm } from './form.ts';
import { readBoard, whos, type Board, type BoardLine } from './load.ts';
import { messages } from './messages.ts';

export const boardQuery = z.object({ who: z.enum(whos).optional().catch(undefined), unit: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined) });

export const boardPage = definePage({
  path: '/performance/:year/collect/:round',
  permission: 'performance.read',
  params: roundParams,
  query: boardQuery,
  load: (tx, { params, query, services }) => readBoard(tx, { ...params, ...query }, services),
  title: ({ round }: Board, ui) => ui.text(roundWords(round)),
  view: BoardView,
});

const unitsOf = ({ names }: Board, { indicator }: BoardLine): string => ownersOf(indicator).map((unitId) => names.get(unitId)?.abbreviation || names.get(unitId)?.name || '').join(', ');

function BoardView(board: Board, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { cycle, round, lines, shown, who, unitId } = board;
  const base = boardHref(cycle, round);
  const query = new URLSearchParams([...(who === 'all' ? [] : [['who', who]]), ...(unitId === undefined ? [] : [['unit', String(unitId)]])]).toString();
  const sent = lines.filter(({ submission }) => !isWanted(submission.state)).length;
  const checked = lines.filter(({ submission }) => isLocked(submission.state)).length;
  const units = [...board.names].map(([id, { abbreviation, name }]) => ({ value: String(id), label: abbreviation || name }));
  return (
    <div class="stack-l">
      <PageHead title={ui.text(roundWords(round))} sub={`${s('yearName', { year: cycle.fiscalYear })} · ${s('dueOn', { day: dayWords(ui.lang, localDate(round.dueOn)) })} · ${t('hasty', { n: board.workingDays })}`}
        crumbs={[{ label: s('collect'), href: collectHref(cycle) }, { label: ui.text(roundWords(round)) }]}
        actions={board.keeps && round.month !== null && round.closedAt === null ? <ButtonLink href={`${base}/import`}>{t('import')}</ButtonLink> : undefined} />
      <FailedAct drawn={board.keeps && round.closedAt === null ? ['approve', 'move-due-day', 'join'].map((path) => `${base}/${path}`) : []} ui={ui} />
      {round.note ? <p class="pre measure">{round.note}</p> : null}
      {round.closedAt ? <Notice kind="done">{t('closedAt', { when: momentWords(ui.lang, round.closedAt) })}</Notice> : null}
      <div class="two">
        <Progress label={t('count', { sent, all: lines.length })} value={sent} max={Math.max(1, lines.length)} words="" />
        <Progress label={t('checkedCount', { n: checked, all: lines.length })} value={checked} max={Math.max(1, lines.length)} words="" />
      </div>
      <ConfirmPart board={board} base={base} ui={ui} />
      <FilterBar action={base} result={t('shown', { n: shown.length, all: lines.length })} {...(query ? { clearHref: base } : {})}>
        <Select name="who" label={t('who')} value={who} size="m" options={whos.map((value) => ({ value, label: t(`who.${value}`) }))} />
        <Select name="unit" label={t('unit')} value={unitId === undefined ? '' : String(unitId)} empty={t('every')} optional size="m" options={units} />
      </FilterBar>
      {board.keeps && round.closedAt === null ? (
        <>
          <ActionForm ui={ui} action={`${base}/approve`} form={pickForm} class="stack" scope="pick">
            <BoardTable board={board} pick base={base} ui={ui} />
          </ActionForm>
          <KeeperParts board={board} base={base} ui={ui} />
        </>
      ) : <BoardTable board={board} base={base} ui={ui} />}
      <Pager print extra={[{ label: s('xlsx'), href: `${base}/board.xlsx?${query}`, download: true }, { label: s('csv'), href: `${base}/board.csv?${query}`, download: true }]} />
    </div>
  );
}

function BoardTable({ board, pick, base, ui }: { board: Board; pick?: boolean; base: string; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const columns: Column<BoardLine>[] = [
    { key: 'indicator', head: s('indicator'), kind: 'main', cell: ({ indicator }) => <a href={resultHref(board.cycle, indicator.key, board.round)}>{`${indicator.key} ${indicator.name}`}</a> },
    { key: 'units', head: s('owners'), cell: (line) => unitsOf(board, line) },
    { key: 'state', head: s('state'), cell: ({ submission, late }) => <SubmissionMark state={submission.state} late={late && isWanted(submission.state)} ui={ui} /> },
    ...(board.round.month === null ? [] : [{ key: 'value', head: t('value'), kind: 'num' as const, cell: ({ result }: BoardLine) => (result?.value ? scaledText(result.value) : result ? '0' : s('missing')) }]),
    { key: 'sent', head: t('sentAt'), kind: 'nowrap', cell: ({ sentAt, late, submission }) => (sentAt && !isWanted(submission.state) ? <>{momentWords(ui.lang, sentAt)}{late ? <div class="quiet mid">{s('sentLate')}</div> : null}</> : '–') },
    { key: 'remark', head: t('remark'), kind: 'wide', cell: ({ remark }) => remark },
    { key: 'reminded', head: t('reminded'), kind: 'num', cell: ({ reminded }) => (reminded > 0 ? t('times', { n: reminded }) : '–') },
  ];
  return (
    <Table caption={t('title')} captionHidden rows={board.shown} rowKey={({ submission }) => String(submission.id)} empty={<EmptyState title={t('none')} />} columns={columns}
      {...(pick ? { select: { name: 'picked', value: ({ submission }: BoardLine) => String(submission.id), label: ({ indicator }: BoardLine) => t('on', { key: indicator.key }), actions: <><Button kind="main">{t('approve')}</Button><Button formAction={`${base}/remind`}>{t('remind')}</Button></> } } : {})} />
  );
}

function ConfirmPart({ board, base, ui }: { board: Board; base: string; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  const ready = board.lines.length > 0 && board.lines.every(({ submission }) => isLocked(submission.state)) && board.round.closedAt === null;
  if (!board.decides || !ready) return null;
  return <Notice title={t('confirm')}><p>{t('confirmText')}</p><ActionButton ui={ui} action={`${base}/confirm`} kind="main">{t('confirm')}</ActionButton></Notice>;
}

function KeeperParts({ board, base, ui }: { board: Board; base: string; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const wanted = board.lines.some(({ submission }) => isWanted(submission.state));
  const moving = `${base}/move-due-day`;
  const common = { ui, action: moving, form: dueForm };
  return (
    <>
      <ButtonRow>
        {wanted ? <ActionButton ui={ui} action={`${base}/remind-all`}>{t('remindAll')}</ActionButton> : null}
        <ActionButton ui={ui} action={`${base}/join`} kind="quiet">{t('join')}</ActionButton>
      </ButtonRow>
      <details class="step-more" open={ui.form.action === moving}>
        <summary>{t('moveDue')}</summary>
        <ActionForm {...common} scope="due" hidden={{ rev: String(board.round.rev) }}>
          <FormField {...common} name="dueOn" value={board.round.dueOn} />
          {stateFor(ui, moving).errors['dueOn'] ? <FormField {...common} name="sure" /> : null}
          <FormField {...common} name="note" />
          <Button>{t('moveDue')}</Button>
        </ActionForm>
      </details>
    </>
  );
}
