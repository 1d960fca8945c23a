// What can be done with the report of an indicator in a round. Every act locks the report, asks who may, and leaves its line.
import type { Tx } from '../../../../../platform/db/database.ts';
import { withdrawEvidence } from '../../../../../platform/evidence/evidence-links.ts';
import { emptyForm, type AnyForm, type FormValues } from '../../../../../platform/forms/form.ts';
import { defineAction, type ActionOutcome } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import type { Services } from '../../../../../platform/services.ts';
import { z } from 'zod';
import { scaledText } from '../../../domain/numbers.ts';
import type { Cycle } from '../../../store/cycles.ts';
import type { Indicator } from '../../../store/indicators.ts';
import { addResult, resultsOfIndicator } from '../../../store/results.ts';
import type { Round, Submission } from '../../../store/rounds.ts';
import { cardFields, mergeCards, type CardContent } from '../../domain/merge-card.ts';
import type { SubmissionStanding } from '../../domain/submission-state.ts';
import { findIndicator, findRound, refusalToWrite, reportParams, standingOf } from '../../find.ts';
import { giveEvidence } from '../../../give-evidence.ts';
import { indicatorType, submissionType, type CollectingHouse } from '../../house.ts';
import { messages as shared } from '../../messages.ts';
import { evidenceOf } from '../../report-data.ts';
import { resultHref } from '../../shown.tsx';
import { cardAt, cardOf, saveCard } from '../../store/cards.ts';
import { measuringOf } from '../../store/measuring.ts';
import { stepsOf } from '../../store/steps.ts';
import { formRev, lockSubmission } from '../../store/submissions.ts';
import { takeMeasure } from '../../take-measure.ts';
import { move } from '../../transitions.ts';
import { cardForm, evidenceForm, stepForms, valueForm, withdrawForm, type PageStep } from './forms.ts';
import { makeValue } from './make-value.ts';
import { messages } from './messages.ts';
import type { ReportPage } from './page.tsx';

interface Opened {
  readonly cycle: Cycle;
  readonly indicator: Indicator;
  readonly round: Round;
  readonly submission: Submission;
  readonly standing: SubmissionStanding;
  readonly href: string;
}

/** The report locked, with who the actor is before it. */
async function open(tx: Tx, { year, key, round: slug }: z.infer<typeof reportParams>): Promise<Result<Opened>> {
  const [found, at] = [await findIndicator(tx, year, key), await findRound(tx, year, slug)];
  if (!found.ok) return found;
  if (!at.ok) return at;
  const { cycle, indicator } = found.value;
  const { round } = at.value;
  const submission = await lockSubmission(tx, round.id, indicator.id);
  if (!submission) return notFound(shared.words('noRound'));
  return ok({ cycle, indicator, round, submission, standing: standingOf(tx.actor, cycle, indicator), href: resultHref(cycle, key, round) });
}

interface Work<F extends AnyForm> extends Opened {
  readonly tx: Tx;
  readonly input: FormValues<F>;
  readonly services: Services;
}

/** An act that writes to the report: only owners and the secretariat, only while it is not locked. */
function writing<F extends AnyForm>(page: ReportPage, path: string, form: F, work: (work: Work<F>) => Promise<Result<Pick<ActionOutcome, 'audit' | 'flash'>>>) {
  return defineAction({
    path: `/performance/:year/results/:key/:round/${path}`,
    permission: 'performance.report',
    params: reportParams,
    form,
    page: () => page,
    async run(tx, { params, input, services }): Promise<Result<ActionOutcome>> {
      const opened = await open(tx, params);
      if (!opened.ok) return opened;
      const refused = refusalToWrite(opened.value.cycle, opened.value.standing, opened.value.submission);
      if (refused) return refused;
      const done = await work({ ...opened.value, tx, input, services });
      return done.ok ? ok({ ...done.value, goTo: opened.value.href }) : done;
    },
  });
}

const trail = (action: string, { indicator, round, cycle }: Pick<Opened, 'indicator' | 'round' | 'cycle'>, detail: Record<string, unknown>) =>
  ({ action, subject: { type: indicatorType, id: indicator.id }, unitId: cycle.keeperUnitId, detail: { key: indicator.key, roundId: round.id, ...detail } });

