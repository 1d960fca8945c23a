import { CompiledQuery, sql } from 'kysely';
import { z } from 'zod';
import { systemActor } from '../access/actor.ts';
import type { Database, Tx } from '../db/database.ts';
import { defineJob } from '../jobs/jobs.ts';
import { auditPage, BatchHasher, hashSeal, sealForm, type AuditText, type SealBody } from './seal-form.ts';
import { appendHeads, readNewestHead, sealKey, type SealHead } from './seal-keys.ts';

/** Rows in one batch at most, but for a single transaction that wrote more. */
const maxRows = 20_000;
const pageRows = 5_000;
export const sealLock = 5651;

/** The seals in the database do not agree with the heads that were copied out: somebody cut or changed them. */
export class AuditSealsBrokenError extends Error {
  constructor(message: string) {
    super(`${message} Run krom verify. Nothing is sealed until this is cleared up.`);
    this.name = 'AuditSealsBrokenError';
  }
}

interface LastSeal {
  readonly batch: number;
  readonly to_txid: string;
  readonly hash: Buffer;
}

async function lastSeal(tx: Tx): Promise<LastSeal | undefined> {
  const { rows } = await sql<LastSeal>`select batch, to_txid::text as to_txid, hash from platform.audit_seal order by batch desc limit 1`.execute(tx.db);
  return rows[0];
}

function checkHead(head: SealHead | undefined, last: LastSeal | undefined): void {
  if (!head) return;
  if (!last || last.batch < head.batch) throw new AuditSealsBrokenError(`Batch ${head.batch} was sealed but is gone.`);
  if (last.batch === head.batch && last.hash.toString('hex') !== head.hash) throw new AuditSealsBrokenError(`The seal of batch ${head.batch} was changed.`);
}

/** Where the next batch ends: below every transaction under way, and not too many rows on. */
async function endOfBatch(tx: Tx, from: string): Promise<string | undefined> {
  const { rows } = await sql<{ xmin: string; first: string | null; beyond: string | null; after_beyond: string | null }>`
    with bounds as (select pg_snapshot_xmin(pg_current_snapshot()) as xmin),
    open as (select a.txid from platform.audit a, bounds where a.txid >= ${from}::text::xid8 and a.txid < bounds.xmin order by a.txid limit ${maxRows + 1}::int),
    last as (select txid from open offset ${maxRows}::int)
    select (select xmin::text from bounds) as xmin, (select min(txid)::text from open) as first,
      (select txid::text from last) as beyond, (select (txid::text::numeric + 1)::text from last) as after_beyond`.execute(tx.db);
  const found = rows[0];
  if (!found) return undefined;
  if (BigInt(found.xmin) < BigInt(from)) {
    throw new AuditSealsBrokenError('Transaction numbers went backwards: this database was copied row by row from another server.');
  }
  if (found.first === null) return undefined;
  if (found.beyond === null) return found.xmin;
  return found.beyond === found.first ? (found.after_beyond as string) : found.beyond;
}

async function hashRange(tx: Tx, from: string, to: string): Promise<BatchHasher> {
  const hasher = new BatchHasher();
  let after: { txid: string; id: string } = { txid: from, id: '-1' };
  for (;;) {
    const page = CompiledQuery.raw(auditPage, [from, to, after.txid, after.id, pageRows]);
    const { rows } = await tx.db.executeQuery<AuditText>(page as CompiledQuery<AuditText>);
    for (const row of rows) hasher.add(row);
    const last = rows.at(-1);
    if (!last || rows.length < pageRows) return hasher;
    after = { txid: last.txid as string, id: last.id as string };
  }
}

async function sealOneBatch(tx: Tx, dataFolder: string, head: SealHead | undefined): Promise<boolean> {
  const got = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${sealLock}::bigint) as got`.execute(tx.db);
  if (!got.rows[0]?.got) return false;
  const last = await lastSeal(tx);
  checkHead(head, last);
  const from = last?.to_txid ?? '0';
  const to = await endOfBatch(tx, from);
  if (to === undefined) return false;
  const hasher = await hashRange(tx, from, to);
  const key = sealKey(dataFolder, last === undefined);
  const body: SealBody = {
    batch: (last?.batch ?? 0) + 1,
    fromTxid: from,
    toTxid: to,
    rowCount: hasher.count,
    ...hasher.finish(),
    previousHash: last?.hash ?? Buffer.alloc(0),
    keyId: key.id,
    sealedAt: new Date(),
  };
  const hash = hashSeal(body);
  await sql`select platform.add_audit_seal(row(${body.batch}::bigint, ${sealForm}::int, ${from}::text::xid8, ${to}::text::xid8, ${body.rowCount}::int,
    ${body.rowsHash}::bytea, ${body.rowMarks}::bytea, ${body.previousHash}::bytea, ${hash}::bytea, ${body.keyId}::text, ${key.sign(hash)}::bytea,
    ${body.sealedAt}::timestamptz)::platform.audit_seal)`.execute(tx.db);
  return true;
}

/** Copies out the heads that the file does not have yet: after a seal, and after a crash between seal and copy. */
async function copyHeads(database: Database, dataFolder: string): Promise<void> {
  const known = readNewestHead(dataFolder)?.batch ?? 0;
  const heads = await database.read(systemActor('platform.seal-audit'), async (tx) => {
    const { rows } = await sql<SealHead>`select batch, encode(hash, 'hex') as hash, encode(signature, 'base64') as signature, row_count as rows,
        to_txid::text as "toTxid", to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sealedAt"
      from platform.audit_seal where batch > ${known} order by batch`.execute(tx.db);
    return rows.map((head) => ({ ...head, signature: head.signature.replace(/\s/g, '') }));
  });
  appendHeads(dataFolder, heads);
}

/**
 * Seals all rows of finished transactions and copies the heads out of the database. Safe at any time and from several
 * workers: an advisory lock lets one at a time through.
 * @returns number of batches made
 */
export async function sealAudit(database: Database, dataFolder: string): Promise<number> {
  let batches = 0;
  for (;;) {
    const head = readNewestHead(dataFolder);
    const made = await database.write(systemActor('platform.seal-audit'), (tx) => sealOneBatch(tx, dataFolder, head));
    await copyHeads(database, dataFolder);
    if (!made) return batches;
    batches += 1;
  }
}

/** Seals the audit log, each minute. */
export const sealAuditJob = defineJob({
  name: 'platform.seal-audit',
  title: { th: 'ผนึกบันทึกการใช้งาน', en: 'Seal the audit log' },
  payload: z.object({}),
  queue: 'platform.seal-audit',
  async run(_payload, { services }) {
    const batches = await sealAudit(services.database, services.config.dataFolder);
    if (batches > 0) services.log.info({ batches }, 'audit log sealed');
  },
});
