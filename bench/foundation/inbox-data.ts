import type pg from 'pg';

/** How much the demo database is enlarged by: a department of about 60 units after two years. */
export const volume = { letters: 20_000, recipientsPerLetter: 5, tasks: 5_000, notifications: 20_000 } as const;
export type Volume = { readonly [name in keyof typeof volume]: number };

const usual: Volume = volume;

/** Letters that wait for the actor's unit, and tasks that do: together more than a page of 50. */
const waiting = { letters: 64, tasks: 21 } as const;

/** Units that write to each other, and the people behind them. */
const units = `
  select n.unit_id as id, n.th as name, coalesce(a.text, n.th) as short, (row_number() over (order by n.unit_id))::int - 1 as ordinal,
    count(*) over ()::int as units
  from organisation.unit u join organisation.unit_name n on n.unit_id = u.id
  left join organisation.unit_abbreviation a on a.unit_id = u.id and a.kind = 'preferred'
  where u.kind <> 'department'`;

/**
 * Letters with their register rows, words and recipients. Old ones are acknowledged; of each unit's newest few are not,
 * and of those to `unitId` the newest 64. Written by the owner in a handful of statements, then analysed.
 */
export async function enlarge(owner: pg.Pool, unitId: number, personId: number, volume: Volume = usual): Promise<void> {
  await owner.query(`create temp table bench_unit as ${units}`);
  await owner.query(`create unlogged table bench_letter as
    select nextval(pg_get_serial_sequence('correspondence.letter', 'id')) as id, g.n, u.id as unit_id, u.name, u.short,
      timestamptz '2020-11-03 08:00+07' - (${volume.letters} - g.n) * interval '22 minutes' as at
    from generate_series(1, ${volume.letters}) as g (n) join bench_unit u on u.ordinal = (g.n * 7919) % u.units`);
  await owner.query(`with entry as (
      insert into correspondence.register_entry (owner_unit_id, book, year, number, reference, circular, letter_date, from_text, to_text, subject,
        subject_type, subject_id, href, registered_at, registered_by, registered_by_name)
      select unit_id, 'outgoing', 2562, 100000 + n, 'นร 0200/ว ' || n, true, at::date, short, 'หน่วยงานตามรายชื่อ', 'เรื่องที่ ' || n, 'correspondence.letter', id,
        '/letters/' || id, at, 0, 'ข้อมูลทดสอบ' from bench_letter returning id as entry_id, subject_id
    )
    insert into correspondence.letter (id, kind, sub_kind, circular, book, owner_unit_id, state, urgency, subject, from_text, to_text, letter_date, respond_by,
      signer_position_id, signer_person_id, signer_name, signer_title, signer_authority, signed_how, drafted_by, drafted_by_name, drafted_at, changed_at,
      register_entry_id, reference, issued_at, issued_by, issued_by_name, recipient_count, verification_token)
    overriding system value
    select l.id, 'internal', 'memo', true, 'outgoing', l.unit_id, 'issued', case when l.n % 9 = 0 then 'urgent' else 'ordinary' end,
      'ขอเชิญประชุมซักซ้อมการจัดทำแผนปฏิบัติการและรายงานผลการดำเนินงาน ครั้งที่ ' || l.n || '/2563', l.name || ' โทร. ๐ ๒๖๑๘ ๒๓๒๓', 'หัวหน้าหน่วยงานตามรายชื่อ',
      l.at::date, case when l.n % 3 = 0 then l.at::date + 14 end, 0, 0, 'นางสาวทดสอบ วัดผล', 'ผู้อำนวยการ' || l.name, '{"kind":"own"}', 'in-krom', 0, 'ข้อมูลทดสอบ', l.at, l.at,
      e.entry_id, 'นร 0200/ว ' || l.n, l.at, 0, 'ข้อมูลทดสอบ', ${volume.recipientsPerLetter}, md5('bench' || l.id)
    from bench_letter l join entry e on e.subject_id = l.id`);
  await owner.query(`insert into correspondence.letter_recipient (letter_id, recipient_id, recipient_kind, label, owner_unit_id, delivered_at, circular_year)
    select distinct on (l.id, u.id) l.id, u.id, 'unit', u.short, l.unit_id, l.at, extract(year from l.at::date)::int + 543
    from bench_letter l cross join generate_series(1, ${volume.recipientsPerLetter}) k join bench_unit u
      on case when k = 1 and l.n % 4 = 0 then u.id = ${unitId} else u.ordinal = (l.n * 31 + k * 17) % u.units end`);
  await owner.query(`alter table correspondence.letter_recipient disable trigger user;
    with late as (
      select letter_id, recipient_id, row_number() over (partition by recipient_id order by letter_id desc) as age from correspondence.letter_recipient
    )
    update correspondence.letter_recipient r set acknowledged_at = delivered_at + interval '1 day', acknowledged_by = 0, acknowledged_by_name = 'ข้อมูลทดสอบ',
      first_opened_at = coalesce(first_opened_at, delivered_at + interval '1 day'), first_opened_by = coalesce(first_opened_by, 0),
      first_opened_by_name = coalesce(first_opened_by_name, 'ข้อมูลทดสอบ')
    from late where late.letter_id = r.letter_id and late.recipient_id = r.recipient_id and acknowledged_at is null
      and age > case when r.recipient_id = ${unitId} then ${waiting.letters} else 20 end;
    alter table correspondence.letter_recipient enable trigger user`);
  await owner.query(`alter table correspondence.letter disable trigger user;
    update correspondence.letter l set readers = r.ids
    from (select letter_id, array_agg(recipient_id) as ids from correspondence.letter_recipient group by letter_id) r join bench_letter b on b.id = r.letter_id where l.id = b.id;
    alter table correspondence.letter enable trigger user;
    insert into correspondence.letter_body (letter_id, owner_unit_id, readers, content)
    select b.id, b.unit_id, l.readers, jsonb_build_object('paragraphs', jsonb_build_array(
      'ด้วย' || b.name || 'กำหนดจัดประชุมซักซ้อมการจัดทำแผนปฏิบัติการและรายงานผลการดำเนินงานประจำปีงบประมาณ พ.ศ. 2564 ครั้งที่ ' || b.n || ' ณ ห้องประชุม 211 ชั้น 2',
      'ในการนี้ ขอให้หน่วยงานจัดเตรียมข้อมูลผลการดำเนินงานย้อนหลัง 3 ปี พร้อมปัญหาและอุปสรรค และมอบหมายผู้แทนเข้าร่วมประชุมในวันและเวลาดังกล่าว',
      'จึงเรียนมาเพื่อโปรดพิจารณา และแจ้งผู้ที่เกี่ยวข้องเข้าร่วมประชุมด้วย จะขอบคุณยิ่ง'))
    from bench_letter b join correspondence.letter l on l.id = b.id`);
  await owner.query(`create unlogged table bench_task as
    select nextval(pg_get_serial_sequence('assignments.task', 'id')) as id, g.n, u.id as unit_id, f.id as follow_id
    from generate_series(1, ${volume.tasks}) as g (n)
    join bench_unit f on f.ordinal = g.n % 9 and f.id <> ${unitId}
    join bench_unit u on case when g.n <= ${waiting.tasks} then u.id = ${unitId} else u.ordinal = (g.n * 13) % u.units end;
    insert into assignments.task (id, title, state, assigned_on, due_on, source_type, source_reference, source_href, follow_up_unit_id, readers, created_at, reported_at, closed_at)
    overriding system value
    select id, 'จัดทำข้อมูลประกอบตัวชี้วัดและรายงานความก้าวหน้าต่อคณะทำงาน รายการที่ ' || n, s.state, date '2020-10-26', date '2020-11-02' + n % 40, 'bench', 'มติที่ประชุม ครั้งที่ ๑/๒๕๖๓', '',
      follow_id, array[unit_id, follow_id], timestamptz '2020-10-26 09:00+07' + n * interval '1 second', case when s.state <> 'open' then timestamptz '2020-10-30 09:00+07' end,
      case when s.state = 'closed' then timestamptz '2020-11-01 09:00+07' end
    from bench_task cross join lateral (select case when n <= ${waiting.tasks} or n % 10 < 2 then 'open' when n % 10 = 2 then 'reported' else 'closed' end as state) s;
    insert into assignments.task_party (task_id, party_id, role, added_at) select id, unit_id, 'owner', timestamptz '2020-10-26 09:00+07' from bench_task`);
  await owner.query(`insert into platform.notification (person_id, words, href, created_at, read_at)
    select case when n % 80 = 0 then ${personId} else 900000 + n % 500 end, '{"th": "มีหนังสือใหม่", "en": "A new letter"}', '/letters/1',
      timestamptz '2020-11-03 08:00+07' - n * interval '1 minute', case when n > 1000 then timestamptz '2020-11-03 08:00+07' end
    from generate_series(1, ${volume.notifications}) n`);
  await owner.query('drop table bench_letter, bench_task');
  await owner.query('vacuum analyze');
}
