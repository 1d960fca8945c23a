import { expect, test } from 'vitest';
import { useApp } from '../../../../../tests/support/app.ts';
import { onHandOver } from '../../hand-over.ts';

const house = useApp();

async function idOf(text: string, values: unknown[] = []): Promise<number> {
  return (await house.db.owner.query<{ id: number }>(text, values)).rows[0]!.id;
}
const unitId = (abbreviation: string) => idOf(`select unit_id as id from organisation.unit_abbreviation where text = $1 and kind = 'preferred' order by id desc`, [abbreviation]);
const personId = (given: string) => idOf('select id from organisation.person where given = $1', [given]);
const seatId = (abbreviation: string) => idOf('select id from organisation.position where abbreviation = $1', [abbreviation]);
const lastAudit = async () => (await house.db.owner.query<{ action: string }>(`select action from platform.audit order by id desc limit 1`)).rows[0]?.action;

test('a unit is added, renamed, given an abbreviation and a code, moved and closed, each with its trail', async () => {
  const admin = await house.as('admin');
  const root = await unitId('กปส.');
  const made = await admin.post('/units/new', { kind: 'division', parentId: String(root), name: 'กองทดลอง', nameEn: 'Trial Division', abbreviation: 'กทล.', openedOn: '1 พ.ย. 2563' });
  expect(made.statusCode).toBe(303);
  const id = await unitId('กทล.');
  expect(await lastAudit()).toBe('organisation.unit-added');
  expect((await admin.post(`/units/${id}/names`, { name: 'กองทดลองใหม่', nameEn: 'New Trial Division', validFrom: '1/1/2564', source: 'กฎกระทรวง' })).statusCode).toBe(303);
  expect((await admin.get(`/units/${id}`)).body).toContain('<h1>กองทดลอง (กทล.)</h1>');
  expect((await admin.post(`/units/${id}/abbreviations`, { text: 'สนข.', kind: 'preferred', validFrom: '1/1/2564' })).body).toContain('เป็นของหน่วยงานอื่นอยู่ในวันนั้น');
  expect((await admin.post(`/units/${id}/abbreviations`, { text: 'กทม.', kind: 'misprint', validFrom: '1/11/2563' })).statusCode).toBe(303);
  expect((await admin.post(`/units/${id}/codes`, { code: 'กข', validFrom: '1/11/2563' })).body).toContain('เช่น นร ๐๒๒๓');
  expect((await admin.post(`/units/${id}/codes`, { code: 'นร ๐๒๒๓', validFrom: '1/11/2563' })).body).toContain('รหัสนี้เป็นของหน่วยงานอื่น');
  expect((await admin.post(`/units/${id}/codes`, { code: 'นร ๐๒๙๙', validFrom: '1/11/2563' })).statusCode).toBe(303);
  expect((await admin.get(`/units/${id}`)).body).toContain('นร ๐๒๙๙');
  expect((await admin.post(`/units/${id}/place`, { parentId: String(await unitId('สลก.')), validFrom: '3/11/2563' })).statusCode).toBe(303);
  expect((await admin.get(`/search?q=${encodeURIComponent('กองทดลอง')}`)).body).toContain(`/units/${id}`);
  expect((await admin.post(`/units/${id}/close`, { lastDay: '31 ม.ค. 2564' })).headers.location).toBe(`/units/${id}`);
  expect(await lastAudit()).toBe('organisation.unit-closed');
  await house.moveTo('2021-02-01T09:00:00+07:00');
  // Its page stays and says so; no list of units and no form offers it any more.
  const ended = await admin.get(`/units/${id}`);
  expect([ended.statusCode, ended.body.includes('หน่วยงานนี้ยุบแล้ว'), ended.body.includes('ยังไม่ได้ระบุหน่วยงานที่รับช่วง')]).toEqual([200, true, true]);
  expect((await admin.get(`/units/new`)).body).not.toContain(`value="${id}"`);
  await house.moveTo('2020-11-03T09:00:00+07:00');
});

