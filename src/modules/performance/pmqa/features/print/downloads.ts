// The assessment on paper, and its scores as Excel.
import type { PaperDocument } from '../../../../../paper/index.ts';
import { defineDownload } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import type { TableColumn } from '../../../../../platform/tables/table.ts';
import { tableXlsx, xlsxType } from '../../../../../platform/tables/write-table.ts';
import { momentWords } from '../../../../../platform/when.ts';
import type { Words } from '../../../../../platform/words.ts';
import type { Fraction } from '../../../domain/numbers.ts';
import { itemsOf } from '../../../domain/pmqa/edition.ts';
import { allLevels } from '../../../domain/pmqa/levels.ts';
import { countsOfTicks } from '../../../domain/pmqa/score.ts';
import { meanOf } from '../../domain/shares.ts';
import { profileSections, sectionWords } from '../../domain/sections.ts';
import { itemName } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { yearParams } from '../../params.ts';
import { pointsText, scoreWords, totalText } from '../../shown.tsx';
import { profileTexts, type ProfileText } from '../../store/answers.ts';
import { numberText } from '../enter-results/page.tsx';
import { readOverview, type Overview } from '../show-year/load.ts';
import { messages } from './messages.ts';

const t = messages.in('th');
const s = shared.in('th');

/** The mean of the assessors' points of an item. */
function assessorMean({ assessorScores }: Overview, key: string): Fraction | undefined {
  return meanOf(assessorScores.flatMap(({ score }) => score.categories.flatMap(({ items }) => items).flatMap((item) => (item.key === key && item.points ? [item.points] : []))));
}

const shown = (points: Fraction | undefined): string => (points ? pointsText(points) : '–');
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/** The assessment as it stands, in Thai whatever the language of the screen. */
export function assessmentDocument(data: Overview, texts: readonly ProfileText[], at: Date): PaperDocument {
  const { record, edition, score } = data;
  const answers = new Map(data.answers.map((answer) => [answer.item, answer]));
  const pointsOf = new Map(score.categories.flatMap(({ items }) => items.map((item) => [item.key, item.points] as const)));
  const withAssessors = data.assessorScores.length > 0;
  const last = (key: string) => (withAssessors ? [shown(assessorMean(data, key))] : []);
  const profile = profileSections.flatMap((section) => {
    const text = oneLine(texts.find((one) => one.section === section)?.text ?? '');
    return text ? [{ across: `${sectionWords[section].mark.th} ${sectionWords[section].name.th}: ${text}` }] : [];
  });
  const body = edition.categories.flatMap((category) => [
    { across: s('category', { key: category.key, name: category.name.th }) },
    ...category.items.flatMap((item) => {
      const answer = answers.get(item.key);
      const counts = answer && countsOfTicks(answer.ticks);
      return [
        [`${item.key} ${item.name.th}`, ...allLevels.map((level) => (counts ? `${counts[level]}/${item.levels[level].boxes}` : '–')), shown(pointsOf.get(item.key)), ...last(item.key)],
        ...allLevels.flatMap((level) => { const text = oneLine(answer?.texts[level] ?? ''); return text ? [{ across: t('text', { level: s(`level.${level}`), text }) }] : []; }),
      ];
    }),
    ...(category.results ?? []).flatMap((result) => [
      [`${result.key} ${result.name.th}`, '', '', '', shown(pointsOf.get(result.key)), ...last(result.key)],
      ...data.lines.filter((line) => line.item === result.key).map((line) => ({ across: t('result', { name: line.name, target: numberText(line.target) || (line.ladder ?? ''), values: [line.valueBefore, line.valueLast, line.value].map((value) => numberText(value) || '–').join(' / ') }) })),
    ]),
  ]);
  const mean = meanOf(data.assessorScores.map((one) => one.score.least));
  return {
    kind: 'table-report', orientation: 'portrait', heading: t('heading'),
    titleLines: [s('year', { year: record.year }), t('asOf', { state: s(`state.${record.state}`), when: momentWords('th', at) })],
    columns: [{ head: t('item'), width: 6 }, ...allLevels.map((level) => ({ head: s(`level.${level}`), width: 1.6, align: 'centre' as const })), { head: t('self'), width: 1.6, align: 'right' as const }, ...(withAssessors ? [{ head: t('assessors'), width: 1.6, align: 'right' as const }] : [])],
    rows: [...(profile.length > 0 ? [{ across: t('profile') }, ...profile] : []), ...body],
    totals: [t('total'), '', '', '', pointsText(score.least), ...(withAssessors ? [shown(mean)] : [])],
    notes: [
      scoreWords('th', score), t('note'),
      ...(score.missing.length > 0 ? [t('missing', { what: score.missing.join(' ') })] : []),
      ...(data.outcome ? [t('stated', { total: totalText(data.outcome.total), group: data.outcome.groupName, source: data.outcome.source })] : []),
    ],
  } as PaperDocument;
}

