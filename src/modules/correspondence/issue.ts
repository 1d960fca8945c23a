// Issuing a letter: the authority of the signer, the code of the day, everyone it reaches and, last of all, its number.
import { randomBytes } from 'node:crypto';
import { can } from '../../platform/access/actor.ts';
import type { AuditEntry } from '../../platform/audit/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db/database.ts';
import { together } from '../../platform/db/together.ts';
import { enqueue, enqueueAll, jobOf } from '../../platform/jobs/jobs.ts';
import { fail, notFound, ok } from '../../platform/result.ts';
import type { Result } from '../../platform/result.ts';
import { calendarYear, formatDate, localDate } from '../../thai/index.ts';
import { bookFor, formOfLetter, missingFields, saysToWhom, unnumberedReference } from './domain/forms.ts';
import { printedReference, referenceFrame } from './domain/reference.ts';
import type { Channel, NewLetter, Signature } from './domain/letter.ts';
import type { Book } from './domain/kinds.ts';
import { letterHref } from './href.ts';
import { announceLetter, storeLetterFile } from './jobs.ts';
import { fieldNames } from './field-names.ts';
import { noteReply } from './received/matter-ends.ts';
import { messages } from './messages.ts';
import { effectsOf } from './orders/effects.ts';
import { resolveRecipients, senderOn, signerOn } from './office.ts';
import { bookOf, findDraft, insertDraft, markIssued } from './store/drafts.ts';
import type { Draft } from './store/drafts.ts';
import { markReplaced } from './store/fate.ts';
import { recordDispatch } from './store/dispatch.ts';
import { findReserved, takeNumberFor } from './store/reserved.ts';
import { recordEffects, undoEffects } from './store/orders.ts';
import { fanOut } from './store/recipients.ts';

/** What an issue needs besides its transaction: the legal clock. `Services` fits. */
export interface IssueServices {
  readonly clock: Clock;
}

export interface Issued {
  readonly letterId: number;
  /** As printed: `นร ๐๒๒๓/ว ๕๐๓`. */
  readonly number: string;
  /** The same in Arabic digits, as kept: `นร 0223/ว 503`. */
  readonly reference: string;
  /** The letter's day, `YYYY-MM-DD`. */
  readonly letterDate: string;
  readonly recipientCount: number;
  readonly href: string;
  /** The line of the trail for this issue: give it back in the outcome of the action that issues. */
  readonly audit: AuditEntry;
}

export type IssueFailure = 'NOT_FOUND' | 'NO_SUCH_UNIT' | 'NO_LETTER_CODE' | 'NOT_THE_SIGNER' | 'NO_ADDRESSEE' | 'EMPTY_LETTER' | 'TOO_SECRET' | 'REPLACES_NOTHING' | 'INCOMPLETE_LETTER' | 'NOT_ALLOWED' | 'NOT_RESERVED' | 'ORDER_NOT_FOUND' | 'ORDER_NOT_IN_FORCE';

/** Who signs: the actor himself when left out; somebody else only on paper, recorded by a clerk. */
export interface SignedBy {
  readonly personId: number;
  readonly onPaper: true;
}

/** How it leaves the house for those outside it; by post unless said otherwise. */
export interface IssueWays {
  readonly channel?: Channel | undefined;
  /** A number that was reserved for it; otherwise the next of the series. */
  readonly reservedEntryId?: number | undefined;
}

/**
 * Writes a letter and issues it at once, inside the caller's transaction. The number is taken by the last statements;
 * whatever the caller does after this makes other letters of the unit wait, so call it as late as you can.
 */
export async function issueNewLetter(tx: Tx, services: IssueServices, letter: NewLetter, signedBy?: SignedBy): Promise<Result<Issued>> {
  const sender = await senderOn(tx, letter.fromUnitId, services.clock.today());
  if (!sender) return fail('NO_SUCH_UNIT', messages.words('noSuchUnit'));
  const id = await insertDraft(tx, letter, sender, services.clock.now());
  return issueDraft(tx, services, id, signedBy);
}

/**
 * Issues a draft. Every failure leaves the draft as it was; the caller's transaction must then end without a change.
 *
 * @param given the draft's id, or the draft where the caller has read and locked it in this transaction already
 */
