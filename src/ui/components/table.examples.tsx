import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { StateMark } from './state-mark.tsx';
import type { StateKind } from './state-mark.tsx';
import { Table } from './table.tsx';
import type { Example } from '../example.ts';

type Letter = { no: string; day: string; from: string; title: string; state: StateKind; word: string };
const letters: Letter[] = [
  { no: '๕๐๓', day: '3 พ.ย. 2563', from: 'กพร.', title: 'ขอให้รับรองรายงานการประชุม ครั้งที่ ๑/๒๕๖๓', state: 'going', word: 'กำลังดำเนินการ' },
  { no: '๕๐๒', day: '2 พ.ย. 2563', from: 'กพร.', title: 'ส่งแบบรายละเอียดตัวชี้วัด', state: 'done', word: 'เสร็จแล้ว' },
  { no: '๕๐๐', day: '30 ต.ค. 2563', from: 'กพร.', title: 'ออกเลขซ้ำโดยคลาดเคลื่อน', state: 'void', word: 'ยกเลิกเลข' },
];

export const examples: Example[] = [
  {
    name: 'ทะเบียน',
    note: 'หัวที่เรียงได้เป็นลิงก์ แถวที่ยกเลิกยังอยู่ บนโทรศัพท์เป็นใบละแถว',
    render: () => (
      <Table<Letter>
        caption="ทะเบียนหนังสือเวียน นร ๐๒๒๓/ว" rows={letters} rowKey={(row) => row.no} isCurrent={(row) => row.no === '๕๐๓'} isVoid={(row) => row.state === 'void'}
        columns={[
          { key: 'no', head: 'เลขที่', cell: (row) => (row.state === 'void' ? <s>{row.no}</s> : row.no), kind: 'nowrap', sort: { href: '#table' } },
          { key: 'day', head: 'ลงวันที่', cell: (row) => row.day, kind: 'nowrap', sort: { href: '#table', direction: 'descending' } },
          { key: 'from', head: 'จาก', cell: (row) => row.from },
          { key: 'title', head: 'เรื่อง', cell: (row) => <a href="#table">{row.title}</a>, kind: 'main' },
          { key: 'state', head: 'สถานะ', cell: (row) => <StateMark kind={row.state}>{row.word}</StateMark> },
        ]}
      />
    ),
  },
  {
    name: 'เลือกหลายแถว',
    render: () => (
      <form method="post" action="#table" aria-label="เลือกหลายแถว">
        <Table<Letter>
          caption="เอกสารที่รอเก็บเข้าแฟ้ม" rows={letters.slice(0, 2)} rowKey={(row) => row.no}
          select={{ name: 'letter', value: (row) => row.no, label: (row) => row.title, selected: ['๕๐๒'], actions: <Button>เก็บเข้าแฟ้ม</Button> }}
          columns={[
            { key: 'title', head: 'เรื่อง', cell: (row) => row.title, kind: 'main' },
            { key: 'day', head: 'ลงวันที่', cell: (row) => row.day, kind: 'nowrap' },
          ]}
        />
      </form>
    ),
  },
  {
    name: 'ตัวเลข มีผลรวม เลื่อนข้างบนโทรศัพท์',
    render: () => (
      <Table
        cards={false} caption={<>คะแนนถ่วงน้ำหนัก <span class="quiet">รอบ 6 เดือน</span></>} rowKey={(row) => row.name}
        rows={[{ name: 'คลังข้อมูลข่าวสาร', score: '50.00', weight: '15', total: '7.500' }, { name: 'นโยบายและแผน', score: '75.00', weight: '15', total: '11.250' }]}
        columns={[
          { key: 'name', head: 'ตัวชี้วัด', cell: (row) => row.name, kind: 'main' },
          { key: 'score', head: 'คะแนน', cell: (row) => row.score, kind: 'num' },
          { key: 'weight', head: 'น้ำหนัก', cell: (row) => row.weight, kind: 'num' },
          { key: 'total', head: 'ถ่วงแล้ว', cell: (row) => <strong>{row.total}</strong>, kind: 'num' },
        ]}
        footer={{ name: 'รวม', weight: '30', total: '18.750' }}
      />
    ),
  },
  {
    name: 'ว่าง',
    render: () => <Table caption="ว่าง" rows={[]} rowKey={() => ''} columns={[]} empty={<EmptyState title="ยังไม่มีหนังสือในเดือนนี้">เลขแรกจะออกเมื่อลงนามฉบับแรก</EmptyState>} />,
  },
];
