// More kinds of clean agenda items, written to be hard for a checker: weights that were argued about,
// groups with sub-rows, other years that belong there, people and units that look alike, nested lists.
import { formatDate } from '../../../../../thai/index.ts';
import type { AgendaItem, MinutesLine } from '../../minutes-document.ts';
import { chatter, handsOver, headSpeaks, nameOf, speak, statement } from './scene.ts';
import type { Person, Scene } from './scene.ts';

function agreed(s: Scene, text: string): MinutesLine {
  return { kind: 'resolution', id: s.id(), resolutions: ['agree'], text, assignments: [] };
}

/** Weights proposed, changed by the meeting, and settled in a table with groups and sub-rows. */
export function groupedWeights(s: Scene): AgendaItem {
  const { c, topic } = s;
  const [a, b, x] = c.sample(topic.things, 3);
  const [u, v] = c.sample(topic.units, 2);
  if (!a || !b || !x || !u || !v) throw new Error('topic too small');
  const first = c.pick([20, 30, 40]);
  const second = c.pick([10, 20]);
  const half = (100 - first - second) / 2;
  const n = s.d;
  const lines: MinutesLine[] = [
    statement(s, headSpeaks(u), `เสนอกรอบการให้คะแนนซึ่งมี ${n(2)} ด้าน โดยด้านที่ ${n(1)} น้ำหนักร้อยละ ${n(first + second)} และด้านที่ ${n(2)} น้ำหนักร้อยละ ${n(half * 2)}`),
    { kind: 'heading', id: s.id(), text: `ด้านที่ ${n(1)} การปฏิบัติงานตามแผน` },
    statement(s, headSpeaks(v), `เดิมเสนอน้ำหนักของตัวชี้วัดที่ ${n(1)} เป็นร้อยละ ${n(first - 5)}`),
    statement(s, { position: 'ประธาน' }, `เห็นควรเพิ่มตัวชี้วัดที่ ${n(1)} เป็นน้ำหนักร้อยละ ${n(first)} เพื่อให้สอดคล้องกับภารกิจหลัก`),
    ...chatter(s, 1),
    { kind: 'heading', id: s.id(), text: `ด้านที่ ${n(2)} การพัฒนาองค์กร` },
    statement(s, headSpeaks(u), `ตัวชี้วัดที่ ${n(3)} แบ่งน้ำหนักเป็นส่วนกลางร้อยละ ${n(half)} และส่วนภูมิภาคร้อยละ ${n(half)} รวม ${n(2)} รายการ`),
    agreed(s, `เห็นชอบกรอบการให้คะแนน ประจำปีงบประมาณ พ.ศ. ${n(s.fiscalYear)} ดังนี้`),
    {
      kind: 'table', id: s.id(), columns: ['ตัวชี้วัด', 'น้ำหนัก', 'หน่วยงาน'],
      rows: [
        [`ด้านที่ ${n(1)}`, c.maybe(0.5) ? n(first + second) : '', ''],
        [`ตัวชี้วัดที่ ${n(1)} ${a}`, n(first), u.abbreviation],
        [`ตัวชี้วัดที่ ${n(2)} ${b}`, n(second), v.abbreviation],
        [`ด้านที่ ${n(2)}`, c.maybe(0.5) ? n(half * 2) : '', ''],
        [`ตัวชี้วัดที่ ${n(3)} ${x}`, '', ''],
        [`${n('3.1')} ส่วนกลาง`, n(half), u.abbreviation],
        [`${n('3.2')} ส่วนภูมิภาค`, n(half), v.abbreviation],
      ],
    },
  ];
  return { id: s.id(), title: 'กรอบการให้คะแนนผลการดำเนินงาน', lines };
}

/** The plan of another year, rightly so. */
export function nextYear(s: Scene): AgendaItem {
  const { c, topic } = s;
  const plan = c.pick(topic.plans);
  const year = s.d(s.fiscalYear + 1);
  const [unit, other] = c.sample(topic.units, 2);
  if (!unit || !other) throw new Error('topic too small');
  return {
    id: s.id(),
    title: `(ร่าง) ${plan} ประจำปีงบประมาณ พ.ศ. ${year}`,
    lines: [
      statement(s, headSpeaks(unit), `นำเสนอร่าง${plan} ประจำปีงบประมาณ พ.ศ. ${year} โดยเทียบกับผลของปีงบประมาณ พ.ศ. ${s.d(s.fiscalYear - 1)} ซึ่งไม่มีการปรับแผนระหว่างปี`),
      statement(s, headSpeaks(other), `เสนอให้เพิ่มพื้นที่นำร่องในร่าง${plan}อีก ${s.d(c.between(2, 9))} แห่ง`),
      statement(s, { position: 'ประธาน' }, `ขอบคุณ ${unit.abbreviation} และ ${other.abbreviation} ที่ร่วมกันจัดทำข้อมูล พร้อมทั้งสอบถามว่ามีข้อขัดข้องหรือไม่ ที่ประชุมไม่มีข้อขัดข้อง`),
      agreed(s, `เห็นชอบร่าง${plan} ประจำปีงบประมาณ พ.ศ. ${year} โดยเพิ่มพื้นที่นำร่องตามที่ ${other.abbreviation} เสนอ`),
    ],
  };
}

