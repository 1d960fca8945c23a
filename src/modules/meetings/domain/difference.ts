// The word-level difference between two versions of the minutes, for the screen and for the PDF.
import { diffArrays } from 'diff';
import type { Due, MinutesDocument } from './minutes-document.ts';
import { refKey, textParts } from './minutes-text.ts';
import type { Place, TextRef } from './minutes-text.ts';
import type { AppliedChange } from './suggestions.ts';
import { splitWords } from './words.ts';

/** A stretch of text: in both versions, only in the new one, or only in the old one. */
export type Run = { readonly kind: 'same' | 'ins' | 'del'; readonly text: string; readonly suggestionId?: string };

export type PartDifference = { readonly ref: TextRef; readonly place: Place; readonly runs: readonly Run[]; readonly changed: boolean };

/** `moved` tells that the order changed; a moved line can have changed words as well. */
export type BlockDifference = {
  readonly lineId: string
  readonly status: 'same' | 'changed' | 'added' | 'removed'
  readonly moved: boolean
  readonly suggestionIds: readonly string[]
  readonly parts: readonly PartDifference[]
};

/**
 * A kept stretch of at most this many characters between two changes is shown as changed too:
 * one letter kept in the middle of a replaced phrase helps nobody to read it.
 */
const shortest = 2;

/**
 * Words that were kept, put in and taken out. `same` + `del` joined give `before` exactly,
 * `same` + `ins` give `after`. Within one change what went out comes before what came in.
 */
export function wordRuns(before: string, after: string): Run[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const runs = diffArrays([...splitWords(before)], [...splitWords(after)]).map((change): Run => ({
    kind: change.added ? 'ins' : change.removed ? 'del' : 'same',
    text: change.value.join(''),
  }));
  return coalesce(runs);
}

function coalesce(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  let del = '';
  let ins = '';
  const flush = () => {
    if (del) result.push({ kind: 'del', text: del });
    if (ins) result.push({ kind: 'ins', text: ins });
    del = '';
    ins = '';
  };
  runs.forEach((run, index) => {
    if (run.kind === 'del') del += run.text;
    else if (run.kind === 'ins') ins += run.text;
    else if ((del || ins) && index < runs.length - 1 && isShort(run.text)) {
      del += run.text;
      ins += run.text;
    } else {
      flush();
      result.push(run);
    }
  });
  flush();
  return result;
}

/** Letters without the marks above and below them; spaces do not make a stretch worth keeping. */
function isShort(text: string): boolean {
  return text.replace(/[\s\p{M}]/gu, '').length <= shortest;
}

type Part = { readonly ref: TextRef; readonly place: Place; readonly text: string };

/**
 * All blocks (lines, agenda items, attendance rows, header, signatures, covering letter) of both versions
 * in the order of the new one; a removed block stands where it stood. `changes` of `applyCorrections`
 * ties each changed run to the suggestion that made it.
 */
export function compareMinutes(before: MinutesDocument, after: MinutesDocument, changes: readonly AppliedChange[] = []): BlockDifference[] {
  const old = blocks(before);
  const now = blocks(after);
  const order = diffArrays([...old.keys()], [...now.keys()]);
  const kept = new Set(order.filter((c) => !c.added && !c.removed).flatMap((c) => c.value));
  const result: BlockDifference[] = [];
  for (const change of order) {
    for (const lineId of change.value) {
      const elsewhere = change.removed && now.has(lineId);
      if (!elsewhere) result.push(compareBlock(lineId, old.get(lineId), now.get(lineId), !kept.has(lineId), changes));
    }
  }
  return result;
}

/** Only the blocks that differ, for the table of changes. */
export function changedBlocks(differences: readonly BlockDifference[]): BlockDifference[] {
  return differences.filter((d) => d.status !== 'same' || d.moved);
}

