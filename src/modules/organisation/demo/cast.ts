// The people of the demo's first meeting: invented names, the posts and units of a department.
// The rest of the demo department is generated around them, so ids here must not change.

/** A unit as the meeting knows it. `variants` are abbreviations met in older papers or by mistake. */
export type CastUnit = {
  readonly id: string
  readonly abbreviation: string
  readonly fullName: string
  /** Post of the head, written out. */
  readonly headPosition: string
  /** Abbreviated post of the head as used in an "เรียน" line. */
  readonly headAbbreviation: string
  readonly variants: readonly string[]
};

export type CastKind = 'member' | 'representative' | 'acting' | 'participant';

export type CastPerson = {
  readonly id: string
  readonly title: 'นาย' | 'นาง' | 'นางสาว'
  readonly given: string
  readonly family: string
  /** The person's own post. */
  readonly position: string
  /** Unit abbreviation, as in `castUnits`. */
  readonly unit: string
  readonly kind: CastKind
  /** Role in the working group; participants have none. */
  readonly role?: string
  /** The post that a representative or an acting head stands for. */
  readonly actingFor?: string
};

export const castDepartment = {
  fullName: 'กรมประชาสัมพันธ์',
  abbreviation: 'กปส.',
  head: { position: 'อธิบดีกรมประชาสัมพันธ์', abbreviation: 'อปส.' },
  deputy: { position: 'รองอธิบดีกรมประชาสัมพันธ์', abbreviation: 'รปส.' },
} as const;

export const castUnits: readonly CastUnit[] = [
  unit('unit-snk', 'สนข.', 'สำนักข่าว', 'ผอ.สนข.', ['สนช.']),
  unit('unit-spt', 'สปต.', 'สำนักการประชาสัมพันธ์ต่างประเทศ', 'ผอ.สปต.', ['สพต.']),
  unit('unit-spp', 'สพป.', 'สำนักพัฒนาการประชาสัมพันธ์', 'ผอ.สพป.', []),
  unit('unit-snp', 'สนผ.', 'สำนักพัฒนานโยบายและแผนการประชาสัมพันธ์', 'ผอ.สนผ.', []),
  unit('unit-ssc', 'ศสช.', 'ศูนย์เทคโนโลยีสารสนเทศการประชาสัมพันธ์', 'ผอ.ศสช.', []),
  unit('unit-kks', 'กคส.', 'กองคลัง', 'ผอ.กคส.', ['กคค.']),
  unit('unit-kkr', 'กกร.', 'กองกฎหมายและระเบียบ', 'ผอ.กกร.', []),
  {
    id: 'unit-slk',
    abbreviation: 'สลก.',
    fullName: 'สำนักงานเลขานุการกรม',
    headPosition: 'เลขานุการกรม',
    headAbbreviation: 'ลนก.',
    variants: [],
  },
  unit('unit-kpr', 'กพร.', 'กลุ่มพัฒนาระบบบริหาร', 'ผอ.กพร.', []),
];

function unit(id: string, abbreviation: string, fullName: string, headAbbreviation: string, variants: string[]): CastUnit {
  return { id, abbreviation, fullName, headPosition: `ผู้อำนวยการ${fullName}`, headAbbreviation, variants };
}

