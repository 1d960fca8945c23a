// The answers of the units to the draft: every correction that leads to the certified version, with
// who asked for it and why, and two that were declined.
import type { Assignment, MinutesLine } from '../domain/minutes-document.ts';
import { lineIndex } from '../domain/minutes-text.ts';
import type { Decision, Suggestion } from '../domain/suggestions.ts';
import { head, resolved, task } from './draft-lines.ts';
import { minutesDraft } from './minutes-draft.ts';

function replace(id: string, lineId: string, original: string, proposed: string, unit: string, reason: string, field = 'text', offset?: number): Suggestion {
  return { id, reason, proposedBy: { unit }, change: { kind: 'replace', lineId, field, original, proposed, ...(offset !== undefined && { offset }) } };
}

function insert(id: string, lineId: string, line: MinutesLine, unit: string, reason: string): Suggestion {
  return { id, reason, proposedBy: { unit }, change: { kind: 'insert', lineId, line } };
}

function assign(id: string, lineId: string, proposed: Assignment[], unit: string, reason: string): Suggestion {
  const line = lineIndex(minutesDraft).find((entry) => entry.line.id === lineId)?.line;
  if (line?.kind !== 'resolution') throw new Error(`no resolution ${lineId}`);
  return { id, reason, proposedBy: { unit }, change: { kind: 'assignments', lineId, original: line.assignments, proposed } };
}

function openPoint(id: string, lineId: string, newId: string, text: string, unit: string, reason: string): Suggestion {
  return insert(id, lineId, { kind: 'open-point', id: newId, text }, unit, reason);
}

const spelling = 'แก้ให้ตรงกับอักษรย่อของหน่วยงาน';
const naming = 'ใช้ชื่อตัวชี้วัดให้ตรงกับมติที่ประชุม';
const nameSpelling = 'สะกดชื่อให้ตรงกับทะเบียนประวัติ';

const header: Suggestion[] = [
  replace('c-title-annual', 'header', 'งบประมาณ พ.ศ. ๒๕๖๔', 'ประจำปีงบประมาณ พ.ศ. ๒๕๖๔', 'กพร.', 'ชื่อการประชุมขาดคำว่า "ประจำปี"', 'title:1'),
  replace('c-unit-kks-1', 'present-person-15', 'กคค.', 'กคส.', 'กคส.', spelling, 'unit'),
  replace('c-unit-kks-2', 'present-person-16', 'กคค.', 'กคส.', 'กคส.', spelling, 'unit'),
  replace('c-job-title', 'present-person-23', 'นักจัดการทั่วไปชำนาญการ', 'นักจัดการงานทั่วไปชำนาญการ', 'สลก.', 'ชื่อตำแหน่งในสายงาน', 'position'),
  replace('c-drafter-name', 'signature:drafter', 'มณีตา', 'มณิตา', 'กพร.', nameSpelling, 'personName'),
  replace('c-drafter-caption', 'signature:drafter', 'ผู้จัดรายงานการประชุม', 'ผู้จดรายงานการประชุม', 'กพร.', 'ตามแบบรายงานการประชุม', 'caption'),
  replace('c-memo-snk', 'covering', 'ผอ.สนช.', 'ผอ.สนข.', 'สนข.', spelling, 'addressee:0'),
  replace('c-memo-spt', 'covering', 'ผอ.สพต.', 'ผอ.สปต.', 'สปต.', spelling, 'addressee:1'),
  replace('c-memo-kkr', 'covering', 'อกร.', 'ผอ.กกร.', 'กกร.', spelling, 'addressee:6'),
  replace('c-memo-lnk', 'covering', 'ลนภ.', 'ลนก.', 'สลก.', spelling, 'addressee:7'),
  replace('c-reply-repeat', 'covering', 'รายงานการประชุมขอส่งรายงานการประชุม', 'รายงานการประชุม', 'กพร.', 'ข้อความซ้ำในแบบตอบรับ', 'replyReference'),
];