export const assessmentPdf = defineDownload({
  path: '/performance/pmqa/:year/report.pdf',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, services }) {
    const data = await readOverview(tx, params.year, services);
    if (!data) return notFound();
    const at = services.clock.now();
    const made = await services.paper.renderPdf(assessmentDocument(data, await profileTexts(tx, data.record.id), at), { createdAt: at });
    if (!made.ok) return fail(made.code, made.message, { status: 503 });
    return ok({ body: made.value.pdf, contentType: 'application/pdf', fileName: `${messages.th.fileName}-${params.year}.pdf`, disposition: 'inline' });
  },
});

const column = (code: string, head: Words, kind: TableColumn['kind'] = 'text'): TableColumn => ({ code, head, about: head, kind, readOnly: true });

export const scoreColumns: readonly TableColumn[] = [
  column('category', messages.words('category')), column('item', messages.words('item')), column('name', messages.words('name')),
  ...allLevels.flatMap((level) => {
    const name = shared.words(`level.${level}`);
    const head = (key: 'boxes' | 'of'): Words => ({ th: messages.in('th')(key, { level: name.th }), en: messages.in('en')(key, { level: name.en }) });
    return [column(`${level}_met`, head('boxes'), 'integer'), column(`${level}_all`, head('of'), 'integer')];
  }),
  column('points', messages.words('points')), column('assessor_points', messages.words('assessorPoints')),
];

/** One row an item, and the total. Points are written as numbers, so that a spreadsheet counts with them. */
export function scoreRows(data: Overview) {
  const { edition, score } = data;
  const answers = new Map(data.answers.map((answer) => [answer.item, answer]));
  const number = (points: Fraction | undefined) => (points ? Number(pointsText(points)) : null);
  const items = new Map(itemsOf(edition).map((item) => [item.key, item]));
  const rows = score.categories.flatMap((category) => category.items.map(({ key, points }) => {
    const item = items.get(key);
    const answer = answers.get(key);
    const counts = answer && countsOfTicks(answer.ticks);
    return {
      category: category.key, item: key, name: itemName(edition, key)?.th ?? '',
      ...Object.fromEntries(allLevels.flatMap((level) => [[`${level}_met`, counts ? counts[level] : null], [`${level}_all`, item ? item.levels[level].boxes : null]])),
      points: number(points), assessor_points: number(assessorMean(data, key)),
    };
  }));
  return [...rows, { category: '', item: '', name: messages.th.total, points: number(score.points), assessor_points: number(meanOf(data.assessorScores.map((one) => one.score.least))) }];
}

export const scoresXlsx = defineDownload({
  path: '/performance/pmqa/:year/scores.xlsx',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, services }) {
    const data = await readOverview(tx, params.year, services);
    if (!data) return notFound();
    return ok({ body: await tableXlsx({ name: t('sheet', { year: params.year }), columns: scoreColumns, rows: scoreRows(data) }), contentType: xlsxType, fileName: `${messages.th.fileName}-${params.year}.xlsx`, disposition: 'attachment' });
  },
});
