// A frozen sheet on screen, inside the house and as open data.
import type { VNode } from 'preact';
import type { Ui } from '../../../platform/http/ui.ts';
import { Table } from '../../../ui/components/table.tsx';
import type { FrozenSheet } from './domain/snapshot.ts';
import { isPercent } from './domain/standing.ts';
import { messages } from './messages.ts';
import { shortNumber } from './sheet-view.tsx';

/** `74.782`, or the two bounds where results were missing. */
export const frozenTotal = ({ total }: FrozenSheet): string => (total ? (total.shown ?? `${total.least} – ${total.most}`) : '–');

export function FrozenTable({ ui, content }: { ui: Ui; content: FrozenSheet }): VNode {
  const t = messages.in(ui.lang);
  return (
    <Table caption={t('tabScores')} captionHidden rows={content.lines} rowKey={({ key }) => key} isVoid={({ state }) => state === 'cancelled'}
      group={{ key: ({ component }) => component, head: ({ component, componentName }) => `${component} ${ui.text(componentName)}` }}
      footer={{ name: t('total'), weighted: <strong>{frozenTotal(content)}</strong> }}
      columns={[
        { key: 'name', head: t('indicator'), kind: 'main', cell: (line) => <>{line.key} {line.name} <span class="quiet small">{line.owners.join(' ')}</span></> },
        { key: 'value', head: t('value'), cell: (line) => (line.value === null ? t('none') : isPercent(line.unitOfMeasure) ? `${line.unitOfMeasure} ${line.value}` : `${line.value} ${line.unitOfMeasure}`) },
        { key: 'ladder', head: t('ladder'), cell: (line) => line.targets.map(({ value, score }) => `${value}\u00a0→\u00a0${score}`).join(' · ') || t('none') },
        { key: 'score', head: t('score'), kind: 'num', cell: ({ score }) => score ?? t('none') },
        { key: 'weight', head: t('weight'), kind: 'num', cell: ({ countedWeight, state }) => (state === 'cancelled' || countedWeight === null ? t('none') : shortNumber(countedWeight)) },
        { key: 'weighted', head: t('weighted'), kind: 'num', cell: ({ weighted }) => (weighted === null ? t('none') : <strong>{weighted}</strong>) },
      ]} />
  );
}
