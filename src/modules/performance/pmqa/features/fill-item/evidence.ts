// Evidence of an item, level by level.
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { listEvidence, type EvidenceLine } from '../../../../../platform/evidence/evidence-links.ts';
import { fileEvidence } from '../../../../../platform/evidence/file-evidence.ts';
import { allLevels, type Level } from '../../../domain/pmqa/levels.ts';

/** Every level of an answer has evidence of its own. */
export const evidenceType = (level: Level): string => `performance.pmqa-answer-${level}`;
export const evidenceSources = [fileEvidence] as const;

export interface LevelEvidence extends EvidenceLine {
  readonly level: Level;
  /** As counted when it was added. */
  readonly pages: number;
}

/** The note of a piece begins with its count of pages: `2|workflow`. */
export const noteWith = (pages: number, note: string): string => `${pages}|${note}`;

export async function evidenceOf(tx: ReadTx, answerId: number): Promise<LevelEvidence[]> {
  const found: LevelEvidence[] = [];
  for (const level of allLevels) {
    for (const line of await listEvidence(tx, evidenceSources, { type: evidenceType(level), id: answerId })) {
      const [pages = '1', ...note] = line.note.split('|');
      found.push({ ...line, level, pages: Number(pages) || 1, note: note.join('|') });
    }
  }
  return found;
}
