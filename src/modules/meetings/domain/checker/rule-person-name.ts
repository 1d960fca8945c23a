// A name spelt two ways: in the text against the lists, in the signature, and the lists against the register.
import { textParts } from '../minutes-text.ts';
import type { TextPart } from '../minutes-text.ts';
import { findingAt } from './finding.ts';
import type { Finding, Rule } from './finding.ts';
import { mentionsIn, parsePerson, roster } from './people.ts';
import type { PersonName, RosterPerson } from './people.ts';
import { editDistance } from './reading.ts';

const women: ReadonlySet<string> = new Set(['นาง', 'นางสาว']);

/** Titles that one person may be given by slip: นาง and นางสาว, never นาย. */
function sameSex(a: string, b: string): boolean {
  return a === '' || b === '' || a === b || (women.has(a) && women.has(b));
}

type Match = { readonly person: RosterPerson; readonly kind: 'same' | 'spelling' | 'title' };

/** The one person of the list who must be meant, and how the name differs. */
function matchPerson(name: PersonName, people: readonly RosterPerson[], most: number): Match | undefined {
  const sameGiven = people.filter((p) => p.given === name.given);
  if (sameGiven.length > 0) {
    if (!name.family) return sameGiven.length === 1 && sameGiven[0] ? { person: sameGiven[0], kind: titleKind(name, sameGiven[0]) } : undefined;
    const exact = sameGiven.find((p) => p.family === name.family);
    if (exact) return { person: exact, kind: titleKind(name, exact) };
    const near = sameGiven.find((p) => p.family && editDistance(p.family, name.family ?? '') <= most + 1);
    return near && { person: near, kind: 'spelling' };
  }
  const near = people
    .filter((p) => sameSex(p.title, name.title) && nearName(name, p, most))
    .map((person) => ({ person, distance: editDistance(name.given, person.given) }))
    .toSorted((a, b) => a.distance - b.distance);
  const [first, second] = near;
  return first && first.distance !== second?.distance ? { person: first.person, kind: 'spelling' } : undefined;
}

function titleKind(name: PersonName, person: RosterPerson): 'same' | 'title' {
  return name.title === '' || person.title === '' || name.title === person.title ? 'same' : 'title';
}

function nearName(name: PersonName, person: RosterPerson, most: number): boolean {
  const given = editDistance(name.given, person.given);
  const length = Math.min(name.given.length, person.given.length);
  if (name.family && person.family) {
    const family = editDistance(name.family, person.family);
    return given <= most && family <= most && given < length / 2;
  }
  // Letters under a silencing mark come and go in names and are not heard (สัน, สันต์).
  if (heard(name.given) === heard(person.given) && length >= 3) return true;
  // A given name alone says little: one letter for short names, two for long ones.
  return given <= (length >= 9 ? Math.min(most, 2) : 1) && length >= 4;
}

function heard(name: string): string {
  return name.replace(/[ก-ฮ][ิุ]?์/gu, '');
}

export const personName: Rule = {
  code: 'person-name',
  check(document, context) {
    const people = roster(document);
    const register = (context.people ?? []).flatMap((full) => {
      const name = parsePerson(full);
      return name ? [{ ...name, full }] : [];
    });
    const most = context.parameters.nameDistance;
    const families = [...people, ...register].flatMap((p) => p.family ?? []);
    const findings: Finding[] = [];
    for (const part of textParts(document)) {
      const listed = part.ref.field === 'personName' && ['member', 'participant', 'absent'].includes(part.place.area);
      if (listed) {
        const name = parsePerson(part.text);
        const match = name && matchPerson(name, register, most);
        if (match && match.kind !== 'same') findings.push(report(part, { text: part.text, start: 0 }, match.person.full, match.kind));
        continue;
      }
      const others = [...people, ...register];
      for (const mention of mentionsIn(part.text, families)) {
        const match = matchPerson(mention, people, most) ?? matchPerson(mention, others, most);
        if (!match || match.kind === 'same') continue;
        const { person } = match;
        const expected = mention.family ? person.full : `${mention.text.startsWith('น.ส.') ? 'น.ส.' : person.title || mention.title}${person.given}`;
        if (expected !== mention.text) findings.push(report(part, mention, expected, match.kind));
      }
    }
    return findings;
  },
};

function report(part: TextPart, found: { readonly text: string; readonly start: number }, expected: string, kind: 'spelling' | 'title' | 'same'): Finding {
  const key = kind === 'title' ? 'name-title' : 'name-variant';
  return findingAt('person-name', part, 'warning', key, { found: found.text, expected }, {
    span: [found.start, found.start + found.text.length],
    fix: { original: found.text, proposed: expected, offset: found.start },
  });
}