/** The eleven members of the working group, in the order of the attendance list. */
export const castMembers: readonly CastPerson[] = [
  { id: 'person-01', title: 'นาง', given: 'อรุณวดี', family: 'ศรีพิพัฒน์กุล', position: 'รองอธิบดีกรมประชาสัมพันธ์', unit: 'กปส.', kind: 'member', role: 'ประธานคณะทำงาน' },
  { id: 'person-02', title: 'นาย', given: 'ภูวเดช', family: 'แก้วมงคล', position: 'นักสื่อสารมวลชนชำนาญการพิเศษ', unit: 'สนข.', kind: 'representative', role: 'คณะทำงาน', actingFor: 'ผู้อำนวยการสำนักข่าว' },
  { id: 'person-03', title: 'นาง', given: 'จิราภัทร', family: 'สุขสวัสดิ์เดช', position: 'ผู้อำนวยการสำนักการประชาสัมพันธ์ต่างประเทศ', unit: 'สปต.', kind: 'member', role: 'คณะทำงาน' },
  { id: 'person-04', title: 'นาง', given: 'อรวรี', family: 'พฤกษาทอง', position: 'นักประชาสัมพันธ์ชำนาญการพิเศษ', unit: 'สพป.', kind: 'representative', role: 'คณะทำงาน', actingFor: 'ผู้อำนวยการสำนักพัฒนาการประชาสัมพันธ์' },
  { id: 'person-05', title: 'นาง', given: 'รุ่งเพชร', family: 'จันทร์ประเสริฐ', position: 'ผู้เชี่ยวชาญเฉพาะด้านการประชาสัมพันธ์', unit: 'สนผ.', kind: 'acting', role: 'คณะทำงาน', actingFor: 'ผู้อำนวยการสำนักพัฒนานโยบายและแผนการประชาสัมพันธ์' },
  { id: 'person-06', title: 'นาย', given: 'ธีรเดช', family: 'วัฒนากูล', position: 'ผู้อำนวยการศูนย์เทคโนโลยีสารสนเทศการประชาสัมพันธ์', unit: 'ศสช.', kind: 'member', role: 'คณะทำงาน' },
  { id: 'person-07', title: 'นางสาว', given: 'ลลิตภัทร', family: 'ธำรงรัตน์', position: 'นักวิชาการเงินและบัญชีชำนาญการพิเศษ', unit: 'กคส.', kind: 'acting', role: 'คณะทำงาน', actingFor: 'ผู้อำนวยการกองคลัง' },
  { id: 'person-08', title: 'นาย', given: 'กิตติภพ', family: 'เรืองวิทยา', position: 'ผู้อำนวยการกองกฎหมายและระเบียบ', unit: 'กกร.', kind: 'member', role: 'คณะทำงาน' },
  { id: 'person-09', title: 'นาย', given: 'สมิทธิ์', family: 'ปัญญาวงศ์', position: 'เลขานุการกรม', unit: 'สลก.', kind: 'member', role: 'คณะทำงาน' },
  { id: 'person-10', title: 'นาง', given: 'ดวงหทัย', family: 'รัตนโยธิน', position: 'ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร', unit: 'กพร.', kind: 'member', role: 'คณะทำงานและเลขานุการ' },
  { id: 'person-11', title: 'นางสาว', given: 'ธนัชพร', family: 'โกศลวิทย์', position: 'นักประชาสัมพันธ์ชำนาญการพิเศษ', unit: 'กพร.', kind: 'member', role: 'คณะทำงานและผู้ช่วยเลขานุการ' },
];

