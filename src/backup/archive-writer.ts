import { createHash } from 'node:crypto';
import { open, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { createZstdCompress } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import { manifestName, sealName, type BackupManifest, type BackupPart } from './manifest.ts';

type Sink = ReturnType<Pack['entry']>;

/** A stream of unknown length is laid down in pieces of this size: a tar entry must know its own beforehand. */
const pieceBytes = 8 * 1024 * 1024;

/**
 * Writes one backup file: a plain tar, its parts compressed by themselves. It grows under another name in the same
 * folder and gets its own when it is whole and on the disk; a killed backup leaves nothing that looks like one.
 */
export class ArchiveWriter {
  readonly parts: BackupPart[] = [];
  readonly #file: string;
  readonly #temp: string;
  readonly #pack: Pack = pack();
  readonly #hash = createHash('sha256');
  readonly #writing: Promise<void>;
  #size = 0;
  #broken: unknown;

  private constructor(file: string, temp: string, handle: FileHandle) {
    this.#file = file;
    this.#temp = temp;
    this.#writing = this.#write(handle);
    this.#writing.catch((error: unknown) => {
      this.#broken = error;
      this.#pack.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  }

  static async open(file: string): Promise<ArchiveWriter> {
    const temp = path.join(path.dirname(file), `.${path.basename(file)}.unfinished-${process.pid}`);
    // Everything that the office knows is in it: for the one who runs Krom alone.
    return new ArchiveWriter(file, temp, await open(temp, 'wx', 0o600));
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#size;
  }

  async #write(handle: FileHandle): Promise<void> {
    try {
      for await (const chunk of this.#pack as AsyncIterable<Buffer>) {
        this.#hash.update(chunk);
        // Known before the loop is left, which closes every part under way.
        await handle.writeFile(chunk).catch((error: unknown) => {
          this.#broken = error;
          throw error;
        });
        this.#size += chunk.length;
      }
      await handle.sync();
    } catch (error) {
      this.#broken = error;
      throw error;
    } finally {
      await handle.close();
    }
  }

  /** A small part, whole in memory. */
  async part(name: string, content: Buffer): Promise<void> {
    await this.#entry(name, content);
    this.parts.push({ name, size: content.length, sha256: createHash('sha256').update(content).digest('hex') });
  }

  /** A stream, compressed and laid down in pieces `prefix.000001`, …; number of bytes that came in. */
  async stream(prefix: string, source: AsyncIterable<Uint8Array>): Promise<number> {
    let raw = 0;
    async function* counted() {
      for await (const chunk of source) {
        raw += chunk.length;
        yield chunk;
      }
    }
    const input = Readable.from(counted(), { objectMode: false });
    const compressed = createZstdCompress();
    input.on('error', (error) => compressed.destroy(error));
    input.pipe(compressed);
    let waiting: Buffer[] = [];
    let size = 0;
    let pieces = 0;
    const lay = async () => {
      pieces += 1;
      await this.part(`${prefix}.${String(pieces).padStart(6, '0')}`, Buffer.concat(waiting));
      waiting = [];
      size = 0;
    };
    for await (const chunk of compressed as AsyncIterable<Buffer>) {
      waiting.push(chunk);
      size += chunk.length;
      if (size >= pieceBytes) await lay();
    }
    if (size > 0) await lay();
    return raw;
  }

  /** A file whose size and hash are known, as it is. Throws when its content is another by now. */
  async file(name: string, size: number, sha256: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    const hash = createHash('sha256');
    await this.#into({ name, size }, async (sink) => {
      for await (const chunk of content) {
        this.#refuse();
        hash.update(chunk);
        if (!sink.write(chunk)) await this.#drained(sink);
      }
      sink.end(null);
    });
    if (hash.digest('hex') !== sha256) throw new Error(`${name} was changed while it was copied`);
  }

  #entry(name: string, content: Buffer): Promise<void> {
    return this.#into({ name, size: content.length }, (sink) => {
      sink.write(content);
      sink.end(null);
    });
  }

  async #into(header: { name: string; size: number }, fill: (sink: Sink) => Promise<void> | void): Promise<void> {
    this.#refuse();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    promise.catch(() => {});
    const sink = this.#pack.entry({ ...header, mode: 0o600 }, (error) => (error ? reject(error) : resolve()));
    sink.on('error', () => {});
    try {
      await fill(sink);
      await promise;
    } catch (error) {
      throw this.#broken ?? error;
    }
  }

  #refuse(): void {
    if (this.#broken) throw this.#broken;
  }

  /** When the disk is full the sink is closed and never drains. */
  #drained(sink: Sink): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#broken) return reject(this.#broken as Error);
      const settle = () => {
        sink.removeListener('drain', settle);
        sink.removeListener('close', settle);
        if (this.#broken) reject(this.#broken as Error);
        else resolve();
      };
      sink.on('drain', settle);
      sink.on('close', settle);
    });
  }

  /** Lays the manifest down as the last part, waits for the disk, and gives the file its name and a `.sha256` beside it. */
  async finish(manifest: BackupManifest): Promise<{ size: number; sha256: string }> {
    const text = Buffer.from(JSON.stringify(manifest, null, 1));
    await this.#entry(manifestName, text);
    await this.#entry(sealName, Buffer.from(createHash('sha256').update(text).digest('hex')));
    this.#pack.finalize();
    await this.#writing;
    const sha256 = this.#hash.digest('hex');
    await writeFile(`${this.#file}.sha256`, `${sha256}  ${path.basename(this.#file)}\n`, { mode: 0o600, flush: true });
    await rename(this.#temp, this.#file);
    await syncFolder(path.dirname(this.#file));
    return { size: this.#size, sha256 };
  }

  /** Takes the unfinished file away. */
  async abandon(): Promise<void> {
    this.#pack.destroy(new Error('abandoned'));
    await this.#writing.catch(() => {});
    await rm(this.#temp, { force: true });
  }
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
