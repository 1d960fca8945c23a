// A value as its owner typed it, against what the indicator is measured in. Everything wrong is told at the field.
import { fail, ok, type Result } from '../../../../platform/result.ts';
import type { Words } from '../../../../platform/words.ts';
import type { Indicator } from '../../store/indicators.ts';
import { hundred, one, parseTyped, scaled, scaledText, type Scaled } from '../../domain/numbers.ts';
import { messages } from '../messages.ts';

export type Measured = Pick<Indicator, 'unitOfMeasure' | 'places' | 'ladder' | 'better'>;

/** Whether the unit is a percentage. */
export const isPercent = ({ unitOfMeasure }: Pick<Indicator, 'unitOfMeasure'>): boolean => /ร้อยละ|เปอร์เซ็นต์|percent|%/i.test(unitOfMeasure);

const refuse = (words: Words): Result<Scaled, 'VALUE'> => fail('VALUE', words, { fields: { value: words } }) as Result<Scaled, 'VALUE'>;

/** Places behind the point that a number really has. */
const placesOf = (value: Scaled): number => (scaledText(value).split('.')[1] ?? '').length;

/**
 * The value typed, or why it cannot be one: no number, a share for a percentage, a percentage of something that is
 * counted, more places than the unit has. `sure`: the person says that an unlikely number is meant.
 */
export function takeValue(text: string, indicator: Measured, sure = false): Result<Scaled, 'VALUE'> {
  const typed = parseTyped(text);
  if (!typed.ok) return refuse(messages.words(`value.${typed.code}`));
  const { value, percent } = typed.value;
  const unit = indicator.unitOfMeasure;
  if (percent && !isPercent(indicator)) return refuse(messages.words('value.notPercent', { unit }));
  if (placesOf(value) > indicator.places) return refuse(messages.words(indicator.places === 0 ? 'value.whole' : 'value.places', { unit, places: indicator.places }));
  if (value < 0n && isPercent(indicator)) return refuse(messages.words('value.negative'));
  const lowest = indicator.ladder?.values[0];
  // 0.77 where the targets are 70 to 80 is a share of one, not a percentage.
  if (!sure && isPercent(indicator) && !percent && value > 0n && value <= one && lowest !== undefined && scaled(lowest) >= 5n * one) {
    return refuse(messages.words('value.share', { typed: scaledText(value), meant: scaledText(value * 100n) }));
  }
  if (!sure && isPercent(indicator) && value > hundred) return refuse(messages.words('value.over', { typed: scaledText(value) }));
  return ok(value);
}

/** The best target when a value goes beyond it: it is taken, and the score stays at the top. */
export function beyondTop(value: Scaled, { ladder, better }: Measured): Scaled | undefined {
  const top = ladder?.values.at(-1);
  if (top === undefined) return undefined;
  return (better === 'more' ? value > scaled(top) : value < scaled(top)) ? scaled(top) : undefined;
}
