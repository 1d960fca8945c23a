import type { VNode } from 'preact';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { Section } from '../../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import type { Fraction } from '../../../domain/numbers.ts';
import type { Category, Item, ResultItem } from '../../../domain/pmqa/edition.ts';
import { allLevels } from '../../../domain/pmqa/levels.ts';
import { countsOfTicks, levelReached } from '../../../domain/pmqa/score.ts';
import { messages as shared } from '../../messages.ts';
import { pointsText, yearHref } from '../../shown.tsx';
import type { Overview } from './load.ts';
import { messages } from './messages.ts';

interface Line {
  readonly category: Category;
  readonly key: string;
  readonly item: Item | undefined;
  readonly result: ResultItem | undefined;
  readonly points: Fraction | undefined;
}

/** Every item with what is ticked and what it earns; the way into each. */
export function ItemsTable({ data, ui }: { data: Overview; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { record, edition, score } = data;
  const lines = edition.categories.flatMap((category): Line[] => {
    const points = new Map(score.categories.find(({ key }) => key === category.key)?.items.map((one) => [one.key, one.points]));
    return [
      ...category.items.map((item) => ({ category, key: item.key, item, result: undefined, points: points.get(item.key) })),
      ...(category.results ?? []).map((result) => ({ category, key: result.key, item: undefined, result, points: points.get(result.key) })),
    ];
  });
  const ticks = new Map(data.answers.map((answer) => [answer.item, answer.ticks]));
  const counted = ({ key, item }: Line): string => {
    const own = ticks.get(key);
    if (!item) return t('results', { n: data.lines.filter((line) => line.item === key).length });
    if (!own) return '';
    const counts = countsOfTicks(own);
    return allLevels.map((level) => `${s(`level.${level}`)} ${counts[level]}/${item.levels[level].boxes}`).join(' · ');
  };
  const reached = ({ key, item, points }: Line): VNode => {
    const own = ticks.get(key);
    if (!item) return <StateMark kind={points ? 'done' : 'void'}>{points ? s('saved') : s('missing')}</StateMark>;
    if (!own) return <StateMark kind="void">{t('notOpened')}</StateMark>;
    const level = levelReached(item, own);
    return level ? <StateMark kind="done">{s(`level.${level}`)}</StateMark> : <StateMark kind="risk">{t('levelNone')}</StateMark>;
  };
  return (
    <Section title={t('items')}>
      <Table caption={t('items')} captionHidden rows={lines} rowKey={({ key }) => key}
        group={{ key: ({ category }) => category.key, head: ({ category }) => s('category', { key: category.key, name: ui.text(category.name) }) }}
        columns={[
          { key: 'item', head: s('item'), kind: 'main', cell: ({ key, item, result }) => <a href={yearHref(record.year, item ? `/items/${key}` : '/results')}>{`${key} ${ui.text((item ?? result)?.name ?? { th: '', en: '' })}`}</a> },
          { key: 'level', head: t('level'), cell: reached },
          { key: 'boxes', head: t('boxes'), cell: counted },
          { key: 'points', head: t('points'), kind: 'num', cell: ({ points }) => (points ? pointsText(points) : '–') },
        ]} />
    </Section>
  );
}
