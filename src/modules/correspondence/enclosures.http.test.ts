/** The words of files sent with letters and received with them: read by a job, found by whoever may read the letter, with the name of the file. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PDF } from '@libpdf/core';
import { Document, Packer, Paragraph } from 'docx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useApp, type Client } from '../../../tests/support/app.ts';
import { postWithFiles, type UploadedFile } from '../../../tests/support/extras.ts';
import { exampleMemo } from '../../paper/examples.ts';
import { systemActor } from '../../platform/access/actor.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { canReadScans, readText } from './received/file-reader.ts';
import { readOldEnclosuresJob } from './read-enclosures-job.ts';

const t = useApp();
const sql = async <T extends object>(text: string, ...values: unknown[]): Promise<T[]> => (await t.db.owner.query<T & Record<string, unknown>>(text, values)).rows;
const unit = async (abbreviation: string) => String((await sql<{ unit_id: number }>(`select unit_id from organisation.unit_abbreviation where text = $1 and kind = 'preferred'`, abbreviation))[0]?.unit_id ?? 0);
const found = async (client: Client, words: string) => (await client.get(`/find-letters?q=${encodeURIComponent(words)}`)).body;
const scans = await canReadScans();
const pdfType = 'application/pdf';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let folder = '';
beforeAll(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'krom-enclosures-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function memo(sentence: string): Promise<Buffer> {
  const made = await t.services.paper.renderPdf({ ...exampleMemo, body: [sentence] }, { createdAt: new Date(0), attachData: false });
  if (!made.ok) throw new Error(made.code);
  return Buffer.from(made.value.pdf);
}

/** A sheet as a scanner gives it: a picture, without a letter of text. */
async function scan(sentence: string): Promise<Buffer> {
  writeFileSync(path.join(folder, 'sheet.pdf'), await memo(sentence));
  execFileSync('pdftoppm', ['-r', '200', '-gray', '-png', '-singlefile', 'sheet.pdf', 'sheet'], { cwd: folder });
  return readFileSync(path.join(folder, 'sheet.png'));
}

/** A letter of กพร. to ศสช. with these files, issued; its jobs done. */
async function send(subject: string, files: readonly Omit<UploadedFile, 'field'>[], more: Record<string, string> = {}): Promise<string> {
  const [clerk, head] = [await t.as('clerk.kpr'), await t.as('head.kpr')];
  const seat = String((await sql<{ id: number }>(`select id from organisation.position where abbreviation = 'ผอ.กพร.'`))[0]?.id ?? 0);
  const answer = await postWithFiles(t, clerk, '/drafts/new', {
    form: 'memo', fromUnit: await unit('กพร.'), signer: seat, subject, body: 'จึงเรียนมาเพื่อโปรดทราบ', urgency: 'ordinary', units: await unit('ศสช.'), then: 'preview', ...more,
  }, files.map((file) => ({ ...file, field: 'newFiles' })));
  expect({ status: answer.statusCode, body: answer.statusCode === 303 ? '' : answer.body.slice(0, 1000) }).toEqual({ status: 303, body: '' });
  const issued = await head.post(String(answer.headers.location).replace('/check', '/issue'));
  expect(issued.statusCode).toBe(303);
  await t.runJobs();
  return String(issued.headers.location);
}

