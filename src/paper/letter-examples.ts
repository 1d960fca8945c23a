/** One document of each form on paper with the emblem, and of each list, with invented names. */
import type { PaperDocument } from './documents.ts';
import { registerDay, registerReport } from './register-forms.ts';

type Of<Kind extends PaperDocument['kind']> = Extract<PaperDocument, { kind: Kind }>;

const AGENCY = ['กรมตัวอย่างราชการ', '9 ถนนพระรามที่ 6 แขวงพญาไท', 'เขตพญาไท กรุงเทพฯ 10400'];
const DAY = '14 ตุลาคม 2569';
const HEAD = { name: 'นายธีรภัทร วงศ์อารี', position: 'อธิบดีกรมตัวอย่างราชการ' };

export const exampleExternal: Of<'external-letter'> = {
  kind: 'external-letter',
  urgency: 'ด่วนที่สุด',
  number: 'นร 0299/1204',
  agencyLines: AGENCY,
  date: DAY,
  subject: 'ขอความอนุเคราะห์เผยแพร่ข่าวสารการใช้ระบบสารบรรณอิเล็กทรอนิกส์',
  to: 'ผู้ว่าราชการจังหวัดทุกจังหวัด',
  references: ['หนังสือกรมตัวอย่างราชการ ที่ นร 0299/ว 88 ลงวันที่ 1 กันยายน 2569'],
  enclosures: ['คู่มือการใช้งาน จำนวน 1 เล่ม', 'แผนการดำเนินงาน จำนวน 1 ชุด'],
  body: [
    'ตามหนังสือที่อ้างถึง กรมตัวอย่างราชการได้แจ้งกำหนดการเริ่มใช้ระบบสารบรรณอิเล็กทรอนิกส์ในการติดต่อราชการ ความละเอียดแจ้งแล้ว นั้น',
    'ในการนี้ กรมตัวอย่างราชการขอความอนุเคราะห์เผยแพร่ข่าวสารดังกล่าวให้หน่วยงานในพื้นที่และประชาชนทราบโดยทั่วกัน รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย',
    'จึงเรียนมาเพื่อโปรดพิจารณาให้ความอนุเคราะห์ จะขอบคุณยิ่ง',
  ],
  signers: [{ ...HEAD, name: 'นางสาวปุณยวีร์ แสงเรืองรอง', position: 'รองอธิบดีกรมตัวอย่างราชการ', acting: { phrase: 'รักษาราชการแทน', principal: 'อธิบดีกรมตัวอย่างราชการ' } }],
  ownerUnit: 'สำนักงานเลขานุการกรม',
  contacts: ['โทร. 0 2000 1234 ต่อ 5678', 'โทรสาร 0 2000 1235', 'ไปรษณีย์อิเล็กทรอนิกส์ saraban@example.go.th'],
  copies: ['สำนักงานปลัดสำนักนายกรัฐมนตรี'],
};

export const exampleStamped: Of<'stamped-letter'> = {
  kind: 'stamped-letter',
  number: 'นร 0299/1205',
  to: 'สำนักงานประชาสัมพันธ์จังหวัดทุกจังหวัด',
  body: ['กรมตัวอย่างราชการขอส่งแบบสำรวจการใช้งานระบบสารบรรณอิเล็กทรอนิกส์มาเพื่อดำเนินการ และขอให้ส่งกลับภายในวันที่ 30 ตุลาคม 2569'],
  agency: 'กรมตัวอย่างราชการ',
  initials: 'ปว.',
  date: DAY,
  ownerUnit: 'สำนักงานเลขานุการกรม',
  contacts: ['โทร. 0 2000 1234'],
};

