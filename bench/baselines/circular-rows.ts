// The baseline of a circular: the rows that one left, inserted as they are by plain statements in one transaction. They
// lie ready in tables of the database, so that not even their way over the wire is counted.
import type pg from 'pg';

/** Tables of which a circular leaves rows that can be copied, with the columns that are worked out or made new. */
const copied = [
  { table: 'correspondence.letter', key: 'id', made: ['id', 'restricted', 'register_entry_id', 'reference', 'verification_token'] },
  { table: 'correspondence.letter_body', key: 'letter_id', made: ['letter_id'] },
  { table: 'correspondence.letter_addressee', key: 'letter_id', made: ['letter_id'] },
  { table: 'correspondence.letter_recipient', key: 'letter_id', made: ['letter_id'] },
] as const;

const registerMade = ['id', 'number', 'reference', 'subject_id', 'href'];
const auditMade = ['id', 'txid', 'subject_id'];

export interface CircularRows {
  /** Inserts everything once, over this connection, in the actor's transaction. Resolves with the id of the letter. */
  insert(client: pg.ClientBase, begin: string): Promise<number>;
}

const bench = (table: string) => `bench.${table.replace('.', '_')}`;

/** Copies the rows that letter `id` left into tables of their own and makes the statements that insert them anew. */
export async function circularRows(owner: pg.Pool, id: number): Promise<CircularRows> {
  const columns = async (table: string, made: readonly string[]) => {
    const { rows } = await owner.query<{ name: string }>(`select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and not attname = any($2)
        and has_column_privilege('krom_app', attrelid, attnum, 'insert')`, [table, made]);
    return rows.map((row) => `"${row.name}"`).join(', ');
  };
  const keep = (table: string, where: string) => owner.query(`create table ${bench(table)} as select * from ${table} where ${where}`);
  await owner.query('create schema bench');
  for (const { table, key } of copied) await keep(table, `${key} = ${id}`);
  await keep('correspondence.register_entry', `subject_type = 'correspondence.letter' and subject_id = ${id}`);
  await keep('platform.audit', `subject_type = 'correspondence.letter' and subject_id = ${id}`);
  await owner.query(`grant usage on schema bench to krom_app; grant select on all tables in schema bench to krom_app;
    grant usage on sequence correspondence.letter_id_seq to krom_app; analyze`);
  const { rows } = await owner.query<{ unit: number; book: string; year: number; prefix: string }>(
    `select owner_unit_id as unit, book, year, substring(reference from '^(.*?)[0-9]+$') as prefix from bench.correspondence_register_entry`,
  );
  const { unit, book, year, prefix } = rows[0] as { unit: number; book: string; year: number; prefix: string };

  const [letter, body, addressee, recipient] = await Promise.all(copied.map(({ table, made }) => columns(table, made)));
  const entry = await columns('correspondence.register_entry', registerMade);
  const audit = await columns('platform.audit', auditMade);
  const counter = `update correspondence.counter set last_number = last_number + 1 where owner_unit_id = $1 and book = $2 and year = $3 returning last_number as number`;
  const insertEntry = `insert into correspondence.register_entry (number, reference, subject_id, href, ${entry})
    select $1::int, $2 || $1::int, $3::bigint, '/letters/' || $3::bigint, ${entry} from bench.correspondence_register_entry returning id`;
  const insertLetter = `insert into correspondence.letter (id, register_entry_id, reference, verification_token, ${letter})
    overriding system value select $1::bigint, $2::bigint, $3, md5($1::text), ${letter} from bench.correspondence_letter`;
  const others = [
    `insert into correspondence.letter_body (letter_id, ${body}) select $1::bigint, ${body} from bench.correspondence_letter_body`,
    `insert into correspondence.letter_recipient (letter_id, ${recipient}) select $1::bigint, ${recipient} from bench.correspondence_letter_recipient`,
    `insert into platform.audit (subject_id, ${audit}) select $1::bigint, ${audit} from bench.platform_audit`,
    `select platform.enqueue('correspondence.store-letter-file', jsonb_build_object('letterId', $1::bigint), now(), 25, null, null)`,
    `select platform.enqueue('correspondence.announce-letter', jsonb_build_object('letterId', $1::bigint, 'what', 'issued'), now(), 25, null, null)`,
  ];
  // An issued letter takes no addressee under the policies of the application: said as a system actor, like the rest.
  const insertAddressee = `insert into correspondence.letter_addressee (letter_id, ${addressee}) select $1::bigint, ${addressee} from bench.correspondence_letter_addressee`;

  return {
    async insert(client, begin) {
      await client.query(begin);
      const { rows: ids } = await client.query<{ id: string }>({ name: 'bench-id', text: `select nextval('correspondence.letter_id_seq') as id` });
      const letterId = Number(ids[0]?.id);
      const { rows: taken } = await client.query<{ number: number }>({ name: 'bench-counter', text: counter, values: [unit, book, year] });
      const number = taken[0]?.number;
      const { rows: entries } = await client.query<{ id: number }>({ name: 'bench-entry', text: insertEntry, values: [number, prefix, letterId] });
      await client.query({ name: 'bench-letter', text: insertLetter, values: [letterId, entries[0]?.id, `${prefix}${number}`] });
      for (const [n, text] of [insertAddressee, ...others].entries()) await client.query({ name: `bench-other-${n}`, text, values: [letterId] });
      await client.query('commit');
      return letterId;
    },
  };
}
