import { AlertIcon, BrandMark, FileIcon, RingIcon, SearchIcon, TickIcon } from './icons.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'ภาพเล็กในชิ้นส่วน',
    note: 'ภาพประกอบเท่านั้น คำข้าง ๆ บอกความหมายเสมอ',
    render: () => (
      <ul class="cluster cluster-wide">
        {[
          ['เครื่องหมายกรม', <BrandMark />],
          ['ค้น', <SearchIcon />],
          ['ผ่าน', <TickIcon />],
          ['ต้องแก้', <AlertIcon />],
          ['ยังไม่ตรวจ', <RingIcon />],
          ['ไฟล์', <FileIcon />],
        ].map(([word, icon]) => (
          <li class="cluster small">
            <span class="icon-box">{icon}</span>
            {word}
          </li>
        ))}
      </ul>
    ),
  },
];
