// The judge of the kill test must see what it is there for: each fault is put into a database that was right before.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLedger } from '../bench/foundation/kill-check.ts';
import { emptyLedger, type Ledger } from '../bench/foundation/kill-people.ts';
import { formOf } from '../bench/support/browser.ts';
import { useApp } from './support/app.ts';

const t = useApp();
const box: { client?: pg.Client } = {};
const told = { subject: 'ขอแจ้งเรื่องที่ 1 ของ กพร. (7)', letterId: 0 };

const rows = async <T extends pg.QueryResultRow>(text: string) => (await t.db.owner.query<T>(text)).rows;
const unit = async (abbreviation: string) => String((await rows<{ id: number }>(`select unit_id as id from organisation.unit_abbreviation where text = '${abbreviation}' and kind = 'preferred'`))[0]?.id);

function whole(): Ledger {
  const ledger = emptyLedger();
  ledger.circulars.push(told);
  ledger.acknowledged.push({ letterId: told.letterId, unit: 'ศสช.' });
  return ledger;
}

/** Kinds of the errors that are found after a fault, which is undone again. */
async function foundAfter(fault: string, ledger = whole()): Promise<string[]> {
  const client = box.client as pg.Client;
  await client.query('begin');
  try {
    if (fault) await client.query(fault);
    await checkLedger(client, ledger);
  } finally {
    await client.query('rollback');
  }
  return [...ledger.errors.keys()].toSorted((a, b) => a.localeCompare(b));
}

beforeAll(async () => {
  const head = await t.as('head.kpr');
  const seat = (await rows<{ id: number }>(`select id from organisation.position where abbreviation = 'ผอ.กพร.'`))[0]?.id;
  const draft = await head.post('/drafts/new', { fromUnit: await unit('กพร.'), signer: String(seat), subject: told.subject, body: 'ด้วยมีเรื่องแจ้ง', urgency: 'ordinary', units: [await unit('ศสช.'), await unit('สนข.')], then: 'preview' });
  const issued = await head.post(String(draft.headers.location).replace('/check', '/issue'));
  told.letterId = Number(/\d+/.exec(String(issued.headers.location))?.[0]);
  await (await t.as('clerk.ssc')).post(`/letters/${told.letterId}/acknowledge`);
  await t.runJobs();
  box.client = new pg.Client({ connectionString: t.db.ownerUrl });
  await box.client.connect();
});
afterAll(async () => {
  await box.client?.end();
});

describe('the check after the kill test', () => {
  it('finds nothing where everything is there once', async () => {
    expect(await foundAfter('')).toEqual([]);
  });

  it('finds what people were told of and is gone', async () => {
    expect(await foundAfter(`alter table correspondence.letter disable trigger user; update correspondence.letter set subject = 'x' where id = ${told.letterId}`)).toContain('circular lost');
    expect(await foundAfter(`alter table correspondence.letter_recipient disable trigger user; update correspondence.letter_recipient set acknowledged_at = null where letter_id = ${told.letterId}`)).toContain('acknowledgement lost');
    expect(await foundAfter(`delete from platform.audit where action = 'correspondence.letter-acknowledged' and subject_id = ${told.letterId}`)).toContain('trail of an acknowledgement lost');
    const more = whole();
    more.circulations.push({ remark: 'รอบที่ 1 (1)', meetingId: 1 });
    more.answers.push({ remark: 'รอบที่ 1 (1)', meetingId: 1, answerId: 1 });
    more.recalls.push({ reason: 'รอบที่ 1 (1)', meetingId: 1 });
    expect(await foundAfter('', more)).toEqual(['answer on minutes lost', 'circulated memo lost', 'recall lost', 'trail of circulations differs', 'trail of recalls differs']);
  });

  it('finds what is there twice, or nobody was told of', async () => {
    const again = (action: string) => `insert into platform.audit (at, actor_kind, actor_id, actor_name, authority, action, subject_type, subject_id)
      select at, actor_kind, actor_id, actor_name, authority, action, subject_type, subject_id from platform.audit where action = '${action}' and subject_id = ${told.letterId}`;
    expect(await foundAfter(again('correspondence.circular-issued'))).toContain('trail of a circular doubled');
    expect(await foundAfter(again('correspondence.letter-file-stored'))).toContain('file of a circular doubled');
    expect(await foundAfter(`insert into platform.notification (person_id, words, href) select person_id, words, href from platform.notification where href = '/letters/${told.letterId}'`)).toContain('people told twice of a circular');
    expect(await foundAfter('', emptyLedger())).toEqual(['acknowledgement that nobody was told of', 'circular that nobody was told of']);
  });

  it('finds gaps, a counter that stands elsewhere, and numbers without a record', async () => {
    const entry = `where subject_type = 'correspondence.letter' and subject_id = ${told.letterId}`;
    const found = await foundAfter(`alter table correspondence.register_entry disable trigger user; update correspondence.register_entry set number = number + 2 ${entry}`);
    expect(found).toContain('gap in a register');
    expect(found).toContain('counter differs from its register');
    expect(await foundAfter(`alter table correspondence.register_entry disable trigger user; update correspondence.register_entry set subject_id = 0 ${entry}`)).toContain('number without its record');
  });
});

it('reads a form as a browser sends it untouched', () => {
  const html = `<form action="/other"><input name="a" value="1"></form><form action="/x?a=1&amp;b=2" method="post"><input type="hidden" name="_key" value="k">
    <input type="checkbox" name="c" value="1" checked><input type="checkbox" name="c" value="2"><input type="radio" name="r" value="yes"><input type="file" name="f">
    <textarea name="t">
ก &amp; ข</textarea><select name="s"><option value="1">1</option><option value="2" selected>2</option></select></form>`;
  expect(formOf(html, '/x?a=1&b=2')).toEqual({ _key: ['k'], c: ['1'], t: ['ก & ข'], s: ['2'] });
  expect(formOf(html, '/nowhere')).toBeUndefined();
});
