/**
 * Electronic signatures on PDF as PAdES B-B, and B-T with a time stamp (ETSI EN 319 142-1). Each signature is an
 * incremental update: bytes already there are never changed, so earlier signatures stay true.
 */
import { createHash, verify as verifyBytes, X509Certificate } from 'node:crypto';
import { ok } from '../../platform/result.ts';
import type { Result } from '../../platform/result.ts';
import { PdfUpdate } from '../tounicode/pdf-update.ts';
import { signCms } from './cms.ts';
import type { Signer, TimeStamper } from './cms.ts';
import { signingFailure } from './failures.ts';
import type { SigningFailureCode } from './failures.ts';
import { importForm } from './import-form.ts';
import { pagesOf, pdfDate, textString, valueOf, withEntries, withValue } from './pdf-parts.ts';

export interface SignOptions {
  /** PDF points from the lower left of the page: the upper left corner of what is shown. */
  readonly place?: { readonly page: number; readonly x: number; readonly y: number };
  /** What is shown there: a one-page PDF of the house's own making (`signature-stamp`). Without it the signature is not visible. */
  readonly appearance?: Uint8Array;
  readonly signer: Signer;
  readonly timestamp?: TimeStamper;
  readonly name: string;
  readonly reason?: string;
  /** The legal clock's time of signing. */
  readonly signedAt: Date;
}

export interface SignedPdf {
  readonly pdf: Uint8Array;
  readonly sha256: string;
}

/** Bytes kept for the CMS. With three certificates and a token it is about 5 kB. */
const ROOM = 12_288;
const EMPTY_RANGE = '/ByteRange [0 0000000000 0000000000 0000000000]';

/** Signs. Failures: PDF_BROKEN, PDF_ENCRYPTED, PDF_UNSUPPORTED, PLACE_NOT_THERE, SIGNER_FAILED; what the time stamper throws passes through. */
export async function signPdf(pdf: Uint8Array, options: SignOptions): Promise<Result<SignedPdf, SigningFailureCode>> {
  const opened = openPdf(pdf);
  if (!opened.ok) return opened;
  const update = opened.value;
  const page = pagesOf(update)[(options.place?.page ?? 1) - 1];
  if (page === undefined) return signingFailure('PLACE_NOT_THERE');

  const signature = update.reserve();
  const field = update.reserve();
  update.replace(signature, `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${EMPTY_RANGE} /Contents <${'0'.repeat(ROOM * 2)}>` +
    ` /Name ${textString(options.name)}${options.reason === undefined ? '' : ` /Reason ${textString(options.reason)}`} /M ${pdfDate(options.signedAt)} >>`);
  update.replace(field, widget(update, options, { signature, field, page }));
  addToPage(update, page, field);
  addToForm(update, field);

  const file = Buffer.from(update.finish());
  const at = update.offsetOf(signature);
  const from = file.indexOf('/Contents <', at) + '/Contents '.length;
  const to = from + ROOM * 2 + 2;
  const range = [0, from, to, file.length - to];
  file.write(`/ByteRange [0 ${range.slice(1).map((n) => String(n).padStart(10, '0')).join(' ')}]`, file.indexOf(EMPTY_RANGE, at), 'latin1');
  const content = Buffer.concat([file.subarray(0, from), file.subarray(to)]);
  const cms = await signCms(content, checked(options.signer), options.timestamp).catch((error: unknown) => {
    if (error instanceof WrongKeyError) return undefined;
    throw error;
  });
  if (cms === undefined) return signingFailure('SIGNER_FAILED');
  if (cms.length > ROOM) throw new Error(`a signature of ${cms.length} bytes is larger than the room for it`);
  file.write(cms.toString('hex'), from + 1, 'latin1');
  return ok({ pdf: file, sha256: createHash('sha256').update(file).digest('hex') });
}

/** A PDF that can be updated, or why not. */
export function openPdf(pdf: Uint8Array): Result<PdfUpdate, SigningFailureCode> {
  if (!looksWhole(pdf)) return signingFailure('PDF_BROKEN');
  try {
    const update = new PdfUpdate(pdf);
    if (/\/Encrypt\b/.test(update.trailer)) return signingFailure('PDF_ENCRYPTED');
    pagesOf(update);
    return ok(update);
  } catch (error) {
    const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
    if (/\/Encrypt\s+\d+ \d+ R/.test(text)) return signingFailure('PDF_ENCRYPTED');
    return signingFailure(error instanceof Error && error.message.includes('cross-reference streams') ? 'PDF_UNSUPPORTED' : 'PDF_BROKEN');
  }
}

/** A PDF begins and ends as one: what was cut off on its way must not pass for an earlier state of itself. */
export function looksWhole(pdf: Uint8Array): boolean {
  const text = (from: number, to?: number): string => Buffer.from(pdf.subarray(from, to)).toString('latin1');
  return text(0, 1024).includes('%PDF-') && /startxref\s+\d+\s+%%EOF\s*$/.test(text(Math.max(0, pdf.byteLength - 1024)));
}

class WrongKeyError extends Error {}

/** A signature that its own certificate does not confirm never gets into a file. */
function checked(signer: Signer): Signer {
  return {
    ...signer,
    sign: async (data) => {
      const value = await signer.sign(data);
      if (!verifyBytes(signer.algorithm, data, new X509Certificate(signer.chain[0]!).publicKey, value)) throw new WrongKeyError();
      return value;
    },
  };
}

function widget(update: PdfUpdate, options: SignOptions, numbers: { signature: number; field: number; page: number }): string {
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

function addToPage(update: PdfUpdate, page: number, field: number): void {
  update.replace(page, withReference(update, update.dictionary(page), 'Annots', field));
}

function addToForm(update: PdfUpdate, field: number): void {
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
