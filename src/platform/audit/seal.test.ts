import { generateKeyPairSync, sign } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, settled } from '../../../tests/support/db.ts';
import { publicActor, systemActor, type Actor } from '../access/actor.ts';
import { writeAudit } from './audit.ts';
import { auditColumns, BatchHasher, hashSeal, type AuditText } from './seal-form.ts';
import { AuditSealsBrokenError, sealAudit } from './seal.ts';
import { sealPaths } from './seal-keys.ts';
import { verifyAudit, type FindingKind } from './verify.ts';

let db: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
beforeEach(async () => {
  db = await freshDatabase();
  folder = mkdtempSync(path.join(os.tmpdir(), 'krom-seal-'));
});
afterEach(async () => {
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

const person: Actor = { ...publicActor, kind: 'person', id: 3, name: 'สมหญิง', principals: [3] };
const write = (count: number, action = 'test.done') =>
  db.database.write(person, (tx) =>
    writeAudit(tx, Array.from({ length: count }, (_, n) => ({ action, subject: { type: 'test', id: n }, detail: { note: `บรรทัด ${n}` } })), new Date(), 'r-1'));
/** Other test files on the same server may have transactions under way. */
const seal = async () => {
  await settled(db.owner);
  return sealAudit(db.database, folder);
};
const verify = () => verifyAudit(db.ownerUrl, folder);
const kinds = async () => [...new Set((await verify()).findings.map((finding) => finding.kind))].sort() as FindingKind[];

/** Three batches: rows 1–3, 4–5, 6–9. */
async function threeBatches() {
  for (const count of [3, 2, 4]) {
    await write(count);
    expect(await seal()).toBe(1);
  }
}

test('an untouched log verifies, and says what is not sealed yet', async () => {
  await threeBatches();
  await write(2);
  expect(await verify()).toEqual({ ok: true, batches: 3, sealedRows: 9, unsealedRows: 2, findings: [] });
  expect((await verifyAudit(db.database, folder)).ok).toBe(true);
  expect(await seal()).toBe(1);
  expect(await seal()).toBe(0);
  const { privateKey, heads } = sealPaths(folder);
  expect(statSync(privateKey).mode & 0o777).toBe(0o600);
  expect(readFileSync(heads, 'utf8').trim().split('\n')).toHaveLength(4);
});

test('a transaction under way keeps its rows and all later ones out of the seal', async () => {
  await write(1);
  await settled(db.owner);
  const slow = await db.owner.connect();
  await slow.query('begin');
  await slow.query(`insert into platform.audit (at, actor_kind, actor_id, actor_name, action, subject_type) values (now(), 'system', 0, 's', 'slow', 't')`);
  await write(2);
  expect(await sealAudit(db.database, folder)).toBe(1);
  expect(await verify()).toMatchObject({ ok: true, sealedRows: 1, unsealedRows: 2 });
  await slow.query('commit');
  slow.release();
  await seal();
  expect(await verify()).toMatchObject({ ok: true, sealedRows: 4, unsealedRows: 0 });
});

test.each<[string, string, FindingKind, number | null, number[]]>([
  ['changes a row', `update platform.audit set actor_name = 'somebody else' where id = 5`, 'row-changed', 2, [5]],
  ['changes only a detail', `update platform.audit set detail = detail || '{"x":1}' where id = 1`, 'row-changed', 1, [1]],
  ['deletes a row', 'delete from platform.audit where id in (2, 3)', 'row-deleted', 1, [2, 3]],
  ['deletes a whole batch of rows', 'delete from platform.audit where id in (4, 5)', 'row-deleted', 2, [4, 5]],
  ['puts a row in', `insert into platform.audit (txid, at, actor_kind, actor_id, actor_name, action, subject_type)
     select txid, now(), 'person', 9, 'x', 'x', 'x' from platform.audit where id = 5`, 'row-added', 2, [10]],
  ['moves a row out of its batch', `update platform.audit set txid = pg_current_xact_id() where id = 7`, 'row-deleted', 3, [7]],
  ['changes a seal', `update platform.audit_seal set row_count = row_count where false; update platform.audit_seal set sealed_at = now() - interval '1 day' where batch = 2`, 'seal-changed', 2, []],
  ['deletes a seal in the middle', 'delete from platform.audit_seal where batch = 2', 'seal-missing', 2, []],
  ['cuts off the newest seal', 'delete from platform.audit_seal where batch = 3', 'seal-missing', 3, []],
  ['cuts off all seals', 'truncate platform.audit_seal', 'seal-missing', 3, []],
])("the database's owner %s: found", async (_what, statement, kind, batch, rows) => {
  await threeBatches();
  await db.owner.query(statement);
  const report = await verify();
  expect(report.ok).toBe(false);
  const finding = report.findings.find((item) => item.kind === kind);
  expect(finding).toMatchObject({ batch, rows, words: { th: expect.stringMatching(/[ก-๙]/), en: expect.any(String) } });
});

test('a chain forged from a changed row to the end, without the key: found', async () => {
  await threeBatches();
  await db.owner.query(`update platform.audit set action = 'test.undone' where id = 4`);
  const forger = generateKeyPairSync('ed25519').privateKey;
  let previous: Buffer | undefined;
  for (const batch of [2, 3]) {
    const { rows: [seal] } = await db.owner.query(`select *, from_txid::text f, to_txid::text t from platform.audit_seal where batch = $1`, [batch]);
    const { rows } = await db.owner.query<AuditText>(`select ${auditColumns} from platform.audit a where a.txid >= $1::text::xid8 and a.txid < $2::text::xid8 order by a.txid, a.id`, [seal.f, seal.t]);
    const hasher = new BatchHasher();
    for (const row of rows) hasher.add(row);
    const body = { batch, fromTxid: seal.f, toTxid: seal.t, rowCount: hasher.count, ...hasher.finish(), previousHash: previous ?? seal.previous_hash, keyId: seal.key_id, sealedAt: seal.sealed_at };
    const hash = hashSeal(body);
    await db.owner.query(`update platform.audit_seal set rows_hash = $2, row_marks = $3, previous_hash = $4, hash = $5, signature = $6 where batch = $1`,
      [batch, body.rowsHash, body.rowMarks, body.previousHash, hash, sign(null, hash, forger)]);
    previous = hash;
  }
  expect(await kinds()).toEqual(['head-differs', 'seal-forged']);
  // Even with the copies outside brought into line, the signature cannot be.
  const { rows } = await db.owner.query(`select batch, encode(hash, 'hex') as hash from platform.audit_seal order by batch`);
  writeFileSync(sealPaths(folder).heads, rows.map((row) => `${JSON.stringify({ ...row, batch: Number(row.batch) })}\n`).join(''));
  expect(await kinds()).toEqual(['seal-forged']);
});

test('missing heads and keys are said, not passed over', async () => {
  await threeBatches();
  const kept = `${folder}-kept`;
  cpSync(folder, kept, { recursive: true });
  rmSync(sealPaths(folder).heads);
  expect(await kinds()).toEqual(['heads-missing']);
  rmSync(sealPaths(folder).publicKeys);
  expect(await kinds()).toEqual(['heads-missing', 'key-missing']);
  rmSync(sealPaths(folder).privateKey);
  await write(1);
  await expect(seal()).rejects.toThrow(/key is missing/);
  rmSync(kept, { recursive: true });
});

test('sealing stops when the seals were cut, instead of covering it up', async () => {
  await threeBatches();
  await db.owner.query('delete from platform.audit_seal where batch = 3');
  await write(1);
  await expect(seal()).rejects.toBeInstanceOf(AuditSealsBrokenError);
});

test('a crash between seal and copy is made good by the next run', async () => {
  await threeBatches();
  const { heads } = sealPaths(folder);
  const lines = readFileSync(heads, 'utf8').split('\n');
  writeFileSync(heads, `${lines.slice(0, 2).join('\n')}\n`);
  appendFileSync(heads, lines[2]!.slice(0, 20));
  expect((await verify()).ok).toBe(true);
  await seal();
  await write(1);
  await seal();
  expect(await verify()).toMatchObject({ ok: true, batches: 4 });
});

test('several workers sealing at once make one chain', async () => {
  await Promise.all(Array.from({ length: 8 }, async (_, n) => {
    await write(3, `test.${n}`);
    await sealAudit(db.database, folder);
  }));
  await seal();
  const report = await verify();
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({ sealedRows: 24, unsealedRows: 0 });
});

test('a long backlog is cut into batches and verified as a stream', async () => {
  await db.owner.query(`do $$ begin for i in 1..9 loop
    insert into platform.audit (at, actor_kind, actor_id, actor_name, action, subject_type, subject_id)
    select now(), 'person', 1, 'x', 'bulk', 't', g from generate_series(1, 5000) g; commit; end loop; end $$`);
  await db.owner.query(`insert into platform.audit (at, actor_kind, actor_id, actor_name, action, subject_type, subject_id)
    select now(), 'person', 1, 'x', 'huge', 't', g from generate_series(1, 30000) g`);
  expect(await seal()).toBeGreaterThan(2);
  expect(await verify()).toMatchObject({ ok: true, sealedRows: 75_000, unsealedRows: 0 });
  await db.owner.query(`delete from platform.audit where id = 60000`);
  expect((await verify()).findings).toMatchObject([{ kind: 'row-deleted', rows: [60000] }]);
});

test('the application can neither choose the facts of a row nor add a seal out of turn', async () => {
  await threeBatches();
  const as = (actor: Actor, text: string) => db.database.write(actor, (tx) => sql.raw(text).execute(tx.db));
  await expect(as(person, `insert into platform.audit (txid, at, actor_kind, actor_id, actor_name, action, subject_type) values ('5', now(), 'person', 1, 'x', 'x', 'x')`)).rejects.toMatchObject({ code: '42501' });
  await expect(as(person, `insert into platform.audit_seal select * from platform.audit_seal`)).rejects.toMatchObject({ code: '42501' });
  const again = 'select platform.add_audit_seal(s) from platform.audit_seal s where batch = 3';
  await expect(as(person, again)).rejects.toMatchObject({ code: '42501' });
  await expect(as(systemActor('x'), again)).rejects.toMatchObject({ code: '23514' });
});
