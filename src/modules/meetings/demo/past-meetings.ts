// Twelve meetings that the department held before the demo begins: four bodies, three meetings each, told in our own words.
import type { ResolutionKind, SectionKind } from '../domain/minutes-document.ts';

export interface DemoCommittee {
  readonly key: string;
  readonly kind: 'committee' | 'working-group';
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly orderNumber: string;
  readonly orderDate: string;
  /** Unit that keeps its papers; its head is the secretary. */
  readonly secretariat: string;
  readonly members: readonly string[];
  readonly duties: string;
}

export const demoCommittees: readonly DemoCommittee[] = [
  {
    key: 'risk', kind: 'committee', name: 'คณะกรรมการบริหารความเสี่ยงและควบคุมภายในของกรม', nameEn: 'Committee on Risk and Internal Control', shortName: 'คณะกรรมการความเสี่ยง',
    orderNumber: '88/2563', orderDate: '2020-01-15', secretariat: 'กพร.', members: ['สนผ.', 'กคส.', 'กกร.', 'สลก.', 'ศสช.'], duties: 'วางระบบบริหารความเสี่ยงและติดตามการควบคุมภายในของกรม',
  },
  {
    key: 'plan', kind: 'working-group', name: 'คณะทำงานจัดทำแผนปฏิบัติราชการของกรม', nameEn: 'Working Group on the Action Plan', shortName: 'คณะทำงานแผนปฏิบัติราชการ',
    orderNumber: '215/2563', orderDate: '2020-02-10', secretariat: 'สนผ.', members: ['สนข.', 'สปต.', 'สพป.', 'ศสช.', 'กคส.', 'กพร.'], duties: 'จัดทำและทบทวนแผนปฏิบัติราชการรายปีให้สอดคล้องกับงบประมาณ',
  },
  {
    key: 'web', kind: 'working-group', name: 'คณะทำงานพัฒนาเว็บไซต์และข้อมูลเปิดของกรม', nameEn: 'Working Group on the Web Site and Open Data', shortName: 'คณะทำงานเว็บไซต์',
    orderNumber: '301/2563', orderDate: '2020-03-02', secretariat: 'ศสช.', members: ['สนข.', 'สพป.', 'สนผ.', 'กพร.', 'สลก.'], duties: 'กำหนดมาตรฐานเว็บไซต์และคัดเลือกชุดข้อมูลที่เผยแพร่',
  },
  {
    key: 'place', kind: 'committee', name: 'คณะกรรมการความปลอดภัยและสภาพแวดล้อมในการทำงาน', nameEn: 'Committee on Safety at Work', shortName: 'คณะกรรมการความปลอดภัย',
    orderNumber: '340/2563', orderDate: '2020-03-16', secretariat: 'สลก.', members: ['กคส.', 'ศสช.', 'สนข.', 'กพร.'], duties: 'ดูแลความปลอดภัย อาคารสถานที่ และสภาพแวดล้อมในการทำงาน',
  },
  {
    key: 'practice', kind: 'working-group', name: 'คณะทำงานตัวอย่างสำหรับฝึกทำรายงานการประชุม', nameEn: 'Practice Working Group for Writing Minutes', shortName: 'คณะทำงานฝึก',
    orderNumber: '1298/2563', orderDate: '2020-10-05', secretariat: 'กพร.', members: ['สนข.', 'สปต.', 'สพป.', 'สนผ.', 'ศสช.', 'กคส.', 'กกร.', 'สลก.'], duties: 'เป็นชุดตัวอย่างให้ผู้จดรายงานฝึกเวียน แก้ไข และรับรองรายงานการประชุม',
  },
];

export interface DemoItem {
  readonly section: SectionKind;
  readonly title: string;
  /** Unit whose head speaks, and what was said. */
  readonly said: readonly (readonly [unit: string, text: string])[];
  readonly resolution?: readonly [kinds: readonly ResolutionKind[], text: string];
  readonly tasks?: readonly { readonly owners: readonly string[]; readonly task: string; readonly due?: string; readonly event?: string }[];
  readonly open?: string;
}

export interface DemoMeeting {
  readonly committee: string;
  readonly title: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  /** Unit whose head could not come. */
  readonly absent?: string;
  readonly items: readonly DemoItem[];
  /** How far the minutes are when the demo begins. */
  readonly until: 'certified' | 'checked' | 'drafted';
}

