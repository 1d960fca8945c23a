// What the screens of the module share: the tabs, the choice of a period, words for times.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { Ui } from '../../platform/http/ui.ts';
import { momentWords } from '../../platform/when.ts';
import type { Language } from '../../platform/words.ts';
import { FilterBar } from '../../ui/components/filter-bar.tsx';
import { Select } from '../../ui/components/select.tsx';
import { StateMark, type StateKind } from '../../ui/components/state-mark.tsx';
import { Tabs } from '../../ui/components/tabs.tsx';
import type { ComponentChildren } from 'preact';
import { boundsOf, kindName, partName, parts, periodAsked, spanWords, yearKinds, yearsOffered, type Period } from './domain/periods.ts';
import type { Standing } from './domain/stages.ts';
import { messages } from './messages.ts';

export const periodQuery = {
  kind: z.enum(yearKinds).optional().catch(undefined),
  year: z.coerce.number().int().min(2500).max(2700).optional().catch(undefined),
  part: z.enum(parts).optional().catch(undefined),
};

export interface Asked {
  readonly kind?: Period['kind'] | undefined;
  readonly year?: number | undefined;
  readonly part?: Period['part'] | undefined;
}

/** The period asked for, with its days, cut at today. */
export function periodOf(asked: Asked, today: string) {
  const period = periodAsked(asked, today);
  return { period, span: boundsOf(period) };
}

const tabs = [['tabBoard', '/adoption'], ['tabPlan', '/adoption/plan'], ['tabTimes', '/adoption/times'], ['tabSavings', '/adoption/savings'], ['tabReport', '/adoption/report'], ['tabTraining', '/adoption/training']] as const;

export function AdoptionTabs({ ui, at }: { ui: Ui; at: (typeof tabs)[number][1] }): VNode {
  const t = messages.in(ui.lang);
  return <Tabs label={t('tabs')} items={tabs.map(([key, href]) => ({ label: t(key), href, current: href === at }))} />;
}

/** Year, kind of year and half, with more fields of the page after them. */
export function PeriodFilter({ ui, action, period, today, children, result }: { ui: Ui; action: string; period: Period; today: string; children?: ComponentChildren; result?: ComponentChildren }): VNode {
  const t = messages.in(ui.lang);
  const years = [...new Set([...yearsOffered(period.kind, today), period.year])].toSorted((a, b) => b - a);
  return (
    <FilterBar action={action} result={result}>
      <Select name="kind" label={t('kind')} value={period.kind} size="s" options={yearKinds.map((value) => ({ value, label: kindName(ui.lang, value) }))} />
      <Select name="year" label={t('year')} value={String(period.year)} size="xs" options={years.map((year) => ({ value: String(year), label: String(year) }))} />
      <Select name="part" label={t('part')} value={period.part} size="s" options={parts.map((value) => ({ value, label: partName(ui.lang, value) }))} />
      {children}
    </FilterBar>
  );
}

/** `1 ต.ค. 2563 - 30 ก.ย. 2564 ข้อมูล ณ …` */
export function asOfWords(ui: Ui, period: Period): string {
  return messages.in(ui.lang)('asOf', { span: spanWords(ui.lang, boundsOf(period)), when: momentWords(ui.lang, ui.now) });
}

export const periodSearch = ({ kind, year, part }: Period, more: Readonly<Record<string, string | undefined>> = {}): string =>
  new URLSearchParams(Object.entries({ kind, year: String(year), part, ...more }).filter((pair): pair is [string, string] => Boolean(pair[1]))).toString();

const marks: Readonly<Record<Standing, StateKind>> = { moved: 'done', reads: 'going', missing: 'risk', idle: 'void' };

export function StandingMark({ ui, standing, count }: { ui: Ui; standing: Standing; count?: number }): VNode {
  return <StateMark kind={marks[standing]} wrap>{messages.in(ui.lang)(`standing.${standing}`)}{count ? ` ${count.toLocaleString('en')}` : ''}</StateMark>;
}

/** Minutes by the clock: `35 นาที`, `4.5 ชม.`, `3.2 วัน`. */
export function durationWords(lang: Language, minutes: number): string {
  const [minute, hour, day] = lang === 'th' ? ['นาที', 'ชม.', 'วัน'] : ['min', 'h', 'days'];
  if (minutes < 90) return `${minutes} ${minute}`;
  if (minutes < 48 * 60) return `${(minutes / 60).toFixed(1)} ${hour}`;
  return `${(minutes / 1440).toFixed(1)} ${day}`;
}
