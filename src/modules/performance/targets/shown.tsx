// What the screens of the room share: their tabs, a ladder and a score in words, the field for a supposed result.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { Ui } from '../../../platform/http/ui.ts';
import { dayWords } from '../../../platform/when.ts';
import { FilterBar } from '../../../ui/components/filter-bar.tsx';
import { Tabs } from '../../../ui/components/tabs.tsx';
import { TextField } from '../../../ui/components/text-field.tsx';
import { localDate } from '../../../thai/index.ts';
import { letterHref } from '../../correspondence/index.ts';
import { explanationWords } from '../domain/ladder/explain.ts';
import { parseTyped, roundedText, scaledText, type Scaled } from '../domain/numbers.ts';
import type { Sheet, SheetLine } from '../sheet.ts';
import type { LadderData } from '../store/indicators.ts';
import { numberProblem } from './domain/read-ladder.ts';
import { messages } from './messages.ts';
import { calendarHref, changesHref, questionsHref, targetsHref } from './params.ts';

export type TabName = 'targets' | 'questions' | 'changes' | 'calendar';

/** The pages of a year in this room. */
export function TargetTabs({ ui, year, at, open }: { ui: Ui; year: number; at: TabName; /** Questions that are open. */ open?: number }): VNode {
  const t = messages.in(ui.lang);
  const tabs: readonly [TabName, string][] = [['targets', targetsHref(year)], ['questions', questionsHref(year)], ['changes', changesHref(year)], ['calendar', calendarHref(year)]];
  return <Tabs items={tabs.map(([name, href]) => ({ label: t(name), href, current: name === at, ...(name === 'questions' && open !== undefined ? { count: open } : {}) }))} />;
}

export const day = (ui: Ui, on: string): string => dayWords(ui.lang, localDate(on));

/** `70 / 75 / 80` with the scores below. */
export function LadderWords({ ui, ladder, unit = '' }: { ui: Ui; ladder: LadderData | null; unit?: string }): VNode {
  const t = messages.in(ui.lang);
  if (ladder === null) return <span class="quiet">{t('unknown')}</span>;
  return <>{ladder.values.join(' / ')}{unit ? ` ${unit}` : ''}<div class="quiet small">{t('fullScore', { scores: ladder.scores.join(' / ') })}</div></>;
}

export const weightText = (weight: Scaled | null): string => (weight === null ? '' : scaledText(weight));

/** Score of a line, what it weighs in the total, and how it comes about. */
export function ScoreWords({ ui, line, sheet, why }: { ui: Ui; line: SheetLine | undefined; sheet: Sheet; why?: boolean }): VNode {
  const t = messages.in(ui.lang);
  const { explanation } = line ?? {};
  if (!line || !explanation) return <span class="quiet">{t('noScore')}</span>;
  const { weighted } = line.weighted;
  const shown = scaledText(explanation.shown, { places: explanation.rounding.places });
  return (
    <>
      <strong>{shown}</strong>
      {weighted && sheet.rules ? <div class="quiet small">{t('weighted', { score: roundedText(weighted, sheet.rules.rounding) })}</div> : null}
      {why ? <details class="fold small"><summary>{t('why')}</summary><p>{ui.text(explanationWords(explanation, { th: line.indicator.unitOfMeasure, en: '' }))}</p></details> : null}
    </>
  );
}

/** The total of a sheet, between its bounds while results are missing. */
export function totalWords(ui: Ui, { total }: Sheet): string {
  const t = messages.in(ui.lang);
  if (!total) return t('unknown');
  const text = (value: Scaled) => scaledText(value, { places: 3 });
  return total.shown === undefined ? t('totalRange', { least: text(total.least), most: text(total.most), n: total.missing.length }) : t('totalShown', { score: text(total.shown) });
}

/** `?value=` as it stands in an address: whatever was typed. */
export const supposeQuery = z.object({ value: z.string().max(40).optional().catch(undefined) });

export interface Asked {
  readonly typed: string | undefined;
  readonly value: Scaled | undefined;
  readonly error: ReturnType<typeof numberProblem> | undefined;
}

/** A supposed result out of the address. */
export function askedValue(typed: string | undefined): Asked {
  if (typed === undefined || typed.trim() === '') return { typed, value: undefined, error: undefined };
  const read = parseTyped(typed);
  return read.ok ? { typed, value: read.value.value, error: undefined } : { typed, value: undefined, error: numberProblem(read.code) };
}

/** The field for a supposed result: a form that only asks, and works without script. */
export function SupposeForm({ ui, action, asked, real, unit }: { ui: Ui; action: string; asked: Asked; /** The latest result. */ real?: Scaled | undefined; unit: string }): VNode {
  const t = messages.in(ui.lang);
  const said = asked.value === undefined ? (real === undefined ? t('supposeHint') : t('realValue', { value: scaledText(real), unit })) : t('supposedValue', { value: scaledText(asked.value), unit });
  return (
    <FilterBar action={action} submitLabel={t('supposeGo')} label={t('suppose')} clearHref={asked.typed ? action : undefined} result={said}>
      <TextField name="value" label={unit ? `${t('suppose')} (${unit})` : t('suppose')} value={asked.typed} size="s" inputMode="decimal" error={asked.error ? ui.text(asked.error) : undefined} />
    </FilterBar>
  );
}

/** What a word rests on: its reference, and the letter of the house for those who may open it. */
export function ReferenceWords({ ui, reference, letterId }: { ui: Ui; reference: string; letterId: number | null }): VNode | null {
  const t = messages.in(ui.lang);
  if (!reference && letterId === null) return null;
  return <>{reference}{letterId === null ? null : <> <a href={letterHref(letterId)}>{t('openLetter')}</a></>}</>;
}
