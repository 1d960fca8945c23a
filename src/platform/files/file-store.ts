/** Content-addressed files: the name of a content is its SHA-256, so the same content is kept once and cannot change. */
export interface FileStore {
  /** Keeps a content; resolves with its hash (hex) and size in bytes. Safe to repeat. */
  put(content: Uint8Array | NodeJS.ReadableStream): Promise<{ hash: string; size: number }>;
  /** The content, checked against its hash. Throws `MissingContentError` when it is gone. */
  get(hash: string): Promise<Buffer>;
  stream(hash: string): NodeJS.ReadableStream;
  /** Some bytes of the content, first and last included, as they lie there: a part cannot be checked against the hash of the whole. */
  part(hash: string, range: { readonly start: number; readonly end: number }): NodeJS.ReadableStream;
  has(hash: string): Promise<boolean>;
}

export class MissingContentError extends Error {
  constructor(hash: string) {
    super(`The content ${hash} is not in the store`);
    this.name = 'MissingContentError';
  }
}
