import { can } from '../../../../platform/access/actor.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import { takeFiles } from '../../../../platform/files/file-records.ts';
import type { FormValues } from '../../../../platform/forms/form.ts';
import { fail, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { paragraphsOf } from '../../domain/body-text.ts';
import type { Addressee, Enclosure, NewLetter } from '../../domain/letter.ts';
import { addressBook, senderOn, signersOf } from '../../office.ts';
import type { AddressBook } from '../../office.ts';
import { groupsOf } from '../../store/groups.ts';
import type { Group } from '../../store/groups.ts';
import type { Draft, SenderWords } from '../../store/drafts.ts';
import type { composeForm } from './form.ts';
import { messages } from './messages.ts';

type Values = FormValues<typeof composeForm>;

/** The addressees in the order of the form; undefined when one of them is no choice (any more). */
export function addresseesOf(values: Pick<Values, 'allUnits' | 'groups' | 'units' | 'positions' | 'committees'>, book: AddressBook, groups: readonly Group[]): Addressee[] | undefined {
  const chosen: Addressee[] = values.allUnits ? [{ kind: 'all-units', targetId: null, label: messages.th.allUnits }] : [];
  const lists = [
    { kind: 'group', ids: values.groups, from: groups.map((group) => ({ id: group.id, label: group.name })) },
    { kind: 'unit', ids: values.units, from: book.units },
    { kind: 'position', ids: values.positions, from: book.positions },
    { kind: 'committee', ids: values.committees, from: book.committees },
  ] as const;
  for (const { kind, ids, from } of lists) {
    for (const id of ids) {
      const found = from.find((one) => one.id === id);
      if (!found) return undefined;
      chosen.push({ kind, targetId: id, label: found.label });
    }
  }
  return chosen;
}

/** A draft as typed, checked against what the actor may choose, and the line that is printed for its unit. */
export async function toLetter(tx: Tx, values: Values, before: Draft | null, today: string): Promise<Result<{ letter: NewLetter; sender: SenderWords }>> {
  const unitId = values.fromUnit;
  const sender = await senderOn(tx, unitId, today);
  if (!sender || !tx.actor.principals.includes(unitId) || !can(tx.actor, 'correspondence.draft', unitId)) {
    return fail('NOT_YOUR_UNIT', messages.words('notYours'), { fields: { fromUnit: messages.words('notYours') } });
  }
  if (values.signer !== undefined && !(await signersOf(tx, unitId, today)).some((signer) => signer.id === values.signer)) {
    return fail('NOT_A_SIGNER', messages.words('notASigner'), { fields: { signer: messages.words('notASigner') } });
  }
  const addressees = addresseesOf(values, await addressBook(tx, today), await groupsOf(tx, [unitId]));
  if (!addressees) return fail('UNKNOWN_ADDRESSEE', messages.words('unknown'), { fields: { units: messages.words('unknown') } });
  const kept = (before?.enclosures ?? []).filter((one) => one.type !== 'platform.file' || values.keepFiles.includes(one.id));
  const added: Enclosure[] = (await takeFiles(tx, values.newFiles, { unitId })).map((file) => ({
    label: file.name, type: 'platform.file', id: file.id, href: `/files/${file.id}`, hash: file.hash,
  }));
  return ok({
    sender,
    letter: {
      kind: 'internal', subKind: 'memo', circular: true, fromUnitId: unitId, signerPositionId: values.signer ?? null,
      subject: values.subject, content: { ...before?.content, paragraphs: paragraphsOf(values.body ?? '') }, enclosures: [...kept, ...added],
      addressees, toText: values.toText ?? '', salutation: before?.salutation ?? 'เรียน', urgency: values.urgency, secrecy: before?.secrecy ?? 'none',
      respondBy: values.respondBy ?? null, reply: before?.reply ?? null, source: before?.source ?? null, replaces: before?.replaces ?? null,
    },
  });
}
