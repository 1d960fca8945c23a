// What must be in the database after the kill test, read as its owner.
import type pg from 'pg';
import { count, type Ledger, type Tally } from './kill-people.ts';

/** Whoever can be asked as the owner of the database. */
export type Asks = Pick<pg.ClientBase, 'query'> | Pick<pg.Pool, 'query'>;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** How long jobs of a killed worker and the sealing of the log are waited for. */
const patienceMs = 180_000;

/** Waits until every job has run and every row of the trail is sealed; what does not come to that is an error. */
export async function settled(owner: Asks, ledger: Tally): Promise<{ waited_ms: number; parked: number }> {
  const started = Date.now();
  for (;;) {
    const { rows } = await owner.query<{ waiting: number; parked: number; unsealed: number }>(`select
      (select count(*)::int from graphile_worker._private_jobs where attempts < max_attempts and run_at <= now()) as waiting,
      (select count(*)::int from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null) as parked,
      (select count(*)::int from platform.audit where txid >= coalesce((select max(to_txid) from platform.audit_seal), '0'::xid8)) as unsealed`);
    const { waiting, parked, unsealed } = rows[0] as { waiting: number; parked: number; unsealed: number };
    const late = Date.now() - started > patienceMs;
    if ((waiting === 0 && unsealed === 0) || late) {
      if (waiting > 0) count(ledger.errors, 'job never run', waiting);
      if (unsealed > 0) count(ledger.errors, 'trail never sealed', unsealed);
      if (parked > 0) count(ledger.errors, 'job parked', parked);
      return { waited_ms: Date.now() - started, parked };
    }
    await pause(250);
  }
}

/** Compares the database with what people were told, and counts each difference by its kind in the ledger. */
export async function checkLedger(owner: Asks, ledger: Ledger): Promise<void> {
  await checkCirculars(owner, ledger);
  await checkAcknowledgements(owner, ledger);
  await checkCertification(owner, ledger);
  await checkRegister(owner, ledger);
}

/** Rows of the trail of one action by the record they are about. */
export async function trail(owner: Asks, action: string): Promise<Map<number, number>> {
  const { rows } = await owner.query<{ id: number; n: number }>('select subject_id::int as id, count(*)::int as n from platform.audit where action = $1 group by 1', [action]);
  return new Map(rows.map((row) => [row.id, row.n]));
}

/** Counts what should be there once and is not. */
export const lostOrDoubled = (ledger: Tally, what: string, n: number | undefined) => {
  if (n === undefined || n === 0) count(ledger.errors, `${what} lost`);
  else if (n > 1) count(ledger.errors, `${what} doubled`, n - 1);
};

async function checkCirculars(owner: Asks, ledger: Ledger): Promise<void> {
  const { rows } = await owner.query<{ id: number; subject: string; state: string; numbered: boolean; filed: boolean; recipients: number; counted: number; told: number; twice: number }>(`
    select l.id::int, l.subject, l.state, e.id is not null as numbered, l.file_hash is not null as filed, l.recipient_count as counted,
      (select count(*)::int from correspondence.letter_recipient r where r.letter_id = l.id) as recipients,
      (select count(*)::int from platform.notification n where n.href = '/letters/' || l.id) as told,
      (select count(*)::int from (select 1 from platform.notification n where n.href = '/letters/' || l.id group by person_id having count(*) > 1) d) as twice
    from correspondence.letter l left join correspondence.register_entry e on e.id = l.register_entry_id and e.subject_id = l.id and e.reference = l.reference
    where l.subject like 'ขอแจ้งเรื่องที่ %'`);
  const bySubject = Map.groupBy(rows, (row) => row.subject);
  const issued = await trail(owner, 'correspondence.circular-issued');
  const drafted = await trail(owner, 'correspondence.draft-written');
  const filed = await trail(owner, 'correspondence.letter-file-stored');
  for (const { subject, letterId } of ledger.circulars) {
    const found = bySubject.get(subject) ?? [];
    lostOrDoubled(ledger, 'circular', found.length);
    bySubject.delete(subject);
    const row = found.find((one) => one.id === letterId);
    if (!row) continue;
    if (row.state !== 'issued' || !row.numbered) count(ledger.errors, 'circular without its number');
    if (row.recipients !== row.counted) count(ledger.errors, 'circular with other recipients');
    lostOrDoubled(ledger, 'trail of a circular', issued.get(letterId));
    lostOrDoubled(ledger, 'trail of a draft', drafted.get(letterId));
    lostOrDoubled(ledger, 'file of a circular', row.filed ? filed.get(letterId) : 0);
    if (row.told === 0) count(ledger.errors, 'nobody told of a circular');
    if (row.twice > 0) count(ledger.errors, 'people told twice of a circular', row.twice);
  }
  for (const left of bySubject.values()) count(ledger.errors, `${left[0]?.state === 'draft' ? 'draft' : 'circular'} that nobody was told of`, left.length);
}

