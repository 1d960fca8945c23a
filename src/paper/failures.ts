/** What can go wrong with a sheet, as values: a code for programs, Thai and English for people. */
import { fail } from '../platform/result.ts';
import type { Failure } from '../platform/result.ts';

export type PaperFailureCode =
  | 'RENDERER_UNAVAILABLE'
  | 'RENDERER_BUSY'
  | 'RENDERER_CLOSED'
  | 'RENDER_TIMEOUT'
  | 'RENDER_CRASHED'
  | 'DOCUMENT_INVALID'
  | 'DOCUMENT_TOO_LARGE'
  | 'CHARACTER_NOT_PRINTABLE'
  | 'EMBLEM_INVALID';

export type PaperFailure = Failure<PaperFailureCode>;

export const unavailable = (): PaperFailure => fail('RENDERER_UNAVAILABLE', {
  th: 'เครื่องนี้ยังจัดทำเอกสาร PDF ไม่ได้ เพราะโปรแกรมเรียงพิมพ์มีเฉพาะระบบ Linux x64 (glibc) โปรดเปิดระบบบนเครื่องดังกล่าว',
  en: 'This machine cannot make PDF files: the typesetter exists for Linux x64 (glibc) only. Run Krom on such a machine.',
}, { status: 503 });

export const busy = (): PaperFailure => fail('RENDERER_BUSY', {
  th: 'ขณะนี้มีเอกสารรอจัดทำเป็นจำนวนมาก โปรดลองใหม่ในอีกสักครู่',
  en: 'Too many documents are waiting to be made. Please try again shortly.',
}, { status: 503 });

export const closed = (): PaperFailure => fail('RENDERER_CLOSED', {
  th: 'ระบบจัดทำเอกสารปิดการทำงานแล้ว',
  en: 'The renderer has been closed.',
}, { status: 503 });

export const timedOut = (seconds: number): PaperFailure => fail('RENDER_TIMEOUT', {
  th: `จัดทำเอกสารไม่เสร็จภายใน ${seconds} วินาที โปรดแบ่งเอกสารให้สั้นลง`,
  en: `The document was not finished within ${seconds} seconds. Please split it.`,
}, { status: 503 });

export const crashed = (): PaperFailure => fail('RENDER_CRASHED', {
  th: 'การจัดทำเอกสารหยุดลงกลางคัน โปรดลองใหม่ หากเกิดซ้ำโปรดแจ้งผู้ดูแลระบบ',
  en: 'Making the document stopped midway. Please try again; tell the administrator if it happens again.',
}, { status: 503 });

export const invalid = (where: string, why: string): PaperFailure => fail('DOCUMENT_INVALID', {
  th: `ข้อมูลของเอกสารไม่ครบหรือไม่ถูกต้องที่ ${where || 'ต้นเอกสาร'}`,
  en: `The document is incomplete or wrong at ${where || 'its start'}: ${why}`,
});

export const tooLarge = (characters: number, limit: number): PaperFailure => fail('DOCUMENT_TOO_LARGE', {
  th: `เอกสารยาวเกินไป (${characters} ตัวอักษร จากที่รับได้ ${limit} ตัวอักษร) โปรดแบ่งเป็นหลายฉบับ`,
  en: `The document is too long (${characters} characters, at most ${limit}). Please split it.`,
}, { status: 413 });

export const notPrintable = (characters: readonly string[]): PaperFailure => {
  const shown = characters.slice(0, 10).map((c) => `${c} (U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`).join(', ');
  return fail('CHARACTER_NOT_PRINTABLE', {
    th: `มีอักขระที่แบบอักษรราชการพิมพ์ไม่ได้: ${shown}`,
    en: `The official font has no glyph for: ${shown}`,
  });
};

export const badEmblem = (why: Failure['message']): PaperFailure => fail('EMBLEM_INVALID', why);
