import type pg from 'pg';

/** Exact rows of every table of the house. */
async function rowCounts(owner: pg.Pool): Promise<Map<string, number>> {
  const { rows } = await owner.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'bench')`,
  );
  const counts = await owner.query<Record<string, string>>(`select ${rows.map(({ name }) => `(select count(*) from ${name}) as "${name}"`).join(', ')}`);
  return new Map(Object.entries(counts.rows[0] ?? {}).map(([name, n]) => [name, Number(n)]));
}

/** The tables in which `work` left rows, and how many. */
export async function rowsLeft(owner: pg.Pool, work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await rowCounts(owner);
  await work();
  const after = await rowCounts(owner);
  return Object.fromEntries([...after].map(([name, n]) => [name, n - (before.get(name) ?? 0)] as const).filter(([, n]) => n !== 0));
}
