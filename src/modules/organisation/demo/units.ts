// The units of the demo department. Names and abbreviations follow the minutes of the demo meeting; letter codes other
// than that of กพร. are plausible, not real, and say so in their source.
import { provinces } from '../../../ui/provinces.ts';
import type { AbbreviationKind, UnitKind } from '../domain/units.ts';
import { castUnits } from './cast.ts';

export interface DemoUnit {
  /** Key inside the demo. */
  readonly key: string;
  readonly parent: string | null;
  readonly kind: UnitKind;
  readonly name: string;
  readonly nameEn: string;
  readonly abbreviation: string;
  readonly others?: readonly { text: string; kind: Exclude<AbbreviationKind, 'preferred'>; note: string }[];
  readonly code?: { letters: string; digits: string };
  readonly provinceCode?: string;
  readonly phone?: string;
  /** Title and abbreviation of its head's seat. */
  readonly head?: { title: string; abbreviation: string };
}

const slips: Readonly<Record<string, 'variant' | 'misprint'>> = { 'สนช.': 'variant', 'สพต.': 'variant', 'กคค.': 'misprint', 'อกร.': 'misprint', 'สนม.': 'misprint' };
const noteOf = (kind: 'variant' | 'misprint') => (kind === 'variant' ? 'พบในบันทึกข้อความและคำสั่งปี 2563' : 'พบในรายงานการประชุม พิมพ์ผิดจากตัวย่อที่ใช้');
const moreSlips: Readonly<Record<string, readonly string[]>> = { 'กกร.': ['อกร.'], 'สนผ.': ['สนม.'] };

/** key, kind, English name, code digits, line of the exchange, groups (name, English). */
const central: readonly (readonly [abbreviation: string, kind: UnitKind, english: string, digits: string, extension: string, groups: readonly (readonly [string, string])[]])[] = [
  ['สลก.', 'executive-office', 'Office of the Secretary', '0201', '๑๑๐๐', [['กลุ่มสารบรรณและประสานราชการ', 'Records and Coordination Group'], ['กลุ่มช่วยอำนวยการผู้บริหาร', 'Executive Support Group'], ['กลุ่มอาคารและยานพาหนะ', 'Buildings and Vehicles Group']]],
  ['กคส.', 'division', 'Finance Division', '0203', '๑๓๐๐', [['กลุ่มการเงินและบัญชี', 'Finance and Accounting Group'], ['กลุ่มงบประมาณ', 'Budget Group'], ['กลุ่มพัสดุ', 'Procurement Group']]],
  ['กกร.', 'division', 'Legal and Regulations Division', '0204', '๑๔๐๐', [['กลุ่มกฎหมายและระเบียบ', 'Law and Regulations Group'], ['กลุ่มวินัยและคดี', 'Discipline and Cases Group']]],
  ['สนผ.', 'bureau', 'Public Relations Policy and Planning Bureau', '0205', '๑๕๐๐', [['กลุ่มนโยบายและแผน', 'Policy and Plans Group'], ['กลุ่มติดตามและประเมินผล', 'Monitoring and Evaluation Group'], ['กลุ่มวิจัยและสำรวจ', 'Research and Survey Group']]],
  ['สพป.', 'bureau', 'Public Relations Development Bureau', '0206', '๑๖๐๐', [['กลุ่มมาตรฐานวิชาชีพสื่อ', 'Media Standards Group'], ['กลุ่มทะเบียนบัตรสื่อมวลชน', 'Press Card Registry Group'], ['กลุ่มส่งเสริมเครือข่าย', 'Networks Group']]],
  ['ศสช.', 'centre', 'Public Relations Information Technology Centre', '0207', '๒๐๐๐', [['กลุ่มพัฒนาระบบงาน', 'Systems Development Group'], ['กลุ่มเครือข่ายและความมั่นคงปลอดภัย', 'Network and Security Group'], ['กลุ่มข้อมูลและเว็บไซต์', 'Data and Web Group']]],
  ['สปต.', 'bureau', 'Foreign Public Relations Bureau', '0208', '๒๑๐๐', [['กลุ่มสื่อมวลชนต่างประเทศ', 'Foreign Media Group'], ['กลุ่มความร่วมมือระหว่างประเทศ', 'International Cooperation Group']]],
  ['สนข.', 'bureau', 'News Bureau', '0209', '๒๒๐๐', [['กลุ่มข่าวกลาง', 'Central News Desk'], ['กลุ่มข่าวภูมิภาค', 'Regional News Group'], ['กลุ่มสื่อใหม่', 'New Media Group'], ['กลุ่มจัดการข้อมูลข่าวสาร', 'News Information Group']]],
  ['กพร.', 'group', 'Public Sector Development Group', '0223', '๑๗๒๐', []],
];

