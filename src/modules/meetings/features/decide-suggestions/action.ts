import type { AuditEntry } from '../../../../platform/audit/audit.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { enqueue } from '../../../../platform/jobs/jobs.ts';
import { fail, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import type { Words } from '../../../../platform/words.ts';
import { toThaiDigits } from '../../../../thai/index.ts';
import { keys, lockedCirculation } from '../../circulation/access.ts';
import { circulationHref } from '../../circulation/facts.ts';
import { tellOutcome } from '../../circulation/notices.ts';
import { storeDifferencePdf } from '../../circulation/paper-jobs.ts';
import { certifiedWords, certify, closingOf } from '../../circulation/settle.ts';
import { asSuggestion } from '../../circulation/suggestions.ts';
import type { SuggestionChange } from '../../domain/suggestions.ts';
import { applyCorrections } from '../../domain/suggestions.ts';
import { standingsOf } from '../../office.ts';
import { meetingParams } from '../../params.ts';
import { insertVersion, signVersion } from '../../store/minutes.ts';
import { decideSuggestion } from '../../store/suggestions.ts';
import type { SuggestionRow } from '../../store/suggestions.ts';
import { writeOut } from '../../write-out.ts';
import { decideForm } from './form.ts';
import { conflictWords, messages } from './messages.ts';
import { decideSuggestionsPage, loadDeciding } from './page.tsx';
import type { Deciding } from './page.tsx';

interface Decided {
  readonly suggestion: SuggestionRow;
  readonly accepted: boolean;
  readonly reason: string;
  /** What is accepted instead of what was proposed. */
  readonly changed: SuggestionChange | undefined;
}

type Rows = readonly { suggestion: string | undefined; outcome: 'accept' | 'decline' | undefined; reason: string | undefined; proposed: string | undefined }[];

/** One decision for every open suggestion, or words at each that lacks one. */
function decisionsOf({ suggestions }: Deciding, rows: Rows): Result<Decided[]> {
  const errors: Record<string, Words> = {};
  const decided: Decided[] = [];
  suggestions.forEach((suggestion, index) => {
    const row = rows.find((one) => Number(one.suggestion) === suggestion.id);
    if (!row?.outcome) errors[`decisions.${index}.outcome`] = messages.words('choose');
    else if (row.outcome === 'decline' && !row.reason) errors[`decisions.${index}.reason`] = messages.words('whyNot');
    else decided.push({ suggestion, accepted: row.outcome === 'accept', reason: row.reason ?? '', changed: row.outcome === 'accept' ? reworded(suggestion.change, row.proposed) : undefined });
  });
  const missing = suggestions.length - decided.length;
  if (missing > 0) return fail('NOT_ALL', messages.words('notAll', { n: missing }), { fields: errors });
  return ok(decided);
}

/** The change in the secretariat's words; undefined where they are the unit's. */
export function reworded(change: SuggestionChange, typed: string | undefined): SuggestionChange | undefined {
  const text = typed === undefined ? '' : /[0-9]/u.test(change.kind === 'replace' ? change.original : '') ? typed : toThaiDigits(typed);
  if (change.kind === 'replace' && text !== change.proposed.trim() && (text !== '' || change.proposed.trim() === '')) return { ...change, proposed: text };
  if (change.kind === 'insert' && change.line.kind !== 'table' && text !== '' && text !== change.line.text.trim() && !text.endsWith(change.line.text.trim())) return { ...change, line: { ...change.line, text } };
  return undefined;
}

/** The version with the accepted suggestions in it, and what grew out of it; no version where none was accepted. */
async function nextVersion(tx: Tx, deciding: Deciding, decided: readonly Decided[], at: Date, today: string): Promise<Result<{ id: number | null; audit: readonly AuditEntry[] }>> {
  const { minutes, version, suggestions, meeting } = deciding;
  const accepted = decided.filter((one) => one.accepted);
  if (accepted.length === 0) return ok({ id: null, audit: [] });
  const applied = applyCorrections(version.content, accepted.map(({ suggestion, changed }) => asSuggestion({ ...suggestion, decidedChange: changed ?? null })));
  if (applied.conflicts.length > 0) {
    const fields = Object.fromEntries(applied.conflicts.map((conflict) => [`decisions.${suggestions.findIndex((one) => String(one.id) === conflict.suggestionId)}.outcome`, conflictWords(conflict.code)]));
    return fail('CONFLICT', messages.words('overlaps'), { fields });
  }
  const versionId = await insertVersion(tx, { minutesId: minutes.id, ownerUnitId: minutes.ownerUnitId, content: applied.document, madeFrom: 'corrections', changes: applied.changes, readers: version.readers }, at);
  const [standing] = await standingsOf(tx, tx.actor.id, today);
  // Who decides signs the corrected text on the line that carries their name; who else signed did so under the version before, which is kept.
  const lines = ([['drafter', minutes.drafterId], ['checker', minutes.checkerId]] as const).filter(([, personId]) => personId === tx.actor.id);
  if (standing) for (const [line] of lines) await signVersion(tx, versionId, line, { personId: tx.actor.id, name: tx.actor.name, position: standing.position, authority: standing.authority, at });
  return ok({ id: versionId, audit: await writeOut(tx, meeting, minutes.id, applied.document, { now: at, today }) });
}

export const decideSuggestionsAction = defineAction({
  path: '/meetings/:id/suggestions',
  permission: keys.decide,
  params: meetingParams,
  form: decideForm,
  page: decideSuggestionsPage,
  async run(tx, { params, input, services }) {
    const found = await lockedCirculation(tx, params.id, keys.decide);
    if (!found.ok) return found;
    const deciding = await loadDeciding(tx, found.value);
    if (!deciding.ok) return deciding;
    const { meeting, minutes, circulation, answers } = deciding.value;
    if (minutes.state !== 'correcting') return fail('NOT_NOW', messages.words('nothing'), { status: 409 });
    const decisions = decisionsOf(deciding.value, input.decisions);
    if (!decisions.ok) return decisions;
    const at = services.clock.now();
    const today = services.clock.today();
    const made = await nextVersion(tx, deciding.value, decisions.value, at, today);
    if (!made.ok) return made;
    const versionId = made.value.id;
    for (const { suggestion, accepted, reason, changed } of decisions.value) {
      await decideSuggestion(tx, suggestion.id, accepted && versionId !== null ? { state: 'accepted', reason, inVersionId: versionId, ...(changed ? { changed } : {}) } : { state: 'declined', reason }, at);
    }
    const current = { ...minutes, currentVersionId: versionId ?? minutes.currentVersionId };
    const entry = await certify(tx, services.clock, { meeting, minutes: current, how: 'circulation', words: certifiedWords(circulation, closingOf(answers)) });
    if (versionId !== null) await enqueue(tx, storeDifferencePdf, { versionId: versionId });
    await tellOutcome(tx, meeting, answers, versionId === null ? 'certifiedNotice' : 'certifiedCorrected', {}, today);
    const accepted = decisions.value.filter((one) => one.accepted).length;
    return ok({
      audit: [{
        action: 'meetings.suggestions-decided', subject: { type: 'meetings.circulation', id: circulation.id }, unitId: meeting.ownerUnitId,
        detail: { meetingId: meeting.id, versionId: versionId, decisions: decisions.value.map((one) => ({ suggestion: one.suggestion.id, accepted: one.accepted, reworded: one.changed !== undefined, ...(one.reason ? { reason: one.reason } : {}) })) },
      }, ...made.value.audit, entry],
      goTo: circulationHref(meeting.id, versionId === null ? '/circulation' : '/difference'),
      flash: messages.words('decided', { accepted, declined: decisions.value.length - accepted }),
    });
  },
});
