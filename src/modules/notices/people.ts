import type { ReadTx } from '../../platform/db/database.ts';
import { contactsOf } from '../organisation/index.ts';
import type { Recipient } from './channels/channel.ts';
import { lineOf } from './store/line.ts';

/** Those of the people who are in service on a day with an open account, and how each is reached. Nobody else is ever written to. */
export async function recipientsOf(tx: ReadTx, day: string, personIds?: readonly number[]): Promise<ReadonlyMap<number, Recipient>> {
  const contacts = await contactsOf(tx, day, personIds);
  const links = await lineOf(tx, contacts.map((one) => one.id));
  return new Map(contacts.map((one) => [one.id, { ...one, line: links.get(one.id)?.userId ?? null }]));
}
