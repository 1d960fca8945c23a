import pg from 'pg';
import { Database } from '../db/database.ts';
import type { Words } from '../words.ts';
import { auditPage, BatchHasher, hashSeal, readMarks, sealForm, type AuditText } from './seal-form.ts';
import { isSignedBy, readHeads, readPublicKeys, type SealHead } from './seal-keys.ts';

export type FindingKind =
  | 'row-changed'
  | 'row-deleted'
  | 'row-added'
  | 'seal-changed'
  | 'seal-forged'
  | 'seal-missing'
  | 'chain-broken'
  | 'head-differs'
  | 'heads-missing'
  | 'key-missing';

export interface AuditFinding {
  readonly kind: FindingKind;
  readonly batch: number | null;
  /** Numbers of the rows of platform.audit that were touched. */
  readonly rows: readonly number[];
  readonly words: Words;
}

export interface AuditReport {
  /** True when nothing was found. */
  readonly ok: boolean;
  readonly batches: number;
  readonly sealedRows: number;
  /** Rows not under a seal yet: of the last minute, or of transactions under way. */
  readonly unsealedRows: number;
  readonly findings: readonly AuditFinding[];
}

interface Seal {
  batch: number;
  form: number;
  from_txid: string;
  to_txid: string;
  row_count: number;
  rows_hash: Buffer;
  row_marks: Buffer;
  previous_hash: Buffer;
  hash: Buffer;
  key_id: string;
  signature: Buffer;
  sealed_at: Date;
}

const pageRows = 10_000;

function found(kind: FindingKind, batch: number | null, words: Words, rows: readonly number[] = []): AuditFinding {
  return { kind, batch, rows, words };
}

function rowWords(ids: readonly number[]): string {
  return ids.length <= 20 ? ids.join(', ') : `${ids.slice(0, 20).join(', ')} … (${ids.length})`;
}

class Verifier {
  readonly #client: pg.ClientBase;
  readonly #folder: string;
  readonly findings: AuditFinding[] = [];
  batches = 0;
  rows = 0;

  constructor(client: pg.ClientBase, folder: string) {
    this.#client = client;
    this.#folder = folder;
  }

  async run(): Promise<void> {
    const heads = readHeads(this.#folder);
    const headOf = new Map((heads ?? []).map((head) => [head.batch, head]));
    const keys = readPublicKeys(this.#folder);
    let previous: Seal | undefined;
    for (let batch = 1; ; ) {
      const seal = await this.#nextSeal(batch);
      if (!seal) break;
      if (seal.batch !== batch) this.#add('seal-missing', batch, { th: `ไม่มีตราผนึกชุดที่ ${batch} ถึง ${seal.batch - 1}`, en: `The seals of batches ${batch} to ${seal.batch - 1} are gone` });
      await this.#checkSeal(seal, previous, keys, headOf.get(seal.batch), heads !== undefined);
      this.batches += 1;
      previous = seal;
      batch = seal.batch + 1;
    }
    const lastHead = heads?.reduce<SealHead | undefined>((top, head) => (!top || head.batch > top.batch ? head : top), undefined);
    const reached = previous?.batch ?? 0;
    if (lastHead && lastHead.batch > reached) {
      this.#add('seal-missing', lastHead.batch, {
        th: `ตราผนึกชุดที่ ${reached + 1} ถึง ${lastHead.batch} เคยมีตามแฟ้มนอกฐานข้อมูล แต่ถูกตัดออกไป`,
        en: `The seals of batches ${reached + 1} to ${lastHead.batch} are known from the file of heads but were cut off`,
      });
    }
    if (previous && heads === undefined) {
      this.#add('heads-missing', null, { th: 'ไม่มีแฟ้มสำเนาตราผนึก (audit-heads.log) จึงไม่รู้ว่าตอนท้ายถูกตัดหรือไม่', en: 'The file of heads (audit-heads.log) is gone, so a cut-off end could not be seen' });
    }
  }