describe('the words of enclosures', () => {
  it('are found in PDF and Word by those who may read the letter, with the name of the file; not after a recall', async () => {
    const word = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('แผนผังกระดานอัจฉริยะ')] }] }));
    const letter = await send('ส่งเอกสารประกอบการสำรวจ', [
      { name: 'ผลสำรวจ.pdf', type: pdfType, content: await memo('หม้อแปลงไฟฟ้าชำรุดบริเวณอาคารหอประชุม') },
      { name: 'แผนผัง.docx', type: wordType, content: word },
    ]);
    expect(await sql('select name, state from correspondence.enclosure_text order by file_id')).toEqual([{ name: 'ผลสำรวจ.pdf', state: 'read' }, { name: 'แผนผัง.docx', state: 'read' }]);
    const reader = await t.as('clerk.ssc');
    for (const [words, file] of [['หม้อแปลงไฟฟ้าชำรุด', 'ผลสำรวจ.pdf'], ['กระดานอัจฉริยะ', 'แผนผัง.docx']] as const) {
      const list = await found(reader, words);
      expect(list).toContain(`href="${letter}"`);
      expect(list).toContain(`พบในไฟล์แนบ “${file}”`);
      const all = (await reader.get(`/search?q=${encodeURIComponent(words)}`)).body;
      expect(all).toContain(letter);
      expect(all).toContain(`อยู่ในไฟล์แนบ “${file}”`);
      expect(await found(await t.as('clerk.snk'), words)).not.toContain(letter);
    }
    expect(await found(reader, 'ส่งเอกสารประกอบการสำรวจ')).not.toContain('พบในไฟล์แนบ');
    expect((await (await t.as('head.kpr')).post(`${letter}/recall`, { reason: 'แนบผิดฉบับ' })).statusCode).toBe(303);
    await t.runJobs();
    expect(await found(reader, 'หม้อแปลงไฟฟ้าชำรุด')).not.toContain(letter);
  });

  it('of a restricted letter are found by its readers alone', async () => {
    const letter = await send('เรื่องลับทดสอบ', [{ name: 'ลับ.pdf', type: pdfType, content: await memo('ประมวลรหัสผ่านสำรองของเครื่องแม่ข่าย') }], { secrecy: 'confidential' });
    expect(await found(await t.as('clerk.ssc'), 'รหัสผ่านสำรองของเครื่องแม่ข่าย')).toContain(letter);
    for (const other of ['minutes.kpr', 'clerk.snk', 'officer.snp']) expect(await found(await t.as(other), 'รหัสผ่านสำรองของเครื่องแม่ข่าย')).not.toContain(letter);
  });

  it('of letters from before are read by the nightly job', async () => {
    const letter = await send('หนังสือเก่าที่ยังไม่ได้อ่าน', [{ name: 'เก่า.pdf', type: pdfType, content: await memo('ศาลาริมน้ำหลังเก่าทรุดตัว') }]);
    await t.db.owner.query('delete from correspondence.enclosure_text where letter_id = $1', [letter.split('/').pop()]);
    await t.db.owner.query("update platform.search_document set body = '', folded = '' where href = $1", [letter]);
    expect(await found(await t.as('clerk.ssc'), 'ศาลาริมน้ำหลังเก่า')).not.toContain(letter);
    await t.services.database.write(systemActor('test.old'), (tx) => enqueue(tx, readOldEnclosuresJob, {}));
    await t.runJobs();
    expect(await found(await t.as('clerk.ssc'), 'ศาลาริมน้ำหลังเก่า')).toContain(letter);
  });
});

describe('the reader', () => {
  it('says of locked, broken and exploding files that it could not, and goes on', async () => {
    writeFileSync(path.join(folder, 'open.pdf'), await memo('ข้อความธรรมดา'));
    execFileSync('qpdf', ['--encrypt', 'secret', 'secret', '256', '--', 'open.pdf', 'locked.pdf'], { cwd: folder });
    const failed = { state: 'failed', text: '' };
    expect(await readText(readFileSync(path.join(folder, 'locked.pdf')), pdfType)).toEqual(failed);
    expect(await readText(Buffer.from('%PDF-1.7\nนี่ไม่ใช่ PDF'), pdfType)).toEqual(failed);
    expect(await readText(Buffer.from('PK\u0003\u0004 ไม่ใช่ Word'), wordType)).toEqual(failed);
    expect(await readText(Buffer.from('MZ'), wordType)).toEqual(failed);
    expect(await readText(Buffer.from('ก,ข'), 'text/csv')).toEqual({ state: 'nothing', text: '' });
  });

  // Without Tesseract and its Thai model there is nothing to try: the Debian packages tesseract-ocr and tesseract-ocr-tha.
  it.skipIf(!scans)('reads a scanned sheet, as a picture and as a PDF of one', { timeout: 180_000 }, async () => {
    const sheet = await scan('ขอให้ทุกหน่วยงานตรวจสอบเครื่องดับเพลิงภายในอาคาร');
    const pdf = PDF.create();
    const image = pdf.embedPng(new Uint8Array(sheet));
    const page = pdf.addPage({ size: 'a4' });
    page.drawImage(image, { x: 0, y: 0, width: page.width, height: page.height });
    for (const [content, type] of [[sheet, 'image/png'], [Buffer.from(await pdf.save()), pdfType]] as const) {
      const read = await readText(content, type);
      expect(read.state).toBe('read');
      expect(read.text.replaceAll(/\s/g, '')).toContain('เครื่องดับเพลิง');
    }
  });
});
