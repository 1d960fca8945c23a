// A request to an officer, with what surrounds it.
import { z } from 'zod';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { around } from '../../circulation/access.ts';
import type { OwnAnswer } from '../../circulation/access.ts';
import { findAnswer } from '../../store/circulations.ts';
import { findConsultation, listSuggestions } from '../../store/suggestions.ts';
import type { ConsultationRow, SuggestionRow } from '../../store/suggestions.ts';

export const requestId = z.coerce.number().int().positive().max(2_147_483_647);
export const requestParams = z.object({ consultation: requestId });

export interface OfficerRequest extends OwnAnswer { readonly asked: ConsultationRow; readonly suggestions: readonly SuggestionRow[] }

/** The request as the officer sees it; nobody else has this page. */
export async function loadRequest(tx: ReadTx, consultationId: number): Promise<Result<OfficerRequest>> {
  const asked = await findConsultation(tx, consultationId);
  if (!asked || asked.personId !== tx.actor.id || asked.withdrawnAt) return notFound();
  const answer = await officersAnswer(tx, asked.answerId);
  const found = answer && (await around(tx, answer.meetingId, answer.row));
  if (!found) return notFound();
  if (!found.ok) return found;
  const suggestions = (await listSuggestions(tx, { answerId: asked.answerId })).filter((one) => one.consultationId === asked.id);
  return ok({ ...found.value, asked, suggestions });
}

async function officersAnswer(tx: ReadTx, answerId: number) {
  const row = await findAnswer(tx, answerId);
  const meeting = row && (await tx.db.selectFrom('meetings.circulation').select('meeting_id as id').where('id', '=', row.circulationId).executeTakeFirst());
  return row && meeting ? { row, meetingId: meeting.id } : undefined;
}
