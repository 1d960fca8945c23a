// Words and thresholds that the rules go by. All of it is data that an office can edit;
// this is the set it starts with: general official Thai, nothing of any one meeting.

/** Thresholds of the rules. */
export type RuleParameters = {
  /** Minutes by which a meeting may end before or after plan without a remark. */
  readonly endToleranceMinutes: number;
  /** What a table of weights must add up to. */
  readonly weightTotal: number;
  /** Letters that two spellings of one name may differ by. */
  readonly nameDistance: number;
  /** From this share of common letters on, two long names are taken for one name written two ways. */
  readonly nearName: number;
  /** A rare abbreviation is asked about when a confusable one occurs at least this many times as often. */
  readonly rareFactor: number;
  /** Share of a proposal's words that must come back in the resolution for it to count as decided. */
  readonly decidedShare: number;
};

export const defaultParameters: RuleParameters = {
  endToleranceMinutes: 30,
  weightTotal: 100,
  nameDistance: 2,
  nearName: 0.86,
  rareFactor: 4,
  decidedShare: 0.5,
};

export type Vocabulary = {
  /** Wrong spelling → right spelling. */
  readonly misspellings: Readonly<Record<string, string>>;
  /** Official line titles of posts, without the level. */
  readonly jobTitles: readonly string[];
  readonly jobLevels: readonly string[];
  /** Captions under the two signatures. */
  readonly drafterCaption: string;
  readonly checkerCaption: string;
  /** Abbreviations that are not units. */
  readonly generalAbbreviations: readonly string[];
  /** Words that count the members of a list ("๓ ข้อ"). */
  readonly classifiers: readonly string[];
  /** Words that may stand twice in a row. */
  readonly doublets: readonly string[];
  /** Owners that name nobody. */
  readonly vagueOwners: readonly string[];
  /** What a committee does not have of its own; a department does. */
  readonly departmentBelongings: readonly string[];
  /** Beginnings of long official names. */
  readonly nameBeginnings: readonly string[];
  /** Words too common to tell one proposal from another. */
  readonly commonWords: readonly string[];
};

const civilServiceLines = [
  'นักจัดการงานทั่วไป', 'นักทรัพยากรบุคคล', 'นักวิเคราะห์นโยบายและแผน', 'นักวิชาการคอมพิวเตอร์', 'นักวิชาการเงินและบัญชี',
  'นักวิชาการพัสดุ', 'นักวิชาการตรวจสอบภายใน', 'นักวิเทศสัมพันธ์', 'นักประชาสัมพันธ์', 'นักสื่อสารมวลชน', 'นิติกร',
  'นักวิชาการเกษตร', 'นักวิชาการป่าไม้', 'นักวิชาการประมง', 'นักวิชาการปศุสัตว์', 'นักวิชาการสาธารณสุข', 'นักวิชาการสิ่งแวดล้อม',
  'นักวิชาการศึกษา', 'นักวิชาการวัฒนธรรม', 'นักวิชาการขนส่ง', 'นักวิชาการแรงงาน', 'นักวิชาการสถิติ', 'นักวิชาการมาตรฐาน',
  'นักวิชาการพาณิชย์', 'นักวิชาการที่ดิน', 'นักวิชาการอุตสาหกรรม', 'นักวิชาการส่งเสริมการลงทุน', 'นักวิทยาศาสตร์', 'นักธรณีวิทยา',
  'นักอุทกวิทยา', 'นักอุตุนิยมวิทยา', 'นักผังเมือง', 'นักพัฒนาสังคม', 'นักพัฒนาชุมชน', 'นักพัฒนาการท่องเที่ยว', 'นักสังคมสงเคราะห์',
  'นักจิตวิทยา', 'นักจิตวิทยาคลินิก', 'นักโภชนาการ', 'นักกายภาพบำบัด', 'นักเทคนิคการแพทย์', 'นายแพทย์', 'ทันตแพทย์', 'สัตวแพทย์',
  'เภสัชกร', 'พยาบาลวิชาชีพ', 'วิศวกรโยธา', 'วิศวกรชลประทาน', 'วิศวกรไฟฟ้า', 'วิศวกรเครื่องกล', 'วิศวกรการเกษตร', 'วิศวกรสำรวจ',
  'สถาปนิก', 'มัณฑนากร', 'บรรณารักษ์', 'เศรษฐกร', 'นักจดหมายเหตุ', 'ภัณฑารักษ์', 'ศึกษานิเทศก์', 'เจ้าพนักงานธุรการ',
  'เจ้าพนักงานการเงินและบัญชี', 'เจ้าพนักงานพัสดุ', 'เจ้าพนักงานสถิติ', 'เจ้าพนักงานโสตทัศนศึกษา', 'เจ้าพนักงานเผยแพร่ประชาสัมพันธ์',
  'เจ้าพนักงานสาธารณสุข', 'เจ้าพนักงานป่าไม้', 'เจ้าพนักงานการเกษตร', 'นายช่างไฟฟ้า', 'นายช่างโยธา', 'นายช่างเครื่องกล', 'นายช่างชลประทาน',
  'นายช่างสำรวจ', 'นายช่างศิลป์', 'นายช่างพิมพ์',
];

