// Numbering that jumps or repeats: list items, headings, resolutions, table rows.
import { findingAt } from './finding.ts';
import type { Finding, Rule } from './finding.ts';
import type { TextRef, Place } from '../minutes-text.ts';
import { arabic, itemViews, leadingLabel } from './reading.ts';

type Numbered = { readonly series: string; readonly number: number; readonly at: { ref: TextRef; place: Place } };

function labelOf(label: string | undefined): { word: string; number: number } | undefined {
  const found = /^(.*?)(?:ที่)?\s*([0-9]{1,2})[.)]?\s*$/u.exec(arabic(label ?? '').trim());
  return found ? { word: (found[1] ?? '').trim(), number: Number(found[2]) } : undefined;
}

/** Reports where a series neither goes on by one nor starts again at 1. */
function breaks(entries: readonly Numbered[]): Finding[] {
  const last = new Map<string, number>();
  return entries.flatMap(({ series, number, at }) => {
    const before = last.get(series);
    last.set(series, number);
    if (before === undefined) return [];
    if (number === before + 1 || number === 1) return [];
    if (number === before) return [findingAt('numbering', at, 'warning', 'numbering-repeat', { number })];
    return [findingAt('numbering', at, 'warning', 'numbering-gap', { before, after: number })];
  });
}

export const numbering: Rule = {
  code: 'numbering',
  check(document, context) {
    const { classifiers } = context.vocabulary;
    return itemViews(document).flatMap((view) => {
      const lists: Numbered[] = [];
      const headings: Numbered[] = [];
      const resolutions: Numbered[] = [];
      let run = 0;
      for (const { line, place } of view.lines) {
        const at = { ref: { lineId: line.id, field: 'text' }, place };
        if (line.kind !== 'list-item') run += 1;
        if (line.kind === 'list-item') {
          const label = labelOf(line.label);
          if (label) lists.push({ series: `${run} ${line.level} ${label.word}`, number: label.number, at });
        } else if (line.kind === 'heading') {
          const lead = leadingLabel(line.text, classifiers);
          if (lead) headings.push({ series: lead.word, number: lead.number, at });
        } else if (line.kind === 'resolution') {
          const label = labelOf(line.label);
          if (label) resolutions.push({ series: label.word, number: label.number, at });
        } else if (line.kind === 'table') {
          const rows = line.rows.flatMap((cells, row): Numbered[] => {
            const cell = arabic(cells[0] ?? '').trim();
            const lead = leadingLabel(cell, classifiers);
            const plain = /^([0-9]{1,2})[.)]?(?=\s|$)/u.exec(cell);
            const where = { ref: { lineId: line.id, field: `cell:${row}:0` }, place: { ...place, row } };
            if (lead) return [{ series: lead.word, number: lead.number, at: where }];
            return plain ? [{ series: '', number: Number(plain[1]), at: where }] : [];
          });
          resolutions.push(...rows.map((r) => ({ ...r, series: `${line.id} ${r.series}` })));
        }
      }
      return [...breaks(lists), ...breaks(headings), ...breaks(resolutions)];
    });
  },
};
