/** The square that leads to the verify page, drawn as one SVG path. */
import { create } from 'qrcode';

export interface VerifyBlock {
  /** Address of the verify page of this document. */
  url: string;
  /** Words beside it: "ตรวจสอบเอกสารได้ที่ …", the document's code. */
  text: string;
  page: 'first' | 'last';
}

/** Modules of quiet zone around a QR code (ISO/IEC 18004: four). */
const QUIET = 4;

/**
 * An SVG of the QR code (error correction M), quiet zone included. Same text, same bytes.
 * @throws when the text does not fit a QR code (about 2300 bytes).
 */
export function qrSvg(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET;
  let path = '';
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (!modules.get(y, x)) continue;
      let run = 1;
      while (x + run < modules.size && modules.get(y, x + run)) run++;
      path += `M${x + QUIET} ${y + QUIET}h${run}v1h-${run}z`;
      x += run;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
}
