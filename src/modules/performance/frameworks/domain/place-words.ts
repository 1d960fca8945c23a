import { defineMessages, type Language, type Words } from '../../../../platform/words.ts';

const messages = defineMessages({
  th: {
    name: 'ชื่อกรอบการประเมิน', components: 'องค์ประกอบ', rules: 'ข้อกำหนดของตัวชี้วัด', scale: 'เกณฑ์การให้คะแนน', classes: 'ระดับผลการประเมิน', rounds: 'รอบการรายงาน', cancelled: 'ตัวชี้วัดที่ยกเลิกระหว่างปี', rounding: 'การปัดเศษ', notes: 'หมายเหตุ',
    weightSum: 'ผลรวมของน้ำหนัก', 'components.weight': 'น้ำหนักขององค์ประกอบ', 'scale.below': 'ผลที่ต่ำกว่าขั้นแรก', rule: 'ข้อกำหนดที่ {n}', ofComponent: '{what}ของ {key} {name}',
    'at.name': 'ชื่อ', 'at.weight': 'น้ำหนัก', 'at.kind': 'ประเภท', 'at.key': 'รหัส', 'at.tags': 'แนวทาง', 'at.tagNeeded': 'ต้องระบุแนวทาง', 'at.from': 'ตั้งแต่คะแนน', 'at.scores': 'คะแนนขั้นที่', 'at.names': 'ชื่อขั้นที่', 'at.below': 'ต่ำกว่าขั้นแรก', 'at.min': 'อย่างน้อย', 'at.max': 'ไม่เกิน',
    'at.counts': 'วิธีนับ', 'at.component': 'องค์ประกอบ', 'at.tag': 'แนวทาง', 'at.places': 'ทศนิยม', 'at.mode': 'วิธีปัดเศษ', 'at.at': 'ปัดเศษที่', 'at.words': 'ข้อความ', 'at.certainty': 'สถานะ', 'at.field': 'เกี่ยวกับ',
    'what.weight': 'น้ำหนัก', 'what.kind': 'การเทียบกับปีอื่น', 'what.parts': 'ประเด็นย่อย',
  },
  en: {
    name: 'Name of the framework', components: 'Components', rules: 'Rules for indicators', scale: 'Scale', classes: 'Classes', rounds: 'Rounds of reporting', cancelled: 'Indicators cancelled in mid-year', rounding: 'Rounding', notes: 'Notes',
    weightSum: 'Sum of the weights', 'components.weight': 'Weights of the components', 'scale.below': 'Results below the first step', rule: 'Rule {n}', ofComponent: '{what} of {key} {name}',
    'at.name': 'name', 'at.weight': 'weight', 'at.kind': 'kind', 'at.key': 'key', 'at.tags': 'guideline', 'at.tagNeeded': 'guideline needed', 'at.from': 'from', 'at.scores': 'score of step', 'at.names': 'name of step', 'at.below': 'below the first step', 'at.min': 'at least', 'at.max': 'at most',
    'at.counts': 'counted', 'at.component': 'component', 'at.tag': 'guideline', 'at.places': 'places', 'at.mode': 'rounded', 'at.at': 'rounded at', 'at.words': 'text', 'at.certainty': 'state', 'at.field': 'about',
    'what.weight': 'Weight', 'what.kind': 'Comparison with other years', 'what.parts': 'Parts',
  },
});

type Key = keyof typeof messages.th;

/** Words of a place in a framework; names in two languages are told each in its own. */
export function words(key: Key, params: Readonly<Record<string, string | number | Words>> = {}): Words {
  const fill = (lang: Language) => messages.in(lang)(key, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? value[lang] : value])));
  return { th: fill('th'), en: fill('en') };
}

/** `components.[2].parts.[2.1].weight` → `2 2.1 น้ำหนัก`: where in its section a difference stands. */
export function pathWords(path: string, lang: Language): string {
  const steps = path.match(/\[[^\]]*\]|[^.]+/g) ?? [];
  const told = steps.slice(1).flatMap((step) => {
    if (step.startsWith('[')) return [step.slice(1, -1)];
    if (/^\d+$/.test(step)) return [String(Number(step) + 1)];
    const key = `at.${step}`;
    return key in messages.th ? [messages.in(lang)(key as Key)] : [];
  });
  return told.join(' ');
}
