// A small department for tests: one bureau with a group, a division, five people, one committee. Days are fixed.
import type { Actor } from '../../../platform/access/actor.ts';
import { publicActor, systemActor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { PermissionDefinition } from '../../../platform/module.ts';
import { roleTable } from '../domain/roles.ts';
import { hashPassword } from '../sign-in/passwords.ts';
import { actorForPerson } from '../sign-in/identify.ts';
import { giveAccounts } from '../store/accounts.ts';
import { addUnit } from '../store/unit-changes.ts';
import { orFail } from '../../../platform/result.ts';

export const testPassword = 'ทดสอบ-รหัสยาวพอ-77';
export const testDay = '2020-11-09';
export const setUp = systemActor('test.set-up');

export interface SmallOffice {
  readonly department: number;
  readonly bureau: number;
  readonly group: number;
  readonly division: number;
  /** Director of the bureau, with his seat. */
  readonly director: number;
  readonly directorSeat: number;
  readonly groupHead: number;
  readonly groupSeat: number;
  readonly clerk: number;
  readonly clerkSeat: number;
  readonly stranger: number;
  readonly strangerSeat: number;
  readonly admin: number;
  readonly committee: number;
}

/** Lays the office down; every person gets an account `test.<n>` with `testPassword` that need not be changed. */
export async function smallOffice(database: Database): Promise<SmallOffice> {
  const passwordHash = await hashPassword(testPassword);
  return database.write(setUp, async (tx) => {
    const unit = async (kind: 'department' | 'bureau' | 'group' | 'division', parentId: number | null, name: string, abbreviation: string) =>
      orFail(await addUnit(tx, { kind, parentId, name, nameEn: name, abbreviation, openedOn: '2010-10-01' }));
    const department = await unit('department', null, 'กรมตัวอย่าง', 'กตย.');
    const bureau = await unit('bureau', department, 'สำนักทดสอบ', 'สทส.');
    const group = await unit('group', bureau, 'กลุ่มทดลอง', 'กทล.');
    const division = await unit('division', department, 'กองอื่น', 'กออ.');
    const person = async (given: string, n: number) =>
      (await tx.db.insertInto('organisation.person').values({ title: 'นาย', given, family: 'ทดสอบ', email: `test.${n}@example.go.th` }).returning('id').executeTakeFirstOrThrow()).id;
    const seat = async (unitId: number, title: string, kind: string, head = false) =>
      (await tx.db.insertInto('organisation.position').values({ unit_id: unitId, title_th: title, kind, head_of_unit: head, valid_from: '2010-10-01' }).returning('id').executeTakeFirstOrThrow()).id;
    const people = { director: await person('กานต์', 1), groupHead: await person('ขวัญ', 2), clerk: await person('คเชนทร์', 3), stranger: await person('งามพล', 4), admin: await person('จักร', 5) };
    const seats = {
      directorSeat: await seat(bureau, 'ผู้อำนวยการสำนักทดสอบ', 'head', true),
      groupSeat: await seat(group, 'หัวหน้ากลุ่มทดลอง', 'head', true),
      clerkSeat: await seat(bureau, 'เจ้าพนักงานธุรการ', 'records-clerk'),
      strangerSeat: await seat(division, 'นักวิชาการ', 'officer'),
    };
    const hold = (person_id: number, position_id: number) => tx.db.insertInto('organisation.holding').values({ person_id, position_id, valid_from: '2015-10-01' }).execute();
    await hold(people.director, seats.directorSeat);
    await hold(people.groupHead, seats.groupSeat);
    await hold(people.clerk, seats.clerkSeat);
    await hold(people.stranger, seats.strangerSeat);
    await tx.db.insertInto('organisation.role_grant').values([
      { holders_of: 'head', role: 'unit-head', own_unit: true, valid_from: '2010-10-01' },
      { holders_of: 'records-clerk', role: 'clerk', own_unit: true, valid_from: '2010-10-01' },
      { person_id: people.admin, role: 'organisation-admin', valid_from: '2010-10-01' },
      { person_id: people.admin, role: 'system-admin', valid_from: '2010-10-01' },
    ]).execute();
    const { id: committee } = await tx.db.insertInto('organisation.committee').values({ kind: 'working-group', name_th: 'คณะทำงานทดสอบ', order_number: '1/2563', order_date: '2020-10-01', secretariat_unit_id: bureau, valid_from: '2020-10-01' }).returning('id').executeTakeFirstOrThrow();
    await tx.db.insertInto('organisation.committee_member').values([
      { committee_id: committee, position_id: seats.directorSeat, role: 'chair', sort_order: 1, valid_from: '2020-10-01' },
      { committee_id: committee, person_id: people.groupHead, role: 'secretary', sort_order: 2, valid_from: '2020-10-01' },
    ]).execute();
    await giveAccounts(tx, Object.values(people).map((personId, i) => ({ personId, login: `test.${i + 1}`, passwordHash })), false);
    return { department, bureau, group, division, ...people, ...seats, committee };
  });
}

/** Permissions that tests of rights ask about. */
export const testPermissions: readonly PermissionDefinition[] = [
  { key: 'test.read', words: { th: 'อ่าน', en: 'read' }, roles: ['staff'] },
  { key: 'test.register', words: { th: 'ลงทะเบียน', en: 'register' }, roles: ['clerk', 'unit-head'] },
  { key: 'test.admin', words: { th: 'ดูแล', en: 'keep' }, roles: ['organisation-admin'] },
];

/** The person as actor on a day, by default the fixed one. */
export async function asPerson(database: Database, personId: number, day = testDay, permissions = testPermissions): Promise<Actor> {
  return (await actorForPerson(database, roleTable(permissions), personId, day)) ?? publicActor;
}
