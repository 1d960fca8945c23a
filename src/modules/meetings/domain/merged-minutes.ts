// One document that holds the lines of two versions: what was taken out stands where it stood, so that a difference
// can be read from top to bottom.
import type { AgendaItem, MinutesDocument, MinutesLine } from './minutes-document.ts';

/** `after` with the removed lines and agenda items of `before` put back at their places. */
export function mergedMinutes(before: MinutesDocument, after: MinutesDocument): MinutesDocument {
  const now = new Set(after.sections.flatMap((section) => section.items.flatMap((item) => [item.id, ...item.lines.map((line) => line.id)])));
  return {
    ...after,
    sections: after.sections.map((section) => {
      const old = before.sections.find((one) => one.id === section.id);
      const items = section.items.map((item) => ({ ...item, lines: woven(old?.items.find((one) => one.id === item.id)?.lines ?? [], item.lines, now) }));
      const gone: AgendaItem[] = (old?.items ?? []).filter((item) => !now.has(item.id));
      return { ...section, items: [...items, ...gone] };
    }),
  };
}

/** Lines that are gone follow the line that they stood behind. */
function woven(old: readonly MinutesLine[], now: readonly MinutesLine[], present: ReadonlySet<string>): MinutesLine[] {
  const result = [...now];
  old.forEach((line, index) => {
    if (present.has(line.id)) return;
    const before = old.slice(0, index).toReversed().find((one) => result.some((other) => other.id === one.id));
    const at = before ? result.findIndex((other) => other.id === before.id) + 1 : 0;
    result.splice(at, 0, line);
  });
  return result;
}
