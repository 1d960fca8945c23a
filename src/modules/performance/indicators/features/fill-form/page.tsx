// The official form, filled in by those who own the indicator. A second person's words are put together with the first one's.
import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import type { Field } from '../../../../../platform/forms/fields.ts';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { dayWords } from '../../../../../platform/when.ts';
import { localDate } from '../../../../../thai/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { DiffText } from '../../../../../ui/components/diff-text.tsx';
import { FieldsRow, FormSection } from '../../../../../ui/components/form.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { fieldId } from '../../../../../ui/context.tsx';
import { scaledText } from '../../../domain/numbers.ts';
import { fieldName, missingFields, type FieldCode, type FormContent, type RowCode } from '../../domain/form-content.ts';
import { betterWords, kindWords } from '../../domain/field-text.ts';
import { formDifference, together, type FieldDifference } from '../../domain/form-difference.ts';
import { messages as shared } from '../../messages.ts';
import { formShut, indicatorAt, indicatorHref, isParent, keyParams, writesBeside, type IndicatorPlace } from '../../place.ts';
import { indicatorCrumbs, savedBy } from '../../shown.tsx';
import { formOf, formStandings, formVersion, type FormStanding, type StoredForm } from '../../store/forms.ts';
import { contentOf, fillForm, rowFields } from './form.ts';
import { messages } from './messages.ts';

interface Conflict {
  readonly both: readonly FieldDifference[];
  readonly theirs: readonly FieldCode[];
  readonly content: FormContent;
}

export interface FillData extends IndicatorPlace {
  readonly form: StoredForm;
  readonly standing: FormStanding | undefined;
  readonly shut: 'approved' | 'submitted' | undefined;
  /** State of the form that was typed on. */
  readonly rev: number;
  readonly conflict: Conflict | undefined;
}

export const fillPage = definePage({
  path: '/performance/:year/indicators/:key/form',
  permission: 'performance.read',
  params: keyParams,
  async load(tx, { params, actor, form: state }) {
    const place = await indicatorAt(tx, params);
    if (!place || !writesBeside(actor, place)) return notFound();
    const form = await formOf(tx, place.indicator);
    const standing = (await formStandings(tx, [place.indicator.id])).get(place.indicator.id);
    const typedOn = Number(state.values['rev'] ?? form.rev);
    const typed = typedOn === form.rev ? undefined : fillForm.parse(state.values);
    const base = typed?.ok ? await formVersion(tx, place.indicator, typedOn) : undefined;
    let conflict: Conflict | undefined;
    if (typed?.ok && base) {
      const mine = contentOf(typed.values);
      const joined = together(base, form.content, mine);
      conflict = { both: formDifference(form.content, mine).filter(({ code }) => joined.both.includes(code)), theirs: joined.theirs, content: joined.content };
    }
    return ok<FillData>({ ...place, form, standing, shut: formShut(actor, place, standing?.state), rev: conflict ? form.rev : typedOn, conflict });
  },
  title: (data: FillData, ui) => `${ui.text(messages.words('title'))} ${data.indicator.key}`,
  view: (data: FillData, ui) => <FillView data={data} ui={ui} />,
});

const list = (codes: readonly FieldCode[], ui: Ui): string => codes.map((code) => ui.text(fieldName(code))).join(', ');

