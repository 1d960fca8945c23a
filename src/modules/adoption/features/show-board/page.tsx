// Which unit has moved over at which stage: the secretariat's board.
import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { unitLabel } from '../../../organisation/index.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Progress } from '../../../../ui/components/progress.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { TileMap, type TileTone, type TileValue } from '../../../../ui/components/tile-map.tsx';
import { stageNames, stages, stageShort, standingOf } from '../../domain/stages.ts';
import { messages as shared } from '../../messages.ts';
import { monthWords } from '../../month.ts';
import { AdoptionTabs, asOfWords, PeriodFilter, periodQuery, periodSearch, StandingMark } from '../../shown.tsx';
import type { UnitActivity } from '../../store/activity.ts';
import { groups, movedStages, readBoard, type Board } from './load.ts';
import { messages } from './messages.ts';

export const boardQuery = z.object({ ...periodQuery, group: z.enum(groups).optional().catch(undefined) });

export const boardPage = definePage({
  path: '/adoption',
  permission: 'adoption.read',
  query: boardQuery.extend({ after: z.coerce.number().int().positive().optional().catch(undefined) }),
  load: async (tx, { query, services }) => {
    const board = await readBoard(tx, query, services);
    return ok({ ...board, from: board.shown.findIndex(({ unit }) => unit.id === query.after) + 1 });
  },
  title: (_data, ui) => ui.text(shared.words('module')),
  view: BoardView,
});

/** Units of one page of the table: files and the API have all of them. */
const pageSize = 30;
interface BoardPage extends Board {
  /** Place in `shown` where the table begins. */
  readonly from: number;
}

const unitHref = ({ unit }: UnitActivity, { period }: Board): string => `/adoption/units/${unit.id}?${periodSearch(period)}`;

function BoardView(board: BoardPage, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { units, shown, late, period } = board;
  const search = periodSearch(period, { group: board.group });
  const rows = shown.slice(board.from, board.from + pageSize);
  const here = (after: number | undefined) => `/adoption?${search}${after === undefined ? '' : `&after=${after}`}#matrix`;
  const previous = board.from > 0 ? { href: here(shown[board.from - pageSize - 1]?.unit.id) } : undefined;
  const next = board.from + pageSize < shown.length ? { href: here(rows.at(-1)?.unit.id) } : undefined;
  return (
    <div class="stack-l">
      <PageHead title={s('module')} sub={t('sub')} actions={<ButtonLink href={`/adoption/report?${periodSearch(period)}`}>{s('tabReport')}</ButtonLink>} />
      <AdoptionTabs ui={ui} at="/adoption" />
      <PeriodFilter ui={ui} action="/adoption" period={period} today={board.today} result={`${t('shown', { n: shown.length, all: units.length })} · ${asOfWords(ui, period)}`}>
        <Select name="group" label={t('group')} value={board.group} size="m" options={groups.map((value) => ({ value, label: t(`group.${value}`) }))} />
      </PeriodFilter>
      <div class="two">{stages.map((stage) => <StageProgress board={board} stage={stage} ui={ui} />)}</div>
      <details class="fold">
        <summary>{t('how')}</summary>
        <ul class="measure">{(['how1', 'how2', 'how3', 'how4'] as const).map((key) => <li>{t(key)}</li>)}</ul>
      </details>
      <div class="map">
        <Section title={t('map')} aside={t('mapNote')}><ProvinceMap board={board} ui={ui} /></Section>
        <Section title={t('lateTitle')} aside={late.length === 0 ? undefined : t('lateCount', { n: late.length })}>
          {late.length === 0 ? <p class="quiet">{t('lateNone')}</p> : <ul>{late.map((one) => <li><a href={unitHref(one, board)}>{unitLabel(one.unit, ui.lang)}</a></li>)}</ul>}
        </Section>
      </div>
      <Section title={t('matrix')} id="matrix">
        <Matrix board={board} rows={rows} ui={ui} />
      </Section>
      <Pager {...(previous ? { previous } : {})} {...(next ? { next } : {})} range={previous || next ? t('range', { from: board.from + 1, to: board.from + rows.length, all: shown.length }) : undefined} print extra={[{ label: s('xlsx'), href: `/adoption/units.xlsx?${search}`, download: true }, { label: s('csv'), href: `/adoption/units.csv?${search}`, download: true }]} />
    </div>
  );
}

function StageProgress({ board, stage, ui }: { board: Board; stage: (typeof stages)[number]; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const moved = board.units.filter(({ done }) => standingOf(stage, done[stage]) === 'moved').length;
  const line = board.plan.find((one) => one.stage === stage && one.unitId === null);
  return (
    <Progress label={t('moved', { n: stage, stage: ui.text(stageNames[stage]) })} value={moved} max={Math.max(1, board.units.length)} words={t('movedOf', { n: moved, all: board.units.length })}
      note={line ? t('dueBy', { month: monthWords(ui.lang, line.dueMonth) }) : t('noPlan')} />
  );
}

function ProvinceMap({ board, ui }: { board: Board; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const values: Record<string, TileValue> = {};
  for (const one of board.units) {
    const { kind, provinceCode } = one.unit;
    if (kind !== 'provincial-office' || provinceCode === null) continue;
    const moved = movedStages(one).length;
    values[`TH-${provinceCode}`] = { words: String(moved), tone: (moved + 1) as TileTone, href: unitHref(one, board) };
  }
  return <TileMap label={t('mapLabel')} values={values} legend={[t('legend.0'), t('legend.1'), t('legend.2'), t('legend.3'), t('legend.4')]} />;
}

function Matrix({ board, rows, ui }: { board: Board; rows: readonly UnitActivity[]; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  return (
    <Table caption={t('matrix')} captionHidden rows={rows} rowKey={({ unit }) => String(unit.id)} empty={<EmptyState title={t('none')} />}
      columns={[
        { key: 'unit', head: s('unit'), kind: 'main', cell: (one) => <><a href={unitHref(one, board)}>{unitLabel(one.unit, ui.lang)}</a>{one.region ? <div class="quiet small">{one.region}</div> : null}</> },
        ...stages.map((stage) => ({
          key: `s${stage}`, head: `${stage} ${ui.text(stageShort[stage])}`,
          cell: ({ done }: UnitActivity) => <StandingMark ui={ui} standing={standingOf(stage, done[stage])} count={done[stage].sent} />,
        })),
        { key: 'trained', head: t('trained'), kind: 'num', cell: ({ unit }) => (board.trained.get(unit.id) ?? 0).toLocaleString('en') },
      ]} />
  );
}
