import { defineMessages, type Words } from '../../../platform/words.ts';
import type { Binding } from './take-measure.ts';

const messages = defineMessages({
  th: {
    none: 'ตัวชี้วัดนี้ไม่ได้ผูกกับค่าวัดของระบบงาน กรอกค่าพร้อมหลักฐาน',
    absent: 'ค่าวัด “{name}” ที่ผูกไว้ยังไม่มีในระบบ (หรือไม่มีแล้ว) ให้กรอกค่าพร้อมหลักฐานไปก่อน เมื่อมีค่าวัดแล้วจะดึงได้เอง',
    hidden: 'ผูกกับค่าวัด “{name}” ซึ่งท่านไม่มีสิทธิ์ดู ฝ่ายเลขานุการเป็นผู้ดึงค่าให้',
    bound: 'ผูกกับค่าวัด “{name}”',
    noValue: 'ค่าวัด “{name}” ยังไม่มีค่าในช่วงเวลาของรอบนี้ จึงยังไม่มีผล (ไม่นับเป็นศูนย์)',
  },
  en: {
    none: 'This indicator is not bound to a measure: type the value, with evidence',
    absent: 'The measure “{name}” that it is bound to is not in the house (any more). Type the value with evidence; once the measure is there it can be taken.',
    hidden: 'It is bound to the measure “{name}”, which you may not read. The secretariat takes its value.',
    bound: 'Bound to the measure “{name}”',
    noValue: 'The measure “{name}” has no value in the days of this round, so the result is missing (not zero)',
  },
});

/** What is to be said of a binding. */
export function measureWords(binding: Binding, noValue = false): Words {
  if (binding.kind === 'none') return messages.words('none');
  return messages.words(noValue ? 'noValue' : binding.kind, { name: binding.name });
}
