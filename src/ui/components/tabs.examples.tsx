import { QuickFilters, Tabs } from './tabs.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'ส่วนของหน้า',
    render: () => <Tabs label="ส่วนของเรื่องนี้" items={[{ label: 'เรื่อง', href: '#tabs', current: true }, { label: 'ทางเดินหนังสือ', href: '#tabs' }, { label: 'เอกสารแนบ', href: '#tabs', count: 3 }]} />,
  },
  {
    name: 'ตัวกรองที่กดบ่อย',
    render: () => <QuickFilters label="กรองเรื่องที่รอ" items={[{ label: 'ทั้งหมด', href: '#tabs', current: true }, { label: 'หนังสือ', href: '#tabs', count: 12 }, { label: 'ประชุม', href: '#tabs', count: 1 }]} />,
  },
];
