/** For tests only: PDFs written out by hand, for structures that no program at hand makes. */

interface RawOptions {
  /** Generations other than 0, by object number. */
  readonly generations?: Readonly<Record<number, number>>;
  readonly trailer?: string;
}

/** A file with a table; the first object is the catalogue. `0 R` of an object with a generation is put right. */
export function rawPdf(objects: readonly string[], { generations = {}, trailer = '' }: RawOptions = {}): Buffer {
  let file = '%PDF-1.7\n';
  const rows = ['0000000000 65535 f \n'];
  for (const [i, body] of objects.entries()) {
    const generation = generations[i + 1] ?? 0;
    rows.push(`${String(file.length).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`);
    const right = Object.entries(generations).reduce((text, [object, n]) => text.replaceAll(new RegExp(`\\b${object} 0 R`, 'g'), `${object} ${n} R`), body);
    file += `${i + 1} ${generation} obj\n${right}\nendobj\n`;
  }
  return Buffer.from(`${file}xref\n0 ${rows.length}\n${rows.join('')}trailer\n<< /Size ${rows.length} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`, 'latin1');
}

/** One page; the form (object 6) stands in an object stream that only the stream beside the table knows (ISO 32000-1 §7.5.8.4). */
export function hybridPdf(): Buffer {
  const form = '<< /Fields [] /SigFlags 0 >>';
  const pairs = '6 0 ';
  const inner = `${pairs}${form}`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>',
    '<< /Length 32 >>\nstream\n0.9 g 40 700 200 60 re f 0 g    \nendstream',
    `<< /Type /ObjStm /N 1 /First ${pairs.length} /Length ${inner.length} >>\nstream\n${inner}\nendstream`,
  ];
  const start = rawPdf(objects).toString('latin1');
  const body = start.slice(0, start.indexOf('xref\n'));
  const offset = (object: number): number => body.indexOf(`\n${object} 0 obj`) + 1;
  const beside = body.length;
  const rows = Buffer.from([[1, offset(5), 0], [2, 5, 0]].flatMap(([kind, place, last]) => [kind!, place! >> 8, place! & 255, last!]));
  const stream = `7 0 obj\n<< /Type /XRef /Size 8 /W [1 2 1] /Index [5 2] /Root 1 0 R /Length ${rows.length} >>\nstream\n${rows.toString('latin1')}\nendstream\nendobj\n`;
  const table = [1, 2, 3, 4].map((object) => `${String(offset(object)).padStart(10, '0')} 00000 n \n`).join('');
  // Hidden from older readers: free.
  const hidden = '0000000006 00000 f \n0000000007 00000 f \n0000000000 00000 f \n';
  return Buffer.from(`${body}${stream}xref\n0 8\n0000000005 65535 f \n${table}${hidden}trailer\n<< /Size 8 /Root 1 0 R /XRefStm ${beside} >>\nstartxref\n${beside + stream.length}\n%%EOF\n`, 'latin1');
}
