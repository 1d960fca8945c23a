/**
 * Amounts in words, as cheques, receipts and contracts write them:
 * 12150 satang → `หนึ่งร้อยยี่สิบเอ็ดบาทห้าสิบสตางค์`.
 *
 * Rules: สิบ without หนึ่ง, ยี่สิบ for two tens, เอ็ด for a last 1 after any higher
 * digit of its group (หนึ่งร้อยเอ็ด); above a million the part before ล้าน is
 * read by the same rules (หนึ่งล้านล้าน); ถ้วน when there are no satang.
 */

const DIGITS = ['ศูนย์', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'] as const;
const PLACES = ['', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน'] as const;
const MILLION = 1_000_000n;

/** Largest amount put into words: one less than 10^24 satang, far past any budget. */
export const MOST_SATANG = 10n ** 24n - 1n;

/**
 * The amount in words, or undefined when it is negative, above `MOST_SATANG`, or a
 * number that is no safe integer. Satang, never baht with decimals: money here is
 * counted in its smallest unit.
 */
export function bahtText(satang: bigint | number): string | undefined {
  if (typeof satang === 'number' && !Number.isSafeInteger(satang)) return undefined;
  const amount = BigInt(satang);
  if (amount < 0n || amount > MOST_SATANG) return undefined;
  const baht = amount / 100n;
  const rest = amount % 100n;
  if (rest === 0n) return `${numberText(baht)}บาทถ้วน`;
  return `${baht === 0n ? '' : `${numberText(baht)}บาท`}${numberText(rest)}สตางค์`;
}

/** A whole number of 0 or more in words: 21 → `ยี่สิบเอ็ด`. */
function numberText(value: bigint): string {
  if (value === 0n) return DIGITS[0];
  const millions = value / MILLION;
  const rest = value % MILLION;
  return millions === 0n ? groupText(rest, false) : `${numberText(millions)}ล้าน${groupText(rest, true)}`;
}

/** Up to six digits; empty for 0. */
function groupText(value: bigint, afterMillions: boolean): string {
  const digits = value.toString();
  let words = '';
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[index]);
    const place = digits.length - 1 - index;
    if (digit === 0) continue;
    if (place === 1 && digit === 1) words += 'สิบ';
    else if (place === 1 && digit === 2) words += 'ยี่สิบ';
    else if (place === 0 && digit === 1 && (words !== '' || afterMillions)) words += 'เอ็ด';
    else words += `${DIGITS[digit]}${PLACES[place]}`;
  }
  return words;
}

/**
 * Reads words back into satang; undefined when they are not exactly what
 * `bahtText` writes (spaces and brackets around are ignored). For checking that
 * words and figures of a document agree.
 */
export function parseBahtText(text: string): bigint | undefined {
  const words = text.replace(/[\s()]/g, '');
  const found = /^(?:(.+)บาท)?(?:ถ้วน|(.+)สตางค์)$/.exec(words);
  if (words.length > 400 || found === null) return undefined;
  const baht = found[1] === undefined ? 0n : readNumber(found[1]);
  const rest = found[2] === undefined ? 0n : readNumber(found[2]);
  if (baht === undefined || rest === undefined) return undefined;
  const satang = baht * 100n + rest;
  return bahtText(satang) === words ? satang : undefined;
}

/** Any mixture of number words; the caller checks the form by writing it again. */
function readNumber(words: string): bigint | undefined {
  let total = 0n;
  for (const group of words.split('ล้าน')) {
    let value = 0n;
    let rest = group;
    while (rest !== '') {
      const found = /^(ศูนย์|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|ยี่|เอ็ด)?(สิบ|ร้อย|พัน|หมื่น|แสน)?/.exec(rest);
      if (found === null || found[0] === '') return undefined;
      const digit = found[1] === undefined || found[1] === 'เอ็ด' ? 1 : found[1] === 'ยี่' ? 2 : DIGITS.findIndex((word) => word === found[1]);
      value += BigInt(digit) * 10n ** BigInt(Math.max(0, PLACES.findIndex((word) => word === (found[2] ?? ''))));
      rest = rest.slice(found[0].length);
    }
    total = total * MILLION + value;
  }
  return total;
}
