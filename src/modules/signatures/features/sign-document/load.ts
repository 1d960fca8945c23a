import { inspectPdf } from '../../../../paper/index.ts';
import { can } from '../../../../platform/access/actor.ts';
import type { OpenedRecord } from '../../../../platform/access/access-log.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { canDrawPages } from '../../../../platform/files/preview.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import type { Services } from '../../../../platform/services.ts';
import { fitting } from '../../requests/decide.ts';
import type { Part } from '../../domain/request.ts';
import { certificatesOf, certificateTime } from '../../certificates/keys.ts';
import type { UsableCertificate } from '../../certificates/keys.ts';
import { answering, signerOf } from '../../requests/office.ts';
import type { SignerFacts } from '../../requests/office.ts';
import { mayWithdraw } from '../../requests/open.ts';
import { storedRemoteProvider } from '../../service-settings.ts';
import { findRequest } from '../../store/requests.ts';
import type { SigningRequest } from '../../store/requests.ts';

/** A part that the actor can decide now, and as whom. */
export interface MyTurn {
  readonly part: Part;
  readonly signer: SignerFacts;
  readonly certificates: readonly UsableCertificate[];
}

export interface SigningData {
  readonly request: SigningRequest;
  /** Who answers for each open part now, by part; none where the seat is empty. */
  readonly waiting: readonly { readonly partId: number; readonly personId: number; readonly name: string }[];
  readonly turns: readonly MyTurn[];
  /** Parts that were told to the actor, who has no authority for them any more. */
  readonly lost: readonly Part[];
  readonly mayOpenPaper: boolean;
  /** Pages of the newest file; 0 where it cannot be drawn here. */
  readonly pages: number;
  readonly mayWithdraw: boolean;
  readonly mayGoOn: boolean;
  /** Name of the provider of remote signatures, where one is set and it is the actor's turn to sign. */
  readonly remoteProvider: string | undefined;
}

/** Whether the document itself is still the actor's to read: told once is not enough when the authority has ended. */
export function mayOpenPaper({ actor }: ReadTx, request: SigningRequest): boolean {
  if (request.requestedBy === actor.id || (!request.restricted && actor.principals.includes(request.unitId))) return true;
  return request.parts.some((part) => part.decidedBy === actor.id || part.personId === actor.id || (part.positionId !== null && actor.principals.includes(part.positionId)));
}

/** The line of the access log; the words of a classified record are not shown without it. */
export function openedSigning(request: Pick<SigningRequest, 'id' | 'restricted'>): OpenedRecord {
  return { type: 'signatures.request', id: request.id, ...(request.restricted ? { secrecy: 'confidential' } : {}) };
}

/** A request with all that the actor can do with it; NOT_FOUND where it is not the actor's to see. */
export async function loadSigning(tx: ReadTx, services: Services, id: number): Promise<Result<SigningData>> {
  const request = await findRequest(tx, id);
  if (!request) return notFound();
  const today = services.clock.today();
  const open = request.state === 'open' ? request.parts.filter((part) => part.state === 'open') : [];
  const people = await answering(tx, open, today);
  const certificates = open.length > 0 ? await certificatesOf(tx, tx.actor.id, certificateTime(services)) : [];
  const turns: MyTurn[] = [];
  const lost: Part[] = [];
  for (const part of open) {
    const mine = part.personId === tx.actor.id || (part.positionId !== null && tx.actor.principals.includes(part.positionId));
    const signer = mine ? await signerOf(tx, part, today) : undefined;
    if (signer?.ok) turns.push({ part, signer: signer.value, certificates: part.kind === 'sign' ? fitting(certificates, part) : [] });
    else if (mine || part.toldPersonId === tx.actor.id || part.toldBefore.includes(tx.actor.id)) lost.push(part);
  }
  const opens = mayOpenPaper(tx, request);
  return ok({
    request, turns, lost,
    waiting: [...people].map(([partId, person]) => ({ partId, ...person })),
    mayOpenPaper: opens,
    pages: opens && (await canDrawPages()) ? await pagesOf(services, request.file.hash) : 0,
    mayWithdraw: mayWithdraw(tx, request),
    mayGoOn: request.parts.some((part) => part.state === 'signed') && can(tx.actor, 'signatures.go-on'),
    remoteProvider: turns.some((turn) => turn.part.kind === 'sign') ? (await storedRemoteProvider(tx))?.name : undefined,
  });
}

async function pagesOf(services: Services, hash: string): Promise<number> {
  const facts = await inspectPdf(await services.files.get(hash));
  return facts.ok ? facts.value.pages : 0;
}
