import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useDatabase } from '../../../../tests/support/db.ts';
import { layOrganisation } from '../../../../tests/support/organisation.ts';
import { testServices } from '../../../../tests/support/services.ts';
import { verifyPdf } from '../../../paper/index.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import { findRequest } from '../store/requests.ts';
import type { SigningRequest } from '../store/requests.ts';
import { houseTrust } from '../trust.ts';
import { demo } from './load.ts';

const db = useDatabase();
const system = systemActor('demo');
const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-signatures-demo-'));
const setting: { took: number; services?: ReturnType<typeof testServices>; requests: SigningRequest[] } = { took: 0, requests: [] };

beforeAll(async () => {
  const services = testServices(db, folder);
  services.clock.moveTo(new Date('2020-11-03T09:00:00+07:00'));
  const context = { services, at: (instant: Date) => services.clock.moveTo(instant) };
  await db.database.write(system, (tx) => layOrganisation({ ...context, tx }));
  const started = performance.now();
  await db.database.write(system, (tx) => demo({ ...context, tx }));
  setting.took = performance.now() - started;
  setting.services = services;
  const { rows } = await db.owner.query<{ id: number }>('select id from signatures.request order by id');
  for (const { id } of rows) {
    const request = await db.database.read(system, (tx) => findRequest(tx, Number(id)));
    if (request) setting.requests.push(request);
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('has a request half signed, one sent back with its reason, one complete; and is quick', () => {
  expect(setting.requests.map((one) => [one.state, one.parts.map((part) => part.state).join(' ')])).toEqual([
    ['complete', 'done done'], ['refused', 'done refused'], ['open', 'done open'],
  ]);
  expect(setting.requests[1]!.endReason).toContain('ขอให้ตรวจสอบแล้วเสนอใหม่');
  expect(setting.took).toBeLessThan(5000);
});

it('signs with the sample certificates: whole, not altered, of an authority that this demo trusts, two names in sight', async () => {
  const { services, requests } = setting;
  const pdf = await services!.files.get(requests[0]!.file.hash);
  const told = await verifyPdf(pdf, { ...houseTrust(services!), now: new Date() });
  expect(told.ok && told.value.signatures.map((one) => [one.good, one.altered, one.chain])).toEqual([[true, false, 'trusted'], [true, false, 'trusted']]);
  expect(told.ok && told.value.signatures.map((one) => one.signerName)).toEqual(requests[0]!.parts.map((part) => part.decidedByName));
});
