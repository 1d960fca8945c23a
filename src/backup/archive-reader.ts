import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import { extract } from 'tar-stream';
import { fail, ok, type Result } from '../platform/result.ts';
import { backupForm, headName, manifestName, parseHead, parseManifest, publicKeysName, sealName, type BackupHead, type BackupManifest } from './manifest.ts';

export interface ArchiveEntry {
  readonly name: string;
  readonly size: number;
  /** Its bytes; must be read to the end, or by `skip`, before the next entry comes. */
  readonly content: AsyncIterable<Buffer>;
}

/** The entries of a backup file in order. Throws where the file is no tar or is cut. */
export async function* readEntries(file: string): AsyncGenerator<ArchiveEntry> {
  const source = createReadStream(file, { highWaterMark: 1024 * 1024 });
  const entries = extract();
  source.on('error', (error) => entries.destroy(error));
  source.pipe(entries as unknown as NodeJS.WritableStream);
  try {
    for await (const entry of entries) {
      const header = (entry as unknown as { header: { name: string; size: number } }).header;
      yield { name: header.name, size: header.size, content: entry as unknown as AsyncIterable<Buffer> };
    }
  } finally {
    source.destroy();
    entries.destroy();
  }
}

export async function bufferOf(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A stream that was laid down in pieces, whole again. Files and small parts come one by one. */
export interface ArchiveGroup {
  /** Name of the part, or of the stream without the numbers of its pieces. */
  readonly name: string;
  readonly size: number;
  /** Decompressed where it was a stream. */
  readonly content: AsyncIterable<Buffer>;
}

const pieceShape = /^(.*)\.\d{6}$/;

/** The parts with the pieces of each stream joined and decompressed. A group that nobody reads is passed over. */
export async function* readGroups(file: string): AsyncGenerator<ArchiveGroup> {
  const entries = readEntries(file);
  let next = await entries.next();
  try {
    while (!next.done) {
      const entry = next.value;
      const prefix = pieceShape.exec(entry.name)?.[1];
      if (prefix === undefined) {
        yield entry;
        next = await entries.next();
        continue;
      }
      async function* pieces() {
        while (!next.done && pieceShape.exec(next.value.name)?.[1] === prefix) {
          yield* next.value.content;
          next = await entries.next();
        }
      }
      const joined = pieces();
      // Made when it is read: a group that nobody reads is only passed over.
      yield { name: prefix, size: entry.size, content: { [Symbol.asyncIterator]: () => decompressed(joined)[Symbol.asyncIterator]() } };
      while (!(await joined.next()).done);
    }
  } finally {
    await entries.return(undefined);
  }
}

function decompressed(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const input = Readable.from(source, { objectMode: false });
  const plain = createZstdDecompress();
  input.on('error', (error) => plain.destroy(error));
  input.pipe(plain);
  return plain;
}

/** The first part alone: what kind of file this is. */
export async function readHead(file: string): Promise<Result<BackupHead, 'NO_BACKUP' | 'NEWER_FORM'>> {
  let head: BackupHead | undefined;
  try {
    for await (const entry of readEntries(file)) {
      if (entry.name === headName && entry.size < 100_000) head = parseHead((await bufferOf(entry.content)).toString('utf8'));
      break;
    }
  } catch {
    // Not a tar: the words below say so.
  }
  if (!head) return fail('NO_BACKUP', { th: `${file} ไม่ใช่ไฟล์สำรองของระบบนี้`, en: `${file} is not a backup of Krom` });
  if (head.form > backupForm) return newerForm(head);
  return ok(head);
}

function newerForm(head: BackupHead) {
  return fail('NEWER_FORM', {
    th: `ไฟล์สำรองนี้ทำด้วยรุ่น ${head.krom} ซึ่งใหม่กว่า ติดตั้งรุ่นนั้นหรือใหม่กว่าแล้วกู้คืนอีกครั้ง`,
    en: `This backup was made by the newer version ${head.krom}. Install that version or a later one, then restore again`,
  });
}

/** A file that is whole, with what a restore must know before it begins. */
export interface CheckedArchive {
  readonly manifest: BackupManifest;
  readonly publicKeys: Buffer | undefined;
}

export type CheckFailure = 'NO_BACKUP' | 'NEWER_FORM' | 'CUT' | 'DAMAGED';

/**
 * Reads the whole file and compares every part with the manifest, before anything is done with it. Fails with CUT where
 * the end is missing, DAMAGED where a part is not what was written.
 */
export async function checkArchive(file: string, tell: (bytes: number) => void = () => {}): Promise<Result<CheckedArchive, CheckFailure>> {
  const head = await readHead(file);
  if (!head.ok) return head;
  const found = new Map<string, { size: number; sha256: string }>();
  const files = createHash('sha256');
  const wrong: string[] = [];
  let manifestText: Buffer | undefined;
  let seal: string | undefined;
  let publicKeys: Buffer | undefined;
  let count = 0;
  let bytes = 0;
  let read = 0;
  try {
    for await (const entry of readEntries(file)) {
      if (entry.name === manifestName) manifestText = await bufferOf(entry.content);
      else if (entry.name === sealName) seal = (await bufferOf(entry.content)).toString('utf8');
      else {
        const hash = createHash('sha256');
        const kept: Buffer[] | undefined = entry.name === publicKeysName ? [] : undefined;
        for await (const chunk of entry.content) {
          hash.update(chunk);
          kept?.push(chunk);
          tell((read += chunk.length));
        }
        if (kept) publicKeys = Buffer.concat(kept);
        const sha256 = hash.digest('hex');
        if (entry.name.startsWith('files/')) {
          const name = entry.name.slice(entry.name.lastIndexOf('/') + 1);
          if (name !== sha256) wrong.push(entry.name);
          files.update(`${name} ${entry.size}\n`);
          count += 1;
          bytes += entry.size;
        } else found.set(entry.name, { size: entry.size, sha256 });
      }
    }
  } catch {
    // Cut in the middle of a part: the manifest, which is the last, has not been seen.
    seal = undefined;
  }
  if (!manifestText || seal === undefined) {
    return fail('CUT', {
      th: 'ไฟล์สำรองไม่ครบ ตอนท้ายขาดหายไป คัดลอกใหม่จากต้นฉบับ หรือใช้ไฟล์สำรองชุดก่อนหน้า',
      en: 'The backup file is cut: its end is missing. Copy it again from where it was made, or use the one before',
    });
  }
  const manifest = parseManifest(manifestText.toString('utf8'));
  if (createHash('sha256').update(manifestText).digest('hex') !== seal || !manifest) wrong.push(manifestName);
  else {
    for (const part of manifest.parts) {
      const have = found.get(part.name);
      if (have?.sha256 !== part.sha256 || have.size !== part.size) wrong.push(part.name);
      found.delete(part.name);
    }
    wrong.push(...found.keys());
    if (count !== manifest.files.count || bytes !== manifest.files.bytes || files.digest('hex') !== manifest.files.hash) wrong.push('files');
  }
  if (wrong.length > 0 || !manifest) {
    const names = wrong.slice(0, 5).join(', ');
    return fail('DAMAGED', {
      th: `ไฟล์สำรองเสียหาย (${names}) คัดลอกใหม่จากต้นฉบับ หรือใช้ไฟล์สำรองชุดก่อนหน้า`,
      en: `The backup file is damaged (${names}). Copy it again from where it was made, or use the one before`,
    });
  }
  return ok({ manifest, publicKeys });
}
