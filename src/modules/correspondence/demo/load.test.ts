import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { useDatabase } from '../../../../tests/support/db.ts';
import { layOrganisation } from '../../../../tests/support/organisation.ts';
import { testServices } from '../../../../tests/support/services.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import { orFail } from '../../../platform/result.ts';
import { headOfUnit, headPositionOf, unitsByAbbreviation } from '../../organisation/index.ts';
import { issueCircular } from '../index.ts';
import { receivedCirculars } from '../store/letters.ts';
import { seriesOf } from '../store/numbers.ts';
import { demo } from './load.ts';

const db = useDatabase();
const system = systemActor('demo');
const setting: { took: number; services?: ReturnType<typeof testServices> } = { took: 0 };

beforeAll(async () => {
  const services = testServices(db, path.join(os.tmpdir(), 'krom-correspondence-demo'));
  services.clock.moveTo(new Date('2020-11-03T09:00:00+07:00'));
  const context = { services, at: (instant: Date) => services.clock.moveTo(instant) };
  await db.database.write(system, (tx) => layOrganisation({ ...context, tx }));
  const started = performance.now();
  await db.database.write(system, (tx) => demo({ ...context, tx }));
  setting.took = performance.now() - started;
  setting.services = services;
  services.clock.moveTo(new Date('2020-11-03T09:00:00+07:00'));
});

const unitId = (abbreviation: string) => db.database.read(system, async (tx) => (await unitsByAbbreviation(tx, abbreviation, '2020-11-03'))[0]?.unit.id ?? 0);

it('ends at ว ๕๐๒ of กพร., so that the circular of the minutes is นร ๐๒๒๓/ว ๕๐๓', async () => {
  const kpr = await unitId('กพร.');
  const snk = await unitId('สนข.');
  const issued = await db.database.write(system, async (tx) => {
    const seat = await headPositionOf(tx, kpr, '2020-11-03');
    const head = await headOfUnit(tx, kpr, '2020-11-03');
    return orFail(await issueCircular(tx, { clock: setting.services!.clock }, {
      fromUnitId: kpr, signerPositionId: seat?.id ?? 0, subject: 'ขอส่งรายงานการประชุม', paragraphs: ['จึงเรียนมาเพื่อโปรดพิจารณา'], urgency: 'most-urgent',
      addressees: [{ kind: 'unit', targetId: snk, label: 'สนข.' }], signedBy: { personId: head?.personId ?? 0, onPaper: true },
    }));
  });
  expect(issued.number).toBe('นร ๐๒๒๓/ว ๕๐๓');
});

it('is quick, and every series is whole', async () => {
  expect(setting.took).toBeLessThan(4000);
  for (const abbreviation of ['กพร.', 'สลก.', 'ศสช.', 'สนผ.', 'สนข.']) {
    const id = await unitId(abbreviation);
    const series = await db.database.read(system, (tx) => seriesOf(tx, id, 2563));
    expect(series.length).toBeGreaterThan(0);
    expect(series.every((one) => one.missing === 0)).toBe(true);
  }
});

it('shows receipts, a recall and a correction, and nobody real', async () => {
  const id = await unitId('สนข.');
  const lines = await db.database.read({ ...system, kind: 'system', principals: [id] }, (tx) => receivedCirculars(tx, { limit: 50 }));
  expect(lines.map((line) => line.state)).toContain('recalled');
  expect(lines.map((line) => line.state)).toContain('corrected');
  expect(lines.some((line) => line.opened) && lines.some((line) => !line.opened)).toBe(true);
});
