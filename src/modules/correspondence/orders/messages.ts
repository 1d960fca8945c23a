import { defineMessages } from '../../../platform/words.ts';

/** Words of orders: their register, what they do to each other, and the committees that they make. */
export const messages = defineMessages({
  th: {
    title: 'ทะเบียนคำสั่ง', head: '{unit} ปี พ.ศ. {year}', headAll: '{unit} ทุกปี', back: 'กลับไปทะเบียนคำสั่ง', fileName: 'ทะเบียนคำสั่ง', pdf: 'PDF', xlsx: 'ส่งออก Excel', write: 'ร่างคำสั่ง',
    reference: 'คำสั่งที่', letterDate: 'ลงวันที่', subject: 'เรื่อง', signer: 'ผู้ลงนาม', standing: 'ผลบังคับ', links: 'เกี่ยวกับคำสั่งอื่น', made: 'คณะตามคำสั่ง', allStandings: 'ทั้งหมด',
    find: 'เลขที่หรือคำ', findHint: 'เช่น 12/2563 ๑๒/๖๓ หรือ คำสั่งที่ 12',
    none: 'ยังไม่มีคำสั่งในปีนี้', noneText: 'เมื่อออกเลขคำสั่ง หรือลงทะเบียนคำสั่งที่ทำนอกระบบ รายการจะปรากฏที่นี่เอง', noneFound: 'ไม่พบคำสั่งตามเงื่อนไขนี้', noneFoundText: 'ลองเปลี่ยนปี ผลบังคับ หรือคำค้น',
    cut: 'แสดง {count} รายการแรก เลือกปีหรือผลบังคับเพื่อพิมพ์ส่วนที่เหลือ',
    'standing.in-force': 'มีผลใช้บังคับ', 'standing.amended': 'มีผลใช้บังคับ แก้ไขแล้ว', 'standing.cancelled': 'ยกเลิกแล้ว', 'standing.recalled': 'เรียกคืน', 'standing.corrected': 'ออกฉบับแก้ไขแล้ว', 'standing.void': 'ยกเลิกเลข', 'standing.reserved': 'จองเลขไว้',
    'filter.in-force': 'มีผลใช้บังคับ (รวมที่แก้ไขแล้ว)',
    'by.cancels': 'ยกเลิกโดยคำสั่งที่ {reference} ลงวันที่ {day}', 'by.amends': 'แก้ไขโดยคำสั่งที่ {reference} ลงวันที่ {day}', 'to.cancels': 'ยกเลิกคำสั่งที่ {reference}', 'to.amends': 'แก้ไขคำสั่งที่ {reference}',
    'committee.made': 'ตั้ง{name}', 'committee.changed': 'เปลี่ยนแปลงกรรมการใน{name}',
    effectsPart: 'ยกเลิกหรือแก้ไขคำสั่งเดิม', effectsHint: 'เลขที่คำสั่งของหน่วยงานนี้ บรรทัดละหนึ่งคำสั่ง เช่น 12/2563 ข้อความในคำสั่งยังต้องกล่าวถึงด้วย',
    notFound: 'ไม่พบคำสั่งที่ {number} ในทะเบียนคำสั่งของหน่วยงานนี้ กรุณาพิมพ์เลขที่พร้อมปี เช่น 12/2563', cancelledAlready: 'คำสั่งที่ {number} ถูกยกเลิกแล้วโดยคำสั่งที่ {by}', notInForce: 'คำสั่งที่ {number} ไม่มีผลใช้บังคับแล้ว',
    orderTitle: 'ผลของคำสั่งนี้', fromRegister: 'ดูทะเบียนคำสั่ง',
  },
  en: {
    title: 'Register of orders', head: '{unit}, B.E. {year}', headAll: '{unit}, every year', back: 'Back to the register of orders', fileName: 'orders', pdf: 'PDF', xlsx: 'Export Excel', write: 'Draft an order',
    reference: 'Order', letterDate: 'Dated', subject: 'Subject', signer: 'Signed by', standing: 'In force?', links: 'Other orders', made: 'Committees', allStandings: 'All',
    find: 'Number or words', findHint: 'For example 12/2563, 12/63 or order 12',
    none: 'No order in this year yet', noneText: 'Orders appear here when they are numbered, or when one that was made outside is registered.', noneFound: 'No order matches', noneFoundText: 'Try another year, standing or words.',
    cut: 'The first {count} rows are shown. Choose a year or a standing to print the rest.',
    'standing.in-force': 'In force', 'standing.amended': 'In force, amended', 'standing.cancelled': 'Cancelled', 'standing.recalled': 'Recalled', 'standing.corrected': 'Issued again, corrected', 'standing.void': 'Number void', 'standing.reserved': 'Number reserved',
    'filter.in-force': 'In force (also amended)',
    'by.cancels': 'Cancelled by order {reference} of {day}', 'by.amends': 'Amended by order {reference} of {day}', 'to.cancels': 'Cancels order {reference}', 'to.amends': 'Amends order {reference}',
    'committee.made': 'Made {name}', 'committee.changed': 'Changed members of {name}',
    effectsPart: 'Cancel or amend earlier orders', effectsHint: 'Numbers of orders of this unit, one a line, such as 12/2563. The text of the order must say it, too.',
    notFound: 'Order {number} is not in the register of orders of this unit. Please type the number with its year, such as 12/2563.', cancelledAlready: 'Order {number} is cancelled already, by order {by}', notInForce: 'Order {number} is no longer in force',
    orderTitle: 'What this order does', fromRegister: 'See the register of orders',
  },
});
