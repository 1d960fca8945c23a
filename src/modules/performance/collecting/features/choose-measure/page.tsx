// How the value of an indicator is made: its measure, the rule of its steps, the formula of its survey.
import type { VNode } from 'preact';
import type { z } from 'zod';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { defineAction, definePage, type PageDefinition } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import type { MeasureDefinition } from '../../../../../platform/measures/measures.ts';
import { fail, notFound, ok, type Failure } from '../../../../../platform/result.ts';
import type { Words } from '../../../../../platform/words.ts';
import { Button, ButtonRow } from '../../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../../ui/components/definition-list.tsx';
import { FieldsRow } from '../../../../../ui/components/form.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { parseTyped, scaledText } from '../../../domain/numbers.ts';
import { keepsCycle, type Cycle } from '../../../store/cycles.ts';
import type { Indicator } from '../../../store/indicators.ts';
import { isPercent } from '../../domain/typed-value.ts';
import { findIndicator, keyParams } from '../../find.ts';
import { indicatorType, type CollectingHouse } from '../../house.ts';
import { measureWords } from '../../measure-words.ts';
import { messages as shared } from '../../messages.ts';
import { collectHref, resultHref } from '../../shown.tsx';
import { bindMeasure, measuringOf, setMeasuring, type MeasuringRules } from '../../store/measuring.ts';
import { bindingOf, type Binding } from '../../take-measure.ts';
import { rulesForm } from './form.ts';
import { messages } from './messages.ts';

interface RulesData {
  readonly cycle: Cycle;
  readonly indicator: Indicator;
  readonly rules: MeasuringRules;
  readonly rev: number;
  readonly binding: Binding;
  readonly measures: readonly MeasureDefinition[];
  readonly keeps: boolean;
}

const path = '/performance/:year/results/:key/rules';
export type RulesPage = PageDefinition<z.infer<typeof keyParams>, unknown, RulesData>;

export function rulesPage(house: CollectingHouse): RulesPage {
  return definePage({
    path, permission: 'performance.read', params: keyParams,
    async load(tx, { params, actor }) {
      const found = await findIndicator(tx, params.year, params.key);
      if (!found.ok) return found;
      const { cycle, indicator } = found.value;
      const { rules, rev } = await measuringOf(tx, indicator.id);
      return ok({ cycle, indicator, rev, binding: bindingOf(tx, indicator, house.measures()), measures: house.measures(), keeps: keepsCycle(actor, cycle) && cycle.state !== 'closed', rules: rev === 0 && isPercent(indicator) ? { ...rules, share: 'percent' } : rules });
    },
    title: (_data, ui) => messages.in(ui.lang)('title'),
    view: RulesView,
  });
}