test('words at the field for a bad day, a missing name, a unit under itself', async () => {
  const admin = await house.as('admin');
  const kks = await unitId('กคส.');
  const below = await idOf(`select unit_id as id from organisation.unit_placement where parent_id = $1 limit 1`, [kks]);
  const answer = await admin.post(`/units/${kks}/names`, { name: '', nameEn: 'x', validFrom: '31 ก.พ. 2564' });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('ไม่พบวันที่นี้ในปฏิทิน');
  expect(answer.body).toContain('กรุณากรอกชื่อภาษาไทย');
  expect((await admin.post(`/units/${kks}/place`, { parentId: String(below), validFrom: '1/1/2564' })).body).toContain('ต้องไม่ใช่หน่วยงานนี้เอง');
  expect((await admin.post(`/units/${kks}/close`, { lastDay: '1/1/2564' })).body).toContain('ยังปิดไม่ได้');
});

test('a retirement hands over what waits, refuses to leave it behind, and shuts the account', async () => {
  const drafts = new Map<number, number>();
  onHandOver({
    key: 'test.drafts',
    label: { th: 'ร่างทดสอบ', en: 'Test drafts' },
    count: async (_tx, person) => drafts.get(person) ?? 0,
    handOver: async (_tx, { fromPersonId, toPersonId }) => {
      // Sources outlive this file in a worker that several files share: this one speaks for nobody but its own people.
      if (!drafts.has(fromPersonId)) return [];
      drafts.set(toPersonId, (drafts.get(toPersonId) ?? 0) + (drafts.get(fromPersonId) ?? 0));
      drafts.delete(fromPersonId);
      return [{ action: 'test.drafts-handed-over', subject: { type: 'organisation.person', id: fromPersonId } }];
    },
  });
  const admin = await house.as('admin');
  const leaver = await house.as('head.ssc');
  const who = await personId('ธีรเดช');
  const heir = await personId('ชนินทร์');
  drafts.set(who, 3);
  const page = await admin.get(`/people/${who}/leave`);
  expect(page.body).toContain('ร่างทดสอบ');
  const refused = await admin.post(`/people/${who}/leave`, { lastDay: '3 พ.ย. 2563', reason: 'retired', successor: '' });
  expect([refused.statusCode, refused.body.includes('กรุณาเลือกผู้รับมอบงาน')]).toEqual([422, true]);
  expect((await admin.post(`/people/${who}/leave`, { lastDay: '3 พ.ย. 2563', reason: 'retired', successor: String(who) })).statusCode).toBe(422);
  expect((await admin.post(`/people/${who}/leave`, { lastDay: '3 พ.ย. 2563', reason: 'retired', successor: String(heir) })).statusCode).toBe(303);
  expect([drafts.get(who), drafts.get(heir)]).toEqual([undefined, 3]);
  expect((await leaver.get('/account')).statusCode).toBe(200);
  await house.moveTo('2020-11-04T09:00:00+07:00');
  expect((await leaver.get('/account')).statusCode).toBe(303);
  expect((await admin.get(`/people/${who}`)).body).toContain('เกษียณอายุราชการ');
  await house.moveTo('2020-11-03T09:00:00+07:00');
});

test('a new person is added, appointed to a vacant seat and given a first password', async () => {
  const admin = await house.as('admin');
  const made = await admin.post('/people/new', { title: 'นาง', given: 'ใหม่', family: 'มาแล้ว', email: 'new.person@prd.example' });
  expect(made.statusCode).toBe(303);
  const who = await personId('ใหม่');
  const taken = await admin.post(`/people/${who}/move`, { positionId: String(await seatId('ผอ.กพร.')), main: 'yes', from: '3/11/2563' });
  expect(taken.body).toContain('ตำแหน่งนี้มีผู้ครองอยู่แล้ว');
  expect((await admin.post(`/people/${who}/move`, { positionId: String(await seatId('ผอ.กคส.')), main: 'yes', from: '3/11/2563', orderNumber: '1500/2563' })).statusCode).toBe(303);
  expect((await admin.post(`/people/${who}/account`, { username: 'admin', password: 'abcd-efgh-jkmn' })).body).toContain('ชื่อผู้ใช้นี้มีผู้ใช้แล้ว');
  expect((await admin.post(`/people/${who}/account`, { username: 'new.person', password: 'abcd-efgh-jkmn' })).statusCode).toBe(303);
  const visitor = house.anybody();
  const signIn = await visitor.post('/sign-in', { username: 'new.person', password: 'abcd-efgh-jkmn' });
  expect(signIn.headers.location).toBe('/account/password');
  expect((await admin.post(`/people/${who}/account/close`)).statusCode).toBe(303);
  expect((await visitor.post('/sign-in', { username: 'new.person', password: 'abcd-efgh-jkmn' })).headers.location).toContain('refused');
});