export function reportActions(page: ReportPage, house: CollectingHouse) {
  const value = writing(page, 'value', valueForm, async ({ tx, input, services, indicator, round, cycle }) => {
    if (round.month === null) return notFound(shared.words('noRound'));
    const made = makeValue(input, { indicator, plan: await stepsOf(tx, indicator.id), rules: (await measuringOf(tx, indicator.id)).rules, now: services.clock.now(), today: services.clock.today() });
    if (!made.ok) return made;
    const id = await addResult(tx, indicator.id, round.id, made.value, services.clock.now());
    return ok({ audit: trail('performance.result-added', { indicator, round, cycle }, { result: id, value: scaledText(made.value.value as bigint) }), flash: messages.words('saved') });
  });
  const withdraw = writing(page, 'withdraw-value', withdrawForm, async ({ tx, input, services, indicator, round, cycle }) => {
    const last = (await resultsOfIndicator(tx, indicator.id)).find(({ roundId }) => roundId === round.id);
    if (!last || last.value === null) return fail('NOTHING_THERE', messages.words('nothingToWithdraw'), { status: 409 });
    const now = services.clock.now();
    const id = await addResult(tx, indicator.id, round.id, { value: null, numerator: null, denominator: null, margin: null, source: 'manual', measureName: null, asOf: now, note: input.note, detail: { withdrawn: last.id } }, now);
    return ok({ audit: trail('performance.result-withdrawn', { indicator, round, cycle }, { result: id, withdrawn: last.id, reason: input.note }), flash: messages.words('withdrawn') });
  });
  const take = writing(page, 'take-measure', emptyForm, async ({ tx, services, indicator, round, cycle }) => {
    const taken = await takeMeasure(tx, { cycle, indicator, round, measures: house.measures(), now: services.clock.now() });
    if (!taken.ok) return taken;
    return ok({ audit: trail('performance.measure-taken', { indicator, round, cycle }, { result: taken.value.id, measure: indicator.measureName }), flash: messages.words('taken') });
  });
  const card = writing(page, 'card', cardForm, saveReport);
  const evidence = writing(page, 'evidence', evidenceForm, async ({ tx, input, services, indicator, round, cycle, submission }) => {
    if (input.files.length === 0 && (input.links ?? '').trim() === '') return fail('EVIDENCE_MISSING', messages.words('noEvidenceGiven'), { fields: { files: messages.words('noEvidenceGiven') } });
    const given = await giveEvidence(tx, house, { type: submissionType, id: submission.id }, input, { unitId: cycle.keeperUnitId, origin: services.config.origin });
    return given.ok ? ok({ audit: trail('performance.evidence-added', { indicator, round, cycle }, { evidence: given.value }), flash: messages.words('evidenceSaved') }) : given;
  });
  return [value, withdraw, take, card, evidence, withdrawEvidenceAction(page, house), ...(Object.keys(stepForms) as PageStep[]).map((step) => stepAction(page, step, house))];
}

