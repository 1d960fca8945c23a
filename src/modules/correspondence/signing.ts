// Letters that are signed with a certificate: the request stands on the definitive PDF of an issued letter. Number,
// register and receipts know nothing of it.
import type { Tx } from '../../platform/db/database.ts';
import type { Result } from '../../platform/result.ts';
import type { Services } from '../../platform/services.ts';
import { openSigningRequest } from '../signatures/index.ts';
import type { NewPart, OpenedRequest, Place } from '../signatures/index.ts';
import { printedReference } from './domain/reference.ts';
import { letterHref } from './href.ts';
import { documentOf, verifyBlockOf } from './paper.ts';
import { fileNameOf } from './file-name.ts';
import type { Letter } from './store/letters.ts';

export const letterSubject = (id: number) => ({ type: 'correspondence.letter', id });

/** The definitive PDF, made anew: the same letter gives the same bytes. */
export function printLetter(services: Pick<Services, 'paper' | 'config'>, letter: Letter & { readonly body: NonNullable<Letter['body']> }) {
  const { content, enclosures } = letter.body;
  return services.paper.renderPdf(
    documentOf({ ...letter, content, enclosures: enclosures.map((one) => one.label) }),
    { createdAt: letter.issuedAt, verify: verifyBlockOf(services.config.origin, letter.token) },
  );
}

/** The printed name of the signer in a letter's PDF, where the typesetter tells it. */
export const signerPlace = (places: readonly (Place & { readonly id: string })[]): Place | undefined => {
  const found = places.find((one) => one.id === 'signer') ?? places[0];
  return found && { page: found.page, x: found.x, y: found.y };
};

/** Whether a letter can be signed with a certificate: issued, with a signer and its PDF. */
export function canBeSigned(letter: Letter): letter is Letter & { readonly body: NonNullable<Letter['body']>; readonly fileHash: string } {
  return letter.state === 'issued' && letter.body !== null && letter.fileHash !== null && letter.signer.positionId > 0 && letter.signer.name !== '';
}

/**
 * Opens the request on a letter's PDF: the steps asked for, then the letter's signer, who alone signs where no steps are
 * given. `place`: of the printed name. Failures: as `openSigningRequest`.
 */
export function askForSignature(
  tx: Tx, services: Services, letter: Letter, file: { readonly hash: string; readonly size: number; readonly place: Place | undefined },
  more: { readonly before?: readonly (readonly NewPart[])[]; readonly requestedBy?: { readonly id: number; readonly name: string } } = {},
): Promise<Result<OpenedRequest, 'SIGNING_STEPS' | 'SIGNING_OPEN'>> {
  const { signer } = letter;
  const label = signer.acting ? signer.acting.principal : signer.title;
  return openSigningRequest(tx, services, {
    subject: { ...letterSubject(letter.id), href: letterHref(letter.id), title: letter.subject, reference: printedReference(letter.reference) },
    fileHash: file.hash, fileSize: file.size, fileName: fileNameOf(letter.reference), unitId: letter.unitId, restricted: letter.secrecy !== 'none',
    readers: [letter.draftedBy, letter.issuedBy].filter((id) => id > 0),
    steps: [...(more.before ?? []), [{ kind: 'sign', positionId: signer.positionId, label: label || signer.name, place: file.place }]],
    ...(more.requestedBy ? { requestedBy: more.requestedBy } : {}),
  });
}
