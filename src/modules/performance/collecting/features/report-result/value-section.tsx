// The value of the round with its score in words, and the fields by which its way of measuring takes a new one.
import type { VNode } from 'preact';
import { ActionButton, ActionForm, FormField, stateFor } from '../../../../../platform/forms/render.tsx';
import type { Field } from '../../../../../platform/forms/fields.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { momentWords } from '../../../../../platform/when.ts';
import { Button } from '../../../../../ui/components/button.tsx';
import { FieldsRow } from '../../../../../ui/components/form.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { Panel, Section } from '../../../../../ui/components/panel.tsx';
import { explanationWords } from '../../../domain/ladder/explain.ts';
import { roundedText, scaledText } from '../../../domain/numbers.ts';
import { stepsValue } from '../../domain/plan-steps.ts';
import { beyondTop } from '../../domain/typed-value.ts';
import { messages as shared } from '../../messages.ts';
import { measureWords } from '../../measure-words.ts';
import type { ReportData } from '../../report-data.ts';
import { asOfWords, resultHref, unitAfter, valueWords } from '../../shown.tsx';
import { valueForm, withdrawForm } from './forms.ts';
import { isOfSteps } from './make-value.ts';
import { messages } from './messages.ts';
import { DetailOf, short } from './value-detail.tsx';

