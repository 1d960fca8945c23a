// Lines of the what-if page: what is, what is supposed, and what comes of it.
import type { VNode } from 'preact';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { Table } from '../../../../../ui/components/table.tsx';
import { TextField } from '../../../../../ui/components/text-field.tsx';
import { compare, round, scaledText, subtract, zero, type Fraction } from '../../../domain/numbers.ts';
import type { SheetLine } from '../../../sheet.ts';
import { valueField, valueForScore } from '../../domain/what-if.ts';
import { messages as shared } from '../../messages.ts';
import { LadderDrawing } from '../../drawings.tsx';
import { fractionText, scoreText, signed, valueWords } from '../../shown.tsx';
import { shortNumber } from '../../sheet-view.tsx';
import type { TryPage } from './load.ts';
import { messages } from './messages.ts';

interface Row {
  readonly now: SheetLine;
  readonly then: SheetLine;
}

export function TryTable({ data, ui }: { data: TryPage; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { scored: { sheet, year }, tried, steps, score } = data;
  const rows = sheet.lines.flatMap((now, at): Row[] => (now.indicator.state === 'cancelled' ? [] : [{ now, then: tried.sheet.lines[at] as SheetLine }]));
  const step = new Map(steps.map((one) => [one.key, one]));
  return (
    <Table caption={t('form')} captionHidden rows={rows} rowKey={({ now }) => now.indicator.key}
      columns={[
        { key: 'name', head: s('indicator'), kind: 'main', cell: ({ now }) => <><a href={`/performance/${year}/indicators/${now.indicator.key}`}>{now.indicator.key} {now.indicator.name}</a> <span class="quiet small">{t('nowWeight', { value: valueWords(now), weight: shortNumber(fractionText(sheet, now.weighted.weight)) })}</span></> },
        { key: 'ladder', head: s('ladder'), cell: ({ then }) => <LadderDrawing ui={ui} sheet={tried.sheet} line={then} /> },
        { key: 'tried', head: t('tried'), cell: ({ now }) => <TryField now={now} data={data} ui={ui} /> },
        { key: 'score', head: t('triedScore'), kind: 'num', cell: ({ then }) => (then.explanation ? scoreText(tried.sheet, then.explanation.shown) : s('none')) },
        { key: 'weighted', head: t('triedWeighted'), kind: 'num', cell: ({ now, then }) => <Weighted now={now} then={then} data={data} ui={ui} /> },
        { key: 'next', head: t('nextStep'), cell: ({ then }) => {
          const ahead = step.get(then.indicator.key);
          if (ahead) return <span class="small">{t('nextGain', { to: scaledText(ahead.to), gain: fractionText(tried.sheet, ahead.gain) })}</span>;
          return <span class="quiet small">{then.explanation ? t('noNext') : t('needsValue')}</span>;
        } },
        ...(score === undefined ? [] : [{ key: 'for', head: t('forScore', { score: scaledText(score) }), kind: 'num' as const, cell: ({ then }: Row) => {
          const value = then.ladder ? valueForScore(then.ladder, score, then.indicator.places) : undefined;
          return value === undefined ? s('none') : typeof value === 'bigint' ? scaledText(value) : t(value);
        } }]),
      ]} />
  );
}

function Weighted({ now, then, data, ui }: Row & { data: TryPage; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { tried, scored } = data;
  const [before, after]: [Fraction, Fraction] = [now.weighted.weighted ?? zero, then.weighted.weighted ?? zero];
  if (!then.weighted.weighted) return <>{shared.in(ui.lang)('none')}</>;
  const changed = tried.other === undefined && now.weighted.weighted !== undefined && compare(before, after) !== 0;
  const rules = scored.sheet.rules;
  return <><strong>{fractionText(tried.sheet, after)}</strong>{changed && rules ? <div class="small quiet">{t('change', { change: signed(scored.sheet, round(subtract(after, before), rules.rounding)) })}</div> : null}</>;
}

/** The field of a line, with a slider beside it for those who have scripts: it writes into the field and sends the form. */
function TryField({ now, data, ui }: { now: SheetLine; data: TryPage; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { typing } = data;
  const { indicator: { key, id, places }, ladder, result } = now;
  const name = valueField(key);
  const error = typing.errors[name];
  const current = typing.values.get(id) ?? result?.value ?? undefined;
  const values = ladder ? [...ladder.rungs.map(({ value }) => value), ...(current === undefined ? [] : [current])].toSorted((a, b) => (a < b ? -1 : 1)) : [];
  const [low, high] = [values[0] ?? 0n, values.at(-1) ?? 0n];
  const room = (high - low) / 2n || 1_000_000n;
  const least = low - room < 0n && low >= 0n ? 0n : low - room;
  const stepSize = scaledText(10n ** BigInt(6 - places));
  return (
    <div class="try-field">
      <TextField name={name} label={t('triedOf', { key })} labelHidden value={typing.typed[name] ?? ''} optional size="s" inputMode="decimal" {...(error ? { error: ui.text(error) } : {})} />
      {ladder ? <input class="js-only" type="range" min={scaledText(least)} max={scaledText(high + room / 2n)} step={stepSize} value={scaledText(current ?? least)} data-slides={name} aria-label={t('slideOf', { key })} /> : null}
    </div>
  );
}