test('nobody appoints himself, acts by his own record, or takes rights', async () => {
  const admin = await house.as('admin');
  const me = await idOf(`select person_id as id from organisation.account where login = 'admin'`);
  expect((await admin.post(`/people/${me}/move`, { positionId: String(await seatId('ผอ.สนผ.')), main: 'yes', from: '3/11/2563' })).body).toContain('แต่งตั้งตนเองไม่ได้');
  expect((await admin.post('/acting/new', { kind: 'rakkha', positionId: String(await seatId('ผอ.สนผ.')), personId: String(me), reason: 'ทดสอบ', validFrom: '3/11/2563' })).body).toContain('ให้ผู้อื่นบันทึก');
  expect((await admin.post('/roles/new', { role: 'auditor', through: 'person', personId: String(me), scope: 'all', reason: 'ทดสอบ', validFrom: '3/11/2563' })).body).toContain('ให้สิทธิแก่ตนเองไม่ได้');
  expect((await admin.post(`/people/${me}/account`, { username: 'admin', password: 'abcd-efgh-jkmn' })).statusCode).toBe(422);
});

test('a clerk records acting in the own unit only; it gives rights for its days and its early end takes them', async () => {
  const clerk = await house.as('clerk.kpr');
  const stand = await personId('ปกรณ์');
  const seat = await seatId('ผอ.กพร.');
  expect((await clerk.post('/acting/new', { kind: 'rakkha', positionId: String(await seatId('ผอ.สนข.')), personId: String(stand), reason: 'ลา', validFrom: '3/11/2563' })).statusCode).toBe(403);
  expect((await clerk.post('/acting/new', { kind: 'patibat', positionId: String(seat), personId: String(stand), reason: 'มอบอำนาจ', validFrom: '3/11/2563' })).body).toContain('ต้องมีคำสั่งมอบอำนาจ');
  const made = await clerk.post('/acting/new', { kind: 'rakkha', positionId: String(seat), personId: String(stand), reason: 'ผู้อำนวยการลาพักผ่อน', validFrom: '3/11/2563', validTo: '5/11/2563' });
  expect(made.statusCode).toBe(303);
  const url = made.headers.location as string;
  expect((await clerk.get(url)).body).toContain('รักษาราชการแทนผู้อำนวยการกลุ่มพัฒนาระบบบริหาร');
  const other = await house.as('clerk.ssc');
  expect((await other.post(`${url}/end`, { reason: 'ไม่ใช่ของเรา' })).statusCode).toBe(403);
  expect((await clerk.post(`${url}/end`, { reason: 'กลับมาก่อนกำหนด' })).statusCode).toBe(303);
  expect((await clerk.get(url)).body).toContain('กลับมาก่อนกำหนด');
});

