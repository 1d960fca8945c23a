import { createHash } from 'node:crypto';
import pg from 'pg';
import { plainText, readingOf, readTables, type TableShape } from './catalog.ts';
import { copyOut } from './copy.ts';
import { listContents } from './stored-files.ts';

/** Content by hash: two houses hold the same if and only if these agree. */
export interface TablePrint {
  readonly name: string;
  readonly rows: number;
  /** SHA-256 of the rows in the order of their key, as COPY writes them. */
  readonly hash: string;
}

export interface FilesPrint {
  readonly count: number;
  readonly bytes: number;
  /** SHA-256 over name and size of each content in order; a name is the content's own SHA-256. */
  readonly hash: string;
}

export interface Fingerprint {
  readonly tables: readonly TablePrint[];
  readonly files: FilesPrint;
  /** One hash for all. */
  readonly whole: string;
}

/** A client that writes values the same way everywhere, in one consistent snapshot of its own. */
export async function openSnapshot(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(plainText);
    await client.query('begin isolation level repeatable read read only');
    await client.query('select 1');
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** Hash and count of one table in the client's snapshot; `also` sees the rows as they go by. */
export async function printTable(client: pg.ClientBase, table: TableShape, also?: (bytes: Buffer) => Promise<void>): Promise<TablePrint> {
  const hash = createHash('sha256');
  let rows = 0;
  await copyOut(client, readingOf(table), async (bytes, messages) => {
    hash.update(bytes);
    rows += messages;
    await also?.(bytes);
  });
  return { name: table.name, rows, hash: hash.digest('hex') };
}

/** Hashes of all tables in one snapshot. The owner's address: the application does not see everything. */
export async function printTables(ownerUrl: string): Promise<TablePrint[]> {
  const client = await openSnapshot(ownerUrl);
  try {
    const prints: TablePrint[] = [];
    for (const table of await readTables(client)) prints.push(await printTable(client, table));
    return prints;
  } finally {
    await client.end();
  }
}

/** Adds contents up in the order of their hashes. */
export class FilesHash {
  readonly #hash = createHash('sha256');
  count = 0;
  #bytes = 0;

  add({ hash, size }: { hash: string; size: number }): void {
    this.#hash.update(`${hash} ${size}\n`);
    this.count += 1;
    this.#bytes += size;
  }
  print(): FilesPrint {
    return { count: this.count, bytes: this.#bytes, hash: this.#hash.copy().digest('hex') };
  }
}

/** Count, size and hash of the file store in a folder. */
export async function printFiles(folder: string): Promise<FilesPrint> {
  const files = new FilesHash();
  for await (const content of listContents(folder)) files.add(content);
  return files.print();
}

export function wholeOf(tables: readonly TablePrint[], files: FilesPrint): string {
  const hash = createHash('sha256');
  for (const table of tables) hash.update(`${table.name} ${table.rows} ${table.hash}\n`);
  return hash.update(`files ${files.hash}\n`).digest('hex');
}

export async function readFingerprint(ownerUrl: string, filesFolder: string): Promise<Fingerprint> {
  const tables = await printTables(ownerUrl);
  const files = await printFiles(filesFolder);
  return { tables, files, whole: wholeOf(tables, files) };
}
