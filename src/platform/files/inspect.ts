import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { fail, ok, type Result } from '../result.ts';
import type { Words } from '../words.ts';
import { cleanFileName, mediaTypes, typeOfName, usualTypes, type MediaType, type MediaTypeName } from './media-types.ts';

/** What a look into a file found. */
export interface FileFacts {
  /** Of text: UTF-8, or what spreadsheets still write: UTF-16 ("Unicode text") and the older Thai code page. */
  readonly encoding?: 'utf-8' | 'utf-16' | 'windows-874';
  /** PDF: runs something when opened. It is kept, but never shown inline without the viewer's sandbox. */
  readonly activeContent?: boolean;
  /** PDF: carries digital signatures. */
  readonly signed?: boolean;
}

export interface InspectedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly facts: FileFacts;
}

export type FileRefusal =
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  | 'FILE_TYPE_NOT_TAKEN'
  | 'FILE_IS_PROGRAM'
  | 'FILE_NAME_MISMATCH'
  | 'FILE_ENCRYPTED'
  | 'FILE_HAS_MACROS'
  | 'FILE_DAMAGED';

export interface InspectOptions {
  readonly allow?: readonly MediaTypeName[];
  readonly maxBytes: number;
}

const refuse = (code: FileRefusal, message: Words, status: 413 | 415 | 422 = 422) => fail(code, message, { status });

export function tooLarge(maxBytes: number) {
  const megabytes = Math.floor(maxBytes / 1_048_576);
  return refuse('FILE_TOO_LARGE', { th: `ไฟล์ใหญ่เกิน ${megabytes} MB`, en: `The file is larger than ${megabytes} MB` }, 413);
}

const programs = new Set(['application/x-msdownload', 'application/x-elf', 'application/x-mach-binary', 'application/x-ms-shortcut', 'application/java-vm', 'application/wasm', 'application/vnd.android.package-archive', 'application/x-msi']);

function takenWords(allow: readonly MediaTypeName[]): Words {
  const names = allow.map((name) => mediaTypes[name].words);
  return { th: names.map((w) => w.th).join(', '), en: names.map((w) => w.en).join(', ') };
}

/** Looks at every part of a file for byte patterns (given as latin1 text), a megabyte at a time. */
async function contains(file: string, patterns: readonly RegExp[]): Promise<boolean[]> {
  const found = patterns.map(() => false);
  let rest = '';
  for await (const chunk of createReadStream(file, { highWaterMark: 1_048_576 })) {
    const text = rest + (chunk as Buffer).toString('latin1');
    patterns.forEach((pattern, index) => {
      found[index] ||= pattern.test(text);
    });
    if (found.every(Boolean)) break;
    rest = text.slice(-64);
  }
  return found;
}

async function tail(file: string, size: number, bytes: number): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const length = Math.min(size, bytes);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.subarray(0, bytesRead).toString('latin1');
  } finally {
    await handle.close();
  }
}

async function inspectPdf(file: string, size: number): Promise<Result<FileFacts, FileRefusal>> {
  const end = await tail(file, size, 4096);
  if (!/startxref\s+\d+\s+%%EOF/.test(end)) {
    return refuse('FILE_DAMAGED', { th: 'ไฟล์ PDF ไม่ครบหรือเสียหาย กรุณาบันทึกใหม่แล้วส่งอีกครั้ง', en: 'The PDF is cut short or damaged. Please save it again and send it once more.' });
  }
  const [encrypted, activeContent, signed] = await contains(file, [
    /\/Encrypt\s+(\d+\s+\d+\s+R|<<)/,
    /\/(JavaScript|JS|Launch|RichMedia)\b/,
    /\/ByteRange\s*\[/,
  ]);
  if (encrypted) {
    return refuse('FILE_ENCRYPTED', { th: 'ไฟล์ PDF นี้มีรหัสผ่านหรือถูกจำกัดสิทธิ์ กรุณาส่งฉบับที่ไม่มีรหัสผ่าน', en: 'This PDF is protected by a password or restrictions. Please send one without.' });
  }
  return ok({ ...(activeContent ? { activeContent } : {}), ...(signed ? { signed } : {}) });
}

async function inspectText(file: string): Promise<FileFacts | undefined> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const thai = new TextDecoder('windows-874', { fatal: true });
  let couldBeUtf8 = true;
  let couldBeThai = true;
  let utf16: TextDecoder | undefined;
  let start = true;
  for await (const chunk of createReadStream(file)) {
    const bytes = chunk as Buffer;
    if (start) utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? new TextDecoder('utf-16le', { fatal: true }) : bytes[0] === 0xfe && bytes[1] === 0xff ? new TextDecoder('utf-16be', { fatal: true }) : undefined;
    start = false;
    if (utf16) {
      try {
        if (/(?![\t\n\f\r])\p{Cc}/u.test(utf16.decode(bytes, { stream: true }))) return undefined;
      } catch {
        return undefined;
      }
      continue;
    }
    // Control characters other than tab, line feed, form feed, carriage return and escape are not text.
    if (bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27)) return undefined;
    try {
      if (couldBeUtf8) utf8.decode(bytes, { stream: true });
    } catch {
      couldBeUtf8 = false;
    }
    try {
      if (couldBeThai) thai.decode(bytes, { stream: true });
    } catch {
      couldBeThai = false;
    }
    if (!couldBeUtf8 && !couldBeThai) return undefined;
  }
  if (utf16) return { encoding: 'utf-16' };
  try {
    if (couldBeUtf8) utf8.decode();
  } catch {
    couldBeUtf8 = false;
  }
  if (couldBeUtf8) return { encoding: 'utf-8' };
  return couldBeThai ? { encoding: 'windows-874' } : undefined;
}

