// Clean minutes about other matters than the demo's, made from a seed: many wordings, no fault.
import { addDays, isWorkingDay, localDate, MONTHS, nextWorkingDay, toThaiDigits, weekday } from '../../../../../thai/index.ts';
import type { LocalDate } from '../../../../../thai/index.ts';
import type { AgendaItem, AgendaSection, Member, MinutesDocument, MinutesLine, Participant } from '../../minutes-document.ts';
import type { CheckContext, KnownUnit } from '../finding.ts';
import { chance } from './random.ts';
import type { Chance } from './random.ts';
import { chatter, dateText, handsOver, headSpeaks, holidays, nameOf, remark, resolution, speak, statement, officeCalendar } from './scene.ts';
import type { Person, Scene } from './scene.ts';
import { givenNames, topics } from './topics.ts';
import type { Topic } from './topics.ts';
import { groupedWeights, nestedLists, nextYear, readOrder, takenOn } from './variety.ts';

/** What was generated and what a fault may want to know about it. */
export type Generated = {
  readonly document: MinutesDocument;
  readonly context: CheckContext;
  readonly topic: Topic;
  readonly people: readonly Person[];
  readonly fiscalYear: number;
};

export function generateMinutes(seed: number): Generated {
  const c = chance(seed);
  const topic = topics[seed % topics.length] ?? c.pick(topics);
  const start = addDays(localDate('2021-10-04'), c.between(0, 1500));
  const meeting = isWorkingDay(officeCalendar, start) ? start : (nextWorkingDay(officeCalendar, start) ?? start);
  const sentDay = addDays(meeting, c.between(5, 12));
  const sent = nextWorkingDay(officeCalendar, sentDay) ?? sentDay;
  const year = Number(meeting.slice(0, 4)) + 543;
  const fiscalYear = Number(meeting.slice(5, 7)) >= 10 ? year + 1 : year;
  const thai = c.maybe(0.75);
  let ids = 0;
  const people = makePeople(c, topic);
  const scene: Scene = { c, topic, people, meeting, sent, fiscalYear, d: (n) => (thai ? toThaiDigits(String(n)) : String(n)), id: () => `l${(ids += 1)}` };
  const document = makeDocument(scene, year);
  return { document, context: contextOf(scene), topic, people, fiscalYear };
}

function makePeople(c: Chance, topic: Topic): Person[] {
  const count = c.between(8, 15);
  const families = c.sample(givenNames.families, count);
  const given = c.sample([...givenNames.women.map((n) => [n, 'w'] as const), ...givenNames.men.map((n) => [n, 'm'] as const)], count);
  return given.map(([name, sex], index) => ({
    title: sex === 'm' ? 'นาย' : c.pick(['นาง', 'นางสาว'] as const),
    given: name,
    family: families[index] ?? 'ใจดี',
    unit: index < topic.units.length ? topic.units[index]! : c.pick(topic.units),
    job: c.pick(topic.jobs),
  }));
}

function contextOf({ topic, sent }: Scene): CheckContext {
  const outside = topic.outside.map(([text, fullName], n): KnownUnit => ({ id: `o${n}`, kind: 'outside', fullName, abbreviations: [{ text, standing: 'official' }] }));
  const units = topic.units.map((u): KnownUnit => ({
    id: u.abbreviation,
    kind: 'unit',
    fullName: u.fullName,
    abbreviations: [{ text: u.abbreviation, standing: 'official' }, ...(u.old ? [{ text: u.old, standing: 'variant' as const }] : [])],
    headPosition: u.head,
    headAbbreviation: `ผอ.${u.abbreviation}`,
  }));
  const department: KnownUnit = { id: 'd', kind: 'department', fullName: topic.department, abbreviations: [{ text: topic.departmentAbbreviation, standing: 'official' }] };
  return { units: [department, ...units, ...outside], calendar: officeCalendar, holidayName: (d) => holidays.get(d), sendDate: sent };
}

