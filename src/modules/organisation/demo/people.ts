// Seats of the demo department and who sits in them: the cast of the meeting, then invented people, 300 in all.
import type { PositionKind } from '../domain/positions.ts';
import { cast, castDepartment, castUnits } from './cast.ts';
import { namesFrom, seeded } from './names.ts';
import { demoUnits, type DemoUnit } from './units.ts';

export interface DemoSeat {
  /** Key inside the demo; `head:สนข.` is the seat of a unit's head. */
  readonly key: string;
  readonly unit: string;
  readonly title: string;
  readonly abbreviation: string;
  readonly kind: PositionKind;
  readonly level: string;
  readonly head: boolean;
  readonly rank: number;
  /** Key of the person; none for a vacant seat. */
  readonly holder?: string;
}

export interface DemoPerson {
  readonly key: string;
  readonly title: string;
  readonly given: string;
  readonly family: string;
}

const total = 300;
/** Seats of heads that nobody holds: somebody acts for them (see the cast). */
const vacantHeads = new Set(['สนผ.', 'กคส.']);
const clerks = new Set(['person-23', 'person-24', 'person-32']);
const levels = /(ปฏิบัติการ|ชำนาญการพิเศษ|ชำนาญการ|ชำนาญงาน|เชี่ยวชาญ)$/;
const officerTitles = ['นักประชาสัมพันธ์', 'นักสื่อสารมวลชน', 'นักจัดการงานทั่วไป', 'นักวิเคราะห์นโยบายและแผน', 'เจ้าพนักงานประชาสัมพันธ์'];
const officerLevels = ['ปฏิบัติการ', 'ชำนาญการ', 'ชำนาญการ', 'ชำนาญการพิเศษ'];

interface Plan {
  people: DemoPerson[];
  seats: DemoSeat[];
}

/** The whole staff, always the same. */
export function demoPeople(): Plan {
  const name = namesFrom(2563, cast.map((person) => `${person.given} ${person.family}`));
  const random = seeded(1353);
  const people: DemoPerson[] = cast.map(({ id, title, given, family }) => ({ key: id, title, given, family }));
  const seats: DemoSeat[] = [];
  const invent = (key: string): string => {
    people.push({ key, ...name() });
    return key;
  };
  const sit = (seat: Omit<DemoSeat, 'rank' | 'level' | 'abbreviation' | 'head'> & Partial<DemoSeat>) => seats.push({ rank: 100, level: '', abbreviation: '', head: false, ...seat });

  const { head, deputy } = castDepartment;
  sit({ key: 'dg', unit: 'กปส.', title: head.position, abbreviation: head.abbreviation, kind: 'executive', level: 'บริหารสูง', head: true, rank: 1, holder: invent('person-dg') });
  sit({ key: 'deputy', unit: 'กปส.', title: deputy.position, abbreviation: deputy.abbreviation, kind: 'executive', level: 'บริหารต้น', rank: 2, holder: 'person-01' });
  for (const n of [1, 2]) sit({ key: `deputy-${n}`, unit: 'กปส.', title: deputy.position, abbreviation: `${deputy.abbreviation}${n}`, kind: 'executive', level: 'บริหารต้น', rank: 2 + n, holder: invent(`person-deputy-${n}`) });

  for (const unit of demoUnits) {
    if (!unit.head) continue;
    const known = cast.find((person) => person.unit === unit.abbreviation && unit.abbreviation !== '' && person.position === unit.head?.title);
    const holder = known?.id ?? (vacantHeads.has(unit.key) ? undefined : invent(`person-head-${unit.key}`));
    sit({ key: `head:${unit.key}`, unit: unit.key, title: unit.head.title, abbreviation: unit.head.abbreviation, kind: 'head', level: levelOfHead(unit), head: true, rank: 10, ...(holder ? { holder } : {}) });
  }
  for (const person of cast) {
    if (seats.some((seat) => seat.holder === person.id)) continue;
    const specialist = person.position.startsWith('ผู้เชี่ยวชาญ');
    sit({ key: `seat:${person.id}`, unit: person.unit, title: person.position, kind: clerks.has(person.id) ? 'records-clerk' : specialist ? 'specialist' : 'officer', level: levels.exec(person.position)?.[1] ?? '', rank: specialist ? 20 : 50, holder: person.id });
  }
  const staffed = demoUnits.filter((unit) => unit.abbreviation !== '' && unit.kind !== 'department');
  const castClerks = new Set(cast.filter((person) => clerks.has(person.id)).map((person) => person.unit));
  for (const unit of staffed) {
    if (castClerks.has(unit.key)) continue;
    const key = unit.key === 'สนข.' ? 'person-clerk-snk' : `person-clerk-${unit.key}`;
    sit({ key: `clerk:${unit.key}`, unit: unit.key, title: 'เจ้าพนักงานธุรการชำนาญงาน', kind: 'records-clerk', level: 'ชำนาญงาน', rank: 60, holder: invent(key) });
  }
  sit({ key: 'admin', unit: 'ศสช.', title: 'นักวิชาการคอมพิวเตอร์ชำนาญการพิเศษ', kind: 'officer', level: 'ชำนาญการพิเศษ', rank: 40, holder: invent('person-admin') });
  sit({ key: 'auditor', unit: 'กตส.', title: 'นักวิชาการตรวจสอบภายในชำนาญการ', kind: 'officer', level: 'ชำนาญการ', rank: 50, holder: invent('person-auditor') });
  const places = demoUnits.filter((unit) => unit.kind === 'group' || unit.kind === 'section' || castUnits.some((known) => known.abbreviation === unit.key));
  for (let n = 1; people.length < total; n += 1) {
    const unit = places[n % places.length] as DemoUnit;
    const level = officerLevels[random(officerLevels.length)] as string;
    sit({ key: `officer:${n}`, unit: unit.key, title: `${officerTitles[random(officerTitles.length)]}${level}`.replace('เจ้าพนักงานประชาสัมพันธ์ปฏิบัติการ', 'เจ้าพนักงานประชาสัมพันธ์ปฏิบัติงาน').replace(/เจ้าพนักงานประชาสัมพันธ์ชำนาญการ(พิเศษ)?/, 'เจ้าพนักงานประชาสัมพันธ์ชำนาญงาน'), kind: 'officer', level, rank: 70, holder: invent(`person-officer-${n}`) });
  }
  return { people, seats };
}

function levelOfHead(unit: DemoUnit): string {
  if (unit.kind === 'provincial-office' || unit.kind === 'section' || unit.abbreviation === '') return 'ชำนาญการพิเศษ';
  return unit.kind === 'bureau' || unit.kind === 'region' || unit.kind === 'station' ? 'อำนวยการสูง' : 'อำนวยการต้น';
}
