/** Opening a PDF with the library: the one door for files from outside. */
import { PDF } from '@libpdf/core';
import { PdfUpdate } from './pdf-update.ts';

/**
 * Strictly: looking for the objects of a broken file by itself, the library runs in a circle over some, and it believes
 * every count in the cross-references and unpacks whatever is packed. Each fills the memory of the process.
 * @throws Error when the file is broken, or is no PDF
 */
export async function openWithLibrary(bytes: Uint8Array): Promise<PDF> {
  // Its own copy: the library may keep and fill the buffer that it is given.
  const copy = Buffer.from(bytes);
  const file = new PdfUpdate(copy);
  if (!file.encrypted) file.unpackAll();
  return PDF.load(new Uint8Array(copy), { lenient: false });
}
