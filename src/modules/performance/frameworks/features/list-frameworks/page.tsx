// Frameworks by year and kind of agency: state, how much of each is known, what its check finds.
import type { VNode } from 'preact';
import { z } from 'zod';
import { can } from '../../../../../platform/access/actor.ts';
import { ActionForm } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { ok } from '../../../../../platform/result.ts';
import { Button, ButtonLink } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { QuickFilters } from '../../../../../ui/components/tabs.tsx';
import { agencyKinds } from '../../domain/agency.ts';
import { agencyWords } from '../../domain/copy.ts';
import { checkFramework } from '../../../domain/framework/check-framework.ts';
import { usable } from '../../../domain/finding.ts';
import { shippedFrameworks } from '../../../domain/framework/years/shipped.ts';
import { findingCount } from '../../../shown.tsx';
import { messages as shared } from '../../messages.ts';
import { EditionState, frameworkHref, frameworksHref, FrameworkTabs, NoteCounts } from '../../shown.tsx';
import { listFrameworks, type KeptFramework } from '../../store/frameworks.ts';
import { bringForm } from './form.ts';
import { messages } from './messages.ts';

interface Data {
  readonly all: readonly KeptFramework[];
  readonly shown: readonly KeptFramework[];
  readonly agency: (typeof agencyKinds)[number] | undefined;
  /** Shipped years that no edition of the house has. */
  readonly offered: readonly number[];
  readonly keeps: boolean;
}

export const listPage = definePage({
  path: frameworksHref,
  permission: 'performance.read',
  query: z.object({ agency: z.enum(agencyKinds).optional().catch(undefined) }),
  async load(tx, { query, actor }) {
    const all = await listFrameworks(tx);
    const has = (year: number) => all.some(({ fiscalYear, agency }) => fiscalYear === year && agency === 'department');
    return ok({
      all, shown: all.filter(({ agency }) => query.agency === undefined || agency === query.agency), agency: query.agency,
      offered: shippedFrameworks.map(({ fiscalYear }) => fiscalYear).filter((year) => !has(year)), keeps: can(actor, 'performance.keep'),
    });
  },
  title: (_data, ui) => ui.text(messages.words('title')),
  view: ListView,
});

function ListView({ all, shown, agency, offered, keeps }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const weights = ({ content }: KeptFramework) => (content.components.length === 0 ? s('unknown') : content.components.map(({ weight }) => weight ?? '?').join(' / '));
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={t('sub')}
        actions={keeps ? <><ButtonLink kind="main" href={`${frameworksHref}/new`}>{t('add')}</ButtonLink><ButtonLink href={`${frameworksHref}/import`}>{t('import')}</ButtonLink></> : undefined} />
      <FrameworkTabs ui={ui} at="list" />
      <QuickFilters label={s('agency')} items={[
        { label: t('all'), href: frameworksHref, count: all.length, current: agency === undefined },
        ...agencyKinds.map((kind) => ({ label: ui.text(agencyWords(kind)), href: `${frameworksHref}?agency=${kind}`, count: all.filter((one) => one.agency === kind).length, current: agency === kind })),
      ]} />
      <Table caption={t('title')} captionHidden rows={shown} rowKey={({ id }) => String(id)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        columns={[
          { key: 'year', head: s('year'), kind: 'main', cell: (one) => <a href={frameworkHref(one.id)}>{one.fiscalYear}</a> },
          { key: 'agency', head: s('agency'), cell: (one) => <>{ui.text(agencyWords(one.agency))} <span class="quiet nowrap">{s('editionOf', { n: one.edition })}</span></> },
          { key: 'weights', head: t('weights'), kind: 'nowrap', cell: weights },
          { key: 'state', head: t('state'), cell: (one) => <><EditionState ui={ui} state={one.state} />{one.cycles > 0 ? <div class="quiet small">{t('cycles', { n: one.cycles })}</div> : null}</> },
          { key: 'known', head: t('known'), cell: (one) => <NoteCounts ui={ui} notes={one.content.notes} /> },
          { key: 'findings', head: t('findings'), cell: (one) => <CheckMark ui={ui} one={one} /> },
        ]} />
      {keeps && offered.length > 0 ? (
        <Section title={t('shipped')}>
          <p class="quiet measure">{t('shippedText')}</p>
          <ActionForm ui={ui} action={`${frameworksHref}/shipped`} form={bringForm} class="btn-row">
            {offered.map((year) => <Button name="year" value={String(year)}>{t('bring', { year })}</Button>)}
          </ActionForm>
        </Section>
      ) : null}
    </div>
  );
}

function CheckMark({ ui, one }: { ui: Ui; one: KeptFramework }): VNode {
  const findings = checkFramework(one.content);
  if (findings.length === 0) return <StateMark kind="done">{messages.in(ui.lang)('passed')}</StateMark>;
  return <StateMark kind={usable(findings) ? 'risk' : 'late'} wrap>{findingCount(ui, findings)}</StateMark>;
}
