// Why something was found, in plain words: the same text that set it off tells it.
import type { Words } from '../words.ts';
import { bonesOf, fold } from './fold.ts';
import type { ShownText } from './find.ts';
import type { Alternative, Question } from './question.ts';

/** How the question was read, from what was typed to what was found. */
export type SearchMode = 'exact' | 'keyboard' | 'wider' | 'spelling';

const places: readonly Words[] = [
  { th: 'เลขที่ตรงกัน', en: 'The number is the same' },
  { th: 'อยู่ในเลขที่', en: 'In the number' },
  { th: 'อยู่ในชื่อเรื่อง', en: 'In the title' },
  { th: 'อยู่ในเนื้อหา', en: 'In the text' },
];

const ways: Readonly<Record<'wider' | 'spelling', Words>> = {
  wider: { th: 'มีครบทุกคำ แต่ไม่ติดกัน', en: 'Has all of the words, but apart' },
  spelling: { th: 'สะกดต่างกันที่วรรณยุกต์หรือเครื่องหมาย', en: 'Spelt with other tones or marks' },
};

/** The alternatives that occur in this text. */
export function alternativesIn(question: Question, text: ShownText, forgiving: boolean): Alternative[] {
  const form = (given: string) => (forgiving ? bonesOf(given) : given);
  const folded = form([text.title, text.reference ?? '', text.body].map(fold).join('\n'));
  return question.terms.flatMap((term) => term.alternatives.filter((one) => folded.includes(form(one.text))));
}

/** Plain reasons: where it stands, and what made it fit that was not typed. */
export function reasons(question: Question, tier: number, occurring: readonly Alternative[], mode: SearchMode, typed: string): Words[] {
  const found: Words[] = [places[tier] ?? places[3]] as Words[];
  if (mode === 'keyboard') found.push({ th: `แก้แป้นพิมพ์จาก “${typed}”`, en: `Keyboard corrected from “${typed}”` });
  if (mode === 'wider' || mode === 'spelling') found.push(ways[mode]);
  for (const term of question.terms) {
    const own = term.alternatives.filter((one) => occurring.includes(one));
    if (own.some((one) => one.via === 'typed')) {
      if (term.phrase) found.push({ th: 'ตรงตามที่อยู่ในเครื่องหมายคำพูด', en: 'As it stands in the quotation marks' });
      continue;
    }
    for (const one of own.slice(0, 2)) {
      if (one.via === 'synonym') found.push({ th: `คำที่ใช้แทนกัน: ${term.shown} → ${one.shown}`, en: `Means the same: ${term.shown} → ${one.shown}` });
      else found.push({ th: `ปีเดียวกัน: ${term.shown} = ${one.shown}`, en: `The same year: ${term.shown} = ${one.shown}` });
    }
  }
  return found;
}
