import { expect, test } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';
import { postWithFiles } from '../../../tests/support/extras.ts';
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

/** The head of an MP4 as its kind is told by, and bytes that can be told apart. */
const clip = Buffer.concat([Buffer.from('000000186674797069736f6d0000020069736f6d6d703432', 'hex'), Buffer.from(Array.from({ length: 4000 }, (_, at) => at % 251))]);

test('a clip with captions: played on demand, served in parts, open to everybody who is signed in; what is no clip is refused at its field', async () => {
  const admin = await house.as('admin');
  const topic = { screen: '/units', titleTh: 'เพิ่มหน่วยงาน', textTh: 'กดเพิ่มหน่วยงาน', titleEn: '', textEn: '', ordinal: '1' };
  const write = (files: Parameters<typeof postWithFiles>[4], more = {}) => postWithFiles(house, admin, '/help/write', { ...topic, ...more }, files);
  const captions = { field: 'captions', name: 'คำบรรยาย.vtt', type: 'text/vtt', content: Buffer.from('WEBVTT\n\n00:00.000 --> 00:02.000\nกดปุ่มเพิ่มหน่วยงาน\n') };
  for (const wrong of [{ field: 'clip', name: 'ภาพ.png', type: 'image/png', content: Buffer.from('89504e470d0a1a0a', 'hex') }, { field: 'clip', name: 'คลิป.mp4', type: 'video/mp4', content: Buffer.from('MZ program') }, captions]) expect((await write([wrong])).statusCode).toBe(422);
  const made = await write([{ field: 'clip', name: 'คลิป.mp4', type: 'video/mp4', content: clip }, captions]);
  expect({ status: made.statusCode, body: made.statusCode === 303 ? '' : made.body.slice(0, 500) }).toEqual({ status: 303, body: '' });
  const id = (await house.db.owner.query("select id from help.topic where screen = '/units' order by id desc limit 1")).rows[0].id as number;
  const reader = await house.as('officer.snp');
  const { body } = await reader.get('/help?for=%2Funits');
  expect(body).toMatch(new RegExp(`<video[^>]* controls[^>]* src="/help/${id}/clip"[^>]*><track kind="captions" src="/help/${id}/captions"`));
  expect(body).not.toContain('autoplay');
  const whole = await reader.get(`/help/${id}/clip`);
  expect([whole.statusCode, whole.headers['content-type'], whole.headers['accept-ranges'], whole.rawPayload.equals(clip)]).toEqual([200, 'video/mp4', 'bytes', true]);
  const ask = (headers: Record<string, string>) => house.app.inject({ url: `/help/${id}/clip`, headers, cookies: reader.cookies });
  const part = await ask({ range: 'bytes=100-199' });
  expect([part.statusCode, part.headers['content-range'], part.headers['content-length'], part.rawPayload.equals(clip.subarray(100, 200))]).toEqual([206, `bytes 100-199/${clip.length}`, '100', true]);
  const beyond = await ask({ range: 'bytes=99999-' });
  expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, `bytes */${clip.length}`]);
  expect((await ask({ range: 'bytes=0-1', 'if-range': '"another"' })).statusCode).toBe(200);
  expect((await reader.get(`/help/${id}/captions`)).body).toContain('WEBVTT');
  expect((await house.anybody().get(`/help/${id}/clip`)).statusCode).toBe(303);
  // Changing the words keeps the clip and its captions.
  expect((await admin.post(`/help/${id}`, { ...topic, textTh: 'กดปุ่มเพิ่มหน่วยงานด้านบน' })).statusCode).toBe(303);
  expect((await reader.get(`/help/${id}/captions`)).statusCode).toBe(200);
});
