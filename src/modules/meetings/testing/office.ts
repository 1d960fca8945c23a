// A small office for tests of the store: two units, a few people, one working group. Laid down as the owner of the
// database, beside the walls that the tests look at.
import type pg from 'pg';
import type { Actor } from '../../../platform/access/actor.ts';

export interface SmallOffice {
  readonly unit: number;
  readonly otherUnit: number;
  readonly secretary: number;
  readonly member: number;
  readonly stranger: number;
  readonly committee: number;
}

/** An actor of the office: principals are the person, everyone (1) and what else is given. */
export function person(id: number, name: string, principals: readonly number[] = []): Actor {
  return { kind: 'person', id, name, principals: [id, 1, ...principals], permissions: new Map(), unitId: principals[0] };
}

export async function smallOffice(owner: pg.Pool): Promise<SmallOffice> {
  const one = async (text: string, values: unknown[] = []) => (await owner.query<{ id: number }>(text, values)).rows[0]!.id;
  const unit = await one(`insert into organisation.unit (kind, opened_on) values ('group', '2000-01-01') returning id`);
  const otherUnit = await one(`insert into organisation.unit (kind, opened_on) values ('bureau', '2000-01-01') returning id`);
  const born = (given: string) => one(`insert into organisation.person (title, given, family) values ('นาง', $1, 'ทดสอบ') returning id`, [given]);
  const [secretary, member, stranger] = [await born('เลขา'), await born('กรรมการ'), await born('คนนอก')];
  const committee = await one(`insert into organisation.committee (kind, name_th, order_number, order_date, secretariat_unit_id, valid_from)
    values ('working-group', 'คณะทำงานทดสอบ', '1/2563', '2020-01-01', $1, '2020-01-01') returning id`, [unit]);
  return { unit, otherUnit, secretary, member, stranger, committee };
}