export const exampleOrder: Of<'order'> = {
  kind: 'order',
  issuer: 'กรมตัวอย่างราชการ',
  number: '118/2569',
  subject: 'แต่งตั้งคณะทำงานขับเคลื่อนการใช้ระบบสารบรรณอิเล็กทรอนิกส์',
  body: [
    'เพื่อให้การใช้ระบบสารบรรณอิเล็กทรอนิกส์เป็นไปด้วยความเรียบร้อย อาศัยอำนาจตามความในมาตรา 32 แห่งพระราชบัญญัติระเบียบบริหารราชการแผ่นดิน พ.ศ. 2534 จึงแต่งตั้งคณะทำงาน โดยมีองค์ประกอบและหน้าที่ ดังนี้',
    { kind: 'item', label: '1.', text: 'องค์ประกอบ' },
    { kind: 'item', label: '1.1', level: 2, text: 'รองอธิบดีกรมตัวอย่างราชการ ประธานคณะทำงาน' },
    { kind: 'item', label: '1.2', level: 2, text: 'ผู้อำนวยการทุกสำนักและกอง คณะทำงาน' },
    { kind: 'item', label: '2.', text: 'หน้าที่ กำหนดแผน ติดตาม และรายงานผลการใช้งานต่ออธิบดี' },
    'ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป',
  ],
  date: '14 ตุลาคม พ.ศ. 2569',
  signers: [HEAD],
};

const rule = {
  issuer: 'กรมตัวอย่างราชการ', about: 'การใช้ระบบสารบรรณอิเล็กทรอนิกส์', year: '2569', date: '14 ตุลาคม พ.ศ. 2569', signers: [HEAD],
  body: [
    'โดยที่เป็นการสมควรกำหนดแนวทางการใช้ระบบสารบรรณอิเล็กทรอนิกส์ให้เป็นไปในทางเดียวกัน จึงวางระเบียบไว้ ดังต่อไปนี้',
    'ข้อ 1 ระเบียบนี้เรียกว่า “ระเบียบกรมตัวอย่างราชการ ว่าด้วยการใช้ระบบสารบรรณอิเล็กทรอนิกส์ พ.ศ. 2569”',
    'ข้อ 2 ระเบียบนี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศเป็นต้นไป',
    'ข้อ 3 ให้เลขานุการกรมรักษาการตามระเบียบนี้',
  ],
};
export const exampleRegulation: Of<'regulation'> = { kind: 'regulation', ...rule };
export const exampleRule: Of<'rule'> = { kind: 'rule', ...rule, edition: '2' };

export const exampleAnnouncement: Of<'announcement'> = {
  kind: 'announcement', issuer: 'กรมตัวอย่างราชการ', subject: 'กำหนดช่องทางการติดต่อราชการทางอิเล็กทรอนิกส์',
  body: ['เพื่ออำนวยความสะดวกแก่ประชาชน กรมตัวอย่างราชการจึงกำหนดช่องทางการติดต่อทางอิเล็กทรอนิกส์ไว้ ดังต่อไปนี้', { kind: 'item', label: '1.', text: 'เว็บไซต์ของกรม' }, { kind: 'item', label: '2.', text: 'ไปรษณีย์อิเล็กทรอนิกส์กลาง' }],
  date: '14 ตุลาคม พ.ศ. 2569', signers: [HEAD],
};

export const exampleStatement: Of<'statement'> = {
  kind: 'statement', issuer: 'กรมตัวอย่างราชการ', subject: 'ความคืบหน้าการให้บริการประชาชนทางอิเล็กทรอนิกส์', edition: '1',
  body: ['ตามที่มีผู้สอบถามเกี่ยวกับการให้บริการทางอิเล็กทรอนิกส์ กรมตัวอย่างราชการขอแถลงให้ทราบว่า ได้เปิดให้บริการแล้วในทุกจังหวัด'], date: DAY,
};
export const exampleNews: Of<'news'> = { ...exampleStatement, kind: 'news', subject: 'เปิดอบรมการใช้ระบบสารบรรณอิเล็กทรอนิกส์' };

export const exampleCertificate: Of<'certificate'> = {
  kind: 'certificate', number: '27/2569', agencyLines: AGENCY,
  body: ['หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า นางสาวกานต์ธิดา ใจงาม ตำแหน่ง นักประชาสัมพันธ์ชำนาญการ เป็นข้าราชการสังกัดกรมตัวอย่างราชการ ปฏิบัติงานตั้งแต่วันที่ 1 ตุลาคม 2559 จนถึงปัจจุบัน'],
  date: '14 ตุลาคม พ.ศ. 2569', signers: [HEAD], photo: { holder: 'นางสาวกานต์ธิดา ใจงาม' },
};

