import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { fail, FailureError } from '../result.ts';
import { MissingContentError, type FileStore } from './file-store.ts';

/** A kept content no longer has the hash that is its name: the disk or somebody changed it. */
export class CorruptContentError extends Error {
  constructor(hash: string) {
    super(`The content ${hash} was changed on disk`);
    this.name = 'CorruptContentError';
  }
}

const hashShape = /^[0-9a-f]{64}$/;
const noRoom = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** A full disk is an expected failure with words; anything else is a surprise. */
export function explainFull(error: unknown): unknown {
  if (!noRoom.has(codeOf(error))) return error;
  return new FailureError(
    fail(
      'FILE_STORE_FULL',
      { th: 'ที่เก็บไฟล์เต็ม ยังบันทึกไฟล์ไม่ได้ กรุณาแจ้งผู้ดูแลระบบ', en: 'The file store is full, the file was not saved. Please tell the administrator.' },
      { status: 503 },
    ),
  );
}

async function* chunksOf(content: Uint8Array | NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) {
    yield content;
    return;
  }
  for await (const chunk of content) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Files in a folder, named by their SHA-256 in two levels of sub-folders (`ab/cd/abcd…`). A content is written beside
 * its place, flushed, and renamed into it, so a name never stands for half a content, also after a power cut.
 */
export class LocalFileStore implements FileStore {
  readonly folder: string;
  readonly #openTemp: (file: string) => Promise<FileHandle>;

  /** @param openTemp opens a new file for writing; a test puts a full disk here */
  constructor(folder: string, openTemp: (file: string) => Promise<FileHandle> = (file) => open(file, 'wx', 0o640)) {
    this.folder = folder;
    this.#openTemp = openTemp;
  }

  #place(hash: string): string {
    if (!hashShape.test(hash)) throw new MissingContentError(hash);
    return path.join(this.folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  }

  async put(content: Uint8Array | NodeJS.ReadableStream): Promise<{ hash: string; size: number }> {
    const waiting = path.join(this.folder, 'incoming');
    const temp = path.join(waiting, randomBytes(16).toString('hex'));
    const hasher = createHash('sha256');
    let size = 0;
    try {
      await mkdir(waiting, { recursive: true, mode: 0o750 });
      const handle = await this.#openTemp(temp);
      try {
        for await (const chunk of chunksOf(content)) {
          hasher.update(chunk);
          size += chunk.byteLength;
          await handle.writeFile(chunk);
        }
        await handle.sync();
      } finally {
        await handle.close();
      }
      const hash = hasher.digest('hex');
      const place = this.#place(hash);
      if (await this.has(hash)) {
        await unlink(temp);
      } else {
        await mkdir(path.dirname(place), { recursive: true, mode: 0o750 });
        await rename(temp, place);
        await syncFolder(path.dirname(place));
      }
      return { hash, size };
    } catch (error) {
      await unlink(temp).catch(() => {});
      throw explainFull(error);
    }
  }

  async get(hash: string): Promise<Buffer> {
    let content: Buffer;
    try {
      content = await readFile(this.#place(hash));
    } catch (error) {
      throw codeOf(error) === 'ENOENT' ? new MissingContentError(hash) : error;
    }
    if (createHash('sha256').update(content).digest('hex') !== hash) throw new CorruptContentError(hash);
    return content;
  }

  stream(hash: string): NodeJS.ReadableStream {
    const hasher = createHash('sha256');
    // The last bytes go out only with the right hash: a changed content ends as an error, not as a whole file.
    const check = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hasher.update(chunk);
        done(null, chunk);
      },
      flush(done) {
        done(hasher.digest('hex') === hash ? null : new CorruptContentError(hash));
      },
    });
    createReadStream(this.#place(hash))
      .on('error', (error) => check.destroy(codeOf(error) === 'ENOENT' ? new MissingContentError(hash) : error))
      .pipe(check);
    return check;
  }

  part(hash: string, range: { readonly start: number; readonly end: number }): NodeJS.ReadableStream {
    return createReadStream(this.#place(hash), range);
  }

  async has(hash: string): Promise<boolean> {
    try {
      return (await stat(this.#place(hash))).isFile();
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || error instanceof MissingContentError) return false;
      throw error;
    }
  }
}
