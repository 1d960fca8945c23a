import { listEvidence, withdrawEvidence } from '../../../../../platform/evidence/evidence-links.ts';
import type { AnyForm, FormValues } from '../../../../../platform/forms/form.ts';
import type { Actor } from '../../../../../platform/access/actor.ts';
import type { Tx } from '../../../../../platform/db/database.ts';
import { defineAction, type ActionOutcome } from '../../../../../platform/http/define.ts';
import { notify } from '../../../../../platform/notify/notify.ts';
import { fail, notFound, ok, type Failure, type Result } from '../../../../../platform/result.ts';
import type { Services } from '../../../../../platform/services.ts';
import type { Words } from '../../../../../platform/words.ts';
import { headOfUnit } from '../../../../organisation/index.ts';
import { keepsCycle } from '../../../store/cycles.ts';
import { giveEvidence } from '../../../give-evidence.ts';
import { reformReportType, type IndicatorsHouse } from '../../house.ts';
import { messages as shared } from '../../messages.ts';
import { indicatorNews } from '../../news.ts';
import { indicatorAt, indicatorHref, indicatorType, keyIdParams, keyParams, writesBeside, type IndicatorPlace } from '../../place.ts';
import { unitShort, unitsOn } from '../../shown.tsx';
import { addReformReport, addRisk, answerCannotDo, cannotDosOf, changeRisk, risksOf, sayCannotDo, withdrawReformReport } from '../../store/notes.ts';
import { answerForm, cannotForm, evidenceForm, reportForm, riskForm, withdrawForm } from './forms.ts';
import { messages } from './messages.ts';
import type { NotesPage } from './page.tsx';

interface Step<F extends AnyForm> {
  readonly tx: Tx;
  readonly place: IndicatorPlace;
  readonly id: number;
  readonly input: FormValues<F>;
  readonly actor: Actor;
  readonly services: Services;
}
type Done = Failure | { readonly action: string; readonly detail: Record<string, unknown>; readonly part: string; readonly flash: Words };

/** A step beside an indicator at `…/notes<path>`; `may` says who, the usual is whoever writes beside it. */
function step<F extends AnyForm>(page: NotesPage, path: string, form: F, work: (step: Step<F>) => Promise<Done>, may: (place: IndicatorPlace, actor: Actor) => boolean = (place, actor) => writesBeside(actor, place)) {
  return defineAction({
    path: `/performance/:year/indicators/:key/notes${path}`,
    permission: 'performance.read',
    params: path.includes(':id') ? keyIdParams : keyParams,
    form,
    page: () => page,
    async run(tx, { params, input, actor, services }): Promise<Result<ActionOutcome>> {
      const place = await indicatorAt(tx, params);
      if (!place || !may(place, actor)) return notFound();
      const done = await work({ tx, place, id: 'id' in params ? Number(params.id) : 0, input: input as FormValues<F>, actor, services });
      if ('ok' in done) return done;
      return ok({ audit: { action: `performance.${done.action}`, subject: { type: indicatorType, id: place.indicator.id }, unitId: place.cycle.keeperUnitId, detail: done.detail }, goTo: indicatorHref(params.year, params.key, `/notes#${done.part}`), flash: done.flash });
    },
  });
}

const atField = (code: string, field: string, words: Words) => fail(code, words, { fields: { [field]: words } });
const involved = ({ indicator, cycle }: IndicatorPlace, actor: Actor) => cycle.state !== 'closed' && indicator.units.some(({ unitId }) => actor.principals.includes(unitId));

async function tellUnit(tx: Tx, unitId: number, words: Words, href: string, today: string): Promise<void> {
  const head = await headOfUnit(tx, unitId, today);
  await notify(tx, head ? [head.personId] : [], words, href, { kind: indicatorNews });
}

