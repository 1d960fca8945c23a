/** Titles that stand before a Thai name: civil, noble, academic, medical, and ranks. */

export type TitleKind = 'civil' | 'noble' | 'academic' | 'medical' | 'rank' | 'english';

export interface Title {
  /** The form written in full. */
  readonly full: string;
  readonly short: readonly string[];
  readonly kind: TitleKind;
}

const title = (kind: TitleKind, full: string, ...short: string[]): Title => ({ full, short, kind });
const rank = (full: string, ...short: string[]): Title => title('rank', full, ...short);

/** In the three services and the police some abbreviations mean several ranks (`ร.อ.`); each has its own entry. */
export const TITLES: readonly Title[] = [
  title('civil', 'นาย'),
  title('civil', 'นาง'),
  title('civil', 'นางสาว', 'น.ส.', 'นส.'),
  title('civil', 'เด็กชาย', 'ด.ช.'),
  title('civil', 'เด็กหญิง', 'ด.ญ.'),

  title('noble', 'หม่อมเจ้า', 'ม.จ.'),
  title('noble', 'หม่อมราชวงศ์', 'ม.ร.ว.'),
  title('noble', 'หม่อมหลวง', 'ม.ล.'),
  title('noble', 'ท่านผู้หญิง'),
  title('noble', 'คุณหญิง'),

  title('academic', 'ศาสตราจารย์เกียรติคุณ', 'ศ.เกียรติคุณ'),
  title('academic', 'ศาสตราจารย์พิเศษ', 'ศ.พิเศษ'),
  title('academic', 'ศาสตราจารย์', 'ศ.'),
  title('academic', 'รองศาสตราจารย์', 'รศ.'),
  title('academic', 'ผู้ช่วยศาสตราจารย์', 'ผศ.'),
  title('academic', 'อาจารย์', 'อ.'),
  title('academic', 'ดอกเตอร์', 'ดร.'),

  title('medical', 'นายแพทย์', 'นพ.', 'น.พ.'),
  title('medical', 'แพทย์หญิง', 'พญ.', 'พ.ญ.'),
  title('medical', 'ทันตแพทย์', 'ทพ.'),
  title('medical', 'ทันตแพทย์หญิง', 'ทพญ.'),
  title('medical', 'เภสัชกร', 'ภก.'),
  title('medical', 'เภสัชกรหญิง', 'ภญ.'),
  title('medical', 'นายสัตวแพทย์', 'น.สพ.'),
  title('medical', 'สัตวแพทย์หญิง', 'สพ.ญ.'),

  rank('พลเอก', 'พล.อ.'),
  rank('พลโท', 'พล.ท.'),
  rank('พลตรี', 'พล.ต.'),
  rank('พันเอกพิเศษ', 'พ.อ.(พิเศษ)', 'พ.อ.พิเศษ'),
  rank('พันเอก', 'พ.อ.'),
  rank('พันโท', 'พ.ท.'),
  rank('พันตรี', 'พ.ต.'),
  rank('ร้อยเอก', 'ร.อ.'),
  rank('ร้อยโท', 'ร.ท.'),
  rank('ร้อยตรี', 'ร.ต.'),
  rank('จ่าสิบเอก', 'จ.ส.อ.'),
  rank('จ่าสิบโท', 'จ.ส.ท.'),
  rank('จ่าสิบตรี', 'จ.ส.ต.'),
  rank('สิบเอก', 'ส.อ.'),
  rank('สิบโท', 'ส.ท.'),
  rank('สิบตรี', 'ส.ต.'),
  rank('พลทหาร'),

  rank('พลเรือเอก', 'พล.ร.อ.'),
  rank('พลเรือโท', 'พล.ร.ท.'),
  rank('พลเรือตรี', 'พล.ร.ต.'),
  rank('นาวาเอก', 'น.อ.'),
  rank('นาวาโท', 'น.ท.'),
  rank('นาวาตรี', 'น.ต.'),
  rank('เรือเอก', 'ร.อ.'),
  rank('เรือโท', 'ร.ท.'),
  rank('เรือตรี', 'ร.ต.'),
  rank('พันจ่าเอก', 'พ.จ.อ.'),
  rank('พันจ่าโท', 'พ.จ.ท.'),
  rank('พันจ่าตรี', 'พ.จ.ต.'),
  rank('จ่าเอก', 'จ.อ.'),
  rank('จ่าโท', 'จ.ท.'),
  rank('จ่าตรี', 'จ.ต.'),

  rank('พลอากาศเอก', 'พล.อ.อ.'),
  rank('พลอากาศโท', 'พล.อ.ท.'),
  rank('พลอากาศตรี', 'พล.อ.ต.'),
  rank('นาวาอากาศเอก', 'น.อ.'),
  rank('นาวาอากาศโท', 'น.ท.'),
  rank('นาวาอากาศตรี', 'น.ต.'),
  rank('เรืออากาศเอก', 'ร.อ.'),
  rank('เรืออากาศโท', 'ร.ท.'),
  rank('เรืออากาศตรี', 'ร.ต.'),
  rank('พันจ่าอากาศเอก', 'พ.อ.อ.'),
  rank('พันจ่าอากาศโท', 'พ.อ.ท.'),
  rank('พันจ่าอากาศตรี', 'พ.อ.ต.'),
  rank('จ่าอากาศเอก', 'จ.อ.'),
  rank('จ่าอากาศโท', 'จ.ท.'),
  rank('จ่าอากาศตรี', 'จ.ต.'),

  rank('พลตำรวจเอก', 'พล.ต.อ.'),
  rank('พลตำรวจโท', 'พล.ต.ท.'),
  rank('พลตำรวจตรี', 'พล.ต.ต.'),
  rank('พันตำรวจเอก', 'พ.ต.อ.'),
  rank('พันตำรวจโท', 'พ.ต.ท.'),
  rank('พันตำรวจตรี', 'พ.ต.ต.'),
  rank('ร้อยตำรวจเอก', 'ร.ต.อ.'),
  rank('ร้อยตำรวจโท', 'ร.ต.ท.'),
  rank('ร้อยตำรวจตรี', 'ร.ต.ต.'),
  rank('ดาบตำรวจ', 'ด.ต.'),
  rank('จ่าสิบตำรวจ', 'จ.ส.ต.'),
  rank('สิบตำรวจเอก', 'ส.ต.อ.'),
  rank('สิบตำรวจโท', 'ส.ต.ท.'),
  rank('สิบตำรวจตรี', 'ส.ต.ต.'),

  title('english', 'Mr.', 'Mr'),
  title('english', 'Mrs.', 'Mrs'),
  title('english', 'Miss'),
  title('english', 'Ms.', 'Ms'),
  title('english', 'Dr.', 'Dr'),
];

/** The full forms that a written title can stand for; several for `ร.อ.`, none when it is unknown. */
export function fullTitles(written: string): string[] {
  return TITLES.filter(({ full, short }) => full === written || short.includes(written)).map(({ full }) => full);
}
