/** The data that a PDF of the house carries with it: what was printed, as it was handed to the printer. */
import { PDF } from '@libpdf/core';

/** The attached document; undefined where a PDF has none, is broken, or was made elsewhere. */
export async function attachedDocument(pdf: Uint8Array): Promise<unknown> {
  try {
    const { attachments } = await PDF.load(pdf.slice());
    const [name] = [...attachments.list().keys()].filter((one) => one.endsWith('.json'));
    const data = name === undefined ? null : attachments.get(name);
    return data === null ? undefined : JSON.parse(Buffer.from(data).toString('utf8'));
  } catch {
    return undefined;
  }
}
