// Receipts: everybody of the unit takes note of the signed agreement with one press; who has not is reminded with another.
import type { VNode } from 'preact';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { emptyForm } from '../../../../../platform/forms/form.ts';
import { ActionButton } from '../../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notify } from '../../../../../platform/notify/notify.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import type { Services } from '../../../../../platform/services.ts';
import { momentWords } from '../../../../../platform/when.ts';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { LevelSteps } from '../../../../../ui/components/level-steps.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Progress } from '../../../../../ui/components/progress.tsx';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { unitLabel, unitsActiveOn } from '../../../../organisation/index.ts';
import { cardHref, cardParams, writesCard } from '../../access.ts';
import { readCard, type CardView } from '../../load.ts';
import { messages } from '../../messages.ts';
import { scorecardNews } from '../../news.ts';
import { CardTabs, crumbsOf } from '../../shown.tsx';
import { takeNote } from '../../store/agreements.ts';

const m = messages.words;

async function load(tx: ReadTx, id: number, { clock }: Pick<Services, 'clock'>) {
  const view = await readCard(tx, id, clock.today());
  if (!view) return undefined;
  const units = new Map((await unitsActiveOn(tx, clock.today())).map((unit) => [unit.id, unit.abbreviation || unit.name]));
  return { view, units, me: view.readers.find(({ personId }) => personId === tx.actor.id), writes: writesCard(tx.actor, view.card) };
}
type Data = NonNullable<Awaited<ReturnType<typeof load>>>;

export const readersPage = definePage({
  path: '/performance/scorecards/:id/readers',
  permission: 'performance.read',
  params: cardParams,
  async load(tx, { params, services }) {
    const found = await load(tx, params.id, services);
    return found ? ok(found) : notFound(m('notFound'));
  },
  title: (_data, ui) => ui.text(m('readers')),
  view: ReadersView,
});

function ReadersView({ view, units, me, writes }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const at = (rest: string) => cardHref(view.card.id, rest);
  const read = view.readers.filter(({ readAt }) => readAt !== null).length;
  const left = view.readers.length - read;
  const ordered = [...view.readers.filter(({ readAt }) => readAt === null), ...view.readers.filter(({ readAt }) => readAt !== null)];
  return (
    <div class="stack-l">
      <PageHead title={t('readers')} sub={unitLabel(view.unit, ui.lang)} crumbs={crumbsOf(ui, view, t('readers'))} />
      <CardTabs ui={ui} view={view} at="/readers" />
      {me ? (
        <Section title={t('year1', { year: view.card.fiscalYear })}>
          {me.readAt ? <p><StateMark kind="done">{t('notedAt', { when: momentWords(ui.lang, me.readAt) })}</StateMark></p> : (
            <>
              <p class="measure">{t('youAsked')}</p>
              <ActionButton ui={ui} action={at('/readers/note')} kind="main">{t('takeNote')}</ActionButton>
            </>
          )}
          <Signed ui={ui} view={view} />
        </Section>
      ) : null}
      {view.readers.length === 0 ? <EmptyState title={t('noReaders')} /> : (
        <Section title={t('read')} aside={t('readersNote')}>
          <Progress label={t('read')} value={read} max={view.readers.length} words={t('readOf', { n: read, all: view.readers.length })} />
          {left > 0 && writes ? <ActionButton ui={ui} action={at('/readers/remind')}>{t('remind')}</ActionButton> : null}
          <Table caption={t('readers')} captionHidden rows={ordered} rowKey={({ personId }) => String(personId)}
            columns={[
              { key: 'name', head: t('name'), kind: 'main', cell: ({ name }) => name },
              { key: 'unit', head: t('unit'), cell: ({ unitId }) => units.get(unitId) ?? '' },
              { key: 'read', head: t('read'), cell: ({ readAt }) => (readAt ? <StateMark kind="done">{momentWords(ui.lang, readAt)}</StateMark> : <StateMark kind="wait">{t('unread')}</StateMark>) },
            ]} />
        </Section>
      )}
      <Pager print />
    </div>
  );
}

/** What is taken note of: the lines as signed. */
function Signed({ ui, view }: { ui: Ui; view: CardView }): VNode | null {
  const t = messages.in(ui.lang);
  if (!view.signed) return null;
  return (
    <Table caption={t('lines')} captionHidden rows={view.signed.content.lines} rowKey={({ title }) => title}
      columns={[
        { key: 'line', head: t('line'), kind: 'main', cell: ({ title }) => title },
        { key: 'weight', head: t('weight'), kind: 'num', cell: ({ weight }) => weight },
        { key: 'levels', head: t('levels'), cell: ({ levels }) => <LevelSteps label={t('levels')} values={levels} /> },
      ]} />
  );
}

export const noteAction = defineAction({
  path: '/performance/scorecards/:id/readers/note',
  permission: 'performance.read',
  params: cardParams,
  form: emptyForm,
  page: readersPage,
  async run(tx, { params, services }) {
    const found = await load(tx, params.id, services);
    if (!found?.view.signed) return notFound(m('notFound'));
    const { view, me } = found;
    if (!me || !view.signed) return fail('NOT_A_READER', m('notReader'), { status: 403 });
    await takeNote(tx, view.signed.id, services.clock.now());
    return ok({
      audit: { action: 'performance.agreement-read', subject: { type: 'performance.scorecard', id: params.id }, unitId: view.card.unitId, detail: { version: view.signed.version } },
      goTo: cardHref(params.id, '/readers'), flash: m('noted'),
    });
  },
});

export const remindAction = defineAction({
  path: '/performance/scorecards/:id/readers/remind',
  permission: 'performance.report',
  params: cardParams,
  form: emptyForm,
  page: readersPage,
  async run(tx, { params, services }) {
    const found = await load(tx, params.id, services);
    if (!found || !found.writes) return notFound(m('notFound'));
    const { view } = found;
    const left = view.readers.filter(({ readAt }) => readAt === null).map(({ personId }) => personId);
    if (left.length === 0) return fail('ALL_READ', m('allRead'), { status: 409 });
    await notify(tx, left, m('news.remind', { year: view.card.fiscalYear, unit: view.unit.abbreviation || view.unit.name }), cardHref(params.id, '/readers'), { kind: scorecardNews });
    return ok({
      audit: { action: 'performance.agreement-reminded', subject: { type: 'performance.scorecard', id: params.id }, unitId: view.card.unitId, detail: { people: left } },
      goTo: cardHref(params.id, '/readers'), flash: m('reminded', { n: left.length }),
    });
  },
});
