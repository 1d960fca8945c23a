// The part of the page of times that is about received letters: by unit and by urgency, each figure a link to its letters.
import type { VNode } from 'preact';
import type { Ui } from '../../../../platform/http/ui.ts';
import { unitLabel, type Unit } from '../../../organisation/index.ts';
import { Section } from '../../../../ui/components/panel.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import type { Period } from '../../domain/periods.ts';
import { durationWords, periodSearch } from '../../shown.tsx';
import type { ChainFigure, ChainTimes } from '../../store/chain-times.ts';
import { messages } from './messages.ts';

export interface ChainLines {
  /** The line of all units; null where nothing was received. */
  readonly all: ChainTimes | null;
  readonly units: readonly (ChainTimes & { readonly unit: Unit })[];
  readonly urgencies: readonly ChainTimes[];
}

export function ChainSection({ chain, period, ui }: { chain: ChainLines; period: Period; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  if (!chain.all) return <Section title={t('section')}><p class="quiet">{t('none')}</p></Section>;
  const figure = (line: ChainTimes, what: ChainFigure) => {
    const count = line[what].toLocaleString('en');
    const of = periodSearch(period, { what, unit: line.unitId === null ? undefined : String(line.unitId), urgency: line.urgency ?? undefined });
    return line[what] === 0 ? count : <a href={`/adoption/times/letters?${of}`}>{count}</a>;
  };
  const took = (minutes: number | null) => (minutes === null ? '–' : durationWords(ui.lang, minutes));
  const figures = [
    { key: 'received', head: t('received'), kind: 'num' as const, cell: (line: ChainTimes) => figure(line, 'received') },
    { key: 'propose', head: t('toPropose'), kind: 'num' as const, cell: (line: ChainTimes) => took(line.proposeMinutes) },
    { key: 'ordered', head: t('ordered'), kind: 'num' as const, cell: (line: ChainTimes) => figure(line, 'ordered') },
    { key: 'order', head: t('toOrder'), kind: 'num' as const, cell: (line: ChainTimes) => <strong>{took(line.orderMinutes)}</strong> },
    { key: 'assign', head: t('toAssign'), kind: 'num' as const, cell: (line: ChainTimes) => took(line.assignMinutes) },
    { key: 'closed', head: t('closed'), kind: 'num' as const, cell: (line: ChainTimes) => figure(line, 'closed') },
    { key: 'close', head: t('toClose'), kind: 'num' as const, cell: (line: ChainTimes) => took(line.closeMinutes) },
    { key: 'waiting', head: t('waiting'), kind: 'num' as const, cell: (line: ChainTimes) => figure(line, 'waiting') },
    { key: 'overdue', head: t('overdue'), kind: 'num' as const, cell: (line: ChainTimes) => figure(line, 'overdue') },
  ];
  return (
    <Section title={t('section')} aside={t('open')}>
      <p class="quiet measure">{t('formula')}</p>
      <Table caption={t('byUrgency')} rows={[chain.all, ...chain.urgencies]} rowKey={(line) => line.urgency ?? 'all'}
        columns={[{ key: 'urgency', head: t('urgency'), kind: 'main', cell: (line) => (line.urgency === null ? <strong>{t('all')}</strong> : t(`urgency.${line.urgency}`)) }, ...figures]} />
      <Table caption={t('byUnit')} rows={chain.units} rowKey={(line) => String(line.unitId)}
        columns={[{ key: 'unit', head: t('unit'), kind: 'main', cell: (line) => unitLabel(line.unit, ui.lang) }, ...figures]} />
    </Section>
  );
}