export async function issueDraft(tx: Tx, services: IssueServices, given: number | Draft, signedBy?: SignedBy, ways: IssueWays = {}): Promise<Result<Issued>> {
  const { clock } = services;
  const { reservedEntryId } = ways;
  // A reserved number keeps the day on which it was taken, so that numbers and days of the register go together.
  const reserved = reservedEntryId === undefined ? undefined : await findReserved(tx, reservedEntryId, true);
  const letterDate = reserved?.letterDate ?? clock.today();
  const at = clock.now();
  const draft = typeof given === 'number' ? await findDraft(tx, given, true) : given;
  if (!draft) return notFound();
  const draftId = draft.id;
  const refusal = contentRefusal(draft);
  if (refusal) return refusal;
  const form = formOfLetter(draft);
  const [sender, stillThere, signed, effects, { recipients, groupIds }] = await together([
    senderOn(tx, draft.fromUnitId, letterDate),
    // A number reserved while the unit was there is of no use after its end.
    reserved ? senderOn(tx, draft.fromUnitId, clock.today()) : true,
    form.signed ? signatureFor(tx, draft, clock.today(), signedBy) : unsigned(tx, draft),
    effectsOf(tx, draft.fromUnitId, draft.content.fields, draft.replaces?.letterId ?? null),
    resolveRecipients(tx, draft.addressees, draft.fromUnitId, clock.today()),
  ]);
  if (!sender || !stillThere) return fail('NO_SUCH_UNIT', messages.words('noSuchUnit'));
  if (form.numbering === 'letters' && sender.code === undefined) return fail('NO_LETTER_CODE', messages.words('noLetterCode', { unit: sender.name }));
  if (!signed.ok) return signed;
  const signature = signed.value;
  if (!effects.ok) return effects;

  const year = calendarYear(localDate(letterDate));
  const [recipientCount, ownBook] = await together([
    fanOut(tx, draftId, draft.fromUnitId, draft.circular ? year : null, recipients, groupIds, at),
    bookOf(tx, draft.fromUnitId, draft.circular, year),
    enqueueAll(tx, [jobOf(storeLetterFile, { letterId: draftId }), jobOf(announceLetter, { letterId: draftId, what: 'issued' })]),
  ]);
  if (draft.circular && recipientCount === 0 && !saysToWhom(draft)) return fail('NO_ADDRESSEE', messages.words('noAddressee'), { fields: { addressees: messages.words('noAddressee') } });
  const outside = draft.content.fields?.outside ?? [];
  const channel = ways.channel ?? 'post';
  if (outside.length > 0) await recordDispatch(tx, draftId, outside, channel, at);
  if (draft.replaces) {
    const replaced = await markReplaced(tx, draft.replaces.letterId, draftId);
    if (!replaced) return fail('REPLACES_NOTHING', messages.words('replacesNothing'));
    await undoEffects(tx, draft.replaces.letterId, at);
    await enqueue(tx, announceLetter, { letterId: draft.replaces.letterId, what: 'corrected' });
  }

  const book = bookFor(draft, ownBook);
  const restricted = draft.secrecy !== 'none';
  const above = !tx.actor.principals.includes(draft.fromUnitId) && draft.signerPositionId !== null ? [draft.signerPositionId] : [];
  const action = [
    ...(recipientCount > 0 && (draft.circular || outside.length > 0) ? [messages.words('registerSent', { count: recipientCount }).th] : []),
    ...(outside.length > 0 ? [messages.words(`channel.${channel}`).th] : []),
  ].join(' ');
  const taken = book === null ? undefined : await takeNumberFor(tx, {
    reservedEntryId,
    unitId: draft.fromUnitId, book, year, circular: draft.circular, letterDate, at,
    frame: referenceFrame(book, draft.circular, sender.code ?? '', year),
    restricted,
    readers: restricted ? [tx.actor.id, ...(signature ? [signature.positionId] : [])] : above,
    from: sender.abbreviation, to: draft.toText, subject: draft.subject, action,
    remark: draft.replaces ? messages.words('registerReplaces').th : '',
    subjectType: 'correspondence.letter', subjectId: draftId, href: letterHref(draftId),
  });
  if (book !== null && !taken) return fail('NOT_RESERVED', messages.words('notReserved'), { status: 409 });
  const reference = taken?.reference ?? unnumberedReference(draft, year, formatDate(localDate(letterDate), { style: 'short' }));
  await recordEffects(tx, { letterId: draftId, unitId: draft.fromUnitId, reference, letterDate }, effects.value);
  await together([
    markIssued(tx, draftId, {
      book, letterDate, at, signature, entryId: taken?.entryId ?? null, reference, recipientCount,
      token: randomBytes(18).toString('base64url'),
    }),
    noteReply(tx, services, draftId, reference, letterDate),
  ]);
  return ok(issuedFacts(draft, { reference, letterDate, recipientCount, book, signature, reserved: reserved !== undefined }));
}

