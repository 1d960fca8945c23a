import { openSnapshot, printFiles, printTables } from './fingerprint.ts';
import type { BackupManifest } from './manifest.ts';
import { listContents } from './stored-files.ts';

/** What a restored place holds against what the backup says. */
export interface Comparison {
  /** True when nothing differs. */
  readonly equal: boolean;
  readonly tables: number;
  readonly rows: number;
  /** Tables whose content is another, lacking or too many. */
  readonly different: readonly string[];
  /** Tables that changed while a physical backup was made: of those only the server's own hashes can speak. */
  readonly changing: readonly string[];
  readonly files: number;
  readonly filesEqual: boolean;
  /** Contents that a record names and the store does not have: they were missing in the house itself. */
  readonly missing: number;
}

/** Records of files whose content is not in the store. */
async function countMissing(ownerUrl: string, folder: string): Promise<number> {
  const there = new Set<string>();
  for await (const { hash } of listContents(folder)) there.add(hash);
  const client = await openSnapshot(ownerUrl);
  try {
    const { rows } = await client.query<{ hash: string }>('select distinct hash from platform.file');
    return rows.filter(({ hash }) => !there.has(hash)).length;
  } finally {
    await client.end();
  }
}

/** Compares by hash, table by table and the file store as a whole. */
export async function compareWith(manifest: BackupManifest, ownerUrl: string, filesFolder: string): Promise<Comparison> {
  const here = new Map((await printTables(ownerUrl)).map((table) => [table.name, table]));
  const files = await printFiles(filesFolder);
  const told = new Map(manifest.tables.map((table) => [table.name, table]));
  const changing = manifest.tables.filter(({ exact }) => !exact).map(({ name }) => name);
  const different = [
    ...manifest.tables.filter(({ name, exact, hash }) => here.get(name) === undefined || (exact && here.get(name)?.hash !== hash)).map(({ name }) => name),
    ...[...here.keys()].filter((name) => !told.has(name)),
  ];
  const filesEqual = files.hash === manifest.files.hash && files.count === manifest.files.count;
  return {
    equal: different.length === 0 && filesEqual,
    tables: here.size,
    rows: [...here.values()].reduce((sum, { rows }) => sum + rows, 0),
    different,
    changing,
    files: files.count,
    filesEqual,
    missing: await countMissing(ownerUrl, filesFolder),
  };
}
