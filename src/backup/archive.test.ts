import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noTmpfs, smallDisk } from '../../tests/support/tmpfs.ts';
import { bufferOf, checkArchive, readGroups, readHead } from './archive-reader.ts';
import { ArchiveWriter } from './archive-writer.ts';
import { sweepUnfinished } from './backup.ts';
import { FilesHash } from './fingerprint.ts';
import { readKeys, writeKeys } from './keys.ts';
import { headName, type BackupManifest } from './manifest.ts';
import { inOrder, nameOf, toRemove } from './rotation.ts';
import { listContents, soundContent, type StoredContent } from './stored-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'krom-archive-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const head = { form: 1, id: 'test', kind: 'logical' as const, krom: '0', postgres: 18, machineTime: '2026-11-26T00:00:00Z', legalTime: '2020-11-03T02:00:00Z' };
/** Bytes that do not compress, so that a stream takes several pieces. */
const noise = (size: number) => randomBytes(size);

async function* inChunks(bytes: Buffer, size = 70_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function writeSample(file: string, rows: Buffer, content: Buffer): Promise<BackupManifest> {
  const writer = await ArchiveWriter.open(file);
  await writer.part(headName, Buffer.from(JSON.stringify(head)));
  await writer.stream('database/a.rows.copy.zst', inChunks(rows));
  await writer.stream('database/b.none.copy.zst', inChunks(Buffer.alloc(0)));
  const hash = sha256(content);
  await writer.file(`files/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`, content.length, hash, inChunks(content));
  const files = new FilesHash();
  files.add({ hash, size: content.length });
  const manifest: BackupManifest = { ...head, migrations: [], queueVersion: 1, tables: [], sequences: [], nextXid: '1', files: files.print(), damaged: [], parts: writer.parts, databaseBytes: 0 };
  const done = await writer.finish(manifest);
  expect(done).toEqual({ size: statSync(file).size, sha256: sha256(readFileSync(file)) });
  return manifest;
}

describe('one file', () => {
  test('what goes in comes out, streams in pieces as well, and the file says what it is', async () => {
    const file = path.join(folder, 'a.krom');
    const rows = noise(17_000_000);
    const content = noise(3_000_001);
    const manifest = await writeSample(file, rows, content);
    expect(manifest.parts.filter(({ name }) => name.startsWith('database/a.rows')).length).toBeGreaterThan(2);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await readHead(file)).toEqual({ ok: true, value: head });
    expect(await checkArchive(file)).toMatchObject({ ok: true, value: { manifest } });
    const seen: Record<string, string> = {};
    for await (const group of readGroups(file)) {
      // One is passed over without being read.
      if (group.name !== headName) seen[group.name] = sha256(await bufferOf(group.content));
    }
    expect(Object.values(seen)).toContain(sha256(rows));
    expect(Object.values(seen)).toContain(sha256(content));
    expect(Object.values(seen)).toContain(sha256(Buffer.alloc(0)));
    expect(readdirSync(folder).sort()).toEqual(['a.krom', 'a.krom.sha256']);
  });

  test('a file that is cut anywhere, changed anywhere, or none at all is refused, and the words say what to do', async () => {
    const file = path.join(folder, 'a.krom');
    await writeSample(file, noise(200_000), noise(50_000));
    const whole = readFileSync(file);
    const other = path.join(folder, 'b.krom');
    const codes = new Set<string>();
    for (let at = 100; at < whole.length - 1024; at += 6_007) {
      writeFileSync(other, whole.subarray(0, at));
      const cut = await checkArchive(other);
      expect([at, cut.ok]).toEqual([at, false]);
      if (!cut.ok) codes.add(cut.code);
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(other, changed);
      const damaged = await checkArchive(other);
      // The header of a tar entry holds what no part does: owner, times. There a changed bit changes nothing that is restored.
      const header = at % 512 < 512 && isHeader(whole, at);
      if (!header) expect([at, damaged.ok]).toEqual([at, false]);
      if (!damaged.ok) codes.add(damaged.code);
    }
    expect([...codes].sort()).toEqual(['CUT', 'DAMAGED', 'NO_BACKUP']);
    writeFileSync(other, 'not a backup');
    expect(await checkArchive(other)).toMatchObject({ ok: false, code: 'NO_BACKUP' });
    expect(await readHead(path.join(folder, 'nowhere'))).toMatchObject({ ok: false, code: 'NO_BACKUP' });
  });

  test('a backup of a later form asks for the later program', async () => {
    const file = path.join(folder, 'later.krom');
    const writer = await ArchiveWriter.open(file);
    await writer.part(headName, Buffer.from(JSON.stringify({ ...head, form: 99, krom: '9.0' })));
    await writer.finish({ ...head } as BackupManifest);
    expect(await checkArchive(file)).toMatchObject({ ok: false, code: 'NEWER_FORM', message: { th: expect.stringContaining('9.0') } });
  });

  test('an abandoned backup leaves nothing, and the next one sweeps what a killed one left', async () => {
    const writer = await ArchiveWriter.open(path.join(folder, 'a.krom'));
    await writer.part('x', noise(100_000));
    expect(readdirSync(folder)).toEqual([`.a.krom.unfinished-${process.pid}`]);
    await writer.abandon();
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(path.join(folder, '.b.krom.unfinished-4194000'), 'half');
    writeFileSync(path.join(folder, `.c.krom.unfinished-${process.ppid}`), 'of a living process');
    sweepUnfinished(folder);
    expect(readdirSync(folder)).toEqual([`.c.krom.unfinished-${process.ppid}`]);
  });

  test.skipIf(noTmpfs)(`a disk that fills up in the middle ends the backup with that error${noTmpfs ? ` (skipped: ${noTmpfs})` : ''}`, async () => {
    const disk = smallDisk('4m');
    try {
      const writer = await ArchiveWriter.open(path.join(disk.folder, 'a.krom'));
      const content = noise(12_000_000);
      await expect(writer.file(`files/x`, content.length, sha256(content), inChunks(content))).rejects.toMatchObject({ code: 'ENOSPC' });
      await expect(writer.part('later', Buffer.from('x'))).rejects.toMatchObject({ code: 'ENOSPC' });
      await writer.abandon();
      expect(readdirSync(disk.folder)).toEqual([]);
    } finally {
      disk.remove();
    }
  });
});

