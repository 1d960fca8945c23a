import type pg from 'pg';

/** A table as a backup sees it: what is copied, and the order that makes its content comparable. */
export interface TableShape {
  /** `schema.table`. */
  readonly name: string;
  /** Columns that hold content; generated ones are worked out again. */
  readonly columns: readonly string[];
  /** What the rows are ordered by, as SQL: the primary key, or the text of all columns where there is none. */
  readonly order: readonly string[];
}

export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Kept by the migrations themselves, with the moment at which each ran: the manifest names them instead. */
const madeByMigrations = ['public.krom_migration', 'graphile_worker.migrations'];

const ownSchemas = `n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_toast%' and n.nspname not like 'pg\\_temp%'`;

/** `schema.table` as SQL takes it. */
export function quoted(name: string): string {
  const dot = name.indexOf('.');
  return [name.slice(0, dot), name.slice(dot + 1)].map(quotedColumn).join('.');
}

export const quotedColumn = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Every table with content, by name. Read from the catalogue, so that a new module is in the backup without being told. */
export async function readTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; order: string[] | null }>(
    `select n.nspname || '.' || c.relname as name,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       (select array_agg(format('%I', a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end order by k.place) from pg_index i
          cross join lateral unnest(i.indkey::int2[]) with ordinality k(attnum, place)
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) as order
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and ${ownSchemas} and n.nspname || '.' || c.relname <> all ($1)
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     order by 1`,
    [[...madeByMigrations, 'public.krom_restore']],
  );
  return rows.map(({ name, columns, order }) => ({ name, columns, order: order ?? columns.map((column) => `${quotedColumn(column)}::text collate "C"`) }));
}

/** The content of a table as text rows, always in one order whatever server, page or language it lies in. */
export function readingOf(table: TableShape): string {
  const columns = table.columns.map(quotedColumn).join(', ');
  return `copy (select ${columns} from ${quoted(table.name)} order by ${table.order.join(', ')}) to stdout`;
}

/** How values are written as text: the same on every server that a backup may come from or go to. */
export const plainText = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 1; set bytea_output = 'hex'; set client_encoding = 'UTF8'; set statement_timeout = 0`;

/** Every foreign key: taken off while tables are filled, since some tables point at each other. */
export async function readForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select n.nspname || '.' || c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and ${ownSchemas} order by 1, 2`,
  );
  return rows;
}

export interface SequenceState {
  readonly name: string;
  readonly last: string;
  readonly called: boolean;
}

/** Where each sequence stands. */
export async function readSequences(client: pg.ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and ${ownSchemas} order by 1`,
  );
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const state = (await client.query<{ last: string; called: boolean }>(`select last_value::text as last, is_called as called from ${quoted(name)}`)).rows[0];
    if (state) states.push({ name, ...state });
  }
  return states;
}

/** Migrations that made this database; empty where none has run. */
export async function readRanMigrations(client: pg.ClientBase): Promise<{ name: string; hash: string }[]> {
  const there = await client.query<{ there: boolean }>(`select to_regclass('public.krom_migration') is not null as there`);
  if (!there.rows[0]?.there) return [];
  return (await client.query<{ name: string; hash: string }>('select name, hash from public.krom_migration order by name')).rows;
}

/** Schemas and tables that somebody else or an earlier try left in a database; empty in a fresh one. */
export async function foundIn(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'S', 'v', 'm') and ${ownSchemas} and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1`,
  );
  return rows.map(({ name }) => name);
}
