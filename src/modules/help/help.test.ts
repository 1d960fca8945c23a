import { expect, test } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';
import { publicActor } from '../../platform/access/actor.ts';
import { receiveUpload } from '../../platform/files/upload.ts';

const house = useApp();

test('every office page leads to its own help, which is read without script', async () => {
  const clerk = await house.as('clerk.kpr');
  const { body } = await clerk.get('/circulars');
  expect(body.includes('href="/help?for=%2Fcirculars"')).toBe(true);
  const help = await clerk.get('/help?for=%2Fcirculars');
  expect([help.statusCode, help.body.includes('รับและเปิดอ่านหนังสือเวียน')]).toEqual([200, true]);
  const none = await clerk.get('/help?for=%2Facting');
  expect(none.body.includes('ยังไม่มีวิธีใช้ของหน้านี้')).toBe(true);
  for (const foreign of ['https://elsewhere.example', '//elsewhere.example']) expect((await clerk.get(`/help?for=${foreign}`)).body.includes(`href="${foreign}`)).toBe(false);
  expect((await house.anybody().get('/help')).statusCode).toBe(303);
});

test('who keeps the help writes, changes and withdraws it; others may not', async () => {
  const admin = await house.as('admin');
  const topic = { screen: '/acting', titleTh: 'ตั้งผู้รักษาราชการแทน', textTh: '1. เลือกตำแหน่ง\n2. แนบคำสั่ง', titleEn: '', textEn: '', ordinal: '๑' };
  expect((await admin.post('/help/write', { ...topic, screen: 'https://x' })).statusCode).toBe(422);
  expect((await admin.post('/help/write', topic)).statusCode).toBe(303);
  const id = (await house.db.owner.query("select id from help.topic where screen = '/acting'")).rows[0].id as number;
  expect((await admin.post(`/help/${id}`, { ...topic, titleTh: 'แต่งตั้งผู้รักษาราชการแทน' })).statusCode).toBe(303);
  expect((await (await house.as('officer.snp')).get('/help?for=%2Facting')).body.includes('แต่งตั้งผู้รักษาราชการแทน')).toBe(true);
  expect((await (await house.as('officer.snp')).post(`/help/${id}`, topic)).statusCode).toBe(403);
  expect((await admin.get(`/help/${id}/file`)).statusCode).toBe(404);
  const me = (await house.db.owner.query("select person_id as id from organisation.account where login = 'admin'")).rows[0].id as number;
  const file = await receiveUpload(house.services, { ...publicActor, kind: 'person', id: me, principals: [1, me] }, { stream: Buffer.from('ขั้นตอน'), fileName: 'ขั้นตอน.txt' });
  if (!file.ok) throw new Error(file.message.en);
  expect((await admin.post(`/help/${id}`, { ...topic, file: String(file.value.id) })).statusCode).toBe(303);
  const read = await (await house.as('officer.snp')).get(`/help/${id}/file`);
  expect([read.statusCode, read.body]).toEqual([200, 'ขั้นตอน']);
  expect((await admin.post(`/help/${id}/withdraw`)).statusCode).toBe(303);
  expect((await admin.get(`/help/${id}`)).statusCode).toBe(404);
  const { rows } = await house.db.owner.query("select action from platform.audit where action like 'help.%' order by id");
  expect(rows.map(({ action }) => action as string)).toEqual(['help.topic-written', 'help.topic-written', 'help.topic-written', 'help.topic-withdrawn']);
});
