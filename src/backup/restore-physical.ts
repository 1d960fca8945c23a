import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { z } from 'zod';
import { makePlace, programsFor, readSecrets, unprivilegedUser, type Unprivileged } from '../platform/db/embedded-place.ts';
import { fail, ok, type Result } from '../platform/result.ts';

/** Where a cluster is put back: its folder, its programs, and as whom it will run. */
export interface ClusterPlace {
  readonly data: string;
  readonly folder: string;
  readonly native: string;
  readonly user: Unprivileged | undefined;
  readonly major: number;
}

/** Makes the folder of the embedded database, as a first start does, and asks its programs for their version. */
export function makeClusterPlace(dataFolder: string): ClusterPlace {
  const user = unprivilegedUser();
  const folder = makePlace(dataFolder, user);
  const { native } = programsFor(folder, user);
  const told = spawnSync(path.join(native, 'bin/postgres'), ['--version'], { ...user, cwd: folder, encoding: 'utf8' }).stdout ?? '';
  return { data: path.join(folder, 'data'), folder, native, user, major: Number(/(\d+)/.exec(told)?.[1] ?? 0) };
}

/** Files of the cluster by path, as they were laid down. */
export type LaidFiles = Map<string, { size: number; sha256: string }>;

/** Lays the server's files down as the user that the server runs as. */
export async function layCluster(place: ClusterPlace, content: AsyncIterable<Buffer>, tell: (bytes: number) => void): Promise<LaidFiles> {
  const { data, user } = place;
  const laid: LaidFiles = new Map();
  const own = (file: string) => user && chownSync(file, user.uid, user.gid);
  const folder = (target: string) => {
    mkdirSync(target, { recursive: true, mode: 0o700 });
    own(target);
  };
  folder(data);
  const entries = extract();
  const input = Readable.from(content, { objectMode: false });
  input.on('error', (error) => entries.destroy(error));
  input.pipe(entries as unknown as NodeJS.WritableStream);
  let bytes = 0;
  for await (const entry of entries) {
    const { name, type, size } = (entry as unknown as { header: { name: string; type: string; size: number } }).header;
    const target = path.join(data, name);
    if (!`${target}/`.startsWith(`${data}/`)) throw new Error(`The backup names a file outside its folder: ${name}`);
    if (type === 'directory') folder(target);
    else if (type === 'file' || type === 'contiguous-file') {
      const hash = createHash('sha256');
      const file = createWriteStream(target, { mode: 0o600 });
      for await (const chunk of entry as unknown as AsyncIterable<Buffer>) {
        hash.update(chunk);
        bytes += chunk.length;
        if (!file.write(chunk)) await once(file, 'drain');
      }
      file.end();
      await finished(file);
      own(target);
      laid.set(name.replace(/^\.\//, ''), { size, sha256: hash.digest('hex') });
      tell(bytes);
    } else throw new Error(`The backup holds a ${type}, which Krom's own servers do not have: ${name}`);
    entry.resume();
  }
  chmodSync(data, 0o700);
  return laid;
}

const serverManifest = z.object({
  Files: z.array(z.object({ 'Path': z.string().optional(), 'Encoded-Path': z.string().optional(), 'Size': z.number(), 'Checksum': z.string() })),
});

/** Compares what was laid down with the hashes that PostgreSQL itself gave each file when it sent it; names of those that differ. */
export function differingFiles(text: Buffer, laid: LaidFiles): string[] {
  const at = text.lastIndexOf('"Manifest-Checksum"');
  const told = /"Manifest-Checksum":\s*"([0-9a-f]+)"/.exec(text.subarray(Math.max(at, 0)).toString('utf8'))?.[1];
  if (at < 0 || createHash('sha256').update(text.subarray(0, at)).digest('hex') !== told) return ['backup_manifest'];
  const files = serverManifest.parse(JSON.parse(text.toString('utf8'))).Files;
  return files.flatMap((file) => {
    const name = file.Path ?? Buffer.from(file['Encoded-Path'] ?? '', 'hex').toString('utf8');
    const have = laid.get(name);
    return have?.size === file.Size && have.sha256 === file.Checksum ? [] : [name];
  });
}

/**
 * Gives the restored cluster passwords of its own: those in it were of the server that it was copied from, and they lie
 * in no backup. Done before it ever listens, by the server's single-user mode, which also brings it to one moment.
 */
export function giveNewPasswords(place: ClusterPlace): Result<void, 'CLUSTER_NOT_STARTED'> {
  const { data, native, user, folder } = place;
  const secrets = readSecrets(folder);
  const statements = [`alter role krom password '${secrets.owner}'`, `alter role krom_app password '${secrets.app}'`];
  const done = spawnSync(path.join(native, 'bin/postgres'), ['--single', '-D', data, 'postgres'], { ...user, cwd: data, encoding: 'utf8', input: `${statements.join('\n')}\n`, maxBuffer: 64 * 1024 * 1024 });
  const words = `${done.stderr ?? ''}`.split('\n').filter((line) => /FATAL|PANIC|ERROR/.test(line));
  if (done.status === 0 && words.length === 0) return ok(undefined);
  const why = words[0] ?? done.error?.message ?? `${done.status ?? done.signal}`;
  return fail('CLUSTER_NOT_STARTED', { th: `ฐานข้อมูลที่กู้คืนเริ่มไม่ได้: ${why}`, en: `The restored database could not be started: ${why}` });
}
