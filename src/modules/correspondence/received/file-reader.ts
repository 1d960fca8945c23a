// A small port to the programs that read words from files: Poppler's pdftotext for PDFs, Tesseract with its Thai model for
// pictures and scanned PDFs. Where a program is not installed the answer says so; nothing else depends on it.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { normaliseText } from '../../../thai/index.ts';
import { plainTextOfWord } from '../word/plain-text.ts';

const run = promisify(execFile);
const known = new Map<string, Promise<boolean>>();

function installed(program: string, ...args: string[]): Promise<boolean> {
  let answer = known.get(program);
  if (!answer) known.set(program, (answer = run(program, args).then(() => true, (error: { code?: unknown }) => error.code !== 'ENOENT')));
  return answer;
}

/** Whether scans can be read on this machine: Tesseract with the Thai model. */
export async function canReadScans(): Promise<boolean> {
  if (!(await installed('tesseract', '--version'))) return false;
  return run('tesseract', ['--list-langs']).then(({ stdout, stderr }) => /^tha$/m.test(stdout + stderr), () => false);
}

export interface ReadWords {
  readonly state: 'read' | 'nothing' | 'no-reader' | 'failed';
  readonly text: string;
}

/** A text layer with fewer letters than this is no text: a scan with a page number. */
const fewestLetters = 40;
const maxChars = 100_000;
/** Pages of a scan that are read: numbers, dates and subjects stand on the first. */
const scanPages = 5;
/** Pages of a PDF with a text layer: beyond what the search keeps of one document. */
const textPages = 200;
const limits = { maxBuffer: 32 * 1_048_576, timeout: 60_000 } as const;
/** Threads of Tesseract wait for each other more than they help, and the machine has people to serve. */
const oneThread = { ...limits, timeout: 120_000, env: { ...process.env, OMP_THREAD_LIMIT: '1' } } as const;

const found = (text: string): ReadWords => {
  const clean = normaliseText(text.replaceAll('\u0000', '')).trim().slice(0, maxChars);
  return clean === '' ? nothing : { state: 'read', text: clean };
};

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const nothing: ReadWords = { state: 'nothing', text: '' };
const failed: ReadWords = { state: 'failed', text: '' };

/** A program that ended with an exit code refused the file (locked, broken), and will do so again; that it was stopped or is missing is another matter. */
const refused = (error: unknown): boolean => typeof (error as { code?: unknown }).code === 'number';

/**
 * The words of a file. `failed`: it is locked or broken, and stays so. Throws when a program could not do its work (stopped
 * for its time, no memory): the job tries again.
 */
export async function readText(content: Uint8Array, mediaType: string): Promise<ReadWords> {
  const isPdf = mediaType === 'application/pdf';
  if (mediaType === wordType) {
    const text = await plainTextOfWord(content);
    return text === undefined ? failed : found(text);
  }
  if (!isPdf && !mediaType.startsWith('image/')) return nothing;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'krom-read-'));
  try {
    const file = path.join(folder, isPdf ? 'letter.pdf' : 'letter.img');
    await writeFile(file, content);
    if (isPdf && (await installed('pdftotext', '-v'))) {
      const stdout = await run('pdftotext', ['-layout', '-enc', 'UTF-8', '-l', String(textPages), file, '-'], limits).then((done) => done.stdout, (error: unknown) => { if (refused(error)) return undefined; throw error; });
      if (stdout === undefined) return failed;
      if (stdout.replaceAll(/\s/g, '').length >= fewestLetters) return found(stdout);
    }
    if (!(await canReadScans())) return { state: 'no-reader', text: '' };
    return await readPictures(folder, file, isPdf).then(found, (error: unknown) => { if (refused(error)) return failed; throw error; });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readPictures(folder: string, file: string, isPdf: boolean): Promise<string> {
  let pictures = [file];
  if (isPdf) {
    await run('pdftoppm', ['-r', '200', '-gray', '-l', String(scanPages), '-png', file, path.join(folder, 'page')], limits);
    pictures = (await readdir(folder)).filter((name) => name.endsWith('.png')).toSorted().map((name) => path.join(folder, name));
  }
  const pages: string[] = [];
  for (const picture of pictures) pages.push((await run('tesseract', [picture, '-', '-l', 'tha+eng'], oneThread)).stdout);
  return pages.join('\n');
}