/** Units that the meeting does not name. */
const others: readonly (readonly [abbreviation: string, kind: UnitKind, thai: string, english: string, digits: string, head: string, groups: readonly (readonly [string, string])[]])[] = [
  ['กกจ.', 'division', 'กองการเจ้าหน้าที่', 'Personnel Division', '0202', 'ผู้อำนวยการกองการเจ้าหน้าที่', [['กลุ่มสรรหาและบรรจุแต่งตั้ง', 'Recruitment Group'], ['กลุ่มทะเบียนประวัติและบำเหน็จความชอบ', 'Records and Merit Group']]],
  ['สวท.', 'station', 'สถานีวิทยุกระจายเสียงแห่งประเทศไทย', 'Radio Thailand', '0210', 'ผู้อำนวยการสถานีวิทยุกระจายเสียงแห่งประเทศไทย', [['ส่วนผลิตรายการ', 'Programme Section'], ['ส่วนเทคนิคการกระจายเสียง', 'Broadcasting Technology Section'], ['ส่วนรายการภาษาต่างประเทศ', 'Foreign Language Section']]],
  ['สทท.', 'station', 'สถานีวิทยุโทรทัศน์แห่งประเทศไทย', 'Television of Thailand', '0211', 'ผู้อำนวยการสถานีวิทยุโทรทัศน์แห่งประเทศไทย', [['ส่วนข่าว', 'News Section'], ['ส่วนรายการ', 'Programme Section'], ['ส่วนวิศวกรรม', 'Engineering Section']]],
  ['สบป.', 'institute', 'สถาบันการประชาสัมพันธ์', 'Public Relations Institute', '0212', 'ผู้อำนวยการสถาบันการประชาสัมพันธ์', [['กลุ่มพัฒนาหลักสูตร', 'Curriculum Group'], ['กลุ่มฝึกอบรม', 'Training Group']]],
  ['กตส.', 'group', 'กลุ่มตรวจสอบภายใน', 'Internal Audit Group', '0222', 'ผู้อำนวยการกลุ่มตรวจสอบภายใน', []],
];

/** Regional offices: seat and provinces, by the two signs of each province. */
const regions: readonly (readonly [city: string, english: string, provinces: string])[] = [
  ['ขอนแก่น', 'Khon Kaen', 'ขก กส มค รอ ชย ลย อด นค นภ บก นม'],
  ['อุบลราชธานี', 'Ubon Ratchathani', 'อบ ศก ยส อจ สร บร นพ สน มห'],
  ['เชียงใหม่', 'Chiang Mai', 'ชม ชร ลพ ลป พย พร นน มส'],
  ['พิษณุโลก', 'Phitsanulok', 'พล สท ตก กพ พจ พช อต นว อน'],
  ['สุราษฎร์ธานี', 'Surat Thani', 'สฎ ชพ รน พง ภก กบ นศ'],
  ['สงขลา', 'Songkhla', 'สข สต ตง พท ปน ยล นธ'],
  ['จันทบุรี', 'Chanthaburi', 'จบ รย ตร ชบ ฉช ปจ สก นย สป'],
  ['กาญจนบุรี', 'Kanchanaburi', 'กจ รบ สพ นฐ สค สส พบ ปข ชน สห อท อย ลบ สบ นบ ปท'],
];

const nr = (digits: string) => ({ letters: 'นร', digits });

