/** The bare words of a Word file, for the search. */
import mammoth from 'mammoth';
import { readZip, ZipRefused } from '../../../platform/tables/zip.ts';

/** As much XML as is unfolded; a file that says more is no document, or a trap. */
const mostXml = 8 * 1_048_576;

/** Undefined for what is locked, damaged, too large or no .docx. */
export async function plainTextOfWord(content: Uint8Array): Promise<string | undefined> {
  const file = Buffer.from(content);
  if (file.subarray(0, 2).toString('latin1') !== 'PK') return undefined;
  try {
    const parts = readZip(file, mostXml);
    // No Office program writes one; a parser may be made to unfold it without end.
    if (!parts.has('word/document.xml') || [...parts.values()].some((part) => part.includes('<!DOCTYPE') || part.includes('<!ENTITY'))) return undefined;
  } catch (error) {
    if (error instanceof ZipRefused || error instanceof RangeError) return undefined;
    throw error;
  }
  return mammoth.extractRawText({ buffer: file }).then(({ value }) => value, () => undefined);
}
