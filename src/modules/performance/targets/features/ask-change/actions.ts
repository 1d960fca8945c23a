import type { Actor } from '../../../../../platform/access/actor.ts';
import type { Tx } from '../../../../../platform/db/database.ts';
import { addEvidence } from '../../../../../platform/evidence/evidence-links.ts';
import { fileEvidence } from '../../../../../platform/evidence/file-evidence.ts';
import { takeFiles } from '../../../../../platform/files/file-records.ts';
import type { FormValues } from '../../../../../platform/forms/form.ts';
import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import type { Words } from '../../../../../platform/words.ts';
import { scaled, scaledText, parseTyped } from '../../../domain/numbers.ts';
import type { Sheet } from '../../../sheet.ts';
import { keepsCycle } from '../../../store/cycles.ts';
import { changeIndicator, type Indicator } from '../../../store/indicators.ts';
import { addResult } from '../../../store/results.ts';
import { roundsOf, submissionsOf } from '../../../store/rounds.ts';
import { ownUnits } from '../../access.ts';
import { ladderText, numberProblem, readLadder, readWeight } from '../../domain/read-ladder.ts';
import { typedLadder } from '../../ladder-fields.tsx';
import { letterAt } from '../../letters.ts';
import { messages as shared } from '../../messages.ts';
import { tellChanged, tellOwners } from '../../news.ts';
import { changesHref, recordParams, sheetOfYear, yearParams } from '../../params.ts';
import { calendarOf } from '../../store/calendar.ts';
import { addChange, changeById, changesOfIndicator, decideChange, type Changed, type ChangeRequest } from '../../store/changes.ts';
import { addWord, countingOf } from '../../store/targets.ts';
import { askable, newChangePage } from './ask-page.tsx';
import { deadlineOf, withDay } from './deadline.ts';
import { changeForm, decideForm, withdrawForm } from './form.ts';
import { messages } from './messages.ts';
import { changePage, changeType } from './pages.tsx';

const subject = (id: number) => ({ type: changeType, id });
const at = (field: string, words: Words) => fail('CHANGE', words, { fields: { [field]: words } });

interface Wanted { readonly before: Changed; readonly wanted: Changed; readonly roundId: number | null }

/** Old and new of a request, or the words at the field. */
async function wantedOf(tx: Tx, sheet: Sheet, indicator: Indicator, input: FormValues<typeof changeForm>): Promise<Result<Wanted>> {
  const same = messages.words('same');
  if (input.kind === 'target') {
    const { ladder, findings, unread } = readLadder(typedLadder(input), indicator);
    if (Object.keys(unread).length > 0) return fail('CHANGE', Object.values(unread)[0] as Words, { fields: unread });
    const wrong = findings.filter(({ severity }) => severity === 'error');
    if (wrong.length > 0) return fail('CHANGE', (wrong[0] as (typeof wrong)[number]).words, { fields: Object.fromEntries(wrong.map(({ field, words }) => [field, words])) });
    if (ladder === null) return at('v0', messages.words('needed'));
    return ladderText(ladder) === ladderText(indicator.ladder) && ladder.below === indicator.ladder?.below ? at('v0', same) : ok({ before: { ladder: indicator.ladder }, wanted: { ladder }, roundId: null });
  }
  if (input.kind === 'weight') {
    const { weight, findings, unread } = readWeight(input.weight, sheet.framework.weightSum === null ? undefined : scaled(sheet.framework.weightSum));
    const wrong = unread ?? findings[0]?.words ?? (weight === null ? messages.words('needed') : weight === indicator.weight ? same : undefined);
    return wrong ? at('weight', wrong) : ok({ before: { weight: indicator.weight === null ? null : scaledText(indicator.weight) }, wanted: { weight: weight === null ? null : scaledText(weight) }, roundId: null });
  }
  if (input.kind === 'indicator') {
    const name = input.name?.trim() ?? '';
    return name.length < 2 ? at('name', messages.words('needed')) : name === indicator.name ? at('name', same) : ok({ before: { name: indicator.name }, wanted: { name }, roundId: null });
  }
  const round = (await roundsOf(tx, sheet.cycle.id)).find(({ id, kind }) => id === input.round && kind === 'result');
  if (!round) return at('round', messages.words('needed'));
  const result = sheet.results.find(({ indicatorId, roundId }) => indicatorId === indicator.id && roundId === round.id);
  if (!result || result.value === null) return at('round', messages.words('noResult'));
  const typed = parseTyped(input.value ?? '');
  if (!typed.ok) return at('value', numberProblem(typed.code));
  return typed.value.value === result.value ? at('value', same) : ok({ before: { value: scaledText(result.value) }, wanted: { value: scaledText(typed.value.value) }, roundId: round.id });
}

