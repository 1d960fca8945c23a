// The rounds of a year, and the form that opens another.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionForm, FormField, stateFor } from '../../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import { dayWords, momentWords } from '../../../../../platform/when.ts';
import { fiscalYear, localDate } from '../../../../../thai/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { QuickFilters } from '../../../../../ui/components/tabs.tsx';
import { officeCalendar } from '../../../../organisation/index.ts';
import { keepsCycle, listCycles, type Cycle } from '../../../store/cycles.ts';
import { editionById } from '../../../store/framework-editions.ts';
import { indicatorsOf, scoredLines, type Indicator } from '../../../store/indicators.ts';
import { roundsOf, submissionsOf, type Round, type Submission } from '../../../store/rounds.ts';
import { slugOf } from '../../domain/rounds.ts';
import { isLocked, isWanted } from '../../domain/submission-state.ts';
import { findCycle, ownersOf, yearParams } from '../../find.ts';
import { roundType } from '../../house.ts';
import { NoYear } from '../../../shown.tsx';
import { messages as shared } from '../../messages.ts';
import { boardHref, collectHref, resultHref, roundWords, SubmissionMark } from '../../shown.tsx';
import { beginRound } from '../../transitions.ts';
import { refusalOfDueDay } from './due-day.ts';
import { roundForm } from './form.ts';
import { messages } from './messages.ts';

export interface CollectData {
  readonly cycle: Cycle;
  readonly years: readonly Cycle[];
  readonly rounds: readonly Round[];
  readonly submissions: readonly Submission[];
  /** Lines that the reader's own units own. */
  readonly own: readonly Indicator[];
  /** Rounds of the framework that were not opened yet, by their slugs. */
  readonly missing: readonly string[];
  readonly keeps: boolean;
  readonly today: string;
}

/** The entry of the menu: the rounds of the year that is running. */
export const collectPage = definePage({
  path: '/performance/collect',
  permission: 'performance.read',
  async load(tx, { services }) {
    const cycles = await listCycles(tx);
    const year = fiscalYear(localDate(services.clock.today()));
    const cycle = cycles.find((one) => one.fiscalYear === year) ?? cycles[0];
    return ok<CollectData | undefined>(cycle && await collectData(tx, cycle, services.clock.today()));
  },
  title: (_data, ui) => shared.in(ui.lang)('collect'),
  view: (data, ui) => (data ? CollectView(data, ui) : <NoYear ui={ui} title={shared.in(ui.lang)('collect')} />),
});

export const yearCollectPage = definePage({
  path: '/performance/:year/collect',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, services }) {
    const cycle = await findCycle(tx, params.year);
    return cycle.ok ? ok(await collectData(tx, cycle.value, services.clock.today())) : cycle;
  },
  title: (_data, ui) => shared.in(ui.lang)('collect'),
  view: CollectView,
});

async function collectData(tx: Parameters<typeof roundsOf>[0], cycle: Cycle, today: string): Promise<CollectData> {
  const rounds = await roundsOf(tx, cycle.id);
  const framework = await editionById(tx, cycle.frameworkId);
  const wanted = ['form', ...(framework?.content.rounds ?? [6, 9, 12]).map(String)];
  return {
    cycle, rounds, years: await listCycles(tx), submissions: await submissionsOf(tx, rounds.map(({ id }) => id)), today, keeps: keepsCycle(tx.actor, cycle) && cycle.state !== 'closed',
    own: scoredLines(await indicatorsOf(tx, cycle.id)).filter((one) => one.state !== 'cancelled' && ownersOf(one).some((unitId) => tx.actor.principals.includes(unitId))),
    missing: wanted.filter((slug) => !rounds.some((round) => slugOf(round) === slug)),
  };
}

