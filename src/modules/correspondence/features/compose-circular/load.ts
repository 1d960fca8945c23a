import { can } from '../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { addressBook, chosenUnit, ownUnits, signersOf } from '../../office.ts';
import type { AddressBook, SignerChoice, UnitChoice } from '../../office.ts';
import { findDraft } from '../../store/drafts.ts';
import type { Draft } from '../../store/drafts.ts';
import { groupsOf } from '../../store/groups.ts';
import type { Group } from '../../store/groups.ts';
import { findLetter } from '../../store/letters.ts';

export interface ComposeData {
  readonly draft: Draft | null;
  readonly units: readonly UnitChoice[];
  readonly unit: UnitChoice;
  readonly signers: readonly SignerChoice[];
  readonly book: AddressBook;
  readonly groups: readonly Group[];
  /** Reference of the letter that the draft will replace. */
  readonly replaces: string | null;
}

/** A draft that the actor may work on: of a unit in whose name he drafts. */
export async function ownDraft(tx: ReadTx, id: number, lock = false): Promise<Draft | undefined> {
  const draft = await findDraft(tx, id, lock);
  return draft && tx.actor.principals.includes(draft.fromUnitId) && can(tx.actor, 'correspondence.draft', draft.fromUnitId) ? draft : undefined;
}

/** What the form of a draft needs. */
export async function loadCompose(tx: ReadTx, draft: Draft | null, askedUnit: number | undefined, today: string): Promise<Result<ComposeData>> {
  const units = await ownUnits(tx, 'correspondence.draft', today);
  const unit = draft ? units.find((one) => one.id === draft.fromUnitId) : chosenUnit(units, askedUnit);
  if (!unit) return notFound();
  return ok({
    draft,
    units,
    unit,
    signers: await signersOf(tx, unit.id, today),
    book: await addressBook(tx, today),
    groups: await groupsOf(tx, [unit.id]),
    replaces: draft?.replaces ? ((await findLetter(tx, draft.replaces.letterId))?.reference ?? null) : null,
  });
}
