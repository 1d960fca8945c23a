import { toArabicDigits, toThaiDigits } from '../../../thai/index.ts';
import type { Language, Words } from '../../../platform/words.ts';

export const unitKinds = ['department', 'executive-office', 'bureau', 'division', 'centre', 'institute', 'group', 'section', 'region', 'provincial-office', 'station'] as const;
export type UnitKind = (typeof unitKinds)[number];

export const unitKindNames: Readonly<Record<UnitKind, Words>> = {
  department: { th: 'กรม', en: 'Department' },
  'executive-office': { th: 'ขึ้นตรงต่ออธิบดี', en: 'Office of the Director-General' },
  bureau: { th: 'สำนัก', en: 'Bureau' },
  division: { th: 'กอง', en: 'Division' },
  centre: { th: 'ศูนย์', en: 'Centre' },
  institute: { th: 'สถาบัน', en: 'Institute' },
  group: { th: 'กลุ่ม', en: 'Group' },
  section: { th: 'ส่วน/ฝ่าย', en: 'Section' },
  region: { th: 'สำนักงานเขต', en: 'Regional office' },
  'provincial-office': { th: 'สำนักงานจังหวัด', en: 'Provincial office' },
  station: { th: 'สถานี', en: 'Station' },
};

export type AbbreviationKind = 'preferred' | 'variant' | 'misprint';

export const abbreviationKindNames: Readonly<Record<AbbreviationKind, Words>> = {
  preferred: { th: 'ตัวย่อที่ใช้', en: 'In use' },
  variant: { th: 'เขียนได้อีกแบบ', en: 'Also written' },
  misprint: { th: 'คำที่มักพิมพ์ผิด', en: 'Known misprint' },
};

/** A unit on one day. */
export interface Unit {
  readonly id: number;
  readonly kind: UnitKind;
  readonly parentId: number | null;
  /** Ids from the root to the unit itself. */
  readonly path: readonly number[];
  readonly name: string;
  readonly nameEn: string;
  /** The abbreviation in use; empty where there is none. */
  readonly abbreviation: string;
  /** Own letter code in Arabic digits, `นร 0223`; null where the unit writes under the code of the one above. */
  readonly code: string | null;
  readonly sortOrder: number;
  readonly provinceCode: string | null;
  /** As printed on a memo: `โทร. ๐ ๒๖๑๘ ๒๓๒๓ ต่อ ๑๗๒๐`. */
  readonly phone: string | null;
}

/** `สำนักข่าว (สนข.)`, `News Bureau (สนข.)`. */
export function unitLabel(unit: Pick<Unit, 'name' | 'nameEn' | 'abbreviation'>, lang: Language = 'th'): string {
  const name = lang === 'th' ? unit.name : unit.nameEn || unit.name;
  return unit.abbreviation ? `${name} (${unit.abbreviation})` : name;
}

/** A letter code as papers print it: `นร ๐๒๒๓`. */
export function printedCode(code: string): string {
  return toThaiDigits(code);
}

/** Reads a typed letter code in Thai or Arabic digits; undefined when it is none. */
export function parseCode(text: string): { letters: string; digits: string } | undefined {
  const match = /^([ก-ฮ]{1,6})\s*([0-9]{4}(?:\.[0-9]{1,3})*)$/.exec(toArabicDigits(text.trim()));
  return match ? { letters: match[1] as string, digits: match[2] as string } : undefined;
}

/** An abbreviation as it is compared: no spaces, Arabic digits, one full stop at the end of each part. */
export function abbreviationKey(text: string): string {
  return toArabicDigits(text.normalize('NFC')).replace(/\s+/g, '').replace(/\.+/g, '.');
}
