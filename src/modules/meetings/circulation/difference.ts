// What a version changed against the one before it, with the suggestions behind each change and what became of them.
import type { ReadTx } from '../../../platform/db/database.ts';
import { changedBlocks, compareMinutes, wordRuns } from '../domain/difference.ts';
import type { BlockDifference } from '../domain/difference.ts';
import { mergedMinutes } from '../domain/merged-minutes.ts';
import type { MinutesDocument } from '../domain/minutes-document.ts';
import { paperOfDifference, runsByAddress } from '../minutes-paper.ts';
import type { DifferencePaper, PrintedChange, RunsOf } from '../minutes-paper.ts';
import { findVersion, listVersions } from '../store/minutes.ts';
import type { VersionRow } from '../store/minutes.ts';
import { decidedSuggestions } from '../store/suggestions.ts';
import type { SuggestionRow } from '../store/suggestions.ts';
import { suggestionWords } from './papers.ts';

export interface Difference {
  readonly before: VersionRow;
  readonly after: VersionRow;
  /** Both versions in one: what was taken out stands where it stood. */
  readonly merged: MinutesDocument;
  readonly blocks: readonly BlockDifference[];
  readonly runs: RunsOf;
  /** Decided suggestions of the round, with the number under which each is printed. */
  readonly suggestions: readonly { readonly ref: string; readonly suggestion: SuggestionRow }[];
  readonly paper: DifferencePaper;
}

/** Against the version before; undefined for a first version or one whose forerunner the actor may not see. */
export async function loadDifference(tx: ReadTx, after: VersionRow, againstId?: number): Promise<Difference | undefined> {
  const versions = await listVersions(tx, after.minutesId);
  const before = versions.filter((one) => one.number < after.number && (againstId === undefined || one.id === againstId)).at(-1);
  const old = before && (await findVersion(tx, before.id));
  if (!old) return undefined;
  const suggestions = (await decidedSuggestions(tx, after.id, old.id)).map((suggestion, index) => ({ ref: String(index + 1), suggestion }));
  return differenceOf(old, after, suggestions);
}

export function differenceOf(old: VersionRow, after: VersionRow, suggestions: Difference['suggestions']): Difference {
  const blocks = compareMinutes(old.content, after.content, after.changes);
  const merged = mergedMinutes(old.content, after.content);
  const parts = changedBlocks(blocks).flatMap((block) => block.parts);
  const runs = runsByAddress(parts);
  const refs = new Map(suggestions.map(({ ref, suggestion }) => [String(suggestion.id), ref]));
  const changes = suggestions.map(({ ref, suggestion }): PrintedChange => ({
    ref, by: [suggestion.unit, suggestion.personName].filter(Boolean).join(' '),
    suggestion: suggestion.change.kind === 'replace' && suggestion.decidedChange === null
      ? [...wordRuns(suggestion.original, suggestion.proposed).map((run) => ({ text: run.text, ...(run.kind === 'same' ? {} : { mark: run.kind }) })), ...(suggestion.reason ? [{ text: ` (${suggestion.reason})` }] : [])]
      : suggestionWords(suggestion, old.content),
    decision: suggestion.state === 'accepted' ? (suggestion.decidedChange ? 'รับโดยปรับถ้อยคำ' : 'รับ') : suggestion.state === 'declined' ? 'ไม่รับ' : 'รอพิจารณา',
    reason: suggestion.decisionReason ?? '',
  }));
  const notice = `ฉบับแสดงการแก้ไข (ฉบับที่ ${old.number} เทียบกับฉบับที่ ${after.number})`;
  return { before: old, after, merged, blocks, runs, suggestions, paper: paperOfDifference(merged, runs, refs, changes, { notice }) };
}
