import { actsFor } from '../../../../platform/access/actor.ts';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import { takeFiles } from '../../../../platform/files/file-records.ts';
import type { FormValues } from '../../../../platform/forms/form.ts';
import { fail, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { paragraphsOf } from '../../domain/body-text.ts';
import { fieldsFor, formOf, formOfLetter } from '../../domain/forms.ts';
import type { LetterForm } from '../../domain/forms.ts';
import { toTextOf } from '../../domain/letter.ts';
import type { Addressee, Enclosure, LetterFields, NewLetter, ReferenceLine } from '../../domain/letter.ts';
import { salutationFor } from '../../domain/salutation.ts';
import { bangkokInstant, formatDate, localDate, localTime } from '../../../../thai/index.ts';
import { addressBook, senderOn, signersOf } from '../../office.ts';
import type { AddressBook } from '../../office.ts';
import { findLetter } from '../../store/letters.ts';
import { effectsOf, tidyOrderNumbers } from '../../orders/effects.ts';
import { salutationsOf } from '../../store/salutations.ts';
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

const linesOf = (text: string | undefined): string[] => (text ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '');
const some = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

type Typed = Partial<Pick<Values, 'agency' | 'references' | 'enclosed' | 'closing' | 'ownerUnit' | 'contacts' | 'copies' | 'issuer' | 'effective' | 'cancels' | 'amends' | 'edition' | 'holder'>> & {
  readonly outside: readonly { readonly name?: string | undefined; readonly address?: string | undefined }[];
};

/** The fields of a form as typed; those of other forms are dropped. `chosen`: letters of the house that it refers to. */
export function fieldsOf(form: LetterForm, typed: Typed, chosen: readonly ReferenceLine[] = []): LetterFields {
  const outside = typed.outside.flatMap((one) => (one.name ? [{ name: one.name, ...(one.address ? { address: one.address } : {}) }] : []));
  const fields = {
    agency: some(linesOf(typed.agency).slice(0, 5)), outside: some(outside), references: some([...chosen, ...linesOf(typed.references).map((text) => ({ text }))].slice(0, 20)),
    enclosed: some(linesOf(typed.enclosed).slice(0, 50)), contacts: some(linesOf(typed.contacts).slice(0, 6)), copies: some(linesOf(typed.copies).slice(0, 30)),
    closing: typed.closing, ownerUnit: typed.ownerUnit, issuer: typed.issuer, effective: typed.effective, cancels: some(linesOf(typed.cancels).slice(0, 20)), amends: some(linesOf(typed.amends).slice(0, 20)), edition: typed.edition, holder: typed.holder,
  };
  return fieldsFor(form, Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
}

/** Salutation and closing where none was typed: what annex 2 has for the addressee on that day. */
export async function addressWords(tx: ReadTx, toText: string, today: string): Promise<{ salutation: string; closing: string }> {
  const row = salutationFor(await salutationsOf(tx, today), toText);
  return { salutation: row?.salutation || 'เรียน', closing: row?.closing || 'ขอแสดงความนับถือ' };
}

async function chosenReferences(tx: ReadTx, ids: readonly number[]): Promise<ReferenceLine[]> {
  const found: ReferenceLine[] = [];
  for (const id of ids.slice(0, 20)) {
    const letter = await findLetter(tx, id);
    if (letter) found.push({ letterId: id, text: `หนังสือ ที่ ${letter.reference} ลงวันที่ ${formatDate(localDate(letter.letterDate))}` });
  }
  return found;
}

/** A draft as typed, checked against what the actor may choose, and the line that is printed for its unit. */
export async function toLetter(tx: Tx, values: Values, before: Draft | null, today: string): Promise<Result<{ letter: NewLetter; sender: SenderWords }>> {
  const unitId = values.fromUnit;
  const form = before ? formOfLetter(before) : formOf(values.form ?? 'circular');
  const sender = await senderOn(tx, unitId, today);
  if (!sender || (!before && (!actsFor(tx.actor, 'correspondence.draft', unitId)))) {
    return fail('NOT_YOUR_UNIT', messages.words('notYours'), { fields: { fromUnit: messages.words('notYours') } });
  }
  if (values.secrecy === 'top-secret') return fail('TOO_SECRET', messages.words('topSecret'), { fields: { secrecy: messages.words('topSecret') } });
  if ((values.urgentDay === undefined) !== (values.urgentTime === undefined)) return fail('URGENT_NEEDS_BOTH', messages.words('urgentBoth'), { fields: { urgentDay: messages.words('urgentBoth') } });
  if (values.signer !== undefined && !(await signersOf(tx, unitId, today, form.byDepartment)).some((signer) => signer.id === values.signer)) {
    return fail('NOT_A_SIGNER', messages.words('notASigner'), { fields: { signer: messages.words('notASigner') } });
  }
  // Groups are seen by their own unit only: who writes along keeps those that stand in the draft.
  const inDraft = (before?.addressees ?? []).flatMap((one) => (one.kind === 'group' && one.targetId !== null ? [{ id: one.targetId, unitId, name: one.label, active: true, members: 0 }] : []));
  const book = await addressBook(tx, today);
  const addressees = addresseesOf(values, book, [...(await groupsOf(tx, [unitId])), ...inDraft]);
  if (!addressees) return fail('UNKNOWN_ADDRESSEE', messages.words('unknown'), { fields: { units: messages.words('unknown') } });
  const kept = (before?.enclosures ?? []).filter((one) => one.type !== 'platform.file' || values.keepFiles.includes(one.id));
  const added: Enclosure[] = (await takeFiles(tx, values.newFiles, { unitId })).map((file) => ({
    label: file.name, type: 'platform.file', id: file.id, href: `/files/${file.id}`, hash: file.hash,
  }));
  const fields = fieldsOf(form, values, await chosenReferences(tx, values.refLetters));
  for (const key of ['cancels', 'amends'] as const) if (fields[key]) fields[key] = tidyOrderNumbers(fields[key]);
  const effects = await effectsOf(tx, unitId, fields, before?.replaces?.letterId ?? null);
  if (!effects.ok) return effects;
  // Orders and the like go round in the house, but the sheet does not say to whom.
  const toText = toTextOf({ toText: values.toText ?? '', addressees, content: { paragraphs: [], fields } }, form.salutation ? book.headsOfUnits : undefined);
  const words = form.salutation ? await addressWords(tx, toText, today) : { salutation: '', closing: '' };
  if (form.fields.includes('closing') && fields.closing === undefined) fields.closing = words.closing;
  const { fields: _old, certificate: _asked, ...content } = before?.content ?? { paragraphs: [] };
  return ok({
    sender,
    letter: {
      kind: form.kind, subKind: form.subKind, circular: form.circular || (form.circulates && values.circulate), fromUnitId: unitId, signerPositionId: form.signed ? (values.signer ?? null) : null,
      subject: values.subject, content: { ...content, paragraphs: paragraphsOf(values.body ?? ''), ...(form.outside && form.signed && values.certificate ? { certificate: true } : {}), ...(Object.keys(fields).length > 0 ? { fields } : {}) }, enclosures: [...kept, ...added],
      addressees, toText: values.toText ?? (form.salutation ? toText : ''), salutation: form.salutation ? (values.salutation ?? words.salutation) : '', urgency: values.urgency,
      urgentBefore: values.urgentDay && values.urgentTime ? bangkokInstant(localDate(values.urgentDay), localTime(values.urgentTime)) : null,
      secrecy: values.secrecy ?? before?.secrecy ?? 'none',
      respondBy: values.respondBy ?? null, reply: before?.reply ?? null, source: before?.source ?? null, replaces: before?.replaces ?? null,
    },
  });
}
