// Evidence of an item, level by level.
import type { ReadTx, Tx } from '../../../../../platform/db/database.ts';
import { listEvidence, setEvidenceReaders, type EvidenceLine } from '../../../../../platform/evidence/evidence-links.ts';
import { fileEvidence } from '../../../../../platform/evidence/file-evidence.ts';
import { takeFiles } from '../../../../../platform/files/file-records.ts';
import { allLevels, type Level } from '../../../domain/pmqa/levels.ts';
import { answersOf } from '../../store/answers.ts';
import type { AssessmentRecord } from '../../store/assessments.ts';
import { assessorsOf } from '../../store/assessors.ts';

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

/** Evidence is read by the units that fill the assessment in and by its assessors. */
export async function evidenceReaders(tx: ReadTx, { id, editors }: Pick<AssessmentRecord, 'id' | 'editors'>): Promise<number[]> {
  return [...new Set([...editors, ...(await assessorsOf(tx, id)).map(({ personId }) => personId)])];
}

/** Lets those read the evidence who may by now: an assessor who was named, a unit that helps. */
export async function shareEvidence(tx: Tx, record: Pick<AssessmentRecord, 'id' | 'editors'>): Promise<void> {
  const readers = await evidenceReaders(tx, record);
  for (const answer of await answersOf(tx, record.id)) {
    const lines = await evidenceOf(tx, answer.id);
    for (const level of new Set(lines.map((line) => line.level))) await setEvidenceReaders(tx, { type: evidenceType(level), id: answer.id }, readers);
    await takeFiles(tx, lines.map(({ of }) => of.id), { readers });
  }
}
