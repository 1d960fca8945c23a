import { TileMap, toneOf } from './tile-map.tsx';
import type { TileValue } from './tile-map.tsx';
import { provinces } from '../provinces.ts';
import type { Example } from '../example.ts';

/** Numbers without meaning, the same on every run; every fourth province has none. */
const values: Record<string, TileValue> = Object.fromEntries(provinces.flatMap((province, at) => {
  const value = (at * 37) % 101;
  return at % 4 === 3 ? [] : [[province.code, { words: String(value), tone: toneOf(value, [20, 40, 60, 80]), href: '#tile-map' }]];
}));

export const examples: Example[] = [
  {
    name: 'แผนที่จังหวัด',
    note: 'สียิ่งชัดยิ่งมาก ตัวเลขบอกซ้ำ เส้นประคือไม่มีข้อมูล',
    render: () => (
      <div class="stack-s">
        <p class="mid"><strong>ร้อยละของเรื่องที่ส่งผ่านระบบ ต.ค. 2563</strong> · <a href="#tile-map">ดูเป็นตาราง</a></p>
        <TileMap label="ร้อยละของเรื่องที่ส่งผ่านระบบ" values={values} legend={['0–19', '20–39', '40–59', '60–79', '80+']} />
      </div>
    ),
  },
];