function centralUnits(): DemoUnit[] {
  return central.flatMap(([abbreviation, kind, nameEn, digits, extension, groups]) => {
    const cast = castUnits.find((unit) => unit.abbreviation === abbreviation);
    if (!cast) throw new Error(`demo: ${abbreviation} is not in the cast`);
    const texts = [...cast.variants, ...(moreSlips[abbreviation] ?? [])];
    const unit: DemoUnit = {
      key: abbreviation, parent: 'กปส.', kind, name: cast.fullName, nameEn, abbreviation, code: nr(digits), phone: `๐ ๒๖๑๘ ๒๓๒๓ ต่อ ${extension}`,
      head: { title: cast.headPosition, abbreviation: cast.headAbbreviation },
      others: texts.map((text) => ({ text, kind: slips[text] ?? 'variant', note: noteOf(slips[text] ?? 'variant') })),
    };
    return [unit, ...groupsOf(abbreviation, groups)];
  });
}

function groupsOf(parent: string, groups: readonly (readonly [string, string])[]): DemoUnit[] {
  return groups.map(([name, nameEn], at) => ({
    key: `${parent}/${at + 1}`, parent, kind: name.startsWith('ส่วน') ? 'section' : 'group', name, nameEn, abbreviation: '',
    head: { title: name.startsWith('ส่วน') ? `หัวหน้า${name}` : `ผู้อำนวยการ${name}`, abbreviation: '' },
  }));
}

function otherUnits(): DemoUnit[] {
  return others.flatMap(([abbreviation, kind, name, nameEn, digits, title, groups]) => [
    { key: abbreviation, parent: 'กปส.', kind, name, nameEn, abbreviation, code: nr(digits), phone: `๐ ๒๖๑๘ ๒๓๒๓ ต่อ ${digits.slice(1).replace(/[0-9]/g, (d) => String.fromCharCode(0xe50 + Number(d)))}`, head: { title, abbreviation: `ผอ.${abbreviation}` } },
    ...groupsOf(abbreviation, groups),
  ]);
}

function regionalUnits(): DemoUnit[] {
  return regions.flatMap(([city, english, members], at) => {
    const n = at + 1;
    const key = `สปข.${n}`;
    const name = `สำนักประชาสัมพันธ์เขต ${'๑๒๓๔๕๖๗๘'[at]}`;
    const region: DemoUnit = {
      key, parent: 'กปส.', kind: 'region', name, nameEn: `Regional Public Relations Office ${n} (${english})`, abbreviation: key, code: nr(`02${12 + n}`),
      phone: `๐ ${'๔๔๕๕๗๗๓๓'[at]}๒๐ ๐๑๐${'๑๒๓๔๕๖๗๘'[at]}`, head: { title: `ผู้อำนวยการ${name}`, abbreviation: `ผอ.${key}` },
      others: [{ text: `ปชส.เขต${n}`, kind: 'variant', note: `ที่ตั้ง ${city}` }],
    };
    return [region, ...members.split(' ').map((short) => provincialOffice(key, short))];
  });
}

function provincialOffice(parent: string, short: string): DemoUnit {
  const province = provinces.find((one) => one.short === short);
  if (!province) throw new Error(`demo: no province ${short}`);
  return {
    key: `ส.ปชส.${province.th}`, parent, kind: 'provincial-office', name: `สำนักงานประชาสัมพันธ์จังหวัด${province.th}`, nameEn: `Public Relations Office of ${province.en} Province`,
    abbreviation: `ส.ปชส.${province.th}`, code: { letters: short, digits: '0012' }, provinceCode: province.code.slice(3),
    head: { title: `ประชาสัมพันธ์จังหวัด${province.th}`, abbreviation: `ปชส.${province.th}` },
    others: [{ text: `สปชส.${short}`, kind: 'variant', note: 'ตัวย่อจังหวัดสองตัว' }],
  };
}

/** Parents stand before what is below them. */
export const demoUnits: readonly DemoUnit[] = [
  { key: 'กปส.', parent: null, kind: 'department', name: 'กรมประชาสัมพันธ์', nameEn: 'The Government Public Relations Department', abbreviation: 'กปส.', phone: '๐ ๒๖๑๘ ๒๓๒๓' },
  ...centralUnits(),
  ...otherUnits(),
  ...regionalUnits(),
];
