import { describe, expect, test } from 'vitest';
import { checkFramework } from '../../domain/framework/check-framework.ts';
import { usable } from '../../domain/finding.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import { shippedFramework, shippedFrameworks } from '../../domain/framework/years/shipped.ts';
import { blankFramework, copyOf } from './copy.ts';
import { frameworkFile, readFrameworkFile } from './file.ts';
import { pathWords } from './place-words.ts';
import { differencesOf, inputOf, noteFields, placeWords } from './places.ts';
import { readTyped } from './read-typed.ts';
import { movedUp, typedOf, type TypedFramework } from './typed.ts';

const fy2564 = shippedFramework(2564) as Framework;
const years = shippedFrameworks.map((framework) => [framework.fiscalYear, framework] as const);
const typed = typedOf(fy2564);
const changed = (change: Partial<TypedFramework>) => readTyped({ ...typed, ...change }, fy2564);
const components = (n: number, change: Partial<TypedFramework['components'][number]>) => ({ components: typed.components.map((row) => (row.n === String(n) ? { ...row, ...change } : row)) });

describe('the fields of the editor', () => {
  test.each(years)('%i comes out of them as it went in', (_, framework) => {
    const { framework: read, problems } = readTyped(typedOf(framework), framework);
    expect(problems).toEqual({});
    expect(read).toEqual(framework);
  });

  test('what cannot be read is told at its field, and the rest is kept', () => {
    const { framework, problems } = readTyped({ ...typed, ...components(1, { weight: '1,5', th: '' }), rounds: '6, x', places: '๓' }, fy2564);
    expect(Object.keys(problems)).toEqual(['components.1.th', 'components.1.weight', 'rounds']);
    expect(framework.rounding?.places).toBe(3);
    expect(framework.components[1]?.parts).toHaveLength(2);
  });

  test('Thai digits and percent signs are numbers; empty is not known, never nothing', () => {
    expect(changed(components(0, { weight: 'ร้อยละ ๗๐' })).framework.components[0]?.weight).toBe('70');
    expect(changed(components(0, { weight: '' })).framework.components[0]?.weight).toBeNull();
    expect(changed({ rounds: '', places: '', steps: [], classes: [], cancelled: '' }).framework).toMatchObject({ rounds: null, rounding: null, scale: null, classes: null, cancelled: null });
  });

  test('rules and notes follow a component with a new key; what is ticked away goes, with what hangs on it', () => {
    const renamed = changed(components(0, { key: 'ก' })).framework;
    expect(renamed.rules.map(({ component }) => component)).toEqual(['ก', 'ก', 'ก']);
    const noted = { ...typed, notes: [{ n: '0', field: 'components.1.kind', certainty: 'open', th: 'ตรวจ', en: '', remove: false }, { n: '1', field: 'components.0.kind', certainty: 'open', th: 'หายไป', en: '', remove: false }] };
    const { framework } = readTyped({ ...noted, ...components(0, { remove: true }) }, fy2564);
    expect(framework.components.map(({ key }) => key)).toEqual(['2']);
    expect(framework.notes.map(({ field }) => field)).toEqual(['components.0.kind']);
    expect(changed(components(1, { remove: true })).framework.components.map(({ key }) => key)).toEqual(['1']);
  });

  test('a row goes a place up among its like, with its parts, and notes go with it', () => {
    const noted = { ...typed, notes: [{ n: '0', field: 'components.1.kind', certainty: 'open', th: 'ตรวจ', en: '', remove: false }] };
    const { framework } = readTyped(movedUp(noted, 'components', '1'), fy2564);
    expect(framework.components.map(({ key, parts }) => [key, parts?.map((part) => part.key)])).toEqual([['2', ['2.1', '2.2']], ['1', undefined]]);
    expect(framework.notes[0]?.field).toBe('components.0.kind');
    expect(readTyped(movedUp(typed, 'components', '3'), fy2564).framework.components[1]?.parts?.map(({ key }) => key)).toEqual(['2.2', '2.1']);
    expect(readTyped(movedUp(typed, 'rules', '2'), fy2564).framework.rules.map(({ kind }) => kind)).toEqual(['count', 'statement', 'must-include']);
    expect([movedUp(typed, 'steps', '0'), movedUp(typed, 'components', '2'), movedUp(typed, 'rules', '77')]).toEqual([typed, typed, typed]);
  });

  test('a new row gets a key of its own', () => {
    const { framework } = changed({
      components: [...typed.components, { n: '9', within: '1', was: '', key: '', th: 'ธรรมาภิบาลข้อมูล', en: '', weight: '', kind: '', tagNeeded: false, remove: false }],
      tags: [...typed.tags, { n: '30', of: '0', key: '', th: 'งานพื้นที่', en: '', remove: false }],
      classes: [...typed.classes, { n: '9', key: '', th: 'ดีเด่น', en: '', from: '95', remove: false }],
    });
    expect(framework.components[1]?.parts?.map(({ key }) => key)).toEqual(['2.1', '2.2', '2.3']);
    expect(framework.components[0]?.tags?.at(-1)).toEqual({ key: 'tag-5', name: { th: 'งานพื้นที่', en: 'งานพื้นที่' } });
    expect(framework.classes?.map(({ key }) => key)).toEqual(['class-5', 'quality', 'standard-high', 'standard-basic', 'improve']);
  });

  test('every finding leads to a field that is there', () => {
    const wrong = { ...typed, ...components(2, { weight: '0.15' }), rounds: '9, 6', classes: typed.classes.map((row) => ({ ...row, from: '75' })), steps: typed.steps.map((row) => ({ ...row, score: '50' })), rules: typed.rules.map((row) => ({ ...row, component: '8' })) };
    const { framework, rows } = readTyped(wrong, fy2564);
    const found = checkFramework(framework).map((finding) => [finding.code, inputOf(framework, rows, finding)]);
    expect(found).toEqual(expect.arrayContaining([['WEIGHT_AS_FRACTION', 'components.2.weight'], ['SCALE_ORDER', 'steps.1.score'], ['CLASSES_TWICE', 'classes.1.from'], ['ROUNDS_ORDER', 'rounds'], ['COMPONENT_UNKNOWN', 'rules.2.component']]));
    const twice = readTyped({ ...typed, ...components(1, { key: '1' }) }, fy2564);
    expect(checkFramework(twice.framework).filter(({ code }) => code === 'KEY_TWICE').map((finding) => inputOf(twice.framework, twice.rows, finding))).toEqual(['components.1.key']);
  });
});

