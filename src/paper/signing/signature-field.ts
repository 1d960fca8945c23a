/** The field of a signature: its widget on a page, and its entries in the page and in the form of the document. */
import type { PdfUpdate } from '../pdf-file/pdf-update.ts';
import { entriesOf, itemsOf, referenceOf } from '../pdf-file/values.ts';
import { boxInFile } from '../page-view.ts';
import { importForm } from './import-form.ts';
import { textString, viewOf, withEntries, withValue } from './pdf-parts.ts';

export interface FieldOptions {
  /** The upper left corner of what is shown, in points from the lower left of the page as it is seen: turned and cropped. */
  readonly place?: { readonly page: number; readonly x: number; readonly y: number };
  /** What is shown there: a one-page PDF of the house's own making (`signature-stamp`). Without it the signature is not visible. */
  readonly appearance?: Uint8Array;
  readonly name: string;
}

export function widget(update: PdfUpdate, options: FieldOptions, numbers: { signature: number; field: number; page: number }): string {
  let rectangle = '0 0 0 0';
  let shown: number;
  if (options.appearance && options.place) {
    const view = viewOf(update, numbers.page);
    const form = importForm(update, options.appearance, view.turn);
    const { x, y } = options.place;
    const box = boxInFile(view, { x, y: y - form.height, width: form.width, height: form.height });
    rectangle = [box.x, box.y, box.x + box.width, box.y + box.height].map((n) => n.toFixed(2)).join(' ');
    shown = form.object;
  } else {
    shown = update.reserve();
    update.replaceStream(shown, '/Type /XObject /Subtype /Form /BBox [0 0 0 0] /Resources << >>', Buffer.alloc(0));
  }
  // F 132: printed, and locked in its place.
  return `<< /Type /Annot /Subtype /Widget /FT /Sig /T ${textString(`ลายมือชื่อ ${numbers.field}`)} /TU ${textString(`ลายมือชื่ออิเล็กทรอนิกส์ของ ${options.name}`)}` +
    ` /V ${numbers.signature} 0 R /F 132 /Rect [${rectangle}] /P ${update.reference(numbers.page)} /AP << /N ${shown} 0 R >> >>`;
}

export function addToPage(update: PdfUpdate, page: number, field: number): void {
  update.replace(page, withReference(update, update.dictionary(page), 'Annots', field));
}

export function addToForm(update: PdfUpdate, field: number): void {
  const catalogue = update.dictionary(update.root);
  const form = entriesOf(catalogue).get('AcroForm')?.value;
  const standing = update.resolved(form);
  if (standing?.startsWith('<<')) {
    const more = withReference(update, standing, 'Fields', field);
    const grown = entriesOf(more).has('SigFlags') ? withValue(more, 'SigFlags', '3') : withEntries(more, '/SigFlags 3');
    const object = referenceOf(form);
    if (object === undefined) update.replace(update.root, withValue(catalogue, 'AcroForm', grown));
    else update.replace(object, grown);
    return;
  }
  const object = update.reserve();
  update.replace(object, `<< /Fields [${field} 0 R] /SigFlags 3 >>`);
  update.replace(update.root, form === undefined ? withEntries(catalogue, `/AcroForm ${object} 0 R`) : withValue(catalogue, 'AcroForm', `${object} 0 R`));
}

/** One more reference in the list under `key`, wherever that list stands. */
function withReference(update: PdfUpdate, dictionary: string, key: string, object: number): string {
  const written = entriesOf(dictionary).get(key)?.value;
  const list = update.resolved(written);
  const grown = `[${[...itemsOf(list ?? ''), `${object} 0 R`].join(' ')}]`;
  if (written === undefined) return withEntries(dictionary, `/${key} ${grown}`);
  const holder = list?.startsWith('[') ? referenceOf(written) : undefined;
  if (holder === undefined) return withValue(dictionary, key, grown);
  update.replace(holder, grown);
  return dictionary;
}
