import { Pager } from './pager.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'แบ่งหน้าด้วยเลขสุดท้ายที่เห็น',
    render: () => <Pager label="แบ่งหน้าทะเบียน" range="เลขที่ ๕๐๓–๔๘๔ จาก 503 รายการ" next={{ href: '#pager', label: 'เก่ากว่า ๔๘๔' }} extra={[{ label: 'พิมพ์', href: '#pager' }, { label: 'ส่งออก', href: '#pager' }]} />,
  },
  { name: 'กลางรายการ', render: () => <Pager label="แบ่งหน้ากลาง" previous={{ href: '#pager' }} next={{ href: '#pager' }} /> },
];
