import { describe, expect, it } from 'vitest';
import { minutesDocumentSchema } from './minutes-document.ts';
import { minutesFrom, withAgenda, withAttendance } from './minutes-from-meeting.ts';
import type { AttendanceFacts, MeetingFacts } from './minutes-from-meeting.ts';

const meeting: MeetingFacts = {
  title: 'การประชุมทดสอบ', committeeName: 'คณะทำงานทดสอบ', number: 2, yearBe: 2563, fiscalYear: null, heldOn: '2020-10-22', startsAt: '10:00', endsAt: '12:00',
  actualStartsAt: '10:05', actualEndsAt: null, place: 'ห้อง ๑', reference: 'ครั้งที่ ๒/๒๕๖๓',
};
const signature = { personName: 'นายก ข', position: 'นักวิชาการ', caption: 'ผู้จดรายงานการประชุม' };
const signatures = { drafter: signature, checker: signature };
const agenda = {
  sections: ['chair-informs' as const, 'for-consideration' as const],
  items: [{ id: 7, section: 'for-consideration' as const, title: 'เรื่องก' }, { id: 8, section: 'for-consideration' as const, title: 'เรื่องข' }],
};
const row: AttendanceFacts = { id: 1, kind: 'member', personId: 5, name: 'นางค ง', position: 'ผู้อำนวยการกองคลัง', role: 'คณะทำงาน', unit: 'กคส.', actingFor: null, memberPartyId: 9, reason: '' };

describe('minutes as they begin', () => {
  it('are valid minutes with one item a matter, and a bare item where a section is not divided', () => {
    const document = minutesFrom(meeting, agenda, [row], signatures);
    expect(minutesDocumentSchema.safeParse(document).success).toBe(true);
    expect(document.sections.map((s) => s.items.map((i) => i.id))).toEqual([['item-chair-informs'], ['item-7', 'item-8']]);
    expect(document.header).toMatchObject({ actualStart: '10:05', actualEnd: '12:00', titleLines: ['การประชุมทดสอบ', 'ครั้งที่ ๒/๒๕๖๓'] });
  });

  it('print a representative and an acting head for the post they stand for', () => {
    const { attendance } = withAttendance(minutesFrom(meeting, agenda, [], signatures), [
      { ...row, kind: 'representative', actingFor: 'ผู้อำนวยการกองคลัง', position: 'นักวิชาการ' },
      { ...row, id: 2, personId: 6, kind: 'acting', actingFor: 'เลขานุการกรม', position: 'นักจัดการ' },
      { ...row, id: 3, personId: null, kind: 'absent', reason: 'ติดราชการ' },
    ]);
    expect(attendance.members.map((m) => m.position)).toEqual(['ผู้แทนผู้อำนวยการกองคลัง', 'รักษาราชการแทนเลขานุการกรม']);
    expect(attendance.absent).toMatchObject([{ id: 'absent-9', reason: 'ติดราชการ' }]);
  });
});

describe('the agenda changing under minutes being written', () => {
  const line = { kind: 'statement' as const, id: 'l1', text: 'กล่าวว่า' };
  const begun = minutesFrom(meeting, agenda, [], signatures);
  const written = { ...begun, sections: begun.sections.map((s) => ({ ...s, items: s.items.map((i) => (i.id === 'item-7' ? { ...i, title: 'ชื่อที่ผู้จดแก้', lines: [line] } : i)) })) };

  it('keeps what was written, in the new order, and the writer’s titles', () => {
    const next = withAgenda(written, { ...agenda, items: [agenda.items[1]!, agenda.items[0]!] });
    expect(next.sections[1]!.items.map((i) => [i.id, i.title])).toEqual([['item-8', 'เรื่องข'], ['item-7', 'ชื่อที่ผู้จดแก้']]);
    expect(next.sections[1]!.items[1]!.lines).toEqual([line]);
    expect(withAgenda(written, agenda, 7).sections[1]!.items[0]!.title).toBe('เรื่องก');
  });

  it('drops an empty matter that left the agenda, never one with lines', () => {
    const next = withAgenda(written, { ...agenda, items: [] });
    expect(next.sections[1]!.items.map((i) => i.id)).toEqual(['item-7']);
    const without = withAgenda(written, { sections: ['chair-informs'], items: [] });
    expect(without.sections.map((s) => s.kind)).toEqual(['chair-informs', 'for-consideration']);
  });
});
