/** Checks a set of indicators against its framework, live while it is drawn up. */
import { errorAt, warningAt, type Finding } from '../finding.ts';
import { one, scaled, scaledText, type Scaled } from '../numbers.ts';
import { allComponents, leaves, mainComponent, weightOf, type Component, type Framework, type FrameworkRule } from './framework.ts';

/** An indicator as far as the framework's rules ask. */
export interface IndicatorOutline {
  /** `3.1` */
  readonly key: string;
  /** `3` for `3.1`. */
  readonly parent: string | null;
  readonly component: string;
  readonly tags: readonly string[];
  /** As typed. Null: not filled in; one with others under it has none. */
  readonly weight: Scaled | null;
}

export interface Outline {
  readonly indicators: readonly IndicatorOutline[];
  /** Written statements that there is no indicator of a tag, and why. */
  readonly statements: readonly { readonly component: string; readonly tag: string; readonly text: string }[];
}

/** Indicators under a component or one of its parts. */
function within(framework: Framework, component: string, indicators: readonly IndicatorOutline[]): IndicatorOutline[] {
  const parts = framework.components.find(({ key }) => key === component)?.parts?.map(({ key }) => key) ?? [];
  return indicators.filter((one) => one.component === component || parts.includes(one.component));
}

const isParent = (indicators: readonly IndicatorOutline[]) => {
  const parents = new Set(indicators.map(({ parent }) => parent));
  return ({ key }: IndicatorOutline) => parents.has(key);
};

/** How many indicators stand in a component: by their main numbers, and by the lines that are scored. In 2564's first component 3 and 4. */
export function countsOf(framework: Framework, component: string, indicators: readonly IndicatorOutline[]): { numbered: number; scored: number } {
  const here = within(framework, component, indicators);
  const parent = isParent(indicators);
  return { numbered: here.filter((one) => one.parent === null).length, scored: here.filter((one) => !parent(one)).length };
}

function checkPlace(framework: Framework, { indicators }: Outline): Finding[] {
  const all = allComponents(framework);
  const places = leaves(framework);
  const byKey = new Map(indicators.map((indicator) => [indicator.key, indicator]));
  const circle = (start: IndicatorOutline): boolean => {
    const seen = new Set<string>();
    for (let at: IndicatorOutline | undefined = start; at?.parent; at = byKey.get(at.parent)) {
      if (seen.has(at.key)) return true;
      seen.add(at.key);
    }
    return false;
  };
  return indicators.flatMap((indicator, at): Finding[] => {
    const found: Finding[] = [];
    const field = (name: string) => `indicators.${at}.${name}`;
    const { key, component, parent, tags } = indicator;
    if (indicators.findIndex((one) => one.key === key) < at) found.push(errorAt(field('key'), 'find.key-twice', { key }));
    const place = places.find((one) => one.key === component);
    if (!place) found.push(all.some((one) => one.key === component) ? errorAt(field('component'), 'find.component-has-parts', { component }) : errorAt(field('component'), 'find.component-unknown', { component }));
    const known = [...(place?.tags ?? []), ...(mainComponent(framework, component)?.tags ?? [])];
    for (const tag of tags) if (place && !known.some((one) => one.key === tag)) found.push(errorAt(field('tags'), 'find.tag-unknown', { tag }));
    if (place?.tagNeeded && tags.length === 0 && parent === null) found.push(errorAt(field('tags'), 'find.tag-missing'));
    const above = parent === null ? undefined : byKey.get(parent);
    if (parent !== null && !above) found.push(errorAt(field('parent'), 'find.parent-unknown', { parent }));
    else if (circle(indicator)) found.push(errorAt(field('parent'), 'find.parent-circle', { key }));
    else if (above && above.component !== component) found.push(errorAt(field('parent'), 'find.parent-elsewhere'));
    return found;
  });
}

