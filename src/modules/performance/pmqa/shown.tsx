// What the screens of the room share: tabs, marks, words of points, and who saved what.
import type { ComponentChildren, VNode } from 'preact';
import type { Ui } from '../../../platform/http/ui.ts';
import { dayWords, momentWords } from '../../../platform/when.ts';
import type { Language } from '../../../platform/words.ts';
import { localDate } from '../../../thai/index.ts';
import { Notice } from '../../../ui/components/notice.tsx';
import { PageHead } from '../../../ui/components/page-head.tsx';
import { StateMark, type StateKind } from '../../../ui/components/state-mark.tsx';
import { Tabs } from '../../../ui/components/tabs.tsx';
import { roundedText, scaledText, type Fraction, type Scaled } from '../domain/numbers.ts';
import type { Score } from '../domain/pmqa/score.ts';
import type { AssessmentState } from './domain/states.ts';
import type { YearBasics } from './load.ts';
import { messages } from './messages.ts';
import type { Saved } from './store/answers.ts';

const places = { places: 2, mode: 'half-away' } as const;

/** `282.31`: points are shown with two places. */
export const pointsText = (points: Fraction): string => roundedText(points, places);
export const totalText = (total: Scaled): string => scaledText(total, { places: 2 });

/** `282.31 คะแนน`, or what is certain so far. */
export function scoreWords(lang: Language, { points, least }: Pick<Score, 'points' | 'least'>): string {
  const t = messages.in(lang);
  if (points) return t('points', { n: pointsText(points) });
  return least.n === 0n ? t('missing') : t('atLeast', { n: pointsText(least) });
}

const marks: Readonly<Record<AssessmentState, StateKind>> = { draft: 'void', applied: 'wait', 'self-assessing': 'going', submitted: 'wait', returned: 'risk', assessed: 'done', closed: 'done' };

export function AssessmentMark({ ui, state }: { ui: Ui; state: AssessmentState }): VNode {
  return <StateMark kind={marks[state]} wrap>{messages.in(ui.lang)(`state.${state}`)}</StateMark>;
}

export const yearHref = (year: number, rest = ''): string => `/performance/pmqa/${year}${rest}`;

const tabs = [['tabOverview', ''], ['tabProfile', '/profile'], ['tabResults', '/results'], ['tabNext', '/next'], ['tabDifferences', '/differences'], ['tabPlan', '/plan']] as const;

/** Head and tabs of every page of a year. */
export function YearHead({ ui, year, at, title, sub, actions, crumb }: { ui: Ui; year: number; at?: (typeof tabs)[number][1]; title: ComponentChildren; sub?: ComponentChildren; actions?: ComponentChildren; crumb?: string }): VNode {
  const t = messages.in(ui.lang);
  const above = [{ label: t('module'), href: '/performance/pmqa' }, ...(crumb === undefined ? [{ label: t('year', { year }) }] : [{ label: t('year', { year }), href: yearHref(year) }, { label: crumb }])];
  return (
    <>
      <PageHead title={title} sub={sub} crumbs={above} actions={actions} />
      <Tabs label={t('tabs')} items={tabs.map(([key, rest]) => ({ label: t(key), href: yearHref(year, rest), current: rest === at }))} />
    </>
  );
}

export function savedWords(ui: Ui, saved: Saved | undefined): string {
  const t = messages.in(ui.lang);
  return saved ? t('savedBy', { name: saved.changedByName, when: momentWords(ui.lang, saved.changedAt) }) : t('notSaved');
}

/** What stands in the house, beside the words of somebody who was late: nothing is lost on either side. */
export function SavedMeanwhile({ ui, saved, children }: { ui: Ui; saved: Saved; children: ComponentChildren }): VNode {
  return <Notice kind="warn" title={messages.in(ui.lang)('staleTitle', { name: saved.changedByName, when: momentWords(ui.lang, saved.changedAt) })}>{children}</Notice>;
}

/** Why a part cannot be changed by those who otherwise fill it in. */
export function LockedNotice({ ui, data }: { ui: Ui; data: Pick<YearBasics, 'record' | 'today' | 'fills'> }): VNode | null {
  if (!data.fills) return null;
  const t = messages.in(ui.lang);
  const late = data.today > data.record.closesOn;
  return <Notice>{late ? t('lockedDay', { day: dayWords(ui.lang, localDate(data.record.closesOn)) }) : t('locked', { state: t(`state.${data.record.state}`) })}</Notice>;
}
