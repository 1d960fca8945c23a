import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../../tests/support/app.ts';
import type { Client } from '../../../../tests/support/app.ts';

const t = useApp();
const sql = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => (await t.db.owner.query<T & Record<string, unknown>>(text, values)).rows;
const one = async (text: string) => (await sql<{ id: number }>(text))[0]?.id ?? 0;
type Fields = Record<string, string | string[]>;

const body = `อาศัยอำนาจตามความในมาตรา ๓๒ จึงแต่งตั้งคณะทำงาน ดังนี้
๑. องค์ประกอบ
๑.๑ รองอธิบดีกรมประชาสัมพันธ์ หัวหน้าคณะทำงาน
๑.๒ ผอ.สนข. คณะทำงาน
๑.๓ ผู้แทนสำนักงบประมาณ คณะทำงาน
๑.๔ ผอ.กพร. คณะทำงานและเลขานุการ
๒. ให้คณะทำงานมีหน้าที่และอำนาจ ดังนี้
๒.๑ กำหนดแนวทางพัฒนาระบบ`;

let clerk: Client;
let head: Client;
beforeAll(async () => {
  [clerk, head] = [await t.as('clerk.kpr'), await t.as('head.kpr')];
});

const draft = async (more: Fields) => clerk.post('/drafts/new', {
  form: 'order', fromUnit: String(await one(`select unit_id as id from organisation.unit_abbreviation where text = 'กพร.' and kind = 'preferred'`)), signer: String(await one(`select id from organisation.position where abbreviation = 'ผอ.กพร.'`)),
  subject: 'แต่งตั้งคณะทำงานพัฒนาระบบสารบรรณ', body, urgency: 'ordinary', issuer: 'กรมตัวอย่าง', effective: 'บัดนี้เป็นต้นไป', then: 'preview', ...more,
});
const issue = async (more: Fields = {}): Promise<{ href: string; reference: string }> => {
  const made = await draft(more);
  expect({ status: made.statusCode, body: made.statusCode === 303 ? '' : made.body.slice(0, 600) }).toEqual({ status: 303, body: '' });
  const done = await head.post(String(made.headers.location).replace('/check', '/issue'), {});
  expect(done.statusCode).toBe(303);
  const href = String(done.headers.location);
  const [row] = await sql<{ reference: string }>('select reference from correspondence.letter where id = $1', [href.split('/').pop()]);
  return { href, reference: row?.reference ?? '' };
};
const thai = (text: string) => text.replaceAll(/\d/g, (digit) => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)] ?? digit);
const page = async (client: Client, path: string) => {
  const answer = await client.get(path);
  expect({ path, status: answer.statusCode }).toEqual({ path, status: 200 });
  return answer.body;
};

