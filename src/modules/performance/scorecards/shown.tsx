// What the pages of scorecards share.
import type { VNode } from 'preact';
import type { Ui } from '../../../platform/http/ui.ts';
import { StateMark, type StateKind } from '../../../ui/components/state-mark.tsx';
import { Tabs } from '../../../ui/components/tabs.tsx';
import { unitLabel } from '../../organisation/index.ts';
import type { Finding } from '../domain/finding.ts';
import { scaledText } from '../domain/numbers.ts';
import { cardHref, root } from './access.ts';
import type { CardState, CardView } from './load.ts';
import { messages } from './messages.ts';

const marks: Readonly<Record<CardState, StateKind>> = { draft: 'wait', proposed: 'going', 'head-signed': 'going', signed: 'done', changed: 'risk', returned: 'late' };

export const CardStateMark = ({ ui, state }: { ui: Ui; state: CardState }): VNode => <StateMark kind={marks[state]}>{messages.in(ui.lang)(`state.${state}`)}</StateMark>;

/** The score, or the two bounds while something is missing. */
export function scoreText({ lang }: Pick<Ui, 'lang'>, { score: { total }, card }: Pick<CardView, 'score' | 'card'>): string {
  const shown = (value: bigint) => scaledText(value, { places: card.places });
  return total.shown !== undefined && total.lines.length > 0 ? shown(total.shown) : messages.in(lang)('between', { least: shown(total.least), most: shown(total.most) });
}

export const crumbsOf = (ui: Ui, view: CardView, here?: string) => [
  { label: messages.in(ui.lang)('title'), href: `${root}?year=${view.card.fiscalYear}` }, ...(here ? [{ label: unitLabel(view.unit, ui.lang), href: cardHref(view.card.id) }, { label: here }] : [{ label: unitLabel(view.unit, ui.lang) }]),
];

export function CardTabs({ ui, view, at }: { ui: Ui; view: CardView; at: '' | '/agreement' | '/readers' | '/masterpieces' }): VNode {
  const t = messages.in(ui.lang);
  const items = [['', t('lines')], ['/agreement', t('agreement')], ['/readers', t('read')], ['/masterpieces', t('masterpieces')]] as const;
  return <Tabs label={t('title')} items={items.map(([path, label]) => ({ label, href: cardHref(view.card.id, path), current: path === at }))} />;
}

/** Findings of a scorecard, each with a link to the line where it is mended. */
export function CardFindings({ ui, view, editable }: { ui: Ui; view: CardView; editable: boolean }): VNode | null {
  const t = messages.in(ui.lang);
  if (view.findings.length === 0) return null;
  const lineOf = ({ field }: Finding) => /^lines\.(\d+)\./.exec(field)?.[1];
  return (
    <ul>
      {view.findings.map((finding) => {
        const line = lineOf(finding);
        return <li data-code={finding.code}><StateMark kind="late" wrap>{ui.text(finding.words)}</StateMark>{line && editable ? <> <a href={cardHref(view.card.id, `/lines/${line}`)}>{t('fix')}</a></> : null}</li>;
      })}
    </ul>
  );
}