test('a committee is recorded from its order with members, quorum and end', async () => {
  const minutes = await house.as('minutes.kpr');
  const kpr = await unitId('กพร.');
  const committee = { kind: 'committee', name: 'คณะกรรมการทดสอบระบบ', orderNumber: '1400/2563', orderDate: '2 พ.ย. 2563', validFrom: '2 พ.ย. 2563', secretariatUnitId: String(kpr), quorumKind: 'fraction', quorumA: '2', quorumB: '3', needsChair: '1' };
  expect((await minutes.post('/committees/new', { ...committee, secretariatUnitId: String(await unitId('สนข.')) })).statusCode).toBe(403);
  expect((await minutes.post('/committees/new', { ...committee, quorumA: '5' })).body).toContain('ตัวตั้งต้องไม่มากกว่าตัวหาร');
  const made = await minutes.post('/committees/new', committee);
  expect(made.statusCode).toBe(303);
  const base = (made.headers.location as string).replace('/edit', '');
  const seat = String(await seatId('ผอ.กพร.'));
  expect((await minutes.post(`${base}/members`, { role: 'chair', sortOrder: '1', validFrom: '2/11/2563' })).body).toContain('อย่างใดอย่างหนึ่ง');
  expect((await minutes.post(`${base}/members`, { positionId: seat, role: 'chair', sortOrder: '1', validFrom: '2/11/2563' })).statusCode).toBe(303);
  expect((await minutes.post(`${base}/members`, { positionId: seat, role: 'member', sortOrder: '2', validFrom: '2/11/2563' })).body).toContain('เป็นกรรมการชุดนี้อยู่แล้ว');
  const page = await minutes.get(base);
  expect(page.body).toContain('นางดวงหทัย รัตนโยธิน');
  expect(page.body).toContain('ไม่น้อยกว่า 2 ใน 3');
  const member = await idOf('select max(id) as id from organisation.committee_member');
  expect((await minutes.post(`${base}/members/${member}`, { role: 'member', sortOrder: '4' })).statusCode).toBe(303);
  expect((await minutes.post(`${base}/members/${member}/end`, { lastDay: '2/11/2563' })).statusCode).toBe(303);
  expect((await minutes.post(`${base}/end`, { lastDay: '30 ก.ย. 2564' })).statusCode).toBe(303);
});

test('a role given opens what it should at once, and closes when taken back', async () => {
  const admin = await house.as('admin');
  const officer = await house.as('officer.snp');
  const who = await idOf(`select person_id as id from organisation.account where login = 'officer.snp'`);
  expect((await officer.get('/roles')).statusCode).toBe(403);
  expect((await admin.post('/roles/new', { role: 'auditor', through: 'person', personId: String(who), scope: 'own', reason: 'ทดสอบ', validFrom: '3/11/2563' })).body).toContain('ใช้กับตำแหน่งเท่านั้น');
  expect((await admin.post('/roles/new', { role: 'auditor', through: 'person', personId: String(who), scope: 'all', reason: 'ทดสอบ', validFrom: '3/11/2563' })).statusCode).toBe(303);
  expect((await officer.get('/roles')).statusCode).toBe(200);
  const grant = await idOf('select max(id) as id from organisation.role_grant');
  expect((await admin.post(`/roles/${grant}/revoke`)).statusCode).toBe(303);
  expect((await officer.get('/roles')).statusCode).toBe(403);
  expect((await admin.post('/roles/permissions', { role: 'staff', permission: 'organisation.view-roles', allowed: 'yes', reason: 'ทดสอบ' })).statusCode).toBe(303);
  expect((await officer.get('/roles')).statusCode).toBe(200);
  expect((await admin.post('/roles/permissions', { role: 'staff', permission: 'no.such', allowed: 'yes', reason: 'ทดสอบ' })).body).toContain('ไม่มีสิทธินี้ในระบบ');
  expect((await admin.post('/roles/permissions', { role: 'system-admin', permission: 'organisation.manage-roles', allowed: 'no', reason: 'ทดสอบ' })).body).toContain('เปลี่ยนไม่ได้');
});

test('a day is added to the calendar, confirmed and withdrawn', async () => {
  const admin = await house.as('admin');
  const added = await admin.post('/office-calendar', { day: '27 พ.ย. 2563', kind: 'special', name: 'วันหยุดทดสอบ', uncertain: '1' });
  expect([added.statusCode, added.headers.location]).toEqual([303, '/office-calendar?year=2563']);
  const id = await idOf('select max(id) as id from organisation.office_day');
  expect((await admin.get('/office-calendar?year=2563')).body).toContain('วันหยุดทดสอบ');
  expect((await admin.post(`/office-calendar/${id}/confirm`)).statusCode).toBe(303);
  expect((await admin.post(`/office-calendar/${id}/withdraw`)).statusCode).toBe(303);
  expect((await admin.post(`/office-calendar/${id}/withdraw`)).statusCode).toBe(404);
  expect((await admin.get('/office-calendar?year=2563')).body).not.toContain('วันหยุดทดสอบ');
});
