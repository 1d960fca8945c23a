// The composition of the committee as read out against who attended or was absent.
import { findingAt } from './finding.ts';
import type { Finding, KnownUnit, Rule } from './finding.ts';
import { mentionsIn, roster } from './people.ts';
import { abbreviationsIn, editDistance, itemViews } from './reading.ts';
import { unitLookup } from './unit-lookup.ts';

const leads = /เป็น(?:ประธาน|หัวหน้าคณะ)/u;
const belongs = /เป็น(?:คณะทำงาน|กรรมการ|อนุกรรมการ)/u;

export const composition: Rule = {
  code: 'composition',
  check(document, context) {
    const lookup = unitLookup(context, document.header.date);
    const people = roster(document);
    const unitsOf = (units: readonly string[]) => new Set(units.flatMap((u) => lookup.meant(u) ?? []));
    const present = unitsOf(document.attendance.members.map((m) => m.unit));
    const listed = unitsOf([...document.attendance.members, ...document.attendance.absent].map((m) => m.unit));
    const findings: Finding[] = [];
    for (const view of itemViews(document)) {
      for (const part of view.parts) {
        if (part.ref.field !== 'text' || !leads.test(part.text) || !belongs.test(part.text)) continue;
        const named = new Set<KnownUnit>(abbreviationsIn(part.text).flatMap((a) => lookup.meant(a.text) ?? []));
        for (const unit of context.units) if (part.text.includes(unit.headPosition ?? unit.fullName) || part.text.includes(unit.fullName)) named.add(unit);
        for (const mention of mentionsIn(part.text)) {
          const person = people.find((p) => editDistance(p.given, mention.given) <= 1);
          const unit = person?.unit === undefined ? undefined : lookup.meant(person.unit);
          if (unit) named.add(unit);
        }
        // A sentence that names a few is not the reading of a whole order.
        if ([...named].filter((u) => u.kind === 'unit').length < 3) continue;
        const chairs = unitsOf(document.attendance.members.slice(0, 1).map((m) => m.unit));
        for (const unit of present) {
          if (unit.kind === 'unit' && !named.has(unit) && !chairs.has(unit)) findings.push(findingAt('composition', part, 'warning', 'composition-missing', { unit: lookup.official(unit) }));
        }
        for (const unit of named) {
          if (unit.kind === 'unit' && !listed.has(unit)) findings.push(findingAt('composition', part, 'ask', 'composition-extra', { unit: lookup.official(unit) }));
        }
      }
    }
    return findings;
  },
};