const agendaTwo: Suggestion[] = [
  replace('c-order-title', 'a21-order', 'มาตรการปรับปรุงประสิทธิภาพ ประจำปี', 'มาตรการปรับปรุงประสิทธิภาพในการปฏิบัติราชการ ประจำปี', 'กพร.', 'ชื่อเรื่องของคำสั่งไม่ครบ'),
  replace('c-order-snk', 'a21-order', 'ผอ.สนช.', 'ผอ.สนข.', 'สนข.', spelling),
  replace('c-order-kkr', 'a21-order', 'และ อกร. เป็นคณะทำงาน', 'ผอ.กกร. และ ลนก. เป็นคณะทำงาน', 'สลก.', 'อักษรย่อของ กกร. และเพิ่มเลขานุการกรมซึ่งเป็นคณะทำงานตามคำสั่ง'),
  replace('c-order-assistant', 'a21-order', 'ธนชพร โกศลวิท', 'ธนัชพร โกศลวิทย์', 'กพร.', nameSpelling),
  replace('c-opdc', 'a22-part1-rule', 'สำนักงาน ก.พ. กำหนด', 'สำนักงาน ก.พ.ร. กำหนด', 'กพร.', 'แนวทางเป็นของสำนักงาน ก.พ.ร.'),
  replace('c-system', 'a22-issue1', 'ระบบพัฒนาราชการ ๔.๐', 'ระบบราชการ ๔.๐', 'กพร.', 'ชื่อที่ใช้เป็นทางการ'),
];

