// What people chose: hours, rhythm of the digest, and a route for each kind of news.
import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import type { How } from '../../../platform/notify/news-kind.ts';
import type { DigestWish } from '../domain/digest-day.ts';
import type { OwnRoutes } from '../domain/route.ts';
import type { QuietHours } from '../domain/quiet-hours.ts';

export interface Choice extends QuietHours, DigestWish {
  /** Letters of the highest urgency pass the quiet hours. */
  readonly mostUrgentPasses: boolean;
}

interface ChoiceRow extends Choice {
  readonly personId: number;
}

/** Choices of these people; whoever did not choose is left out. */
export async function choicesOf(tx: ReadTx, personIds: readonly number[]): Promise<ReadonlyMap<number, Choice>> {
  const { rows } = await sql<ChoiceRow>`select person_id as "personId", quiet, to_char(quiet_from, 'HH24:MI') as "quietFrom", to_char(quiet_to, 'HH24:MI') as "quietTo",
      most_urgent_passes as "mostUrgentPasses", digest, to_char(digest_at, 'HH24:MI') as "digestAt", digest_weekday as "digestWeekday", working_days as "workingDays"
    from platform.notification_choice where person_id = any(${[...personIds]}::int[])`.execute(tx.db);
  return new Map(rows.map(({ personId, ...choice }) => [personId, choice]));
}

export async function saveChoice(tx: Tx, personId: number, choice: Choice): Promise<void> {
  const row = {
    quiet: choice.quiet, quiet_from: choice.quietFrom, quiet_to: choice.quietTo, most_urgent_passes: choice.mostUrgentPasses,
    digest: choice.digest, digest_at: choice.digestAt, digest_weekday: choice.digestWeekday, working_days: choice.workingDays, changed_at: sql<Date>`platform.legal_now()`,
  };
  await tx.db.insertInto('platform.notification_choice').values({ person_id: personId, ...row }).onConflict((conflict) => conflict.column('person_id').doUpdateSet(row)).execute();
}

/** Routes that these people chose, by person and `channel kind`. */
export async function routesOf(tx: ReadTx, personIds: readonly number[]): Promise<ReadonlyMap<number, OwnRoutes>> {
  const { rows } = await sql<{ personId: number; key: string; how: How }>`select person_id as "personId", channel || ' ' || kind as key, how
    from platform.notification_route where person_id = any(${[...personIds]}::int[])`.execute(tx.db);
  const found = new Map<number, Map<string, How>>();
  for (const { personId, key, how } of rows) {
    const own = found.get(personId) ?? new Map<string, How>();
    own.set(key, how);
    found.set(personId, own);
  }
  return found;
}

export async function saveRoutes(tx: Tx, personId: number, routes: readonly { readonly kind: string; readonly channel: string; readonly how: How }[]): Promise<void> {
  if (routes.length === 0) return;
  await sql`insert into platform.notification_route (person_id, kind, channel, how)
    select ${personId}::int, r.kind, r.channel, r.how
    from unnest(${routes.map((one) => one.kind)}::text[], ${routes.map((one) => one.channel)}::text[], ${routes.map((one) => one.how)}::text[]) as r(kind, channel, how)
    on conflict (person_id, kind, channel) do update set how = excluded.how`.execute(tx.db);
}