function RulesView({ cycle, indicator, rules, rev, binding, measures, keeps }: RulesData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const action = `${resultHref(cycle, indicator.key)}/rules`;
  const common = { ui, action, form: rulesForm };
  const steps = indicator.measuring === 'milestones' || indicator.measuring === 'staged-approval' || indicator.measuring === 'service-level';
  const survey = indicator.measuring === 'survey';
  const hidden = { rev: String(rev), ...(steps ? {} : { rule: rules.rule }), ...(survey ? {} : { formula: rules.formula.kind }) };
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={t('sub')} crumbs={[{ label: shared.in(ui.lang)('collect'), href: collectHref(cycle) }, { label: `${indicator.key} ${indicator.name}`, href: resultHref(cycle, indicator.key) }, { label: t('title') }]} />
      <DefinitionList items={[{ term: t('now'), value: ui.text(measureWords(binding)) }]} />
      {keeps ? (
        <ActionForm {...common} hidden={hidden}>
          <FormField {...common} name="measure" empty={t('noMeasure')} options={measures.map(({ name, title }) => ({ value: name, label: `${ui.text(title)} (${name})` }))} value={binding.kind === 'bound' || binding.kind === 'hidden' ? binding.name : ''} />
          <FormField {...common} name="reserved" value={binding.kind === 'absent' ? binding.name : ''} size="m" />
          <FormField {...common} name="share" options={(['count', 'percent'] as const).map((value) => ({ value, label: t(`share.${value}`) }))} value={rules.share} />
          {steps ? <FormField {...common} name="rule" options={(['cumulative', 'counted'] as const).map((value) => ({ value, label: t(`rule.${value}`) }))} value={rules.rule} /> : null}
          {survey ? (
            <>
              <FormField {...common} name="levels" value={rules.levels.join('\n')} rows={6} />
              <FormField {...common} name="formula" options={(['mean', 'lowest', 'level'] as const).map((value) => ({ value, label: t(`formula.${value}`) }))} value={rules.formula.kind} />
              <FormField {...common} name="level" size="m" value={rules.formula.kind === 'level' ? rules.formula.level : ''} />
            </>
          ) : null}
          {indicator.measuring === 'assessment' ? <FieldsRow><FormField {...common} name="beforeScore" size="s" value={rules.before?.score} /><FormField {...common} name="beforeGroup" size="s" value={rules.before?.group} /></FieldsRow> : null}
          <ButtonRow><Button kind="main">{t('save')}</Button></ButtonRow>
        </ActionForm>
      ) : (
        <>
          <DefinitionList ruled items={[
            { term: t('f_share'), value: t(`share.${rules.share}`) },
            { term: t('f_rule'), value: steps ? t(`rule.${rules.rule}`) : undefined },
            { term: t('f_levels'), value: survey ? rules.levels.join(', ') : undefined },
            { term: t('f_formula'), value: survey ? t(`formula.${rules.formula.kind}`) : undefined },
            { term: t('f_beforeScore'), value: rules.before ? `${rules.before.score} ${rules.before.group}` : undefined },
          ]} />
          <p class="quiet">{t('readOnly')}</p>
        </>
      )}
    </div>
  );
}

const at = (field: string, words: Words): Failure => fail('RULES', words, { fields: { [field]: words } });

export function rulesAction(page: RulesPage, house: CollectingHouse) {
  return defineAction({
    path, permission: 'performance.keep', params: keyParams, form: rulesForm, page: () => page,
    async run(tx, { params, input, services, actor }) {
      const found = await findIndicator(tx, params.year, params.key);
      if (!found.ok) return found;
      const { cycle, indicator } = found.value;
      if (!keepsCycle(actor, cycle)) return notFound(shared.words('noIndicator'));
      if (cycle.state === 'closed') return fail('YEAR_CLOSED', shared.words('yearClosed'), { status: 409 });
      if (input.measure && !house.measures().some(({ name }) => name === input.measure)) return at('measure', measureWords({ kind: 'absent', name: input.measure }));
      if (input.measure && input.reserved) return at('reserved', messages.words('bothNames'));
      if (input.reserved && !/^[a-z][a-z-]*\.[a-z][a-z0-9-]*$/.test(input.reserved)) return at('reserved', messages.words('nameBad'));
      const levels = [...new Set((input.levels ?? '').split('\n').map((line) => line.trim()).filter(Boolean))];
      if (input.formula === 'level' && !(input.level && levels.includes(input.level))) return at('level', messages.words('levelNeeded'));
      const score = input.beforeScore === undefined ? undefined : parseTyped(input.beforeScore);
      if (score && !score.ok) return at('beforeScore', messages.words('scoreBad'));
      const rules: MeasuringRules = {
        rule: input.rule, levels, share: input.share, formula: input.formula === 'level' ? { kind: 'level', level: input.level as string } : { kind: input.formula },
        before: score?.ok ? { score: scaledText(score.value.value), group: input.beforeGroup ?? '' } : null,
      };
      if (!(await setMeasuring(tx, indicator.id, Number(input.rev), rules, services.clock.now()))) return fail('CHANGED_MEANWHILE', messages.words('stale'), { status: 409 });
      const measure = input.measure ?? input.reserved ?? null;
      await bindMeasure(tx, indicator.id, measure, services.clock.now());
      return ok({ audit: { action: 'performance.measuring-set', subject: { type: indicatorType, id: indicator.id }, unitId: cycle.keeperUnitId, detail: { key: indicator.key, measure, before: indicator.measureName, rules } }, goTo: resultHref(cycle, params.key), flash: messages.words('saved') });
    },
  });
}