export const askAction = defineAction({
  path: '/performance/:year/changes/new',
  permission: 'performance.report',
  params: yearParams,
  form: changeForm,
  page: newChangePage,
  async run(tx, { input, params, actor, services }) {
    const sheet = await sheetOfYear(tx, params.year);
    if (!sheet.ok) return sheet;
    const { cycle } = sheet.value;
    const indicator = askable(sheet.value, actor).find(({ id }) => id === input.indicator);
    if (!indicator) return at('indicator', messages.words('notOfYear'));
    if ((input.kind === 'appeal') !== (input.ground === 'score')) return at('ground', messages.words('needed'));
    const wanted = await wantedOf(tx, sheet.value, indicator, input);
    if (!wanted.ok) return wanted;
    if (input.reason.length < 10) return at('reason', messages.words('reasonShort'));
    if ((await changesOfIndicator(tx, indicator.id)).some(({ kind, state }) => kind === input.kind && state === 'asked')) return fail('CHANGE_WAITING', messages.words('waiting'), { status: 409 });
    const today = services.clock.today();
    const { until, late } = deadlineOf(await calendarOf(tx, cycle.id), input.kind, today);
    if (late && until !== null) {
      if (!keepsCycle(actor, cycle)) return fail('CHANGE_LATE', withDay('late', until));
      if (input.lateReason === undefined || input.lateReason.length < 3) return at('lateReason', withDay('lateWhy', until));
    }
    const letter = await letterAt(tx, input.letter, services.config.origin);
    if (!letter.ok) return letter;
    if (input.evidence === undefined && input.files.length === 0 && letter.value.id === null) return at('evidence', messages.words('evidenceMissing'));
    const unitId = ownUnits(actor, indicator)[0] ?? cycle.keeperUnitId;
    const id = await addChange(tx, cycle.id, {
      indicatorId: indicator.id, kind: input.kind, ground: input.ground, reason: input.reason, ...wanted.value, evidence: input.evidence ?? '', letterId: letter.value.id, letterReference: letter.value.reference,
      askedOn: today, cutOffOn: until, lateReason: late ? (input.lateReason ?? null) : null, unitId,
    }, services.clock.now());
    // Everybody here reads requests, so everybody here reads what proves them.
    for (const file of await takeFiles(tx, input.files, { unitId, readers: [1] })) {
      const added = await addEvidence(tx, [fileEvidence], { for: subject(id), of: { type: fileEvidence.type, id: file.id }, readers: [1] });
      if (!added.ok) return added;
    }
    return ok({
      audit: { action: 'performance.change-asked', subject: subject(id), unitId, detail: { indicator: indicator.id, kind: input.kind, before: wanted.value.before, wanted: wanted.value.wanted, late } },
      goTo: changesHref(params.year, `/${id}`), flash: messages.words('asked'),
    });
  },
});

/** A request that waits, with the sheet and its indicator. */
async function waiting(tx: Tx, year: number, id: number): Promise<Result<{ sheet: Sheet; change: ChangeRequest; indicator: Indicator }>> {
  const sheet = await sheetOfYear(tx, year);
  if (!sheet.ok) return sheet;
  const change = await changeById(tx, sheet.value.cycle.id, id);
  const indicator = change && sheet.value.indicators.find((one) => one.id === change.indicatorId);
  if (!change || !indicator) return notFound();
  return change.state === 'asked' ? ok({ sheet: sheet.value, change, indicator }) : fail('CHANGE_ENDED', messages.words('ended'), { status: 409 });
}

