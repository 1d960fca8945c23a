// Assignments without an owner or a date.
import { findingAt } from './finding.ts';
import type { Finding, Rule } from './finding.ts';
import { abbreviationsIn, itemViews } from './reading.ts';
import { unitLookup } from './unit-lookup.ts';

const assigns = /มอบหมาย|มอบให้|ให้[^ ]{0,30}(?:รับไป|รับผิดชอบ)/u;
/** "Every unit", "the units of item 1": a description instead of a name. */
const collective = /^\s*(?:ทุก|หน่วย|เจ้าหน้าที่)/u;

export const assignment: Rule = {
  code: 'assignment',
  check(document, context) {
    const lookup = unitLookup(context, document.header.date);
    const named = (text: string) => abbreviationsIn(text).some((a) => lookup.meant(a.text)) || context.units.some((u) => text.includes(u.fullName));
    const findings: Finding[] = [];
    for (const view of itemViews(document)) {
      for (const { line, place } of view.lines) {
        if (line.kind !== 'resolution') continue;
        const part = { ref: { lineId: line.id, field: 'text' }, place };
        if (line.assignments.length === 0 && (line.resolutions.includes('assign') || assigns.test(line.text))) {
          findings.push(findingAt('assignment', part, 'error', 'assignment-missing'));
        }
        for (const { id, owners, task, due } of line.assignments) {
          const at = { ref: { lineId: line.id, field: `assignment:${id}:task` }, place };
          if (owners.length === 0) findings.push(findingAt('assignment', at, 'error', 'assignment-owner', { task }));
          for (const owner of owners) {
            const vague = owner.partyId === undefined && !named(owner.text) && (collective.test(owner.text) || context.vocabulary.vagueOwners.some((v) => owner.text.startsWith(v)));
            if (vague) findings.push(findingAt('assignment', at, 'warning', 'assignment-vague', { owner: owner.text }));
          }
          if (due.kind === 'none') findings.push(findingAt('assignment', at, 'warning', 'assignment-date', { task }));
        }
      }
    }
    return findings;
  },
};
