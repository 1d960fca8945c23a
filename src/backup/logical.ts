import { PassThrough } from 'node:stream';
import { once } from 'node:events';
import type pg from 'pg';
import type { ArchiveWriter } from './archive-writer.ts';
import { readTables } from './catalog.ts';
import { printTable } from './fingerprint.ts';
import type { BackupManifest } from './manifest.ts';

const tablePrefix = (name: string) => `database/${name}.copy.zst`;

/**
 * Every table of a snapshot as COPY text, ordered by its key, so that the hash of what is written is the hash of the
 * content. Goes into a server of any version.
 * @param client inside its snapshot
 */
export async function writeTables(writer: ArchiveWriter, client: pg.ClientBase, tell: (table: string) => void): Promise<BackupManifest['tables']> {
  const tables: BackupManifest['tables'] = [];
  for (const table of await readTables(client)) {
    tell(table.name);
    const prefix = tablePrefix(table.name);
    const through = new PassThrough({ highWaterMark: 1024 * 1024 });
    const laid = writer.stream(prefix, through);
    laid.catch((error: unknown) => through.destroy(error as Error));
    const print = await printTable(client, table, async (bytes) => {
      if (!through.write(bytes)) await Promise.race([once(through, 'drain'), laid]);
    }).finally(() => through.end());
    await laid;
    tables.push({ ...print, exact: true, columns: [...table.columns], prefix });
  }
  return tables;
}