  async unsealed(): Promise<number> {
    const { rows } = await this.#client.query<{ n: number }>(
      `select count(*)::int n from platform.audit where txid >= coalesce((select max(to_txid) from platform.audit_seal), '0'::xid8)`,
    );
    return rows[0]?.n ?? 0;
  }

  #add(kind: FindingKind, batch: number | null, words: Words, rows: readonly number[] = []): void {
    this.findings.push(found(kind, batch, words, rows));
  }

  async #nextSeal(batch: number): Promise<Seal | undefined> {
    const { rows } = await this.#client.query<Seal>(
      `select batch::int, form, from_txid::text, to_txid::text, row_count, rows_hash, row_marks, previous_hash, hash, key_id, signature, sealed_at
       from platform.audit_seal where batch >= $1 order by batch limit 1`,
      [batch],
    );
    return rows[0];
  }

  async #checkSeal(seal: Seal, previous: Seal | undefined, keys: ReturnType<typeof readPublicKeys>, head: SealHead | undefined, haveHeads: boolean): Promise<void> {
    const n = seal.batch;
    const hash = hashSeal({
      batch: n,
      fromTxid: seal.from_txid,
      toTxid: seal.to_txid,
      rowCount: seal.row_count,
      rowsHash: seal.rows_hash,
      rowMarks: seal.row_marks,
      previousHash: seal.previous_hash,
      keyId: seal.key_id,
      sealedAt: seal.sealed_at,
    });
    if (!hash.equals(seal.hash) || seal.form !== sealForm) this.#add('seal-changed', n, { th: `ตราผนึกชุดที่ ${n} ถูกแก้ไข`, en: `The seal of batch ${n} was changed` });
    const key = keys.get(seal.key_id);
    if (!key) this.#add('key-missing', n, { th: `ไม่มีกุญแจสาธารณะ ${seal.key_id} ของตราผนึกชุดที่ ${n}`, en: `The public key ${seal.key_id} of batch ${n} is not here` });
    else if (!isSignedBy(key, seal.hash, seal.signature)) this.#add('seal-forged', n, { th: `ลายมือชื่อของตราผนึกชุดที่ ${n} ไม่ถูกต้อง`, en: `The signature of batch ${n} is not by the seal's key` });
    const follows = previous
      ? seal.previous_hash.equals(previous.hash) && seal.from_txid === previous.to_txid
      : seal.previous_hash.length === 0 && seal.from_txid === '0';
    if (!follows) this.#add('chain-broken', n, { th: `ตราผนึกชุดที่ ${n} ไม่ต่อจากชุดก่อนหน้า`, en: `Batch ${n} does not follow the batch before` });
    if (head && head.hash !== seal.hash.toString('hex')) this.#add('head-differs', n, { th: `ตราผนึกชุดที่ ${n} ไม่ตรงกับสำเนานอกฐานข้อมูล`, en: `The seal of batch ${n} differs from its copy outside the database` });
    // The newest head may not have been copied yet; an older one that is missing was taken out.
    if (!head && haveHeads && (await this.#nextSeal(n + 1))) this.#add('head-differs', n, { th: `ไม่มีสำเนาของตราผนึกชุดที่ ${n}`, en: `The copy of the seal of batch ${n} is gone` });
    await this.#checkRows(seal);
  }

  async #checkRows(seal: Seal): Promise<void> {
    const hasher = new BatchHasher();
    let after = { txid: seal.from_txid, id: '-1' };
    for (;;) {
      const { rows } = await this.#client.query<AuditText>({
        name: 'audit-page',
        text: auditPage,
        values: [seal.from_txid, seal.to_txid, after.txid, after.id, pageRows],
      });
      for (const row of rows) hasher.add(row);
      const last = rows.at(-1);
      if (!last || rows.length < pageRows) break;
      after = { txid: last.txid as string, id: last.id as string };
    }
    this.rows += hasher.count;
    const { rowsHash, rowMarks } = hasher.finish();
    if (rowsHash.equals(seal.rows_hash) && hasher.count === seal.row_count) return;
    const were = readMarks(seal.row_marks);
    const are = readMarks(rowMarks);
    const n = seal.batch;
    const changed = [...are].filter(([id, mark]) => were.has(id) && were.get(id) !== mark).map(([id]) => id);
    const deleted = [...were.keys()].filter((id) => !are.has(id));
    const added = [...are.keys()].filter((id) => !were.has(id));
    if (changed.length > 0) this.#add('row-changed', n, { th: `ชุดที่ ${n}: บรรทัด ${rowWords(changed)} ถูกแก้ไข`, en: `Batch ${n}: rows ${rowWords(changed)} were changed` }, changed);
    if (deleted.length > 0) this.#add('row-deleted', n, { th: `ชุดที่ ${n}: บรรทัด ${rowWords(deleted)} ถูกลบ`, en: `Batch ${n}: rows ${rowWords(deleted)} were deleted` }, deleted);
    if (added.length > 0) this.#add('row-added', n, { th: `ชุดที่ ${n}: บรรทัด ${rowWords(added)} ถูกแทรกภายหลัง`, en: `Batch ${n}: rows ${rowWords(added)} were put in afterwards` }, added);
    if (changed.length + deleted.length + added.length === 0) this.#add('row-changed', n, { th: `ชุดที่ ${n}: มีบรรทัดที่ไม่ตรงกับตราผนึก`, en: `Batch ${n}: rows do not match the seal` });
  }
}

/**
 * Recomputes every seal from the rows as they are now and names what was changed, deleted, put in, cut off or forged,
 * also by the owner of the database. Streams, so millions of rows are no matter. Finds nothing about rows that were
 * not sealed yet, and cannot see an end cut off together with the file of heads: keep a copy of that file elsewhere.
 * @param source owner's address, or the application's database
 * @param dataFolder where public keys and heads lie
 */
export async function verifyAudit(source: string | Database, dataFolder: string): Promise<AuditReport> {
  const pool = source instanceof Database ? source.pool : undefined;
  const single = pool ? undefined : new pg.Client({ connectionString: source as string });
  await single?.connect();
  const client = single ?? (await (pool as pg.Pool).connect());
  let broken: Error | undefined;
  try {
    await client.query('begin isolation level repeatable read read only');
    const verifier = new Verifier(client, dataFolder);
    await verifier.run();
    const unsealedRows = await verifier.unsealed();
    await client.query('commit');
    const { findings, batches, rows } = verifier;
    return { ok: findings.length === 0, batches, sealedRows: rows, unsealedRows, findings };
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    if (single) await single.end();
    else (client as pg.PoolClient).release(broken);
  }
}
