// What must be in the database for every number that a clerk was told, read as the owner.
import type pg from 'pg';
import { checkRegister, lostOrDoubled, trail } from '../foundation/kill-check.ts';
import { count, type Tally } from '../foundation/kill-people.ts';

/** Every act that got its answer. Subjects and reasons are each used once. */
export interface NumberLedger extends Tally {
  readonly letters: { readonly subject: string; readonly letterId: number }[];
  readonly reserved: { readonly reason: string }[];
  readonly entered: { readonly subject: string; readonly entryId: number; readonly reason: string }[];
  readonly received: { readonly subject: string; readonly receivedId: number }[];
  serial: number;
}

export const emptyNumbers = (): NumberLedger => ({ letters: [], reserved: [], entered: [], received: [], errors: new Map(), retries: new Map(), serial: 0 });
export const numbersOf = (ledger: NumberLedger) => ledger.letters.length + ledger.reserved.length + ledger.entered.length + ledger.received.length;

interface Found {
  readonly id: number;
  readonly subject: string;
  readonly good: boolean;
}

/** Each told record once and good, with one line of the trail; and none besides, but what never got so far (`unfinished`). */
async function checkEach(owner: pg.Pool, ledger: NumberLedger, what: string, told: readonly { subject: string; id: number | undefined }[], rows: readonly Found[], action: string): Promise<void> {
  const lines = await trail(owner, action);
  const bySubject = Map.groupBy(rows, (row) => row.subject);
  for (const { subject, id } of told) {
    const found = bySubject.get(subject) ?? [];
    bySubject.delete(subject);
    lostOrDoubled(ledger, what, found.length);
    const row = found[0];
    if (!row) continue;
    if (!row.good || (id !== undefined && row.id !== id)) count(ledger.errors, `${what} is not whole`);
    lostOrDoubled(ledger, `trail of ${what}`, lines.get(row.id));
  }
  if (bySubject.size > 0) count(ledger.errors, `${what} that nobody was told of`, bySubject.size);
}

export async function checkNumbers(owner: pg.Pool, ledger: NumberLedger): Promise<void> {
  const ask = async (query: string) => (await owner.query<Found>(query)).rows;
  await checkEach(owner, ledger, 'letter', ledger.letters.map(({ subject, letterId }) => ({ subject, id: letterId })), await ask(`
    select l.id::int, l.subject, l.state = 'issued' and e.id is not null and l.file_hash is not null
      and l.recipient_count = (select count(*) from correspondence.letter_recipient r where r.letter_id = l.id)
      and exists (select from platform.notification n where n.href = '/letters/' || l.id)
      and not exists (select from platform.notification n where n.href = '/letters/' || l.id group by person_id having count(*) > 1) as good
    from correspondence.letter l left join correspondence.register_entry e on e.id = l.register_entry_id and e.subject_id = l.id and e.reference = l.reference
    where l.subject like 'ขอส่งเอกสารที่ %'`), 'correspondence.letter-issued');
  await checkEach(owner, ledger, 'reserved number', ledger.reserved.map(({ reason }) => ({ subject: reason, id: undefined })), await ask(`
    select id::int, reserve_reason as subject, state in ('reserved', 'valid') and reserved_until is not null as good from correspondence.register_entry
    where reserve_reason like 'จองไว้ที่ %'`), 'correspondence.numbers-reserved');
  await checkEach(owner, ledger, 'used number', ledger.entered.map(({ subject, entryId }) => ({ subject, id: entryId })), await ask(`
    select id::int, subject, state = 'valid' and reserve_reason like 'จองไว้ที่ %' as good from correspondence.register_entry where subject like 'หนังสือนอกระบบที่ %'`), 'correspondence.number-entered');
  await checkEach(owner, ledger, 'received letter', ledger.received.map(({ subject, receivedId }) => ({ subject, id: receivedId })), await ask(`
    select id::int, subject, state = 'waiting' as good from correspondence.received_letter where subject like 'หนังสือเข้าที่ %'`), 'correspondence.received-registered');
  await checkRegister(owner, ledger);
  await checkIncoming(owner, ledger);
}

/** Every register of received letters: no gap, no double, the counter at the last number. */
async function checkIncoming(owner: pg.Pool, ledger: NumberLedger): Promise<void> {
  const { rows } = await owner.query<{ gaps: number; doubles: number; counters: number }>(`
    with numbered as (
      select owner_unit_id, book, year, number, lag(number) over (partition by owner_unit_id, book, year order by number) as before from correspondence.received_letter
    ), last as (select owner_unit_id, book, year, max(number) as number from correspondence.received_letter group by 1, 2, 3)
    select (select count(*)::int from numbered where number > coalesce(before, 0) + 1) as gaps, (select count(*)::int from numbered where number = before) as doubles,
      (select count(*)::int from correspondence.incoming_counter c full join last l using (owner_unit_id, book, year) where c.last_number is distinct from l.number) as counters`);
  const found = rows[0] as { gaps: number; doubles: number; counters: number };
  if (found.gaps > 0) count(ledger.errors, 'gap in a register of received letters', found.gaps);
  if (found.doubles > 0) count(ledger.errors, 'double in a register of received letters', found.doubles);
  if (found.counters > 0) count(ledger.errors, 'counter of received letters differs', found.counters);
}
