// Where the department and its assessors see things differently, and how far assessors lie apart.
import type { VNode } from 'preact';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { compare, roundedText, subtract, type Fraction } from '../../../domain/numbers.ts';
import { allLevels } from '../../../domain/pmqa/levels.ts';
import { differences, scoreAssessment, type AssessmentScore, type Difference } from '../../../domain/pmqa/score.ts';
import { meanOf } from '../../domain/shares.ts';
import { itemName, readYear, type YearData } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { yearParams } from '../../params.ts';
import { pointsText, scoreWords, YearHead, yearHref } from '../../shown.tsx';
import { assessmentOfAssessor, assessorAnswers, assessorsOf, type Assessor } from '../../store/assessors.ts';
import { messages } from './messages.ts';

export interface Compared {
  readonly assessor: Assessor;
  readonly score: AssessmentScore;
  readonly differences: readonly Difference[];
  readonly remarks: ReadonlyMap<string, string>;
}

export interface CompareData extends YearData {
  readonly compared: readonly Compared[];
}

export const comparePage = definePage({
  path: '/performance/pmqa/:year/differences',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, services }) {
    const data = await readYear(tx, params.year, services);
    if (!data) return notFound();
    const answers = await assessorAnswers(tx, data.record.id);
    const compared = (await assessorsOf(tx, data.record.id)).filter(({ id, submittedAt }) => submittedAt !== null && answers.some(({ assessorId }) => assessorId === id)).map((assessor): Compared => {
      const theirs = assessmentOfAssessor(answers, assessor.id, data.lines);
      return {
        assessor, score: scoreAssessment(data.edition, theirs), differences: differences(data.edition, data.self.items, theirs.items),
        remarks: new Map(answers.filter(({ assessorId }) => assessorId === assessor.id).map(({ item, remark }) => [item, remark])),
      };
    });
    return ok({ ...data, compared });
  },
  title: (_data, ui) => ui.text(messages.words('title')),
  view: CompareView,
});

const signed = (difference: Fraction): string => { const text = roundedText(difference, { places: 2, mode: 'half-away' }); return difference.n > 0n ? `+${text}` : text; };
/** Least and most of some numbers. */
function rangeOf(points: readonly Fraction[]): { low: Fraction; high: Fraction } | undefined {
  const sorted = points.toSorted(compare);
  const [low, high] = [sorted[0], sorted.at(-1)];
  return low && high ? { low, high } : undefined;
}

function CompareView(data: CompareData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { record: { year }, edition, compared, score } = data;
  const name = (key: string) => `${key} ${ui.text(itemName(edition, key) ?? { th: '', en: '' })}`;
  const range = compared.length > 1 ? rangeOf(compared.map((one) => one.score.least)) : undefined;
  const mean = meanOf(compared.map((one) => one.score.least));
  const totals = [{ who: s('self'), least: score.least, words: scoreWords(ui.lang, score), difference: undefined as Fraction | undefined }, ...compared.map((one) => ({ who: one.assessor.personName, least: one.score.least, words: scoreWords(ui.lang, one.score), difference: subtract(one.score.least, score.least) })),
    ...(mean && compared.length > 1 ? [{ who: t('mean'), least: mean, words: s('points', { n: pointsText(mean) }), difference: subtract(mean, score.least) }] : [])];
  const apart = range ? score.categories.flatMap(({ items }) => items).flatMap(({ key }) => {
    const of = rangeOf(compared.flatMap((one) => one.score.categories.flatMap(({ items }) => items).flatMap((item) => (item.key === key && item.points ? [item.points] : []))));
    return of && compare(of.high, of.low) > 0 ? [{ key, ...of, gap: subtract(of.high, of.low) }] : [];
  }).toSorted((a, b) => compare(b.gap, a.gap)).slice(0, 10) : [];
  const boxes = (difference: Difference, side: 'onlySelf' | 'onlyAssessor') => allLevels.flatMap((level) => (difference.boxes[level][side].length > 0 ? [`${s(`level.${level}`)} ${difference.boxes[level][side].join(', ')}`] : [])).join(' · ') || '–';
  return (
    <div class="stack-l">
      <YearHead ui={ui} year={year} at="/differences" title={t('title')} sub={t('sub')} crumb={t('title')} />
      {compared.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : (
        <>
          <Section title={t('totals')} aside={range ? t('spread', { n: compared.length, low: pointsText(range.low), high: pointsText(range.high), spread: pointsText(subtract(range.high, range.low)) }) : undefined}>
            <Table caption={t('totals')} captionHidden rows={totals} rowKey={({ who }) => who}
              columns={[
                { key: 'who', head: t('who'), kind: 'main', cell: ({ who }) => who },
                { key: 'points', head: t('points'), kind: 'num', cell: ({ words }) => words },
                { key: 'difference', head: t('difference'), kind: 'num', cell: ({ difference }) => (difference ? signed(difference) : '–') },
              ]} />
          </Section>
          {apart.length > 0 ? (
            <Section title={t('itemSpread')}>
              <Table caption={t('itemSpread')} captionHidden rows={apart} rowKey={({ key }) => key}
                columns={[
                  { key: 'item', head: s('item'), kind: 'main', cell: ({ key }) => name(key) },
                  { key: 'low', head: t('low'), kind: 'num', cell: ({ low }) => pointsText(low) },
                  { key: 'high', head: t('high'), kind: 'num', cell: ({ high }) => pointsText(high) },
                  { key: 'gap', head: t('gap'), kind: 'num', cell: ({ gap }) => pointsText(gap) },
                ]} />
            </Section>
          ) : null}
          {compared.map((one) => (
            <Section title={one.assessor.personName} aside={one.assessor.remark || undefined}>
              {one.differences.length === 0 ? <p class="quiet">{t('agree', { name: one.assessor.personName })}</p> : (
                <Table caption={one.assessor.personName} captionHidden rows={one.differences} rowKey={({ key }) => key}
                  columns={[
                    { key: 'item', head: s('item'), kind: 'main', cell: ({ key }) => <a href={yearHref(year, `/items/${key}`)}>{name(key)}</a> },
                    { key: 'self', head: t('onlySelf'), cell: (difference) => boxes(difference, 'onlySelf') },
                    { key: 'assessor', head: t('onlyAssessor'), cell: (difference) => boxes(difference, 'onlyAssessor') },
                    { key: 'points', head: t('difference'), kind: 'num', cell: ({ points }) => (points ? signed(points) : '–') },
                    { key: 'remark', head: t('remark'), kind: 'wide', cell: ({ key }) => one.remarks.get(key) ?? '' },
                  ]} />
              )}
            </Section>
          ))}
          <Pager print />
        </>
      )}
    </div>
  );
}
