/** Random text for property tests: Thai pieces that matter, and any UTF-16 unit. */
import fc from 'fast-check';

const thaiPieces = [
  'น้ำ', 'นํ้า', 'นำ้', 'เเ', 'เ', 'แ', 'ํ', 'า', 'ำ', 'ๅ', 'ฤๅ', 'ฦ', '่', '้', '๊', '๋', '์', '็', 'ิ', 'ี', 'ุ', 'ู', 'ั', 'ฺ',
  'ก', 'ร', 'ม', 'ฯ', 'ๆ', 'ฯลฯ', ' ๆ', 'กรุงเทพฯ', 'ก.พ.ร.', 'พ.ศ.', '.', ' ', '\n', '\u200b', '\ufeff', '\u00ad', '๑', '9', 'A', 'é',
];

/** One UTF-16 unit of any kind, lone surrogates and controls included. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

/** Text of up to `maxPieces` pieces, mostly Thai. */
export function anyText(maxPieces = 30): fc.Arbitrary<string> {
  const piece = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...thaiPieces) }, { weight: 1, arbitrary: anyUnit });
  return fc.array(piece, { maxLength: maxPieces }).map((pieces) => pieces.join(''));
}
