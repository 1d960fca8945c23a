import pg from 'pg';
import { migrate, readMigrations } from '../platform/db/migrate.ts';
import { fail, ok, type Result } from '../platform/result.ts';
import { plainText, quoted, quotedColumn, readForeignKeys, readTables, type ForeignKey } from './catalog.ts';
import { copyIn } from './copy.ts';
import type { BackupManifest } from './manifest.ts';

/** Fills an empty database in one transaction: the tables are there whole or not at all. */
export class Loader {
  readonly #client: pg.Client;
  readonly #manifest: BackupManifest;
  readonly #keys: readonly ForeignKey[];
  readonly #byPrefix: ReadonlyMap<string, BackupManifest['tables'][number]>;
  readonly #loaded = new Set<string>();

  private constructor(client: pg.Client, manifest: BackupManifest, keys: readonly ForeignKey[]) {
    this.#client = client;
    this.#manifest = manifest;
    this.#keys = keys;
    this.#byPrefix = new Map(manifest.tables.flatMap((table) => (table.prefix ? [[table.prefix, table]] : [])));
  }

  /**
   * Makes the schema by the migrations that the backup's database had run, and no later ones: the next start runs those
   * over the data. Then opens the transaction: no foreign keys, no triggers, every table empty.
   */
  static async begin(ownerUrl: string, manifest: BackupManifest): Promise<Result<Loader, 'SCHEMA_DIFFERS'>> {
    const ran = new Set(manifest.migrations.map(({ name }) => name));
    await migrate(ownerUrl, readMigrations().filter(({ name }) => ran.has(name)));
    const client = new pg.Client({ connectionString: ownerUrl });
    client.on('error', () => {});
    await client.connect();
    try {
      await client.query(plainText);
      const queue = (await client.query<{ version: number }>('select max(id) as version from graphile_worker.migrations')).rows[0]?.version;
      const tables = new Map((await readTables(client)).map((table) => [table.name, table]));
      const missing = manifest.tables.filter(({ name, columns }) => {
        const here = tables.get(name);
        return !here || (columns ?? []).some((column) => !here.columns.includes(column));
      });
      if (missing.length > 0 || queue !== manifest.queueVersion) {
        await client.end();
        return fail('SCHEMA_DIFFERS', {
          th: `โครงสร้างฐานข้อมูลของรุ่นนี้ต่างจากตอนที่สำรอง (${missing[0]?.name ?? 'คิวงาน'}) กู้คืนด้วยรุ่น ${manifest.krom} ซึ่งเป็นรุ่นที่สำรอง แล้วจึงปรับเป็นรุ่นนี้`,
          en: `The tables of this version are not those of the backup (${missing[0]?.name ?? 'the queue'}). Restore with version ${manifest.krom}, which made it, then upgrade`,
        });
      }
      const keys = await readForeignKeys(client);
      await client.query('begin');
      for (const { table, name } of keys) await client.query(`alter table ${quoted(table)} drop constraint ${quotedColumn(name)}`);
      for (const name of tables.keys()) await client.query(`alter table ${quoted(name)} disable trigger user`);
      await client.query(`truncate ${[...tables.keys()].map(quoted).join(', ')}`);
      return ok(new Loader(client, manifest, keys));
    } catch (error) {
      await client.end();
      throw error;
    }
  }

  /** Takes a part of the backup when it is a table's; false when it is not. */
  async take(part: string, content: AsyncIterable<Buffer>): Promise<boolean> {
    const table = this.#byPrefix.get(part);
    if (!table) return false;
    const columns = (table.columns ?? []).map(quotedColumn).join(', ');
    await copyIn(this.#client, `copy ${quoted(table.name)} (${columns}) from stdin`, content);
    this.#loaded.add(table.name);
    return true;
  }

  /** Sequences, keys and triggers as they were; then the transaction numbers go on where the backup's server was. */
  async finish(tell: (done: number, total: number) => void): Promise<void> {
    const left = this.#manifest.tables.filter(({ name }) => !this.#loaded.has(name));
    if (left.length > 0) throw new Error(`The backup lacks the rows of ${left[0]?.name}`);
    for (const { name, last, called } of this.#manifest.sequences) {
      await this.#client.query(`select setval(to_regclass($1), $2::bigint, $3) where to_regclass($1) is not null`, [quoted(name), last, called]);
    }
    for (const { table, name, definition } of this.#keys) await this.#client.query(`alter table ${quoted(table)} add constraint ${quotedColumn(name)} ${definition}`);
    for (const { name } of await readTables(this.#client)) await this.#client.query(`alter table ${quoted(name)} enable trigger user`);
    await this.#client.query('commit');
    await this.#client.query('analyze');
    await passNumbers(this.#client, BigInt(this.#manifest.nextXid), tell);
    await this.#client.end();
  }

  async abandon(): Promise<void> {
    await this.#client.end().catch(() => {});
  }
}

const step = 500_000n;

/**
 * Lets transaction numbers go by until they are beyond those of the backup's server: the seals of the audit log are
 * ordered by them, and a number that came twice would look as if a sealed row had been put in. About 400,000 a second.
 */
async function passNumbers(client: pg.ClientBase, wanted: bigint, tell: (done: number, total: number) => void): Promise<void> {
  await client.query('set synchronous_commit = off');
  let first: bigint | undefined;
  for (;;) {
    const { rows } = await client.query<{ next: string }>('select pg_snapshot_xmax(pg_current_snapshot())::text as next');
    const next = BigInt(rows[0]?.next ?? '0');
    first ??= next;
    if (next >= wanted) return;
    tell(Number(next - first), Number(wanted - first));
    const count = wanted - next < step ? wanted - next : step;
    await client.query(`do $$ begin for i in 1..${count} loop perform pg_current_xact_id(); commit; end loop; end $$`);
  }
}