/** What the caller hears, with the line of the trail. */
function issuedFacts(draft: Draft, facts: { reference: string; letterDate: string; recipientCount: number; book: Book | null; signature: Signature | null; reserved: boolean }): Issued {
  const { reference, letterDate, recipientCount, book, signature, reserved } = facts;
  return {
    letterId: draft.id,
    number: printedReference(reference),
    reference,
    letterDate,
    recipientCount,
    href: letterHref(draft.id),
    audit: {
      action: draft.circular ? 'correspondence.circular-issued' : 'correspondence.letter-issued',
      subject: { type: 'correspondence.letter', id: draft.id },
      unitId: draft.fromUnitId,
      ...(signature ? { authority: signature.authority } : {}),
      detail: {
        reference, recipients: recipientCount,
        ...(draft.subKind === 'memo' ? {} : { form: draft.subKind }),
        ...(book === null ? {} : { book }),
        ...(signature ? { signerPositionId: signature.positionId, signerPersonId: signature.personId, signed: signature.how } : {}),
        ...(reserved ? { reservedNumber: true, dated: letterDate } : {}),
        ...(draft.replaces ? { replaces: draft.replaces.letterId, reason: draft.replaces.reason } : {}),
      },
    },
  };
}

/** Rules about the letter itself, before anything is asked of the database. */
function contentRefusal(draft: Draft) {
  if (draft.subject.trim() === '' || draft.content.paragraphs.length === 0) return fail('EMPTY_LETTER', messages.words('emptyLetter'));
  // The regulation of 2564 keeps the highest level off electronic systems (its clause on ลับที่สุด).
  if (draft.secrecy === 'top-secret') return fail('TOO_SECRET', messages.words('tooSecret'));
  if (draft.subKind !== 'memo' && formOfLetter(draft).addressed === 'needed' && draft.toText.trim() === '') {
    return fail('NO_ADDRESSEE', messages.words('noAddressee'), { fields: { toText: messages.words('noAddressee') } });
  }
  const missing = missingFields(draft);
  if (missing.length > 0) return fail('INCOMPLETE_LETTER', messages.words('incompleteLetter', { fields: missing.map((key) => fieldNames[key].th).join(' ') }));
  return undefined;
}

/** A form without signature is released by somebody who may issue for the unit. */
function unsigned(tx: Tx, draft: Draft): Result<null> {
  return can(tx.actor, 'correspondence.issue', draft.fromUnitId) ? ok(null) : fail('NOT_ALLOWED', messages.words('mayNotRelease'), { status: 403 });
}

/** The signature of the letter, with the authority for it on that day (design rule 11). */
async function signatureFor(tx: Tx, draft: Draft, letterDate: string, signedBy: SignedBy | undefined): Promise<Result<Signature>> {
  if (draft.signerPositionId === null) return fail('NOT_THE_SIGNER', messages.words('noSigner'), { fields: { signer: messages.words('noSigner') } });
  const personId = signedBy?.personId ?? tx.actor.id;
  if (signedBy && !can(tx.actor, 'correspondence.record-signature', draft.fromUnitId)) {
    return fail('NOT_THE_SIGNER', messages.words('mayNotRecordSignature'));
  }
  const signer = await signerOn(tx, personId, draft.signerPositionId, letterDate);
  if (!signer) return fail('NOT_THE_SIGNER', messages.words(signedBy ? 'hasNoAuthority' : 'youHaveNoAuthority'));
  return ok({ ...signer, how: signedBy ? 'on-paper' : 'in-krom' });
}
