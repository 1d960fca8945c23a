/** The field of a signature: its widget on a page, and its entries in the page and in the form of the document. */
import type { PdfUpdate } from '../tounicode/pdf-update.ts';
import { importForm } from './import-form.ts';
import { textString, valueOf, withEntries, withValue } from './pdf-parts.ts';

export interface FieldOptions {
  /** PDF points from the lower left of the page: the upper left corner of what is shown. */
  readonly place?: { readonly page: number; readonly x: number; readonly y: number };
  /** What is shown there: a one-page PDF of the house's own making (`signature-stamp`). Without it the signature is not visible. */
  readonly appearance?: Uint8Array;
  readonly name: string;
}

export function widget(update: PdfUpdate, options: FieldOptions, numbers: { signature: number; field: number; page: number }): string {
  let rectangle = '0 0 0 0';
  let shown: number;
  if (options.appearance && options.place) {
    const form = importForm(update, options.appearance);
    const { x, y } = options.place;
    rectangle = [x, y - form.height, x + form.width, y].map((n) => n.toFixed(2)).join(' ');
    shown = form.object;
  } else {
    shown = update.reserve();
    update.replaceStream(shown, '/Type /XObject /Subtype /Form /BBox [0 0 0 0] /Resources << >>', Buffer.alloc(0));
  }
  // F 132: printed, and locked in its place.
  return `<< /Type /Annot /Subtype /Widget /FT /Sig /T ${textString(`ลายมือชื่อ ${numbers.field}`)} /TU ${textString(`ลายมือชื่ออิเล็กทรอนิกส์ของ ${options.name}`)}` +
    ` /V ${numbers.signature} 0 R /F 132 /Rect [${rectangle}] /P ${numbers.page} 0 R /AP << /N ${shown} 0 R >> >>`;
}

export function addToPage(update: PdfUpdate, page: number, field: number): void {
  update.replace(page, withReference(update, update.dictionary(page), 'Annots', field));
}

export function addToForm(update: PdfUpdate, field: number): void {
  const catalogue = update.dictionary(update.root);
  const form = valueOf(catalogue, 'AcroForm');
  const grown = (dictionary: string): string => {
    const more = withReference(update, dictionary, 'Fields', field);
    return /\/SigFlags/.test(more) ? withValue(more, 'SigFlags', '3') : withEntries(more, '/SigFlags 3');
  };
  if (form === undefined) {
    const object = update.reserve();
    update.replace(object, `<< /Fields [${field} 0 R] /SigFlags 3 >>`);
    update.replace(update.root, withEntries(catalogue, `/AcroForm ${object} 0 R`));
  } else if (form.startsWith('<<')) update.replace(update.root, withValue(catalogue, 'AcroForm', grown(form)));
  else update.replace(Number.parseInt(form, 10), grown(update.dictionary(Number.parseInt(form, 10))));
}

/** One more reference in the list under `key`, wherever that list stands. */
function withReference(update: PdfUpdate, dictionary: string, key: string, object: number): string {
  const list = valueOf(dictionary, key);
  if (list === undefined) return withEntries(dictionary, `/${key} [${object} 0 R]`);
  if (list.startsWith('[')) return withValue(dictionary, key, `${list.slice(0, -1)} ${object} 0 R]`);
  const holder = Number.parseInt(list, 10);
  update.replace(holder, update.dictionary(holder).replace(/\]\s*$/, ` ${object} 0 R]`));
  return dictionary;
}
