// Settings and the emblem over HTTP, on the demo.
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/app.ts';
import { silentLog } from '../../../tests/support/services.ts';
import { Listener } from '../../platform/notify/listener.ts';
import { followEmblem } from '../../platform/settings/emblem.ts';

const test = useApp();
const closing: (() => Promise<void>)[] = [];
afterAll(async () => { for (const close of closing) await close(); });

/** A picture of one colour, whole enough for whoever looks into it. */
function png(size: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc((size * 3 + 1) * size, 120));
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

async function upload(client: Client, content: Buffer, name: string) {
  const line = 'part-of-the-test';
  const payload = Buffer.concat([
    Buffer.from(`--${line}\r\ncontent-disposition: form-data; name="_key"\r\n\r\n${client.key()}\r\n--${line}\r\ncontent-disposition: form-data; name="picture"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`),
    content, Buffer.from(`\r\n--${line}--\r\n`),
  ]);
  return test.app.inject({ method: 'POST', url: '/system/emblem', cookies: client.cookies, headers: { 'content-type': `multipart/form-data; boundary=${line}` }, payload });
}

describe('settings', () => {
  it('hold from the next page on, and the trail keeps the value before', async () => {
    const admin = await test.as('admin');
    expect((await admin.get('/system/settings')).body).toContain('เวลาให้ตอบการรับรองรายงาน');
    const set = await admin.post('/system/settings/number/meetings.answer-working-days', { value: '๖' });
    expect([set.statusCode, set.headers['location']]).toEqual([303, '/system/settings']);
    expect((await admin.get('/system/settings')).body).toContain('value="6"');
    const { rows } = await test.db.owner.query<{ detail: unknown }>(`select detail from platform.audit where action = 'system.setting-changed'`);
    expect(rows.map((row) => row.detail)).toEqual([{ name: 'meetings.answer-working-days', before: '4', after: '6' }]);
  });

  it('refuse what does not fit, with words at the field, and change nothing', async () => {
    const admin = await test.as('admin');
    const number = await admin.post('/system/settings/number/meetings.answer-working-days', { value: 'สี่' });
    expect([number.statusCode, number.body.includes('ต้องเป็นจำนวนเต็มตั้งแต่ 1 ถึง 60')]).toEqual([422, true]);
    const list = await admin.post('/system/settings/list/meetings.known-bodies', { value: 'ก.พ. | สำนักงาน ก.พ. | ภายนอก\nบรรทัดเดียว' });
    expect([list.statusCode, list.body.includes('บรรทัดที่ 2 ไม่ครบตามรูปแบบ')]).toEqual([422, true]);
    expect((await admin.post('/system/settings/number/meetings.no-such', { value: '4' })).statusCode).toBe(404);
    expect((await (await test.as('head.kpr')).post('/system/settings/number/meetings.answer-working-days', { value: '9' })).statusCode).toBe(403);
    expect((await admin.get('/system/settings')).body).not.toContain('value="9"');
  });
});

describe('the emblem', () => {
  it('is a stand-in until a picture is put in, and reaches every process', async () => {
    const admin = await test.as('admin');
    const listener = new Listener({ url: test.db.appUrl, log: silentLog });
    await listener.start();
    closing.push(() => listener.close());
    const emblem = await followEmblem({ database: test.services.database, listener, files: test.services.files, log: silentLog });
    expect(emblem()).toBeUndefined();
    expect((await test.anybody().get('/emblem')).headers['content-type']).toContain('image/svg+xml');
    const picture = png(64);
    expect((await upload(admin, picture, 'krut.png')).statusCode).toBe(303);
    await expect.poll(() => emblem()?.type, { timeout: 5000 }).toBe('image/png');
    expect(Buffer.from(emblem()?.bytes ?? []).equals(picture)).toBe(true);
    expect((await admin.post('/system/emblem/remove')).statusCode).toBe(303);
    await expect.poll(() => emblem(), { timeout: 5000 }).toBeUndefined();
  });

  it('is no document and no text', async () => {
    const admin = await test.as('admin');
    const refused = await upload(admin, Buffer.from('hello'), 'note.txt');
    expect([refused.statusCode, /PNG|ภาพ/.test(refused.body)]).toEqual([422, true]);
  });
});
