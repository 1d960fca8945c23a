/** The papers of the performance cycle with invented names: hard fields, long texts, two authorities, missing results. */
import type { PaperDocument } from './documents.ts';

type Of<Kind extends PaperDocument['kind']> = Extract<PaperDocument, { kind: Kind }>;

const AGENCY = 'กรมตัวอย่างราชการ';
const PERIOD = 'ประจำปีงบประมาณ พ.ศ. 2564';
const ladder = {
  heads: ['ขั้นต้น (50)', 'มาตรฐาน (75)', 'ขั้นสูง (100)'],
  rows: [{ label: 'รอบ 6 เดือน', cells: ['ร้อยละ 60', 'ร้อยละ 65', 'ร้อยละ 70'] }, { label: 'รอบ 12 เดือน', cells: ['ร้อยละ 70', 'ร้อยละ 75', 'ร้อยละ 80'] }],
};

export const exampleIndicatorForm: Of<'indicator-form'> = {
  kind: 'indicator-form', agency: AGENCY, period: PERIOD,
  number: '3.1', name: 'ร้อยละของคำขอมีบัตรประจำตัวสื่อมวลชนที่ยื่นและออกบัตรผ่านระบบอิเล็กทรอนิกส์ทั้งกระบวนการ',
  component: 'องค์ประกอบที่ 1 ประสิทธิผลการดำเนินงาน (Performance Base)', guideline: 'แนวทางที่ 1.2 การขับเคลื่อนแผนปฏิรูปประเทศ',
  type: 'ผลผลิต', direction: 'ยิ่งมากยิ่งดี', unitOfMeasure: 'ร้อยละ', weight: '20',
  definition: 'คำขอที่ยื่นและออกบัตรผ่านระบบ หมายถึง คำขอที่ผู้ยื่นกรอกและแนบเอกสารทางระบบ เจ้าหน้าที่ตรวจและอนุมัติในระบบ และผู้ยื่นได้รับบัตรโดยไม่ต้องมาที่หน่วยงาน\nคำขอที่รับเป็นกระดาษแล้วเจ้าหน้าที่กรอกแทน ไม่นับ',
  scope: 'คำขอทุกประเภทที่ได้รับระหว่างวันที่ 1 ตุลาคม 2563 ถึงวันที่ 30 กันยายน 2564 ทั้งส่วนกลางและส่วนภูมิภาค',
  formula: '(จำนวนคำขอที่ยื่นและออกบัตรผ่านระบบ × 100) ÷ จำนวนคำขอทั้งหมด',
  baseline: [{ year: 'พ.ศ. 2561', value: 'ไม่มีระบบ' }, { year: 'พ.ศ. 2562', value: 'ร้อยละ 31.25' }, { year: 'พ.ศ. 2563', value: 'ร้อยละ 62.50' }],
  planned: [{ year: 'พ.ศ. 2564', value: '80' }, { year: 'พ.ศ. 2565', value: '85' }, { year: 'พ.ศ. 2566', value: '90' }],
  ladder,
  targets: [
    { authority: 'สำนักงาน ก.พ.ร.', rungs: [{ score: '50', value: 'ร้อยละ 70' }, { score: '75', value: 'ร้อยละ 75' }, { score: '100', value: 'ร้อยละ 80' }], weight: '20', reason: 'ผลปีก่อนร้อยละ 62.50 และระบบเปิดใช้ครบทุกประเภทในไตรมาสที่ 2', source: 'หนังสือที่ นร 1200/ว 15 ลงวันที่ 28 ตุลาคม 2563' },
    { authority: 'สำนักงบประมาณ', rungs: [{ score: '100', value: 'ร้อยละ 75' }], reason: 'เป็นค่าเป้าหมายในเอกสารงบประมาณซึ่งกำหนดก่อนเปิดใช้ระบบ', source: 'เอกสารงบประมาณ ฉบับที่ 3' },
  ],
  conditions: '1. ไม่นับคำขอที่ผู้ยื่นยกเลิกเอง\n2. วันที่ระบบขัดข้องเกิน 4 ชั่วโมง ให้นับคำขอที่รับเป็นกระดาษในวันนั้นเป็นคำขอผ่านระบบ โดยแนบบันทึกเหตุขัดข้อง',
  collection: 'ระบบนับเองทุกวัน และสรุปเป็นรอบ 6, 9 และ 12 เดือน',
  sources: '- ทะเบียนคำขอในระบบออกบัตร\n- รายงานสรุปประจำเดือนของหน่วยงานเจ้าของเรื่อง',
  links: [{ label: 'ยุทธศาสตร์ชาติ', text: 'ด้านที่ 6 การปรับสมดุลและพัฒนาระบบการบริหารจัดการภาครัฐ' }, { label: 'แผนแม่บท', text: 'ประเด็นที่ 20 การบริการประชาชนและประสิทธิภาพภาครัฐ' }, { label: 'มติที่ประชุม', text: 'รายงานการประชุมครั้งที่ 1/2564 ระเบียบวาระที่ 3.1' }],
  supervisors: [{ name: 'นายธีรภัทร วงศ์อารี', position: 'รองอธิบดี', phone: '0 2000 1234 ต่อ 1100' }],
  collectors: [{ name: 'นางสาวปุณยวีร์ แสงเรืองรอง', position: 'นักวิเคราะห์นโยบายและแผนชำนาญการ', unit: 'ศูนย์บริการสื่อมวลชน', phone: '0 2000 1234 ต่อ 1720' }, { name: 'นายก้องภพ ใจซื่อ', position: 'นักวิชาการคอมพิวเตอร์ปฏิบัติการ', unit: 'ศูนย์เทคโนโลยีสารสนเทศ', phone: '0 2000 1234 ต่อ 1810' }],
  supporters: ['ศูนย์เทคโนโลยีสารสนเทศ', 'กองคลัง', 'สำนักงานประชาสัมพันธ์เขต 1–8'],
  reason: 'เป็นงานบริการที่มีผู้ใช้มากที่สุดของกรม และอยู่ในแผนปฏิรูปประเทศด้านการบริหารราชการแผ่นดิน',
  state: 'ฉบับที่ 3 เสนอสำนักงาน ก.พ.ร. เมื่อวันที่ 2 พฤศจิกายน 2563',
};