export const exampleNote: Of<'note'> = {
  kind: 'note', to: 'เลขานุการกรม', subject: 'การรับส่งหนังสือทางระบบ', date: DAY,
  body: ['หน่วยงานส่วนกลางรับส่งหนังสือทางระบบครบทุกหน่วยแล้ว เห็นควรแจ้งให้ทราบโดยทั่วกัน'],
  signers: [{ name: 'นางสาวกานต์ธิดา ใจงาม', position: 'นักประชาสัมพันธ์ชำนาญการ', signedAs: 'กานต์ธิดา ใจงาม' }],
  entries: [
    { to: 'อธิบดี', text: 'เพื่อโปรดพิจารณา เห็นควรแจ้งเวียน', signer: { name: 'นายชยพล มั่นคง', position: 'เลขานุการกรม' }, date: '15 ตุลาคม 2569' },
    { text: 'ดำเนินการตามเสนอ', signer: HEAD, date: '15 ตุลาคม 2569' },
  ],
};

/** ทะเบียนหนังสือรับ (form 13). */
export const exampleRegister = (rows: number): Of<'table-report'> => registerReport('received', ['สำนักงานเลขานุการกรม พ.ศ. 2569'], [
  registerDay(14, 'ตุลาคม', 2569),
  ...Array.from({ length: rows }, (_, i) => [String(i + 1), `มท 0211.4/${1200 + i}`, '12 ต.ค. 69', 'กระทรวงมหาดไทย', 'อธิบดี', 'ขอเชิญประชุมคณะกรรมการขับเคลื่อนการประชาสัมพันธ์ภาครัฐ', 'มอบ กพร.', '']),
]);

/** สมุดส่งหนังสือ (form 16). */
export const exampleDelivery: Of<'table-report'> = registerReport('delivery', ['สำนักงานเลขานุการกรม'], [
  ['1204', 'สำนักงานเลขานุการกรม', 'ผู้ว่าราชการจังหวัดเชียงใหม่', 'ศาลากลางจังหวัดเชียงใหม่', '', '', ''],
]);

export const exampleReceipt: Of<'receipt-slip'> = {
  kind: 'receipt-slip', agency: 'กรมตัวอย่างราชการ', number: 'นร 0299/1204', to: 'ผู้ว่าราชการจังหวัดเชียงใหม่',
  subject: 'ขอความอนุเคราะห์เผยแพร่ข่าวสารการใช้ระบบสารบรรณอิเล็กทรอนิกส์',
};

export const exampleEnvelope: Of<'envelope'> = {
  kind: 'envelope', size: 'C5', agencyLines: AGENCY, number: 'นร 0299/1204', urgency: 'ด่วนมาก',
  to: 'ผู้ว่าราชการจังหวัดเชียงใหม่', addressLines: ['ศาลากลางจังหวัดเชียงใหม่', 'อำเภอเมืองเชียงใหม่', 'จังหวัดเชียงใหม่ 50300'],
};

export const exampleStamp: Of<'receive-stamp'> = { kind: 'receive-stamp', agency: 'กรมตัวอย่างราชการ', number: '1204', date: '14 ต.ค. 2569', time: '09.35 น.' };

/** Every form with its name in Thai, as the gallery and the tests walk them. */
export const letterExamples: readonly (readonly [name: string, document: PaperDocument])[] = [
  ['หนังสือภายนอก', exampleExternal], ['หนังสือประทับตรา', exampleStamped], ['คำสั่ง', exampleOrder], ['ระเบียบ', exampleRegulation], ['ข้อบังคับ', exampleRule],
  ['ประกาศ', exampleAnnouncement], ['แถลงการณ์', exampleStatement], ['ข่าว', exampleNews], ['หนังสือรับรอง', exampleCertificate], ['บันทึก', exampleNote],
  ['ทะเบียนหนังสือรับ', exampleRegister(40)], ['ซองหนังสือ', exampleEnvelope], ['ตรารับหนังสือ', exampleStamp], ['สมุดส่งหนังสือ', exampleDelivery],
  ['ใบรับหนังสือ', exampleReceipt],
];
