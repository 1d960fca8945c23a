// The yearly book as a document of the typesetter: gathered from the sheet, the forms, the targets of both authorities, the
// report cards and their evidence, in the words in which it is printed. Nothing is computed anew: scores are the sheet's.
import type { PaperDocument } from '../../../paper/index.ts';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { EvidenceLine } from '../../../platform/evidence/evidence-links.ts';
import { formatDate, localDate } from '../../../thai/index.ts';
import { unitsActiveOn } from '../../organisation/index.ts';
import type { CollectingHouse } from '../collecting/house.ts';
import { evidenceOf } from '../collecting/report-data.ts';
import { cardOf } from '../collecting/store/cards.ts';
import { stepsOf } from '../collecting/store/steps.ts';
import { submissionOf } from '../collecting/store/submissions.ts';
import { allComponents } from '../domain/framework/framework.ts';
import { round, scaledText, type Fraction } from '../domain/numbers.ts';
import { formDocument } from '../indicators/form-paper.ts';
import type { IndicatorPlace } from '../indicators/place.ts';
import type { Units } from '../indicators/shown.tsx';
import { formOf, linksOf } from '../indicators/store/forms.ts';
import { classWords, fractionText, scoreText, totalText, valueWords, whyLines } from '../scores/shown.tsx';
import { readSheet, type Sheet, type SheetLine } from '../sheet.ts';
import type { Cycle } from '../store/cycles.ts';
import { roundsOf } from '../store/rounds.ts';
import { messages as targetWords } from '../targets/messages.ts';
import { wordsOf } from '../targets/store/targets.ts';
import { messages } from './messages.ts';

export type BookDocument = Extract<PaperDocument, { kind: 'performance-book' }>;
type Chapter = BookDocument['chapters'][number];
type FormFields = NonNullable<Chapter['form']>;

const t = (key: Parameters<typeof messages.words>[0], params?: Record<string, string | number>): string => messages.words(key, params).th;
/** For a bar's length alone; the words beside it are exact. */
const length = (value: Fraction): number => Number(scaledText(round(value, { places: 3, mode: 'half-away' })));

/** The last word of each authority, with its reason. */
async function targetsOf(tx: ReadTx, { indicator }: IndicatorPlace): Promise<FormFields['targets']> {
  const words = await wordsOf(tx, indicator.id);
  return [...new Set(words.map(({ authority }) => authority))].flatMap((authority) => {
    const last = words.findLast((word) => word.authority === authority);
    if (!last) return [];
    const { ladder, weight, reason, reference, decidedOn } = last;
    return [{
      authority: targetWords.th[`authority.${authority}`], weight: weight === null ? '' : scaledText(weight), reason, source: [reference, formatDate(localDate(decidedOn), { style: 'short' })].filter(Boolean).join(' '),
      rungs: (ladder?.scores ?? []).slice(0, 6).map((score, at) => ({ score, value: `${ladder?.values[at] ?? ''} ${indicator.unitOfMeasure}`.trim() })),
    }];
  });
}

const evidenceLine = ({ title, date, contentHash, state, href }: EvidenceLine, at: number) => ({
  number: String(at + 1), name: `${title ?? t('unseen')}${state === 'changed' ? ` (${t('changed')})` : ''}`, date: formatDate(localDate(date), { style: 'short' }), place: [href ?? '', contentHash.slice(0, 16)].filter(Boolean).join(' '),
});

async function chapterOf(tx: ReadTx, sheet: Sheet, line: SheetLine, asked: { readonly month: number; readonly house: CollectingHouse; readonly units: Units }): Promise<Chapter> {
  const { indicator } = line;
  const place: IndicatorPlace = { cycle: sheet.cycle, framework: sheet.framework, all: sheet.indicators, indicator };
  const { kind: _kind, labels: _labels, ...form } = formDocument(place, await formOf(tx, indicator), await linksOf(tx, indicator.id), asked.units, '');
  const collected = (await roundsOf(tx, sheet.cycle.id)).find((one) => one.kind === 'result' && one.month === asked.month);
  const submission = collected && await submissionOf(tx, collected.id, indicator.id);
  const card = (collected && await cardOf(tx, indicator.id, collected.id))?.content;
  const evidence = await evidenceOf(tx, asked.house, submission?.id, await stepsOf(tx, indicator.id));
  return {
    number: indicator.key, name: indicator.name,
    form: { ...form, targets: await targetsOf(tx, place) ?? [] },
    card: {
      number: indicator.key, name: indicator.name, agency: form.agency, period: form.period, weight: form.weight, unitOfMeasure: form.unitOfMeasure, round: t('round', { month: asked.month }), ladder: form.ladder,
      result: line.explanation ? valueWords(line) : t('noResult'), resultDetail: card?.achieved ?? '', calculation: whyLines(sheet, line, 'th').join('\n'),
      score: line.explanation ? scoreText(sheet, line.explanation.shown) : '–', weighted: line.weighted.weighted ? fractionText(sheet, line.weighted.weighted) : '',
      measures: card?.measures ?? '', supporting: card?.factors ?? '', problems: card?.obstacles ?? '', suggestions: card?.suggestions ?? '', evidence: evidence.slice(0, 500).map(evidenceLine),
    },
  };
}

