// The head's one screen: where the department stands, what asks for an eye, and every line. A phone comes first.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import type { Services } from '../../../../../platform/services.ts';
import { fiscalYear, localDate } from '../../../../../thai/index.ts';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { StateMark, type StateKind } from '../../../../../ui/components/state-mark.tsx';
import { listCycles } from '../../../store/cycles.ts';
import { attentionOf, type Attention } from '../../attention.ts';
import { readYear, yearParams, type ScoredYear } from '../../load.ts';
import { DrawingKey } from '../../drawings.tsx';
import { messages as shared } from '../../messages.ts';
import { LineTable, TotalHead } from '../../sheet-view.tsx';
import { ScoreTabs, YearSwitch } from '../../shown.tsx';
import { messages } from './messages.ts';
import { notedRiskSource, questionSource } from './room-sources.ts';
import { newsSource, riskSource, roundSource } from './sources.ts';

export interface HeadPage {
  readonly scored: ScoredYear | undefined;
  readonly attention: readonly Attention[];
  /** The current fiscal year, when it has no sheet and another one is shown. */
  readonly notBegun: number | undefined;
}

async function readHead(tx: ReadTx, services: Services, year: number, wanted = year): Promise<HeadPage> {
  const scored = await readYear(tx, year, services);
  return { scored, attention: scored ? await attentionOf(tx, scored, [roundSource, riskSource, notedRiskSource, questionSource, newsSource]) : [], notBegun: wanted === year ? undefined : wanted };
}

/** The current fiscal year, or the latest one that was begun. */
export const currentPage = definePage({
  path: '/performance',
  permission: 'performance.read',
  query: z.object({}),
  async load(tx, { services }) {
    const years = (await listCycles(tx)).map((cycle) => cycle.fiscalYear);
    const wanted = fiscalYear(localDate(services.clock.today()));
    return ok(await readHead(tx, services, years.includes(wanted) ? wanted : (years[0] ?? wanted), wanted));
  },
  title: (_data, ui) => ui.text(shared.words('module')),
  view: HeadView,
});

export const headPage = definePage({
  path: '/performance/:year',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, services }) {
    const found = await readHead(tx, services, params.year);
    return found.scored ? ok(found) : notFound(shared.words('noYear'));
  },
  title: (data, ui) => ui.text(shared.words('yearTitle', { year: data.scored?.year ?? '' })),
  view: HeadView,
});

function HeadView({ scored, attention, notBegun }: HeadPage, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  if (!scored) return <div class="stack-l"><PageHead title={s('module')} /><EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState></div>;
  const { year, years, sheet } = scored;
  return (
    <div class="stack">
      <PageHead title={s('yearTitle', { year })} />
      {notBegun === undefined ? null : <Notice>{t('noneYear', { year: notBegun })}</Notice>}
      <div class="score-head">
        <TotalHead ui={ui} sheet={sheet} />
        <section class="score-attention" aria-label={t('attention')}>
          {attention.length === 0 ? <p class="quiet">{t('nothing')}</p> : <AttentionList ui={ui} attention={attention} />}
        </section>
      </div>
      <ScoreTabs ui={ui} year={year} at="" />
      <Section title={t('lines')} aside={<YearSwitch ui={ui} years={years} year={year} />}><LineTable ui={ui} scored={scored} /><DrawingKey ui={ui} /></Section>
      <Section title={t('tryTitle')}>
        <p class="measure">{t('tryText')} <a href={`/performance/${year}/what-if`}>{t('tryLink')}</a></p>
      </Section>
      <Pager print extra={[{ label: t('compare'), href: '/performance/frameworks/compare' }]} />
    </div>
  );
}

const marks: Readonly<Record<Attention['kind'], StateKind>> = { late: 'late', due: 'wait', risk: 'risk', question: 'wait', news: 'going' };

/** So many of a kind stand open; the rest is folded, so that the whole is read at a glance. */
const open = 2;

function AttentionList({ ui, attention }: { ui: Ui; attention: readonly Attention[] }): VNode {
  const t = messages.in(ui.lang);
  const link = (one: Attention) => <a href={one.href}>{ui.text(one.words)}</a>;
  return (
    <ul class="stack-s">
      {[...Map.groupBy(attention, ({ kind }) => kind)].map(([kind, found]) => (
        <li>
          <StateMark kind={marks[kind]}>{t(kind)}{found.length > 1 ? ` ${found.length}` : ''}</StateMark>
          {found.slice(0, open).map((one) => <div>{link(one)}</div>)}
          {found.length > open ? <details class="fold small"><summary>{t('more', { n: found.length - open })}</summary><ul>{found.slice(open).map((one) => <li>{link(one)}</li>)}</ul></details> : null}
        </li>
      ))}
    </ul>
  );
}
