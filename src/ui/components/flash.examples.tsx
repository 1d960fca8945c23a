import { Flash } from './flash.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  { name: 'ข้อความสั้นหลังทำรายการ', render: () => <Flash text="บันทึกแล้ว เวลา 14.32 น." /> },
  { name: 'พร้อมทางกลับ', note: 'เรียกคืนได้ดีกว่าถามก่อน', render: () => <Flash text="มอบหมายให้กลุ่มเครือข่ายแล้ว" action={{ label: 'เรียกคืน', action: '#flash' }} /> },
];