export function ValueSection({ data, ui }: { data: ReportData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { current, indicator, at, cycle } = data;
  const has = current !== undefined && current.value !== null;
  const base = resultHref(cycle, indicator.key, at?.round);
  return (
    <Section title={t('value')}>
      {has ? <CurrentValue data={data} ui={ui} /> : <p class="quiet">{current ? t('tookBack') : s('missing')}</p>}
      <MeasureLine data={data} base={base} ui={ui} />
      {data.writes ? (
        <>
          <Panel title={has ? t('again') : t('write')}><ValueFields data={data} action={`${base}/value`} ui={ui} /></Panel>
          {has ? (
            <details class="step-more" open={ui.form.action === `${base}/withdraw-value`}>
              <summary>{t('withdraw')}</summary>
              <p class="quiet">{t('withdrawText')}</p>
              <ActionForm ui={ui} action={`${base}/withdraw-value`} form={withdrawForm} scope="withdraw-value">
                <FormField ui={ui} action={`${base}/withdraw-value`} form={withdrawForm} name="note" />
                <Button kind="danger">{t('withdraw')}</Button>
              </ActionForm>
            </details>
          ) : null}
        </>
      ) : null}
    </Section>
  );
}

function CurrentValue({ data, ui }: { data: ReportData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { current, indicator, score, rounding } = data;
  if (!current || current.value === null) return <></>;
  const top = beyondTop(current.value, indicator);
  const { low, high } = current.detail as { low?: string; high?: string };
  return (
    <div class="stack-s">
      <p class="result-line"><strong class="result-value">{valueWords(scaledText(current.value), indicator.unitOfMeasure)}</strong>
        {score ? <span>{t('score')} <strong>{scaledText(score.explanation.shown, { places: rounding.places })}</strong></span> : null}</p>
      {score ? <p>{ui.text(explanationWords(score.explanation, unitAfter(indicator.unitOfMeasure)))}</p> : <p class="quiet">{t('noTarget')}</p>}
      {top === undefined ? null : <p class="quiet">{t(indicator.better === 'more' ? 'beyond' : 'beyondLess', { top: scaledText(top) })}</p>}
      {score?.band && current.margin !== null ? (
        <p class="quiet">{t('band', { least: roundedText(score.band.least, rounding), most: roundedText(score.band.most, rounding), low: short(low ?? scaledText(current.value - current.margin)), high: short(high ?? scaledText(current.value + current.margin)) })}</p>
      ) : null}
      <p class="quiet mid">{`${t('asOf', { day: asOfWords(current.asOf, ui) })} · ${current.source === 'measure' ? t('source.measure', { name: current.measureName ?? '' }) : t('source.manual')} · ${t('byPerson', { name: current.personName, when: momentWords(ui.lang, current.at) })}`}</p>
      {current.note ? <p class="pre">{current.note}</p> : null}
      <details><summary>{t('detail')}</summary><DetailOf result={current} ui={ui} /></details>
    </div>
  );
}

function MeasureLine({ data, base, ui }: { data: ReportData; base: string; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  const { binding, measured, writes } = data;
  if (binding.kind === 'none') return null;
  if (binding.kind !== 'bound') return <Notice kind={binding.kind === 'absent' ? 'warn' : 'info'}>{ui.text(measureWords(binding))}</Notice>;
  return (
    <div class="stack-s">
      <p class="mid">{ui.text(measureWords(binding))} · <a href={`/measures/${binding.name}`}>{ui.text(binding.measure.title)}</a></p>
      <p>{measured?.taken ? t('measureNow', { value: scaledText(measured.taken.value), n: measured.records.length }) : ui.text(measureWords(binding, true))}</p>
      {writes && measured?.taken ? <ActionButton ui={ui} action={`${base}/take-measure`} kind={data.current ? 'plain' : 'main'}>{t('take')}</ActionButton> : null}
    </div>
  );
}

function ValueFields({ data, action, ui }: { data: ReportData; action: string; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { indicator, plan, rules, today, current } = data;
  const common = { ui, action, form: valueForm };
  const ofSteps = isOfSteps(indicator, plan);
  const survey = indicator.measuring === 'survey';
  const errors = stateFor(ui, action).errors;
  const detail = (current?.value === null ? {} : current?.detail ?? {}) as Record<string, unknown>;
  const usual = (name: string) => (typeof detail[name] === 'string' || typeof detail[name] === 'number' ? detail[name] : undefined);
  return (
    <ActionForm ui={ui} action={action} form={valueForm} scope="value" guard {...(ofSteps || survey ? {} : { previewUrl: `${action}/preview`, previewTarget: 'score-preview' })}>
      {ofSteps ? <StepsSay data={data} ui={ui} /> : null}
      {survey ? <SurveyRows data={data} action={action} ui={ui} /> : null}
      {survey ? <FormField {...common} name="method" value={usual('method')} /> : null}
      {ofSteps || survey ? null : (
        <>
          {!ofSteps && (indicator.measuring === 'milestones' || indicator.measuring === 'staged-approval' || indicator.measuring === 'service-level') ? <p class="quiet">{t('stepsNone')}</p> : null}
          <FormField {...common} name="value" size="s" neededLater hint={t('f_valueHint', { unit: indicator.unitOfMeasure })} />
          {errors['value'] ? <FormField {...common} name="sure" /> : null}
          <div id="score-preview" aria-live="polite"><p class="quiet">{t('previewEmpty')}</p></div>
        </>
      )}
      {indicator.measuring === 'assessment' ? <FieldsRow><FormField {...common} name="group" size="s" value={usual('group')} /><FormField {...common} name="source" value={usual('source')} /></FieldsRow> : null}
      {indicator.measuring === 'assessment' && rules.before ? <p class="quiet">{t('previous', { score: rules.before.score, group: rules.before.group ? `(${t('inGroup', { group: rules.before.group })})` : '' })}</p> : null}
      {indicator.measuring === 'service-level' && ofSteps ? (
        <FieldsRow><FormField {...common} name="newUsers" value={usual('newUsers')} /><FormField {...common} name="renewals" value={usual('renewals')} /><FormField {...common} name="satisfaction" size="s" value={usual('satisfaction')} /></FieldsRow>
      ) : null}
      <FormField {...common} name="asOf" value={today} />
      <FormField {...common} name="note" rows={2} />
      <Button kind={data.steps.includes('submit') && current ? 'plain' : 'main'}>{ofSteps ? t('stepsTake') : t('write')}</Button>
    </ActionForm>
  );
}

function StepsSay({ data: { plan, rules, today }, ui }: { data: ReportData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { value, idle, wanted, weighted } = stepsValue(plan, rules.rule, today);
  const rule = t(`rule.${rules.rule}`);
  return (
    <div>
      <p>{value === undefined ? t('stepsMissing', { steps: wanted.join(', ') }) : t(weighted ? 'stepsWeight' : 'stepsSay', { value: scaledText(value), all: plan.length, rule })}</p>
      {idle.length > 0 ? <p class="quiet">{t('stepsIdle', { steps: idle.join(', ') })}</p> : null}
    </div>
  );
}

/** Blank rows for one group of people; a further group is added once this one is saved. */
const blankRows = 4;

function SurveyRows({ data, action, ui }: { data: ReportData; action: string; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { rules, current } = data;
  const state = stateFor(ui, action);
  const field = valueForm.fields.lines as Field<unknown>;
  const given = ((current?.value === null ? undefined : current?.detail['lines']) ?? []) as { group: string; level: string; yes: number; asked: number }[];
  const typed = Object.keys(state.values).flatMap((name) => (/^lines\.(\d{1,3})\./.exec(name) ?? []).slice(1, 2)).map(Number);
  const count = Math.min(60, Math.max(rules.levels.length, blankRows, given.length + (given.length > 0 ? blankRows : 0), ...typed.map((n) => n + 1 + blankRows)));
  const columns = [['group', 'm', t('f_lineGroup')], ['level', 'm', t('f_lineLevel')], ['yes', 's', t('f_lineYes')], ['asked', 's', t('f_lineAsked')]] as const;
  const formula = rules.formula.kind === 'level' ? t('formula.level', { level: rules.formula.level }) : t(`formula.${rules.formula.kind}`);
  return (
    <fieldset class="stack-s">
      <legend>{t('f_lines')}</legend>
      <p class="hint">{formula}</p>
      {state.errors['lines'] ? <Notice kind="error">{ui.text(state.errors['lines'])}</Notice> : null}
      <div class="scroll" tabIndex={0} role="group" aria-label={t('f_lines')}>
        <table class="table table-tight table-cards">
          <thead><tr>{columns.map(([, , head]) => <th scope="col">{head}</th>)}</tr></thead>
          <tbody>
            {Array.from({ length: count }, (_, n) => (
              <tr>
                {columns.map(([name, size, head]) => (
                  <td data-label={head}>
                    <FormField ui={ui} action={action} form={valueForm} name="lines" inputName={`lines.${n}.${name}`} field={(field.fields as Record<string, Field<unknown>>)[name] as Field<unknown>} value={given[n]?.[name]} size={size} labelHidden
                      label={`${head} ${n + 1}`}
                      {...(name === 'level' && rules.levels.length > 0 ? { options: rules.levels.map((level) => ({ value: level, label: level })) } : {})} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}
