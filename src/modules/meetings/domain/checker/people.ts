// Names of people as minutes write them: with title, with or without family name, with ฯ.
import type { MinutesDocument } from '../minutes-document.ts';
import { editDistance } from './reading.ts';

export type PersonName = { readonly title: string; readonly given: string; readonly family?: string };
export type Mention = PersonName & { readonly start: number; readonly end: number; readonly text: string };
export type RosterPerson = PersonName & { readonly full: string; readonly unit?: string };

const titles: Readonly<Record<string, string>> = { 'น.ส.': 'นางสาว', นส: 'นางสาว' };
/** Words that begin like a title but are not one. */
const notNames = /^(?:กรัฐมนตรี|กเทศมนตรี|กองค์การ|กสมาคม|กสภา|กเมือง|กอบ|ทะเบียน|ช่าง|อำเภอ|จ้าง|ตรวจ|หน้า|ทหาร|ด่าน|แพทย์|เรือ|แบบ|พยาบาล|ตำรวจ|สถานี)/u;
/** What follows a given name without being a family name. */
const notFamily = /^(?:เป็น|แจ้ง|ชี้แจง|เสนอ|สอบถาม|รายงาน|ให้|ขอ|และ|ใน|กล่าว|มี|ได้|จะ|ผู้|ตำแหน่ง|ประธาน|กรรมการ|คณะทำงาน|รอง|ผู้อำนวยการ|นัก|สรุป|เพิ่มเติม|รับ|ว่า|จาก|ซึ่ง)/u;

/**
 * All names with a title in a text. A second word that looks like the beginning of a clause is a
 * family name only when it is close to one of `families`.
 */
export function mentionsIn(text: string, families: readonly string[] = []): Mention[] {
  // Thai sets no space before a name, so other words run into it; what is no name matches nobody on the lists.
  const pattern = /(?<!ท|เจ้า|ขุน|มูล)(นางสาว|น\.ส\.|นาย|นาง(?!สาว))\s?([ก-ฮเ-ไ][\u0E00-\u0E2E\u0E30-\u0E4E]+)(ฯ|(?:\s+([ก-ฮเ-ไ][\u0E00-\u0E2E\u0E30-\u0E4E]+))?)/gu;
  return [...text.matchAll(pattern)].flatMap((m): Mention[] => {
    const title = m[1] ?? '';
    const given = m[2] ?? '';
    const second = m[4];
    if (notNames.test(given) || given.length < 2) return [];
    const family = second && (!notFamily.test(second) || families.some((f) => editDistance(f, second) <= 2)) ? second : undefined;
    const start = m.index;
    const end = family ? m.index + m[0].length : start + m[0].indexOf(given, title.length) + given.length;
    return [{ title: titles[title] ?? title, given, ...(family && { family }), start, end, text: text.slice(start, end) }];
  });
}

/** A full name from a list: title, given, family. Ranks and academic titles stay with the title. */
export function parsePerson(full: string): PersonName | undefined {
  const m = /^\s*((?:ว่าที่\s?|พล|พัน|ร้อย|พ\.|ร\.|ด\.?ร\.|ดร\.|ศ\.|ผศ\.|รศ\.|ม\.|หม่อม)[^\s]*\s+)?(นางสาว|น\.ส\.|นาย|นาง)?\s*([^\s]+)(?:\s+(.+?))?\s*$/u.exec(full);
  if (!m) return undefined;
  const family = m[4];
  return { title: titles[m[2] ?? ''] ?? m[2] ?? '', given: m[3] ?? '', ...(family && { family }) };
}

/** Everybody on the attendance lists. */
export function roster(document: MinutesDocument): RosterPerson[] {
  const { members, participants, absent } = document.attendance;
  return [...members, ...participants, ...absent].flatMap((p) => {
    const name = parsePerson(p.personName);
    return name ? [{ ...name, full: p.personName, unit: p.unit }] : [];
  });
}