describe('what an order does to earlier ones', () => {
  it('links both ways, shows at once that the earlier one no longer holds, and is undone with the later one', async () => {
    const first = await issue();
    expect(await page(head, first.href)).toContain('มีผลใช้บังคับ');
    const later = await issue({ subject: 'ยกเลิกคำสั่งแต่งตั้งคณะทำงาน', cancels: `คำสั่งที่ ${thai(first.reference)}` });
    expect(await page(head, first.href)).toContain(`ยกเลิกโดยคำสั่งที่ ${thai(later.reference)}`);
    expect(await page(head, first.href)).toContain(`href="${later.href}"`);
    expect(await page(head, later.href)).toContain(`href="${first.href}"`);
    // A second cancelling, and an unknown number, are refused at the field before anything is numbered.
    const again = await draft({ cancels: first.reference });
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('ถูกยกเลิกแล้วโดยคำสั่งที่');
    expect(again.body).toMatch(/<details class="more-part" open>\s*<summary><span class="more-title">ยกเลิกหรือแก้ไขคำสั่งเดิม/);
    expect((await draft({ amends: '99999/2563' })).body).toContain('ไม่พบคำสั่งที่');
    expect((await draft({ amends: '7' })).statusCode).toBe(422);
    // Whoever voids the later one brings the earlier back.
    expect((await head.post(`${later.href}/void`, { reason: 'ออกผิดเรื่อง' })).statusCode).toBe(303);
    expect(await page(head, first.href)).not.toContain('ยกเลิกโดยคำสั่งที่');
  });

  it('stays with the corrected form of the later one', async () => {
    const first = await issue();
    const later = await issue({ cancels: first.reference });
    const correction = await head.post(`${later.href}/correct`, { reason: 'แก้คำผิด' });
    const draftHref = String(correction.headers.location);
    const done = await head.post(`${draftHref}/issue`, {});
    expect(done.statusCode).toBe(303);
    const [{ reference } = { reference: '' }] = await sql<{ reference: string }>('select reference from correspondence.letter where id = $1', [String(done.headers.location).split('/').pop()]);
    const shown = await page(head, first.href);
    expect(shown).toContain(`ยกเลิกโดยคำสั่งที่ ${thai(reference)}`);
    expect(shown).not.toContain(`ยกเลิกโดยคำสั่งที่ ${thai(later.reference)} `);
  });
});

describe('the register of orders', () => {
  it('finds a number in any spelling, filters by what still holds, and comes as files', async () => {
    const first = await issue({ subject: 'กำหนดเวรรักษาการณ์' });
    const later = await issue({ subject: 'เปลี่ยนเวรรักษาการณ์', amends: first.reference });
    for (const asked of [first.reference, thai(first.reference), `คำสั่งที่ ${thai(first.reference)}`, first.reference.replace('/25', '/')]) {
      const found = await page(clerk, `/orders?q=${encodeURIComponent(asked)}`);
      expect(found).toContain(`href="${first.href}"`);
      expect(found).not.toContain('เปลี่ยนเวรรักษาการณ์');
    }
    expect(await page(clerk, '/orders?standing=amended&q=เวร')).toContain(`แก้ไขโดยคำสั่งที่ ${thai(later.reference)}`);
    expect(await page(clerk, '/orders?standing=cancelled&q=กำหนดเวร')).toContain('ไม่พบคำสั่ง');
    expect((await clerk.get('/orders.csv')).body).toContain('กำหนดเวรรักษาการณ์');
    for (const [path, type] of [['/orders.xlsx', 'spreadsheetml'], ['/orders.pdf', 'application/pdf']] as const) {
      const file = await clerk.get(path);
      expect({ path, status: file.statusCode, type: String(file.headers['content-type']).includes(type) }).toEqual({ path, status: 200, type: true });
    }
    expect(await page(clerk, '/orders/print')).toContain('กำหนดเวรรักษาการณ์');
    // Another unit's clerk sees the own register, not this one.
    expect(await page(await t.as('clerk.ssc'), '/orders?q=กำหนดเวร')).not.toContain(first.href);
  });
});

