/** From the fields of the editor back to a framework, with words at each field that cannot be read. */
import type { Words } from '../../../../platform/words.ts';
import { toArabicDigits } from '../../../../thai/index.ts';
import type { Component, Framework, FrameworkClass, FrameworkRule, Note, Scale, Tag } from '../../domain/framework/framework.ts';
import { parseTyped, scaled, scaledText } from '../../domain/numbers.ts';
import { messages } from './messages.ts';
import type { TypedComponent, TypedFramework } from './typed.ts';

/** Where the rows that were kept stand among the fields: position in the framework → number of the row. Components count with their parts. */
export interface RowNumbers { readonly components: readonly string[]; readonly rules: readonly string[]; readonly steps: readonly string[]; readonly classes: readonly string[]; readonly notes: readonly string[] }

export interface ReadFramework {
  readonly framework: Framework;
  /** Words by the name of the field. */
  readonly problems: Readonly<Record<string, Words>>;
  readonly rows: RowNumbers;
}

/** Highest number of anything that is counted: indicators, tags. */
const most = 99;
const keyForm = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,19}$/u;
const filled = (...texts: string[]) => texts.some((text) => text !== '');

/** Reads texts and numbers, and gathers what could not be read. */
class Reader {
  readonly problems: Record<string, Words> = {};

  tell(field: string, key: Parameters<typeof messages.words>[0], params?: Parameters<typeof messages.words>[1]): undefined {
    this.problems[field] ??= messages.words(key, params);
  }

  name(field: string, th: string, en: string): Words {
    if (th === '') this.tell(field, 'bad.name');
    return { th, en: en === '' ? th : en };
  }

  /** An exact number in plain digits; null when empty. */
  number(field: string, text: string): string | null {
    const parsed = parseTyped(text);
    if (parsed.ok) {
      if (parsed.value.value < 0n) this.tell(field, 'bad.negative', { typed: text });
      return parsed.value.value < 0n ? null : scaledText(parsed.value.value);
    }
    if (parsed.code !== 'empty') this.tell(field, `bad.${parsed.code}`, { typed: text });
    return null;
  }

  count(field: string, text: string, max = most): number | undefined {
    if (text === '') return undefined;
    const plain = toArabicDigits(text);
    if (/^\d{1,3}$/.test(plain) && Number(plain) <= max) return Number(plain);
    return this.tell(field, 'bad.count', { typed: text, max });
  }
}

/** A key that no other has: `tag-3`. */
function freshKey(stem: string, taken: readonly string[]): string {
  for (let n = taken.length + 1; ; n++) if (!taken.includes(`${stem}-${n}`)) return `${stem}-${n}`;
}

function readComponents(typed: TypedFramework, reader: Reader) {
  const kept = typed.components.filter((row) => !row.remove && filled(row.key, row.th, row.en, row.weight));
  const main = kept.filter(({ within }) => within === '');
  const renamed = new Map<string, string>();
  const numbers: string[] = [];
  const tagsOf = (row: TypedComponent): Tag[] => {
    const rows = typed.tags.filter((tag) => tag.of === row.n && !tag.remove && filled(tag.th, tag.en));
    const keys = rows.map(({ key }) => key).filter((key) => key !== '');
    return rows.map((tag) => {
      const key = tag.key === '' ? freshKey('tag', keys) : tag.key;
      if (tag.key === '') keys.push(key);
      return { key, name: reader.name(`tags.${tag.n}.th`, tag.th, tag.en) };
    });
  };
  const one = (row: TypedComponent, usualKey: string, kind: Component['kind']): Component => {
    const field = (name: string) => `components.${row.n}.${name}`;
    const key = row.key === '' ? usualKey : toArabicDigits(row.key);
    if (!keyForm.test(key)) reader.tell(field('key'), 'bad.key', { typed: key });
    if (row.was !== '') renamed.set(row.was, key);
    numbers.push(row.n);
    const tags = tagsOf(row);
    return {
      key, name: reader.name(field('th'), row.th, row.en), weight: reader.number(field('weight'), row.weight), kind,
      ...(tags.length > 0 ? { tags } : {}), ...(row.tagNeeded ? { tagNeeded: true } : {}),
    };
  };
  const components = main.map((row, at): Component => {
    const kind = row.kind === 'performance' || row.kind === 'potential' ? row.kind : null;
    const whole = one(row, String(at + 1), kind);
    const parts = kept.filter(({ within }) => within === row.n).map((part, n) => one(part, `${whole.key}.${n + 1}`, kind));
    return parts.length > 0 ? { ...whole, parts } : whole;
  });
  return { components, renamed, numbers, mainRows: main.map(({ n }) => n) };
}

function readRules(typed: TypedFramework, renamed: ReadonlyMap<string, string>, reader: Reader) {
  const numbers: string[] = [];
  const rules = typed.rules.filter(({ remove }) => !remove).flatMap((row): FrameworkRule[] => {
    const field = (name: string) => `rules.${row.n}.${name}`;
    const component = renamed.get(row.component) ?? row.component;
    const min = reader.count(field('min'), row.min);
    const max = reader.count(field('max'), row.max);
    // A row that was opened and left as it was.
    if (!filled(row.component, row.tag, row.min, row.max)) return [];
    if (component === '') reader.tell(field('component'), 'bad.component');
    numbers.push(row.n);
    if (row.kind === 'count') {
      if (min === undefined && max === undefined) reader.tell(field('min'), 'bad.limits');
      return [{ kind: 'count', component, counts: row.counts === 'scored' ? 'scored' : 'numbered', ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }];
    }
    if (row.tag === '') reader.tell(field('tag'), 'bad.tag');
    return row.kind === 'must-include' ? [{ kind: 'must-include', component, tag: row.tag, min: min ?? 1 }] : [{ kind: 'statement', component, tag: row.tag }];
  });
  return { rules, numbers };
}

