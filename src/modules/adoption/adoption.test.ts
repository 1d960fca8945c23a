import { expect, test } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';

const house = useApp();
const unit = async (short: string) => (await house.db.owner.query("select unit_id from organisation.unit_abbreviation where text = $1 and kind = 'preferred'", [short])).rows[0].unit_id as number;
const late = async () => (await house.db.owner.query<{ id: number; name: string }>(`select u.id, n.th as name from organisation.unit u join organisation.unit_name n on n.unit_id = u.id where u.kind = 'provincial-office'
  and not exists (select from correspondence.letter_recipient r where r.recipient_id = u.id and r.first_opened_at is not null) order by u.id`)).rows;

test('twenty provincial offices are not in; the board lists exactly them', async () => {
  const clerk = await house.as('clerk.kpr');
  const { body, statusCode } = await clerk.get('/adoption?group=late');
  expect(statusCode).toBe(200);
  const offices = await late();
  expect(offices).toHaveLength(20);
  expect(offices.filter(({ name }) => !body.includes(name))).toEqual([]);
  expect(/20 จาก 98 หน่วยงาน/.exec(body)?.[0]).toBe('20 จาก 98 หน่วยงาน');
});