function CollectView(data: CollectData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { cycle, rounds, submissions, missing } = data;
  const of = (round: Round) => submissions.filter(({ roundId }) => roundId === round.id);
  const count = (round: Round, is: (state: Submission['state']) => boolean) => t('of', { n: of(round).filter(({ state }) => is(state)).length, all: of(round).length });
  const late = (round: Round) => (round.dueOn < data.today ? of(round).filter(({ state }) => isWanted(state)).length : 0);
  return (
    <div class="stack-l">
      <PageHead title={s('collect')} sub={`${s('yearName', { year: cycle.fiscalYear })} · ${t('sub')}`} actions={data.keeps ? <ButtonLink kind="main" href={`${collectHref(cycle)}/new`}>{t('open')}</ButtonLink> : undefined} />
      <QuickFilters label={t('years')} items={data.years.map((one) => ({ label: String(one.fiscalYear), href: collectHref(one), current: one.id === cycle.id }))} />
      <Table caption={s('collect')} captionHidden rows={rounds} rowKey={({ id }) => String(id)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        columns={[
          { key: 'round', head: t('round'), kind: 'main', cell: (round) => <a href={boardHref(cycle, round)}>{ui.text(roundWords(round))}</a> },
          { key: 'due', head: t('due'), kind: 'nowrap', cell: ({ dueOn }) => dayWords(ui.lang, localDate(dueOn)) },
          { key: 'sent', head: t('sent'), kind: 'num', cell: (round) => count(round, (state) => !isWanted(state)) },
          { key: 'checked', head: t('checked'), kind: 'num', cell: (round) => count(round, isLocked) },
          { key: 'state', head: t('state'), cell: (round) => (round.closedAt ? <StateMark kind="done" wrap>{t('closed', { when: momentWords(ui.lang, round.closedAt) })}</StateMark> : late(round) > 0 ? <StateMark kind="late">{t('lateN', { n: late(round) })}</StateMark> : <StateMark kind="going">{t('running')}</StateMark>) },
        ]} />
      {missing.length > 0 && cycle.state !== 'closed' ? <p class="quiet">{t('nextRounds', { rounds: missing.map((slug) => roundName(slug, ui)).join(', ') })}</p> : null}
      {data.own.length > 0 ? (
        <Section title={t('mine')}>
          <Table caption={t('mine')} captionHidden rows={data.own} rowKey={({ id }) => String(id)}
            columns={[
              { key: 'key', head: s('indicator'), kind: 'main', cell: (one) => <a href={resultHref(cycle, one.key)}>{`${one.key} ${one.name}`}</a> },
              ...rounds.map((round) => ({ key: `r${round.id}`, head: ui.text(roundWords(round)), cell: (one: Indicator) => { const found = of(round).find(({ indicatorId }) => indicatorId === one.id); return found ? <a href={resultHref(cycle, one.key, round)}><SubmissionMark state={found.state} late={isWanted(found.state) && round.dueOn < data.today} ui={ui} /></a> : '–'; } })),
            ]} />
        </Section>
      ) : null}
    </div>
  );
}

const roundName = (slug: string, ui: Ui): string => ui.text(roundWords({ month: slug === 'form' ? null : Number(slug) }));

export const newRoundPage = definePage({
  path: '/performance/:year/collect/new',
  permission: 'performance.keep',
  params: yearParams,
  async load(tx, { params, services }) {
    const cycle = await findCycle(tx, params.year);
    if (!cycle.ok) return cycle;
    return keepsCycle(tx.actor, cycle.value) ? ok(await collectData(tx, cycle.value, services.clock.today())) : notFound();
  },
  title: (_data, ui) => messages.in(ui.lang)('open'),
  view(data: CollectData, ui) {
    const t = messages.in(ui.lang);
    const action = `${collectHref(data.cycle)}/new`;
    const common = { ui, action, form: roundForm };
    return (
      <div class="stack-l">
        <PageHead title={t('open')} sub={t('openSub')} crumbs={[{ label: shared.in(ui.lang)('collect'), href: collectHref(data.cycle) }, { label: t('open') }]} />
        <ActionForm {...common}>
          <FormField {...common} name="round" as="select" options={(data.missing.length > 0 ? data.missing : ['12']).map((slug) => ({ value: slug, label: roundName(slug, ui) }))} value={data.missing[0]} size="m" />
          <FormField {...common} name="dueOn" />
          {stateFor(ui, action).errors['dueOn'] ? <FormField {...common} name="sure" /> : null}
          <FormField {...common} name="note" />
          <ButtonRow><Button kind="main">{t('open')}</Button></ButtonRow>
        </ActionForm>
      </div>
    );
  },
});

export const openRoundAction = defineAction({
  path: '/performance/:year/collect/new',
  permission: 'performance.keep',
  params: z.object(yearParams.shape),
  form: roundForm,
  page: newRoundPage,
  async run(tx, { params, input, services, actor }) {
    const found = await findCycle(tx, params.year);
    if (!found.ok) return found;
    const cycle = found.value;
    if (!keepsCycle(actor, cycle)) return notFound();
    if (cycle.state === 'closed') return fail('YEAR_CLOSED', shared.words('yearClosed'), { status: 409 });
    const today = services.clock.today();
    const odd = refusalOfDueDay(await officeCalendar(tx), today, input.dueOn, input.sure);
    if (odd) return odd;
    if (scoredLines(await indicatorsOf(tx, cycle.id)).length === 0) return fail('NO_LINES', messages.words('noLines'), { status: 409 });
    const month = input.round === 'form' ? null : Number(input.round);
    const id = await beginRound(tx, cycle, { kind: month === null ? 'form' : 'result', month, dueOn: input.dueOn, note: input.note ?? '' }, services.clock.now(), today);
    if (id === undefined) return fail('ROUND_THERE', messages.words('taken'), { status: 409, fields: { round: messages.words('taken') } });
    return ok({ audit: { action: 'performance.round-opened', subject: { type: roundType, id }, unitId: cycle.keeperUnitId, detail: { year: cycle.fiscalYear, round: input.round, dueOn: input.dueOn } }, goTo: boardHref(cycle, { month }), flash: messages.words('done') });
  },
});
