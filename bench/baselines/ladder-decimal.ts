/**
 * Scores by big decimals, written apart from the product: digits and an exponent, long division to 60 places, the line
 * between two rungs as a mean of both ends weighted by the distances, rounding on the written digits. The only
 * division is the last step, and of numbers this short no quotient comes within 10⁻⁶⁰ of a half without being the half,
 * so cutting it at 60 places changes no third place.
 */
export interface PlainLadder {
  readonly values: readonly string[];
  readonly scores: readonly string[];
  readonly better: 'more' | 'less';
  readonly below: 'zero' | 'slope' | 'lowest';
}

/** digits × 10^-places */
interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

const quotientPlaces = 60;

function read(text: string): Decimal {
  const point = text.indexOf('.');
  return { digits: BigInt(text.replace('.', '')), places: point < 0 ? 0 : text.length - point - 1 };
}

/** Both with the same number of places. */
function level(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const places = Math.max(a.places, b.places);
  return [a.digits * 10n ** BigInt(places - a.places), b.digits * 10n ** BigInt(places - b.places), places];
}

function minus(a: Decimal, b: Decimal): Decimal {
  const [left, right, places] = level(a, b);
  return { digits: left - right, places };
}

function plus(a: Decimal, b: Decimal): Decimal {
  const [left, right, places] = level(a, b);
  return { digits: left + right, places };
}

const by = (a: Decimal, b: Decimal): Decimal => ({ digits: a.digits * b.digits, places: a.places + b.places });

function over(a: Decimal, b: Decimal): Decimal {
  const [left, right] = level(a, b);
  return { digits: (left * 10n ** BigInt(quotientPlaces)) / right, places: quotientPlaces };
}

function order(a: Decimal, b: Decimal): number {
  const [left, right] = level(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

const nothing: Decimal = { digits: 0n, places: 0 };

/** Three places, half away from zero, by looking at the digits. */
function threePlaces({ digits, places }: Decimal): string {
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString().padStart(places + 1, '0');
  const whole = places === 0 ? text : text.slice(0, -places);
  const behind = (places === 0 ? '' : text.slice(-places)).padEnd(4, '0');
  let kept = BigInt(whole + behind.slice(0, 3));
  if (Number(behind[3]) >= 5) kept += 1n;
  const shown = kept.toString().padStart(4, '0');
  return `${negative && kept !== 0n ? '-' : ''}${shown.slice(0, -3)}.${shown.slice(-3)}`;
}

/** The score as a dividend and a divisor. */
function scoreOf({ values, scores, better, below }: PlainLadder, result: string): [Decimal, Decimal] {
  const v = read(result);
  const whole: Decimal = { digits: 1n, places: 0 };
  const reached = (at: number) => (better === 'more' ? order(v, read(values[at] as string)) >= 0 : order(v, read(values[at] as string)) <= 0);
  let at = -1;
  values.forEach((_, rung) => {
    if (reached(rung)) at = rung;
  });
  if (at === values.length - 1) return [read(scores[at] as string), whole];
  if (at < 0 && below === 'zero') return [nothing, whole];
  if (at < 0 && below === 'lowest') return [read(scores[0] as string), whole];
  const from = at < 0 ? 0 : at;
  const [v0, v1] = [read(values[from] as string), read(values[from + 1] as string)];
  const [s0, s1] = [read(scores[from] as string), read(scores[from + 1] as string)];
  const dividend = plus(by(s0, minus(v1, v)), by(s1, minus(v, v0)));
  const divisor = minus(v1, v0);
  const negative = order(dividend, nothing) < 0 !== order(divisor, nothing) < 0;
  return negative ? [nothing, whole] : [dividend, divisor];
}

/** Score and weighted score (of a weight in per cent), both as three-place text. */
export function decimalScore(ladder: PlainLadder, result: string, weight: string): [score: string, weighted: string] {
  const [dividend, divisor] = scoreOf(ladder, result);
  return [threePlaces(over(dividend, divisor)), threePlaces(over(by(dividend, read(weight)), by(divisor, read('100'))))];
}
