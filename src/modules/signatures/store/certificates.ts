// Certificates as rows. Who reads what is the wall's matter: the holder, keepers of certificates, the system.
import type { Actor } from '../../../platform/access/actor.ts';
import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import type { CertificateState } from '../domain/certificate-state.ts';

export interface CertificateRow {
  readonly id: number;
  readonly personId: number;
  readonly personName: string;
  readonly positionId: number | null;
  readonly positionTitle: string | null;
  readonly unitId: number | null;
  readonly unitName: string | null;
  readonly kind: 'file' | 'remote';
  readonly state: CertificateState;
  readonly requestedName: string;
  readonly requestedPost: string;
  readonly requestedEmail: string;
  readonly requestedByName: string;
  readonly requestedAt: Date;
  /** A key was made here for it. */
  readonly hasRequest: boolean;
  readonly publicKey: Buffer | null;
  readonly authority: string;
  readonly letterReference: string;
  readonly letterDate: string | null;
  readonly subject: string;
  readonly subjectPost: string;
  readonly issuer: string;
  readonly serial: string;
  readonly fingerprint: string | null;
  readonly keyKind: 'rsa' | 'ec' | null;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly warnings: readonly string[];
  readonly handedByName: string | null;
  readonly handedAt: Date | null;
  readonly identityCheck: string | null;
  readonly endedOn: string | null;
  readonly endedReason: string | null;
  readonly replacedBy: number | null;
}

const columns = sql.raw(`c.id, c.person_id as "personId", p.title || p.given || ' ' || p.family as "personName", c.position_id as "positionId", own.title_th as "positionTitle",
  q.unit_id as "unitId", n.th as "unitName", c.kind, c.state, c.requested_name as "requestedName", c.requested_post as "requestedPost", c.requested_email as "requestedEmail",
  c.requested_by_name as "requestedByName", c.requested_at as "requestedAt", c.request is not null as "hasRequest", c.public_key as "publicKey", c.authority,
  c.letter_reference as "letterReference", c.letter_date as "letterDate", c.subject, c.subject_post as "subjectPost", c.issuer, c.serial, c.fingerprint, c.key_kind as "keyKind",
  c.valid_from as "validFrom", c.valid_to as "validTo", c.warnings, c.handed_by_name as "handedByName", c.handed_at as "handedAt", c.identity_check as "identityCheck",
  c.ended_on as "endedOn", c.ended_reason as "endedReason", c.replaced_by as "replacedBy"`);

/** A certificate with its person and the unit of that person's main post on a day. */
const from = (day: string) => sql`signatures.certificate c join organisation.person p on p.id = c.person_id
  left join organisation.position own on own.id = c.position_id
  left join organisation.holding h on h.person_id = p.id and h.main and h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date)
  left join organisation.position q on q.id = h.position_id
  left join organisation.unit_name n on n.unit_id = q.unit_id and n.valid_from <= ${day}::date and (n.valid_to is null or n.valid_to >= ${day}::date)`;

export const listFilters = ['open', 'waiting', 'active', 'soon', 'expired', 'ended', 'all'] as const;
export type ListFilter = (typeof listFilters)[number];

export interface CertificateFilter {
  readonly show: ListFilter;
  /** Words of a name, a post, an issuer or a serial number. */
  readonly words?: string | undefined;
  /** In this unit and below. */
  readonly unitId?: number | undefined;
  /** The moment by which certificates are judged. */
  readonly now: Date;
  /** So many days ahead count as soon. */
  readonly soonDays: number;
  readonly before?: number | undefined;
  readonly limit: number;
}

const inFilter = ({ show, now, soonDays }: CertificateFilter) => {
  const soon = new Date(now.getTime() + soonDays * 86_400_000);
  switch (show) {
    case 'open': return sql`c.state in ('requested', 'sent', 'received') or c.state = 'active' and c.valid_to >= ${now}`;
    case 'waiting': return sql`c.state in ('requested', 'sent', 'received')`;
    case 'active': return sql`c.state = 'active' and c.valid_to >= ${now}`;
    case 'soon': return sql`c.state = 'active' and c.valid_to >= ${now} and c.valid_to <= ${soon}`;
    case 'expired': return sql`c.state = 'active' and c.valid_to < ${now}`;
    case 'ended': return sql`c.state in ('refused', 'revoked', 'replaced', 'removed')`;
    case 'all': return sql`true`;
  }
};

