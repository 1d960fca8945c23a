import { DefinitionList } from './definition-list.tsx';
import type { Example } from '../example.ts';

const items = [
  { term: 'เลขที่', value: 'นร ๐๒๒๓/ว ๕๐๓' },
  { term: 'ลงวันที่', value: '3 พ.ย. 2563' },
  { term: 'ลงนามโดย', value: 'นางอรพิน แก้วประภา ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร' },
  { term: 'อ้างถึง', value: undefined },
];

export const examples: Example[] = [
  { name: 'ข้อเท็จจริงเป็นคู่', note: 'คู่ที่ว่างไม่แสดง', render: () => <div class="two"><DefinitionList items={items} /><DefinitionList items={items} ruled /></div> },
];
