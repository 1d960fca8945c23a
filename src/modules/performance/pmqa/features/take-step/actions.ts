// The steps of an application, and who assesses it.
import { emptyForm, defineForm } from '../../../../../platform/forms/form.ts';
import { integer } from '../../../../../platform/forms/fields.ts';
import { defineAction } from '../../../../../platform/http/define.ts';
import { notify } from '../../../../../platform/notify/notify.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import type { Tx } from '../../../../../platform/db/database.ts';
import { clerksOfUnit, headOfUnit, holdingsOf } from '../../../../organisation/index.ts';
import { groupOf } from '../../../domain/pmqa/score.ts';
import { meanOf, publishedTotal, sharesOf } from '../../domain/shares.ts';
import { refusalOf, stepRules, type Step } from '../../domain/states.ts';
import { yearIdParams, yearParams } from '../../params.ts';
import { yearHref } from '../../shown.tsx';
import { addAssessmentEvent, setAssessmentState, type AssessmentRecord, type EventKind } from '../../store/assessments.ts';
import { nameAssessor, releaseAssessor } from '../../store/assessors.ts';
import { addOutcome } from '../../store/outcomes.ts';
import { shareEvidence } from '../fill-item/evidence.ts';
import { assessorCandidates, readOverview, type Overview } from '../show-year/load.ts';
import { messages } from '../show-year/messages.ts';
import { assessorForm, returnForm, yearPage } from '../show-year/page.tsx';

const subject = ({ id }: Pick<AssessmentRecord, 'id'>) => ({ type: 'performance.pmqa-assessment', id });
const rev = integer({ label: { th: '', en: '' } });
const eventOf: Readonly<Record<Step, EventKind>> = { apply: 'applied', begin: 'begun', submit: 'submitted', 'take-back': 'taken-back', return: 'returned', accept: 'assessed', close: 'closed' };

/** The assessors' mean as the result of the year. Where they differ by item, each item stands with the mean of its shares. */
async function layOutcome(tx: Tx, { record, edition, assessorScores }: Overview, today: string, now: Date): Promise<string> {
  const total = publishedTotal(meanOf(assessorScores.map(({ score }) => score.least)) ?? { n: 0n, d: 1n });
  const [only] = assessorScores;
  const shares = only && assessorScores.length === 1 ? sharesOf(edition, only.score) : meanShares(assessorScores.map(({ score }) => sharesOf(edition, score)), Number(total / 10_000n));
  await addOutcome(tx, {
    year: record.year, kind: 'assessed', total, groupName: groupOf(edition, total)?.name.th ?? '', source: messages.words('outcomeSource', { n: assessorScores.length }).th,
    dated: today, assessmentId: record.id, shares,
  }, now);
  return String(total);
}

/** Hundredths of the mean by item; what rounding leaves over goes to the items of the largest sums, so that the list sums to the total. */
function meanShares(lists: readonly (readonly { readonly item: string; readonly hundredths: number }[])[], wanted: number): { item: string; hundredths: number }[] {
  const sums = (lists[0] ?? []).map(({ item }) => ({ item, sum: lists.reduce((all, list) => all + (list.find((one) => one.item === item)?.hundredths ?? 0), 0) }));
  const shares = sums.map(({ item, sum }) => ({ item, hundredths: Math.floor(sum / lists.length), left: sum % lists.length }));
  let missing = wanted - shares.reduce((all, { hundredths }) => all + hundredths, 0);
  for (const share of shares.toSorted((a, b) => b.left - a.left)) {
    if (missing === 0) break;
    share.hundredths += Math.sign(missing);
    missing -= Math.sign(missing);
  }
  return shares.map(({ item, hundredths }) => ({ item, hundredths }));
}

async function tell(tx: Tx, step: Step, { record, assessors }: Overview, today: string): Promise<void> {
  if (step === 'submit') await notify(tx, assessors.map(({ personId }) => personId), messages.words('noticeSubmitted', { year: record.year }), yearHref(record.year, '/assess'));
  if (step === 'return') {
    const head = await headOfUnit(tx, record.keeperUnitId, today);
    const clerks = await clerksOfUnit(tx, record.keeperUnitId, today);
    await notify(tx, [...(head ? [head.personId] : []), ...clerks.map(({ personId }) => personId)], messages.words('noticeReturned', { year: record.year }), yearHref(record.year));
  }
}

