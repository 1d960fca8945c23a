// Everything that the screen of certification shows, and the note that an addressee has opened it.
import type { Authority } from '../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import type { Services } from '../../../../platform/services.ts';
import { ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { officeCalendar } from '../../../organisation/index.ts';
import { ownAnswer, ownAnswersOf } from '../../circulation/access.ts';
import type { OwnAnswer } from '../../circulation/access.ts';
import { workingDaysLeft } from '../../circulation/deadline.ts';
import { answeringPost, authorityToAnswer } from '../../circulation/office.ts';
import { minutesParts, partOfLine } from '../../minutes-sheet.tsx';
import { suggestionCounts } from '../../store/certification.ts';
import { findAnswerDraft, listAnswers, markOpened } from '../../store/circulations.ts';
import type { AnswerDraftRow, AnswerRow } from '../../store/circulations.ts';
import { listConsultations, listSuggestions } from '../../store/suggestions.ts';
import type { ConsultationRow, SuggestionRow } from '../../store/suggestions.ts';

export interface CertifyScreen extends OwnAnswer {
  readonly draft: AnswerDraftRow | undefined;
  /** The unit's own: written here or taken over from officers. */
  readonly suggestions: readonly SuggestionRow[];
  /** Officers' proposals not yet taken over. */
  readonly offered: readonly SuggestionRow[];
  readonly consultations: readonly ConsultationRow[];
  readonly answers: readonly AnswerRow[];
  readonly counts: ReadonlyMap<number, number>;
  readonly signs: { authority: Authority; position: string } | undefined;
  /** Title of the post that signs. */
  readonly post: string;
  readonly daysLeft: number | undefined;
  readonly over: boolean;
  /** Other answers of the actor in this circulation. */
  readonly others: readonly AnswerRow[];
  /** Part of the minutes on show; undefined for all. */
  readonly part: string | undefined;
  /** Line that is being corrected, and which of its texts. */
  readonly line: string | undefined;
  readonly field: string | undefined;
  readonly editing: SuggestionRow | undefined;
}

export interface CertifyQuery {
  readonly part?: string | undefined;
  /** Line whose part is shown, with nothing chosen. */
  readonly at?: string | undefined;
  readonly line?: string | undefined;
  readonly field?: string | undefined;
  readonly edit?: number | undefined;
}

/** The screen for one answer; undefined where nothing of this meeting waits for the actor. */
export async function loadCertify(tx: ReadTx, services: Services, meetingId: number, answerId: number | undefined, query: CertifyQuery): Promise<Result<CertifyScreen | undefined>> {
  const own = await ownAnswersOf(tx, meetingId);
  const id = answerId ?? own[0]?.id;
  if (id === undefined) return ok(undefined);
  const found = await ownAnswer(tx, meetingId, id);
  if (!found.ok) return found;
  const { answer, circulation, version } = found.value;
  const today = services.clock.today();
  if (answer.openedAt === null && tx.actor.kind === 'person') {
    await services.database.write(tx.actor, (write) => markOpened(write, answer.id, services.clock.now()));
  }
  const all = await listSuggestions(tx, { answerId: answer.id });
  const suggestions = all.filter((one) => one.consultationId === null || one.takenOverAt !== null);
  const editing = suggestions.find((one) => one.id === query.edit && one.submittedAt === null);
  const line = editing?.lineId ?? query.line;
  const parts = minutesParts(version.content);
  const shown = line ?? query.at;
  const asked = query.part ?? (shown === undefined ? parts[0]?.id : partOfLine(version.content, shown));
  return ok({
    ...found.value,
    draft: await findAnswerDraft(tx, answer.id),
    suggestions, offered: all.filter((one) => !suggestions.includes(one)), editing,
    consultations: (await listConsultations(tx, answer.id)).filter((one) => one.withdrawnAt === null),
    answers: await listAnswers(tx, circulation.id), counts: await suggestionCounts(tx, circulation.id),
    signs: await authorityToAnswer(tx, tx.actor, answer, today), post: (await answeringPost(tx, answer, today))?.title ?? answer.addresseeName,
    daysLeft: workingDaysLeft(await officeCalendar(tx), today, circulation.respondBy),
    over: services.clock.now() >= circulation.deadlineAt,
    others: own.filter((one) => one.id !== answer.id),
    part: asked === 'all' ? undefined : parts.some((one) => one.id === asked) ? asked : parts[0]?.id,
    line, field: editing?.change.kind === 'replace' ? editing.change.field : query.field,
  });
}
