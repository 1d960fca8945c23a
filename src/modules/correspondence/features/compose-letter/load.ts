import { actsFor, can } from '../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { formatDate, localDate } from '../../../../thai/index.ts';
import { fieldsFor, formOf, formOfLetter } from '../../domain/forms.ts';
import type { FormKey, LetterForm } from '../../domain/forms.ts';
import type { LetterContent, LetterFields } from '../../domain/letter.ts';
import { heirOfDraft } from '../../gone-drafts.ts';
import { addressBook, chosenUnit, letterheadOf, ownUnits, senderOn, signersOf, unitCalled, unitChoice } from '../../office.ts';
import type { AddressBook, SignerChoice, UnitChoice } from '../../office.ts';
import { findDraft, usualAgency } from '../../store/drafts.ts';
import type { Draft } from '../../store/drafts.ts';
import { groupsOf } from '../../store/groups.ts';
import type { Group } from '../../store/groups.ts';
import { findLetter, sentLetters } from '../../store/letters.ts';
import { findTemplate } from '../../store/templates.ts';
import { currentVersion } from '../../store/versions.ts';

export interface ComposeData {
  readonly draft: Draft | null;
  readonly units: readonly UnitChoice[];
  readonly unit: UnitChoice;
  readonly signers: readonly SignerChoice[];
  readonly book: AddressBook;
  readonly groups: readonly Group[];
  /** Reference of the letter that the draft will replace. */
  readonly replaces: string | null;
  /** As it is printed after ส่วนราชการ. */
  readonly fromText: string;
  readonly form: LetterForm;
  /** Version that the form shows; 0 before the first saving. */
  readonly version: number;
  /** Letters of the unit that can be referred to, as printed. */
  readonly referable: readonly { readonly id: number; readonly text: string }[];
  /** What the form begins with: a template, and the unit's own name and address. */
  readonly start: Start;
}

export interface Start {
  readonly templateId: number | null;
  readonly subject: string;
  readonly salutation: string;
  readonly content: LetterContent;
}

/** A draft that the actor may work on: of a unit in whose name he drafts, opened to such a unit, or before him to be signed. */
export async function ownDraft(tx: ReadTx, id: number, lock = false): Promise<Draft | undefined> {
  const draft = await findDraft(tx, id, lock);
  if (!draft) return undefined;
  const { actor } = tx;
  if ([draft.fromUnitId, ...draft.draftUnits].some((unit) => actsFor(actor, 'correspondence.draft', unit))) return draft;
  const signs = draft.signerPositionId !== null && actor.principals.includes(draft.signerPositionId) && draft.forSignatureAt !== null;
  return signs && can(actor, 'correspondence.issue') ? draft : undefined;
}

/** A draft of a unit that is gone, with the unit for which the actor can take it over. */
export async function inheritedDraft(tx: ReadTx, id: number, today: string): Promise<{ draft: Draft; heir: UnitChoice; from: string } | undefined> {
  const draft = tx.actor.takenOver ? await findDraft(tx, id) : undefined;
  const unitId = draft && (await heirOfDraft(tx, draft, today));
  const heir = unitId === undefined ? undefined : await unitChoice(tx, unitId, today);
  return draft && heir && { draft, heir, from: await unitCalled(tx, draft.fromUnitId, today) };
}

/** What the form of a draft needs. */
export async function loadCompose(tx: ReadTx, draft: Draft | null, asked: { unit?: number | undefined; form?: FormKey | undefined; template?: number | undefined }, today: string): Promise<Result<ComposeData>> {
  const units = await ownUnits(tx, 'correspondence.draft', today);
  const unit = draft ? (units.find((one) => one.id === draft.fromUnitId) ?? (await unitChoice(tx, draft.fromUnitId, today))) : chosenUnit(units, asked.unit);
  if (!unit) return notFound();
  const template = draft || asked.template === undefined ? undefined : await findTemplate(tx, asked.template);
  const form = draft ? formOfLetter(draft) : formOf(template?.form ?? asked.form ?? 'circular');
  return ok({
    draft,
    units,
    unit,
    fromText: draft?.fromText ?? (await senderOn(tx, unit.id, today))?.fromText ?? unit.label,
    form,
    signers: await signersOf(tx, unit.id, today, form.byDepartment),
    book: await addressBook(tx, today),
    groups: await groupsOf(tx, [unit.id]),
    replaces: draft?.replaces ? ((await findLetter(tx, draft.replaces.letterId))?.reference ?? null) : null,
    version: draft ? await currentVersion(tx, draft.id) : 0,
    referable: form.fields.includes('references') ? await referableLetters(tx, unit.id) : [],
    start: draft
      ? { templateId: null, subject: draft.subject, salutation: draft.salutation, content: draft.content }
      : { templateId: template?.id ?? null, subject: template?.subject ?? '', salutation: template?.salutation ?? '', content: { ...(template?.content ?? { paragraphs: [] }), fields: { ...(await startFields(tx, unit.id, form, today)), ...template?.content.fields } } },
  });
}

/** What the form knows by itself: the agency's name and address, the unit and its telephone. */
export async function startFields(tx: ReadTx, unitId: number, form: LetterForm, today: string): Promise<LetterFields> {
  const { department, unit, phone } = await letterheadOf(tx, unitId, today);
  const agency = form.subKind === 'external' ? await usualAgency(tx, unitId) : undefined;
  return fieldsFor(form, { agency: [...(agency ?? [department])], ownerUnit: unit, issuer: form.byDepartment ? department : unit, ...(phone ? { contacts: [`โทร. ${phone}`] } : {}) });
}

/** Letters that the unit sent lately, as they are referred to in print. */
async function referableLetters(tx: ReadTx, unitId: number): Promise<{ id: number; text: string }[]> {
  const sent = await sentLetters(tx, { unitId, limit: 20 });
  return sent.filter((one) => one.state === 'issued' || one.state === 'corrected').map((one) => ({ id: one.id, text: `หนังสือ ที่ ${one.reference} ลงวันที่ ${formatDate(localDate(one.letterDate))} เรื่อง ${one.subject}` }));
}
