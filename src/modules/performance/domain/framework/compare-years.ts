import type { Words } from '../../../../platform/words.ts';
import { classOf, onHundred } from '../ladder/total.ts';
import { messages } from '../messages.ts';
import { divide, round, sum, times, whole, type Fraction, type Scaled } from '../numbers.ts';
import { classesOf, mainComponent, topOf, type Component, type Framework } from './framework.ts';

/** The result of one year as it was scored under the framework of that year. */
export interface YearResult {
  readonly framework: Framework;
  /** Null: not there, or still open. */
  readonly total: Scaled | null;
  /** Each scored line: where it stands, its weight and its own score on the framework's scale. */
  readonly lines: readonly { readonly component: string; readonly weight: Scaled; readonly score: Fraction | null }[];
}

export interface ComparedYear {
  readonly fiscalYear: number;
  /** Of 100: the total's share of the best one. Undefined with `open` saying why. */
  readonly total: Scaled | undefined;
  readonly classKey: string | undefined;
  readonly open: Words | undefined;
  /** The same for what the years have in common, so that five components stand beside two. `partial`: some of it is not known or has no counterpart. */
  readonly kinds: Readonly<Record<'performance' | 'potential', { readonly score: Scaled | undefined; readonly partial: boolean }>>;
}

/** Years of different components and scales side by side on 0 to 100, oldest first. What is unknown stays open. */
export function compareYears(results: readonly YearResult[]): ComparedYear[] {
  return results.map(({ framework, total, lines }): ComparedYear => {
    const top = topOf(framework);
    const rounding = framework.rounding ?? { places: 3, mode: 'half-away' as const };
    const kind = (wanted: NonNullable<Component['kind']>) => {
      const kindOf = (component: string) => mainComponent(framework, component)?.kind ?? null;
      const mine = lines.filter(({ component }) => kindOf(component) === wanted);
      const known = mine.filter(({ score }) => score !== null);
      const weight = known.reduce((all, line) => all + line.weight, 0n);
      const partial = known.length < mine.length || framework.components.some((component) => component.kind === null);
      if (top === undefined || weight === 0n) return { score: undefined, partial };
      const mean = divide(sum(known.map((line) => times(whole(line.weight), line.score as Fraction))), whole(weight));
      return { score: round(onHundred(mean, top), rounding), partial };
    };
    const comparable = top !== undefined && total !== null ? round(onHundred(whole(total), top), rounding) : undefined;
    return {
      fiscalYear: framework.fiscalYear,
      total: comparable,
      // Classes are asked of the year's own total, on its own scale.
      classKey: total === null ? undefined : classOf(classesOf(framework), total)?.key,
      open: comparable !== undefined ? undefined : messages.words(total === null ? 'open.no-result' : 'open.scale-unknown'),
      kinds: { performance: kind('performance'), potential: kind('potential') },
    };
  }).toSorted((a, b) => a.fiscalYear - b.fiscalYear);
}
