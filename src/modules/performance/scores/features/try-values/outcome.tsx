// What comes of the supposed values: total and class against now, the best next step, the cheapest way, and saving it.
import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { unitLabel } from '../../../../organisation/index.ts';
import { Button, ButtonRow } from '../../../../../ui/components/button.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { add, scaledText, subtract, type Scaled } from '../../../domain/numbers.ts';
import type { WayTo } from '../../domain/what-if.ts';
import { messages as shared } from '../../messages.ts';
import { classWords, fractionText, signed, totalText } from '../../shown.tsx';
import { TotalHead } from '../../sheet-view.tsx';
import { scenarioForm } from './form.ts';
import { tryAddress, type TryPage } from './load.ts';
import { messages } from './messages.ts';

export function Outcome({ data, ui }: { data: TryPage; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { tried, scored: { sheet }, steps, way, wished } = data;
  const { other } = tried;
  // Bounds with other gaps between them are not a change of one number.
  const change = tried.sheet.total && sheet.total && !other && tried.sheet.total.missing.length === sheet.total.missing.length ? (tried.sheet.total.shown ?? tried.sheet.total.least) - (sheet.total.shown ?? sheet.total.least) : undefined;
  const [best] = steps;
  return (
    <div class="score-head">
      <div class="stack-s">
        <TotalHead ui={ui} sheet={tried.sheet} />
        <p>{t('totalNow', { total: totalText(sheet) })}{change === undefined ? '' : ` · ${change === 0n ? t('noChange') : t('change', { change: signed(sheet, change) })}`}</p>
        {other ? (
          <Notice kind="warn" title={t('otherFramework', { name: ui.text(other.framework.name) })}>
            <ul>
              {other.unscored.length > 0 ? <li>{t('otherUnscored', { keys: other.unscored.join(', ') })}</li> : null}
              {other.unknown.length > 0 ? <li>{t('otherUnknown', { keys: other.unknown.join(', ') })}</li> : null}
              {tried.sheet.total ? null : <li>{t('otherOpen')}</li>}
            </ul>
          </Notice>
        ) : null}
      </div>
      <div class="stack-s">
        <p><strong>{t('best')}</strong><br />{best ? t('bestWords', { key: best.key, to: scaledText(best.to), gain: fractionText(tried.sheet, best.gain) }) : t('bestNone')}</p>
        {way && wished ? <Way way={way} data={data} name={classWords(tried.sheet, wished.key, ui.lang)} ui={ui} /> : <p class="quiet small">{s('classPossible', { names: tried.sheet.classes.map(({ key }) => classWords(tried.sheet, key, ui.lang)).join(' · ') })}</p>}
      </div>
    </div>
  );
}

function Way({ way: { way, need, costed }, data, name, ui }: { way: WayTo; data: TryPage; name: string; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { tried: { sheet }, scored, typing } = data;
  const text = (value: Parameters<typeof fractionText>[1]) => fractionText(sheet, value);
  if (way.kind === 'reached') return <p><strong>{t('wayReached', { name })}</strong></p>;
  const values = new Map<string, Scaled>(sheet.lines.flatMap(({ indicator }) => { const value = typing.values.get(indicator.id); return value === undefined ? [] : [[indicator.key, value] as const]; }));
  for (const { key, to } of way.moves) values.set(key, to);
  return (
    <section class="stack-s" aria-label={t('way', { name })}>
      <p><strong>{t('way', { name })}</strong> · {t('wayNeed', { need: text(need) })}</p>
      {way.kind === 'impossible' ? <p>{t('wayImpossible', { name, short: text(subtract(need, way.gain)) })}</p> : null}
      <ol>{way.moves.map((move) => <li>{t('wayMove', { key: move.key, from: scaledText(move.from), to: scaledText(move.to), gain: text(move.gain) })}{costed ? ` · ${t('wayCost', { cost: text(move.cost) })}` : ''}</li>)}</ol>
      <p class="quiet small">{costed ? t('wayCosted', { cost: text(way.moves.reduce((all, { cost }) => add(all, cost), { n: 0n, d: 1n })) }) : t('wayUncosted')}{way.proven ? '' : ` · ${t('wayUnproven')}`}</p>
      {sheet.total && sheet.total.missing.length > 0 ? <p class="quiet small">{t('wayFromLeast')}</p> : null}
      {way.moves.length > 0 ? <p><a href={tryAddress(scored.year, values, { wish: data.wished?.key, framework: data.query.framework === undefined ? undefined : String(data.query.framework) })}>{t('wayTry')}</a></p> : null}
    </section>
  );
}

/** Saving under a name, for units that the reader stands for. */
export function SaveScenario({ data, ui }: { data: TryPage; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  const { scored: { year, sheet, units }, typing, saveFor, scenario } = data;
  if (saveFor.length === 0) return null;
  const form = { ui, action: `/performance/${year}/what-if`, form: scenarioForm };
  const lines = sheet.lines.flatMap(({ indicator: { id, key } }) => { const value = typing.values.get(id); return value === undefined ? [] : [{ key, value: scaledText(value) }]; });
  const hidden = Object.fromEntries([
    ...lines.flatMap(({ key, value }, at) => [[`lines.${at}.key`, key], [`lines.${at}.value`, value]]),
    ...(scenario ? [['scenario', String(scenario.id)], ['rev', String(scenario.rev)]] : []),
  ]);
  const unit = scenario && saveFor.includes(scenario.unitId) ? scenario.unitId : (ui.actor.unitId !== undefined && saveFor.includes(ui.actor.unitId) ? ui.actor.unitId : saveFor[0]);
  return (
    <Section title={t('save')}>
      <p class="quiet measure">{lines.length === 0 ? t('nothing') : t('saveNote')}</p>
      {lines.length === 0 ? null : (
        <ActionForm {...form} class="form" hidden={hidden}>
          <FormField {...form} name="name" value={scenario?.name ?? ''} />
          <FormField {...form} name="unit" as="select" value={String(unit ?? '')} options={saveFor.map((id) => { const one = units.get(id); return { value: String(id), label: one ? unitLabel(one, ui.lang) : String(id) }; })} />
          <ButtonRow><Button>{t('saveButton')}</Button></ButtonRow>
        </ActionForm>
      )}
    </Section>
  );
}