describe('a committee made from an order', () => {
  it('is read from the text, confirmed line by line, and linked both ways; an amending order changes its members', async () => {
    const order = await issue();
    const form = await page(head, `${order.href}/committee`);
    expect(form).toContain('value="คณะทำงานพัฒนาระบบสารบรรณ"');
    expect(form).toContain('๒.๑ กำหนดแนวทางพัฒนาระบบ');
    expect(form).toContain('ไม่พบในกรม หรือมีหลายตำแหน่งชื่อนี้');
    const unit = String(await one(`select unit_id as id from organisation.unit_abbreviation where text = 'กพร.' and kind = 'preferred'`));
    const line = (i: number, who: string, role: string, include = true): Fields => ({ [`members.${i}.n`]: String(i + 1), [`members.${i}.who`]: who, [`members.${i}.role`]: role, ...(include ? { [`members.${i}.include`]: '1' } : {}) });
    const fields = { kind: 'working-group', name: 'คณะทำงานพัฒนาระบบสารบรรณ', validFrom: '3 พ.ย. 2563', secretariatUnitId: unit, duties: 'กำหนดแนวทาง' };
    const refused = await head.post(`${order.href}/committee`, { ...fields, ...line(0, 'ผอ.สนข.', 'chair'), ...line(1, 'ผู้แทนสำนักงบประมาณ', 'member') });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('ไม่พบ &quot;ผู้แทนสำนักงบประมาณ&quot;');
    const twice = await head.post(`${order.href}/committee`, { ...fields, ...line(0, 'ผอ.สนข.', 'chair'), ...line(1, 'ผู้แทนสำนักงบประมาณ', 'member', false), ...line(2, 'ผอ.สนข.', 'member') });
    expect(twice.statusCode).toBe(422);
    expect(twice.body).toMatch(/members-2-who-error/);
    expect((await sql("select 1 from organisation.committee where name_th = 'คณะทำงานพัฒนาระบบสารบรรณ'")).length).toBe(0);
    const made = await head.post(`${order.href}/committee`, { ...fields, ...line(0, 'ผอ.สนข.', 'chair'), ...line(1, 'ผู้แทนสำนักงบประมาณ', 'member', false), ...line(2, 'ผอ.กพร.', 'secretary') });
    expect({ status: made.statusCode, to: made.headers.location }).toEqual({ status: 303, to: `${order.href}#committees` });
    const committee = await one("select id from organisation.committee where name_th = 'คณะทำงานพัฒนาระบบสารบรรณ'");
    const shown = await page(head, order.href);
    expect(shown).toContain(`href="/committees/${committee}"`);
    expect(shown).toContain(`href="/meetings/new?committee=${committee}"`);
    expect(await page(head, `/committees/${committee}`)).toContain(`href="${order.href}"`);
    // Who may not open the order sees its number without a link.
    expect(await page(await t.as('officer.snp'), `/committees/${committee}`)).not.toContain(`href="${order.href}"`);
    expect(await page(head, `/meetings/new?committee=${committee}`)).toContain(`<option value="${committee}" selected`);
    expect(await page(clerk, '/orders')).toContain('ตั้งคณะทำงานพัฒนาระบบสารบรรณ');

    const amending = await issue({ subject: 'แก้ไขคำสั่งแต่งตั้งคณะทำงาน', body: 'ให้แต่งตั้งเพิ่มเติม\n๑. ผอ.ศสช. คณะทำงาน', amends: order.reference });
    const change = await page(head, `${amending.href}/committee/${committee}`);
    expect(change).toContain('value="ผอ.ศสช."');
    const chair = String(await one(`select id from organisation.committee_member where committee_id = ${committee} and role = 'chair'`));
    const changed = await head.post(`${amending.href}/committee/${committee}`, { from: '16 พ.ย. 2563', ends: chair, ...line(0, 'ผอ.ศสช.', 'chair') });
    expect(changed.statusCode).toBe(303);
    const seats = await sql<{ role: string; from: string; to: string | null }>(`select role, valid_from::text as "from", valid_to::text as "to" from organisation.committee_member where committee_id = ${committee} order by sort_order`);
    expect(seats).toEqual([{ role: 'chair', from: '2020-11-03', to: '2020-11-15' }, { role: 'secretary', from: '2020-11-03', to: null }, { role: 'chair', from: '2020-11-16', to: null }]);
    expect(await page(head, amending.href)).toContain('เปลี่ยนแปลงกรรมการใน');
    expect((await head.get(`${order.href}/committee/${committee}`)).statusCode).toBe(404);
  });

  it('needs the right to keep committees, and an order that holds', async () => {
    const order = await issue();
    expect((await clerk.get(`${order.href}/committee`)).statusCode).toBe(403);
    await issue({ cancels: order.reference });
    expect((await head.get(`${order.href}/committee`)).statusCode).toBe(409);
  });
});