function FillView({ data, ui }: { data: FillData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { indicator, cycle, form, standing, conflict } = data;
  const year = cycle.fiscalYear;
  const missing = missingFields(form.content, isParent(data.all, indicator));
  return (
    <div class="stack-l">
      <PageHead title={`${indicator.key} ${indicator.name}`} crumbs={indicatorCrumbs(year, indicator, t('title'), ui)} sub={t('sub')} />
      {standing && !data.shut ? <p class="quiet">{t('due2', { day: dayWords(ui.lang, localDate(standing.dueOn)) })}</p> : null}
      {data.shut ? <Notice kind="warn">{t(`shut.${data.shut}`)}</Notice> : (
        <>
          <p class="quiet">{savedBy(ui, form.changedBy, form.changedAt)} · {missing.length === 0 ? t('complete') : t('missing', { n: missing.length, fields: list(missing, ui) })}</p>
          {conflict ? (
            <Notice kind="warn" title={t('conflict')}>
              <p>{t('conflictText', { name: form.changedBy ?? '–' })}</p>
              {conflict.both.map(({ code, runs }) => <div class="stack-s"><h3>{ui.text(fieldName(code))}</h3><p class="pre" lang="th"><DiffText runs={runs} /></p></div>)}
              {conflict.theirs.length > 0 ? <p>{t('taken', { fields: list(conflict.theirs, ui) })}</p> : null}
            </Notice>
          ) : null}
          <Fields data={data} ui={ui} />
        </>
      )}
      {data.shut ? <ButtonRow><ButtonLink href={indicatorHref(year, indicator.key)}>{s('tabForm')}</ButtonLink></ButtonRow> : null}
    </div>
  );
}

function Fields({ data, ui: given }: { data: FillData; ui: Ui }): VNode {
  const { indicator, cycle, form, conflict, framework } = data;
  // What both wrote is put together: then the fields show that, not what was sent.
  const ui = conflict ? { ...given, form: { ...given.form, values: {} } } : given;
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const content = conflict?.content ?? form.content;
  const action = indicatorHref(cycle.fiscalYear, indicator.key, '/form');
  const common = { ui, action, form: fillForm };
  const scale = framework.scale;
  const scores = indicator.ladder?.scores ?? scale?.scores ?? [];
  const rungName = (at: number) => t('rung', { name: `${scale?.names[at] ? `${ui.text(scale.names[at])} ` : ''}${s('scoreOf', { score: scores[at] ?? at + 1 })}` });
  const row = { common, content };
  const from = cycle.fiscalYear;
  return (
    <ActionForm {...common} hidden={{ rev: String(data.rev) }} draft={`indicator-form-${indicator.id}-${data.rev}`} guard>
      <FormSection title={t('part.about')} note={t('weightNote', { weight: indicator.weight === null ? s('none') : scaledText(indicator.weight) })}>
        <FormField {...common} name="kind" value={content.kind} arrange="row" options={(['outcome', 'output', 'process'] as const).map((value) => ({ value, label: ui.text(kindWords[value]) }))} />
        <FormField {...common} name="better" value={content.better} arrange="row" options={(['more', 'less'] as const).map((value) => ({ value, label: ui.text(betterWords[value]) }))} />
        <FieldsRow><FormField {...common} name="unitOfMeasure" value={content.unitOfMeasure} size="m" /><FormField {...common} name="places" value={content.places} size="xs" /></FieldsRow>
        <FormField {...common} name="reason" value={content.reason} rows={3} />
      </FormSection>
      <FormSection title={t('part.meaning')}>
        <FormField {...common} name="definition" value={content.definition} rows={6} />
        <FormField {...common} name="scope" value={content.scope} rows={3} />
        <FormField {...common} name="formula" value={content.formula} rows={3} />
      </FormSection>
      <FormSection title={t('part.targets')} note={t('moreRows')}>
        <Rows {...row} code="baseline" count={Math.max(3, content.baseline.length + 1)} fresh={(at): Readonly<Record<string, string>> => (content.baseline.length === 0 && at < 3 ? { year: String(from - 3 + at) } : {})} />
        <Rows {...row} code="yearly" count={content.yearly.length === 0 ? 3 : content.yearly.length + 1} fresh={() => ({})} />
        <fieldset class="stack-s"><legend class="strong">{ui.text(fieldName('criteria'))}</legend>
          {Array.from({ length: Math.max(scores.length, content.criteria.length, 1) }, (_, at) => (
            <FormField {...common} name="criteria" inputName={`criteria.${at}.text`} field={rowFields.criteria.text as Field<unknown>} label={rungName(at)} value={content.criteria[at]} />
          ))}
        </fieldset>
        <FormField {...common} name="sixMonths" value={content.sixMonths} rows={2} />
      </FormSection>
      <FormSection title={t('part.plan')} note={t('moreRows')}>
        <Rows {...row} code="steps" count={content.steps.length + (content.steps.length === 0 ? 4 : 2)} fresh={() => ({})} />
        <FormField {...common} name="conditions" value={content.conditions} rows={3} />
        <FormField {...common} name="method" value={content.method} rows={3} />
        <FormField {...common} name="sources" value={content.sources} rows={3} />
      </FormSection>
      <FormSection title={t('part.people')} note={t('moreRows')}>
        <Rows {...row} code="supervisors" count={content.supervisors.length + 1} fresh={() => ({})} />
        <Rows {...row} code="collectors" count={content.collectors.length + 1} fresh={() => ({})} />
      </FormSection>
      <ButtonRow><Button kind="main">{t('submit')}</Button><ButtonLink kind="quiet" href={indicatorHref(cycle.fiscalYear, indicator.key)}>{s('cancel')}</ButtonLink></ButtonRow>
    </ActionForm>
  );
}

type Common = { readonly ui: Ui; readonly action: string; readonly form: typeof fillForm };

/** Rows of one field, with empty ones at the end: what stays empty is left out. */
function Rows({ common, content, code, count, fresh }: { common: Common; content: FormContent; code: RowCode; count: number; fresh: (at: number) => Readonly<Record<string, string>> }): VNode {
  const { ui } = common;
  const fields = rowFields[code] as Readonly<Record<string, Field<unknown>>>;
  const given = content[code] as unknown as readonly Readonly<Record<string, string | number>>[];
  const error = ui.form.errors[code];
  // A row that was sent is shown again, also where more were sent than are kept.
  const sent = Object.keys(ui.form.values).flatMap((name) => (name.startsWith(`${code}.`) ? [Number(name.split('.')[1]) + 1] : []));
  const small = new Set(['year', 'due', 'phone']);
  return (
    <fieldset class="stack-s" id={fieldId(code)} tabIndex={-1}>
      <legend class="strong">{ui.text(fieldName(code))}</legend>
      {error ? <p class="error">{ui.text(error)}</p> : null}
      {Array.from({ length: Math.max(count, ...sent) }, (_, at) => {
        const drawn = (names: readonly string[]) => names.map((name) => {
          const field = fields[name] as Field<unknown>;
          const value = given[at]?.[name] ?? fresh(at)[name];
          return <FormField {...common} name={code} inputName={`${code}.${at}.${name}`} field={field} label={`${at + 1}. ${ui.text(field.label)}`} neededLater {...(value === undefined ? {} : { value })} {...(small.has(name) ? { size: 's' as const } : {})} />;
        });
        // What a step is takes the width of the form; its day and its evidence stand under it.
        return code === 'steps' ? <div class="stack-s">{drawn(['text'])}<div class="fields-grow">{drawn(['due', 'proof'])}</div></div> : <div class="fields-grow">{drawn(Object.keys(fields))}</div>;
      })}
    </fieldset>
  );
}
