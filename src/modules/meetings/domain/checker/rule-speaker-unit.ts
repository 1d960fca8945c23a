// A speaker recorded with another unit than the attendance list gives.
import { findingAt } from './finding.ts';
import type { Rule } from './finding.ts';
import { mentionsIn, roster } from './people.ts';
import { itemViews } from './reading.ts';
import { unitLookup } from './unit-lookup.ts';

export const speakerUnit: Rule = {
  code: 'speaker-unit',
  check(document, context) {
    const lookup = unitLookup(context, document.header.date);
    const people = roster(document);
    const same = (a: string, b: string) => a === b || (lookup.match(a)[0] !== undefined && lookup.match(a)[0]?.unit === lookup.match(b)[0]?.unit);
    return itemViews(document).flatMap((view) =>
      view.lines.flatMap(({ line, place }) => {
        if (line.kind !== 'statement' || !line.speaker?.name || !line.speaker.unit) return [];
        const { name, unit } = line.speaker;
        const given = mentionsIn(name)[0]?.given;
        const matches = people.filter((p) => p.given === given);
        const [person] = matches;
        if (!person?.unit || matches.length > 1 || same(person.unit, unit)) return [];
        const part = { ref: { lineId: line.id, field: 'speaker.unit' }, place };
        return [findingAt('speaker-unit', part, 'warning', 'speaker-unit', { name, expected: person.unit, found: unit }, { fix: { original: unit, proposed: person.unit } })];
      }),
    );
  },
};
