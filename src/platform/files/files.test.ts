import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/db.ts';
import { testServices } from '../../../tests/support/services.ts';
import { publicActor, systemActor, type Actor } from '../access/actor.ts';
import { addFileRecord, readFileRecord, sweepUntakenFiles, takeFiles } from './file-records.ts';
import { CorruptContentError, LocalFileStore } from './local-file-store.ts';
import { MissingContentError } from './file-store.ts';
import { cleanFileName } from './media-types.ts';
import { canDrawPages, firstPagePicture, previewOf } from './preview.ts';
import { receiveUpload } from './upload.ts';

const db = useDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const person = (id: number, principals: number[] = []): Actor => ({ ...publicActor, kind: 'person', id, name: `คน ${id}`, principals: [id, ...principals] });
const uploader = person(501);

const pdf = (inside = '') => {
  const body = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\n${inside}\n`;
  return Buffer.from(`${body}xref\n0 1\n0000000000 65535 f \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
};
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const exe = Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), Buffer.alloc(200)]);

/** An archive of stored (not packed) entries: enough for what tells the types apart. */
function zip(entries: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const [file, content] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(file.length, 22);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, file, content]);
    parts.push(local);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, central, file]));
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

function storedIn(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => path.join(e.parentPath, e.name));
}

describe('store', () => {
  const place = path.join(folder, 'store');
  const store = new LocalFileStore(place);
  const content = Buffer.from('เนื้อหา'.repeat(10_000));
  const hash = createHash('sha256').update(content).digest('hex');

  test('keeps a content once under its hash, from bytes or a stream', async () => {
    expect(await store.put(content)).toEqual({ hash, size: content.length });
    expect(await store.put(Readable.from([content.subarray(0, 7), content.subarray(7)]))).toEqual({ hash, size: content.length });
    expect(storedIn(place)).toEqual([path.join(place, hash.slice(0, 2), hash.slice(2, 4), hash)]);
    expect((await store.get(hash)).equals(content)).toBe(true);
    expect((await buffer(store.stream(hash))).equals(content)).toBe(true);
    expect([await store.has(hash), await store.has('0'.repeat(64)), await store.has('../../etc/passwd')]).toEqual([true, false, false]);
  });

  test('many writers of one content at once leave one file', async () => {
    const other = Buffer.from('พร้อมกัน');
    const results = await Promise.all(Array.from({ length: 20 }, () => store.put(other)));
    expect(new Set(results.map((r) => r.hash)).size).toBe(1);
    expect(storedIn(place)).toHaveLength(2);
  });

  test('a missing content and one changed on disk are told apart from a whole one', async () => {
    await expect(store.get('f'.repeat(64))).rejects.toBeInstanceOf(MissingContentError);
    await expect(buffer(store.stream('f'.repeat(64)))).rejects.toBeInstanceOf(MissingContentError);
    const { hash: broken } = await store.put(Buffer.from('whole'));
    writeFileSync(path.join(place, broken.slice(0, 2), broken.slice(2, 4), broken), 'wrong');
    await expect(store.get(broken)).rejects.toBeInstanceOf(CorruptContentError);
    await expect(buffer(store.stream(broken))).rejects.toBeInstanceOf(CorruptContentError);
  });

  test('a stream that breaks leaves nothing behind', async () => {
    const before = storedIn(place);
    const breaking = Readable.from((async function* () { yield Buffer.from('half'); throw new Error('cut'); })());
    await expect(store.put(breaking)).rejects.toThrow('cut');
    expect(storedIn(place)).toEqual(before);
  });

  test.skipIf(process.platform !== 'linux')('a full disk is an expected failure in words', async () => {
    const full = new LocalFileStore(path.join(folder, 'full'), () => open('/dev/full', 'w'));
    await expect(full.put(Buffer.alloc(100))).rejects.toMatchObject({ failure: { code: 'FILE_STORE_FULL', status: 503 } });
    const services = { ...testServices(db, folder), files: full };
    expect(await receiveUpload(services, uploader, { stream: pdf(), fileName: 'a.pdf' })).toMatchObject({ ok: false, code: 'FILE_STORE_FULL' });
  });
});