/** The twenty-two participants, in the order of the attendance list. */
export const castParticipants: readonly CastPerson[] = [
  participant('12', 'นาง', 'ณิชญา', 'ไพศาลสิทธิ์', 'นักประชาสัมพันธ์ชำนาญการพิเศษ', 'สนผ.'),
  participant('13', 'นาง', 'ศิริกัลยา', 'เวชภูมิ', 'นักสื่อสารมวลชนชำนาญการพิเศษ', 'สนข.'),
  participant('14', 'นาง', 'เบญจมาศ', 'ทรัพย์อนันต์', 'นักประชาสัมพันธ์ชำนาญการพิเศษ', 'สปต.'),
  participant('15', 'นางสาว', 'ปัทมพร', 'แสงจันทร์ฉาย', 'นักวิชาการพัสดุชำนาญการพิเศษ', 'กคส.'),
  participant('16', 'นางสาว', 'รัตติยา', 'วงษ์ทองดี', 'นักวิชาการเงินและบัญชีชำนาญการพิเศษ', 'กคส.'),
  participant('17', 'นางสาว', 'เกศินี', 'อมรพันธุ์', 'นักประชาสัมพันธ์ชำนาญการพิเศษ', 'กพร.'),
  participant('18', 'นาง', 'มาลินี', 'เทพวรชัย', 'นักประชาสัมพันธ์ชำนาญการพิเศษ', 'กพร.'),
  participant('19', 'นาย', 'ชนินทร์', 'พูนทวี', 'นักวิชาการคอมพิวเตอร์ชำนาญการพิเศษ', 'ศสช.'),
  participant('20', 'นางสาว', 'วริศรา', 'ธนโชติ', 'นักประชาสัมพันธ์ชำนาญการ', 'สนผ.'),
  participant('21', 'นาง', 'สุพรรษา', 'กิ่งแก้ว', 'นักประชาสัมพันธ์ชำนาญการ', 'สพป.'),
  participant('22', 'นางสาว', 'ภาวินี', 'ศักดิ์สกุลชัย', 'นักวิชาการคอมพิวเตอร์ชำนาญการ', 'ศสช.'),
  participant('23', 'นาง', 'ทิพวัลย์', 'มณีโชติ', 'นักจัดการงานทั่วไปชำนาญการ', 'สลก.'),
  participant('24', 'นาง', 'จันทิมา', 'บวรสิน', 'นักจัดการงานทั่วไปชำนาญการ', 'ศสช.'),
  participant('25', 'นาย', 'ปกรณ์', 'ลาภวิเศษ', 'นักประชาสัมพันธ์ชำนาญการ', 'กพร.'),
  participant('26', 'นาย', 'ณัฐวุฒิ', 'เจริญผล', 'นายช่างไฟฟ้าชำนาญงาน', 'ศสช.'),
  participant('27', 'นาย', 'เอกภพ', 'สายชล', 'นักวิชาการคอมพิวเตอร์ปฏิบัติการ', 'ศสช.'),
  participant('28', 'นางสาว', 'กมลชนก', 'ใจสว่าง', 'นักประชาสัมพันธ์ปฏิบัติการ', 'สพป.'),
  participant('29', 'นาย', 'วรเมธ', 'อินทรสุข', 'นิติกรปฏิบัติการ', 'กกร.'),
  participant('30', 'นาย', 'ธนดล', 'ชูเกียรติ', 'นักประชาสัมพันธ์ปฏิบัติการ', 'สนผ.'),
  participant('31', 'นางสาว', 'พิมพ์มาดา', 'รุ่งโรจน์กิจ', 'นักประชาสัมพันธ์ปฏิบัติการ', 'สปต.'),
  participant('32', 'นางสาว', 'อัญมณี', 'ดวงแก้ว', 'นักจัดการงานทั่วไปปฏิบัติการ', 'กพร.'),
  participant('33', 'นางสาว', 'มณิตา', 'สกุลธรรม', 'นักประชาสัมพันธ์ปฏิบัติการ', 'กพร.'),
];

function participant(number: string, title: CastPerson['title'], given: string, family: string, position: string, unitAbbreviation: string): CastPerson {
  return { id: `person-${number}`, title, given, family, position, unit: unitAbbreviation, kind: 'participant' };
}

/** All thirty-three. */
export const cast: readonly CastPerson[] = [...castMembers, ...castParticipants];

/** "นางสาวมณิตา สกุลธรรม" */
export function fullName(person: CastPerson): string {
  return `${person.title}${person.given} ${person.family}`;
}

/** Who heads each unit, by unit abbreviation; acting heads and represented heads are not among them. */
export function castHead(unitAbbreviation: string): CastPerson | undefined {
  const headPosition = castUnits.find((u) => u.abbreviation === unitAbbreviation)?.headPosition;
  return castMembers.find((p) => p.unit === unitAbbreviation && p.position === headPosition);
}
