/** Numbers of letters as people type them and as texts name them: ที่ นร ๐๒๒๓/ว ๕๐๓, นร0223/ว503, ว503, 503/2563. */
import { toArabicDigits } from '../../../thai/index.ts';

/** A number that is asked for; what was not said is left out. */
export interface AskedNumber {
  /** Letter code as kept: `นร 0223`. */
  readonly code?: string;
  readonly circular?: boolean;
  readonly number: number;
  /** Calendar year, B.E. */
  readonly year?: number;
}

const whole = /^(?:(?<letters>[ก-ฮ]{2,4})\.?(?<digits>[0-9]{4}(?:\.[0-9]{1,3})*)\/)?(?<circular>ว\.?)?(?<number>[0-9]{1,6})(?:\/(?<year>2[45][0-9]{2}))?$/u;

/** The day that letters are cited with: `ลว. 3 พ.ย. 63`, `ลงวันที่ 3 พฤศจิกายน 2563`, without blanks. */
const dated = /(?:ลว\.?|ลงวันที่)[0-9]{1,2}(?:[ก-๎.]+|[/.-][0-9]{1,2}[/.-])(?<year>2[45][0-9]{2}|[0-9]{2})?$/u;

/** The number that a text is, with the day of the letter or without, and nothing but: undefined where it holds other words, or is a bare figure. */
export function askedNumber(text: string): AskedNumber | undefined {
  const cited = toArabicDigits(text).replace(/\s+/g, '').replace(/^(?:เลข)?ที่/u, '');
  const day = dated.exec(cited);
  const plain = cited.slice(0, day?.index);
  const groups = whole.exec(plain)?.groups;
  if (!groups) return undefined;
  const { letters, digits, circular, number } = groups;
  const said = day?.groups?.['year'];
  const year = groups['year'] ?? (said?.length === 2 ? `25${said}` : said);
  if (letters === undefined && circular === undefined && year === undefined) return undefined;
  return {
    number: Number(number),
    ...(letters === undefined ? {} : { code: `${letters} ${digits}` }),
    ...(circular !== undefined ? { circular: true } : letters !== undefined ? { circular: false } : {}),
    ...(year === undefined ? {} : { year: Number(year) }),
  };
}

/**
 * The references as kept that an asked number can mean, given the letter codes of the house: an order or certificate
 * carries its year in the number, a letter carries a code.
 */
export function spellingsOf(asked: AskedNumber, codes: readonly string[]): string[] {
  const { code, circular, number, year } = asked;
  const heads = code === undefined ? codes : [code];
  const tails = circular === undefined ? [`${number}`, `ว ${number}`] : [circular ? `ว ${number}` : `${number}`];
  const own = code === undefined && circular === undefined && year !== undefined ? [`${number}/${year}`] : [];
  return [...new Set([...own, ...heads.flatMap((head) => tails.map((tail) => `${head}/${tail}`))])];
}

/** A pattern for LIKE on the kept reference that a piece of a number stands for; nothing of it is a wildcard but the ends. */
export function referencePattern(text: string): string {
  const asked = askedNumber(text);
  const words = asked === undefined
    ? toArabicDigits(text).trim()
    : asked.code !== undefined ? `${asked.code}/${asked.circular ? 'ว ' : ''}${asked.number}` : asked.circular ? `/ว ${asked.number}` : `${asked.number}`;
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`;
}

const inText = /(?<![ก-๎])(?<letters>[ก-ฮ]{2,4})\.?\s?(?<digits>[0-9๐-๙]{4}(?:\.[0-9๐-๙]{1,3})*)\s?\/\s?(?<circular>ว\.?\s?)?(?<number>[0-9๐-๙]{1,6})/gu;

/** References that a text names, as kept, each once. */
export function referencesIn(text: string): string[] {
  return [...new Set([...text.matchAll(inText)].map(({ groups }) => toArabicDigits(`${groups?.['letters']} ${groups?.['digits']}/${groups?.['circular'] ? 'ว ' : ''}${Number(toArabicDigits(groups?.['number'] ?? '0'))}`)))];
}
