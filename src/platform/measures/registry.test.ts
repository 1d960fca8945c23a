import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/db.ts';
import { publicActor, type Actor } from '../access/actor.ts';
import type { MeasureDefinition } from './measures.ts';
import { createMeasureRegistry, findDisagreement } from './registry.ts';

const db = useDatabase();
const words = { th: 'ค่าวัด', en: 'Measure' };
const period = { from: '2026-01-01', to: '2026-12-31' };
const asOf = new Date('2026-06-01T00:00:00Z');
const measure = (name: string, numerator: number | null, denominator: number | null, counted: number, others = 0): MeasureDefinition => ({
  name, title: words, definition: words, unit: words, permission: 'test.read',
  async value(tx) {
    await sql`select 1`.execute(tx.db);
    return { numerator, denominator, asOf };
  },
  records: async () => Array.from({ length: counted + others }, (_, n) => ({ reference: `${n}`, title: 'x', href: '/x', counted: n < counted })),
});
const holder: Actor = { ...publicActor, kind: 'person', id: 1, permissions: new Map([['test.read', 'all']]) };

test('only holders of its permission read a measure', async () => {
  const registry = createMeasureRegistry([measure('test.one', 2, 3, 2, 1)]);
  const read = (actor: Actor) => db.database.read(actor, (tx) => registry.value(tx, 'test.one', period, asOf));
  expect(await read(holder)).toMatchObject({ ok: true, value: { numerator: 2, denominator: 3 } });
  expect(await read({ ...holder, permissions: new Map() })).toMatchObject({ code: 'NOT_FOUND' });
  expect(registry.readable(holder)).toHaveLength(1);
  expect(registry.readable(publicActor)).toEqual([]);
});

test.each<[string, MeasureDefinition, RegExp | undefined]>([
  ['a share that its list bears out', measure('t.a', 2, 5, 2, 3), undefined],
  ['a plain count', measure('t.b', 4, null, 4), undefined],
  ['a missing value with an empty list', measure('t.c', null, null, 0), undefined],
  ['a value beyond its list', measure('t.d', 3, null, 2), /value is 3, the list counts 2/],
  ['a denominator beyond its list', measure('t.e', 2, 9, 2, 3), /denominator is 9, the list has 5/],
  ['a missing value with counted records', measure('t.f', null, null, 1), /no value/],
])('%s', async (_what, definition, words) => {
  const found = await db.database.read(holder, (tx) => findDisagreement(tx, definition, period, asOf));
  if (words) expect(found?.words).toMatch(words);
  else expect(found).toBeUndefined();
});

test('a value that is a sum is compared with the amounts of its list, to the hundredth', async () => {
  const sum = (numerator: number, amounts: readonly number[]): MeasureDefinition => ({ ...measure('t.sum', numerator, null, 0), records: async () => amounts.map((amount, n) => ({ reference: `${n}`, title: 'x', href: null, counted: true, amount })) });
  const look = (definition: MeasureDefinition) => db.database.read(holder, (tx) => findDisagreement(tx, definition, period, asOf));
  expect(await look(sum(0.3, [0.1, 0.2]))).toBeUndefined();
  expect((await look(sum(3, [1.5, 1.25])))?.words).toMatch(/value is 3, the list counts 2.75/);
});

test('two of one name, or a name of no module, are refused', () => {
  expect(() => createMeasureRegistry([measure('t.a', 1, 1, 1), measure('t.a', 1, 1, 1)])).toThrow(/Two measures/);
  expect(() => createMeasureRegistry([measure('nameless', 1, 1, 1)])).toThrow(/module\.name/);
});
