import type { ReadTx } from '../db/database.ts';
import type { Words } from '../words.ts';

/** What anybody who holds a document may learn of it from its code: whether it is real and still in force. */
export interface PublicDocument {
  readonly kind: Words;
  /** As printed, Thai digits. */
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly unit: string;
  /** Left out where the document is secret. */
  readonly subject?: string;
  readonly state: 'valid' | 'recalled' | 'replaced' | 'draft';
  /** SHA-256 of the issued PDF in hex; undefined until it is made. */
  readonly contentHash?: string;
}

/**
 * Finds an issued document by its verification code (random, printed as QR). Asked by the public actor, so a source
 * reads through a SECURITY DEFINER function that gives these facts and nothing else.
 */
export interface PublicDocumentSource {
  find(tx: ReadTx, code: string): Promise<PublicDocument | undefined>;
}

/** Path of the page that a QR leads to. */
export function verifyPath(code: string): string {
  return `/verify/${code}`;
}
