// What other modules ask of the signing of their records. The caller has read the record under its own wall.
import type { ReadTx } from '../../../platform/db/database.ts';
import { subjectState } from '../store/requests.ts';
import type { Subject, SubjectState } from '../store/requests.ts';

/** How far the signing of a record is; undefined where none was ever asked for. Of several requests the newest. */
export function signingState(tx: ReadTx, subject: Subject): Promise<SubjectState | undefined> {
  return subjectState(tx, subject);
}

/** The file with all signatures, once a request on the record is complete; undefined before. */
export async function signedFile(tx: ReadTx, subject: Subject): Promise<{ readonly hash: string; readonly size: number } | undefined> {
  const state = await subjectState(tx, subject);
  return state?.state === 'complete' && state.fileHash !== null && state.fileSize !== null ? { hash: state.fileHash, size: state.fileSize } : undefined;
}
