import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { Basis } from '../domain/basis.ts';

/** The words of an activity, in Thai and (where given) in English. */
export const activityTexts = ['name', 'purpose', 'people', 'dataKinds', 'recipients', 'retention', 'measures'] as const;
export type ActivityText = (typeof activityTexts)[number];
export type ActivityTexts = Readonly<Record<ActivityText, string>>;

/** One line of the record of processing. */
export interface Activity extends ActivityTexts {
  readonly id: number;
  readonly basis: Basis;
  readonly english: Partial<ActivityTexts>;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly changedAt: Date;
}

const columns = sql`id, name, purpose, people, data_kinds as "dataKinds", basis, recipients, retention, measures, english, valid_from::text as "validFrom", valid_to::text as "validTo", changed_at as "changedAt"`;

interface Row extends Omit<Activity, 'english'> {
  readonly english: Partial<Record<ActivityText | 'data_kinds', string>>;
}

function activityOf({ english: { data_kinds: dataKinds, ...english }, ...row }: Row): Activity {
  return { ...row, english: { ...english, ...(dataKinds === undefined ? {} : { dataKinds }) } };
}

/** The record as of a day, or all of it with what has ended. */
export async function listActivities(tx: ReadTx, today: string, which: 'now' | 'all'): Promise<Activity[]> {
  const { rows } = await sql<Row>`select ${columns} from privacy.activity where ${which}::text = 'all' or valid_to is null or valid_to >= ${today}::date order by id`.execute(tx.db);
  return rows.map(activityOf);
}

export async function findActivity(tx: ReadTx, id: number): Promise<Activity | undefined> {
  const { rows } = await sql<Row>`select ${columns} from privacy.activity where id = ${id}::int`.execute(tx.db);
  return rows[0] && activityOf(rows[0]);
}

export type ActivityInput = ActivityTexts & Pick<Activity, 'basis' | 'english'>;

export async function addActivity(tx: Tx, activity: ActivityInput, today: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into privacy.activity (name, purpose, people, data_kinds, basis, recipients, retention, measures, english, valid_from, changed_by)
    values (${activity.name}, ${activity.purpose}, ${activity.people}, ${activity.dataKinds}, ${activity.basis}, ${activity.recipients}, ${activity.retention}, ${activity.measures},
      ${JSON.stringify(activity.english)}::jsonb, ${today}::date, ${tx.actor.id}) returning id`.execute(tx.db);
  return (rows[0] as { id: number }).id;
}

/** Changes an activity that goes on; false when there is none. */
export async function changeActivity(tx: Tx, id: number, activity: ActivityInput): Promise<boolean> {
  const done = await sql`update privacy.activity set name = ${activity.name}, purpose = ${activity.purpose}, people = ${activity.people}, data_kinds = ${activity.dataKinds},
      basis = ${activity.basis}, recipients = ${activity.recipients}, retention = ${activity.retention}, measures = ${activity.measures},
      english = ${JSON.stringify(activity.english)}::jsonb, changed_by = ${tx.actor.id}, changed_at = platform.legal_now()
    where id = ${id}::int and valid_to is null`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0) > 0;
}

/** Ends an activity with a day; it stays in the record. False when it has ended already. */
export async function endActivity(tx: Tx, id: number, lastDay: string): Promise<boolean> {
  const done = await sql`update privacy.activity set valid_to = greatest(${lastDay}::date, valid_from), changed_by = ${tx.actor.id}, changed_at = platform.legal_now()
    where id = ${id}::int and valid_to is null`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0) > 0;
}