/** Certificates, the newest first. One statement. */
export async function listCertificates(tx: ReadTx, day: string, filter: CertificateFilter): Promise<CertificateRow[]> {
  const like = `%${(filter.words ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  return (await sql<CertificateRow>`select ${columns} from ${from(day)}
    where (${inFilter(filter)}) and (${like} = '%%' or p.given || ' ' || p.family ilike ${like} or own.title_th ilike ${like} or c.issuer ilike ${like} or c.serial ilike ${like})
      and (${filter.unitId ?? null}::int is null or exists (select from organisation.unit_placement l where l.unit_id = q.unit_id
        and l.path @> array[${filter.unitId ?? null}::int] and l.valid_from <= ${day}::date and (l.valid_to is null or l.valid_to >= ${day}::date)))
      and (${filter.before ?? null}::bigint is null or c.id < ${filter.before ?? null}::bigint)
    order by c.id desc limit ${filter.limit}`.execute(tx.db)).rows;
}

/** How many stand in each state that asks for something. */
export async function countCertificates(tx: ReadTx, now: Date, soonDays: number): Promise<{ waiting: number; soon: number; expired: number }> {
  const soon = new Date(now.getTime() + soonDays * 86_400_000);
  const { rows } = await sql<{ waiting: number; soon: number; expired: number }>`select count(*) filter (where state in ('requested', 'sent', 'received'))::int as waiting,
    count(*) filter (where state = 'active' and valid_to between ${now} and ${soon})::int as soon, count(*) filter (where state = 'active' and valid_to < ${now})::int as expired
    from signatures.certificate`.execute(tx.db);
  return rows[0] ?? { waiting: 0, soon: 0, expired: 0 };
}

export async function certificateById(tx: ReadTx, id: number, day: string): Promise<CertificateRow | undefined> {
  return (await sql<CertificateRow>`select ${columns} from ${from(day)} where c.id = ${id}`.execute(tx.db)).rows[0];
}

/** The same, of the actor alone. */
export async function myCertificate(tx: ReadTx, id: number, day: string): Promise<CertificateRow | undefined> {
  const row = await certificateById(tx, id, day);
  return row?.personId === tx.actor.id ? row : undefined;
}

/** The actor's own certificates, those in hand before those that ended. */
export async function myCertificates(tx: ReadTx, day: string): Promise<CertificateRow[]> {
  return (await sql<CertificateRow>`select ${columns} from ${from(day)} where c.person_id = ${tx.actor.id}
    order by (c.ended_on is not null), c.id desc limit 200`.execute(tx.db)).rows;
}

/** Locks the row and gives its state, so that two steps never pass each other. */
export async function lockCertificate(tx: Tx, id: number): Promise<CertificateState | undefined> {
  return (await sql<{ state: CertificateState }>`select state from signatures.certificate where id = ${id} for update`.execute(tx.db)).rows[0]?.state;
}

/** The request (PKCS#10, PEM) as it was made; undefined where none was. */
export async function requestOf(tx: ReadTx, id: number): Promise<string | undefined> {
  return (await sql<{ request: string | null }>`select request from signatures.certificate where id = ${id}`.execute(tx.db)).rows[0]?.request ?? undefined;
}

export interface NewCertificate {
  readonly personId: number;
  readonly positionId: number | null;
  readonly name: string;
  readonly post: string;
  readonly email: string;
}

/** Who does something: the actor, or in a demo one of its people. */
export type DoneBy = Pick<Actor, 'id' | 'name'>;

/** A request for a certificate; gives its id. */
export async function addCertificate(tx: Tx, asked: NewCertificate, at: Date, by: DoneBy = tx.actor): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into signatures.certificate (person_id, position_id, state, requested_name, requested_post, requested_email, requested_by, requested_by_name, requested_at)
    values (${asked.personId}, ${asked.positionId}, 'requested', ${asked.name}, ${asked.post}, ${asked.email}, ${by.id}, ${by.name}, ${at}) returning id`.execute(tx.db);
  return rows[0]!.id;
}

export const eventActs = ['requested', 'key-made', 'sent', 'received', 'taken-in', 'handed-over', 'refused', 'revoked', 'replaced', 'removed', 'passphrase-changed', 'warned'] as const;
export type EventAct = (typeof eventActs)[number];

export interface CertificateEvent {
  readonly id: number;
  readonly at: Date;
  readonly byName: string;
  readonly act: EventAct;
  readonly note: string;
}

export async function addEvent(tx: Tx, certificateId: number, act: EventAct, note: string, at: Date, by: DoneBy = tx.actor): Promise<void> {
  await sql`insert into signatures.certificate_event (certificate_id, at, by_id, by_name, act, note) values (${certificateId}, ${at}, ${by.id}, ${by.id === 0 ? '' : by.name}, ${act}, ${note})`.execute(tx.db);
}

/** What happened to a certificate, the first first. */
export async function eventsOf(tx: ReadTx, certificateId: number): Promise<CertificateEvent[]> {
  return (await sql<CertificateEvent>`select id, at, by_name as "byName", act, note from signatures.certificate_event where certificate_id = ${certificateId} order by id`.execute(tx.db)).rows;
}