/** Carries an accepted request out; the id of the final word that came of it, and whether a locked round still has to be reopened. */
async function carryOut(tx: Tx, { sheet, change, indicator }: { sheet: Sheet; change: ChangeRequest; indicator: Indicator }, decision: { reason: string; reference: string; decidedOn: string }, now: Date, today: string): Promise<{ targetId: number | null; locked: boolean } | 'stale'> {
  const { wanted, kind } = change;
  if (kind === 'target' || kind === 'weight') {
    const authority = (await countingOf(tx, indicator.id)).at(-1)?.authority ?? 'opdc';
    const word = { authority, stage: 'final' as const, ladder: wanted.ladder ?? null, weight: wanted.weight === undefined || wanted.weight === null ? null : scaled(wanted.weight), weightGround: kind === 'weight' ? ('other' as const) : null, letterId: change.letterId, yearSaid: null, ...decision };
    const { id } = await addWord(tx, indicator, word, now);
    await tellChanged(tx, sheet.cycle.fiscalYear, indicator, word, today);
    return { targetId: id, locked: false };
  }
  if (kind === 'indicator') {
    const changed = await changeIndicator(tx, sheet.cycle, indicator, { ...indicator, name: wanted.name ?? indicator.name }, now);
    return changed === 'changed' ? { targetId: null, locked: false } : 'stale';
  }
  const roundId = change.roundId as number;
  const locked = (await submissionsOf(tx, [roundId])).some((one) => one.indicatorId === indicator.id && (one.state === 'approved' || one.state === 'confirmed'));
  if (!locked && wanted.value) {
    await addResult(tx, indicator.id, roundId, { value: scaled(wanted.value), numerator: null, denominator: null, margin: null, source: 'manual', measureName: null, asOf: now, note: decision.reason, detail: { appeal: change.id } }, now);
  }
  return { targetId: null, locked };
}

export const decideAction = defineAction({
  path: '/performance/:year/changes/:id/decide',
  permission: 'performance.keep',
  params: recordParams,
  form: decideForm,
  page: changePage,
  async run(tx, { input, params, actor, services }) {
    const found = await waiting(tx, params.year, params.id);
    if (!found.ok) return found;
    const { sheet, change, indicator } = found.value;
    if (!keepsCycle(actor, sheet.cycle)) return notFound();
    const today = services.clock.today();
    if (input.decidedOn > today) return at('decidedOn', messages.words('future'));
    const now = services.clock.now();
    const accepted = input.outcome === 'accepted';
    const done = accepted ? await carryOut(tx, found.value, { reason: input.decision, reference: input.reference, decidedOn: input.decidedOn }, now, today) : { targetId: null, locked: false };
    if (done === 'stale') return fail('STALE', shared.words('stale'), { status: 409 });
    const ended = await decideChange(tx, { id: change.id, rev: Number(input.rev) }, { state: input.outcome, decision: input.decision, reference: input.reference, decidedOn: input.decidedOn, targetId: done.targetId }, now);
    if (!ended) return fail('STALE', shared.words('stale'), { status: 409 });
    await tellOwners(tx, indicator, shared.words(accepted ? 'notice.accepted' : 'notice.refused', { key: indicator.key }), changesHref(params.year, `/${change.id}`), today);
    return ok({
      audit: { action: 'performance.change-decided', subject: subject(change.id), unitId: change.unitId, detail: { outcome: input.outcome, target: done.targetId, reference: input.reference } },
      goTo: changesHref(params.year, `/${change.id}`), flash: messages.words(done.locked ? 'decidedLocked' : 'decided'),
    });
  },
});

const mayWithdraw = (actor: Actor, sheet: Sheet, { unitId }: ChangeRequest): boolean => keepsCycle(actor, sheet.cycle) || actor.principals.includes(unitId);

export const withdrawAction = defineAction({
  path: '/performance/:year/changes/:id/withdraw',
  permission: 'performance.report',
  params: recordParams,
  form: withdrawForm,
  page: changePage,
  async run(tx, { input, params, actor, services }) {
    const found = await waiting(tx, params.year, params.id);
    if (!found.ok) return found;
    const { sheet, change } = found.value;
    if (!mayWithdraw(actor, sheet, change)) return notFound();
    const done = await decideChange(tx, { id: change.id, rev: Number(input.rev) }, { state: 'withdrawn', decision: null, reference: '', decidedOn: null, targetId: null }, services.clock.now());
    if (!done) return fail('STALE', shared.words('stale'), { status: 409 });
    return ok({ audit: { action: 'performance.change-withdrawn', subject: subject(change.id), unitId: change.unitId }, goTo: changesHref(params.year), flash: messages.words('withdrawn') });
  },
});