describe('files', () => {
  test.each(years)('%i goes out and comes in unchanged', (_, framework) => {
    const read = readFrameworkFile(frameworkFile(framework));
    expect(read).toEqual({ ok: true, value: framework });
    expect(frameworkFile((read as { value: Framework }).value)).toBe(frameworkFile(framework));
  });

  const broken = (change: (framework: Record<string, unknown>) => void): string => {
    const file = JSON.parse(frameworkFile(fy2564)) as { framework: Record<string, unknown> };
    change(file.framework);
    const read = readFrameworkFile(JSON.stringify(file));
    return read.ok ? 'read' : read.message.en;
  };
  test('a wrong one is told with the place', () => {
    expect(readFrameworkFile('{')).toMatchObject({ ok: false, code: 'FRAMEWORK_FILE' });
    expect(readFrameworkFile('{"format":"other"}')).toMatchObject({ ok: false });
    expect(readFrameworkFile('{"format":"krom.framework","version":2,"framework":{}}')).toMatchObject({ message: { en: expect.stringContaining('version 2') } });
    expect(broken((framework) => { (framework['components'] as { weight: unknown }[])[1]!.weight = 'มาก'; })).toContain('components.1.weight has a value that is not known');
    expect(broken((framework) => { delete framework['rounds']; })).toContain('rounds is missing');
    expect(broken((framework) => { framework['colour'] = 'red'; })).toContain('fields that are not known: colour');
    expect(broken((framework) => { (framework['scale'] as { names: unknown[] }).names.pop(); })).toContain('scale.names');
    expect(broken((framework) => { for (const one of framework['classes'] as { from: unknown }[]) one.from = -1; for (const one of framework['notes'] as { field: unknown }[]) one.field = 1; })).toContain('and 4 more');
    expect(broken((framework) => { (framework['components'] as { weight: unknown }[])[1]!.weight = 30; })).toBe('read');
  });
});

describe('copies', () => {
  test('another year takes the figures to be confirmed, or none at all', () => {
    const all = copyOf(fy2564, { fiscalYear: 2568, agency: 'department', take: 'all' });
    expect([all.fiscalYear, all.components[0]?.weight, all.name.th.includes('2568')]).toEqual([2568, '70', true]);
    expect(all.notes.some(({ field, certainty }) => field === 'components.weight' && certainty === 'to-confirm')).toBe(true);
    const bare = copyOf(fy2564, { fiscalYear: 2568, agency: 'province', take: 'structure' });
    expect([bare.agency, bare.scale, bare.classes, bare.rounds, bare.rounding]).toEqual(['province', null, null, null, null]);
    expect(bare.components.flatMap(({ weight, parts }) => [weight, ...(parts ?? []).map((part) => part.weight)])).toEqual([null, null, null, null]);
    expect(checkFramework(bare)).toEqual([]);
    expect(copyOf(fy2564, { fiscalYear: 2564, agency: 'department', take: 'all' })).toEqual(fy2564);
  });

  test('one from nothing has no figure, says what is open, and cannot be used yet', () => {
    const blank = blankFramework({ fiscalYear: 2568, agency: 'public-organisation' });
    expect(usable(checkFramework(blank))).toBe(false);
    expect(checkFramework(blank).map(({ code }) => code)).toEqual(['COMPONENTS_NONE']);
  });
});

test('two editions are compared by what they say, a row put between others being one difference', () => {
  const [performance, potential] = fy2564.components;
  const found = differencesOf(fy2564, { ...fy2564, components: [{ key: '0', name: { th: 'ใหม่', en: 'New' }, weight: null, kind: null }, performance!, { ...potential!, weight: '25' }] }, 'en');
  expect(found.map(({ path, before, after }) => [path, before, after])).toEqual([['components.[2].weight', '30', '25'], ['components.[0].key', undefined, '0'], ['components.[0].name', undefined, 'New']]);
  expect(differencesOf(fy2564, { ...fy2564, edition: 2 }, 'th')).toEqual([]);
  expect(['components.[2].parts.[2.1].weight', 'scale.scores.0', 'rounds.1', 'notes.[scale.below].words'].map((path) => pathWords(path, 'th'))).toEqual(['2 2.1 น้ำหนัก', 'คะแนนขั้นที่ 1', '2', 'scale.below ข้อความ']);
});

test('every note of the shipped years is about a place that has words', () => {
  for (const framework of shippedFrameworks) {
    for (const field of [...framework.notes.map((note) => note.field), ...noteFields(framework)]) expect(placeWords(framework, field).th).toMatch(/[ก-๙]/);
  }
  expect(placeWords(shippedFramework(2563) as Framework, 'components.3.kind').th).toBe('การเทียบกับปีอื่นของ 4 นวัตกรรม (Innovation Base)');
});