const room = { a: 'ห้องประชุม 201 ชั้น 2 อาคารกรมประชาสัมพันธ์', b: 'ห้องประชุม 305 ชั้น 3 อาคารกรมประชาสัมพันธ์', c: 'ห้องประชุมศูนย์เทคโนโลยีสารสนเทศฯ ชั้น 6' } as const;

const chairInforms = (text: string): DemoItem => ({ section: 'chair-informs', title: '', said: [['', text]], resolution: [['acknowledge'], 'รับทราบ'] });
const adopts = (number: string): DemoItem => ({ section: 'adopt-previous', title: '', said: [['', `เลขานุการเสนอรายงานการประชุม ครั้งที่ ${number} ให้ที่ประชุมพิจารณา ไม่มีผู้เสนอแก้ไข`]], resolution: [['adopt'], 'รับรองรายงานการประชุมโดยไม่มีการแก้ไข'] });

export const pastMeetings: readonly DemoMeeting[] = [
  {
    committee: 'risk', title: 'การประชุมคณะกรรมการบริหารความเสี่ยงและควบคุมภายในของกรม', heldOn: '2020-02-13', startsAt: '09:30', endsAt: '11:30', place: room.a, until: 'certified',
    items: [
      chairInforms('ขอให้ทุกหน่วยงานเห็นความเสี่ยงเป็นงานประจำ ไม่ใช่เอกสารปลายปี'),
      { section: 'for-consideration', title: 'ปฏิทินการประเมินความเสี่ยง ประจำปีงบประมาณ พ.ศ. ๒๕๖๓', said: [['กพร.', 'เสนอให้หน่วยงานส่งแบบประเมินปีละสองรอบ'], ['กคส.', 'เห็นด้วย และขอให้รอบแรกไม่ตรงกับการปิดบัญชีกลางปี']], resolution: [['agree', 'assign'], 'เห็นชอบปฏิทินตามที่เสนอ'], tasks: [{ owners: ['กพร.'], task: 'แจ้งปฏิทินการประเมินความเสี่ยงให้ทุกหน่วยงานทราบ', due: '2020-02-28' }] },
    ],
  },
  {
    committee: 'risk', title: 'การประชุมคณะกรรมการบริหารความเสี่ยงและควบคุมภายในของกรม', heldOn: '2020-05-21', startsAt: '09:30', endsAt: '11:00', place: room.a, absent: 'กกร.', until: 'certified',
    items: [
      chairInforms('ขอบคุณหน่วยงานที่ส่งแบบประเมินครบตามกำหนด'), adopts('๑/๒๕๖๓'),
      { section: 'for-information', title: 'ผลการประเมินความเสี่ยงรอบแรก', said: [['กพร.', 'รายงานว่าความเสี่ยงสูงสุดคือระบบเครือข่ายหยุดให้บริการ']], resolution: [['acknowledge'], 'รับทราบ'] },
      { section: 'for-consideration', title: 'แผนรองรับเครือข่ายหยุดให้บริการ', said: [['ศสช.', 'เสนอให้จัดทำเส้นทางสำรองและซ้อมแผนปีละครั้ง']], resolution: [['approve', 'assign'], 'อนุมัติให้ซ้อมแผนภายในปีนี้'], tasks: [{ owners: ['ศสช.'], task: 'ซ้อมแผนรองรับเครือข่ายหยุดให้บริการและรายงานผล', due: '2020-09-30' }] },
    ],
  },
  {
    committee: 'risk', title: 'การประชุมคณะกรรมการบริหารความเสี่ยงและควบคุมภายในของกรม', heldOn: '2020-09-10', startsAt: '13:30', endsAt: '15:30', place: room.a, until: 'certified',
    items: [
      adopts('๒/๒๕๖๓'),
      { section: 'matters-arising', title: 'ผลการซ้อมแผนรองรับเครือข่ายหยุดให้บริการ', said: [['ศสช.', 'รายงานว่าซ้อมแล้วหนึ่งครั้ง กู้ระบบได้ภายในสามชั่วโมง']], resolution: [['acknowledge'], 'รับทราบ'] },
      { section: 'for-consideration', title: 'ระดับความเสี่ยงที่ยอมรับได้', said: [['สนผ.', 'เสนอให้กำหนดเป็นร้อยละของภารกิจหลัก'], ['กคส.', 'เห็นว่าควรกำหนดเป็นมูลค่าความเสียหาย']], resolution: [['postpone'], 'เลื่อนการพิจารณาไปครั้งต่อไป'], open: 'ยังไม่ได้ข้อยุติว่าจะกำหนดระดับความเสี่ยงที่ยอมรับได้เป็นร้อยละของภารกิจหลักหรือเป็นมูลค่าความเสียหาย' },
    ],
  },
  {
    committee: 'plan', title: 'การประชุมคณะทำงานจัดทำแผนปฏิบัติราชการของกรม', heldOn: '2020-03-05', startsAt: '09:00', endsAt: '12:00', place: room.b, until: 'certified',
    items: [
      chairInforms('แผนปีหน้าต้องผูกกับตัวชี้วัดและงบประมาณในเอกสารเดียว'),
      { section: 'for-consideration', title: 'กรอบแผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๔', said: [['สนผ.', 'เสนอกรอบสามด้าน ได้แก่ ข่าวสารภาครัฐ สื่อของกรม และบริการประชาชน']], resolution: [['agree', 'assign'], 'เห็นชอบกรอบแผน'], tasks: [{ owners: ['สนข.', 'สปต.', 'สพป.'], task: 'ส่งโครงการตามกรอบแผนให้ สนผ.', due: '2020-04-03' }] },
    ],
  },
  {
    committee: 'plan', title: 'การประชุมคณะทำงานจัดทำแผนปฏิบัติราชการของกรม', heldOn: '2020-06-11', startsAt: '09:00', endsAt: '11:30', place: room.b, absent: 'สปต.', until: 'certified',
    items: [
      adopts('๑/๒๕๖๓'),
      { section: 'for-consideration', title: 'โครงการที่ขอรับงบประมาณ', said: [['สนผ.', 'สรุปว่ามีโครงการที่เสนอ ๒๔ โครงการ เกินกรอบวงเงิน'], ['กคส.', 'เสนอให้จัดลำดับตามความพร้อมใช้จ่าย']], resolution: [['agree'], 'เห็นชอบให้จัดลำดับโครงการตามความพร้อม'] },
      { section: 'other', title: 'การรายงานผลรายไตรมาส', said: [['กพร.', 'ขอให้ใช้แบบรายงานเดียวกับตัวชี้วัด']], resolution: [['assign'], 'มอบหมายให้ กพร. และ สนผ. จัดทำแบบรายงานร่วม'], tasks: [{ owners: ['กพร.', 'สนผ.'], task: 'จัดทำแบบรายงานผลรายไตรมาสฉบับร่วม', event: 'การประชุมครั้งต่อไป' }] },
    ],
  },
  {
    committee: 'plan', title: 'การประชุมคณะทำงานจัดทำแผนปฏิบัติราชการของกรม', heldOn: '2020-10-08', startsAt: '09:00', endsAt: '11:00', place: room.b, until: 'checked',
    items: [
      adopts('๒/๒๕๖๓'),
      { section: 'for-consideration', title: 'แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๔', said: [['สนผ.', 'เสนอแผนฉบับสมบูรณ์ ๑๘ โครงการ'], ['ศสช.', 'ขอให้โครงการคลังข้อมูลข่าวสารเริ่มในไตรมาสแรก']], resolution: [['approve', 'assign'], 'เห็นชอบและให้เสนออธิบดีลงนาม'], tasks: [{ owners: ['สนผ.'], task: 'เสนอแผนปฏิบัติราชการให้อธิบดีลงนามและประกาศใช้', due: '2020-10-30' }] },
    ],
  },
  {
    committee: 'web', title: 'การประชุมคณะทำงานพัฒนาเว็บไซต์และข้อมูลเปิดของกรม', heldOn: '2020-03-26', startsAt: '13:00', endsAt: '15:00', place: room.c, until: 'certified',
    items: [
      chairInforms('เว็บไซต์ของกรมต้องเปิดได้ดีบนโทรศัพท์และรองรับผู้พิการ'),
      { section: 'for-consideration', title: 'มาตรฐานเว็บไซต์หน่วยงาน', said: [['ศสช.', 'เสนอรายการตรวจสิบข้อสำหรับทุกเว็บไซต์ของกรม']], resolution: [['agree', 'assign'], 'เห็นชอบรายการตรวจ'], tasks: [{ owners: ['ศสช.'], task: 'ตรวจเว็บไซต์ของทุกสำนักตามรายการตรวจ', due: '2020-05-29' }] },
    ],
  },
  {
    committee: 'web', title: 'การประชุมคณะทำงานพัฒนาเว็บไซต์และข้อมูลเปิดของกรม', heldOn: '2020-06-25', startsAt: '13:00', endsAt: '15:00', place: room.c, until: 'certified',
    items: [
      adopts('๑/๒๕๖๓'),
      { section: 'for-information', title: 'ผลการตรวจเว็บไซต์', said: [['ศสช.', 'รายงานว่าเว็บไซต์ผ่านครบสิบข้อแปดแห่งจากสิบสามแห่ง']], resolution: [['acknowledge'], 'รับทราบ'] },
      { section: 'for-consideration', title: 'ชุดข้อมูลเปิดชุดแรก', said: [['สนข.', 'เสนอข่าวกลางย้อนหลังหนึ่งปี'], ['สพป.', 'ขอให้ตรวจข้อมูลส่วนบุคคลก่อนเผยแพร่']], resolution: [['agree', 'assign'], 'เห็นชอบให้เปิดชุดข้อมูลข่าวกลาง'], tasks: [{ owners: ['สนข.', 'ศสช.'], task: 'จัดทำชุดข้อมูลข่าวกลางและตรวจข้อมูลส่วนบุคคล', due: '2020-08-31' }] },
    ],
  },
  {
    committee: 'web', title: 'การประชุมคณะทำงานพัฒนาเว็บไซต์และข้อมูลเปิดของกรม', heldOn: '2020-10-15', startsAt: '13:00', endsAt: '14:30', place: room.c, until: 'drafted',
    items: [
      adopts('๒/๒๕๖๓'),
      { section: 'for-consideration', title: 'ผู้รับผิดชอบการปรับปรุงชุดข้อมูล', said: [['ศสช.', 'เสนอให้เจ้าของข้อมูลปรับปรุงเอง'], ['สนข.', 'ขอให้ ศสช. ปรับปรุงแทนในปีแรก']], resolution: [['postpone'], 'ให้หารือนอกรอบและนำเสนอใหม่'], open: 'ยังไม่ได้ข้อยุติว่าหน่วยงานเจ้าของข้อมูลหรือ ศสช. เป็นผู้ปรับปรุงชุดข้อมูลเปิด' },
    ],
  },
  {
    committee: 'place', title: 'การประชุมคณะกรรมการความปลอดภัยและสภาพแวดล้อมในการทำงาน', heldOn: '2020-04-09', startsAt: '10:00', endsAt: '11:30', place: room.a, until: 'certified',
    items: [
      chairInforms('ขอให้จัดที่ทำงานให้เว้นระยะและคัดกรองผู้เข้าอาคาร'),
      { section: 'for-consideration', title: 'มาตรการเข้าออกอาคาร', said: [['สลก.', 'เสนอจุดคัดกรองสองจุดและบันทึกผู้เข้าออก']], resolution: [['approve', 'assign'], 'อนุมัติมาตรการ'], tasks: [{ owners: ['สลก.'], task: 'จัดจุดคัดกรองและประกาศมาตรการ', due: '2020-04-13' }] },
    ],
  },
  {
    committee: 'place', title: 'การประชุมคณะกรรมการความปลอดภัยและสภาพแวดล้อมในการทำงาน', heldOn: '2020-07-16', startsAt: '10:00', endsAt: '11:30', place: room.a, until: 'certified',
    items: [
      adopts('๑/๒๕๖๓'),
      { section: 'for-consideration', title: 'การซ้อมอพยพหนีไฟ', said: [['สลก.', 'เสนอซ้อมในเดือนสิงหาคม'], ['สนข.', 'ขอเวลาที่ไม่กระทบการออกอากาศข่าว']], resolution: [['agree', 'assign'], 'เห็นชอบให้ซ้อมนอกเวลาข่าวภาคหลัก'], tasks: [{ owners: ['สลก.'], task: 'จัดซ้อมอพยพหนีไฟ', due: '2020-08-28' }] },
    ],
  },
  {
    committee: 'place', title: 'การประชุมคณะกรรมการความปลอดภัยและสภาพแวดล้อมในการทำงาน', heldOn: '2020-09-24', startsAt: '10:00', endsAt: '11:00', place: room.a, absent: 'ศสช.', until: 'certified',
    items: [
      adopts('๒/๒๕๖๓'),
      { section: 'matters-arising', title: 'ผลการซ้อมอพยพหนีไฟ', said: [['สลก.', 'รายงานว่าอพยพครบภายในแปดนาที']], resolution: [['acknowledge'], 'รับทราบ'] },
    ],
  },
];