export const defaultVocabulary: Vocabulary = {
  misspellings: {
    อนุญาติ: 'อนุญาต', สังเกตุ: 'สังเกต', โครงการณ์: 'โครงการ', ปรากฎ: 'ปรากฏ', กฏหมาย: 'กฎหมาย', กฏระเบียบ: 'กฎระเบียบ', ลายเซ็นต์: 'ลายมือชื่อ',
    อีเมลล์: 'อีเมล', เว็บไซด์: 'เว็บไซต์', เวปไซต์: 'เว็บไซต์', ดิจิตอล: 'ดิจิทัล', ผลลัพท์: 'ผลลัพธ์', มาตราฐาน: 'มาตรฐาน',
    คณะกรรมมาธิการ: 'คณะกรรมาธิการ', อินเตอร์เน็ต: 'อินเทอร์เน็ต', อิเลคทรอนิกส์: 'อิเล็กทรอนิกส์', อิเล็คทรอนิกส์: 'อิเล็กทรอนิกส์',
    งบประมาน: 'งบประมาณ', บุคคลากร: 'บุคลากร',
    กรกฏาคม: 'กรกฎาคม', ปฎิบัติ: 'ปฏิบัติ', ปฎิรูป: 'ปฏิรูป', ปฎิทิน: 'ปฏิทิน',
    สัมนา: 'สัมมนา', วิเคราห์: 'วิเคราะห์', ฉะบับ: 'ฉบับ',
    ทรัพยากร์: 'ทรัพยากร', อุปสรรค์: 'อุปสรรค', บรรทึก: 'บันทึก', บันทืก: 'บันทึก', รับทราป: 'รับทราบ',
  },
  jobTitles: civilServiceLines,
  jobLevels: ['ชำนาญการพิเศษ', 'ชำนาญการ', 'ปฏิบัติการ', 'เชี่ยวชาญ', 'ทรงคุณวุฒิ', 'ชำนาญงาน', 'ปฏิบัติงาน', 'อาวุโส', 'ทักษะพิเศษ'],
  drafterCaption: 'ผู้จดรายงานการประชุม',
  checkerCaption: 'ผู้ตรวจรายงานการประชุม',
  generalAbbreviations: [
    'พ.ศ.', 'ค.ศ.', 'ร.ศ.', 'จ.ศ.', 'พ.ร.บ.', 'พ.ร.ก.', 'พ.ร.ฎ.', 'น.ส.', 'ม.ร.ว.', 'ม.ล.', 'ด.ช.', 'ด.ญ.', 'ร.ร.', 'ม.ค.', 'ก.พ.', 'พ.ค.', 'ก.ค.', 'ส.ค.',
    'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.', 'ชม.', 'กม.', 'ซม.', 'มม.', 'กก.', 'ตร.ม.', 'ลบ.ม.', 'มท.', 'นศ.', 'ผอ.', 'รอง ผอ.', 'ผวจ.', 'ผบ.', 'ดร.', 'ผศ.', 'รศ.',
    'ครม.', 'ส.ส.', 'ส.ว.', 'ลว.', 'ปณ.', 'กทม.', 'ต.ร.', 'ร.ต.', 'พ.ต.', 'พ.อ.', 'พ.ท.', 'ร.อ.', 'ร.ท.', 'จ.ส.อ.', 'ส.ต.', 'อบต.', 'อบจ.', 'สจ.', 'ศ.ดร.', 'รศ.ดร.', 'ผศ.ดร.',
  ],
  classifiers: [
    'ข้อ', 'ประเด็น', 'ขั้นตอน', 'ขั้น', 'ตัวชี้วัด', 'แนวทาง', 'เรื่อง', 'กิจกรรม', 'โครงการ', 'ชุด', 'รายการ', 'ด้าน', 'ระยะ', 'งวด', 'แห่ง', 'คน', 'ราย', 'ท่าน',
    'หน่วยงาน', 'มาตรการ', 'องค์ประกอบ', 'ประเภท', 'กลุ่ม', 'ระดับ', 'ส่วน', 'หมวด', 'ยุทธศาสตร์', 'เป้าหมาย', 'วิธี', 'ฉบับ', 'หลักสูตร', 'พื้นที่', 'จังหวัด', 'ช่องทาง', 'ระบบ', 'สาย', 'หัวข้อ',
  ],
  doublets: ['ที่', 'คน', 'ของ', 'นา', 'ว่า', 'ค่อย', 'ช้า', 'ต่าง', 'แต่ละ'],
  vagueOwners: ['หน่วยงานที่เกี่ยวข้อง', 'ผู้ที่เกี่ยวข้อง', 'ผู้เกี่ยวข้อง', 'ทุกหน่วยงาน', 'เจ้าหน้าที่ที่เกี่ยวข้อง', 'ทุกฝ่าย', 'ส่วนที่เกี่ยวข้อง', 'หน่วยงานรับผิดชอบ'],
  departmentBelongings: ['งบประมาณของ', 'บุคลากรของ', 'อัตรากำลังของ', 'ข้าราชการของ', 'รถราชการของ', 'อาคารของ', 'เงินนอกงบประมาณของ', 'ผลการเบิกจ่ายของ'],
  nameBeginnings: ['คณะกรรม', 'คณะอนุกรรม', 'คณะทำงาน', 'สำนักงาน', 'ระเบียบ', 'พระราชบัญญัติ', 'พระราชกฤษฎีกา', 'ประกาศ', 'มูลนิธิ', 'สมาคม', 'มหาวิทยาลัย'],
  commonWords: [
    'ที่ประชุม', 'พิจารณา', 'ขอ', 'เสนอ', 'ให้', 'และ', 'หรือ', 'ได้', 'จะ', 'ไม่', 'ที่', 'ซึ่ง', 'โดย', 'เพื่อ', 'ใน', 'ของ', 'การ', 'ความ', 'เป็น', 'มี', 'ว่า', 'ดังกล่าว', 'ก่อน', 'ต่อไป', 'แล้ว', 'ควร',
    'จึง', 'ทั้งนี้', 'ตาม', 'กับ', 'แก่', 'ต่อ', 'จาก', 'ถึง', 'แต่', 'หาก', 'ด้วย', 'อีก', 'นี้', 'นั้น', 'แจ้ง', 'ดำเนินการ', 'หน่วยงาน',
  ],
};
