import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/db.ts';
import { can, publicActor } from '../../../platform/access/actor.ts';
import { sql, type Database } from '../../../platform/db/database.ts';
import { endMySession, mySessions } from '../store/accounts.ts';
import { openSession } from '../store/sign-ins.ts';
import { asPerson, setUp, smallOffice, testDay, testPermissions, type SmallOffice } from '../testing/small-office.ts';
import { roleTable } from '../domain/roles.ts';
import { identify as identifyWith } from './identify.ts';
import { newToken, tokenHash } from './tokens.ts';

const db = useDatabase();
let office: SmallOffice;
const table = roleTable(testPermissions);
const identify = (database: Database, token: string, day: string) => identifyWith(database, token, day, table);

beforeAll(async () => {
  office = await smallOffice(db.database);
});

async function session(personId: number): Promise<string> {
  const token = newToken();
  await db.database.write(publicActor, (tx) => openSession(tx, { personId, login: 'test', token: tokenHash(token), origin: { ip: '127.0.0.1', userAgent: 'test' }, method: 'password', mustSetUp: false }));
  return token;
}

test('a session gives its person with everything that he stands for', async () => {
  const actor = await identify(db.database, await session(office.director), testDay);
  expect(actor).toMatchObject({ kind: 'person', id: office.director, name: 'นายกานต์ ทดสอบ', unitId: office.bureau, positionName: 'ผู้อำนวยการสำนักทดสอบ', mustChangePassword: false });
  expect([...actor!.principals].sort((a, b) => a - b)).toEqual([1, office.bureau, office.group, office.director, office.directorSeat, office.committee].sort((a, b) => a - b));
});

test('a person of a group is a person of its bureau, and not the other way round', async () => {
  const head = await asPerson(db.database, office.groupHead);
  expect(head.principals).toContain(office.bureau);
  const clerk = await asPerson(db.database, office.clerk);
  expect(clerk.principals).not.toContain(office.group);
  expect(clerk.principals).not.toContain(office.department);
});

test('roles of a position hold in its unit and below', async () => {
  const clerk = await asPerson(db.database, office.clerk);
  expect(can(clerk, 'test.register', office.bureau)).toBe(true);
  expect(can(clerk, 'test.register', office.group)).toBe(true);
  expect(can(clerk, 'test.register', office.division)).toBe(false);
  expect(can(clerk, 'test.read')).toBe(true);
  const stranger = await asPerson(db.database, office.stranger);
  expect(can(stranger, 'test.register')).toBe(false);
});

test('an unknown, ended or expired session is nobody', async () => {
  expect(await identify(db.database, newToken(), testDay)).toBeUndefined();
  expect(await identify(db.database, 'short', testDay)).toBeUndefined();
  const token = await session(office.clerk);
  const actor = (await identify(db.database, token, testDay))!;
  await db.database.write(actor, (tx) => endMySession(tx, Number(actor.sessionId)));
  expect(await identify(db.database, token, testDay)).toBeUndefined();
  const idle = await session(office.clerk);
  await db.owner.query(`update organisation.session set last_seen_at = now() - interval '13 hours' where token_hash = $1`, [tokenHash(idle)]);
  expect(await identify(db.database, idle, testDay)).toBeUndefined();
});

test('nobody ends or sees the session of another', async () => {
  const token = await session(office.director);
  const director = (await identify(db.database, token, testDay))!;
  const stranger = await asPerson(db.database, office.stranger);
  expect(await db.database.write(stranger, (tx) => endMySession(tx, Number(director.sessionId)))).toBe(false);
  expect(await db.database.read(stranger, mySessions)).toEqual([]);
  expect(await identify(db.database, token, testDay)).toBeDefined();
});

test('somebody who left is nobody from the next day on', async () => {
  const token = await session(office.stranger);
  await db.database.write(setUp, (tx) => tx.db.updateTable('organisation.person').set({ left_on: testDay, left_reason: 'retired' }).where('id', '=', office.stranger).execute());
  expect(await identify(db.database, token, testDay)).toBeDefined();
  expect(await identify(db.database, token, '2020-11-10')).toBeUndefined();
  await db.database.write(setUp, (tx) => tx.db.updateTable('organisation.person').set({ left_on: null, left_reason: null }).where('id', '=', office.stranger).execute());
});

test('an acting head stands for the seat on its days only, a representative only for the committee', async () => {
  await db.database.write(setUp, (tx) => tx.db.insertInto('organisation.acting').values([
    { kind: 'rakkha', person_id: office.clerk, position_id: office.directorSeat, reason: 'ไปราชการ', valid_from: '2020-11-10', valid_to: '2020-11-12' },
    { kind: 'representative', person_id: office.stranger, position_id: office.directorSeat, committee_id: office.committee, reason: 'ติดราชการ', valid_from: '2020-11-10', valid_to: '2020-11-10' },
  ]).execute());
  expect((await asPerson(db.database, office.clerk, '2020-11-09')).principals).not.toContain(office.directorSeat);
  const during = await asPerson(db.database, office.clerk, '2020-11-12');
  expect(during.principals).toEqual(expect.arrayContaining([office.directorSeat, office.committee, office.group]));
  expect(during.unitId).toBe(office.bureau);
  expect((await asPerson(db.database, office.clerk, '2020-11-13')).principals).not.toContain(office.directorSeat);
  const guest = await asPerson(db.database, office.stranger, '2020-11-10');
  expect(guest.principals).toContain(office.committee);
  expect(guest.principals).not.toContain(office.directorSeat);
});

test('the application role reads no account, no session, no reset; the public sees no person', async () => {
  for (const table of ['account', 'session', 'password_reset', 'sign_in_attempt', 'sign_in_step', 'known_browser', 'totp', 'recovery_code', 'factor_removal']) {
    await expect(db.database.read(setUp, (tx) => sql.raw(`select * from organisation.${table}`).execute(tx.db))).rejects.toMatchObject({ code: '42501' });
  }
  for (const table of ['person', 'holding', 'acting', 'committee_member', 'role_grant']) {
    const seen = await db.database.read(publicActor, (tx) => sql.raw(`select * from organisation.${table}`).execute(tx.db));
    expect(seen.rows, table).toEqual([]);
  }
  await expect(db.database.write(publicActor, (tx) => tx.db.insertInto('organisation.person').values({ title: 'นาย', given: 'ก', family: 'ข' }).execute())).rejects.toMatchObject({ code: '42501' });
});

test('one statement an answer, and its time is seen at most every two minutes', async () => {
  const token = await session(office.clerk);
  await db.owner.query(`update organisation.session set last_seen_at = now() - interval '10 minutes' where token_hash = $1`, [tokenHash(token)]);
  await identify(db.database, token, testDay);
  const { rows } = await db.owner.query<{ fresh: boolean }>(`select last_seen_at > now() - interval '1 minute' as fresh from organisation.session where token_hash = $1`, [tokenHash(token)]);
  expect(rows[0]?.fresh).toBe(true);
});