/** Saves the card. What somebody else saved meanwhile is joined field by field; a field that both changed is shown, and nothing is lost. */
async function saveReport({ tx, input, services, indicator, round, cycle }: Work<typeof cardForm>): Promise<Result<Pick<ActionOutcome, 'audit' | 'flash'>>> {
  const began = /^\d{1,6}$/.test(input.rev) ? Number(input.rev) : 0;
  const mine = Object.fromEntries(cardFields.map((field) => [field, input[field] ?? ''])) as unknown as CardContent;
  const there = await cardOf(tx, indicator.id, round.id);
  const base = await cardAt(tx, indicator.id, round.id, began);
  if (!base) return fail('STALE', messages.words('cardStale'), { status: 409 });
  const merged = there && there.rev !== began ? mergeCards(base, mine, there.content) : { content: mine, clashes: [], taken: [] };
  if (there && merged.clashes.length > 0) {
    return fail('CHANGED_MEANWHILE', messages.words('cardClashAll'), { fields: Object.fromEntries(merged.clashes.map((field) => [field, messages.words('cardClash', { name: there.personName, theirs: there.content[field].slice(0, 400) || '–' })])) });
  }
  if (!(await saveCard(tx, indicator.id, round.id, there?.rev ?? 0, merged.content, services.clock.now()))) return fail('STALE', messages.words('cardStale'), { status: 409 });
  const names = (lang: 'th' | 'en') => merged.taken.map((field) => shared[lang][`card.${field}`]).join(', ');
  const flash = there && merged.taken.length > 0
    ? { th: messages.in('th')('cardJoined', { name: there.personName, fields: names('th') }), en: messages.in('en')('cardJoined', { name: there.personName, fields: names('en') }) }
    : messages.words('cardSaved');
  return ok({ audit: trail('performance.report-card-saved', { indicator, round, cycle }, { rev: (there?.rev ?? 0) + 1, joined: merged.taken }), flash });
}

function withdrawEvidenceAction(page: ReportPage, house: CollectingHouse) {
  return defineAction({
    path: '/performance/:year/results/:key/:round/evidence/:evidence/withdraw',
    permission: 'performance.report',
    params: reportParams.extend({ evidence: z.coerce.number().int().positive().max(2_147_483_647) }),
    form: withdrawForm,
    page: () => page,
    async run(tx, { params, input }): Promise<Result<ActionOutcome>> {
      const opened = await open(tx, params);
      if (!opened.ok) return opened;
      const { cycle, standing, submission, href } = opened.value;
      const refused = refusalToWrite(cycle, standing, submission);
      if (refused) return refused;
      const line = (await evidenceOf(tx, house, submission.id, [])).find(({ id }) => id === params.evidence);
      if (!line || (line.addedBy !== tx.actor.id && !standing.keeper)) return notFound();
      const done = await withdrawEvidence(tx, line.id, input.note);
      if (!done.ok) return done;
      return ok({ audit: trail('performance.evidence-withdrawn', opened.value, { evidence: line.of, hash: line.contentHash, reason: input.note }), goTo: href, flash: messages.words('evidenceWithdrawn') });
    },
  });
}

/** What must be there before a report is sent: its form, or a value that something proves. */
async function refusalToSubmit(tx: Tx, house: CollectingHouse, { indicator, round, submission }: Opened) {
  if (round.month === null) return (await formRev(tx, indicator.id)) === undefined ? fail('FORM_MISSING', messages.words('needForm')) : undefined;
  const last = (await resultsOfIndicator(tx, indicator.id)).find(({ roundId }) => roundId === round.id);
  if (!last || last.value === null) return fail('VALUE_MISSING', messages.words('needValue'));
  if (last.source === 'manual' && (await evidenceOf(tx, house, submission.id, await stepsOf(tx, indicator.id))).length === 0) return fail('EVIDENCE_MISSING', messages.words('needEvidence'));
  return undefined;
}

function stepAction(page: ReportPage, step: PageStep, house: CollectingHouse) {
  return defineAction({
    path: `/performance/:year/results/:key/:round/${step}`,
    permission: 'performance.read',
    params: reportParams,
    form: stepForms[step],
    page: () => page,
    async run(tx, { params, input, services }): Promise<Result<ActionOutcome>> {
      const opened = await open(tx, params);
      if (!opened.ok) return opened;
      const note = input.note ?? '';
      if (step === 'submit' && opened.value.standing.owner) {
        const refused = await refusalToSubmit(tx, house, opened.value);
        if (refused) return refused;
      }
      const moved = await move(tx, opened.value, step, note, services.clock.now(), services.clock.today());
      if (!moved.ok) return moved;
      return ok({
        audit: { action: `performance.report-${step}`, subject: { type: submissionType, id: opened.value.submission.id }, unitId: opened.value.cycle.keeperUnitId, detail: { key: opened.value.indicator.key, roundId: opened.value.round.id, note } },
        goTo: opened.value.href, flash: messages.words(`done.${step}`),
      });
    },
  });
}
