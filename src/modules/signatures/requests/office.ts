// What signing asks of the organisation: who answers for a part today, and who somebody is who signs.
import type { Actor, Authority } from '../../../platform/access/actor.ts';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { Result } from '../../../platform/result.ts';
import { actingNames, holdersOf, holdingsOf, personName, requireAuthority } from '../../organisation/index.ts';
import type { Part } from '../domain/request.ts';

const phrases = { acting: actingNames.rakkha.th, delegated: actingNames.patibat.th } as const;

/** A person who decides. */
export type Who = Pick<Actor, 'id' | 'name'>;

/** A signer as shown: own post and, of somebody who acts, the phrase with the principal's post. */
export interface SignerFacts {
  readonly name: string;
  readonly title: string;
  readonly acting: { readonly phrase: string; readonly principal: string } | null;
  readonly authority: Authority | null;
}

/** Own post of a person on a day, the main one first. */
async function ownTitle(tx: ReadTx, personId: number, day: string): Promise<string> {
  const held = (await holdingsOf(tx, personId)).filter((one) => one.validFrom <= day && (one.validTo === null || one.validTo >= day));
  return (held.find((one) => one.main) ?? held[0])?.positionTitle ?? '';
}

/**
 * The actor as the signer of a part, with the authority of that day for its post (own, acting with its dates,
 * delegated); `who`: somebody else, for a job that ends what a person decided. A part of a person asks no post. Fails with NO_AUTHORITY.
 */
export async function signerOf(tx: ReadTx, part: Pick<Part, 'positionId'>, day: string, who: Who = tx.actor): Promise<Result<SignerFacts, 'NO_AUTHORITY'>> {
  const { id, name } = who;
  if (part.positionId === null) return { ok: true, value: { name, title: await ownTitle(tx, id, day), acting: null, authority: null } };
  const asked = await requireAuthority(tx, id, part.positionId, day);
  if (!asked.ok) return asked;
  const authority = asked.value;
  const words = authority.words ?? '';
  if (authority.kind !== 'acting' && authority.kind !== 'delegated') return { ok: true, value: { name, title: words, acting: null, authority } };
  const phrase = phrases[authority.kind];
  return { ok: true, value: { name, title: await ownTitle(tx, id, day), acting: { phrase, principal: words.slice(phrase.length) }, authority } };
}

/** The lines under a name, one after the other: `นักวิชาการ รักษาราชการแทนผู้อำนวยการกองคลัง`. */
export function titleOf({ title, acting }: Pick<SignerFacts, 'title' | 'acting'>): string {
  return [title, acting ? `${acting.phrase}${acting.principal}` : ''].filter(Boolean).join(' ');
}

/** The person who answers for each of these parts on a day, by part; none for an empty seat. */
export async function answering(tx: ReadTx, parts: readonly Pick<Part, 'id' | 'positionId' | 'personId'>[], day: string): Promise<Map<number, { personId: number; name: string }>> {
  const holders = new Map((await holdersOf(tx, parts.flatMap((part) => part.positionId ?? []), day)).map((one) => [one.positionId, one]));
  const found = new Map<number, { personId: number; name: string }>();
  for (const part of parts) {
    const holder = part.positionId === null ? undefined : holders.get(part.positionId);
    if (holder) found.set(part.id, { personId: holder.personId, name: holder.name });
    else if (part.personId !== null) found.set(part.id, { personId: part.personId, name: (await personName(tx, part.personId)) ?? '' });
  }
  return found;
}