export const exampleSarCard: Of<'sar-card'> = {
  kind: 'sar-card', agency: AGENCY, period: PERIOD, round: 'รอบ 12 เดือน',
  number: exampleIndicatorForm.number, name: exampleIndicatorForm.name, weight: '20', unitOfMeasure: 'ร้อยละ', ladder,
  result: 'ร้อยละ 77.00', resultDetail: 'คำขอที่ยื่นและออกบัตรผ่านระบบ 1,540 คำขอ จากคำขอทั้งหมด 2,000 คำขอ นับถึงวันที่ 30 กันยายน 2564',
  calculation: 'ค่า 77.00 อยู่ระหว่างขั้น 75.00 (75 คะแนน) กับขั้น 80.00 (100 คะแนน)\n75 + (77.00 – 75.00) × (100 – 75) ÷ (80.00 – 75.00) = 85.000',
  score: '85.000', weighted: '85.000 × 20 ÷ 100 = 17.000',
  measures: '1. เปิดรับคำขอทางระบบครบทุกประเภทตั้งแต่เดือนมกราคม 2564\n2. อบรมเจ้าหน้าที่ส่วนภูมิภาค 4 รุ่น รวม 186 คน\n3. ปรับขั้นตอนตรวจเอกสารจาก 5 ขั้นเหลือ 3 ขั้น',
  supporting: 'ผู้บริหารติดตามทุกเดือน และหน่วยงานส่วนภูมิภาคมีเครื่องมือครบ',
  problems: 'ผู้ยื่นบางกลุ่มยังไม่คุ้นกับการแนบเอกสารทางระบบ ต้องโทรศัพท์ขอความช่วยเหลือเฉลี่ยวันละ 12 ราย',
  suggestions: 'จัดทำวีดิทัศน์แนะนำ และเชื่อมฐานข้อมูลทะเบียนราษฎรเพื่อลดเอกสารแนบ',
  evidence: [
    { name: 'ทะเบียนคำขอในระบบออกบัตร ณ วันที่ 30 กันยายน 2564', date: '30 ก.ย. 64', place: 'ระบบออกบัตร' },
    { name: 'รายงานการอบรมเจ้าหน้าที่ส่วนภูมิภาค 4 รุ่น', date: '15 มิ.ย. 64', place: 'แฟ้มอบรม 2564' },
    { name: 'บันทึกข้อความเห็นชอบขั้นตอนใหม่ ที่ นร 0299/889', date: '12 ก.พ. 64', place: 'ทะเบียนหนังสือส่ง' },
  ],
  reporters: [{ name: 'นางสาวปุณยวีร์ แสงเรืองรอง', position: 'นักวิเคราะห์นโยบายและแผนชำนาญการ', phone: '0 2000 1234 ต่อ 1720' }],
  signers: [{ name: 'นายธีรภัทร วงศ์อารี', position: 'รองอธิบดีกรมตัวอย่างราชการ', caption: 'ผู้กำกับดูแลตัวชี้วัด' }],
};

