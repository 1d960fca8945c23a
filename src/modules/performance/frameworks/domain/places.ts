/** Where in a framework something stands: the field of the editor for a finding, words for a note, rows for a comparison of two editions. */
import type { Language, Words } from '../../../../platform/words.ts';
import type { Finding } from '../../domain/finding.ts';
import { allComponents, type Framework } from '../../domain/framework/framework.ts';
import { words as say } from './place-words.ts';
import type { RowNumbers } from './read-typed.ts';

export const sections = ['name', 'components', 'rules', 'scale', 'classes', 'rounds', 'cancelled', 'rounding', 'notes'] as const;
export type Section = (typeof sections)[number];

/** The section that a field belongs to; `weightSum` to the components. */
export function sectionOf(field: string): Section {
  const [first = ''] = field.split('.');
  if (first === 'weightSum' || first === 'component') return 'components';
  return sections.find((section) => section === first) ?? 'name';
}

/** The field of the editor at which a finding of `checkFramework` is mended. */
export function inputOf({ components }: Framework, rows: RowNumbers, { field, code }: Pick<Finding, 'field' | 'code'>): string {
  const parts = field.split('.');
  const [first = ''] = parts;
  const last = parts.at(-1) as string;
  const all = allComponents({ components });
  if (first === 'component') {
    // A key may hold points itself: `component.2.1.weight`.
    const key = parts.slice(1, -1).join('.');
    const keys = all.map((one) => one.key);
    const at = code === 'KEY_TWICE' ? keys.lastIndexOf(key) : keys.indexOf(key);
    return `components.${rows.components[at] ?? 0}.${last}`;
  }
  if (first === 'components' && parts.length === 3) {
    const whole = components[Number(parts[1])];
    return `components.${rows.components[whole ? all.indexOf(whole) : 0] ?? 0}.weight`;
  }
  if (first === 'components') return rows.components.length > 0 ? `components.${rows.components[0]}.weight` : 'weightSum';
  if (first === 'rules') return `rules.${rows.rules[Number(parts[1])] ?? 0}.${last}`;
  if (first === 'scale' && parts.length === 3) return `steps.${rows.steps[Number(parts[2])] ?? 0}.score`;
  if (first === 'classes' && parts.length === 3) return `classes.${rows.classes[Number(parts[1])] ?? 0}.from`;
  if (first === 'rounding') return 'places';
  // Sections that are empty have no field of their own: their button is there instead.
  return first === 'classes' && rows.classes[0] !== undefined ? `classes.${rows.classes[0]}.from` : first;
}

/** What a note is about: `น้ำหนักขององค์ประกอบ`, `องค์ประกอบที่ 4 นวัตกรรม: …`. */
export function placeWords(framework: Framework, field: string): Words {
  const [first = '', second, third] = field.split('.');
  const component = first === 'components' && second !== undefined ? framework.components[Number(second)] : undefined;
  if (component) {
    const what = third === 'parts' ? 'parts' : third === 'kind' ? 'kind' : 'weight';
    return say('ofComponent', { key: component.key, name: component.name, what: say(`what.${what}`) });
  }
  if (first === 'rules' && second !== undefined && /^\d+$/.test(second)) return say('rule', { n: Number(second) + 1 });
  if (field === 'components.weight' || field === 'scale.below') return say(field);
  if (first === 'weightSum') return say('weightSum');
  return say(sectionOf(field));
}

/** What notes can be about, in the order of the page. */
export function noteFields({ components, rules }: Framework): string[] {
  return ['name', 'components.weight', 'components', ...components.flatMap((_, at) => [`components.${at}.weight`, `components.${at}.kind`, `components.${at}.parts`]),
    'rules', ...rules.map((_, at) => `rules.${at}`), 'scale', 'scale.below', 'classes', 'rounds', 'cancelled', 'rounding'];
}

export interface Difference {
  readonly section: Section;
  /** `components.1.parts.0.weight` */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const flat = (value: unknown, path: string, into: Map<string, string>, lang: Language): void => {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) value.forEach((one, at) => flat(one, `${path}.${keyOf(one) ?? at}`, into, lang));
  else if (typeof value === 'object' && 'th' in value && 'en' in value) into.set(path, String((value as Words)[lang]));
  else if (typeof value === 'object') for (const [name, one] of Object.entries(value)) flat(one, path === '' ? name : `${path}.${name}`, into, lang);
  else into.set(path, String(value));
};

/** Rows are compared by what they are called, or are about, so that a row put between others is one difference. */
function keyOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { key, field, kind, component, tag } = value as Readonly<Record<string, unknown>>;
  const called = key ?? field ?? (component === undefined ? undefined : [kind, component, tag].filter((one) => one !== undefined).join(' '));
  return called === undefined ? undefined : `[${String(called)}]`;
}

/** Everything in which two frameworks differ, in the order of sections. Year, agency and number are not compared. */
export function differencesOf(before: Framework, after: Framework, lang: Language): Difference[] {
  const [old, now] = [before, after].map(({ fiscalYear: _year, agency: _agency, edition: _edition, ...content }) => {
    const into = new Map<string, string>();
    flat(content, '', into, lang);
    return into;
  }) as [Map<string, string>, Map<string, string>];
  const paths = [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path));
  const found = paths.map((path): Difference => ({ section: sectionOf(path), path, before: old.get(path), after: now.get(path) }));
  return found.toSorted((a, b) => sections.indexOf(a.section) - sections.indexOf(b.section));
}
