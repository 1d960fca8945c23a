import { defineMessages, type Language, type Words } from '../../../../platform/words.ts';

const messages = defineMessages({
  th: {
    name: 'ชื่อกรอบการประเมิน', components: 'องค์ประกอบ', rules: 'ข้อกำหนดของตัวชี้วัด', scale: 'เกณฑ์การให้คะแนน', classes: 'ระดับผลการประเมิน', rounds: 'รอบการรายงาน', cancelled: 'ตัวชี้วัดที่ยกเลิกระหว่างปี', rounding: 'การปัดเศษ', notes: 'หมายเหตุ',
    weightSum: 'ผลรวมของน้ำหนัก', 'components.weight': 'น้ำหนักขององค์ประกอบ', 'scale.below': 'ผลที่ต่ำกว่าขั้นแรก', rule: 'ข้อกำหนดที่ {n}', ofComponent: '{what}ของ {key} {name}',
    'what.weight': 'น้ำหนัก', 'what.kind': 'การเทียบกับปีอื่น', 'what.parts': 'ประเด็นย่อย',
  },
  en: {
    name: 'Name of the framework', components: 'Components', rules: 'Rules for indicators', scale: 'Scale', classes: 'Classes', rounds: 'Rounds of reporting', cancelled: 'Indicators cancelled in mid-year', rounding: 'Rounding', notes: 'Notes',
    weightSum: 'Sum of the weights', 'components.weight': 'Weights of the components', 'scale.below': 'Results below the first step', rule: 'Rule {n}', ofComponent: '{what} of {key} {name}',
    'what.weight': 'Weight', 'what.kind': 'Comparison with other years', 'what.parts': 'Parts',
  },
});

type Key = keyof typeof messages.th;

/** Words of a place in a framework; names in two languages are told each in its own. */
export function words(key: Key, params: Readonly<Record<string, string | number | Words>> = {}): Words {
  const fill = (lang: Language) => messages.in(lang)(key, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? value[lang] : value])));
  return { th: fill('th'), en: fill('en') };
}
