import { errorAt, warningAt, type Finding } from '../finding.ts';
import { one, scaled, scaledText, type Scaled } from '../numbers.ts';
import { allComponents, weightOf, type Component, type Framework } from './framework.ts';

/** The sum of known weights; undefined when one is open. */
function sumOf(components: readonly Component[]): Scaled | undefined {
  const weights = components.map(weightOf);
  return weights.some((weight) => weight === undefined) ? undefined : weights.reduce<Scaled>((total, weight) => total + (weight as Scaled), 0n);
}

/** A weight typed in the other unit (0.15 for 15, or 15 for 0.15) as it was probably meant; undefined for any other. */
function meant({ weight }: Component, ofOne: boolean): Scaled | undefined {
  if (weight === null) return undefined;
  const typed = scaled(weight);
  if (ofOne) return typed > one ? typed / 100n : undefined;
  return typed > 0n && typed < one ? typed * 100n : undefined;
}

/** Weights that should come to `wanted` and do not: the ones in the wrong unit each at its field, the sum where that is not all. */
function checkSum(group: readonly Component[], wanted: Scaled, weightSum: string, at: (got: Scaled) => Finding): Finding[] {
  const got = sumOf(group);
  if (got === undefined || got === wanted) return [];
  const ofOne = weightSum === '1';
  const traps = group.flatMap((component): Finding[] => {
    const mended = meant(component, ofOne);
    if (mended === undefined) return [];
    const repair = scaledText(mended);
    return [errorAt(`component.${component.key}.weight`, ofOne ? 'find.weight-as-percent' : 'find.weight-as-fraction', { weight: component.weight as string, meant: repair, sum: weightSum }, repair)];
  });
  const mended = group.reduce((total, component) => total + (meant(component, ofOne) ?? weightOf(component) ?? 0n), 0n);
  return mended === wanted ? traps : [...traps, at(got)];
}

function checkSums({ components, weightSum }: Framework): Finding[] {
  const found: Finding[] = [];
  if (weightSum !== null && components.length > 0) {
    found.push(...checkSum(components, scaled(weightSum), weightSum, (got) => errorAt('components', 'find.weight-sum-all', { got: scaledText(got), wanted: weightSum })));
  }
  components.forEach((component, at) => {
    const own = weightOf(component);
    if (!component.parts || own === undefined) return;
    // Of a component that is itself in the wrong unit the parts are not judged.
    const wanted = weightSum === null ? own : (meant(component, weightSum === '1') ?? own);
    found.push(...checkSum(component.parts, wanted, weightSum ?? '', (got) => errorAt(`components.${at}.parts`, 'find.weight-sum', { where: component.name, got: scaledText(got), wanted: scaledText(wanted) })));
  });
  allComponents({ components }).forEach((component) => {
    if (component.weight !== null && scaled(component.weight) <= 0n) found.push(errorAt(`component.${component.key}.weight`, 'find.weight-negative'));
  });
  return found;
}

/** What is unknown says so in a note, so that nobody takes it for forgotten. */
function checkNotes({ components, notes, ...rest }: Framework): Finding[] {
  const noted = (field: string) => notes.some((note) => note.field === field || note.field.startsWith(`${field}.`));
  const open = (['weightSum', 'scale', 'classes', 'rounds', 'cancelled', 'rounding'] as const).filter((field) => rest[field] === null && !noted(field)).map((field) => warningAt(field, 'find.open-without-note'));
  const weightOpen = allComponents({ components }).some(({ weight }) => weight === null);
  return weightOpen && !noted('components') ? [warningAt('components', 'find.open-without-note'), ...open] : open;
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
  const found: Finding[] = components.length === 0 ? [errorAt('components', 'find.components-none')] : [];
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
  return [...found, ...checkNotes(framework)];
}
