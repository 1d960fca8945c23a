/** How far the scores of a sheet may lie from the truth where their values are of a sample. */
import type { Sheet, SheetLine } from '../../sheet.ts';
import { around, scoreBand, type Interval, type ScoreBand } from '../../domain/ladder/uncertain.ts';
import type { ReadyLadder, Rung } from '../../domain/ladder/ladder.ts';
import { add, round, subtract, type Fraction, type Scaled } from '../../domain/numbers.ts';
import { limitsOf } from './standing.ts';

interface LineBand extends ScoreBand {
  readonly interval: Interval;
  /** How sure it is that each rung at stake is reached, or missed. */
  readonly chances: readonly { readonly rung: Rung; readonly side: 'reached' | 'missed'; readonly chance: Chance }[];
}

/** `likely`: from about five in six up. `even`: between one in two and that. Of a bell curve whose 95 % are the margin. */
type Chance = 'likely' | 'even';

/** Half of the margin is about one standard deviation (1.96 of them make the margin), on which five in six lie on one side. */
function chanceOf(value: Scaled, margin: Scaled, rung: Rung): Chance {
  const away = value > rung.value ? value - rung.value : rung.value - value;
  return 2n * away >= margin ? 'likely' : 'even';
}

const reaches = ({ sign }: ReadyLadder, value: Scaled, rung: Rung): boolean => sign * value >= sign * rung.value;

/** The band of a line; undefined where its value is no sample, or is not there. A supposed value has the margin of the real one. */
export function bandOfLine({ ladder, result, explanation, indicator }: SheetLine): LineBand | undefined {
  const margin = result?.margin;
  if (!ladder || !explanation || margin === null || margin === undefined || margin === 0n) return undefined;
  const interval = around(explanation.value, margin, limitsOf(indicator));
  const band = scoreBand(ladder, explanation.value, interval);
  return {
    ...band, interval,
    chances: band.rungsAtStake.map((at) => {
      const rung = ladder.rungs[at] as Rung;
      return { rung, side: reaches(ladder, explanation.value, rung) ? 'reached' : 'missed', chance: chanceOf(explanation.value, margin, rung) };
    }),
  };
}

interface TotalBand {
  readonly least: Scaled;
  readonly most: Scaled;
  /** Lines whose value is of a sample. */
  readonly keys: readonly string[];
}

/**
 * The total with every sample at its worse end, and at its better one: wider than chance alone would make it, since
 * samples seldom all err the same way. Missing results count as in the bounds of the total. Undefined without samples.
 */
export function bandOfTotal({ lines, total, rules }: Sheet): TotalBand | undefined {
  if (!total || !rules) return undefined;
  const share = (weight: Fraction, score: Fraction): Fraction => ({ n: weight.n * score.n, d: weight.d * score.d * rules.weightSum });
  let [down, up]: [Fraction, Fraction] = [{ n: 0n, d: 1n }, { n: 0n, d: 1n }];
  const keys: string[] = [];
  for (const line of lines) {
    const band = bandOfLine(line);
    if (!band) continue;
    keys.push(line.indicator.key);
    down = add(down, share(line.weighted.weight, subtract(band.score, band.least)));
    up = add(up, share(line.weighted.weight, subtract(band.most, band.score)));
  }
  if (keys.length === 0) return undefined;
  const shift = (value: Scaled, by: Fraction): Scaled => round(add({ n: value, d: 1n }, by), rules.rounding);
  return { least: shift(total.least, { n: -down.n, d: down.d }), most: shift(total.most, up), keys };
}
