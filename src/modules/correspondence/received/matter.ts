// What every step of a matter has in common: the letter locked, nobody overtaken, the right to take the step.
import type { Authority } from '../../../platform/access/actor.ts';
import type { AuditEntry } from '../../../platform/audit/audit.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { fail, notFound, ok } from '../../../platform/result.ts';
import type { Failure, Result } from '../../../platform/result.ts';
import { actingNames, clerksOfUnit, headPositionOf, requireAuthority } from '../../organisation/index.ts';
import { fits, type StepKind } from '../domain/received.ts';
import { keepsRegister, type ReceiveServices } from './receive.ts';
import { messages } from './messages.ts';
import { stepsOf, type Assignee } from '../store/chain.ts';
import { lockReceived, type Received } from '../store/received.ts';

/** A step that was taken: its line for the trail. */
export interface Taken {
  readonly audit: AuditEntry;
}

/**
 * The letter, locked, for a step that whoever asks may take in its state. `seen` is how many steps the asker's page showed:
 * when somebody took one since, nothing is done and the asker is told who (two clerks at one letter).
 */
export async function openMatter(tx: Tx, id: number, step: StepKind, who: 'clerk' | 'holder' | 'reader', seen: number | undefined): Promise<Result<Received>> {
  const letter = await lockReceived(tx, id);
  if (!letter) return notFound();
  if (seen !== undefined && seen !== letter.steps) {
    const last = (await stepsOf(tx, id)).at(-1);
    return fail('CHAIN_MOVED', messages.words('moved', { by: last?.byName ?? '' }), { status: 409 });
  }
  if (who === 'clerk' && !keepsRegister(tx, letter.unitId)) return notFound();
  if (!fits(step, letter.state)) return wrongState(letter);
  if (who === 'holder' && !(letter.holderPositionId !== null && tx.actor.principals.includes(letter.holderPositionId))) return fail('NOT_HOLDER', messages.words('notHolder'), { status: 403 });
  return ok(letter);
}

export function wrongState(letter: Received): Failure {
  const state = messages.words(`state.${letter.state}`);
  return fail('WRONG_STATE', { th: messages.in('th')('wrongState', { state: state.th }), en: messages.in('en')('wrongState', { state: state.en }) }, { status: 409 });
}

/** On whose authority the actor acts for the post that holds the letter, today (design rule 11), and how that is printed. */
export async function holderAuthority(tx: Tx, services: ReceiveServices, letter: Received): Promise<Result<{ authority: Authority; title: string }>> {
  const answer = await requireAuthority(tx, tx.actor, letter.holderPositionId ?? 0, services.clock.today());
  if (!answer.ok) return answer;
  const authority = answer.value;
  const phrase = authority.kind === 'acting' ? actingNames.rakkha.th : authority.kind === 'delegated' ? actingNames.patibat.th : '';
  const words = authority.words ?? letter.holderLabel;
  const own = tx.actor.positionName ?? '';
  return ok({ authority, title: phrase === '' ? words : `${own} ${words.startsWith(phrase) ? words : phrase + words}`.trim() });
}

/** Party ids that see a letter through those it is given to; of a classified one only the head and the clerks of a unit. */
export async function readersFor(tx: Tx, letter: Received, list: readonly Assignee[], today: string): Promise<number[]> {
  const readers = list.flatMap((one) => (one.personId === null ? [] : [one.personId]));
  for (const { unitId } of list) {
    if (unitId === null) continue;
    if (letter.secrecy === 'none') {
      readers.push(unitId);
      continue;
    }
    const head = await headPositionOf(tx, unitId, today);
    readers.push(...(head ? [head.id] : []), ...(await clerksOfUnit(tx, unitId, today)).map((one) => one.personId));
  }
  return readers;
}

/** The trail's line of a step. */
export function taken(letter: Received, act: string, detail: Readonly<Record<string, unknown>> = {}, authority?: Authority): Taken {
  return {
    audit: {
      action: `correspondence.received-${act}`, subject: { type: 'correspondence.received-letter', id: letter.id }, unitId: letter.unitId,
      ...(authority ? { authority } : {}), detail: { number: letter.number, year: letter.year, ...detail },
    },
  };
}
