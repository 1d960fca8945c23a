// What the screens of frameworks share: state, notes with their certainty, weights as a bar, rules in words.
import type { VNode } from 'preact';
import type { Ui } from '../../../platform/http/ui.ts';
import type { Words } from '../../../platform/words.ts';
import { StateMark, type StateKind } from '../../../ui/components/state-mark.tsx';
import { Tabs } from '../../../ui/components/tabs.tsx';
import { allComponents, weightOf, type Component, type Framework, type FrameworkRule, type Note } from '../domain/framework/framework.ts';
import { scaled } from '../domain/numbers.ts';
import { agencyWords } from './domain/copy.ts';
import { messages } from './messages.ts';
import type { FrameworkEdition } from './store/frameworks.ts';

export const frameworksHref = '/performance/frameworks';
export const frameworkHref = (id: number, more = ''): string => `${frameworksHref}/${id}${more}`;

export function FrameworkTabs({ ui, at }: { ui: Ui; at: 'list' | 'compare' }): VNode {
  const t = messages.in(ui.lang);
  return <Tabs label={t('tabs')} items={[{ label: t('tabList'), href: frameworksHref, current: at === 'list' }, { label: t('tabCompare'), href: `${frameworksHref}/compare`, current: at === 'compare' }]} />;
}

const stateKinds: Readonly<Record<FrameworkEdition['state'], StateKind>> = { draft: 'going', used: 'done', retired: 'void' };

export const EditionState = ({ ui, state }: { ui: Ui; state: FrameworkEdition['state'] }): VNode => <StateMark kind={stateKinds[state]}>{messages.in(ui.lang)(`state.${state}`)}</StateMark>;

/** `ปีงบประมาณ พ.ศ. 2564 ส่วนราชการ ฉบับที่ 1` */
export function editionWords(ui: Ui, { fiscalYear, agency, edition }: Pick<FrameworkEdition, 'fiscalYear' | 'agency' | 'edition'>): string {
  const t = messages.in(ui.lang);
  return `${t('yearOf', { year: fiscalYear })} ${ui.text(agencyWords(agency))} ${t('editionOf', { n: edition })}`;
}

const noteKinds: Readonly<Record<Note['certainty'], StateKind>> = { open: 'risk', 'to-confirm': 'wait' };

/** Notes under what they are about: nobody takes for settled what is not. */
export function NoteLines({ ui, notes, where }: { ui: Ui; notes: readonly Note[]; where?: (note: Note) => Words }): VNode | null {
  if (notes.length === 0) return null;
  const t = messages.in(ui.lang);
  return (
    <ul class="check-found">
      {notes.map((note) => (
        <li>
          <StateMark kind={noteKinds[note.certainty]}>{t(`note.${note.certainty}`)}</StateMark>
          <div>{where ? <span class="quiet">{ui.text(where(note))}: </span> : null}{ui.text(note.words)}</div>
        </li>
      ))}
    </ul>
  );
}

/** `ยังไม่ทราบ 3 จุด · รอยืนยัน 2 จุด` as marks. */
export function NoteCounts({ ui, notes }: { ui: Ui; notes: readonly Note[] }): VNode {
  const t = messages.in(ui.lang);
  const counts = (['open', 'to-confirm'] as const).map((certainty) => ({ certainty, n: notes.filter((note) => note.certainty === certainty).length })).filter(({ n }) => n > 0);
  if (counts.length === 0) return <StateMark kind="done">{t('notes.none')}</StateMark>;
  return <span class="cluster">{counts.map(({ certainty, n }) => <StateMark kind={noteKinds[certainty]}>{t(`notes.${certainty}`, { n })}</StateMark>)}</span>;
}

/** Width of the drawing. */
const width = 1000;

/** The weights of the first level as one bar; nothing while one of them is open. */
export function WeightBar({ ui, framework }: { ui: Ui; framework: Pick<Framework, 'components' | 'weightSum'> }): VNode | null {
  const weights = framework.components.map(weightOf);
  const sum = weights.reduce<bigint>((total, weight) => total + (weight ?? 0n), 0n);
  if (weights.length === 0 || sum <= 0n || weights.some((weight) => weight === undefined || weight < 0n)) return null;
  let at = 0n;
  const shares = framework.components.map((component, n) => {
    const from = (at * BigInt(width)) / sum;
    at += weights[n] as bigint;
    return { component, from: Number(from), to: Number((at * BigInt(width)) / sum) };
  });
  const label = shares.map(({ component }) => `${ui.text(component.name)} ${component.weight}`).join(', ');
  return (
    <svg class="weight-bar" viewBox={`0 0 ${width} 64`} role="img" aria-label={label}>
      {shares.map(({ component, from, to }, n) => (
        <g class={`weight-share weight-share-${(n % 5) + 1}`}>
          <rect x={from + (n === 0 ? 0 : 3)} y="0" width={Math.max(0, to - from - (n === 0 ? 0 : 3))} height="64" />
          {to - from >= 150 ? <text x={from + 20} y="45">{component.key}: {component.weight}</text> : null}
        </g>
      ))}
    </svg>
  );
}

const named = (components: readonly Component[], key: string): Words => components.find((component) => component.key === key)?.name ?? { th: key, en: key };

/** A rule as a sentence. */
export function ruleWords(ui: Ui, framework: Framework, rule: FrameworkRule): string {
  const t = messages.in(ui.lang);
  const all = allComponents(framework);
  const where = ui.text(named(all, rule.component));
  if (rule.kind === 'count') {
    const { min, max } = rule;
    return t(min === undefined ? 'rule.max' : max === undefined ? 'rule.min' : 'rule.between', { where, min: min ?? '', max: max ?? '', counts: t(`counts.${rule.counts}`) });
  }
  const tag = ui.text(all.find(({ key }) => key === rule.component)?.tags?.find(({ key }) => key === rule.tag)?.name ?? { th: rule.tag, en: rule.tag });
  return rule.kind === 'must-include' ? t('rule.must-include', { where, tag, min: rule.min }) : t('rule.statement', { where, tag });
}

/** `90 ขึ้นไป`, `75 ถึงต่ำกว่า 90`: each class with its range, the highest first. */
export function classRanges(ui: Ui, classes: NonNullable<Framework['classes']>): { readonly name: string; readonly range: string }[] {
  const t = messages.in(ui.lang);
  const sorted = classes.toSorted((a, b) => (scaled(a.from) > scaled(b.from) ? -1 : 1));
  return sorted.map(({ name, from }, at) => {
    const above = sorted[at - 1]?.from;
    return { name: ui.text(name), range: above === undefined ? t('class.top', { from }) : scaled(from) === 0n ? t('class.lowest', { above }) : t('class.range', { from, above }) };
  });
}
