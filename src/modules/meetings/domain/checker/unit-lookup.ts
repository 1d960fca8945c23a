// Finding units by abbreviation, in force on the day of the meeting.
import type { KnownUnit, RuleContext } from './finding.ts';
import { editDistance } from './reading.ts';

export type UnitMatch =
  | { readonly kind: 'official'; readonly unit: KnownUnit }
  | { readonly kind: 'variant' | 'expired'; readonly unit: KnownUnit; readonly official: string };

export type NearUnit = { readonly unit: KnownUnit; readonly official: string; readonly distance: number };

export type UnitLookup = {
  /** The unit that an abbreviation stands for; several when two units share a variant. */
  readonly match: (abbreviation: string) => readonly UnitMatch[];
  /** Units whose official abbreviation, or that of their head, differs by one letter. */
  readonly near: (abbreviation: string) => readonly NearUnit[];
  /** The one unit meant by an abbreviation, variants and single near misses included. */
  readonly meant: (abbreviation: string) => KnownUnit | undefined;
  readonly official: (unit: KnownUnit) => string;
};

/** Without dots: the letters of an abbreviation. */
export function letters(abbreviation: string): string {
  return abbreviation.replaceAll('.', '').replace(/\s/gu, '');
}

export function unitLookup(context: RuleContext, meetingDate: string): UnitLookup {
  const inForce = (a: { from?: string; to?: string }) => (a.from ?? '') <= meetingDate && meetingDate <= (a.to ?? '9999');
  const official = (unit: KnownUnit) =>
    unit.abbreviations.find((a) => a.standing === 'official' && inForce(a))?.text ?? unit.abbreviations[0]?.text ?? unit.fullName;

  const match = (abbreviation: string): UnitMatch[] => {
    const exact: UnitMatch[] = [];
    const others: UnitMatch[] = [];
    for (const unit of context.units) {
      if (unit.headAbbreviation === abbreviation) exact.push({ kind: 'official', unit });
      for (const known of unit.abbreviations) {
        if (known.text !== abbreviation) continue;
        if (known.standing === 'official' && inForce(known)) exact.push({ kind: 'official', unit });
        else others.push({ kind: known.standing === 'variant' ? 'variant' : 'expired', unit, official: official(unit) });
      }
    }
    return exact.length > 0 ? exact : others;
  };

  const near = (abbreviation: string): NearUnit[] => {
    const own = letters(abbreviation);
    const found = context.units.flatMap((unit): NearUnit[] => {
      const head = unit.headAbbreviation?.replace(/^(?:รอง ?)?ผอ\./u, '');
      const candidates = [official(unit), ...(head && head !== official(unit) ? [head] : [])];
      return candidates
        .map((text) => ({ unit, official: text, distance: editDistance(own, letters(text)) }))
        .filter((c) => c.distance <= 1 && letters(c.official).length >= 2);
    });
    return found.toSorted((a, b) => a.distance - b.distance);
  };

  const meant = (abbreviation: string): KnownUnit | undefined => {
    const exact = match(abbreviation)[0];
    if (exact) return exact.unit;
    const close = near(abbreviation);
    return close.length === 1 ? close[0]?.unit : undefined;
  };
  return { match, near, meant, official };
}
