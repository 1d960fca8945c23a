import type { BoundReport } from '../bound-report.ts';
import { blockElements, centred } from './elements.ts';
import type { Composer } from './words.ts';

/** cm: the text of a line of contents, beside its page number. */
const CONTENTS_WIDTH = 14.5;
const LABEL_WIDTH = 2.4;

export function boundReport(document: BoundReport, composer: Composer): Record<string, unknown> {
  return {
    cover: [centred(composer, document.agency, { bold: true, size: 20 }), centred(composer, document.heading, { bold: true, size: 24 }), ...document.titleLines.map((line) => centred(composer, line, { size: 18 }))],
    contentsHeading: centred(composer, document.contentsHeading, { bold: true, size: 18 }),
    labelled: document.parts.some(({ label }) => label !== ''),
    parts: document.parts.map(({ label, title, body }, at) => ({
      id: `part-${at + 1}`,
      label: composer.whole(label, LABEL_WIDTH),
      title: composer.words(title, CONTENTS_WIDTH - LABEL_WIDTH),
      head: [...(label === '' ? [] : [centred(composer, label, { bold: true, size: 18 })]), centred(composer, title, { bold: true, size: 18 })],
      body: blockElements(composer, body),
    })),
  };
}
