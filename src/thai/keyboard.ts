/**
 * Text typed while the other keyboard layout was on: `l;ylfu` for สวัสดี, `แนอรก` for covid.
 *
 * The Thai layout is Kedmanee (TIS 820), the Latin one US QWERTY: what every office
 * machine has. Both ways, key by key; what stands on no key stays.
 */

const LATIN_PLAIN = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./";
const THAI_PLAIN = '_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ';
const LATIN_SHIFTED = '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?';
const THAI_SHIFTED = '%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ';

/** Keys are single UTF-16 units on both layouts; a mark is a key of its own. */
const keys = (text: string): string[] => text.split('');
const thaiKeys = keys(THAI_PLAIN + THAI_SHIFTED);
const pairs = keys(LATIN_PLAIN + LATIN_SHIFTED).map((latin, at): [string, string] => [latin, thaiKeys[at] as string]);
const toThai: ReadonlyMap<string, string> = new Map(pairs);
/** Signs that stand on keys of both layouts have two readings back: the letter of the Thai key wins. */
const toLatin: ReadonlyMap<string, string> = new Map(pairs.map(([latin, thai]): [string, string] => [thai, latin]));

const thaiLetter = /[\u0e01-\u0e5b]/u;
const latinLetter = /[A-Za-z]/;

/** Keys of the QWERTY layout as the Kedmanee layout reads them: `l;ylfu` → สวัสดี. */
export function asThaiKeys(text: string): string {
  return keys(text).map((char) => toThai.get(char) ?? char).join('');
}

/** Keys of the Kedmanee layout as the QWERTY layout reads them: `แนอรก` → covid. */
export function asLatinKeys(text: string): string {
  return keys(text).map((char) => toLatin.get(char) ?? char).join('');
}

/**
 * The text as the other layout would have written it; undefined where it is in both
 * scripts or in neither, so that no layout can have been forgotten.
 */
export function otherLayout(text: string): string | undefined {
  const [thai, latin] = [thaiLetter.test(text.replace(/[๐-๙]/g, '')), latinLetter.test(text)];
  if (thai === latin) return undefined;
  return thai ? asLatinKeys(text) : asThaiKeys(text);
}
