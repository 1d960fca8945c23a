/** What the pool and its workers say to each other. */
import type { ParsedDocument } from './documents.ts';
import type { PaperFailure } from './failures.ts';
import type { EmblemBytes, SignaturePlace } from './typst.ts';
import type { VerifyBlock } from './qr.ts';

export interface JobInput {
  output: 'pdf' | 'svg';
  document: ParsedDocument;
  /** Milliseconds since 1970: the only time in the file. */
  createdAt: number;
  emblem?: EmblemBytes;
  verify?: VerifyBlock;
  fingerprint?: string;
  attachData: boolean;
}

export type JobOutput =
  | { output: 'pdf'; pdf: Uint8Array<ArrayBuffer>; pages: number; signatures: SignaturePlace[] }
  | { output: 'svg'; pages: string[] };

export interface Request { id: number; job: JobInput }
export type Reply =
  | { type: 'ready' }
  | { type: 'unavailable'; reason: string }
  | { type: 'done'; id: number; result: JobOutput; warnings?: string[] }
  | { type: 'failed'; id: number; failure: PaperFailure }
  | { type: 'threw'; id: number; error: string };
