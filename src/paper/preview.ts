/**
 * Pages for the screen. The engine draws all pages below one another in one SVG; here they are taken apart, each with
 * the glyph shapes that it uses. Shapes only, no text: put the document's own text beside it for screen readers.
 */

const PAGE_WIDTH = 595.2756;
const PAGE_HEIGHT = 841.8898;

/** Children of the root element start at exactly this indent in the engine's output. */
const TOP_LEVEL = /^ {4}(?=<[a-z])/m;

function definitions(svg: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of svg.matchAll(/<(symbol|clipPath|linearGradient|radialGradient|pattern) id="([^"]+)"[\s\S]*?<\/\1>/g)) {
    if (match[2] !== undefined) found.set(match[2], match[0]);
  }
  return found;
}

/** Ids referred to by a fragment, and by what those refer to. */
function used(fragment: string, known: ReadonlyMap<string, string>): string[] {
  const ids = new Set<string>();
  const visit = (text: string): void => {
    for (const match of text.matchAll(/(?:href="#|url\(#)([^")]+)/g)) {
      const id = match[1];
      const definition = id === undefined ? undefined : known.get(id);
      if (id === undefined || definition === undefined || ids.has(id)) continue;
      ids.add(id);
      visit(definition);
    }
  };
  visit(fragment);
  return [...ids];
}

/** Without class names, defaults and digits that no screen shows: a third of the size. */
function compacted(fragment: string): string {
  return fragment
    .replace(/>\s+</g, '><')
    .replace(/ (?:class="[^"]*"|fill-rule="nonzero"|[xy]="0")/g, '')
    .replaceAll('xlink:href=', 'href=')
    .replace(/-?\d+\.\d{4,}/g, (number) => String(Number(Number(number).toFixed(3))))
    .trim();
}

/**
 * One SVG document for each page, A4, white ground.
 * @throws Error when the engine's output does not look as expected: `pages` pages of one ground and one drawing each.
 */
export function splitPages(svg: string, pages: number): string[] {
  const known = definitions(svg);
  const children = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>')).split(TOP_LEVEL)
    .filter((child) => child.startsWith('<') && !child.startsWith('<defs'));
  const grounds = children.filter((child) => child.startsWith('<path class="typst-shape" fill="#ffffff"'));
  const drawings = children.filter((child) => child.startsWith('<g'));
  if (grounds.length !== pages || drawings.length !== pages) {
    throw new Error(`expected ${pages} pages in the preview, found ${grounds.length} grounds and ${drawings.length} drawings`);
  }
  return drawings.map((drawing, i) => {
    const compact = compacted(drawing);
    const shapes = compacted(used(compact, known).map((id) => known.get(id) ?? '').join(''));
    const top = (i * PAGE_HEIGHT).toFixed(4);
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 ${top} ${PAGE_WIDTH} ${PAGE_HEIGHT}">` +
      `<rect x="0" y="${top}" width="${PAGE_WIDTH}" height="${PAGE_HEIGHT}" fill="#fff"/><defs>${shapes}</defs>${compact}</svg>`
    );
  });
}