function namedOtherwise(promised: MediaType | undefined, name: string, found: MediaType) {
  const ending = /\.[^.]+$/.exec(name)?.[0] ?? name;
  return refuse('FILE_NAME_MISMATCH', {
    th: `ชื่อไฟล์ลงท้ายด้วย ${ending} แต่เนื้อในเป็น${found.words.th} กรุณาตรวจว่าเลือกไฟล์ถูกต้อง`,
    en: `The name ends in ${ending} but the content is a ${found.words.en}${promised ? '' : ', a type that such names do not promise'}. Please check that it is the right file.`,
  }, 415);
}

/**
 * Decides by its content whether a file is taken, and as what. The name must not promise something else: a program
 * named .pdf is refused in words. Password-protected and cut-short files are refused where that is cheap to see.
 * @param file path of the received content
 */
export async function inspectFile(file: string, givenName: string, options: InspectOptions): Promise<Result<InspectedFile, FileRefusal>> {
  const allow = options.allow ?? usualTypes;
  const { size } = await stat(file);
  if (size === 0) return refuse('FILE_EMPTY', { th: 'ไฟล์ว่างเปล่า', en: 'The file is empty' });
  if (size > options.maxBytes) return tooLarge(options.maxBytes);

  let name = cleanFileName(givenName);
  const promised = typeOfName(name);
  const detected = await fileTypeFromFile(file).catch(() => undefined);
  const notTaken = refuse('FILE_TYPE_NOT_TAKEN', { th: `รับเฉพาะไฟล์ชนิด ${takenWords(allow).th}`, en: `Only these types are taken: ${takenWords(allow).en}` }, 415);

  if (detected && (programs.has(detected.mime) || detected.ext === 'exe')) {
    return refuse('FILE_IS_PROGRAM', { th: 'ไฟล์นี้เป็นโปรแกรม แม้ชื่อจะเป็นเอกสาร จึงรับไว้ไม่ได้', en: 'This file is a program, whatever its name says, and cannot be taken' }, 415);
  }
  if (detected?.mime.includes('macroenabled') || detected?.mime.includes('macroEnabled')) {
    return refuse('FILE_HAS_MACROS', { th: 'ไฟล์นี้มีมาโคร กรุณาบันทึกเป็นชนิดที่ไม่มีมาโคร', en: 'This file has macros. Please save it as a type without macros.' }, 415);
  }
  if (detected?.mime === 'application/x-cfb') {
    if (promised === 'docx' || promised === 'xlsx' || promised === 'pptx') {
      return refuse('FILE_ENCRYPTED', { th: 'ไฟล์นี้มีรหัสผ่าน กรุณาส่งฉบับที่ไม่มีรหัสผ่าน', en: 'This file is protected by a password. Please send one without.' });
    }
    if (/\.xls$/i.test(name)) {
      return refuse('FILE_TYPE_NOT_TAKEN', { th: 'ไฟล์ .xls เป็น Excel รุ่นเก่า กรุณาเปิดด้วย Excel แล้วบันทึกเป็น .xlsx', en: 'An .xls file is of an old Excel. Please open it in Excel and save it as .xlsx.' }, 415);
    }
    return notTaken;
  }

  let type: MediaTypeName | undefined;
  let facts: FileFacts = {};
  if (detected) {
    type = (Object.keys(mediaTypes) as MediaTypeName[]).find((key) => mediaTypes[key].mediaType === detected.mime);
  } else {
    const text = await inspectText(file);
    // A script is text too: only names that promise text are taken as text.
    if (text && (promised === 'txt' || promised === 'csv')) {
      type = promised;
      facts = text;
    } else if (promised !== undefined && promised !== 'txt' && promised !== 'csv') {
      return refuse('FILE_DAMAGED', { th: `เนื้อในไม่ใช่${mediaTypes[promised].words.th} ไฟล์อาจเสียหายหรือเปลี่ยนชื่อมา`, en: `The content is not a ${mediaTypes[promised].words.en}: the file may be damaged or renamed` });
    }
  }
  if (!type) return notTaken;
  const found: MediaType = mediaTypes[type];
  if (promised !== undefined && promised !== type) return namedOtherwise(mediaTypes[promised], name, found);
  if (!allow.includes(type)) return notTaken;
  if (promised === undefined) {
    // "มติที่ประชุม ครั้งที่ ๑.๒" has a dot but no ending; a foreign ending (.exe) is a wrong promise.
    if (/\.[a-z0-9]{2,5}$/i.test(name)) return namedOtherwise(undefined, name, found);
    name = cleanFileName(`${name}.${found.endings[0]}`);
  }

  if (type === 'pdf') {
    const pdf = await inspectPdf(file, size);
    if (!pdf.ok) return pdf;
    facts = pdf.value;
  }
  if (type === 'docx' || type === 'xlsx' || type === 'pptx') {
    const [macros] = await contains(file, [/vbaProject\.bin/]);
    if (macros) return refuse('FILE_HAS_MACROS', { th: 'ไฟล์นี้มีมาโคร กรุณาบันทึกเป็นชนิดที่ไม่มีมาโคร', en: 'This file has macros. Please save it as a type without macros.' }, 415);
  }
  return ok({ name, mediaType: found.mediaType, size, facts });
}