/** Shapes and words apart, as `chartDrawing` hands them over. */
const drawing = {
  kind: 'drawing' as const, caption: 'ผลตามรอบ', alt: 'รอบ 6 เดือน ร้อยละ 62.50 รอบ 12 เดือน ร้อยละ 77.00', width: 400, height: 120,
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 120" width="400" height="120"><line x1="40" x2="390" y1="95" y2="95" stroke="#6b655a"/><path d="M100,70L320,30" fill="none" stroke="#1c3f8c" stroke-width="2"/><circle cx="100" cy="70" r="4" fill="#1c3f8c"/><circle cx="320" cy="30" r="4" fill="#1c3f8c"/></svg>',
  labels: [{ x: 100, y: 114, words: '6 เดือน', anchor: 'middle' as const }, { x: 320, y: 114, words: '12 เดือน', anchor: 'middle' as const }, { x: 100, y: 60, words: '62.50', anchor: 'middle' as const, bold: true }, { x: 320, y: 20, words: '77.00', anchor: 'middle' as const, bold: true }],
};

const { kind: _form, ...form } = exampleIndicatorForm;
const { kind: _card, signers: _signers, ...card } = exampleSarCard;
const surveyed = { number: '4', name: 'ร้อยละความพึงพอใจของผู้รับบริการ' };

export const examplePerformanceBook: Of<'performance-book'> = {
  kind: 'performance-book', agency: AGENCY, period: PERIOD,
  coverLines: ['เสนอสำนักงาน ก.พ.ร.', '14 ตุลาคม 2564'],
  summary: {
    intro: ['กรมตัวอย่างราชการมีตัวชี้วัดตามกรอบการประเมินประจำปี 3 ตัว รายงานผลแล้ว 2 ตัว คะแนนรวมจึงอยู่ระหว่างค่าต่ำสุดกับค่าสูงสุดที่เป็นไปได้ ดังนี้'],
    rows: [
      { across: 'องค์ประกอบที่ 1 ประสิทธิผลการดำเนินงาน (น้ำหนัก 70)' },
      { number: '3.1', name: form.name, weight: '20', result: 'ร้อยละ 77.00', score: '85.000', weighted: '17.000' },
      { number: '4', name: surveyed.name, weight: '50', result: 'ร้อยละ 84.10', score: '91.000', weighted: '45.500' },
      { across: 'องค์ประกอบที่ 2 ศักยภาพการดำเนินงาน (น้ำหนัก 30)' },
      { number: '5', name: 'ผลการประเมินสถานะหน่วยงานภาครัฐในการเป็นระบบราชการ 4.0', weight: '30', result: 'ยังไม่มีผล', score: '-', weighted: '-' },
    ],
    total: { weight: '100', weighted: '62.500–92.500' },
    notes: ['ระดับการประเมิน: อยู่ระหว่างระดับมาตรฐานขั้นต้นกับระดับคุณภาพ'],
    charts: [{
      kind: 'bars', caption: 'คะแนนถ่วงน้ำหนักของแต่ละตัวชี้วัด', max: 50, rows: [
        { label: '3.1 คำขอผ่านระบบอิเล็กทรอนิกส์', value: 17, of: 20, words: '17.000 จาก 20' },
        { label: '4 ความพึงพอใจของผู้รับบริการ', value: 45.5, of: 50, words: '45.500 จาก 50' },
        { label: '5 ระบบราชการ 4.0', value: null, rest: 30, of: 30, words: 'ยังไม่มีผล' },
      ],
    }],
  },
  chapters: [
    { number: form.number, name: form.name, form, card, charts: [drawing] },
    {
      ...surveyed,
      form: { agency: AGENCY, period: PERIOD, ...surveyed, weight: '50', unitOfMeasure: 'ร้อยละ', direction: 'ยิ่งมากยิ่งดี', type: 'ผลลัพธ์', ladder, supervisors: form.supervisors ?? [] },
      card: { agency: AGENCY, period: PERIOD, round: 'รอบ 12 เดือน', ...surveyed, weight: '50', result: 'ร้อยละ 84.10', score: '91.000', weighted: '45.500' },
    },
    { number: '5', name: 'ผลการประเมินสถานะหน่วยงานภาครัฐในการเป็นระบบราชการ 4.0', card: { agency: AGENCY, period: PERIOD, round: 'รอบ 12 เดือน', number: '5', name: 'ผลการประเมินสถานะหน่วยงานภาครัฐในการเป็นระบบราชการ 4.0', weight: '30', result: 'ยังไม่มีผล', score: 'ยังไม่มีคะแนน', problems: 'ผู้ตรวจประเมินยังไม่แจ้งผล' } },
  ],
  annexes: [{ number: 'ก', name: 'รายงานการประชุมคณะกรรมการกำหนดตัวชี้วัด ครั้งที่ 1/2564', note: '12 หน้า' }, { number: 'ข', name: 'คำรับรองการปฏิบัติราชการของกรม ประจำปีงบประมาณ พ.ศ. 2564' }],
};
