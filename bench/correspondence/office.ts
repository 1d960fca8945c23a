// Units with a head and records clerks for measuring the issue of letters, and drafts that wait for their number.
import type pg from 'pg';

export const clerksAtOnce = 16;

export interface BenchUnit {
  readonly unitId: number;
  /** Position that signs. */
  readonly seatId: number;
  /** Login names of its clerks. */
  readonly clerks: readonly string[];
}

/**
 * Seventeen units that number letters, each with a head: sixteen with one clerk, and one with sixteen, who all number in
 * the same series. Accounts have the demo's password.
 */
export async function openUnits(owner: pg.Pool): Promise<{ each: BenchUnit[]; shared: BenchUnit }> {
  const { rows } = await owner.query<{ unit_id: number; seat_id: number }>(`
    select q.unit_id, q.id as seat_id from organisation.position q
    join organisation.holding h on h.position_id = q.id and h.valid_to is null
    join organisation.unit u on u.id = q.unit_id and u.kind <> 'department'
    join organisation.unit_placement l on l.unit_id = u.id and l.valid_to is null
    where q.head_of_unit and q.valid_to is null and exists (select 1 from organisation.unit_code c where c.unit_id = any(l.path))
    order by cardinality(l.path), q.unit_id limit $1`, [clerksAtOnce + 1]);
  if (rows.length <= clerksAtOnce) throw new Error(`only ${rows.length} units have a head`);
  const units = rows.map((row, at) => ({
    unitId: row.unit_id, seatId: row.seat_id,
    clerks: Array.from({ length: at === clerksAtOnce ? clerksAtOnce : 1 }, (_, n) => `bench-${at + 1}-${n + 1}`),
  }));
  await owner.query(`with given as (
      select *, nextval('platform.party_id')::int as person_id, nextval('platform.party_id')::int as seat_id
      from jsonb_to_recordset($1::jsonb) as r (unit_id int, login text)
    ), person as (
      insert into organisation.person (id, title, given, family) select person_id, 'นางสาว', 'ทดสอบ', login from given
    ), seat as (
      insert into organisation.position (id, unit_id, title_th, kind, valid_from) select seat_id, unit_id, 'เจ้าพนักงานธุรการ', 'records-clerk', date '2003-10-01' from given
    ), held as (
      insert into organisation.holding (person_id, position_id, valid_from) select person_id, seat_id, date '2016-10-01' from given
    ) insert into organisation.account (person_id, login, password_hash, must_change)
      select person_id, login, (select password_hash from organisation.account where login = 'clerk.kpr'), false from given`,
    [JSON.stringify(units.flatMap(({ unitId, clerks }) => clerks.map((login) => ({ unit_id: unitId, login }))))]);
  return { each: units.slice(0, clerksAtOnce), shared: units[clerksAtOnce] as BenchUnit };
}

/** Ids of drafts and of register rows begin here, so that they mean nothing else in a message. */
const firstId = 50_000_000;

export async function startIdsHigh(owner: pg.Pool): Promise<void> {
  await owner.query(`select setval(pg_get_serial_sequence('correspondence.letter', 'id'), ${firstId}), setval(pg_get_serial_sequence('correspondence.register_entry', 'id'), ${2 * firstId})`);
}

/** Internal letters of a page that their unit has written to three others, ready to be signed. Resolves with their ids. */
export async function layDrafts(owner: pg.Pool, unit: BenchUnit, to: readonly number[], count: number): Promise<number[]> {
  const { rows } = await owner.query<{ id: number }>(`with made as (
      insert into correspondence.letter (kind, sub_kind, book, owner_unit_id, readers, subject, from_text, from_short, to_text, signer_position_id, drafted_by, drafted_by_name, drafted_at, changed_at)
      select 'internal', 'memo', 'outgoing', $1, array[$2::int], 'ขอส่งรายงานผลการดำเนินงานตามแผนปฏิบัติราชการ ฉบับที่ ' || n, u.th || ' โทร. ๐ ๒๖๑๘ ๒๓๒๓', 'ทดสอบ',
        'ผู้อำนวยการสำนัก', $2, 0, 'ข้อมูลทดสอบ', now(), now()
      from generate_series(1, $4::int) n, organisation.unit_name u where u.unit_id = $1 and u.valid_to is null
      returning id
    ), body as (
      insert into correspondence.letter_body (letter_id, owner_unit_id, readers, content)
      select id, $1, array[$2::int], jsonb_build_object('paragraphs', jsonb_build_array(
        'ด้วยสำนักได้จัดทำรายงานผลการดำเนินงานตามแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2564 รอบ 6 เดือน เรียบร้อยแล้ว',
        'ในการนี้ จึงขอส่งรายงานดังกล่าวมาเพื่อใช้ประกอบการประเมินผลการปฏิบัติราชการของกรมต่อไป',
        'จึงเรียนมาเพื่อโปรดพิจารณา')) from made
    ), addressed as (
      insert into correspondence.letter_addressee (letter_id, ordinal, kind, target_id, label)
      select m.id, t.ordinal, 'unit', t.id, 'หน่วยงาน ' || t.ordinal from made m cross join unnest($3::int[]) with ordinality as t (id, ordinal)
    ) select id::int as id from made order by id`, [unit.unitId, unit.seatId, to, count]);
  return rows.map((row) => row.id);
}
