import { describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/access/actor.ts';
import { publicActor } from '../../platform/access/actor.ts';
import { orFail } from '../../platform/result.ts';
import { correctCircular, findPublicDocument, issueCircular, issueLetter, letterForActor, recallLetter, recipientsOf, takeRegisterNumber, voidLetter } from './index.ts';
import type { LetterOrder } from './index.ts';
import { findLetter, receivedCirculars, sentLetters } from './store/letters.ts';
import { markAcknowledged, markOpened, passOn, receiptCounts } from './store/recipients.ts';
import { useLetterOffice } from './testing/office.ts';

const o = useLetterOffice();
const services = { clock: o.clock };
const issue = (more: Partial<LetterOrder> = {}, as: Actor = o.director) =>
  o.test.database.write(as, async (tx) => orFail(await issueCircular(tx, services, o.order(more))));
const open = (as: Actor, id: number) => o.test.database.write(as, (tx) => markOpened(tx, id, o.clock.now()));
const see = (as: Actor, id: number) => o.test.database.read(as, (tx) => findLetter(tx, id));
const failure = async (work: Promise<unknown>) => work.then(() => 'done', (error: { failure?: { code: string } }) => error.failure?.code ?? String(error));

describe('issuing a circular', () => {
  it('gives number, register row, recipients, jobs and one audit line', async () => {
    const issued = await issue();
    expect(issued).toMatchObject({ number: 'นร ๐๒๒๓/ว ๑', reference: 'นร 0223/ว 1', letterDate: '2020-11-09', recipientCount: 1 });
    expect(issued.audit).toMatchObject({ action: 'correspondence.circular-issued', unitId: o.office.bureau, authority: { kind: 'own' }, detail: { recipients: 1 } });
    const entry = await o.test.owner.query('select * from correspondence.register_entry where subject_id = $1', [issued.letterId]);
    expect(entry.rows).toMatchObject([{ book: 'circular', year: 2563, number: 1, from_text: 'สทส.', to_text: 'กออ.', state: 'valid' }]);
    const jobs = await o.test.owner.query(`select task_identifier from graphile_worker.jobs where task_identifier like 'correspondence.%' order by 1`);
    expect(jobs.rows.map((row: { task_identifier: string }) => row.task_identifier)).toEqual(['correspondence.announce-letter', 'correspondence.store-letter-file']);
  });

  it('takes the unit’s own series for circulars, or the shared one from the year in which the unit chose so', async () => {
    const letter = await o.test.database.write(o.director, async (tx) => orFail(await issueLetter(tx, services, o.order())));
    expect(letter.reference).toBe('นร 0223/1');
    await o.test.owner.query(`insert into correspondence.unit_setting values ($1, 2564, 'shared', now(), 0, 'ทดสอบ')`, [o.office.bureau]);
    expect((await issue()).reference).toMatch(/^นร 0223\/ว \d+$/);
    o.clock.moveTo(new Date('2021-01-04T03:00:00Z'));
    try {
      expect((await issue()).reference).toBe('นร 0223/ว 1');
      const second = await o.test.database.write(o.director, async (tx) => orFail(await issueLetter(tx, services, o.order())));
      expect(second.reference).toBe('นร 0223/2');
    } finally {
      o.clock.moveTo(new Date('2020-11-09T03:00:00Z'));
    }
  });

  it('lets only the holder of the post sign, or a clerk record a signature on paper', async () => {
    expect(await failure(issue({}, o.clerk))).toBe('NOT_THE_SIGNER');
    const recorded = await issue({ signedBy: { personId: o.office.director, onPaper: true } }, o.clerk);
    expect(recorded.audit.detail).toMatchObject({ signed: 'on-paper', signerPersonId: o.office.director });
    expect(await failure(issue({ signedBy: { personId: o.office.groupHead, onPaper: true } }, o.clerk))).toBe('NOT_THE_SIGNER');
    const before = await o.test.owner.query('select count(*) from correspondence.letter');
    expect(await failure(issue({ addressees: [] }))).toBe('NO_ADDRESSEE');
    expect(await failure(issue({ paragraphs: [] }))).toBe('EMPTY_LETTER');
    expect(await failure(issue({ secrecy: 'top-secret' }))).toBe('TOO_SECRET');
    expect((await o.test.owner.query('select count(*) from correspondence.letter')).rows).toEqual(before.rows);
  });

  it('prints the acting phrase of somebody who acts for the post on that day only', async () => {
    await o.test.owner.query(`insert into organisation.acting (kind, person_id, position_id, reason, valid_from, valid_to)
      values ('rakkha', $1, $2, 'ผู้ดำรงตำแหน่งไปราชการ', '2020-11-12', '2020-11-13')`, [o.office.groupHead, o.office.directorSeat]);
    const actingHead: Actor = { ...o.groupHead, principals: [...o.groupHead.principals, o.office.bureau] };
    expect(await failure(issue({}, actingHead))).toBe('NOT_THE_SIGNER');
    o.clock.moveTo(new Date('2020-11-12T03:00:00Z'));
    try {
      const { letterId } = await issue({}, actingHead);
      expect((await see(o.director, letterId))?.signer).toMatchObject({ title: 'หัวหน้ากลุ่มทดลอง', acting: { phrase: 'รักษาราชการแทน', principal: 'ผู้อำนวยการสำนักทดสอบ' } });
    } finally {
      o.clock.moveTo(new Date('2020-11-09T03:00:00Z'));
    }
  });
});

describe('who sees a letter', () => {
  it('is the sender’s unit and the recipients, and nobody else: another unit’s letter is not found', async () => {
    const { letterId } = await issue();
    expect(await see(o.clerk, letterId)).toMatchObject({ subject: o.order().subject });
    expect(await see(o.stranger, letterId)).toBeDefined();
    expect(await see(o.outsider, letterId)).toBeUndefined();
    expect(await see(publicActor, letterId)).toBeUndefined();
  });

  it('holds behind the second wall alone, for every table', async () => {
    const { letterId } = await issue();
    const counts = (as: Actor) => o.test.database.read(as, async (tx) => {
      const one = (table: 'letter' | 'letter_body' | 'letter_recipient' | 'letter_addressee', column: 'id' | 'letter_id') =>
        tx.db.selectFrom(`correspondence.${table}` as 'correspondence.letter').select((e) => e.fn.countAll<number>().as('n')).where(column as 'id', '=', letterId).executeTakeFirstOrThrow().then((row) => row.n);
      const entries = await tx.db.selectFrom('correspondence.register_entry').select('id').where('subject_id', '=', letterId).execute();
      return [await one('letter', 'id'), await one('letter_body', 'letter_id'), await one('letter_recipient', 'letter_id'), await one('letter_addressee', 'letter_id'), entries.length];
    });
    expect(await counts(o.director)).toEqual([1, 1, 1, 1, 1]);
    expect(await counts(o.stranger)).toEqual([1, 1, 1, 1, 0]);
    expect(await counts(o.outsider)).toEqual([0, 0, 0, 0, 0]);
    const change = o.test.database.write(o.stranger, (tx) => tx.db.updateTable('correspondence.letter').set({ readers: [1] }).where('id', '=', letterId).executeTakeFirst());
    expect((await change).numUpdatedRows).toBe(0n);
    await expect(o.test.database.write(o.director, (tx) => tx.db.updateTable('correspondence.letter').set({ subject: 'อื่น' }).where('id', '=', letterId).execute())).rejects.toThrow(/cannot change/);
    await expect(o.test.database.write(o.stranger, (tx) => issueCircular(tx, services, o.order()))).rejects.toThrow(/row-level security/);
  });
});

describe('receipts', () => {
  it('tell who opened first, who acknowledged and who passed on', async () => {
    const { letterId } = await issue();
    expect(await open(o.stranger, letterId)).toBe(1);
    expect(await open(o.stranger, letterId)).toBe(0);
    expect(await open(o.director, letterId)).toBe(0);
    const acknowledge = (as: Actor) => o.test.database.write(as, (tx) => markAcknowledged(tx, letterId, [o.office.division], o.clock.now()));
    expect(await acknowledge(o.groupHead)).toBe(0);
    expect(await acknowledge(o.stranger)).toBe(1);
    expect(await acknowledge(o.stranger)).toBe(0);
    const passed = await o.test.database.write(o.stranger, (tx) => passOn(tx, letterId, o.office.division, [{ id: o.office.admin, kind: 'person', label: 'นายจักร ทดสอบ' }], 'โปรดถือปฏิบัติ', o.clock.now()));
    expect(passed).toBe(1);
    const receipts = await o.test.database.read(o.director, (tx) => recipientsOf(tx, letterId, { limit: 10 }));
    expect(receipts).toMatchObject([{ label: 'กออ.', openedBy: o.stranger.name, acknowledgedBy: o.stranger.name }]);
    expect(await o.test.database.read(o.director, (tx) => receiptCounts(tx, letterId))).toEqual({ all: 1, opened: 1, acknowledged: 1 });
    await expect(o.test.database.write(o.groupHead, (tx) => passOn(tx, letterId, o.office.division, [{ id: 77, kind: 'person', label: 'ใคร' }], '', o.clock.now()))).rejects.toThrow(/row-level security/);
  });

  it('make the lists of received and sent letters', async () => {
    const { letterId } = await issue({ subject: 'เรื่องเฉพาะของรายการทดสอบ' });
    const received = (unread: boolean) => o.test.database.read(o.stranger, (tx) => receivedCirculars(tx, { unread, words: 'เฉพาะของรายการ', year: 2563, limit: 10 }));
    expect(await received(true)).toMatchObject([{ id: letterId, opened: false }]);
    await open(o.stranger, letterId);
    expect(await received(true)).toEqual([]);
    expect(await received(false)).toMatchObject([{ id: letterId, opened: true, acknowledged: false }]);
    const sent = await o.test.database.read(o.clerk, (tx) => sentLetters(tx, { unitId: o.office.bureau, words: 'เฉพาะของรายการ', limit: 10 }));
    expect(sent).toMatchObject([{ id: letterId, recipients: 1, opened: 1, acknowledged: 0 }]);
    expect(await o.test.database.read(o.stranger, (tx) => sentLetters(tx, { unitId: o.office.bureau, limit: 10 }))).toEqual([]);
  });
});

describe('a list of received circulars', () => {
  /** Party ids by which a letter reaches the reader, and what he would see of them. */
  const reader = (): Actor => ({ ...o.stranger, principals: [...o.stranger.principals, o.office.group] });
  const both = () => o.order({ addressees: [{ kind: 'unit', targetId: o.office.division, label: 'กออ.' }, { kind: 'unit', targetId: o.office.group, label: 'กลุ่ม' }] });
  const lines = (limit: number, more: Partial<Parameters<typeof receivedCirculars>[1]> = {}) => o.test.database.read(reader(), (tx) => receivedCirculars(tx, { limit, ...more }));

  it('has a letter once that came by two ways, also when it is read page by page', async () => {
    const twice = await issue(both());
    await issue();
    await o.test.database.write(o.stranger, (tx) => passOn(tx, twice.letterId, o.office.division, [{ id: o.stranger.id, kind: 'person', label: o.stranger.name }], '', new Date('2021-02-01T05:00:00Z')));
    const all = await lines(1000);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all[0]).toMatchObject({ id: twice.letterId, deliveredAt: new Date('2021-02-01T05:00:00Z') });
    const paged: number[] = [];
    for (let page = await lines(1); page[0]; page = await lines(1, { before: { at: page[0].deliveredAt, id: page[0].id } })) paged.push(page[0].id);
    expect(paged).toEqual(all.map(({ id }) => id));
  });

  it('leaves out of the unread what was opened by one of the ways, and other years', async () => {
    const { letterId } = await issue(both());
    await o.test.owner.query('update correspondence.letter_recipient set first_opened_at = now(), first_opened_by = 0 where letter_id = $1 and recipient_id = $2', [letterId, o.office.group]);
    const ids = async (more: Partial<Parameters<typeof receivedCirculars>[1]>) => (await lines(1000, more)).map(({ id }) => id);
    expect(await ids({ unread: true })).not.toContain(letterId);
    expect(await ids({ year: 2563 })).toContain(letterId);
    expect(await ids({ year: 2562 })).toEqual([]);
  });

  it('is kept whole by the database for a program that does not know how', async () => {
    const { rows: [row] } = await o.test.owner.query<{ id: number }>(`insert into correspondence.letter (kind, sub_kind, circular, book, owner_unit_id, subject, from_text, drafted_by, drafted_by_name, drafted_at, changed_at)
      values ('internal', 'memo', true, 'circular', $1, 'ฉบับเก่า', '', 0, '', now(), now()) returning id`, [o.office.bureau]);
    const add = (recipient: number, from: number | null) => o.test.owner.query(`insert into correspondence.letter_recipient (letter_id, recipient_id, recipient_kind, label, owner_unit_id, delivered_at, passed_from_id) values ($1, $2, 'unit', '', $3, now(), $4)`, [row?.id, recipient, o.office.bureau, from]);
    await add(o.office.division, null);
    await o.test.owner.query(`update correspondence.letter set state = 'issued', issued_at = now(), letter_date = '2019-05-01', reference = 'นร 0223/ว 9000', sub_kind = 'note' where id = $1`, [row?.id]);
    await add(o.office.group, o.office.division);
    const { rows } = await o.test.owner.query('select circular_year from correspondence.letter_recipient where letter_id = $1', [row?.id]);
    expect(rows).toEqual([{ circular_year: 2562 }, { circular_year: 2562 }]);
  });
});

