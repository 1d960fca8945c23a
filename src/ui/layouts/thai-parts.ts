const opening = /<([a-z][\w-]*)((?:\s(?:[^"'>]|"[^"]*")*)?)>([^<]*\p{Script=Thai}[^<]*)/gu;

/**
 * Marks what stands in Thai on an English page: names, subjects and numbers of records are Thai in every language of
 * the screen, and a screen reader must know to read them so (WCAG 3.1.2). An element whose own words are mostly Thai
 * gets `lang="th"`; those that say a language themselves are left alone.
 */
export function markThaiParts(html: string): string {
  return html.replaceAll(opening, (whole, tag: string, attributes: string, text: string) => {
    if (/\slang=/u.test(attributes) || tag === 'html' || tag === 'body') return whole;
    const letters = text.match(/\p{L}/gu) ?? [];
    const thai = letters.filter((letter) => /\p{Script=Thai}/u.test(letter));
    return thai.length * 2 > letters.length ? `<${tag}${attributes} lang="th">${text}` : whole;
  });
}
