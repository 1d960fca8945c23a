/** Small parts that several screens of this module share. */
import type { ComponentChildren, VNode } from 'preact';
import type { Ui } from '../../platform/http/ui.ts';
import { momentWords } from '../../platform/when.ts';
import type { Words } from '../../platform/words.ts';
import { formatDate, formatEnglishDate, localDate, toThaiDigits } from '../../thai/index.ts';
import { Notice } from '../../ui/components/notice.tsx';
import { StateMark } from '../../ui/components/state-mark.tsx';
import type { Option, OptionGroup } from '../../ui/components/select.tsx';
import { standing, type Dated } from './domain/dated.ts';

/** A day on screen: `9 พ.ย. 2563`, `9 Nov 2020`. */
export function day(ui: Ui, date: string): string {
  return ui.lang === 'th' ? formatDate(localDate(date), { style: 'short' }) : formatEnglishDate(localDate(date), 'short');
}

/** A machine instant on screen: day and time in Bangkok. */
export function instant(ui: Ui, at: Date): string {
  return momentWords(ui.lang, at);
}

/** The number of an order as on its paper: `๑๓๕๓/๒๕๖๓`. */
export const printedOrder = (number: string): string => toThaiDigits(number);

const words = {
  since: { th: 'ตั้งแต่', en: 'since' },
  past: { th: 'เลิกใช้แล้ว', en: 'Past' },
  current: { th: 'ใช้อยู่', en: 'In force' },
  future: { th: 'ยังไม่ถึงวัน', en: 'To come' },
} satisfies Record<string, Words>;

/** `1 ต.ค. 2563 – 30 ก.ย. 2564`, or `ตั้งแต่ 1 ต.ค. 2563`. */
export function period(ui: Ui, row: Dated): string {
  return row.validTo === null ? `${ui.text(words.since)} ${day(ui, row.validFrom)}` : `${day(ui, row.validFrom)} – ${day(ui, row.validTo)}`;
}

/** Whether a dated row holds today: shape and word. */
export function StandingMark({ ui, row, today }: { ui: Ui; row: Dated; today: string }): VNode {
  const state = standing(row, today);
  return <StateMark kind={state === 'current' ? 'done' : state === 'future' ? 'wait' : 'void'}>{ui.text(words[state])}</StateMark>;
}

/** Options of a list from words by key. */
export function optionsOf<K extends string>(ui: Ui, names: Readonly<Record<K, Words>>, keys: readonly K[] = Object.keys(names) as K[]): Option[] {
  return keys.map((key) => ({ value: key, label: ui.text(names[key]) }));
}

/** Options in groups, in the order in which the groups first appear. */
export function grouped<T>(rows: readonly T[], groupOf: (row: T) => string, option: (row: T) => Option): OptionGroup[] {
  const groups = new Map<string, Option[]>();
  for (const row of rows) groups.set(groupOf(row), [...(groups.get(groupOf(row)) ?? []), option(row)]);
  return [...groups].map(([group, options]) => ({ group, options }));
}

/** A form that stays folded until it is wanted; open at once when it came back with errors. */
export function Folded({ label, open, children }: { label: string; open: boolean; children: ComponentChildren }): VNode {
  return (
    <details open={open}>
      <summary>{label}</summary>
      <div class="stack">{children}</div>
    </details>
  );
}

/** The head of a page without menu: what it is, and one sentence. */
export function PlainHead({ title, intro }: { title: string; intro: string }): VNode {
  return (
    <div>
      <h1>{title}</h1>
      <p class="quiet">{intro}</p>
    </div>
  );
}

/** How the last try ended, as the address of the page says, read out at once. Nothing where it says nothing. */
export function StateNotice<S extends string>({ state, notices }: { state: S | undefined; notices: Readonly<Record<S, { kind: 'error' | 'warn'; title: string; text?: string }>> }): VNode | null {
  if (state === undefined) return null;
  const { kind, title, text } = notices[state];
  return <div role="alert"><Notice kind={kind} title={title}>{text}</Notice></div>;
}