describe('recall, correction and voiding', () => {
  it('takes the words away from recipients, even when opened, and leaves the reason', async () => {
    const { letterId } = await issue();
    await open(o.stranger, letterId);
    const { audit } = await o.test.database.write(o.clerk, async (tx) => orFail(await recallLetter(tx, services, letterId, 'แนบเอกสารผิดฉบับ')));
    expect(audit.detail).toMatchObject({ reason: 'แนบเอกสารผิดฉบับ', openedBefore: 1 });
    expect(await see(o.stranger, letterId)).toMatchObject({ state: 'recalled', body: null, recalled: { reason: 'แนบเอกสารผิดฉบับ' } });
    expect((await see(o.director, letterId))?.body).not.toBeNull();
    expect(await failure(o.test.database.write(o.clerk, async (tx) => orFail(await recallLetter(tx, services, letterId, 'ซ้ำ'))))).toBe('NOT_ISSUED');
  });

  it('is not for recipients or strangers', async () => {
    const { letterId } = await issue();
    for (const actor of [o.stranger, o.outsider, publicActor]) {
      expect(await failure(o.test.database.write(actor, async (tx) => orFail(await recallLetter(tx, services, letterId, 'ลองดู'))))).toBe('NOT_FOUND');
    }
  });

  it('links a correction both ways, once', async () => {
    const old = await issue();
    const correct = () => o.test.database.write(o.director, async (tx) => orFail(await correctCircular(tx, services, old.letterId, 'วันที่ผิด', o.order({ subject: 'แก้ไขวันที่' }))));
    const fresh = await correct();
    expect(await see(o.stranger, old.letterId)).toMatchObject({ state: 'corrected', replacedBy: { id: fresh.letterId, reference: fresh.reference } });
    expect(await see(o.stranger, fresh.letterId)).toMatchObject({ state: 'issued', replaces: { id: old.letterId, reference: old.reference }, correctionReason: 'วันที่ผิด' });
    expect(await failure(correct())).toBe('REPLACES_NOTHING');
  });

  it('voids only what nobody has opened', async () => {
    const fresh = await issue();
    const gone = await issue();
    await open(o.stranger, fresh.letterId);
    const discard = (id: number) => o.test.database.write(o.clerk, async (tx) => orFail(await voidLetter(tx, services, id, 'ออกเลขผิดเล่ม')));
    expect(await failure(discard(fresh.letterId))).toBe('ALREADY_OPENED');
    await discard(gone.letterId);
    expect(await see(o.clerk, gone.letterId)).toMatchObject({ state: 'void', voidReason: 'ออกเลขผิดเล่ม' });
    expect((await see(o.stranger, gone.letterId))?.body).toBeNull();
  });
});