/** Whether a byte lies in one of the 512-byte heads of the tar. */
function isHeader(tar: Buffer, at: number): boolean {
  for (let place = 0; place + 512 <= tar.length; ) {
    if (at >= place && at < place + 512) return true;
    const size = Number.parseInt(tar.toString('latin1', place + 124, place + 135), 8);
    if (Number.isNaN(size)) return true;
    const next = place + 512 + Math.ceil(size / 512) * 512;
    // What fills a block up behind the content is nobody's either.
    if (at < next) return at >= place + 512 + size;
    place = next;
  }
  return true;
}

describe('keys', () => {
  const house = () => {
    const data = path.join(folder, 'data');
    mkdirSync(path.join(data, 'keys/more'), { recursive: true });
    writeFileSync(path.join(data, 'keys/forms.key'), noise(32), { mode: 0o600 });
    writeFileSync(path.join(data, 'keys/more/other.key'), 'secret words', { mode: 0o640 });
    return data;
  };

  test('they come back with their modes; sealed, nothing of them is readable without the passphrase', async () => {
    const data = house();
    const plain = path.join(folder, 'plain.keys');
    writeKeys(plain, data, 'id');
    expect(statSync(plain).mode & 0o777).toBe(0o600);
    const back = readKeys(plain, undefined);
    expect(back).toMatchObject({ ok: true, value: expect.arrayContaining([{ name: 'more/other.key', mode: 0o640, content: Buffer.from('secret words').toString('base64') }]) });
    const sealed = path.join(folder, 'sealed.keys');
    writeKeys(sealed, data, 'id', 'รหัสผ่านที่ยาวพอ');
    expect(readFileSync(sealed, 'utf8')).not.toMatch(/forms\.key|c2VjcmV0/);
    expect(readKeys(sealed, undefined)).toMatchObject({ ok: false, code: 'PASSPHRASE_NEEDED' });
    expect(readKeys(sealed, undefined, 'ผิด')).toMatchObject({ ok: false, code: 'WRONG_PASSPHRASE' });
    expect(readKeys(sealed, undefined, 'รหัสผ่านที่ยาวพอ')).toEqual(back);
    expect(readKeys(path.join(folder, 'none.keys'), undefined)).toMatchObject({ ok: false, code: 'NO_KEYS' });
    writeFileSync(plain, JSON.stringify({ form: 1, backup: 'x', files: [{ name: '../../etc/passwd', mode: 384, content: '' }] }));
    expect(readKeys(plain, undefined)).toMatchObject({ ok: false, code: 'NO_KEYS' });
  });
});

