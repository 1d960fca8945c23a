/** Takes the first page of one PDF as a form object into another (ISO 32000-1 §8.10): how a typeset picture gets onto a page. */
import { PdfUpdate } from '../pdf-file/pdf-update.ts';
import { uprightMatrix } from '../page-view.ts';
import type { Turn } from '../page-view.ts';
import { pagesOf, valueOf } from './pdf-parts.ts';

const REFERENCE = /(\d+) 0 R/g;

export interface ImportedForm { object: number; width: number; height: number }

/**
 * Width and height are those of the picture standing upright on a page of this turn.
 * @throws Error when `page` is not a PDF of the house's own making.
 */
export function importForm(target: PdfUpdate, page: Uint8Array, turn: Turn): ImportedForm {
  const source = new PdfUpdate(page);
  const taken = new Map<number, number>();
  const references = (text: string): string => text.replace(REFERENCE, (_, n: string) => `${take(Number(n))} 0 R`);
  const take = (object: number): number => {
    const known = taken.get(object);
    if (known !== undefined) return known;
    const number = target.reserve();
    taken.set(object, number);
    const dictionary = references(source.dictionary(object));
    target.replace(number, source.isStream(object)
      ? Buffer.concat([Buffer.from(`${dictionary}\nstream\n`, 'latin1'), source.packedStream(object), Buffer.from('\nendstream', 'latin1')])
      : dictionary);
    return number;
  };
  const [first] = pagesOf(source);
  if (first === undefined) throw new Error('the picture of the signature has no page');
  const dictionary = source.dictionary(first);
  const box = /\/MediaBox\s*\[([^\]]*)\]/.exec(dictionary)?.[1]?.trim().split(/\s+/).map(Number) ?? [0, 0, 0, 0];
  const contents = /\/Contents\s+(\d+) 0 R/.exec(dictionary)?.[1];
  if (contents === undefined) throw new Error('the picture of the signature has no single content stream');
  const resources = references(valueOf(dictionary, 'Resources') ?? '<< >>');
  const object = target.reserve();
  target.replaceStream(object, `/Type /XObject /Subtype /Form /BBox [${box.join(' ')}]${turn === 0 ? '' : ` /Matrix [${uprightMatrix(turn).join(' ')} 0 0]`} /Resources ${resources}`, source.stream(Number(contents)));
  return { object, width: box[2]! - box[0]!, height: box[3]! - box[1]! };
}