async function checkAcknowledgements(owner: Asks, ledger: Ledger): Promise<void> {
  const { rows } = await owner.query<{ key: string; n: number }>(`
    select r.letter_id || ' ' || a.text as key, (select count(*)::int from platform.audit t where t.action = 'correspondence.letter-acknowledged'
        and t.subject_id = r.letter_id and t.detail->'for' @> to_jsonb(r.recipient_id)) as n
    from correspondence.letter_recipient r join correspondence.letter l on l.id = r.letter_id
    join organisation.unit_abbreviation a on a.unit_id = r.recipient_id and a.kind = 'preferred'
    where l.subject like 'ขอแจ้งเรื่องที่ %' and r.acknowledged_at is not null`);
  const found = new Map(rows.map((row) => [row.key, row.n]));
  for (const { letterId, unit } of ledger.acknowledged) {
    const key = `${letterId} ${unit}`;
    if (found.has(key)) lostOrDoubled(ledger, 'trail of an acknowledgement', found.get(key));
    else count(ledger.errors, 'acknowledgement lost');
    found.delete(key);
  }
  if (found.size > 0) count(ledger.errors, 'acknowledgement that nobody was told of', found.size);
}

async function checkCertification(owner: Asks, ledger: Ledger): Promise<void> {
  const { rows: memos } = await owner.query<{ content: string; circulations: number }>(`
    select b.content::text as content, (select count(*)::int from meetings.circulation c where c.letter_id = l.id) as circulations
    from correspondence.letter l join correspondence.letter_body b on b.letter_id = l.id
    join correspondence.register_entry e on e.id = l.register_entry_id where b.content::text like '%รอบที่ %'`);
  const told = new Set(ledger.circulations.map((one) => one.remark));
  for (const remark of told) {
    const found = memos.filter((memo) => memo.content.includes(remark));
    lostOrDoubled(ledger, 'circulated memo', found.length);
    if (found.some((memo) => memo.circulations !== 1)) count(ledger.errors, 'memo without its circulation');
  }
  if (memos.length > told.size) count(ledger.errors, 'circulation that nobody was told of', memos.length - told.size);
  const circulated = await trail(owner, 'meetings.minutes-circulated');
  const withdrawn = await trail(owner, 'meetings.circulation-withdrawn');
  const meetingId = ledger.circulations[0]?.meetingId ?? 0;
  if ((circulated.get(meetingId) ?? 0) !== told.size) count(ledger.errors, 'trail of circulations differs');
  if ((withdrawn.get(meetingId) ?? 0) !== ledger.recalls.length) count(ledger.errors, 'trail of recalls differs');

  const { rows: answers } = await owner.query<{ id: number; remarks: string }>(`select id, remarks from meetings.circulation_answer where answered_at is not null and remarks like 'รอบที่ %'`);
  const answered = await trail(owner, 'meetings.minutes-answered');
  for (const { answerId, remark } of ledger.answers) {
    if (answers.some((one) => one.id === answerId && one.remarks === remark)) lostOrDoubled(ledger, 'trail of an answer', answered.get(answerId));
    else count(ledger.errors, 'answer on minutes lost');
  }
  if (answers.length > ledger.answers.length) count(ledger.errors, 'answer that nobody was told of', answers.length - ledger.answers.length);
  const { rows: recalls } = await owner.query<{ reason: string }>(`select withdrawn_reason as reason from meetings.circulation where withdrawn_reason like 'รอบที่ %'`);
  for (const { reason } of ledger.recalls) lostOrDoubled(ledger, 'recall', recalls.filter((one) => one.reason === reason).length);
}

/** Every series: no gap but those of a recorded start, no double, the counter at the last number, no number without its record. */
export async function checkRegister(owner: Asks, ledger: Tally): Promise<void> {
  const { rows } = await owner.query<{ gaps: number; doubles: number; counters: number; orphans: number }>(`
    with numbered as (
      select owner_unit_id, book, year, number, lag(number) over (partition by owner_unit_id, book, year order by number) as before from correspondence.register_entry
    ), last as (
      select owner_unit_id, book, year, max(number) as number from correspondence.register_entry group by 1, 2, 3
    )
    select (select count(*)::int from numbered n where before is not null and number > before + 1 and not exists (
        select 1 from correspondence.series_start s where s.owner_unit_id = n.owner_unit_id and s.book = n.book and s.year = n.year and s.next_number = n.number)) as gaps,
      (select count(*)::int from numbered where number = before) as doubles,
      (select count(*)::int from correspondence.counter c join last l using (owner_unit_id, book, year) where c.last_number <> l.number) as counters,
      (select count(*)::int from correspondence.register_entry e where e.subject_type = 'correspondence.letter'
        and not exists (select 1 from correspondence.letter l where l.id = e.subject_id and l.register_entry_id = e.id)) as orphans`);
  const found = rows[0] as { gaps: number; doubles: number; counters: number; orphans: number };
  if (found.gaps > 0) count(ledger.errors, 'gap in a register', found.gaps);
  if (found.doubles > 0) count(ledger.errors, 'double in a register', found.doubles);
  if (found.counters > 0) count(ledger.errors, 'counter differs from its register', found.counters);
  if (found.orphans > 0) count(ledger.errors, 'number without its record', found.orphans);
}
