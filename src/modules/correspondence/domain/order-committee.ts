/** A committee read from the text of an order: its name, its members with their parts, its duties. Pure; nothing is made of it before a person confirms. */
import { toArabicDigits } from '../../../thai/index.ts';
import type { Paragraph } from './letter.ts';

export type SeatRole = 'chair' | 'vice-chair' | 'member' | 'secretary' | 'assistant-secretary';
export type CommitteeKind = 'committee' | 'subcommittee' | 'working-group';

export interface ReadMember {
  /** Post or person, as the order has it. */
  readonly who: string;
  readonly role: SeatRole;
}

export interface ReadCommittee {
  readonly kind: CommitteeKind;
  readonly name: string;
  readonly duties: string;
  readonly members: readonly ReadMember[];
}

/** Words of parts, the longer before the shorter: a line ends with one of them. */
const roleWords: readonly (readonly [RegExp, SeatRole])[] = [
  [/(?:(?:อนุ)?กรรมการ|คณะทำงาน)?\s*(?:และ)?\s*ผู้ช่วยเลขานุการ$/u, 'assistant-secretary'],
  [/(?:(?:อนุ)?กรรมการ|คณะทำงาน)?\s*(?:และ)?\s*เลขานุการ$/u, 'secretary'],
  [/รองประธาน(?:(?:คณะ)?(?:อนุ)?กรรมการ|คณะทำงาน)?$/u, 'vice-chair'],
  [/รองหัวหน้าคณะทำงาน$/u, 'vice-chair'],
  [/ประธาน(?:(?:คณะ)?(?:อนุ)?กรรมการ|คณะทำงาน)?$/u, 'chair'],
  [/หัวหน้าคณะทำงาน$/u, 'chair'],
  [/(?:อนุ)?กรรมการ$|คณะทำงาน$|ผู้ทำงาน$/u, 'member'],
];

/** The part at the end of a line, with who has it. A part stands apart: after a space, a tab or dots. */
export function memberOf(line: string): ReadMember | undefined {
  const text = line.replaceAll(/[\t\u00a0]+/g, '  ').replaceAll(/\.{2,}/g, '  ').trim();
  for (const [words, role] of roleWords) {
    const at = text.search(words);
    if (at <= 0 || !/\s$/.test(text.slice(0, at))) continue;
    const who = text.slice(0, at).replaceAll(/\s+/g, ' ').replace(/\s*(?:เป็น|ทำหน้าที่)$/u, '').trim();
    // "เลขานุการกรม กรรมการ": a post may end in a word of parts; what is left must still name somebody.
    if (who !== '' && /[ก-ฮ]{2}/u.test(who)) return { who, role };
  }
  return undefined;
}

const kindOf = (text: string): CommitteeKind => (/อนุกรรมการ/u.test(text) ? 'subcommittee' : /คณะทำงาน/u.test(text) ? 'working-group' : 'committee');

/** The name without the words that order it: แต่งตั้งคณะทำงาน… is คณะทำงาน…; what is ordered about an existing one is left off. */
function nameOf(subject: string): string {
  const text = subject.trim().replace(/^เรื่อง\s*/u, '').replace(/^(?:ให้)?(?:การ)?(?:แก้ไขเพิ่มเติม|แก้ไข|ปรับปรุง|เปลี่ยนแปลง|เพิ่มเติม)?(?:คำสั่ง)?(?:แต่งตั้ง|จัดตั้ง|ตั้ง)?\s*/u, '');
  return text || subject.trim();
}

/** A numbered line that was typed as a plain paragraph still counts as an entry. */
const entryText = (paragraph: Paragraph): string[] => {
  if (typeof paragraph === 'string') { const found = /^\s*(?:\(?[0-9๐-๙]{1,3}[.)])+\s*(.+)$/u.exec(paragraph); return found?.[1] ? [found[1]] : []; }
  if (paragraph.kind === 'item') return [paragraph.text];
  return [paragraph.columns.map((column) => column.title), ...paragraph.rows].map((cells) => cells.filter((cell) => !/^\s*[0-9๐-๙]*[.)]?\s*$/u.test(cell)).join('  '));
};

const dutiesBegin = /หน้าที่(?:และอำนาจ|และความรับผิดชอบ)?|อำนาจ(?:และ)?หน้าที่/u;
const endsOrder = /^(?:ทั้งนี้|สั่ง\s*ณ|จึงเรียนมา)/u;

/** Reads an order: members are the entries before its duties that end with the word of a part. */
export function readCommittee(subject: string, paragraphs: readonly Paragraph[]): ReadCommittee {
  const members: ReadMember[] = [];
  const duties: string[] = [];
  let inDuties = false;
  for (const paragraph of paragraphs) {
    if (typeof paragraph === 'string' && endsOrder.test(paragraph.trim())) break;
    const found = inDuties ? [] : entryText(paragraph).flatMap((text) => memberOf(text) ?? []);
    members.push(...found);
    const words = typeof paragraph === 'string' ? paragraph : paragraph.kind === 'item' ? paragraph.text : '';
    if (found.length === 0 && !inDuties && members.length > 0 && dutiesBegin.test(words)) { inDuties = true; continue; }
    if (inDuties && words !== '') duties.push(typeof paragraph !== 'string' && paragraph.kind === 'item' && paragraph.label ? `${paragraph.label} ${words}` : words);
  }
  const name = nameOf(subject);
  return { kind: kindOf(name), name, duties: duties.join('\n'), members };
}

/** A seat of the house, and a person of it. */
export interface HouseSeat { readonly id: number; readonly title: string; readonly abbreviation: string; readonly unitName: string; readonly unitAbbreviation: string; readonly holder: string | null }
export interface HousePerson { readonly id: number; readonly name: string; readonly given: string; readonly family: string; readonly title: string | null }
export interface House { readonly seats: readonly HouseSeat[]; readonly people: readonly HousePerson[] }

export interface Match {
  readonly kind: 'position' | 'person';
  readonly id: number;
  /** The post with who holds it, or the person with the post. */
  readonly label: string;
}

const tight = (text: string): string => toArabicDigits(text).replaceAll(/[\s.()]/g, '');
const longForm = (text: string): string => text.replace(/^ผอ(?=[^ก-ฮ]|สำนัก|กอง|ศูนย์|กลุ่ม|สถาบัน)/u, 'ผู้อำนวยการ');

/**
 * Whom the words of an order mean in the house: a person where the whole name stands in them, else the one post of that
 * title or abbreviation. Undefined where nobody or several fit: then a person decides.
 */
export function matchMember(who: string, house: House): Match | undefined {
  const asked = tight(who);
  const people = house.people.filter((one) => one.family !== '' && asked.includes(tight(one.given + one.family)));
  const [person] = people;
  if (person && people.length === 1) return { kind: 'person', id: person.id, label: [person.name, person.title].filter(Boolean).join(' ') };
  const bare = longForm(asked.replace(/หรือผู้แทน$/u, ''));
  const seats = house.seats.filter((seat) => {
    const title = tight(seat.title);
    return [title, title + tight(seat.unitName), tight(seat.abbreviation), title + tight(seat.unitAbbreviation)].some((name) => name !== '' && (name === bare || name === asked));
  });
  const [seat] = seats;
  return seat && seats.length === 1 ? { kind: 'position', id: seat.id, label: seat.holder === null ? seat.title : `${seat.title} (${seat.holder})` } : undefined;
}
