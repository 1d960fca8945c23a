import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import { fail, notFound, ok, type Result } from '../../../platform/result.ts';
import type { PersonInput } from '../domain/people.ts';
import { holdersChanged } from '../holder-change.ts';
import { closeBefore, first } from './dated.ts';
import { addPeople, editPeople, putIntoSeats, type Holding } from './people-at-once.ts';

const emailTaken = { th: 'อีเมลนี้เป็นของบุคลากรอีกท่านหนึ่ง', en: 'This e-mail address belongs to somebody else.' };

async function emailIsFree(tx: ReadTx, email: string | null, personId: number): Promise<Result<null>> {
  if (email === null) return ok(null);
  const row = await first(tx, sql<{ id: number }>`select id from organisation.person where lower(email) = lower(${email}) and id <> ${personId}`);
  return row ? fail('EMAIL_TAKEN', emailTaken, { fields: { email: emailTaken } }) : ok(null);
}


export async function addPerson(tx: Tx, person: PersonInput): Promise<Result<number>> {
  const free = await emailIsFree(tx, person.email, 0);
  if (!free.ok) return free;
  return ok((await addPeople(tx, [person]))[0] as number);
}

export async function editPerson(tx: Tx, id: number, person: PersonInput): Promise<Result<null>> {
  const free = await emailIsFree(tx, person.email, id);
  if (!free.ok) return free;
  return (await editPeople(tx, [{ ...person, id }])) > 0 ? ok(null) : notFound();
}

/**
 * Puts a person into a seat from a day on. A main seat ends the main seat before it; the seat must be free.
 */
export async function takeSeat(tx: Tx, holding: Holding): Promise<Result<number>> {
  const seat = await first(tx, sql<{ taken: string | null; open: boolean }>`select
      (select p.title || p.given || ' ' || p.family from organisation.holding h join organisation.person p on p.id = h.person_id
        where h.position_id = q.id and h.person_id <> ${holding.personId} and (h.valid_to is null or h.valid_to >= ${holding.from}::date) limit 1) as taken,
      q.valid_from <= ${holding.from}::date and (q.valid_to is null or q.valid_to >= ${holding.from}::date) as open
    from organisation.position q where q.id = ${holding.positionId}`);
  if (!seat?.open) {
    const words = { th: 'ไม่มีตำแหน่งนี้ในวันนั้น กรุณาเลือกใหม่', en: 'There is no such position on that day. Choose again.' };
    return fail('NO_SEAT', words, { fields: { positionId: words } });
  }
  if (seat.taken) {
    const words = { th: `ตำแหน่งนี้มีผู้ครองอยู่แล้ว: ${seat.taken}`, en: `This position is already held by ${seat.taken}.` };
    return fail('SEAT_TAKEN', words, { fields: { positionId: words } });
  }
  if (holding.main) {
    const room = await closeBefore(tx, 'holding', sql<boolean>`person_id = ${holding.personId} and main`, holding.from);
    if (!room.ok) return room;
  }
  return ok((await putIntoSeats(tx, [holding]))[0] as number);
}

/** Ends a person's service after its last day: every seat, every acting, then the person's account. */
export async function leaveService(tx: Tx, personId: number, lastDay: string, reason: 'retired' | 'moved-out' | 'resigned' | 'dismissed' | 'died'): Promise<Result<null>> {
  const done = await tx.db.updateTable('organisation.person').set({ left_on: lastDay, left_reason: reason, changed_at: new Date() }).where('id', '=', personId).where('left_on', 'is', null).executeTakeFirst();
  if (done.numUpdatedRows === 0n) return notFound();
  for (const table of ['holding', 'acting'] as const) {
    await sql`update ${sql.table(`organisation.${table}`)} set valid_to = greatest(valid_from, ${lastDay}::date) where person_id = ${personId} and (valid_to is null or valid_to > ${lastDay}::date)`.execute(tx.db);
  }
  await sql`update organisation.committee_member set valid_to = greatest(valid_from, ${lastDay}::date) where person_id = ${personId} and (valid_to is null or valid_to > ${lastDay}::date)`.execute(tx.db);
  await holdersChanged(tx);
  return ok(null);
}

/** What a person may change himself: how he is reached. */
export async function editContact(tx: Tx, id: number, contact: { email: string | null; phone: string | null }): Promise<Result<null>> {
  const free = await emailIsFree(tx, contact.email, id);
  if (!free.ok) return free;
  const done = await tx.db.updateTable('organisation.person').set({ ...contact, changed_at: new Date() }).where('id', '=', id).executeTakeFirst();
  return done.numUpdatedRows > 0n ? ok(null) : notFound();
}

export async function savePreference(tx: Tx, personId: number, preference: { language: 'th' | 'en'; theme: 'light' | 'dark' | null }): Promise<void> {
  await tx.db.insertInto('organisation.preference').values({ person_id: personId, ...preference }).onConflict((conflict) => conflict.column('person_id').doUpdateSet(preference)).execute();
}