/** Lists within lists, marks in a sentence, counts that announce nothing. */
export function nestedLists(s: Scene): AgendaItem {
  const { c, topic } = s;
  const n = s.d;
  const unit = c.pick(topic.units);
  const outer = c.sample(topic.things, 2);
  const inner = c.sample(topic.tasks, 3);
  const item = (level: number, label: string, text: string): MinutesLine => ({ kind: 'list-item', id: s.id(), level, label, text });
  return {
    id: s.id(),
    title: 'สรุปประเด็นจากการลงพื้นที่',
    lines: [
      statement(s, headSpeaks(unit), `ลงพื้นที่ ${n(c.between(3, 9))} จังหวัด พบ ${n(2)} ประเด็นหลัก ดังนี้`),
      item(1, n('1.'), `${outer[0]} มีข้อสังเกต ${n(3)} ข้อ ได้แก่`),
      ...inner.map((t, i) => item(2, n(`${i + 1})`), t)),
      item(1, n('2.'), `${outer[1]} อยู่ระหว่างดำเนินการ`),
      statement(s, speak(s, c.pick(s.people)), `ให้ข้อมูลเพิ่มเติมว่า เครื่องมือที่จำเป็นมี ${n(2)} ประเภท คือ (${n(1)}) แบบสำรวจภาคสนาม และ (${n(2)}) แบบสัมภาษณ์ ทั้งนี้ มีบุคลากร ${n(c.between(4, 20))} คน ปฏิบัติงานในพื้นที่ที่ยากลำบาก`),
      statement(s, { position: 'ประธาน' }, `สั่งการให้ปรับข้อมูลให้เป็นปัจจุบันโดยใช้ระบบ ${n('4.0')} และเอกสารหมายเลข ${n(c.between(1, 20))} ประกอบ`),
      { kind: 'resolution', id: s.id(), resolutions: ['acknowledge'], text: c.pick(['รับทราบ', 'ที่ประชุมรับทราบ']), assignments: [] },
    ],
  };
}

/** The order that set up the committee, read out in full and rightly. */
export function readOrder(s: Scene, members: readonly Person[]): AgendaItem {
  const { c, topic } = s;
  const [chairman, ...others] = members;
  const secretary = others.at(-1);
  if (!chairman || !secretary) throw new Error('nobody there');
  const heads = [...new Set(others.slice(0, -1).map((p) => `ผอ.${p.unit.abbreviation}`))];
  const number = `${s.d(c.between(11, 990))}/${s.d(s.fiscalYear - 1)}`;
  const subject = `แต่งตั้ง${topic.committee}`;
  return {
    id: s.id(),
    title: `คำสั่ง${topic.department} ที่ ${number} เรื่อง ${subject}`,
    lines: [
      statement(s, { position: 'เลขานุการ' }, `แจ้งว่า ${topic.department}มีคำสั่งที่ ${number} เรื่อง ${subject} โดยมี${nameOf(chairman)} เป็นประธาน ${heads.join(' ')} เป็นกรรมการ และ${nameOf(secretary)} (${secretary.unit.abbreviation}) เป็นกรรมการและเลขานุการ สั่ง ณ วันที่ ${s.d(formatDate(s.meeting))}`),
      { kind: 'resolution', id: s.id(), resolutions: ['acknowledge'], text: 'รับทราบ', assignments: [] },
    ],
  };
}

/** Work taken on in the discussion and resolved in other words; officials who are nobody on the list. */
export function takenOn(s: Scene): AgendaItem {
  const { c, topic } = s;
  const [unit, other] = c.sample(topic.units, 2);
  if (!unit || !other) throw new Error('topic too small');
  const [task, more] = c.sample(topic.tasks, 2);
  return {
    id: s.id(),
    title: c.pick(['ปัญหาและอุปสรรค', 'การประสานงานระหว่างหน่วยงาน']),
    lines: [
      statement(s, headSpeaks(unit), `แจ้งว่า ${unit.abbreviation} จะรับไป${task} และประสานนายอำเภอกับนายกเทศมนตรีในพื้นที่ต่อไป`),
      statement(s, headSpeaks(other), `แจ้งว่า เรื่องนี้อธิบดีมอบหมาย ${other.abbreviation} ไว้แล้วส่วนหนึ่ง จึงขอเสนอให้${more}ควบคู่กันไป โดยใช้เจ้าหน้าที่ชุดเดียวกัน`),
      ...chatter(s, 2),
      agreed(s, `เห็นชอบให้${more}ควบคู่กับการ${task}`),
      handsOver(s, [unit, other], `${task}และ${more}`),
    ],
  };
}