describe('rotation', () => {
  test('names are of Bangkok and sort by time', () => {
    expect(nameOf(new Date('2026-11-25T19:07:01Z'), 'physical')).toBe('krom-2026-11-26-020701-physical.krom');
    expect(inOrder(['krom-2026-11-26-020701-physical.krom', 'thesis.krom', 'krom-2026-02-26-020701-logical.krom'])).toEqual(['krom-2026-02-26-020701-logical.krom', 'krom-2026-11-26-020701-physical.krom']);
  });

  test('two years of nights leave so many days, weeks and months, and never what is not ours', () => {
    let names: string[] = ['notes.txt', 'krom-by-hand.krom'];
    const keep = { daily: 7, weekly: 4, monthly: 12 };
    for (let night = 0; night < 730; night++) {
      names.push(nameOf(new Date(Date.UTC(2025, 0, 1 + night, 19)), 'physical'));
      const gone = new Set(toRemove(names, keep));
      names = names.filter((name) => !gone.has(name));
      expect(names).toContain(nameOf(new Date(Date.UTC(2025, 0, 1 + night, 19)), 'physical'));
    }
    expect(names.slice(0, 2)).toEqual(['notes.txt', 'krom-by-hand.krom']);
    const kept = names.slice(2);
    expect(kept.length).toBeGreaterThanOrEqual(18);
    expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12);
    expect(kept.slice(-7)).toEqual(Array.from({ length: 7 }, (_, n) => nameOf(new Date(Date.UTC(2025, 0, 724 + n, 19)), 'physical')));
    expect(new Set(kept.map((name) => name.slice(5, 12))).size).toBe(12);
  });

  test('an office that was closed for months keeps what it had; each kind counts for itself', () => {
    const old = [1, 2, 3].map((day) => nameOf(new Date(Date.UTC(2025, 2, day, 19)), 'logical'));
    const now = nameOf(new Date(Date.UTC(2026, 10, 25, 19)), 'physical');
    expect(toRemove([...old, now], { daily: 7, weekly: 4, monthly: 12 })).toEqual([]);
    expect(toRemove([...old, now], { daily: 0, weekly: 0, monthly: 0 }).sort()).toEqual(old.slice(0, 2));
  });
});

test('contents are listed in order, half-written ones are none, and one that the disk changed is noticed', async () => {
  const files = path.join(folder, 'files');
  const list = async () => {
    const found: StoredContent[] = [];
    for await (const content of listContents(files)) found.push(content);
    return found;
  };
  expect(await list()).toEqual([]);
  const put = (bytes: Buffer, name = sha256(bytes)) => {
    const at = path.join(files, name.slice(0, 2), name.slice(2, 4));
    mkdirSync(at, { recursive: true });
    writeFileSync(path.join(at, name), bytes);
    return name;
  };
  mkdirSync(path.join(files, 'incoming'), { recursive: true });
  writeFileSync(path.join(files, 'incoming', 'f'.repeat(64)), 'half');
  const sound = [put(noise(10)), put(noise(9_000_000)), put(noise(0))];
  const bad = put(noise(20), sha256(noise(21)));
  const found = await list();
  expect(found.map(({ hash }) => hash)).toEqual([...sound, bad].sort());
  for (const content of found) expect([content.hash, Boolean(await soundContent(content))]).toEqual([content.hash, content.hash !== bad]);
  expect(existsSync(path.join(files, 'incoming'))).toBe(true);
});