const agendaThree: Suggestion[] = [
  replace('c-no-negotiation', 'a31-intro', 'ไม่มีการเจรจาต่อรองค่าเป้าหมายแล้ว', 'ไม่ใช้วิธีเจรจาต่อรองค่าเป้าหมายแล้ว แต่ส่วนราชการชี้แจงเหตุผลประกอบได้', 'กพร.', 'ให้สอดคล้องกับการรับไปหารือในตัวชี้วัดที่ ๓'),
  replace('c-count', 'a31-intro', 'มี ๔ ตัวชี้วัด ดังนี้', 'มี ๓ ตัวชี้วัด ดังนี้', 'กพร.', 'องค์ประกอบที่ ๑ มีตัวชี้วัดที่ ๑ ถึง ๓ รวม ๔ ค่าน้ำหนัก'),
  openPoint('c-kpi3-open', 'a31-kpi3-negotiate', 'a31-kpi3-open', 'ค่าเป้าหมายของตัวชี้วัดที่ ๓ ระหว่างเกณฑ์ของสำนักงาน ก.พ.ร. กับค่าที่แจ้งสำนักงบประมาณยังไม่มีข้อยุติ', 'สนผ.', 'รอผลการหารือของ กพร.'),
  insert('c-part2-heading', 'a31-kpi3-negotiate', head('a31-part2', 'องค์ประกอบที่ ๒ การประเมินศักยภาพในการดำเนินงาน (Potential Base) น้ำหนักร้อยละ ๓๐'), 'กพร.', 'ตัวชี้วัดที่ ๔ และ ๕ อยู่ในองค์ประกอบที่ ๒'),
  replace('c-kpi1-partner', 'a31-kpi1-steps', 'ร่วมกับ สนผ. คัดเลือก', 'ร่วมกับ สนข. คัดเลือก', 'ศสช.', 'หน่วยร่วมดำเนินการตามมติคือสำนักข่าว'),
  replace('c-kpi1-presented', 'a31-kpi1-reform', 'ได้มีการนำเสนอโครงการบริหารจัดการข่าวปลอม (Fake News) ต่อรองนายกรัฐมนตรีในฐานะประธาน กปช. แล้ว', 'โครงการบริหารจัดการข่าวปลอม (Fake News) ผ่านการพิจารณาเบื้องต้นของรองนายกรัฐมนตรีในฐานะประธาน กปช. และรอเข้าที่ประชุม กปช. ครั้งต่อไป', 'สนข.', 'ให้ตรงกับที่ สนข. ชี้แจง'),
  replace('c-kpi2-name', 'a31-kpi2', 'จัดทำ (ร่าง)', 'ระดับความสำเร็จของการจัดทำ (ร่าง)', 'สนผ.', naming),
  openPoint('c-kpi2-open', 'a31-kpi2-chair', 'a31-kpi2-open', 'ระดับผู้อนุมัติร่างแผนฉบับที่ ๖ (อปส. หรือ กปช.) ยังไม่มีข้อยุติ', 'สนผ.', 'ที่ประชุมไม่ได้ลงมติในเรื่องนี้'),
  replace('c-name-5', 'a31-kpi2-risk', 'รุ่งเพ็ชร', 'รุ่งเพชร', 'สนผ.', nameSpelling, 'speaker.name'),
  replace('c-level', 'a31-kpi2-chair', 'ขึ้นสูง', 'ขั้นสูง', 'กพร.', 'คำผิด'),
  replace('c-department-1', 'a31-kpi2-chair', 'หาก กปช. จัดทำ', 'หาก กปส. จัดทำ', 'สนผ.', 'ผู้จัดทำคือกรมประชาสัมพันธ์'),
  replace('c-kpi3-name', 'a31-kpi3', 'ผ่านสื่อของกรมประชาสัมพันธ์', '', 'สนผ.', naming),
  replace('c-name-12', 'a31-kpi3-criteria', 'ณิชญญา', 'ณิชญา', 'สนผ.', nameSpelling, 'speaker.name'),
  replace('c-psdg', 'a31-kpi3-criteria', 'ตัวชี้วัดที่ ก.พ.ร. นำเสนอ', 'ตัวชี้วัดที่ กพร. นำเสนอ', 'กพร.', 'ผู้นำเสนอร่างคือกลุ่มพัฒนาระบบบริหาร'),
  replace('c-opdc-criteria', 'a31-kpi3-criteria', 'เกณฑ์การประเมินที่ กพร. กำหนด', 'เกณฑ์การประเมินที่สำนักงาน ก.พ.ร. กำหนด', 'กพร.', 'ผู้กำหนดเกณฑ์คือสำนักงาน ก.พ.ร.'),
  replace('c-department-2', 'a31-kpi3-weight', 'งบประมาณของ กปช.', 'งบประมาณของ กปส.', 'สนผ.', 'หมายถึงงบประมาณของกรม'),
  replace('c-weight', 'a31-kpi3-weight', 'น้ำหนักร้อยละ ๒๐ ทั้งกลุ่มเป้าหมายในประเทศและกลุ่มเป้าหมายต่างประเทศ', 'น้ำหนักร้อยละ ๒๐ สำหรับกลุ่มเป้าหมายในประเทศ และร้อยละ ๒๐ สำหรับกลุ่มเป้าหมายต่างประเทศ', 'สปต.', 'ให้ตรงกับตารางมติ'),
  replace('c-snp', 'a31-kpi3-media', 'สนม.', 'สนผ.', 'สนผ.', spelling, 'speaker.unit'),
  replace('c-negotiate', 'a31-kpi3-negotiate', 'จะรับไปเจรจากับสำนักงาน ก.พ.ร.', 'จะรับไปหารือกับสำนักงาน ก.พ.ร.', 'กพร.', 'ไม่มีการเจรจาต่อรองค่าเป้าหมายแล้ว'),
  replace('c-kpi4-name', 'a31-kpi4', 'การพัฒนาองค์การสู่ดิจิทัล (การจัดทำบัตรประจำตัวสื่อมวลชน)', 'การพัฒนาระบบการออกบัตรสื่อมวลชน', 'สพป.', naming),
  replace('c-name-4', 'a31-kpi4-region', 'อรวี', 'อรวรี', 'สพป.', nameSpelling, 'speaker.name'),
  replace('c-kpi5-name', 'a31-kpi5', 'การประเมินสถานการณ์เป็นระบบราชการ ๔.๐ (PMQA)', 'การประเมินสถานะของหน่วยงานภาครัฐในการเป็นระบบราชการ ๔.๐', 'กพร.', naming),
  replace('c-kpi5-status', 'a31-kpi5-score', 'สถานะองค์การเป็นระบบราชการ ๔.๐', 'สถานะของหน่วยงานภาครัฐในการเป็นระบบราชการ ๔.๐', 'กพร.', naming),
  replace('c-double', 'a31-kpi5-score', 'จากการการประเมิน', 'จากการประเมิน', 'กพร.', 'คำซ้ำ'),
  replace('c-year', 'a31-res1', '๒๕๖๕', '๒๕๖๔', 'กพร.', 'กรอบตัวชี้วัดเป็นของปีงบประมาณ พ.ศ. ๒๕๖๔'),
  replace('c-table-snk', 'a31-table', 'สนช.', 'สนข.', 'สนข.', spelling, 'cell:1:2'),
  replace('c-table-spt', 'a31-table', 'สพต.', 'สปต.', 'สปต.', spelling, 'cell:5:2'),
  replace('c-table-support', 'a31-table', 'สพป., ศสช.', 'สพป., ศสช. (สนับสนุน กกร., กคส.)', 'สพป.', 'งานชำระเงินเป็นของ กกร. และ กคส. ตามมติข้อ ๓', 'cell:7:2'),
  replace('c-res2-weight', 'a31-res2', 'ค่าเป้าหมาย น้ำหนัก และเกณฑ์การประเมิน', 'ค่าเป้าหมาย และเกณฑ์การประเมินตามน้ำหนักในข้อ ๑', 'กพร.', 'น้ำหนักกำหนดแล้วในมติข้อ ๑'),
  replace('c-res2-start', 'a31-res2', 'ภายในวันจันทร์ที่ ๒๖ ตุลาคม ๒๕๖๓', 'ภายในวันจันทร์ที่ ๒๖ ตุลาคม ๒๕๖๓ โดยเริ่มดำเนินการตั้งแต่วันประชุม ไม่ต้องรอการรับรองรายงาน', 'กพร.', 'กำหนดส่งมาถึงก่อนวันส่งรายงาน'),
  assign('c-res2-owners', 'a31-res2', [
    task('task-kpi-forms', ['ศสช.', 'สนข.', 'สนผ.', 'สปต.', 'สพป.', 'กพร.'], 'จัดทำรายละเอียด ค่าเป้าหมาย และเกณฑ์การประเมินตามแบบฟอร์มของสำนักงาน ก.พ.ร. ส่ง กพร.', { kind: 'date', date: '2020-10-26' }),
  ], 'กพร.', 'ระบุหน่วยงานเป็นรายหน่วย'),
  assign('c-res3-due', 'a31-res3', [
    task('task-payment', ['กกร.', 'กคส.'], 'หารือและทดลองรับชำระเงินผ่านระบบออนไลน์', { kind: 'event', event: 'ก่อนเริ่มปีงบประมาณ พ.ศ. ๒๕๖๕' }),
  ], 'กคส.', 'กำหนดเหตุการณ์ที่ต้องแล้วเสร็จ'),
  insert('c-res4', 'a31-res3', resolved('a31-res4', ['assign'], 'มอบหมายให้ สพป. เก็บข้อมูลจำนวนผู้ใช้บริการแยกบัตรใหม่และการต่ออายุ และประเมินความสะดวกของผู้รับบริการ', '๔.', [
    task('task-press-card-counts', ['สพป.'], 'เก็บข้อมูลจำนวนผู้ใช้บริการและประเมินความสะดวกของผู้รับบริการ', { kind: 'event', event: 'การรายงานผลตัวชี้วัดประจำปีงบประมาณ พ.ศ. ๒๕๖๔' }),
  ]), 'สพป.', 'งานที่รับไปในที่ประชุมยังไม่ปรากฏในมติ'),
  insert('c-res5', 'a31-res3', resolved('a31-res5', ['assign'], 'มอบหมายให้ กพร. นำค่าเป้าหมายของตัวชี้วัดที่ ๓ ตามข้อเสนอของ สนผ. ไปหารือสำนักงาน ก.พ.ร. และให้ สนผ. คัดเลือกโครงการประกอบตัวชี้วัดที่ ๓', '๕.', [
    task('task-target', ['กพร.'], 'หารือค่าเป้าหมายของตัวชี้วัดที่ ๓ กับสำนักงาน ก.พ.ร.', { kind: 'event', event: 'การเสนอรายละเอียดตัวชี้วัดต่อสำนักงาน ก.พ.ร.' }),
    task('task-projects', ['สนผ.'], 'คัดเลือกโครงการประกอบตัวชี้วัดที่ ๓', { kind: 'event', event: 'การเสนอรายละเอียดตัวชี้วัดต่อสำนักงาน ก.พ.ร.' }),
  ]), 'สนผ.', 'งานที่รับไปในที่ประชุมยังไม่ปรากฏในมติ'),
];

