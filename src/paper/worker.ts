/** A thread that makes one document at a time. Started by pool.ts; see protocol.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { compose } from './compose/compose.ts';
import { Composer } from './compose/words.ts';
import { notPrintable } from './failures.ts';
import type { PaperFailure } from './failures.ts';
import { loadFonts } from './fonts.ts';
import { splitPages } from './preview.ts';
import type { JobInput, JobOutput, Reply, Request } from './protocol.ts';
import { qrSvg } from './qr.ts';
import { emblemPlaceholder } from './emblem.ts';
import { fontsFolder, repositoryRoot } from './root.ts';
import { readGlyphText } from './tounicode/glyph-text.ts';
import { repairToUnicode } from './tounicode/repair.ts';
import { Typesetter } from './typst.ts';

interface Settings { engine?: string }

interface Maker { make: (job: JobInput) => JobOutput | PaperFailure; takeWarnings: () => string[] }

function start(): Maker {
  const root = repositoryRoot();
  const fonts = loadFonts(fontsFolder(root));
  const typesetter = new Typesetter(root, fonts.renamed, (workerData as Settings | null)?.engine);
  const glyphText = readGlyphText(fonts.originals);
  const placeholder = emblemPlaceholder(root);

  const make: Maker['make'] = (job) => {
    const { template, data, unprintable } = compose(job.document, fonts);
    const extras = new Composer(fonts, []);
    if (job.verify) {
      const { url, text, page } = job.verify;
      data.verify = { url, page, svg: qrSvg(url), w: extras.words([{ text, asWritten: true }], 5) };
    }
    if (job.fingerprint !== undefined) {
      extras.words([{ text: job.fingerprint, asWritten: true }]);
      data.fingerprint = job.fingerprint;
    }
    const missing = [...new Set([...unprintable, ...extras.unprintable])];
    if (missing.length > 0) return notPrintable(missing);
    const typstJob = {
      template, data, emblem: job.emblem ?? placeholder,
      ...(template === 'stamp' ? { picture: true as const } : {}),
      ...(job.attachData && template !== 'stamp' ? { source: JSON.stringify(job.document) } : {}),
    };
    if (job.output === 'svg') {
      const { svg, pages } = typesetter.svg(typstJob);
      return { output: 'svg', pages: splitPages(svg, pages) };
    }
    const { pdf, pages, signatures } = typesetter.pdf(typstJob, new Date(job.createdAt));
    return { output: 'pdf', pdf: new Uint8Array(repairToUnicode(pdf, glyphText).pdf), pages, signatures };
  };
  return { make, takeWarnings: () => typesetter.takeWarnings() };
}

function serve(port: NonNullable<typeof parentPort>): void {
  const say = (reply: Reply, transfer: ArrayBuffer[] = []): void => port.postMessage(reply, transfer);
  let maker: Maker;
  try {
    maker = start();
  } catch (error) {
    say({ type: 'unavailable', reason: error instanceof Error ? error.message : String(error) });
    return;
  }
  port.on('message', ({ id, job }: Request) => {
    try {
      const result = maker.make(job);
      if ('ok' in result) say({ type: 'failed', id, failure: result });
      else say({ type: 'done', id, result, warnings: maker.takeWarnings() }, result.output === 'pdf' ? [result.pdf.buffer] : []);
    } catch (error) {
      say({ type: 'threw', id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  say({ type: 'ready' });
}

if (parentPort) serve(parentPort);