function readScale(typed: TypedFramework, reader: Reader): { scale: Scale | null; numbers: string[] } {
  const rows = typed.steps.filter((row) => !row.remove && filled(row.score, row.th, row.en));
  const scores = rows.map(({ n, score }) => {
    if (score === '') reader.tell(`steps.${n}.score`, 'bad.empty');
    return reader.number(`steps.${n}.score`, score) ?? '0';
  });
  const names = rows.map(({ n, th, en }) => reader.name(`steps.${n}.th`, th, en));
  const below = typed.below === 'slope' || typed.below === 'lowest' ? typed.below : 'zero';
  return { scale: rows.length === 0 ? null : { scores, names, below }, numbers: rows.map(({ n }) => n) };
}

function readClasses(typed: TypedFramework, reader: Reader): { classes: FrameworkClass[] | null; numbers: string[] } {
  const rows = typed.classes.filter((row) => !row.remove && filled(row.from, row.th, row.en));
  const keys = rows.map(({ key }) => key).filter((key) => key !== '');
  const made = rows.map((row) => {
    if (row.from === '') reader.tell(`classes.${row.n}.from`, 'bad.empty');
    const key = row.key === '' ? freshKey('class', keys) : row.key;
    if (row.key === '') keys.push(key);
    return { n: row.n, one: { key, name: reader.name(`classes.${row.n}.th`, row.th, row.en), from: reader.number(`classes.${row.n}.from`, row.from) ?? '0' } };
  });
  // The highest first, as they are read.
  made.sort((a, b) => (scaled(a.one.from) > scaled(b.one.from) ? -1 : 1));
  return { classes: made.length === 0 ? null : made.map(({ one }) => one), numbers: made.map(({ n }) => n) };
}

function readRounds(text: string, reader: Reader): number[] | null {
  const months = toArabicDigits(text).split(/[\s,]+/u).filter((part) => part !== '');
  if (months.length === 0) return null;
  if (months.length > 12 || months.some((month) => !/^\d{1,2}$/.test(month))) reader.tell('rounds', 'bad.rounds', { typed: text });
  return months.slice(0, 12).map((month) => (/^\d{1,2}$/.test(month) ? Number(month) : 0));
}

function readRounding({ places, mode, roundAt }: TypedFramework, reader: Reader): Framework['rounding'] {
  const kept = reader.count('places', places);
  if (kept === undefined) return null;
  const modes = ['half-away', 'half-even', 'down', 'up'] as const;
  return { places: kept, mode: modes.find((one) => one === mode) ?? 'half-away', at: roundAt === 'line' ? 'line' : 'end' };
}

/** `components.2.kind` follows its component to its new place; undefined when it was taken away. */
function movedField(field: string, list: 'components' | 'rules', from: readonly string[]): string | undefined {
  const found = new RegExp(`^${list}\\.(\\d+)(\\..*)?$`).exec(field);
  if (!found) return field;
  const at = from.indexOf(found[1] as string);
  return at < 0 ? undefined : `${list}.${at}${found[2] ?? ''}`;
}

function readNotes(typed: TypedFramework, mainPlaces: readonly string[], rulePlaces: readonly string[], reader: Reader): { notes: Note[]; numbers: string[] } {
  const numbers: string[] = [];
  const notes = typed.notes.filter((row) => !row.remove && filled(row.th, row.en)).flatMap((row): Note[] => {
    const first = movedField(row.field, 'components', mainPlaces);
    const field = first === undefined ? undefined : movedField(first, 'rules', rulePlaces);
    if (field === undefined) return [];
    if (field === '') reader.tell(`notes.${row.n}.field`, 'bad.field');
    numbers.push(row.n);
    return [{ field, certainty: row.certainty === 'open' ? 'open' : 'to-confirm', words: reader.name(`notes.${row.n}.th`, row.th, row.en) }];
  });
  return { notes, numbers };
}

/** What stands in the fields. A framework comes out whatever was typed; it may be kept only without problems. */
export function readTyped(typed: TypedFramework, { fiscalYear, agency, edition }: Pick<Framework, 'fiscalYear' | 'agency' | 'edition'>): ReadFramework {
  const reader = new Reader();
  const { components, renamed, numbers, mainRows } = readComponents(typed, reader);
  const rules = readRules(typed, renamed, reader);
  const scale = readScale(typed, reader);
  const classes = readClasses(typed, reader);
  // Notes name a component by its place among those of the first level, when the page was opened.
  const placesBefore = typed.components.filter(({ within, was }) => within === '' && was !== '').map(({ n }) => n).toSorted((a, b) => Number(a) - Number(b));
  const mainPlaces = mainRows.map((n) => String(placesBefore.indexOf(n)));
  const notes = readNotes(typed, mainPlaces, rules.numbers, reader);
  const framework: Framework = {
    fiscalYear, agency, edition, name: reader.name('nameTh', typed.nameTh, typed.nameEn), weightSum: reader.number('weightSum', typed.weightSum), components, rules: rules.rules,
    scale: scale.scale, classes: classes.classes, rounds: readRounds(typed.rounds, reader), cancelled: typed.cancelled === 'drop' || typed.cancelled === 'spread' ? typed.cancelled : null,
    rounding: readRounding(typed, reader), notes: notes.notes,
  };
  return { framework, problems: reader.problems, rows: { components: numbers, rules: rules.numbers, steps: scale.numbers, classes: classes.numbers, notes: notes.numbers } };
}