const agendaFour: Suggestion[] = [
  replace('c-secretary', 'a41-plan', 'ลนค.', 'ลนก.', 'สลก.', spelling, 'speaker.position'),
  replace('c-steps', 'a41-step2', 'ภายในเดือน พ.ย. ๒๕๖๓ หนังสือภายใน', 'ภายในเดือน พ.ย. ๒๕๖๓ คู่ขนานกับขั้นตอนที่ ๑ หนังสือภายใน', 'สลก.', 'ขั้นตอนที่ ๑ และ ๒ ดำเนินการในเดือนเดียวกัน'),
  replace('c-certificate', 'a41-certificate', 'ร่วมกับ ศสช. ขอใบรับรองอิเล็กทรอนิกส์ (Certification Authority : CA) จากสำนักงานพัฒนาธุรกรรมอิเล็กทรอนิกส์', 'จะขอใบรับรองอิเล็กทรอนิกส์จากผู้ให้บริการออกใบรับรอง (Certification Authority : CA) ผ่านสำนักงานพัฒนาธุรกรรมทางอิเล็กทรอนิกส์', 'ศสช.', 'แยกใบรับรองออกจากผู้ออกใบรับรอง และแก้ชื่อหน่วยงาน'),
  replace('c-usage', 'a41-usage', 'ประหยัดได้ ๒ ล้านบาท/ปี', 'ประหยัดได้ประมาณการ ๒ ล้านบาท/ปี โดย ศสช. จะแนบวิธีคำนวณ', 'ศสช.', 'ตัวเลขรายปีมาจากสถิติ ๖ เดือน'),
  replace('c-provincial', 'a41-usage', 'สำนักประชาสัมพันธ์จังหวัด', 'สำนักงานประชาสัมพันธ์จังหวัด', 'สลก.', 'ชื่อหน่วยงาน'),
  replace('c-training', 'a41-training', 'ของทุกสำนัก/กองเรียบร้อยแล้ว', 'ของทุกสำนัก/กองในส่วนกลางเรียบร้อยแล้ว', 'ศสช.', 'ส่วนภูมิภาคยังไม่ครบ'),
  replace('c-committee', 'a42-topic1', 'คณะกรรมการการวิสามัญ', 'คณะกรรมาธิการวิสามัญ', 'สนผ.', 'ชื่อคณะ'),
  assign('c-saraban-dates', 'a4-res1', [
    task('task-saraban-circulars', ['สลก.'], 'ให้ทุกหน่วยงานรับส่งหนังสือเวียนในระบบสารบรรณอิเล็กทรอนิกส์ได้', { kind: 'date', from: '2020-11-01', date: '2020-11-30' }, ['ศสช.', 'กพร.']),
    task('task-saraban-internal', ['สลก.'], 'ให้หนังสือภายในสำนัก/กองอยู่ในระบบ', { kind: 'date', from: '2020-11-01', date: '2020-11-30' }, ['ศสช.', 'กพร.']),
    task('task-saraban-cross', ['สลก.'], 'ให้รับส่งหนังสือข้ามหน่วยงานในระบบได้', { kind: 'date', from: '2020-12-01', date: '2020-12-31' }, ['ศสช.', 'กพร.']),
  ], 'สลก.', 'กำหนดเวลาตามขั้นตอนที่แจ้งที่ประชุม'),
  assign('c-scorecard-due', 'a4-res2', [
    task('task-scorecard', ['สนผ.'], 'จัดทำตัวชี้วัดระดับสำนัก/กอง', { kind: 'event', event: 'การประชุมคณะทำงานครั้งถัดไป' }, ['กพร.']),
  ], 'สนผ.', 'กำหนดเหตุการณ์ที่ต้องแล้วเสร็จและหน่วยสนับสนุน'),
  insert('c-res-certificate', 'a4-res2', resolved('a4-res3', ['assign'], 'มอบหมายให้ กพร. ขอใบรับรองอิเล็กทรอนิกส์ และให้ ศสช. ดำเนินการทางเทคนิคให้ อปส. ลงลายมือชื่อในหนังสือส่งออก', '๓.', [
    task('task-certificate', ['กพร.', 'ศสช.'], 'ขอและติดตั้งใบรับรองอิเล็กทรอนิกส์', { kind: 'event', event: 'การเริ่มส่งหนังสือภายนอกในระบบสารบรรณอิเล็กทรอนิกส์' }),
  ]), 'ศสช.', 'งานที่แจ้งในที่ประชุมยังไม่ปรากฏในมติ'),
];

