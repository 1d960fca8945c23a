/** A framework as it stands in the fields of the editor: all texts, rows in one list each, told apart by their number. */
import type { Component, Framework, Tag } from '../../domain/framework/framework.ts';
import type { Words } from '../../../../platform/words.ts';

/** Number of the row in its list; ticked away rows keep theirs. */
interface Row { readonly n: string; readonly remove: boolean }

export interface TypedComponent extends Row {
  /** Row of the component that it is a part of; empty for one of the first level. */
  readonly within: string;
  /** Its key when the page was opened: rules follow a changed one. */
  readonly was: string;
  readonly key: string; readonly th: string; readonly en: string; readonly weight: string; readonly kind: string;
  readonly tagNeeded: boolean;
}
export interface TypedTag extends Row {
  /** Row of its component. */
  readonly of: string;
  readonly key: string; readonly th: string; readonly en: string;
}
export interface TypedRule extends Row { readonly kind: string; readonly component: string; readonly tag: string; readonly counts: string; readonly min: string; readonly max: string }
export interface TypedStep extends Row { readonly score: string; readonly th: string; readonly en: string }
export interface TypedClass extends Row { readonly key: string; readonly th: string; readonly en: string; readonly from: string }
export interface TypedNote extends Row { readonly field: string; readonly certainty: string; readonly th: string; readonly en: string }

export interface TypedFramework {
  readonly nameTh: string; readonly nameEn: string; readonly weightSum: string;
  readonly components: readonly TypedComponent[];
  readonly tags: readonly TypedTag[];
  readonly rules: readonly TypedRule[];
  readonly steps: readonly TypedStep[];
  readonly below: string;
  readonly classes: readonly TypedClass[];
  readonly rounds: string; readonly cancelled: string; readonly places: string; readonly mode: string; readonly roundAt: string;
  readonly notes: readonly TypedNote[];
}

/** English that only repeats the Thai is left empty, as it is typed. */
const named = ({ th, en }: Words) => ({ th, en: en === th ? '' : en });

/** Components and their parts in the order of `allComponents`, each with the row of its whole. */
function componentRows(components: readonly Component[]) {
  const rows: { component: Component; within: string }[] = [];
  for (const component of components) {
    const at = String(rows.length);
    rows.push({ component, within: '' }, ...(component.parts ?? []).map((part) => ({ component: part, within: at })));
  }
  return rows;
}

/** The fields of a framework, for the editor. */
export function typedOf(framework: Framework): TypedFramework {
  const { name, weightSum, components, rules, scale, classes, rounds, cancelled, rounding, notes } = framework;
  const rows = componentRows(components);
  const numbered = <T extends object>(list: readonly T[]): (T & Row)[] => list.map((row, at) => ({ ...row, n: String(at), remove: false }));
  const tags = rows.flatMap(({ component }, at) => (component.tags ?? []).map((tag: Tag) => ({ of: String(at), key: tag.key, ...named(tag.name) })));
  return {
    nameTh: name.th, nameEn: named(name).en, weightSum: weightSum ?? '',
    components: numbered(rows.map(({ component, within }) => ({ within, was: component.key, key: component.key, ...named(component.name), weight: component.weight ?? '', kind: component.kind ?? '', tagNeeded: component.tagNeeded === true }))),
    tags: numbered(tags),
    rules: numbered(rules.map((rule) => ({
      kind: rule.kind, component: rule.component, tag: rule.kind === 'count' ? '' : rule.tag, counts: rule.kind === 'count' ? rule.counts : '',
      min: rule.kind === 'statement' ? '' : String(rule.min ?? ''), max: rule.kind === 'count' ? String(rule.max ?? '') : '',
    }))),
    steps: numbered((scale?.scores ?? []).map((score, at) => ({ score, ...named(scale?.names[at] ?? { th: '', en: '' }) }))),
    below: scale?.below ?? '',
    classes: numbered((classes ?? []).map(({ key, name: called, from }) => ({ key, ...named(called), from }))),
    rounds: rounds?.join(', ') ?? '', cancelled: cancelled ?? '',
    places: rounding === null ? '' : String(rounding.places), mode: rounding?.mode ?? '', roundAt: rounding?.at ?? '',
    notes: numbered(notes.map(({ field, certainty, words }) => ({ field, certainty, ...named(words) }))),
  };
}

/** The fields with one row a place further up, before the row above it: of a component among its like, of a rule, of a step. */
export function movedUp(typed: TypedFramework, list: 'components' | 'rules' | 'steps', n: string): TypedFramework {
  const rows: readonly Row[] = typed[list];
  const row = rows.find((one) => one.n === n);
  if (!row) return typed;
  const like = list === 'components' ? typed.components.filter(({ within }) => within === (row as TypedComponent).within) : rows;
  const above = like[like.findIndex((one) => one.n === n) - 1];
  if (!above) return typed;
  return { ...typed, [list]: rows.map((one) => (one === row ? above : one === above ? row : one)) };
}
