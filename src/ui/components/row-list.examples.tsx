import { Due } from './due.tsx';
import { EmptyState } from './empty-state.tsx';
import { RowList } from './row-list.tsx';
import { Stamp } from './stamp.tsx';
import type { Example } from '../example.ts';

const heads = { no: 'เลขที่', title: 'เรื่อง', from: 'จาก', due: 'วันทำการ' };

export const examples: Example[] = [
  {
    name: 'แถวของเรื่องที่รอ',
    note: 'ตัวหนาคือยังไม่เปิดอ่าน พื้นฟ้าคือเรื่องที่ดูอยู่',
    render: () => (
      <RowList
        label="เรื่องตัวอย่าง" heads={heads}
        rows={[
          { href: '#row-list', no: 'นร ๐๒๒๓/ว ๕๐๓', title: 'ขอให้พิจารณารับรองรายงานการประชุมกำหนดตัวชี้วัด ปีงบประมาณ พ.ศ. ๒๕๖๔ ครั้งที่ ๑/๒๕๖๓', stamp: <Stamp>ด่วนที่สุด</Stamp>, from: 'กพร.', due: <Due workingDays={2} />, read: false, current: true },
          { href: '#row-list', no: 'นร ๐๒๑๕/๑๒๓๓', title: 'หารือแนวทางรับชำระเงินค่าบัตรสื่อมวลชนทางอิเล็กทรอนิกส์', stamp: <Stamp level={1}>ด่วน</Stamp>, from: 'กคส.', due: <Due workingDays={0} />, read: false },
          { href: '#row-list', no: 'งาน ๐๐๔๗', title: 'จัดทำคู่มือและคลิปสอนใช้งานสารบรรณอิเล็กทรอนิกส์', from: 'สลก.', due: <Due when="30 พ.ย." />, read: true },
        ]}
      />
    ),
  },
  {
    name: 'ไม่มีผู้ส่ง และว่าง',
    render: () => (
      <div class="two">
        <RowList label="งานของฉัน" heads={{ no: 'เลขที่', title: 'งาน', due: 'กำหนด' }} rows={[{ href: '#row-list', no: 'งาน ๐๐๕๑', title: 'ติดตั้งใบรับรองลายมือชื่อ', due: <Due when="เมื่อได้รับ" /> }]} />
        <RowList label="เรื่องว่าง" heads={heads} rows={[]} empty={<EmptyState title="ไม่มีเรื่องรอท่าน">เรื่องล่าสุดเสร็จ 14.32 น.</EmptyState>} />
      </div>
    ),
  },
];
