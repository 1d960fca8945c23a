import type { Words } from '../words.ts';

/** The pages for what went wrong: title and what to do, by status. */
export const errorWords: Record<number, { title: Words; text: Words }> = {
  400: {
    title: { th: 'คำขอไม่สมบูรณ์', en: 'The request is incomplete' },
    text: { th: 'กรุณากลับไปหน้าก่อนแล้วลองอีกครั้ง', en: 'Please go back and try again.' },
  },
  401: {
    title: { th: 'ต้องเข้าสู่ระบบก่อน', en: 'Sign in first' },
    text: { th: 'เข้าสู่ระบบแล้วลองอีกครั้ง', en: 'Sign in, then try again.' },
  },
  403: {
    title: { th: 'ท่านไม่มีสิทธิใช้หน้านี้', en: 'You may not use this page' },
    text: { th: 'หากงานของท่านต้องใช้ กรุณาติดต่อผู้ดูแลสิทธิของหน่วยงาน', en: 'If your work needs it, ask the person who manages rights in your unit.' },
  },
  404: {
    title: { th: 'ไม่พบหน้านี้', en: 'There is no such page' },
    text: { th: 'อาจถูกย้าย พิมพ์ที่อยู่ผิด หรือท่านไม่มีสิทธิเห็น', en: 'It may have moved, the address may be mistyped, or you may not see it.' },
  },
  409: {
    title: { th: 'มีผู้แก้ไขก่อนท่าน', en: 'Somebody changed this before you' },
    text: { th: 'เปิดหน้าใหม่เพื่อดูข้อความล่าสุด แล้วทำรายการอีกครั้ง', en: 'Open the page again to see the newest text, then repeat.' },
  },
  413: {
    title: { th: 'ไฟล์ใหญ่เกินกำหนด', en: 'The file is too large' },
    text: { th: 'ย่อขนาดหรือแบ่งไฟล์ แล้วลองอีกครั้ง', en: 'Make it smaller or split it, then try again.' },
  },
  415: {
    title: { th: 'ไฟล์ชนิดนี้ใช้ไม่ได้', en: 'This kind of file cannot be used' },
    text: { th: 'ใช้ไฟล์ PDF, Word, Excel หรือรูปภาพ', en: 'Use PDF, Word, Excel or pictures.' },
  },
  422: {
    title: { th: 'ทำรายการนี้ไม่ได้', en: 'This cannot be done' },
    text: { th: 'กรุณาตรวจข้อมูลแล้วลองอีกครั้ง', en: 'Please check what you entered and try again.' },
  },
  429: {
    title: { th: 'มีคำขอถี่เกินไป', en: 'Too many requests' },
    text: { th: 'กรุณารอหนึ่งนาทีแล้วลองอีกครั้ง', en: 'Please wait a minute and try again.' },
  },
  500: {
    title: { th: 'ระบบขัดข้อง', en: 'Something went wrong' },
    text: {
      th: 'รายการนี้ยังไม่ถูกบันทึก กรุณาลองอีกครั้ง หากยังไม่ได้ แจ้งผู้ดูแลระบบพร้อมรหัสด้านล่าง',
      en: 'Nothing was saved. Please try again; if it keeps failing, tell the administrator the code below.',
    },
  },
  503: {
    title: { th: 'ระบบยังไม่พร้อม', en: 'The system is not ready' },
    text: { th: 'กรุณารอสักครู่แล้วลองอีกครั้ง ข้อมูลที่บันทึกแล้วไม่หาย', en: 'Please wait a moment and try again. What was saved is safe.' },
  },
};

/** What a person does while the system is not ready: a page is opened again, a form is sent again. */
export const waitWords: Record<'page' | 'form', Words> = {
  page: { th: 'กรุณารอสักครู่ หน้านี้จะลองใหม่เองภายใน 5 วินาที ข้อมูลที่บันทึกแล้วไม่หาย', en: 'Please wait: this page tries again by itself within 5 seconds. What was saved is safe.' },
  form: {
    th: 'กรุณารอสักครู่ ย้อนกลับไปหน้าก่อน แล้วกดส่งอีกครั้ง ส่งซ้ำได้โดยไม่ถูกบันทึกสองครั้ง ข้อมูลที่บันทึกแล้วไม่หาย',
    en: 'Please wait a moment, go back and send it again. Sending twice does not save twice. What was saved is safe.',
  },
};

/** An HTTP error with words for people; thrown inside a handler, drawn by the error page. */
export class HttpError extends Error {
  readonly statusCode: number;
  readonly words: Words | undefined;
  constructor(statusCode: number, words?: Words) {
    super(words?.en ?? errorWords[statusCode]?.title.en ?? `HTTP ${statusCode}`);
    this.name = 'HttpError';
    this.statusCode = statusCode;
    this.words = words;
  }
}
