import { Notice } from './notice.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'ข้อควรทราบ',
    note: 'บอกผลของการไม่ทำ ก่อนขอให้ทำ',
    render: () => (
      <div class="stack-s measure">
        <Notice><p><strong>ท่านปฏิบัติราชการแทนรองอธิบดี</strong> ตามคำสั่งที่ ๑๓๖๐/๒๕๖๓ ถึง 13 พ.ย. 2563</p></Notice>
        <Notice kind="warn" title="ตอบภายในจันทร์ 9 พ.ย. 2563">พ้นกำหนดแล้วไม่ตอบ ถือว่าท่านรับรองโดยไม่มีการแก้ไข</Notice>
        <Notice kind="done"><p><strong>ส่งคำตอบแล้ว</strong> เลขรับ ๑๒๔๗ เวลา 14.32 น.</p></Notice>
        <Notice kind="error" title="ส่งไปหน่วยงานปลายทางไม่สำเร็จ">ระบบจะลองอีกครั้งเวลา 15.00 น.</Notice>
      </div>
    ),
  },
];
