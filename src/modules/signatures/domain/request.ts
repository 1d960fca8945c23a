/** A request for signatures as rules: whose turn it is, what a decision opens, what stands in the way. No I/O. */
import type { Authority } from '../../../platform/access/actor.ts';

export const partKinds = ['approve', 'sign'] as const;
export type PartKind = (typeof partKinds)[number];

/** `queued` waits for earlier steps; `signed` waits for its time stamp; `dropped` was never asked, as the request ended before. */
export type PartState = 'queued' | 'open' | 'signed' | 'done' | 'refused' | 'dropped';
export type RequestState = 'open' | 'complete' | 'refused' | 'withdrawn';

/** Where a signature is shown: page from 1, PDF points from the lower left; x the left edge of the block of the printed name, y its top. */
export interface Place {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** One part as it is asked for: exactly one of post and person. */
export interface NewPart {
  readonly kind: PartKind;
  readonly positionId?: number;
  readonly personId?: number;
  /** As called on that day. */
  readonly label: string;
  /** Of the printed name; left out where the document has none: the next free place is taken. */
  readonly place?: Place | undefined;
}

export interface Part {
  readonly id: number;
  readonly step: number;
  readonly ordinal: number;
  readonly kind: PartKind;
  readonly positionId: number | null;
  readonly personId: number | null;
  readonly label: string;
  readonly place: Place | null;
  readonly state: PartState;
  readonly openedAt: Date | null;
  readonly toldPersonId: number | null;
  /** Who was told while they answered for the post, and does so no longer. */
  readonly toldBefore: readonly number[];
  readonly decidedAt: Date | null;
  readonly decidedBy: number | null;
  readonly decidedByName: string | null;
  readonly decidedTitle: string | null;
  readonly authority: Authority | null;
  readonly note: string;
  readonly timeStamp: 'stamped' | 'none' | 'gone-on' | null;
  readonly stampedAt: Date | null;
}

type Turn = Pick<Part, 'id' | 'step' | 'state'>;

/**
 * What the parts as they now stand lead to: parts of the next step to open, or the end. A step opens only when every
 * part of the steps before it is done; a signature without its time stamp is not done yet.
 */
export function progress(parts: readonly Turn[]): { readonly open: readonly number[]; readonly complete: boolean } {
  if (parts.some((part) => part.state === 'refused')) return { open: [], complete: false };
  const waiting = parts.filter((part) => part.state !== 'done');
  if (waiting.length === 0) return { open: [], complete: parts.length > 0 };
  const step = Math.min(...waiting.map((part) => part.step));
  return { open: waiting.filter((part) => part.step === step && part.state === 'queued').map((part) => part.id), complete: false };
}

export type Hindrance = 'ended' | 'not-yet' | 'decided' | 'awaits-time';

/** Why nobody can decide a part now; undefined where it is open. A second signature waits until the first has its time stamp. */
export function hindrance(request: { readonly state: RequestState; readonly parts: readonly Pick<Part, 'id' | 'kind' | 'state'>[] }, partId: number): Hindrance | undefined {
  const part = request.parts.find((one) => one.id === partId);
  if (!part || part.state === 'dropped' || (request.state !== 'open' && part.state === 'open')) return 'ended';
  if (part.state === 'signed' || part.state === 'done' || part.state === 'refused') return 'decided';
  if (request.state !== 'open') return 'ended';
  if (part.state === 'queued') return 'not-yet';
  if (part.kind === 'sign' && request.parts.some((one) => one.state === 'signed')) return 'awaits-time';
  return undefined;
}

/** How many of how many have decided: "รอลงนาม 1 จาก 2" counts signatures and approvals alike. */
export function tally(parts: readonly Pick<Part, 'state'>[]): { readonly done: number; readonly all: number } {
  return { done: parts.filter((part) => part.state === 'signed' || part.state === 'done').length, all: parts.length };
}

export type StepsFault = 'nobody' | 'no-signer' | 'twice' | 'too-many';

/** What is wrong with steps as asked for. Somebody must sign, the last step signs, and nobody is asked twice in one step. */
export function stepsFault(steps: readonly (readonly NewPart[])[]): StepsFault | undefined {
  if (steps.length === 0 || steps.some((step) => step.length === 0)) return 'nobody';
  if (steps.length > 10 || steps.some((step) => step.length > 20)) return 'too-many';
  if (!steps.at(-1)!.some((part) => part.kind === 'sign')) return 'no-signer';
  const twice = steps.some((step) => new Set(step.map((part) => part.positionId ?? -(part.personId ?? 0))).size < step.length);
  return twice ? 'twice' : undefined;
}
