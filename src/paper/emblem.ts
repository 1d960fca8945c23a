/** The emblem that an administrator uploads: checked before it goes on every sheet. And the stand-in until then. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Words } from '../platform/words.ts';
import { repositoryRoot, templatesFolder } from './root.ts';
import type { EmblemBytes } from './typst.ts';

const MAX_BYTES = 2_000_000;

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, i) => bytes[i] === byte);

/** A drawn frame that says where the emblem will stand. */
export function emblemPlaceholder(root: string = repositoryRoot()): EmblemBytes {
  return { bytes: readFileSync(join(templatesFolder(root), 'emblem-placeholder.svg')), type: 'image/svg+xml' };
}

/** What is wrong with an emblem, or nothing. An SVG may carry no script, no links and nothing from elsewhere. */
export function checkEmblem({ bytes, type }: EmblemBytes): Words | undefined {
  if (bytes.length === 0 || bytes.length > MAX_BYTES) {
    return { th: 'ไฟล์ตราต้องมีขนาดไม่เกิน 2 MB', en: 'The emblem must not be empty and not larger than 2 MB' };
  }
  const matches =
    type === 'image/png' ? startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)
    : type === 'image/jpeg' ? startsWith(bytes, 0xff, 0xd8, 0xff)
    : /<svg[\s>]/.test(Buffer.from(bytes.subarray(0, 4096)).toString('utf8'));
  if (!matches) return { th: 'ไฟล์ตราไม่ตรงกับชนิดที่ระบุ (SVG, PNG หรือ JPEG)', en: 'The emblem is not of the type it claims to be' };
  if (type === 'image/svg+xml') {
    const text = Buffer.from(bytes).toString('utf8');
    if (/<script|<foreignObject|<!ENTITY|\son\w+\s*=|href\s*=\s*["'](?!#|data:image\/(?:png|jpeg);)/i.test(text)) {
      return { th: 'ไฟล์ตรา SVG ต้องไม่มีสคริปต์หรืออ้างถึงไฟล์อื่น', en: 'The SVG emblem must not contain scripts or refer to other files' };
    }
  }
  return undefined;
}