describe('uploads', () => {
  const receive = (stream: Buffer | Readable, fileName: string, more = {}) => receiveUpload(testServices(db, folder), uploader, { stream, fileName, ...more });

  test.each([
    ['a PDF', pdf(), 'หนังสือ.pdf', 'application/pdf'],
    ['a picture whose name has no ending', png, 'ภาพถ่าย', 'image/png'],
    ['a text in UTF-8', Buffer.from('สวัสดี'), 'a.txt', 'text/plain'],
    ['a table in the old Thai code page', Buffer.from([0xa1, 0xc3, 0xc1, 0x2c, 0x31]), 'a.csv', 'text/csv'],
  ])('%s is taken', async (_what, content, name, mediaType) => {
    expect(await receive(content, name)).toMatchObject({ ok: true, value: { mediaType, size: content.length, uploadedBy: 501 } });
  });

  test.each([
    ['a program named .pdf', exe, 'ใบแจ้งหนี้.pdf', 'FILE_IS_PROGRAM'],
    ['a program under its own name', exe, 'setup.exe', 'FILE_IS_PROGRAM'],
    ['a picture named .pdf', png, 'scan.pdf', 'FILE_NAME_MISMATCH'],
    ['a PDF named as a program', pdf(), 'memo.exe', 'FILE_NAME_MISMATCH'],
    ['text named .pdf', Buffer.from('hello'), 'a.pdf', 'FILE_DAMAGED'],
    ['a script', Buffer.from('#!/bin/sh\nrm -rf /'), 'run.sh', 'FILE_TYPE_NOT_TAKEN'],
    ['a page of the web', Buffer.from('<html><script>alert(1)</script>'), 'a.html', 'FILE_TYPE_NOT_TAKEN'],
    ['bytes named .txt', Buffer.from([1, 2, 3, 0, 200]), 'a.txt', 'FILE_TYPE_NOT_TAKEN'],
    ['a PDF cut short', pdf().subarray(0, 150), 'a.pdf', 'FILE_DAMAGED'],
    ['a PDF with a password', pdf('trailer<</Encrypt 5 0 R>>'), 'a.pdf', 'FILE_ENCRYPTED'],
    ['an encrypted Office file', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'a.docx', 'FILE_ENCRYPTED'],
    ['an empty file', Buffer.alloc(0), 'a.pdf', 'FILE_EMPTY'],
  ])('%s is refused in words', async (_what, content, name, code) => {
    const result = await receive(content, name);
    expect(result).toMatchObject({ ok: false, code, message: { th: expect.stringMatching(/[ก-๙]/), en: expect.any(String) } });
    expect(readdirSync(path.join(folder, 'uploads'))).toEqual([]);
  });

  test('a file beyond the limit is refused while it streams', async () => {
    let sent = 0;
    const endless = Readable.from((async function* () { for (;;) { sent += 65_536; yield Buffer.alloc(65_536, 32); } })());
    expect(await receive(endless, 'a.txt', { maxBytes: 1_000_000 })).toMatchObject({ code: 'FILE_TOO_LARGE', status: 413 });
    expect(sent).toBeLessThan(4_000_000);
    const cut = Object.assign(Readable.from([pdf()]), { truncated: true });
    expect(await receive(cut, 'a.pdf')).toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  test('a real Word file is a Word file; with macros it is not taken', async () => {
    const types = '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
    const plain = { '[Content_Types].xml': types, 'word/document.xml': '<w:document/>' };
    expect(await receive(zip(plain), 'a.docx')).toMatchObject({ ok: true, value: { mediaType: expect.stringContaining('wordprocessingml') } });
    expect(await receive(zip({ ...plain, 'word/vbaProject.bin': 'x' }), 'a.docx')).toMatchObject({ code: 'FILE_HAS_MACROS' });
    expect(await receive(zip({ 'a.txt': 'x' }), 'a.zip')).toMatchObject({ code: 'FILE_TYPE_NOT_TAKEN' });
    expect(await receive(zip({ 'a.txt': 'x' }), 'a.zip', { allow: ['zip'] })).toMatchObject({ ok: true });
  });

  test('names cannot climb, hide their ending or overflow', () => {
    expect(cleanFileName('../../etc/passwd')).toBe('passwd');
    expect(cleanFileName('C:\\งาน\\บันทึก.pdf')).toBe('บันทึก.pdf');
    expect(cleanFileName('a\u202efdp.exe')).toBe('afdp.exe');
    expect(cleanFileName('\n')).toBe('file');
    expect(cleanFileName(`${'ก'.repeat(400)}.pdf`)).toMatch(/^ก{196}\.pdf$/);
  });
});

describe('records', () => {
  const add = (actor: Actor, more = {}) =>
    db.database.write(actor, (tx) => addFileRecord(tx, { hash: 'a'.repeat(64), size: 1, mediaType: 'text/plain', name: 'a.txt', ...more }));
  const sees = async (actor: Actor, id: number) => (await db.database.read(actor, (tx) => readFileRecord(tx, id))) !== undefined;

  test('only uploader, unit and readers see a file', async () => {
    const file = await add(uploader, { unitId: 31, readers: [777] });
    expect(await sees(uploader, file.id)).toBe(true);
    expect(await sees(person(502, [31]), file.id)).toBe(true);
    expect(await sees(person(777), file.id)).toBe(true);
    expect(await sees(systemActor('x'), file.id)).toBe(true);
    for (const other of [person(503, [32]), publicActor]) expect(await sees(other, file.id)).toBe(false);
    const unseen = await add(systemActor('x'));
    expect(await sees(publicActor, unseen.id)).toBe(false);
  });

  test('taking up a file gives it readers; a stranger who guesses its id takes nothing', async () => {
    const file = await add(uploader);
    const stranger = person(600);
    expect(await db.database.write(stranger, (tx) => takeFiles(tx, [file.id], { readers: [600] }))).toEqual([]);
    const taken = await db.database.write(uploader, (tx) => takeFiles(tx, [file.id], { unitId: 40, readers: [700] }));
    expect(taken).toMatchObject([{ id: file.id, unitId: 40, readers: [700] }]);
    expect(await sees(person(700), file.id)).toBe(true);
    await expect(db.database.write(uploader, (tx) => tx.db.updateTable('platform.file').set({ hash: 'b'.repeat(64) }).execute())).rejects.toMatchObject({ code: '42501' });
  });

  test('uploads that nobody took up are swept, others stay', async () => {
    const left = await add(uploader);
    const kept = await add(uploader, { taken: true });
    await db.owner.query(`update platform.file set created_at = now() - interval '9 days' where id = any($1)`, [[left.id, kept.id]]);
    expect(await db.database.write(uploader, (tx) => sweepUntakenFiles(tx, 7))).toBe(0);
    expect(await db.database.write(systemActor('x'), (tx) => sweepUntakenFiles(tx, 7))).toBe(1);
    expect([await sees(uploader, left.id), await sees(uploader, kept.id)]).toEqual([false, true]);
  });
});

test('a PDF is shown unless it is active, a long text only in part, an archive not at all', async () => {
  const services = testServices(db, folder);
  const text = await services.files.put(Buffer.from('ก'.repeat(30_000)));
  const record = { id: 1, name: 'a', uploadedBy: 1, unitId: null, readers: [], createdAt: new Date(), facts: {}, ...text };
  expect(await previewOf({ ...record, mediaType: 'application/pdf' }, services.files)).toMatchObject({ kind: 'inline' });
  expect(await previewOf({ ...record, mediaType: 'application/pdf', facts: { activeContent: true } }, services.files)).toEqual({ kind: 'none' });
  expect(await previewOf({ ...record, mediaType: 'text/plain', facts: { encoding: 'utf-8' } }, services.files)).toMatchObject({ kind: 'text', cut: true });
  expect(await previewOf({ ...record, mediaType: 'application/zip' }, services.files)).toEqual({ kind: 'none' });
  if (await canDrawPages()) {
    expect((await firstPagePicture(pdf()))?.subarray(1, 4).toString()).toBe('PNG');
    expect(await firstPagePicture(Buffer.from('not a pdf'))).toBeUndefined();
  }
});
