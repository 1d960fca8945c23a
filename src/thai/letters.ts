/**
 * Classes of Thai characters (Unicode block 0E00–0E7F), as the insides of a
 * regular-expression character class.
 */

/** Consonants ก–ฮ, with ฤ and ฦ. */
export const CONSONANT = '\u0e01-\u0e2e';
/** Vowels written before their consonant: เ แ โ ใ ไ. */
export const LEAD_VOWEL = '\u0e40-\u0e44';
/** Vowels written after it: ะ า ำ ๅ. */
export const FOLLOW_VOWEL = '\u0e30\u0e32\u0e33\u0e45';
/** Tone marks ่ ้ ๊ ๋. */
export const TONE = '\u0e48-\u0e4b';
/** Everything written above or below a consonant. */
export const MARK = '\u0e31\u0e34-\u0e3a\u0e47-\u0e4e';
/** Letters and marks: what Thai words are made of (no digits, ฯ, ๆ, ฿ or other signs). */
export const WORD_CHAR = `${CONSONANT}${LEAD_VOWEL}${FOLLOW_VOWEL}${MARK}`;
