/** Days in forms: read in either era whatever the language of the screen; told, hinted and refused in that language. */
import { expect, test } from 'vitest';
import { unitId } from '../../../tests/support/people.ts';
import { useApp, type Client } from '../../../tests/support/app.ts';
import { dateProblem } from './date-words.ts';
import { thaiDate } from './fields.ts';

const house = useApp();
const field = thaiDate({ label: { th: 'วันที่', en: 'Day' } });
const read = (typed: string) => {
  const parsed = field.parse(typed as never);
  return parsed.ok ? parsed.value : parsed.message;
};

async function inEnglish(login: string): Promise<Client> {
  const client = await house.as(login);
  client.cookies['krom_lang'] = 'en';
  return client;
}

/** The field of a name on a page: label, hint, error and box. */
function fieldOf(body: string, name: string): string {
  const at = body.indexOf(` name="${name}"`);
  expect(at, `no field ${name}`).toBeGreaterThan(0);
  return body.slice(body.lastIndexOf('<div class="field', body.lastIndexOf('<label', at)), body.indexOf('>', at) + 1);
}

const thai = /[ก-๙]/;

test.each([
  ['9 Nov 2020'], ['9 November 2563'], ['Nov 9, 2020'], ['9/11/2020'], ['9/11/2563'], ['9/11/63'], ['2020-11-09'], ['2563-11-09'], ['๙ พ.ย. ๒๕๖๓'], ['9 พฤศจิกายน ค.ศ. 2020'], ['Monday 9 November 2020'], ['9 Nov B.E. 2563'],
])('%s is the ninth of November 2020', (typed) => {
  expect(read(typed)).toBe('2020-11-09');
});

test.each([
  ['9 Nov 63', 'ambiguous-year'], ['9 Nov', 'year-missing'], ['31/4/2563', 'impossible-date'], ['Tuesday 9 Nov 2020', 'weekday-mismatch'], ['soon', 'unreadable'], ['9/11/2483', 'year-before-2484'], ['9/11/2999', 'year-too-late'],
] as const)('%s is refused with words of its own in both languages', (typed, code) => {
  expect(read(typed)).toEqual(dateProblem({ code }));
  expect(dateProblem({ code }).en).not.toMatch(thai);
  expect(dateProblem({ code }).th).toMatch(thai);
});

test('on an English screen the field hints, refuses and shows days in English, in the era of the screen', async () => {
  const client = await inEnglish('head.kpr');
  const kpr = String(await unitId(house.db.owner, 'กพร.'));
  const blank = fieldOf((await client.get('/tasks/new')).body, 'dueOn');
  expect(blank).toContain('26 Oct 2020');
  expect(blank).not.toMatch(thai);

  const task = { title: 'Check the figures', owners: kpr };
  const refused = await client.post('/tasks/new', { ...task, dueOn: '9 Nov 63' });
  expect(refused.statusCode).toBe(422);
  const wrong = fieldOf(refused.body, 'dueOn');
  expect(wrong).toContain('Two digits may be a year of either era');
  expect(wrong).toContain('value="9 Nov 63"');
  expect(wrong).not.toMatch(thai);

  for (const dueOn of ['25 Nov 2020', '25/11/2563', '๒๕ พ.ย. ๒๕๖๓']) {
    const made = await client.post('/tasks/new', { ...task, dueOn });
    expect(made.statusCode, dueOn).toBe(303);
    const address = String(made.headers.location);
    expect((await house.db.owner.query('select due_on::text from assignments.task where id = $1', [/\d+/.exec(address)?.[0]])).rows).toEqual([{ due_on: '2020-11-25' }]);
    // The day that was kept stands in the field as an English screen says it, and is read again as it stands.
    const kept = fieldOf((await client.get(address)).body, 'dueOn');
    expect(kept).toContain('value="25 Nov 2020"');
    expect(kept).not.toMatch(thai);
    expect(read('25 Nov 2020')).toBe('2020-11-25');
  }
  client.cookies['krom_lang'] = 'th';
  const own = await client.post('/tasks/new', { ...task, dueOn: '25 Nov 2020' });
  expect(fieldOf((await client.get(String(own.headers.location))).body, 'dueOn')).toContain('value="25 พ.ย. 2563"');
});

test('filters by day speak English as well: hint, what was understood, what is wrong', async () => {
  const client = await inEnglish('admin');
  const asked = (await client.get('/search?q=test&from=9/11/63&to=soon')).body;
  expect(fieldOf(asked, 'from')).toContain('9 Nov 2020 or 9/11/2020; Buddhist years work as well');
  expect(asked).toContain('>9 Nov 2020</p>');
  expect(fieldOf(asked, 'to')).toContain('That is not a date. Type for example 9 Nov 2020');
  await house.db.owner.query("insert into organisation.role_grant (person_id, role, valid_from, reason) select person_id, 'auditor', '2020-01-01', 'ทดสอบ' from organisation.account where login = 'admin' on conflict do nothing");
  const audit = (await client.get('/system/audit?from=9%20Nov&to=31/4/2563')).body;
  expect(fieldOf(audit, 'from')).toContain('The year is missing');
  expect(fieldOf(audit, 'to')).toContain('There is no such day');
  for (const name of ['from', 'to']) expect(fieldOf(audit, name)).not.toMatch(thai);
});