describe('numbers and verification for others', () => {
  it('gives a number to a record of another module', async () => {
    const taken = await o.test.database.write(o.clerk, async (tx) => orFail(await takeRegisterNumber(tx, services, { unitId: o.office.bureau, book: 'order', subject: 'แต่งตั้งคณะทำงาน', to: '', record: { type: 'test.order', id: 1, href: '/x' } })));
    expect(taken).toMatchObject({ number: 1, reference: '1/2563' });
  });

  it('tells the public only what the QR code stands for', async () => {
    const { letterId } = await issue();
    const letter = await o.test.database.read(o.director, (tx) => letterForActor(tx, letterId));
    const publicly = (token: string) => o.test.database.read(publicActor, (tx) => findPublicDocument(tx, token));
    expect(await publicly(letter?.token ?? '')).toMatchObject({ reference: letter?.reference, letterDate: '2020-11-09', subject: letter?.subject, state: 'issued' });
    expect(await publicly('nonsense')).toBeUndefined();
    const secret = await issue({ secrecy: 'confidential', urgency: 'urgent' });
    const restricted = await o.test.database.read(o.director, (tx) => letterForActor(tx, secret.letterId));
    expect(await publicly(restricted?.token ?? '')).toMatchObject({ subject: null });
    expect(await see(o.clerk, secret.letterId)).toBeUndefined();
  });
});

