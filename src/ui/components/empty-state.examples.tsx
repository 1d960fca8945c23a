import { EmptyState } from './empty-state.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'ว่าง',
    note: 'บอกว่าทำไม และทำอะไรต่อได้',
    render: () => (
      <div class="two">
        <EmptyState title="ไม่มีเรื่องรอท่าน" action={<a href="#empty-state">เรื่องที่เสร็จวันนี้ 6 เรื่อง</a>}>เรื่องล่าสุดเสร็จ 14.32 น.</EmptyState>
        <EmptyState title="ไม่พบเรื่องที่ค้น" action={<a href="#empty-state">ล้างตัวกรอง</a>}>ลองค้นด้วยเลขที่หนังสือ หรือลดตัวกรองลง</EmptyState>
      </div>
    ),
  },
];
