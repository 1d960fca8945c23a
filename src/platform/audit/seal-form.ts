import { createHash, hash } from 'node:crypto';

/** Version of the canonical bytes below. A change of columns needs a new number and keeps the old form readable. */
export const sealForm = 1;

/** The columns of an audit row as text, in the order in which they are hashed. */
export const auditColumns = `id::text, txid::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at,
  to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as recorded_at, actor_kind, actor_id::text, actor_name,
  authority::text, action, subject_type, subject_id::text, unit_id::text, request_id, detail::text`;

/**
 * Up to `$5` rows of the transactions from `$1` to below `$2`, after row `$4` of transaction `$3`. The rows are chosen
 * before their columns are written out: that is the costly part.
 */
export const auditPage = `select ${auditColumns} from (
    select * from platform.audit where txid >= $1::text::xid8 and txid < $2::text::xid8 and txid >= $3::text::xid8
      and (txid, id) > ($3::text::xid8, $4::bigint) order by txid, id limit $5::int
  ) a order by a.txid, a.id`;

export type AuditText = Readonly<Record<(typeof order)[number], string | null>>;

const order = [
  'id', 'txid', 'at', 'recorded_at', 'actor_kind', 'actor_id', 'actor_name', 'authority', 'action', 'subject_type', 'subject_id', 'unit_id',
  'request_id', 'detail',
] as const;

/** Every value with its length before it, so that no two rows have the same bytes. */
function lengthPrefixed(values: readonly (string | null)[]): string {
  let text = '';
  for (const value of values) text += value === null ? '-;' : `${Buffer.byteLength(value)}:${value};`;
  return text;
}

export function hashRow(row: AuditText): Buffer {
  return hash('sha256', lengthPrefixed(order.map((name) => row[name])), 'buffer');
}

/** Rows of one batch, hashed as they stream by in the order of transaction and number. */
export class BatchHasher {
  readonly #hash = createHash('sha256');
  readonly #marks: Buffer[] = [];
  count = 0;

  add(row: AuditText): void {
    const rowHash = hashRow(row);
    this.#hash.update(rowHash);
    this.#marks.push(markOf(Number(row.id), rowHash));
    this.count += 1;
  }

  finish(): { rowsHash: Buffer; rowMarks: Buffer } {
    return { rowsHash: this.#hash.digest(), rowMarks: Buffer.concat(this.#marks) };
  }
}

function markOf(id: number, rowHash: Buffer): Buffer {
  const mark = Buffer.alloc(16);
  mark.writeBigUInt64BE(BigInt(id), 0);
  rowHash.copy(mark, 8, 0, 8);
  return mark;
}

/** Marks of a batch as row number → beginning of the row's hash. */
export function readMarks(marks: Buffer): Map<number, string> {
  const found = new Map<number, string>();
  for (let at = 0; at + 16 <= marks.length; at += 16) found.set(Number(marks.readBigUInt64BE(at)), marks.toString('hex', at + 8, at + 16));
  return found;
}

/** What a seal vouches for. */
export interface SealBody {
  readonly batch: number;
  readonly fromTxid: string;
  readonly toTxid: string;
  readonly rowCount: number;
  readonly rowsHash: Buffer;
  readonly rowMarks: Buffer;
  readonly previousHash: Buffer;
  readonly keyId: string;
  /** Whole milliseconds. */
  readonly sealedAt: Date;
}

export function hashSeal(seal: SealBody): Buffer {
  return createHash('sha256')
    .update(
      lengthPrefixed([
        `krom-audit-seal-${sealForm}`,
        String(seal.batch),
        seal.fromTxid,
        seal.toTxid,
        String(seal.rowCount),
        seal.rowsHash.toString('hex'),
        createHash('sha256').update(seal.rowMarks).digest('hex'),
        seal.previousHash.toString('hex'),
        seal.keyId,
        seal.sealedAt.toISOString(),
      ]),
    )
    .digest();
}
