/**
 * A chart of the screen made ready for paper: its shapes with the looks that the style sheet gives them on screen, and its
 * words apart, to be set by the typesetter in the font and the digits of the sheet.
 */
import type { BookChartInput } from './performance-documents.ts';

type Drawing = Extract<BookChartInput, { kind: 'drawing' }>;

const ink = '#1c3f8c';
const black = '#1c1a17';

/** What each class of `src/ui/styles/components/chart.css` looks like on paper; series by their sign. */
const looks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'chart-grid': { fill: 'none', stroke: '#c9c3b5', 'stroke-width': '0.6' },
  'chart-axis': { stroke: '#6b655a', 'stroke-width': '1.2' },
  'chart-line': { fill: 'none', stroke: ink, 'stroke-width': '2' },
  'chart-line:2': { stroke: black, 'stroke-dasharray': '7 3' },
  'chart-line:3': { stroke: '#a3211a', 'stroke-dasharray': '2 3' },
  'chart-line:4': { stroke: '#1d6341', 'stroke-dasharray': '9 3 2 3' },
  'chart-area:1': { fill: ink, 'fill-opacity': '0.12' },
  'chart-forecast': { 'stroke-dasharray': '5 5' },
  'chart-solid': { 'stroke-dasharray': 'none' },
  'chart-mark': { fill: ink, stroke: ink, 'stroke-width': '1.5' },
  'chart-mark:2': { fill: black, stroke: black },
  'chart-mark:3': { fill: '#a3211a', stroke: '#a3211a' },
  'chart-mark:4': { fill: '#1d6341', stroke: '#1d6341' },
  'chart-mark-open': { fill: '#ffffff' },
  'chart-band': { fill: ink, 'fill-opacity': '0.16', stroke: 'none' },
  'chart-target': { stroke: '#555047', 'stroke-width': '1.2', 'stroke-dasharray': '1 3' },
  'chart-drop': { fill: 'none', stroke: ink, 'stroke-width': '1.2', 'stroke-dasharray': '4 3' },
  'chart-now': { fill: ink, stroke: '#ffffff', 'stroke-width': '2' },
  'chart-rest': { stroke: ink, 'stroke-width': '10', 'stroke-dasharray': '2 4' },
};

const tags = /<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>([^<]*)/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (text: string): string => text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
const shapes: ReadonlySet<string> = new Set(['path', 'line', 'rect', 'circle']);

type Label = NonNullable<Drawing['labels']>[number];

/** Signs that the font of the sheet lacks, in signs that it has. */
const printable = (text: string): string => plain(text).replaceAll(' → ', ': ').replaceAll('→', '-').replaceAll('≥', 'ตั้งแต่ ').replaceAll('≤', 'ไม่เกิน ');

/** Shapes and words of one `<svg>` as Preact writes it: quoted attributes, groups that are only shifted. */
function takeApart(svg: string): { body: string; labels: Label[]; desc: string } {
  const shifts: Array<{ x: number; y: number }> = [{ x: 0, y: 0 }];
  const labels: Label[] = [];
  let [body, desc] = ['', ''];
  for (const [, close, name = '', written = '', alone, words = ''] of svg.matchAll(tags)) {
    const has = new Map([...written.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]));
    const shift = shifts.at(-1) ?? { x: 0, y: 0 };
    if (name === 'g') {
      if (close) shifts.pop();
      else {
        const [, x = '0', y = '0'] = /translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(has.get('transform') ?? '') ?? [];
        shifts.push({ x: shift.x + Number(x), y: shift.y + Number(y) });
      }
      body += close ? '</g>' : `<g${has.has('transform') ? ` transform="${has.get('transform') ?? ''}"` : ''}>${alone ? '</g>' : ''}`;
    } else if (close) continue;
    else if (name === 'desc') desc = printable(words);
    else if (name === 'text' && words.trim() !== '') {
      const anchor = has.get('text-anchor');
      const classes = has.get('class') ?? '';
      labels.push({ x: Number(has.get('x') ?? 0) + shift.x, y: Number(has.get('y') ?? 0) + shift.y, words: printable(words), anchor: anchor === 'middle' || anchor === 'end' ? anchor : 'start', bold: /chart-(?:strong|now-words)/.test(classes) });
    } else if (shapes.has(name)) {
      const sign = has.get('data-sign') ?? '';
      // In the order of the classes: what a later one says, such as the dashes of a forecast, holds.
      const look = (has.get('class') ?? '').split(' ').reduce<Record<string, string>>((all, one) => ({ ...all, ...looks[one], ...looks[`${one}:${sign}`] }), {});
      const places = [...has].filter(([key]) => !['class', 'data-sign'].includes(key));
      body += `<${name}${[...places, ...Object.entries(look)].map(([key, value]) => ` ${key}="${value}"`).join('')}/>`;
    }
  }
  return { body, labels, desc };
}

const closed = (body: string, width: number, height: number): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${body}</svg>`;

/**
 * The drawing of a rendered `RadarChart`, `LineChart` or `LadderChart` for the book; bars have a form of their own there.
 * @param html what Preact rendered. Its caption is read where none is given.
 * @throws when there is no chart in it, which is a fault of the caller.
 */
export function chartDrawing(html: string, caption?: string): Drawing {
  const found = /<svg class="chart-svg" viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>(.*?)<\/svg>/s.exec(html);
  if (!found) throw new Error('no chart of units in what was rendered');
  const [, width = '', height = '', inside = ''] = found;
  const { body, labels, desc } = takeApart(inside);
  const written = plain((/<figcaption>(.*?)<\/figcaption>/s.exec(html)?.[1] ?? '').replaceAll(/<[^>]*>/g, ''));
  const legend = [...html.matchAll(/<li><svg width="34" height="14"[^>]*>(.*?)<\/svg><span>(.*?)<\/span><\/li>/gs)]
    .map(([, sign = '', words = '']) => ({ svg: closed(takeApart(sign).body, 34, 14), words: printable(words) }));
  return { kind: 'drawing', caption: caption ?? written, alt: desc, width: Number(width), height: Number(height), svg: closed(body, Number(width), Number(height)), labels, legend };
}