/** Weights of scored lines by component, with the trap of 0.15 for 15 (and 15 for 0.15) told where the sum shows it. */
function checkWeights(framework: Framework, { indicators }: Outline): Finding[] {
  const parent = isParent(indicators);
  const found: Finding[] = [];
  indicators.forEach((indicator, at) => {
    if (parent(indicator)) {
      if (indicator.weight !== null) found.push(errorAt(`indicators.${at}.weight`, 'find.parent-weighs'));
    } else if (indicator.weight === null) found.push(errorAt(`indicators.${at}.weight`, 'find.weight-missing'));
    else if (indicator.weight <= 0n) found.push(errorAt(`indicators.${at}.weight`, 'find.weight-negative'));
  });
  if (framework.weightSum === null) return found;
  const weightSum = scaled(framework.weightSum);
  const ofOne = weightSum === one;
  const meant = (weight: Scaled): Scaled => (ofOne ? weight / 100n : weight * 100n);
  const trapped = (weight: Scaled) => (ofOne ? weight > one : weight > 0n && weight < one);
  for (const component of leaves(framework)) {
    const wanted = weightOf(component);
    const lines = indicators.flatMap((indicator, at) => (indicator.component === component.key && indicator.weight !== null && !parent(indicator) ? [{ at, weight: indicator.weight }] : []));
    const got = lines.reduce((total, { weight }) => total + weight, 0n);
    if (wanted === undefined || got === wanted || lines.length === 0) continue;
    const traps = lines.filter(({ weight }) => trapped(weight));
    for (const { at, weight } of traps) {
      const repair = scaledText(meant(weight));
      found.push(errorAt(`indicators.${at}.weight`, ofOne ? 'find.weight-as-percent' : 'find.weight-as-fraction', { weight: scaledText(weight), meant: repair, sum: framework.weightSum }, repair));
    }
    const mended = lines.reduce((total, { weight }) => total + (trapped(weight) ? meant(weight) : weight), 0n);
    if (mended !== wanted) found.push(errorAt(`components.${component.key}.weight`, 'find.weight-sum', { where: component.name, got: scaledText(got), wanted: scaledText(wanted) }));
  }
  return found;
}

function checkRule(framework: Framework, rule: FrameworkRule, { indicators, statements }: Outline): Finding[] {
  const component = allComponents(framework).find(({ key }) => key === rule.component) as Component;
  const field = `components.${rule.component}`;
  const where = component.name;
  if (rule.kind === 'count') {
    const got = countsOf(framework, rule.component, indicators)[rule.counts];
    const { min, max } = rule;
    if (min !== undefined && got < min) return [errorAt(field, 'find.count-few', { where, got, min })];
    if (max !== undefined && got > max) return [errorAt(field, 'find.count-many', { where, got, max })];
    return [];
  }
  const tag = component.tags?.find(({ key }) => key === rule.tag)?.name ?? { th: rule.tag, en: rule.tag };
  const got = within(framework, rule.component, indicators).filter((one) => one.parent === null && one.tags.includes(rule.tag)).length;
  if (rule.kind === 'must-include') return got < rule.min ? [errorAt(field, 'find.must-include', { where, tag, min: rule.min, got })] : [];
  const stated = statements.some((one) => one.component === rule.component && one.tag === rule.tag && one.text.trim() !== '');
  if (got === 0 && !stated) return [errorAt(`statements.${rule.tag}`, 'find.statement-missing', { where, tag })];
  if (got > 0 && stated) return [warningAt(`statements.${rule.tag}`, 'find.statement-idle', { tag })];
  return [];
}

/** Everything that stands between these indicators and the framework, each told at its field. */
export function checkIndicators(framework: Framework, outline: Outline): Finding[] {
  return [...checkPlace(framework, outline), ...checkWeights(framework, outline), ...framework.rules.flatMap((rule) => checkRule(framework, rule, outline))];
}

/** A document of another fiscal year than the framework's, as in a resolution that says 2565 for 2564. */
export const checkYearSaid = ({ fiscalYear }: Framework, said: number): Finding[] => (said === fiscalYear ? [] : [warningAt('fiscalYear', 'find.year-differs', { said, meant: fiscalYear })]);
