/** Receiving letters through the pages of the demo house: registered, proposed, ordered, received again by another unit, done, closed. */
import { describe, expect, it } from 'vitest';
import { useApp, type Client } from '../../../tests/support/app.ts';
import { postWithFiles, smallPdf } from '../../../tests/support/extras.ts';
import { unitId } from '../../../tests/support/people.ts';

const t = useApp();
const sql = async <T extends object>(query: string, ...values: unknown[]): Promise<T[]> => (await t.db.owner.query<T>(query, values)).rows;
const unit = (abbreviation: string) => unitId(t.db.owner, abbreviation);
const seat = async (abbreviation: string) => (await sql<{ id: number }>('select id from organisation.position where abbreviation = $1', abbreviation))[0]?.id ?? 0;

async function page(client: Client, url: string): Promise<string> {
  const answer = await client.get(url);
  expect([url, answer.statusCode]).toEqual([url, 200]);
  return answer.body;
}
async function post(client: Client, url: string, fields: Record<string, string | string[]> = {}): Promise<string> {
  const answer = await client.post(url, fields);
  expect([url, answer.statusCode, answer.statusCode === 303 ? '' : answer.body.replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').slice(0, 1500)]).toEqual([url, 303, '']);
  return String(answer.headers['location']);
}
const typed = async (more: Record<string, string> = {}) => ({
  unit: String(await unit('กพร.')), channel: 'paper', from: 'กรมตัวอย่างภายนอก', reference: 'ตย 0402/๑๒๓๔', letterDate: '2 พ.ย. 2563', to: 'อธิบดีกรมประชาสัมพันธ์', subject: 'ขอความร่วมมือประชาสัมพันธ์โครงการ',
  urgency: 'urgent', secrecy: 'none', receivedOn: '3 พ.ย. 2563', receivedTime: '08.45', ...more,
});
const register = async (client: Client, more: Record<string, string> = {}) => post(client, '/incoming/new', await typed(more));
/** The number of steps that a page shows. */
const seen = async (client: Client, href: string) => /name="seen" value="(\d+)"/.exec(await page(client, href))?.[1] ?? '';

describe('the usual line', () => {
  it('goes from the register through the head to another unit and back', async () => {
    const clerk = await t.as('clerk.kpr');
    const href = await register(clerk);
    expect(await page(clerk, href)).toContain('ตย ๐๔๐๒/๑๒๓๔');
    expect(await page(clerk, '/incoming')).toContain('ขอความร่วมมือประชาสัมพันธ์โครงการ');
    expect(await page(clerk, '/')).toContain('ขอความร่วมมือประชาสัมพันธ์โครงการ');
    await post(clerk, `${href}/propose`, { position: String(await seat('ผอ.กพร.')), purpose: 'consider', note: 'เพื่อโปรดพิจารณา เห็นควรมอบ ศสช.', seen: await seen(clerk, href) });

    const head = await t.as('head.kpr');
    expect(await page(head, href)).toContain('เห็นควรมอบ ศสช.');
    await post(head, `${href}/order`, { verdict: 'assign', units: String(await unit('ศสช.')), note: 'มอบ ศสช. ดำเนินการ', seen: await seen(head, href) });

    const other = await t.as('clerk.ssc');
    const [assignment] = await sql<{ id: number }>('select id from correspondence.received_assignment order by id desc limit 1');
    expect(await page(other, '/')).toContain('ขอความร่วมมือประชาสัมพันธ์โครงการ');
    const child = await post(other, `${href}/assignments/${assignment?.id}/receive`);
    expect(child).not.toBe(href);
    expect(await page(other, child)).toContain('เรื่องของหน่วยงานที่มอบ');
    await post(other, `${child}/close`, { outcome: 'ประชาสัมพันธ์ทางเว็บไซต์แล้ว' });

    expect(await page(clerk, href)).toContain('ประชาสัมพันธ์ทางเว็บไซต์แล้ว');
    await post(clerk, `${href}/close`, { outcome: 'ดำเนินการแล้ว', seen: await seen(clerk, href) });
    expect(await page(clerk, '/incoming?show=done')).toContain('ขอความร่วมมือประชาสัมพันธ์โครงการ');
    expect(await page(clerk, '/incoming/register')).toContain('ดำเนินการแล้ว');
    const csv = await page(clerk, '/incoming/register.csv');
    expect(csv.split('\r\n')[0]).toBe('\ufeffเลขทะเบียนรับ,ที่,ลงวันที่,จาก,ถึง,เรื่อง,การปฏิบัติ,หมายเหตุ');
    const steps = await sql<{ kind: string; authority: { kind: string } | null }>('select kind, authority from correspondence.chain_step where received_letter_id = $1 order by ordinal', Number(href.split('/').at(-1)));
    expect(steps.map((step) => step.kind)).toEqual(['register', 'propose', 'order', 'receive', 'report', 'close']);
    expect(steps[2]?.authority?.kind).toBe('own');
  });
});
