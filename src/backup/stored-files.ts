import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';

export interface StoredContent {
  readonly hash: string;
  readonly size: number;
  readonly file: string;
}

const hashShape = /^[0-9a-f]{64}$/;
const stepShape = /^[0-9a-f]{2}$/;

async function names(folder: string, shape: RegExp): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => shape.test(name)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * The contents of the local file store in the order of their hashes; half-written ones (`incoming/`) are none. Contents
 * are only ever added and are there before their record is, so a list made after a snapshot of the database holds
 * everything that the snapshot names.
 */
export async function* listContents(folder: string): AsyncGenerator<StoredContent> {
  for (const first of await names(folder, stepShape)) {
    for (const second of await names(path.join(folder, first), stepShape)) {
      for (const hash of await names(path.join(folder, first, second), hashShape)) {
        const file = path.join(folder, first, second, hash);
        yield { hash, size: (await stat(file)).size, file };
      }
    }
  }
}

/** Where a content lies below the folder of the store. */
export function placeOfContent(hash: string): string {
  return path.join(hash.slice(0, 2), hash.slice(2, 4), hash);
}

/** Up to this size a content is read once and kept; larger ones are read twice. */
const atOnce = 8 * 1024 * 1024;

/** The bytes of a content, checked against its name before the first of them is given; undefined where the disk changed them. */
export async function soundContent({ file, hash, size }: StoredContent): Promise<AsyncIterable<Uint8Array> | undefined> {
  const hasher = createHash('sha256');
  if (size <= atOnce) {
    const bytes = await readFile(file);
    return hasher.update(bytes).digest('hex') === hash ? Readable.from([bytes]) : undefined;
  }
  for await (const chunk of createReadStream(file)) hasher.update(chunk as Buffer);
  return hasher.digest('hex') === hash ? read(file) : undefined;
}

/** Opened when the first byte is asked for: a stream that nobody reads would throw its error at the process. */
async function* read(file: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(file) as AsyncIterable<Buffer>;
}
