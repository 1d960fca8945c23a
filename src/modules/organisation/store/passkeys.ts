import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import { first } from './dated.ts';

/** A passkey as its person sees it. */
export interface PasskeyRow {
  readonly id: number;
  readonly credentialId: string;
  readonly transports: string[];
  /** Kept by a service and on several devices, or bound to one device. */
  readonly synced: boolean;
  readonly name: string;
  readonly userHandle: Buffer;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** Passkeys of the transaction's own person, the oldest first. */
export async function myPasskeys(tx: ReadTx): Promise<PasskeyRow[]> {
  return (await sql<PasskeyRow>`select id, credential_id as "credentialId", transports, synced, name, user_handle as "userHandle", created_at as "createdAt", last_used_at as "lastUsedAt"
    from organisation.my_passkeys()`.execute(tx.db)).rows;
}

export interface NewPasskey {
  readonly userHandle: Buffer;
  /** base64url, as browsers write it. */
  readonly credentialId: string;
  /** COSE key. */
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly synced: boolean;
  readonly name: string;
}

/** Keeps a passkey of the transaction's own person; undefined where that credential is kept already. */
export async function addMyPasskey(tx: Tx, passkey: NewPasskey): Promise<number | undefined> {
  const row = await first(tx, sql<{ id: number | null }>`select organisation.add_my_passkey(${passkey.userHandle}, ${passkey.credentialId}, ${Buffer.from(passkey.publicKey)}, ${passkey.counter},
    ${[...passkey.transports]}::text[], ${passkey.synced}, ${passkey.name}) as id`);
  return row?.id ?? undefined;
}

/** False where the actor has no such passkey. */
export async function renameMyPasskey(tx: Tx, id: number, name: string): Promise<boolean> {
  return (await first(tx, sql<{ done: boolean }>`select organisation.rename_my_passkey(${id}::int, ${name}) as done`))?.done ?? false;
}

/** False where the actor has no such passkey. */
export async function removeMyPasskey(tx: Tx, id: number): Promise<boolean> {
  return (await first(tx, sql<{ done: boolean }>`select organisation.remove_my_passkey(${id}::int) as done`))?.done ?? false;
}

export interface PasskeyForSignIn {
  readonly id: number;
  readonly personId: number;
  readonly userHandle: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
  readonly name: string;
  readonly ownerName: string;
  readonly ownerEmail: string | null;
}

/** The passkey of a credential, locked until the transaction ends; undefined where it is unknown, removed, or its account is closed on that legal day. */
export function passkeyForSignIn(tx: Tx, credentialId: string, day: string): Promise<PasskeyForSignIn | undefined> {
  return first(tx, sql<PasskeyForSignIn>`select id, person_id as "personId", user_handle as "userHandle", public_key as "publicKey", counter::float8 as counter, transports, name, owner_name as "ownerName", owner_email as "ownerEmail"
    from organisation.passkey_for_sign_in(${credentialId}, ${day}::date)`);
}

/** Keeps the counter that a passkey told at its use. */
export async function passkeyUsed(tx: Tx, id: number, counter: number, synced: boolean): Promise<void> {
  await sql`select organisation.passkey_used(${id}::int, ${counter}::bigint, ${synced})`.execute(tx.db);
}
