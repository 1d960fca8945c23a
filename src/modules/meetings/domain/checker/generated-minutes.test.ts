// The checker on minutes it has never seen: recall on seeded faults, silence on clean ones.
import { describe, expect, it } from 'vitest';
import { minutesDocumentSchema } from '../minutes-document.ts';
import { applySuggestion } from '../suggestions.ts';
import { checkMinutes } from './check-minutes.ts';
import { findingKey } from './finding.ts';
import { findingMessage } from './messages.ts';
import { faults, seedFaults } from './testing/faults.ts';
import { generateMinutes } from './testing/generator.ts';
import { chance } from './testing/random.ts';

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function recall(seeds: readonly number[]): { found: number; seeded: number; missed: string[]; classes: Map<string, [number, number]> } {
  const result = { found: 0, seeded: 0, missed: [] as string[], classes: new Map<string, [number, number]>() };
  for (const seed of seeds) {
    const minutes = generateMinutes(seed);
    const { document, seeded } = seedFaults(minutes, chance(seed + 5000), 12);
    const findings = checkMinutes(document, minutes.context);
    for (const fault of seeded) {
      const hit = findings.some((f) => fault.rules.includes(f.rule) && fault.lineIds.includes(f.ref.lineId));
      const [found, all] = result.classes.get(fault.name) ?? [0, 0];
      result.classes.set(fault.name, [found + (hit ? 1 : 0), all + 1]);
      result.seeded += 1;
      if (hit) result.found += 1;
      else result.missed.push(`${seed}: ${fault.name}`);
    }
  }
  return result;
}

function falseAlarms(seeds: readonly number[]): string[] {
  return seeds.flatMap((seed) => {
    const { document, context } = generateMinutes(seed);
    return checkMinutes(document, context).map((f) => `${seed}: ${f.rule} ${findingMessage(f)}`);
  });
}

describe('ten generated minutes with seeded faults', () => {
  it('recall is at least 0.9', () => {
    const { found, seeded, missed } = recall(range(1, 10));
    expect(seeded).toBeGreaterThanOrEqual(100);
    expect(found / seeded, missed.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  it('at most one false alarm in ten clean ones', () => {
    expect(falseAlarms(range(1, 10)).length).toBeLessThanOrEqual(1);
  });
});

describe('two hundred more', () => {
  it('are valid minutes of every topic and carry every class of fault', () => {
    const topics = new Set(range(2001, 2030).map((seed) => generateMinutes(seed).topic.department));
    expect(topics.size).toBe(6);
    for (const seed of range(2001, 2030)) expect(minutesDocumentSchema.safeParse(generateMinutes(seed).document).success).toBe(true);
  });

  it('recall is at least 0.9, and at least a half in every class', { timeout: 120_000 }, () => {
    const { found, seeded, missed, classes } = recall(range(2001, 2200));
    expect(found / seeded, missed.join('\n')).toBeGreaterThanOrEqual(0.9);
    expect([...classes.keys()].toSorted()).toEqual(faults.map((f) => f.name).toSorted());
    for (const [name, [hits, all]] of classes) expect(hits / all, name).toBeGreaterThanOrEqual(0.5);
  });

  it('at most one false alarm in ten', { timeout: 120_000 }, () => {
    const alarms = falseAlarms(range(2001, 2200));
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(20);
  });

  it('the same seed makes the same minutes', () => {
    expect(generateMinutes(7).document).toEqual(generateMinutes(7).document);
  });
});

describe('findings', () => {
  const seededMinutes = range(3001, 3030).map((seed) => {
    const minutes = generateMinutes(seed);
    return { context: minutes.context, ...seedFaults(minutes, chance(seed), 14) };
  });

  it('have sentences without holes in both languages', () => {
    for (const { document, context } of seededMinutes) {
      for (const finding of checkMinutes(document, context)) {
        for (const locale of ['th', 'en'] as const) expect(findingMessage(finding, locale)).not.toMatch(/\{\w+\}|undefined|NaN/u);
      }
    }
  });

  it('with a quick fix are gone once it is applied', () => {
    let fixes = 0;
    for (const { document, context } of seededMinutes) {
      for (const finding of checkMinutes(document, context)) {
        if (!finding.fix) continue;
        fixes += 1;
        const applied = applySuggestion(document, { id: 'fix', reason: '', change: { kind: 'replace', ...finding.fix } });
        if (!applied.ok) throw new Error(`${finding.rule}: ${applied.conflict.code}`);
        const left = checkMinutes(applied.document, context).map(findingKey).filter((k) => k === findingKey(finding)).length;
        const before = checkMinutes(document, context).map(findingKey).filter((k) => k === findingKey(finding)).length;
        expect(left, findingMessage(finding)).toBeLessThan(before);
      }
    }
    expect(fixes).toBeGreaterThan(100);
  });
});
