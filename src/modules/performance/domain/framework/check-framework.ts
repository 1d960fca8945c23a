import { errorAt, warningAt, type Finding } from '../finding.ts';
import { scaled, scaledText, type Scaled } from '../numbers.ts';
import { allComponents, weightOf, type Component, type Framework } from './framework.ts';

/** The sum of known weights; undefined when one is open. */
function sumOf(components: readonly Component[]): Scaled | undefined {
  const weights = components.map(weightOf);
  return weights.some((weight) => weight === undefined) ? undefined : weights.reduce<Scaled>((total, weight) => total + (weight as Scaled), 0n);
}

function checkSums({ components, weightSum }: Framework): Finding[] {
  const found: Finding[] = [];
  const sum = sumOf(components);
  if (weightSum !== null && sum !== undefined && sum !== scaled(weightSum)) {
    found.push(errorAt('components', 'find.weight-sum-all', { got: scaledText(sum), wanted: weightSum }));
  }
  components.forEach((component, at) => {
    const parts = component.parts ? sumOf(component.parts) : undefined;
    const own = weightOf(component);
    if (parts !== undefined && own !== undefined && parts !== own) found.push(errorAt(`components.${at}.parts`, 'find.weight-sum', { where: component.name, got: scaledText(parts), wanted: scaledText(own) }));
  });
  allComponents({ components }).forEach((component) => {
    if (component.weight !== null && scaled(component.weight) <= 0n) found.push(errorAt(`component.${component.key}.weight`, 'find.weight-negative'));
  });
  return found;
}

function checkRules({ components, rules }: Framework): Finding[] {
  const all = allComponents({ components });
  return rules.flatMap((rule, at): Finding[] => {
    const component = all.find(({ key }) => key === rule.component);
    if (!component) return [errorAt(`rules.${at}.component`, 'find.component-unknown', { component: rule.component })];
    if (rule.kind === 'count') return rule.min !== undefined && rule.max !== undefined && rule.min > rule.max ? [errorAt(`rules.${at}.min`, 'find.rule-limits', { min: rule.min, max: rule.max })] : [];
    return component.tags?.some(({ key }) => key === rule.tag) ? [] : [errorAt(`rules.${at}.tag`, 'find.tag-unknown', { tag: rule.tag })];
  });
}

/** What keeps a framework from being used, and what should be looked at: the editor asks this at every change. */
export function checkFramework(framework: Framework): Finding[] {
  const { components, scale, classes, rounds, rounding } = framework;
  const found: Finding[] = [];
  const seen = new Set<string>();
  for (const { key } of allComponents({ components })) {
    if (seen.has(key)) found.push(errorAt(`component.${key}.key`, 'find.key-twice', { key }));
    seen.add(key);
  }
  found.push(...checkSums(framework), ...checkRules(framework));
  scale?.scores.forEach((score, at) => {
    const before = scale.scores[at - 1];
    if (before !== undefined && scaled(score) <= scaled(before)) found.push(errorAt(`scale.scores.${at}`, 'find.scale-order'));
  });
  if (classes) {
    const starts = classes.map(({ from }) => scaled(from));
    starts.forEach((from, at) => {
      if (starts.indexOf(from) < at) found.push(errorAt(`classes.${at}.from`, 'find.classes-twice', { from: scaledText(from) }));
    });
    const lowest = starts.reduce((least, from) => (from < least ? from : least), starts[0] ?? 0n);
    if (lowest > 0n) found.push(warningAt('classes', 'find.classes-no-lowest', { from: scaledText(lowest) }));
  }
  if (rounds?.some((month, at) => month < 1 || month > 12 || (at > 0 && month <= (rounds[at - 1] as number)))) found.push(errorAt('rounds', 'find.rounds-order'));
  if (rounding && (!Number.isInteger(rounding.places) || rounding.places < 0 || rounding.places > 6)) found.push(errorAt('rounding.places', 'find.rounding-places'));
  return found;
}
