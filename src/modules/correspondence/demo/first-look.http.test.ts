// What a new user of the demo finds where signing and packages are kept, once the first jobs have run.
import { expect, it } from 'vitest';
import { useApp } from '../../../../tests/support/app.ts';
import { readZip } from '../../../platform/tables/zip.ts';
import { verifyPackage } from '../registers/verify-register.ts';

const t = useApp();

it('a letter to outside waits for the certificate of the director-general, beside requests in every state', async () => {
  await t.runJobs();
  const boss = await t.as('director-general');
  const waiting = (await boss.get('/signing')).body;
  expect(waiting).toContain('ขอเชิญร่วมประชุมหารือการเชื่อมโยงระบบสารบรรณอิเล็กทรอนิกส์');
  expect(waiting).toContain('แผนพัฒนาระบบงานสารบรรณอิเล็กทรอนิกส์ ปีงบประมาณ พ.ศ. 2564');
  const [letter] = (await t.db.owner.query<{ id: number; reference: string }>(`select r.id, r.reference from signatures.request r where r.subject_type = 'correspondence.letter'`)).rows;
  const page = await boss.get(`/signing/${letter!.id}`);
  expect(page.body).toContain(letter!.reference);
  expect(page.body).toContain('รหัสของใบรับรอง');
  const ended = (await boss.get('/signing?view=ended')).body;
  expect(ended).toContain('ข้อกำหนดการให้บริการงานสารบรรณอิเล็กทรอนิกส์');
  expect(ended).toContain('ข้อเสนอการจัดหาเครื่องกราดภาพเอกสาร');
  expect((await (await t.as('clerk.kpr')).get('/signing?view=ours')).body).toContain('รอลงนาม 1 จาก 2');
  expect((await (await t.as('officer.snp')).get(`/signing/${letter!.id}`)).statusCode).toBe(404);
}, 60_000);

it('the registers of the year that is over stand ready as a package that is whole', async () => {
  const clerk = await t.as('clerk.kpr');
  const page = (await clerk.get('/register/exports')).body;
  expect(page).toContain('2561');
  expect(await t.db.owner.query(`select 1 from correspondence.register_entry where year = 2561 and reference !~ '^นร 0[0-9]+/'`)).toMatchObject({ rowCount: 0 });
  const [made] = (await t.db.owner.query<{ id: number; state: string; sent_rows: number }>('select id, state, sent_rows from correspondence.register_export')).rows;
  expect([made!.state, made!.sent_rows]).toEqual(['done', 424]);
  const file = await clerk.get(`/register/exports/${made!.id}/file`);
  expect(file.statusCode).toBe(200);
  expect((await (await t.as('officer.snp')).get(`/register/exports/${made!.id}/file`)).statusCode).not.toBe(200);
  const report = await verifyPackage(readZip(file.rawPayload, 100_000_000, /[^/]$/), { trust: [], now: new Date() });
  expect(report.ok && report.value.findings.map((one) => one.en)).toEqual([]);
}, 60_000);