/** N numbered things with weights, argued about one by one, and the table that settles them. */
export function weightedItem(s: Scene): AgendaItem {
  const { c, topic } = s;
  const count = c.between(3, Math.min(6, topic.things.length));
  const names = c.sample(topic.things, count);
  const weights = shares(c, count);
  const units = names.map(() => c.pick(topic.units));
  const plan = c.pick(topic.plans);
  const lead = c.pick(topic.units);
  const announce = c.pick([`ประกอบด้วย ${s.d(count)} ${topic.thing} ดังนี้`, `แบ่งเป็น ${s.d(count)} ${topic.thing} ดังต่อไปนี้`, `มีทั้งหมด ${s.d(count)} ${topic.thing} ได้แก่`, `จำนวน ${s.d(count)} ${topic.thing} คือ`]);
  const lines: MinutesLine[] = [statement(s, headSpeaks(lead), `เสนอ${plan} ประจำปีงบประมาณ พ.ศ. ${s.d(s.fiscalYear)} ${announce}`)];
  names.forEach((name, i) => {
    lines.push({ kind: 'heading', id: s.id(), text: `${topic.thing}ที่ ${s.d(i + 1)} ${name}` });
    const unit = units[i] ?? lead;
    if (c.maybe(0.7)) lines.push(statement(s, headSpeaks(unit), c.pick([`${unit.abbreviation} เป็นเจ้าภาพ ขอกำหนดน้ำหนักร้อยละ ${s.d(weights[i] ?? 0)}`, `เห็นควรให้น้ำหนักเท่ากับร้อยละ ${s.d(weights[i] ?? 0)} เพราะเป็นงานต่อเนื่อง`, `ชี้แจงรายละเอียดและขอให้น้ำหนัก ${s.d(weights[i] ?? 0)} ตามความยากของงาน`])));
    lines.push(...chatter(s, 1));
  });
  const head = c.pick([[topic.thing, 'น้ำหนัก', 'หน่วยงาน'], [`ชื่อ${topic.thing}`, 'น้ำหนัก (ร้อยละ)', 'ผู้รับผิดชอบ'], ['รายการ', 'ร้อยละ', 'หน่วยรับผิดชอบ']]);
  const rows = names.map((name, i) => [`${topic.thing}ที่ ${s.d(i + 1)} ${c.maybe(0.5) ? ': ' : ''}${name}`, s.d(weights[i] ?? 0), (units[i] ?? lead).abbreviation]);
  if (c.maybe(0.5)) rows.push(['รวม', s.d(100), '']);
  lines.push(resolution(s, 'agree', `${c.pick(['เห็นชอบ', 'ที่ประชุมพิจารณาแล้วเห็นชอบ'])}${plan} ประจำปีงบประมาณ พ.ศ. ${s.d(s.fiscalYear)} ดังนี้`, [], s.d('1.')));
  lines.push({ kind: 'table', id: s.id(), columns: head, rows });
  lines.push(handsOver(s, [c.pick(units)], c.pick(topic.tasks), s.d('2.')));
  return { id: s.id(), title: plan, lines };
}

function shares(c: Chance, count: number): number[] {
  const cuts = c.sample(Array.from({ length: 18 }, (_, i) => (i + 1) * 5), count - 1).toSorted((a, b) => a - b);
  return [...cuts, 100].map((cut, i) => cut - (cuts[i - 1] ?? 0));
}

/** Steps with months that go forward. */
export function stepsItem(s: Scene): AgendaItem {
  const { c, topic } = s;
  const count = c.between(3, 4);
  const word = c.pick(['ขั้นตอน', 'ระยะ']);
  const first = Number(s.sent.slice(5, 7));
  const year = Number(s.sent.slice(0, 4)) + 543;
  const unit = c.pick(topic.units);
  const tasks = c.sample([...topic.tasks, ...topic.things.map((t) => `เริ่ม${t}`)], count);
  const lines: MinutesLine[] = [
    statement(s, headSpeaks(unit), `รายงานว่า ${unit.abbreviation} จะดำเนินการตาม${c.pick(topic.plans)} โดยแบ่งเป็น ${s.d(count)} ${word} ดังนี้`),
    ...tasks.map((t, i): MinutesLine => {
      const month = first + i + 1;
      return { kind: 'list-item', id: s.id(), level: 1, label: `${word}ที่ ${s.d(i + 1)}`, text: `ภายในเดือน${MONTHS[(month - 1) % 12]} ${s.d(year + Math.floor((month - 1) / 12))} ${t}` };
    }),
    ...chatter(s, 2),
    handsOver(s, [unit], c.pick(topic.tasks)),
  ];
  return { id: s.id(), title: c.pick(['ความก้าวหน้าของการดำเนินงาน', 'แผนการดำเนินงานระยะต่อไป', 'การเตรียมการในไตรมาสถัดไป']), lines };
}

