/** What the audit log says of requests for signatures, in words. */
import type { Words } from '../../../platform/words.ts';

export const requestActs: Readonly<Record<string, Words>> = {
  'signatures.request-opened': { th: 'ขอลงลายมือชื่ออิเล็กทรอนิกส์', en: 'Asked for signatures' },
  'signatures.request-withdrawn': { th: 'ถอนคำขอลงลายมือชื่อ', en: 'Withdrew a request for signatures' },
  'signatures.signed': { th: 'ลงลายมือชื่ออิเล็กทรอนิกส์', en: 'Signed electronically' },
  'signatures.approved': { th: 'เห็นชอบก่อนลงลายมือชื่อ', en: 'Approved before signing' },
  'signatures.refused': { th: 'ไม่อนุมัติและส่งคืนเอกสารที่รอลงลายมือชื่อ', en: 'Sent a document back unsigned' },
  'signatures.request-passed-on': { th: 'เอกสารที่รอลงลายมือชื่อไปถึงผู้ดำรงตำแหน่งหรือทำหน้าที่แทนคนใหม่', en: 'A document that waits went on to whoever answers for the post now' },
  'signatures.time-stamped': { th: 'ประทับเวลาลายมือชื่อ', en: 'Stamped the time of a signature' },
  'signatures.went-on-without-time': { th: 'ดำเนินการต่อโดยไม่มีการประทับเวลา', en: 'Went on without a time stamp' },
};
