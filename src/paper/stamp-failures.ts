/** What can go wrong with a PDF that came from outside. */
import { fail } from '../platform/result.ts';

export type ReceivedPdfFailureCode = 'PDF_UNREADABLE' | 'PDF_LOCKED';

export const unreadable = () => fail('PDF_UNREADABLE' satisfies ReceivedPdfFailureCode, {
  th: 'เปิดไฟล์ PDF นี้ไม่ได้ ไฟล์อาจเสียหายหรือไม่ใช่ PDF โปรดขอไฟล์ใหม่จากผู้ส่ง',
  en: 'This PDF cannot be opened: it is damaged or not a PDF. Please ask the sender for another copy.',
});

export const locked = () => fail('PDF_LOCKED' satisfies ReceivedPdfFailureCode, {
  th: 'ไฟล์ PDF นี้ตั้งรหัสผ่านไว้ จึงเปิดหรือประทับตรารับไม่ได้ โปรดขอไฟล์ที่ไม่มีรหัสผ่านจากผู้ส่ง',
  en: 'This PDF is protected by a password and cannot be opened or stamped. Please ask the sender for one without a password.',
});