describe('fan-out', () => {
  it('reaches the 10,000 members of a saved group by one statement', async () => {
    const groupId = await o.test.owner.query(`with g as (insert into correspondence.recipient_group (owner_unit_id, name, changed_at) values ($1, 'ทุกคน', now()) returning id),
      m as (insert into correspondence.recipient_group_member select g.id, n, 'person', 'คนที่ ' || n, n from g, generate_series(200001, 210000) n) select id from g`, [o.office.bureau]);
    const started = performance.now();
    const { letterId, recipientCount } = await issue({ addressees: [{ kind: 'group', targetId: Number(groupId.rows[0].id), label: 'ทุกคน' }, { kind: 'person', targetId: 200001, label: 'ซ้ำ' }], toText: 'ผู้เกี่ยวข้องทุกท่าน' });
    const took = performance.now() - started;
    expect(recipientCount).toBe(10_000);
    expect(await o.test.database.read(o.director, (tx) => receiptCounts(tx, letterId))).toEqual({ all: 10_000, opened: 0, acknowledged: 0 });
    const jobs = await o.test.owner.query(`select count(*)::int as n from graphile_worker._private_jobs where payload->>'letterId' = $1`, [String(letterId)]);
    expect(jobs.rows).toEqual([{ n: 2 }]);
    expect(took).toBeLessThan(3000);
  });
});