/** One proposal, talked over and decided. */
export function proposalItem(s: Scene): AgendaItem {
  const { c, topic } = s;
  const unit = c.pick(topic.units);
  const helper = c.pick(topic.units.filter((u) => u !== unit));
  const plan = c.pick(topic.plans);
  const task = c.pick(topic.tasks);
  const text = c.pick([
    `เสนอ${plan} และขอเสนอให้ปรับวงเงินเป็น ${s.d(c.between(2, 40))} ล้านบาท`,
    `รายงานผลของ${plan}ในรอบปีที่ผ่านมา และจะ${task}ในระยะต่อไป`,
    `ชี้แจงความจำเป็นของ${plan} ซึ่งมี ๓ กลุ่ม ได้แก่ กลุ่มที่ ๑ ส่วนกลาง กลุ่มที่ ๒ ส่วนภูมิภาค และกลุ่มที่ ๓ ภาคีเครือข่าย`.replace(/[๑-๓]/gu, (n) => s.d('๑๒๓'.indexOf(n) + 1)),
  ]);
  const lines: MinutesLine[] = [statement(s, speak(s, c.pick(s.people.filter((p) => p.unit === unit).concat(s.people[0]!))), text), ...chatter(s, 3)];
  if (c.maybe(0.6)) lines.push(statement(s, { position: 'ประธาน' }, `${c.pick(['มอบหมายให้', 'ขอความอนุเคราะห์'])} ${helper.abbreviation} ${task}`));
  if (c.maybe(0.3)) lines.push(statement(s, undefined, `ที่ประชุมอภิปรายอย่างกว้างขวางและเห็นว่า${c.pick(topic.longName.split(' '))}ควรรับทราบเรื่องนี้ด้วย`));
  if (c.maybe(0.3)) lines.push(statement(s, undefined, `ทั้งนี้ ให้รายงาน${topic.longName}ทราบโดยเร็ว`));
  const said = new Set(lines.flatMap((l) => (l.kind === 'statement' ? topic.units.filter((u) => l.text.includes(u.abbreviation) || l.speaker?.unit === u.abbreviation) : [])));
  const owners = [...(said.has(helper) ? [helper] : []), ...(said.has(unit) && c.maybe(0.6) ? [unit] : [])];
  lines.push(resolution(s, 'agree', c.pick([`เห็นชอบ${plan}ตามที่เสนอ`, `เห็นชอบตามที่ ${unit.abbreviation} เสนอ`, `อนุมัติ${plan}ตามข้อเสนอ และให้ปรับปรุงตามข้อสังเกตของที่ประชุม`])));
  if (owners.length > 0) lines.push(handsOver(s, owners, task));
  return { id: s.id(), title: `${c.pick(['พิจารณา', 'การปรับปรุง', 'ข้อเสนอ'])}${plan}`, lines };
}

function makeSections(s: Scene, members: readonly Person[]): AgendaSection[] {
  const { c, topic } = s;
  const section = (kind: AgendaSection['kind'], items: AgendaItem[]): AgendaSection => ({ id: s.id(), kind, items });
  const plain = (lines: MinutesLine[]): AgendaItem => ({ id: s.id(), title: '', lines });
  const result = [section('chair-informs', [plain([statement(s, { position: 'ประธาน' }, `แจ้งว่า ${c.pick(topic.news)}`), resolution(s, 'acknowledge', 'รับทราบ')])])];
  if (c.maybe(0.6)) {
    const text = c.pick(['รับรองรายงานการประชุมโดยไม่มีการแก้ไข', 'รับรองรายงานการประชุมตามที่เลขานุการเสนอ']);
    result.push(section('adopt-previous', [plain([statement(s, { position: 'เลขานุการ' }, `เสนอรายงานการประชุมครั้งก่อนให้ที่ประชุมพิจารณา ปรากฏว่าไม่มีผู้ขอแก้ไข`), resolution(s, 'adopt', text)])]));
  }
  if (c.maybe(0.5)) result.push(section('matters-arising', [{ ...stepsItem(s), title: 'ติดตามผลตามมติที่ประชุมครั้งก่อน' }]));
  if (c.maybe(0.3)) result.push(section('for-information', [readOrder(s, members), ...(c.maybe(0.5) ? [nestedLists(s)] : [])]));
  else if (c.maybe(0.5)) result.push(section('for-information', [{ id: s.id(), title: c.pick(['รายงานสถานการณ์', 'ผลการเบิกจ่ายงบประมาณ']), lines: [...chatter(s, 2), statement(s, speak(s, c.pick(s.people)), remark(s)), resolution(s, 'acknowledge', 'รับทราบ')] }]));
  const items = [
    c.maybe(0.7) ? weightedItem(s) : groupedWeights(s),
    ...(c.maybe(0.7) ? [proposalItem(s)] : []),
    ...(c.maybe(0.5) ? [stepsItem(s)] : []),
    ...(c.maybe(0.4) ? [nextYear(s)] : []),
    ...(c.maybe(0.4) ? [takenOn(s)] : []),
  ];
  result.push(section('for-consideration', c.sample(items, items.length)));
  if (c.maybe(0.5)) result.push(section('other', [plain([statement(s, speak(s, c.pick(s.people)), remark(s)), resolution(s, 'acknowledge', 'รับทราบ')])]));
  return result;
}

