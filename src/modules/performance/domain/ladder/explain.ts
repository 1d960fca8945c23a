import type { Words } from '../../../../platform/words.ts';
import { messages } from '../messages.ts';
import { compare, round, scaledText, usualRounding, whole, type Fraction, type Rounding, type Scaled } from '../numbers.ts';
import { rungReached, scoreOf, type ReadyLadder, type Rung } from './ladder.ts';

/** Why a score is what it is: enough to say it in words, to draw it, and to check it by hand. */
export interface Explanation {
  /** Where the value stands on the ladder; `on-rung` exactly at a rung, `top` at or beyond the highest. */
  readonly where: 'below-zero' | 'below-slope' | 'below-lowest' | 'on-rung' | 'between' | 'top';
  readonly value: Scaled;
  /** The rungs that the line runs between; a single rung where there is no line. */
  readonly rungs: readonly Rung[];
  /** The sum with the numbers put in, when there is one: `75 + (77 − 75) ÷ (80 − 75) × (100 − 75)`. */
  readonly formula: string | undefined;
  readonly exact: Fraction;
  readonly rounding: Rounding;
  /** The exact score as it is shown and kept. */
  readonly shown: Scaled;
  /** Rounding changed it. */
  readonly rounded: boolean;
}

/** How the score of this value came about. */
export function explainScore(ladder: ReadyLadder, value: Scaled, rounding: Rounding = usualRounding): Explanation {
  const exact = scoreOf(ladder, value);
  const shown = round(exact, rounding);
  const at = rungReached(ladder, value);
  const common = { value, exact, rounding, shown, rounded: compare(exact, whole(shown)) !== 0 };
  const rung = ladder.rungs[Math.max(at, 0)] as Rung;
  const next = ladder.rungs[Math.max(at, 0) + 1];
  if (at === ladder.rungs.length - 1 || !next) return { ...common, where: at < 0 ? (ladder.below === 'lowest' ? 'below-lowest' : 'below-zero') : 'top', rungs: [rung], formula: undefined };
  if (at < 0 && ladder.below !== 'slope') return { ...common, where: ladder.below === 'zero' ? 'below-zero' : 'below-lowest', rungs: [rung], formula: undefined };
  if (value === rung.value) return { ...common, where: 'on-rung', rungs: [rung], formula: undefined };
  const t = (number: Scaled) => scaledText(number);
  // Both differences are written the way round in which they are positive.
  const way = (to: Scaled, from: Scaled) => (ladder.better === 'less' ? `(${t(from)} − ${t(to)})` : `(${t(to)} − ${t(from)})`);
  const line = () => `${way(next.value, rung.value)} × (${t(next.score)} − ${t(rung.score)})`;
  // Written when somebody reads it: thousands are scored for each that is looked at.
  return { ...common, where: at < 0 ? 'below-slope' : 'between', rungs: [rung, next], get formula() { return at < 0 ? `${t(rung.score)} − ${way(rung.value, value)} ÷ ${line()}` : `${t(rung.score)} + ${way(value, rung.value)} ÷ ${line()}`; } };
}

/** The explanation in one sentence: `77 อยู่ระหว่าง 75 (75 คะแนน) กับ 80 (100 คะแนน): 75 + … = 85.000`. */
export function explanationWords(why: Explanation, unit: Words = { th: '', en: '' }): Words {
  const [low, high] = why.rungs as [Rung, Rung | undefined];
  const number = (value: Scaled) => scaledText(value);
  const score = scaledText(why.shown, { places: why.rounding.places });
  const params = (lang: 'th' | 'en') => ({
    value: `${number(why.value)}${unit[lang] && ` ${unit[lang]}`}`, low: number(low.value), lowScore: number(low.score),
    high: high ? number(high.value) : '', highScore: high ? number(high.score) : '', formula: why.formula ?? '', score,
  });
  const rounded = why.rounded ? ({ th: ` ${messages.in('th')(`round.${why.rounding.mode}`, { places: why.rounding.places })}`, en: ` ${messages.in('en')(`round.${why.rounding.mode}`, { places: why.rounding.places })}` }) : { th: '', en: '' };
  return { th: messages.in('th')(`why.${why.where}`, params('th')) + rounded.th, en: messages.in('en')(`why.${why.where}`, params('en')) + rounded.en };
}