export function notesActions(page: NotesPage, house: IndicatorsHouse) {
  const riskOf = ({ risk, chance, effect, answer, owner, state }: FormValues<typeof riskForm>) => ({ risk, chance: Number(chance), effect: Number(effect), answer: answer ?? '', ownerUnitId: owner ?? null, state });
  const knownOwner = async (tx: Tx, owner: number | undefined, today: string) => owner === undefined || (await unitsOn(tx, today)).has(owner);
  const noUnit = { th: 'ไม่มีหน่วยงานนี้แล้ว กรุณาเลือกใหม่', en: 'There is no such unit any more. Please choose again.' };
  return [
    step(page, '/risks', riskForm, async ({ tx, place, input, services }) => {
      if (!(await knownOwner(tx, input.owner, services.clock.today()))) return atField('NO_UNIT', 'owner', noUnit);
      const id = await addRisk(tx, place.indicator.id, riskOf(input), services.clock.now());
      return { action: 'risk-noted', detail: { ...riskOf(input), risk: id, words: input.risk }, part: 'risks', flash: messages.words('riskSaved') };
    }),
    step(page, '/risks/:id', riskForm, async ({ tx, place, id, input, services }) => {
      const before = (await risksOf(tx, [place.indicator.id])).find((one) => one.id === id);
      if (!before) return notFound();
      if (!(await knownOwner(tx, input.owner, services.clock.today()))) return atField('NO_UNIT', 'owner', noUnit);
      if (!(await changeRisk(tx, { id, rev: Number(input.rev ?? 0) }, riskOf(input), services.clock.now()))) return fail('STALE', shared.words('stale'));
      return { action: 'risk-noted', detail: { ...riskOf(input), risk: id, words: input.risk }, part: 'risks', flash: messages.words('riskSaved') };
    }),
    step(page, '/reports', reportForm, async ({ tx, place, input, services }) => {
      const href = input.href ?? '';
      if (href !== '' && !/^(https?:\/\/[^\s]+|\/(?!\/)[^\s]*)$/.test(href)) return atField('BAD_HREF', 'href', messages.words('badHref'));
      if (input.sentOn > services.clock.today()) return atField('SENT_LATER', 'sentOn', messages.words('future'));
      const id = await addReformReport(tx, place.indicator.id, { title: input.title, reference: input.reference ?? '', href, sentOn: input.sentOn, reported: input.reported }, services.clock.now());
      const given = await giveEvidence(tx, house, { type: reformReportType, id }, { files: input.files, links: href.startsWith('/') ? href : undefined }, { unitId: place.cycle.keeperUnitId, origin: services.config.origin });
      if (!given.ok) return atField(given.code, 'href', given.message);
      return { action: 'reform-report-kept', detail: { report: id, title: input.title, sentOn: input.sentOn, evidence: given.value }, part: 'reports', flash: messages.words('reportSaved') };
    }),
    step(page, '/reports/:id/withdraw', withdrawForm, async ({ tx, place, id, input, services }) => {
      if (!(await withdrawReformReport(tx, place.indicator.id, id, input.reason, services.clock.now()))) return notFound();
      return { action: 'reform-report-withdrawn', detail: { report: id, reason: input.reason }, part: 'reports', flash: messages.words('withdrawn') };
    }),
    step(page, '/cannot', cannotForm, async ({ tx, place, input, actor, services }) => {
      const today = services.clock.today();
      if (!place.indicator.units.some(({ unitId }) => unitId === input.unit) || !actor.principals.includes(input.unit)) return atField('NOT_YOURS', 'unit', messages.words('notYours'));
      const id = await sayCannotDo(tx, place.indicator.id, { unitId: input.unit, what: input.what, reason: input.reason, saidOn: today }, services.clock.now());
      const unit = unitShort(await unitsOn(tx, today), input.unit);
      await tellUnit(tx, place.cycle.keeperUnitId, messages.words('newsSaid', { unit, key: place.indicator.key, what: input.what }), indicatorHref(place.cycle.fiscalYear, place.indicator.key, '/notes#cannot'), today);
      return { action: 'cannot-do-said', detail: { flag: id, unit: input.unit, what: input.what }, part: 'cannot', flash: messages.words('said') };
    }, involved),
    step(page, '/cannot/:id/answer', answerForm, async ({ tx, place, id, input, services }) => {
      const today = services.clock.today();
      const flag = (await cannotDosOf(tx, [place.indicator.id])).find((one) => one.id === id);
      if (!flag) return notFound();
      if (!(await answerCannotDo(tx, place.indicator.id, id, input.answer, today))) return fail('ANSWERED', messages.words('answeredTwice'), { status: 409 });
      await tellUnit(tx, flag.unitId, messages.words('newsAnswered', { what: flag.what, key: place.indicator.key }), indicatorHref(place.cycle.fiscalYear, place.indicator.key, '/notes#cannot'), today);
      return { action: 'cannot-do-answered', detail: { flag: id, answer: input.answer }, part: 'cannot', flash: messages.words('answerGiven') };
    }, ({ cycle }, actor) => cycle.state !== 'closed' && keepsCycle(actor, cycle)),
    step(page, '/evidence', evidenceForm, async ({ tx, place, input, services }) => {
      if (input.files.length === 0 && (input.links ?? '').trim() === '') return atField('NO_EVIDENCE', 'files', messages.words('nothingGiven'));
      const given = await giveEvidence(tx, house, { type: indicatorType, id: place.indicator.id }, input, { unitId: place.cycle.keeperUnitId, origin: services.config.origin });
      if (!given.ok) return given;
      if (given.value.length === 0) return atField('EVIDENCE_THERE', 'links', messages.words('there'));
      return { action: 'evidence-given', detail: { evidence: given.value }, part: 'evidence', flash: messages.words('given') };
    }),
    step(page, '/evidence/:id/withdraw', withdrawForm, async ({ tx, place, id, input }) => {
      const line = (await listEvidence(tx, house.evidence(), { type: indicatorType, id: place.indicator.id })).find((one) => one.id === id);
      const done = line ? await withdrawEvidence(tx, id, input.reason) : notFound();
      if (!done.ok) return done;
      return { action: 'evidence-withdrawn', detail: { evidence: line?.of ?? null, reason: input.reason }, part: 'evidence', flash: messages.words('takenBack') };
    }),
  ];
}