function makeDocument(s: Scene, year: number): MinutesDocument {
  const { c, topic, people } = s;
  const number = c.between(1, 9);
  const members = people.slice(0, c.between(6, Math.min(9, people.length - 1)));
  const rest = people.slice(members.length);
  const absent = c.maybe(0.3) ? rest.slice(-1) : [];
  const participants = rest.slice(0, rest.length - absent.length);
  const secretary = members.at(-1)!;
  const drafter = participants.at(0) ?? secretary;
  const hour = c.between(9, 13);
  const length = c.between(2, 3);
  const clock = (h: number, m: number) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
  const position = (p: Person, n: number) => (n === 0 ? `รองอธิบดี${topic.department}` : n === members.length - 1 ? p.job : p.unit.head);
  const annual = `ประจำปีงบประมาณ พ.ศ. ${s.d(s.fiscalYear)}`;
  const title = `${topic.committee} ${annual}`;
  const nth = `ครั้งที่ ${s.d(number)}/${s.d(year)}`;
  return {
    header: {
      titleLines: c.pick([[topic.committee, `${annual} ${nth}`], [title, nth], [`${title} ${nth}`]]),
      committeeName: topic.committee,
      number, year, date: s.meeting,
      plannedStart: clock(hour, 30), plannedEnd: clock(hour + length, 30),
      actualStart: clock(hour, c.pick([30, 30, 35, 40])), actualEnd: clock(hour + length, c.pick([5, 15, 30, 40, 55])),
      place: `ห้องประชุม ${s.d(c.between(1, 9))} ชั้น ${s.d(c.between(2, 12))} ${topic.department}`,
      fiscalYear: s.fiscalYear,
    },
    attendance: {
      members: members.map((p, n): Member => ({ id: `m${n + 1}`, personName: nameOf(p), position: position(p, n), role: n === 0 ? 'ประธาน' : n === members.length - 1 ? 'กรรมการและเลขานุการ' : 'กรรมการ', kind: 'member', unit: p.unit.abbreviation })),
      participants: participants.map((p, n): Participant => ({ id: `p${n + 1}`, personName: nameOf(p), position: p.job, unit: p.unit.abbreviation })),
      absent: absent.map((p, n) => ({ id: `a${n + 1}`, personName: nameOf(p), position: p.job, unit: p.unit.abbreviation, role: 'กรรมการ', reason: 'ติดราชการ' })),
    },
    sections: makeSections(s, members),
    signatures: {
      drafter: { personName: nameOf(drafter), position: drafter.job, caption: 'ผู้จดรายงานการประชุม' },
      checker: { personName: nameOf(secretary), position: secretary.job, caption: 'ผู้ตรวจรายงานการประชุม' },
    },
    covering: {
      subject: `ขอส่งรายงานการประชุม${title} ${nth}`,
      addressees: topic.units.map((u) => `ผอ.${u.abbreviation}`),
      replyReference: `ได้พิจารณารายงานการประชุม${title} ${nth} เมื่อ${dateTextOfMeeting(s)} แล้ว`,
      sentOn: s.sent,
      answerBy: addDays(s.sent, 7),
    },
  };
}

function dateTextOfMeeting(s: Scene): string {
  const text = dateText(s, s.meeting);
  return text.startsWith('วัน') ? text : `วันที่ ${text}`;
}

/** Days of the week that are off, for faults that look for one. */
export function isWeekend(day: LocalDate): boolean {
  return weekday(day) === 0 || weekday(day) === 6;
}
