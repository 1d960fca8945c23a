import type { Words } from '../words.ts';

/** A kind of file that the house takes. */
export interface MediaType {
  readonly mediaType: string;
  /** Endings of its name, without dot; the first is given to files without one. */
  readonly endings: readonly string[];
  readonly words: Words;
  /** May be shown inside a page: PDF, pictures, clips and plain text only. */
  readonly inline: boolean;
}

const office = 'application/vnd.openxmlformats-officedocument.';

export const mediaTypes = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'], words: { th: 'PDF', en: 'PDF' }, inline: true },
  png: { mediaType: 'image/png', endings: ['png'], words: { th: 'ภาพ PNG', en: 'PNG picture' }, inline: true },
  jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], words: { th: 'ภาพ JPEG', en: 'JPEG picture' }, inline: true },
  docx: { mediaType: `${office}wordprocessingml.document`, endings: ['docx'], words: { th: 'เอกสาร Word', en: 'Word document' }, inline: false },
  xlsx: { mediaType: `${office}spreadsheetml.sheet`, endings: ['xlsx'], words: { th: 'ตาราง Excel', en: 'Excel sheet' }, inline: false },
  pptx: { mediaType: `${office}presentationml.presentation`, endings: ['pptx'], words: { th: 'สไลด์ PowerPoint', en: 'PowerPoint slides' }, inline: false },
  txt: { mediaType: 'text/plain', endings: ['txt'], words: { th: 'ข้อความ', en: 'Plain text' }, inline: true },
  csv: { mediaType: 'text/csv', endings: ['csv'], words: { th: 'ตาราง CSV', en: 'CSV table' }, inline: false },
  mp4: { mediaType: 'video/mp4', endings: ['mp4'], words: { th: 'คลิป MP4', en: 'MP4 clip' }, inline: true },
  webm: { mediaType: 'video/webm', endings: ['webm'], words: { th: 'คลิป WebM', en: 'WebM clip' }, inline: true },
  vtt: { mediaType: 'text/vtt', endings: ['vtt'], words: { th: 'คำบรรยาย WebVTT', en: 'WebVTT captions' }, inline: false },
  zip: { mediaType: 'application/zip', endings: ['zip'], words: { th: 'ไฟล์บีบอัด ZIP', en: 'ZIP archive' }, inline: false },
} as const satisfies Record<string, MediaType>;

export type MediaTypeName = keyof typeof mediaTypes;

/** What a form takes unless it says otherwise. Archives are left out: their content cannot be looked at; clips too, which few tasks need. */
export const usualTypes: readonly MediaTypeName[] = ['pdf', 'png', 'jpeg', 'docx', 'xlsx', 'pptx', 'txt', 'csv'];

export function isInline(mediaType: string): boolean {
  return Object.values<MediaType>(mediaTypes).some((type) => type.mediaType === mediaType && type.inline);
}

/** The type that a file's name promises; undefined for a name without a known ending. */
export function typeOfName(name: string): MediaTypeName | undefined {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  const found = Object.entries<MediaType>(mediaTypes).find(([, type]) => ending !== undefined && type.endings.includes(ending));
  return found?.[0] as MediaTypeName | undefined;
}

/**
 * A file name that can be shown and saved anywhere: no folders, no control or direction marks (which can make
 * "fdp.exe" look like "exe.pdf"), at most 200 characters with its ending kept.
 */
export function cleanFileName(given: string): string {
  const base = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = base
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '');
  if (clean === '') return 'file';
  if (clean.length <= 200) return clean;
  const ending = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? '';
  return clean.slice(0, 200 - ending.length) + ending;
}