function compareBlock(
  lineId: string,
  old: ReadonlyMap<string, Part> | undefined,
  now: ReadonlyMap<string, Part> | undefined,
  outOfOrder: boolean,
  changes: readonly AppliedChange[],
): BlockDifference {
  const keys = [...new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])];
  const parts = keys.flatMap((key): PartDifference[] => {
    const part = now?.get(key) ?? old?.get(key);
    if (!part) return [];
    const runs = tie(wordRuns(old?.get(key)?.text ?? '', now?.get(key)?.text ?? ''), part.ref, changes);
    return [{ ref: part.ref, place: part.place, runs, changed: runs.some((r) => r.kind !== 'same') }];
  });
  const status = !old ? 'added' : !now ? 'removed' : parts.some((p) => p.changed) ? 'changed' : 'same';
  const structural = changes.flatMap((c) => (c.kind !== 'replace' && c.lineId === lineId ? [c.suggestionId] : []));
  const ids = new Set([...structural, ...parts.flatMap((p) => p.runs.flatMap((r) => r.suggestionId ?? []))]);
  return { lineId, status, moved: outOfOrder && old !== undefined && now !== undefined, suggestionIds: [...ids], parts };
}

/** Gives each changed run the suggestion whose span it touches, cutting a run that several made. */
function tie(runs: readonly Run[], ref: TextRef, changes: readonly AppliedChange[]): Run[] {
  const key = refKey(ref);
  const spans = changes.filter((c) => c.kind === 'replace').filter((c) => refKey(c.ref) === key);
  const structural = changes.find((c) => c.kind !== 'replace' && c.lineId === ref.lineId && (c.kind !== 'assignments' || ref.field.startsWith('assignment:')));
  let oldAt = 0;
  let newAt = 0;
  return runs.flatMap((run): Run[] => {
    const side = run.kind === 'del' ? 'oldSpan' : 'newSpan';
    const at = run.kind === 'del' ? oldAt : newAt;
    if (run.kind !== 'ins') oldAt += run.text.length;
    if (run.kind !== 'del') newAt += run.text.length;
    if (run.kind === 'same') return [run];
    if (structural && spans.length === 0) return [{ ...run, suggestionId: structural.suggestionId }];
    return cut(run, at, spans.map((s) => ({ id: s.suggestionId, start: s[side][0], end: s[side][1] })));
  });
}

function cut(run: Run, at: number, spans: readonly { id: string; start: number; end: number }[]): Run[] {
  const end = at + run.text.length;
  const touching = spans
    .filter((s) => s.start < end && s.end > at)
    .toSorted((a, b) => a.start - b.start);
  if (touching.length === 0) {
    // A pure insertion or deletion of another span can shift word borders over to a neighbour: take the nearest.
    const nearest = spans.toSorted((a, b) => distance(a, at, end) - distance(b, at, end))[0];
    return [nearest ? { ...run, suggestionId: nearest.id } : run];
  }
  return touching.map((span, index) => {
    const from = index === 0 ? at : Math.max(at, span.start);
    const to = touching[index + 1]?.start ?? end;
    return { kind: run.kind, text: run.text.slice(from - at, to - at), suggestionId: span.id };
  });
}

function distance(span: { start: number; end: number }, at: number, end: number): number {
  return Math.max(span.start - end, at - span.end, 0);
}

function blocks(document: MinutesDocument): Map<string, Map<string, Part>> {
  const result = new Map<string, Map<string, Part>>();
  const put = (part: Part) => {
    const block = result.get(part.ref.lineId) ?? new Map<string, Part>();
    block.set(part.ref.field, part);
    result.set(part.ref.lineId, block);
  };
  const dues = dueTexts(document);
  for (const part of textParts(document)) {
    put(part);
    const assignment = /^assignment:(.+):task$/u.exec(part.ref.field)?.[1];
    const due = assignment === undefined ? undefined : dues.get(assignment);
    if (due !== undefined) put({ ref: { lineId: part.ref.lineId, field: `assignment:${assignment}:due` }, place: part.place, text: due });
  }
  return result;
}

/** Due dates and supporting units are data, not text; for comparing they are written out plainly. */
function dueTexts(document: MinutesDocument): Map<string, string> {
  const lines = document.sections.flatMap((s) => s.items.flatMap((item) => item.lines));
  return new Map(
    lines.flatMap((line) =>
      line.kind === 'resolution'
        ? line.assignments.map((a): [string, string] => [a.id, [dueText(a.due), ...a.supportUnits.map((u) => u.text)].filter(Boolean).join(' ')])
        : [],
    ),
  );
}

function dueText(due: Due): string {
  if (due.kind === 'date') return due.date;
  return due.kind === 'event' ? due.event : '';
}