function summaryOf(sheet: Sheet, today: string): BookDocument['summary'] {
  const { framework, lines, total, reached } = sheet;
  const components = allComponents(framework);
  const missing = total?.missing.length ?? 0;
  const rows = lines.flatMap((line, at): BookDocument['summary']['rows'] => {
    const { indicator } = line;
    const component = components.find(({ key }) => key === indicator.component);
    const row = {
      number: indicator.key, name: indicator.name, weight: indicator.weight === null ? '–' : scaledText(indicator.weight), result: valueWords(line), score: line.explanation ? scoreText(sheet, line.explanation.shown) : '–',
      weighted: line.weighted.weighted ? fractionText(sheet, line.weighted.weighted) : '–',
    };
    return lines[at - 1]?.indicator.component === indicator.component || !component ? [row] : [{ across: t('component', { key: component.key, name: component.name.th, weight: component.weight ?? '–' }) }, row];
  });
  const of = (line: SheetLine) => length(line.weighted.weight);
  return {
    intro: [t('intro', { framework: framework.name.th, day: formatDate(localDate(today), { style: 'long' }) })],
    rows,
    total: { weight: framework.weightSum ?? '', weighted: totalText(sheet) },
    notes: [missing > 0 ? t('openNote', { count: missing }) : t('classNote', { name: reached ? classWords(sheet, reached.key, 'th') : t('openClass') })],
    charts: [{
      kind: 'bars', caption: t('chart'), max: Math.max(...lines.map(of), 1),
      rows: lines.map((line) => ({
        label: `${line.indicator.key} ${line.indicator.name}`.slice(0, 120), value: line.weighted.weighted ? length(line.weighted.weighted) : null, rest: line.weighted.weighted ? 0 : of(line), of: of(line),
        words: line.weighted.weighted ? t('ofWeight', { score: fractionText(sheet, line.weighted.weighted), weight: scaledText(line.indicator.weight ?? 0n) }) : t('noResult'),
      })),
    }],
  };
}

/**
 * The book of a year as it stands after `month` months. Read as the system: the book of the department has every chapter,
 * whoever asked for it. `today`: the legal day on which it is made.
 */
export async function gatherBook(tx: ReadTx, cycle: Cycle, month: number, house: CollectingHouse, today: string): Promise<{ readonly document: BookDocument; readonly sheet: Sheet }> {
  const sheet = await readSheet(tx, cycle, month);
  const units = new Map((await unitsActiveOn(tx, today)).map((unit) => [unit.id, unit]));
  const chapters: Chapter[] = [];
  for (const line of sheet.lines) chapters.push(await chapterOf(tx, sheet, line, { month, house, units }));
  const { labels } = formDocument({ cycle, framework: sheet.framework, all: sheet.indicators, indicator: sheet.lines[0]?.indicator ?? sheet.indicators[0] as SheetLine['indicator'] }, await formOf(tx, (sheet.lines[0] as SheetLine).indicator), [], units, '');
  const annexes = chapters.flatMap(({ number, card }) => (card?.evidence ?? []).map(({ name, date }) => ({ indicator: number, name, date })));
  return {
    sheet,
    document: {
      kind: 'performance-book', agency: units.get(cycle.departmentId)?.name ?? '', period: t('period', { year: cycle.fiscalYear }), coverLines: [t('round', { month }), t('asOf', { day: formatDate(localDate(today), { style: 'long' }) })],
      ...(labels ? { labels } : {}), summary: summaryOf(sheet, today), chapters,
      annexes: annexes.slice(0, 300).map(({ indicator, name, date }, at) => ({ number: String(at + 1), name, note: t('annexNote', { key: indicator, day: date ?? '' }) })),
    },
  };
}