/** Accepted: together they turn the draft into the certified version. */
export const acceptedCorrections: readonly Suggestion[] = [...header, ...agendaTwo, ...agendaThree, ...agendaFour];

/** Declined, with the reason that was given. */
export const declinedCorrections: readonly { readonly suggestion: Suggestion; readonly reason: string }[] = [
  {
    suggestion: replace('d-fake-news', 'a31-kpi1', 'พัฒนาระบบคลังข้อมูลข่าวสารเพื่อการประชาสัมพันธ์เชิงรุกและการจัดการ (Fake News)', 'พัฒนาระบบคลังข้อมูลข่าวสารเพื่อการประชาสัมพันธ์เชิงรุก', 'ศสช.', 'ที่ประชุมเห็นควรแยกคลังข้อมูลออกจากงานข่าวปลอม'),
    reason: 'ชื่อตัวชี้วัดเป็นไปตามมติที่ประชุม หากประสงค์จะเปลี่ยนต้องเสนอในการประชุมครั้งต่อไป',
  },
  {
    suggestion: replace('d-scorecard-owner', 'a4-res2', 'มอบหมายให้ สนผ. จัดทำ', 'มอบหมายให้ กพร. จัดทำ', 'สนผ.', 'งานตัวชี้วัดอยู่ในภารกิจของ กพร.'),
    reason: 'ประธานมอบหมายให้ สนผ. ในที่ประชุม ส่วน กพร. เป็นหน่วยสนับสนุน',
  },
];

export const correctionDecisions: readonly Decision[] = [
  ...acceptedCorrections.map((s): Decision => ({ suggestionId: s.id, outcome: 'accept', reason: '' })),
  ...declinedCorrections.map(({ suggestion, reason }): Decision => ({ suggestionId: suggestion.id, outcome: 'decline', reason })),
];
