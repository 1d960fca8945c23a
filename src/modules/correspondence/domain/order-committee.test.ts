import { describe, expect, test } from 'vitest';
import { paragraphsOf } from './body-text.ts';
import { matchMember, memberOf, readCommittee } from './order-committee.ts';

describe('a line of an order', () => {
  test.each([
    ['รองอธิบดีกรมประชาสัมพันธ์ ประธานกรรมการ', 'รองอธิบดีกรมประชาสัมพันธ์', 'chair'],
    ['ผู้อำนวยการสำนักข่าว\tกรรมการ', 'ผู้อำนวยการสำนักข่าว', 'member'],
    ['ผู้อำนวยการกองคลัง ........ รองประธานคณะทำงาน', 'ผู้อำนวยการกองคลัง', 'vice-chair'],
    ['ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร กรรมการและเลขานุการ', 'ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร', 'secretary'],
    ['นางสาวอัญมณี ดวงแก้ว คณะทำงานและผู้ช่วยเลขานุการ', 'นางสาวอัญมณี ดวงแก้ว', 'assistant-secretary'],
    ['เลขานุการกรม กรรมการ', 'เลขานุการกรม', 'member'],
  ])('%s', (line, who, role) => expect(memberOf(line)).toEqual({ who, role }));
  test.each(['พิจารณากลั่นกรองคำขอ', 'กรรมการ', 'ผู้แทนภาคประชาชน ที่ปรึกษา'])('%s names no member', (line) => expect(memberOf(line)).toBeUndefined());
});

const body = `ด้วยกรมเห็นสมควรแต่งตั้งคณะทำงาน อาศัยอำนาจตามความในมาตรา ๓๒ จึงแต่งตั้ง ดังต่อไปนี้
๑. องค์ประกอบ
๑.๑ รองอธิบดี หัวหน้าคณะทำงาน
๑.๒ ผอ.สนข. คณะทำงาน
๑.๓ ผู้แทนสำนักงบประมาณ คณะทำงาน
๑.๔ นายสมมุติ ใจดี คณะทำงานและเลขานุการ
๒. ให้คณะทำงานมีหน้าที่และอำนาจ ดังนี้
๒.๑ กำหนดแนวทาง
๒.๒ รายงานผลต่อ คณะกรรมการ
ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป`;

test('members stand before the duties, duties before the end', () => {
  const read = readCommittee('แต่งตั้งคณะทำงานพัฒนาระบบ', paragraphsOf(body));
  expect(read).toEqual({
    kind: 'working-group', name: 'คณะทำงานพัฒนาระบบ', duties: '๒.๑ กำหนดแนวทาง\n๒.๒ รายงานผลต่อ คณะกรรมการ',
    members: [
      { who: 'รองอธิบดี', role: 'chair' }, { who: 'ผอ.สนข.', role: 'member' }, { who: 'ผู้แทนสำนักงบประมาณ', role: 'member' }, { who: 'นายสมมุติ ใจดี', role: 'secretary' },
    ],
  });
});

test('a table of members is read, too; an order without members makes none', () => {
  const table = readCommittee('แต่งตั้งคณะกรรมการตรวจรับพัสดุ', paragraphsOf('ดังนี้\n| ลำดับ | ชื่อ | หน้าที่ |\n| ๑ | นายสมมุติ ใจดี | ประธานกรรมการ |\n| ๒ | นางทดลอง เขียนดี | กรรมการ |'));
  expect(table.members).toEqual([{ who: 'นายสมมุติ ใจดี', role: 'chair' }, { who: 'นางทดลอง เขียนดี', role: 'member' }]);
  expect(readCommittee('กำหนดเวลาปฏิบัติราชการ', ['ให้ข้าราชการปฏิบัติตามหน้าที่']).members).toEqual([]);
});

test('a person before a post; the one that fits, never one of several', () => {
  const seat = (id: number, title: string, abbreviation: string, unit: string) => ({ id, title, abbreviation, unitName: unit, unitAbbreviation: '', holder: id === 1 ? 'นายสมมุติ ใจดี' : null });
  const house = {
    seats: [seat(1, 'ผู้อำนวยการสำนักข่าว', 'ผอ.สนข.', 'สำนักข่าว'), seat(2, 'นักประชาสัมพันธ์', '', 'สำนักข่าว'), seat(3, 'นักประชาสัมพันธ์', '', 'กองคลัง')],
    people: [{ id: 9, name: 'นายสมมุติ ใจดี', given: 'สมมุติ', family: 'ใจดี', title: 'ผู้อำนวยการสำนักข่าว' }],
  };
  expect(matchMember('ผอ.สนข.', house)).toMatchObject({ kind: 'position', id: 1 });
  expect(matchMember('ผู้อำนวยการสำนักข่าว หรือผู้แทน', house)).toMatchObject({ kind: 'position', id: 1 });
  expect(matchMember('นายสมมุติ ใจดี ผู้อำนวยการสำนักข่าว', house)).toMatchObject({ kind: 'person', id: 9 });
  expect(matchMember('นักประชาสัมพันธ์', house)).toBeUndefined();
  expect(matchMember('นักประชาสัมพันธ์ กองคลัง', house)).toMatchObject({ id: 3 });
  expect(matchMember('ผู้แทนสำนักงบประมาณ', house)).toBeUndefined();
});
