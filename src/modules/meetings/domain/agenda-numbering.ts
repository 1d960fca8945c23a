// Numbers of the agenda: consecutive over the sections that the meeting has, whichever are left out.
import { sectionKinds, sectionTitles } from './minutes-document.ts';
import type { SectionKind } from './minutes-document.ts';

/** The standard five of the annex on official correspondence. `for-information` is in daily use beside them. */
export const standardSections: readonly SectionKind[] = ['chair-informs', 'adopt-previous', 'matters-arising', 'for-consideration', 'other'];

/** The chosen kinds in the order of the annex, each once. */
export function orderedSections(kinds: readonly SectionKind[]): SectionKind[] {
  return sectionKinds.filter((kind) => kinds.includes(kind));
}

export interface NumberedAgendaItem<T> {
  readonly item: T;
  /** `3.1` in Arabic digits; null for an untitled item, which stands directly under its section. */
  readonly number: string | null;
}

export interface NumberedAgendaSection<T> {
  readonly kind: SectionKind;
  /** `3`, Arabic. */
  readonly number: string;
  readonly title: string;
  readonly items: readonly NumberedAgendaItem<T>[];
}

/** Sections and items with their numbers, as the sheet prints them (in Arabic digits here). */
export function numberAgenda<T extends { readonly section: SectionKind; readonly title: string }>(sections: readonly SectionKind[], items: readonly T[]): NumberedAgendaSection<T>[] {
  return orderedSections(sections).map((kind, index) => {
    let count = 0;
    const own = items.filter((item) => item.section === kind).map((item): NumberedAgendaItem<T> => {
      if (item.title === '') return { item, number: null };
      count += 1;
      return { item, number: `${index + 1}.${count}` };
    });
    return { kind, number: String(index + 1), title: sectionTitles[kind], items: own };
  });
}

/** The ids with one moved up (-1) or down (1); as given when it cannot move. */
export function moved(ids: readonly number[], id: number, by: -1 | 1): number[] {
  const at = ids.indexOf(id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= ids.length) return [...ids];
  const next = [...ids];
  [next[at], next[to]] = [next[to] as number, next[at] as number];
  return next;
}