function stepAction<F extends typeof plainForm | typeof withNote>(step: Step, form: F) {
  const rule = stepRules[step];
  return defineAction({
    path: `/performance/pmqa/:year/${step}`,
    permission: rule.by === 'keeper' ? 'performance.keep' : 'performance.assess',
    params: yearParams,
    form,
    page: yearPage,
    async run(tx, { params, input, services }) {
      const data = await readOverview(tx, params.year, services);
      if (!data || !(rule.by === 'keeper' ? data.keeps : data.mine)) return notFound();
      const given = input as { readonly rev: number; readonly note?: string };
      const why = refusalOf(step, data.facts);
      if (why) return fail('STEP_REFUSED', messages.words(`why.${why}`, { what: (why === 'profile' ? data.facts.missingSections : data.facts.missingItems).join(' '), n: data.facts.assessorsSubmitted, of: data.facts.assessors }), { status: why === 'state' ? 409 : 422 });
      const now = services.clock.now();
      const total = step === 'accept' ? await layOutcome(tx, data, data.today, now) : undefined;
      if (!(await setAssessmentState(tx, { id: data.record.id, rev: given.rev }, rule.to, now))) return fail('CHANGED_MEANWHILE', messages.words('stale'), { status: 409 });
      await addAssessmentEvent(tx, data.record.id, eventOf[step], given.note ?? '', now);
      await tell(tx, step, data, data.today);
      return ok({ audit: { action: 'performance.pmqa-step-taken', subject: subject(data.record), unitId: data.record.keeperUnitId, detail: { from: data.record.state, to: rule.to, ...(total ? { total } : {}) } }, goTo: yearHref(params.year), flash: messages.words('moved') });
    },
  });
}

const plainForm = defineForm({ rev });
const withNote = defineForm({ ...returnForm.fields, rev });

export const stepActions = [
  stepAction('apply', plainForm), stepAction('begin', plainForm), stepAction('submit', plainForm), stepAction('take-back', plainForm),
  stepAction('return', withNote), stepAction('accept', plainForm), stepAction('close', plainForm),
];

export const nameAssessorAction = defineAction({
  path: '/performance/pmqa/:year/assessors',
  permission: 'performance.keep',
  params: yearParams,
  form: assessorForm,
  page: yearPage,
  async run(tx, { params, input, services }) {
    const data = await readOverview(tx, params.year, services);
    if (!data?.keeps) return notFound();
    const at = (words: Parameters<typeof fail>[1]) => fail('ASSESSOR_REFUSED', words, { fields: { person: words } });
    if (data.record.state === 'assessed' || data.record.state === 'closed') return fail('ASSESSOR_REFUSED', messages.words('why.state'), { status: 409 });
    const person = (await assessorCandidates(tx, data.today)).find(({ id }) => id === input.person);
    if (!person) return at(messages.words('notAssessor'));
    // Nobody assesses what the own unit wrote.
    const units = (await holdingsOf(tx, person.id)).filter(({ validFrom, validTo }) => validFrom <= data.today && (validTo === null || validTo >= data.today)).map(({ unitId }) => unitId);
    if (units.some((unit) => data.record.editors.includes(unit))) return at(messages.words('own'));
    const now = services.clock.now();
    const id = await nameAssessor(tx, data.record.id, person, now);
    if (id === undefined) return at(messages.words('already'));
    await shareEvidence(tx, data.record);
    await addAssessmentEvent(tx, data.record.id, 'assessor-named', person.name, now);
    await notify(tx, [person.id], messages.words('noticeNamed', { year: params.year }), yearHref(params.year, '/assess'));
    return ok({ audit: { action: 'performance.pmqa-assessor-named', subject: subject(data.record), unitId: data.record.keeperUnitId, detail: { person: person.id } }, goTo: yearHref(params.year, '#assessors'), flash: messages.words('named') });
  },
});

export const releaseAssessorAction = defineAction({
  path: '/performance/pmqa/:year/assessors/:id/release',
  permission: 'performance.keep',
  params: yearIdParams,
  form: emptyForm,
  page: yearPage,
  async run(tx, { params, services }) {
    const data = await readOverview(tx, params.year, services);
    const assessor = data?.keeps ? data.assessors.find(({ id }) => id === params.id) : undefined;
    if (!data || !assessor) return notFound();
    const now = services.clock.now();
    if (!(await releaseAssessor(tx, data.record.id, assessor.id, now))) return fail('ASSESSOR_SUBMITTED', messages.words('cannotRelease'), { status: 409 });
    await addAssessmentEvent(tx, data.record.id, 'assessor-released', assessor.personName, now);
    return ok({ audit: { action: 'performance.pmqa-assessor-released', subject: subject(data.record), unitId: data.record.keeperUnitId, detail: { person: assessor.personId } }, goTo: yearHref(params.year, '#assessors'), flash: messages.words('released') });
  },
});

