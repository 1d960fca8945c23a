// What every generated item is told with: who is there, how they speak, and how a meeting hands over work.
import { addDays, formatDate, holidayMap, isWorkingDay, localTime, MONTHS, nextWorkingDay } from '../../../../../thai/index.ts';
import type { LocalDate, OfficeCalendar } from '../../../../../thai/index.ts';
import type { Assignment, MinutesLine, Speaker } from '../../minutes-document.ts';
import type { Chance } from './random.ts';
import type { Topic, TopicUnit } from './topics.ts';

export type Person = { readonly title: 'นาย' | 'นาง' | 'นางสาว'; readonly given: string; readonly family: string; readonly unit: TopicUnit; readonly job: string };

export const holidays = holidayMap();
export const officeCalendar: OfficeCalendar = { holidays, weekend: new Set([0, 6]), extraWorkingDays: new Set(), hours: { opens: localTime('08:30'), closes: localTime('16:30') } };

/** The scene of one meeting. */
export type Scene = {
  readonly c: Chance;
  readonly topic: Topic;
  readonly people: readonly Person[];
  readonly meeting: LocalDate;
  readonly sent: LocalDate;
  readonly fiscalYear: number;
  /** Digits as this office writes them in texts. */
  readonly d: (n: number | string) => string;
  readonly id: () => string;
};

export function nameOf(p: Person): string {
  return `${p.title}${p.given} ${p.family}`;
}

export function speak({ c }: Scene, p: Person): Speaker {
  const name = `${p.title === 'นางสาว' && c.maybe(0.5) ? 'น.ส.' : p.title}${p.given}ฯ`;
  return c.maybe(0.85) ? { name, unit: p.unit.abbreviation } : { name };
}

export function headSpeaks(unit: TopicUnit): Speaker {
  return { position: `ผอ.${unit.abbreviation}` };
}

const verbs = ['แจ้งว่า', 'รายงานว่า', 'ชี้แจงว่า', 'ให้ข้อมูลว่า', 'ให้ข้อสังเกตว่า', 'มีความเห็นว่า'];

export function statement(s: Scene, speaker: Speaker | undefined, text: string): MinutesLine {
  return { kind: 'statement', id: s.id(), ...(speaker && { speaker }), text };
}

export function resolution(s: Scene, kind: 'acknowledge' | 'agree' | 'adopt' | 'assign' | 'approve', text: string, assignments: Assignment[] = [], label?: string): MinutesLine {
  return { kind: 'resolution', id: s.id(), resolutions: [kind], text, assignments, ...(label && { label }) };
}

/** A working day well after the minutes have gone out. */
function dueDay(s: Scene, from = 10, to = 60): LocalDate {
  const day = addDays(s.sent, s.c.between(from, to));
  return isWorkingDay(officeCalendar, day) ? day : (nextWorkingDay(officeCalendar, day) ?? day);
}

export function dateText(s: Scene, day: LocalDate): string {
  return s.d(formatDate(day, { style: s.c.pick(['long', 'weekday', 'formal'] as const) }));
}

const distractors: readonly ((s: Scene) => string)[] = [
  (s) => `ในปีงบประมาณ พ.ศ. ${s.d(s.fiscalYear - 1)} ดำเนินการได้ร้อยละ ${s.d(s.c.between(61, 97))} ของเป้าหมาย`,
  (s) => `ควรเตรียมคำของบประมาณในปีงบประมาณ พ.ศ. ${s.d(s.fiscalYear + 1)} ไว้ล่วงหน้า`,
  (s) => `มีหน่วยบริการ ${s.d(s.c.between(12, 80))} แห่ง กระจายอยู่ทุกภาค`,
  (s) => `ได้หารือกับ ${s.c.pick(s.topic.outside)[0]} ในเบื้องต้นแล้ว ไม่มีข้อขัดข้อง`,
  (s) => `ใช้เวลา ${s.d(s.c.between(2, 9))} เดือน และใช้งบประมาณ ${s.d(s.c.between(2, 9))}.${s.d(s.c.between(1, 9))} ล้านบาท`,
  (s) => `ตามแผนระยะยาว (พ.ศ. ${s.d(s.fiscalYear)} - ${s.d(s.fiscalYear + 4)}) ต้องเร่งดำเนินการในเรื่องต่าง ๆ ให้ทันกำหนด`,
  () => `จะนำข้อสังเกตของที่ประชุมไปปรับปรุงและรายงานความคืบหน้าเป็นระยะ ๆ`,
  (s) => `ได้ประชุมหารือร่วมกับทุกหน่วยงานเมื่อ${s.d(formatDate(addDays(s.meeting, -s.c.between(7, 60)), { style: 'weekday' }))} แล้ว`,
  (s) => `ตามหนังสือที่ ${s.d(s.c.between(101, 999))}/${s.d(s.fiscalYear - 1)} ได้ขยายเวลาออกไปถึงเดือน${s.c.pick(MONTHS)}`,
];

export function remark(s: Scene): string {
  const { c } = s;
  const verb = c.pick(verbs);
  const body = c.maybe(0.5) ? c.pick(s.topic.remarks) : c.pick(distractors)(s);
  return `${verb} ${body}`;
}

export function chatter(s: Scene, most: number): MinutesLine[] {
  return Array.from({ length: s.c.between(0, most) }, () => statement(s, speak(s, s.c.pick(s.people)), remark(s)));
}

const handOver = ['มอบหมายให้ {u} {t}', 'มอบ {u} {t}', 'ให้ {u} รับไป{t}', 'มอบหมาย {u} เป็นหน่วยงานหลักในการ{t}'];
const untilWords = ['ภายใน', 'ภายในวันที่ ', 'ให้แล้วเสร็จภายใน'];

/** A resolution that gives work, with everything that belongs to it. */
export function handsOver(s: Scene, units: readonly TopicUnit[], task: string, label?: string): MinutesLine {
  const { c } = s;
  const names = units.map((u) => u.abbreviation).join(' และ ');
  const text = c.pick(handOver).replace('{u}', names).replace('{t}', task);
  const day = dueDay(s);
  const byEvent = c.maybe(0.25);
  const shown = formatDate(day, { style: c.pick(['long', 'weekday'] as const) });
  const lead = c.pick(untilWords);
  const until = lead.endsWith('วันที่ ') ? `${lead}${s.d(formatDate(day))}` : `${lead}${shown.startsWith('วัน') ? '' : 'วันที่ '}${s.d(shown)}`;
  const due = byEvent ? ({ kind: 'event', event: 'การประชุมครั้งถัดไป' } as const) : ({ kind: 'date', date: day } as const);
  const assignment: Assignment = { id: `t${s.id()}`, owners: units.map((u) => ({ text: u.abbreviation })), task, due, supportUnits: [] };
  return resolution(s, 'assign', `${text} ${byEvent ? 'และรายงานในการประชุมครั้งถัดไป' : until}`, [assignment], label);
}
