// The thirty-four inconsistencies that the draft carries: where, whether the checker can be expected to
// find them, and whether the certified version corrects them or holds them open.

export type Inconsistency = {
  readonly number: number;
  readonly about: string;
  readonly lineIds: readonly string[];
  /** Codes of the rules that find it; empty where a person must. */
  readonly rules: readonly string[];
  /** `held`: the minutes are right about what was said; the matter itself stays open. */
  readonly outcome: 'corrected' | 'held';
};

function entry(number: number, about: string, lineIds: string[], rules: string[], outcome: Inconsistency['outcome'] = 'corrected'): Inconsistency {
  return { number, about, lineIds, rules, outcome };
}

export const inconsistencies: readonly Inconsistency[] = [
  entry(1, 'ปีในมติขัดกับชื่อการประชุม', ['a31-res1'], ['year-contradiction']),
  entry(2, 'จำนวนตัวชี้วัดในองค์ประกอบที่ ๑', ['a31-intro'], ['count-list']),
  entry(3, 'น้ำหนักของตัวชี้วัดที่ ๓', ['a31-kpi3-weight'], ['weight-statement']),
  entry(4, 'อักษรย่อของสำนักข่าว', ['a21-order', 'a31-table', 'covering'], ['unit-abbreviation']),
  entry(5, 'อักษรย่อของสำนักการประชาสัมพันธ์ต่างประเทศ', ['a31-table', 'covering'], ['unit-abbreviation']),
  entry(6, 'อักษรย่อของกองคลัง', ['present-person-15', 'present-person-16'], ['unit-abbreviation']),
  entry(7, 'อักษรย่อของกองกฎหมายและระเบียบ', ['a21-order', 'covering'], ['unit-abbreviation']),
  entry(8, 'อักษรย่อของเลขานุการกรม และองค์ประกอบของคณะทำงาน', ['a21-order', 'a41-plan', 'covering'], ['composition', 'unit-abbreviation']),
  entry(9, 'อักษรย่อของสำนักพัฒนานโยบายและแผน', ['a31-kpi3-media'], ['unit-abbreviation', 'speaker-unit']),
  entry(10, 'กพร. กับสำนักงาน ก.พ.ร. และสำนักงาน ก.พ.', ['a22-part1-rule', 'a31-kpi3-criteria'], ['unit-confusable']),
  entry(11, 'กปช. กับ กปส.', ['a31-kpi3-weight', 'a31-kpi2-chair'], ['unit-confusable']),
  entry(12, 'ชื่อบุคคลห้ารายสะกดสองแบบ', ['a21-order', 'a31-kpi2-risk', 'a31-kpi3-criteria', 'a31-kpi4-region', 'signature:drafter'], ['person-name']),
  entry(13, 'เวลาเลิกประชุมกับเวลาที่กำหนด', ['header'], ['meeting-time'], 'held'),
  entry(14, 'หน่วยร่วมของตัวชี้วัดที่ ๑', ['a31-kpi1-steps'], ['assignment-trace']),
  entry(15, 'ชื่อตัวชี้วัดที่ ๑ กับข้อเสนอให้แยกงาน', ['a31-kpi1', 'a31-kpi1-sets'], [], 'held'),
  entry(16, 'โครงการที่จะเสนอกับที่เสนอแล้ว', ['a31-kpi1-reform'], ['planned-and-done']),
  entry(17, 'ระดับผู้อนุมัติและชื่อของตัวชี้วัดที่ ๒', ['a31-kpi2', 'a31-kpi2-proposal'], ['item-name', 'undecided']),
  entry(18, 'ช่วงเวลาของแผนที่ไม่ต่อเนื่อง', ['a31-kpi2'], [], 'held'),
  entry(19, 'ชื่อตัวชี้วัดที่ ๓ และผู้ปฏิบัติที่ไม่ใช่หน่วยกำกับ', ['a31-kpi3'], ['item-name']),
  entry(20, 'ไม่มีการเจรจากับการรับไปเจรจา', ['a31-kpi3-negotiate'], ['negated-then-done']),
  entry(21, 'ชื่อตัวชี้วัดที่ ๔ และชื่อบัตร', ['a31-kpi4'], ['item-name']),
  entry(22, 'เป้าหมายต่ำกว่าผลของปีก่อน', ['a31-kpi4-pilot'], [], 'held'),
  entry(23, 'หน่วยงานด้านชำระเงินไม่อยู่ในหน่วยกำกับ', ['a31-kpi4-pilot', 'a31-kpi4-assign'], ['assignment-trace']),
  entry(24, 'ชื่อตัวชี้วัดที่ ๕', ['a31-kpi5'], ['item-name']),
  entry(25, 'มติให้เสนอน้ำหนักที่กำหนดแล้ว', ['a31-res2'], []),
  entry(26, 'กำหนดส่งก่อนวันส่งรายงาน', ['a31-res2'], ['due-date']),
  entry(27, 'ขั้นตอนเดือนเดียวกัน และการอบรมที่ยังไม่ครบ', ['a41-step2', 'a41-training'], ['step-order']),
  entry(28, 'ใบรับรองกับผู้ออกใบรับรอง และชื่อหน่วยงาน', ['a41-certificate'], ['unit-name']),
  entry(29, 'ตัวเลขต่อปีจากข้อมูล ๖ เดือน', ['a41-usage'], ['annual-figure']),
  entry(30, 'ชื่อคณะกรรมาธิการ', ['a42-topic1'], ['name-two-ways']),
  entry(31, 'ชื่อการประชุม ชื่อคำสั่ง และแบบตอบรับ', ['header', 'a21-order', 'covering'], ['title-form', 'title-drift']),
  entry(32, 'คำและชื่อตำแหน่งที่คลาดเคลื่อน', ['a22-issue1', 'a31-kpi2-chair', 'a41-usage', 'present-person-23', 'signature:drafter'], ['official-words', 'unit-name']),
  entry(33, 'งานตัวชี้วัดที่มอบหมายให้หน่วยงานอื่น', ['a4-res2'], [], 'held'),
  entry(34, 'งานที่ไม่มีผู้รับผิดชอบหรือกำหนดเวลา', ['a31-res2', 'a31-res3', 'a4-res1', 'a4-res2'], ['assignment']),
];
