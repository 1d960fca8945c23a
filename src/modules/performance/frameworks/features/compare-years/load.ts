// Years side by side: sheets of the house where it scored them, stated totals where it did not.
import type { ReadTx } from '../../../../../platform/db/database.ts';
import type { Words } from '../../../../../platform/words.ts';
import { compareYears, type ComparedYear, type YearResult } from '../../../domain/framework/compare-years.ts';
import { topOf, type Framework } from '../../../domain/framework/framework.ts';
import { classOf, onHundred } from '../../../domain/ladder/total.ts';
import { hundred, round, usualRounding, whole, type Scaled } from '../../../domain/numbers.ts';
import { readSheet, type Sheet } from '../../../sheet.ts';
import { listCycles, type Cycle } from '../../../store/cycles.ts';
import { listFrameworks, type KeptFramework } from '../../store/frameworks.ts';
import { listStated, type StatedResult } from '../../store/stated-results.ts';
import { messages } from './messages.ts';

/** How the sheet of a year is read: handed in, so that a year may come from elsewhere. */
export type SheetOfYear = (tx: ReadTx, cycle: Cycle) => Promise<Sheet>;

export interface YearLine {
  readonly fiscalYear: number;
  readonly framework: KeptFramework | undefined;
  readonly compared: ComparedYear;
  /** Of the framework's classes. */
  readonly className: Words | undefined;
  /** Where the total comes from: the house's own sheet, or a paper. */
  readonly source: Words | undefined;
  readonly stated: StatedResult | undefined;
  readonly cycle: Cycle['state'] | undefined;
}

export interface Comparison {
  readonly years: readonly YearLine[];
  readonly subjects: readonly { readonly subject: string; readonly lines: readonly StatedResult[] }[];
  /** Every year that stands in either table, oldest first. */
  readonly span: readonly number[];
}

/** A score as its share of the best one of its scale, of 100; undefined while either is not known. */
export const ofHundred = ({ score, best }: Pick<StatedResult, 'score' | 'best'>): Scaled | undefined => (score === null || best === null ? undefined : round(onHundred(whole(score), best), usualRounding));

const noResult = (fiscalYear: number, open: Words): ComparedYear => ({ fiscalYear, total: undefined, classKey: undefined, open, kinds: { performance: { score: undefined, partial: false }, potential: { score: undefined, partial: false } } });

/** The result of a year as `compareYears` takes it: a total only of a closed year, lines as far as they are scored. */
function resultOf(framework: Framework, sheet: Sheet | undefined, stated: StatedResult | undefined): YearResult {
  const own = sheet?.cycle.state === 'closed' ? (sheet.total?.shown ?? null) : null;
  return {
    framework, total: own ?? stated?.score ?? null,
    lines: (sheet?.lines ?? []).filter(({ indicator }) => indicator.state !== 'cancelled' && indicator.weight !== null)
      .map(({ indicator, explanation }) => ({ component: indicator.component, weight: indicator.weight as Scaled, score: explanation?.exact ?? null })),
  };
}

/** The comparison of a department's years. */
export async function readComparison(tx: ReadTx, sheetOfYear: SheetOfYear = readSheet): Promise<Comparison> {
  const editions = (await listFrameworks(tx)).filter(({ agency }) => agency === 'department');
  const cycles = await listCycles(tx);
  const stated = await listStated(tx);
  const years = [...new Set([...editions.filter(({ state }) => state === 'used').map(({ fiscalYear }) => fiscalYear), ...cycles.map(({ fiscalYear }) => fiscalYear), ...stated.filter(({ kind }) => kind === 'total').map(({ fiscalYear }) => fiscalYear)])].toSorted((a, b) => a - b);
  const lines: YearLine[] = [];
  for (const fiscalYear of years) {
    const cycle = cycles.find((one) => one.fiscalYear === fiscalYear);
    const ofYear = editions.filter((one) => one.fiscalYear === fiscalYear);
    const framework = ofYear.find(({ id }) => id === cycle?.frameworkId) ?? ofYear.find(({ state }) => state === 'used') ?? ofYear[0];
    const paper = stated.find((one) => one.kind === 'total' && one.fiscalYear === fiscalYear);
    lines.push(await lineOf(fiscalYear, framework, cycle, framework && cycle ? await sheetOfYear(tx, cycle) : undefined, paper));
  }
  const subjects = [...new Set(stated.filter(({ kind }) => kind !== 'total').map(({ subject }) => subject))].map((subject) => ({ subject, lines: stated.filter((one) => one.subject === subject) }));
  return { years: lines, subjects, span: [...new Set([...years, ...stated.map(({ fiscalYear }) => fiscalYear)])].toSorted((a, b) => a - b) };
}

async function lineOf(fiscalYear: number, framework: KeptFramework | undefined, cycle: Cycle | undefined, sheet: Sheet | undefined, stated: StatedResult | undefined): Promise<YearLine> {
  const base = { fiscalYear, framework, stated, cycle: cycle?.state };
  const share = stated && ofHundred(stated);
  const grade = stated && stated.grade !== '' ? { th: stated.grade, en: stated.grade } : undefined;
  const source = stated ? { th: stated.source, en: stated.source } : undefined;
  if (!framework) return { ...base, compared: { ...noResult(fiscalYear, messages.words('open.framework')), total: share }, className: grade, source };
  const result = resultOf(framework.content, sheet, stated);
  const [compared] = compareYears([result]) as [ComparedYear];
  const own = sheet?.cycle.state === 'closed' && sheet.total?.shown !== undefined;
  // Of a paper's total the framework's classes are asked only where both are on one scale; what the paper says goes first.
  const askable = own || !stated || stated.best === null || stated.best === (topOf(framework.content) ?? hundred);
  const classKey = own && sheet?.total?.shown !== undefined ? classOf(sheet.classes, sheet.total.shown)?.key : compared.classKey;
  const found = askable ? framework.content.classes?.find(({ key }) => key === classKey)?.name : undefined;
  const running = cycle && cycle.state !== 'closed' && result.total === null ? messages.words('open.running') : compared.open;
  // A paper that names the best of its own scale is read by it, where the framework's scale is not known or another.
  const total = own ? compared.total : (share ?? (topOf(framework.content) === undefined ? undefined : compared.total));
  return { ...base, compared: { ...compared, total, open: total === undefined ? running : undefined }, className: own ? found : (grade ?? found), source: own ? messages.words('source.sheet') : source };
}
