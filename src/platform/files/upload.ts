import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Actor } from '../access/actor.ts';
import { FailureError, type Result } from '../result.ts';
import type { Services } from '../services.ts';
import { addFileRecord, type FileRecord } from './file-records.ts';
import { inspectFile, tooLarge, type FileRefusal } from './inspect.ts';
import { explainFull } from './local-file-store.ts';
import type { MediaTypeName } from './media-types.ts';

export interface Upload {
  readonly stream: NodeJS.ReadableStream | Uint8Array;
  readonly fileName: string;
  readonly allow?: readonly MediaTypeName[];
  /** Bytes; the setting of the house unless given. */
  readonly maxBytes?: number;
}

class TooLarge extends Error {}

function limit(maxBytes: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.byteLength;
      done(size > maxBytes ? new TooLarge() : null, chunk);
    },
  });
}

/** True where the HTTP layer cut the stream off at its own limit. */
function wasCut(stream: NodeJS.ReadableStream | Uint8Array): boolean {
  return (stream as { truncated?: unknown }).truncated === true;
}

/**
 * Receives an uploaded file: to a temporary file, looked into, into the store, and a record that only the uploader
 * sees until a record takes it up (`takeFiles`). Refusals are values with words; so is a full disk.
 */
export async function receiveUpload(services: Services, actor: Actor, upload: Upload): Promise<Result<FileRecord, FileRefusal | 'FILE_STORE_FULL'>> {
  const { config, files, database } = services;
  const maxBytes = upload.maxBytes ?? config.maxUploadBytes;
  const folder = path.join(config.dataFolder, 'uploads');
  const temp = path.join(folder, randomBytes(16).toString('hex'));
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const source = upload.stream instanceof Uint8Array ? Readable.from([upload.stream]) : upload.stream;
    await pipeline(source, limit(maxBytes), createWriteStream(temp, { flags: 'wx', mode: 0o600 }));
    if (wasCut(upload.stream)) return tooLarge(maxBytes);
    const inspected = await inspectFile(temp, upload.fileName, { maxBytes, ...(upload.allow ? { allow: upload.allow } : {}) });
    if (!inspected.ok) return inspected;
    const { hash, size } = await files.put(createReadStream(temp));
    const record = await database.write(actor, (tx) => addFileRecord(tx, { ...inspected.value, hash, size }));
    return { ok: true, value: record };
  } catch (error) {
    if (error instanceof TooLarge || (error as { code?: unknown }).code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge(maxBytes);
    const explained = explainFull(error);
    if (explained instanceof FailureError && explained.failure.code === 'FILE_STORE_FULL') {
      services.log.error({ error }, 'the disk of the file store is full');
      return { ...explained.failure, code: 'FILE_STORE_FULL' };
    }
    throw explained;
  } finally {
    await unlink(temp).catch(() => {});
  }
}
