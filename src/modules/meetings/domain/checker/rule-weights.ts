// Weights that do not sum, and weights said in the discussion that the table does not have.
import type { MinutesDocument, TableLine } from '../minutes-document.ts';
import type { TextPart } from '../minutes-text.ts';
import { findingAt } from './finding.ts';
import type { Finding, Rule, RuleContext } from './finding.ts';
import { arabic, itemViews, labelsIn, leadingLabel, total } from './reading.ts';
import type { ItemView } from './reading.ts';
import { childrenWeight, readWeightTable, weightOf } from './weight-table.ts';
import type { WeightTable } from './weight-table.ts';

type Found = { readonly view: ItemView; readonly line: TableLine; readonly place: TextPart['place']; readonly table: WeightTable };

function weightTables(document: MinutesDocument, context: RuleContext): Found[] {
  return itemViews(document).flatMap((view) =>
    view.lines.flatMap(({ line, place }): Found[] => {
      if (line.kind !== 'table') return [];
      const table = readWeightTable(line, context.vocabulary.classifiers);
      return table ? [{ view, line, place, table }] : [];
    }),
  );
}

export const weightSum: Rule = {
  code: 'weight-sum',
  check(document, context) {
    const findings: Finding[] = [];
    for (const { view, line, place, table } of weightTables(document, context)) {
      const at = (row: number) => ({ ref: { lineId: line.id, field: `cell:${row}:${table.column}` }, place: { ...place, row } as TextPart['place'] });
      const sum = total(table.roots.flatMap((r) => weightOf(r) ?? []));
      const statedInText = view.parts.flatMap((p) => [...arabic(p.text).matchAll(/น้ำหนัก(?:รวม)?\s*(?:ร้อยละ)?\s*([0-9]{1,3}(?:\.[0-9]+)?)/gu)].map((m) => Number(m[1])));
      if (table.stated && table.stated.value !== sum) {
        findings.push(findingAt('weight-sum', at(table.stated.row), 'error', 'weight-sum', { sum, expected: table.stated.value }));
      } else if (table.share && sum !== context.parameters.weightTotal && !(table.roots.length > 1 && statedInText.includes(sum))) {
        const last = table.all.findLast((r) => r.own !== undefined)?.row ?? 0;
        findings.push(findingAt('weight-sum', at(table.stated?.row ?? last), 'error', 'weight-sum', { sum, expected: context.parameters.weightTotal }));
      }
      for (const row of table.all) {
        const below = childrenWeight(row);
        if (row.own !== undefined && below !== undefined && below !== row.own) {
          findings.push(findingAt('weight-sum', at(row.row), 'error', 'weight-children', { label: row.label, sum: below, expected: row.own }));
        }
      }
    }
    return findings;
  },
};

type Stated = { readonly part: TextPart; readonly numbers: number[]; readonly span: readonly [number, number] };

/** Weights said of each label; a heading's label holds until the next heading. */
function statedWeights(view: ItemView, classifiers: readonly string[]): Map<string, Stated[]> {
  const result = new Map<string, Stated[]>();
  let heading: string | undefined;
  for (const part of view.parts) {
    if (part.ref.field !== 'text' || part.kind === 'resolution') continue;
    const text = arabic(part.text);
    if (part.kind === 'heading') {
      const lead = leadingLabel(text, classifiers);
      heading = lead && `${lead.word} ${lead.number}`;
    }
    const labels = labelsIn(text, classifiers);
    const from = [...(heading && labels[0]?.start !== 0 ? [{ key: heading, start: 0 }] : []), ...labels.map((l) => ({ key: `${l.word} ${l.number}`, start: l.start }))];
    from.forEach(({ key, start }, index) => {
      const end = from[index + 1]?.start ?? text.length;
      const stretch = text.slice(start, end);
      const first = /น้ำหนัก[^0-9]{0,40}?([0-9]{1,3}(?:\.[0-9]+)?)(?![0-9])/u.exec(stretch);
      if (!first || /ปี|พ\.ศ\.|ที่/u.test(first[0])) return;
      const rest = stretch.slice(first.index + first[0].length, first.index + first[0].length + 80);
      const more = [...rest.matchAll(/ร้อยละ\s*([0-9]{1,3}(?:\.[0-9]+)?)/gu)].map((m) => Number(m[1]));
      const at = start + first.index;
      result.set(key, [...(result.get(key) ?? []), { part, numbers: [Number(first[1]), ...more], span: [at, at + first[0].length] }]);
    });
  }
  return result;
}

export const weightStatement: Rule = {
  code: 'weight-statement',
  check(document, context) {
    const findings: Finding[] = [];
    const tables = weightTables(document, context);
    for (const view of itemViews(document)) {
      const own = tables.filter((t) => t.view.item.id === view.item.id);
      const candidates = own.length > 0 ? own : tables.length === 1 ? tables : [];
      const rows = candidates.flatMap((t) => t.table.all);
      for (const [key, stated] of statedWeights(view, context.vocabulary.classifiers)) {
        const row = rows.find((r) => r.key === key);
        const weight = row && weightOf(row);
        if (!row || weight === undefined) continue;
        const agrees = (s: Stated) => s.numbers.includes(weight) || total(s.numbers) === weight;
        const last = stated.at(-1);
        // A weight may be argued about; what counts is that somebody said the one that was resolved.
        if (!last || stated.some(agrees)) continue;
        findings.push(
          findingAt('weight-statement', last.part, 'warning', 'weight-statement', { label: key.replace(' ', 'ที่ '), stated: last.numbers.join(', '), table: weight }, { span: last.span }),
        );
      }
    }
    return findings;
  },
};
