// One framework, readable and printable; what can be done with it stands at its head and foot.
import type { VNode } from 'preact';
import { z } from 'zod';
import { can } from '../../../../../platform/access/actor.ts';
import { ActionForm } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { momentWords } from '../../../../../platform/when.ts';
import { Button, ButtonLink } from '../../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../../ui/components/definition-list.tsx';
import { FilterBar } from '../../../../../ui/components/filter-bar.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Panel, Section } from '../../../../../ui/components/panel.tsx';
import { Select } from '../../../../../ui/components/select.tsx';
import { Timeline } from '../../../../../ui/components/timeline.tsx';
import { checkFramework } from '../../../domain/framework/check-framework.ts';
import { usable, type Finding } from '../../../domain/finding.ts';
import { FindingList } from '../../../shown.tsx';
import { agencyWords } from '../../domain/copy.ts';
import { words } from '../../domain/place-words.ts';
import { messages as shared } from '../../messages.ts';
import { EditionState, editionWords, frameworkHref, frameworksHref, NoteCounts } from '../../shown.tsx';
import { historyOf, keptFramework, listFrameworks, type FrameworkEvent, type KeptFramework } from '../../store/frameworks.ts';
import { DifferenceTable } from './differences.tsx';
import { messages } from './messages.ts';
import { Calculation, Components, OtherNotes, Rules, ScaleAndClasses } from './sections.tsx';

export const frameworkParams = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });

interface Data {
  readonly kept: KeptFramework;
  readonly findings: readonly Finding[];
  readonly keeps: boolean;
  readonly others: readonly KeptFramework[];
  /** Edition that it is compared with. */
  readonly against: KeptFramework | undefined;
  readonly history: readonly FrameworkEvent[];
}

export const showPage = definePage({
  path: `${frameworksHref}/:id`,
  permission: 'performance.read',
  params: frameworkParams,
  query: z.object({ against: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined) }),
  async load(tx, { params, query, actor }) {
    const kept = await keptFramework(tx, params.id);
    if (!kept) return notFound(shared.words('gone'));
    const others = (await listFrameworks(tx)).filter(({ id }) => id !== kept.id);
    return ok({ kept, findings: checkFramework(kept.content), keeps: can(actor, 'performance.keep'), others, against: others.find(({ id }) => id === query.against), history: await historyOf(tx, kept.id) });
  },
  title: ({ kept }, ui) => ui.text(kept.content.name),
  view: FrameworkView,
});

function FrameworkView({ kept, findings, keeps, others, against, history }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { content: framework, state } = kept;
  const part = { ui, framework };
  return (
    <div class="stack-l">
      <PageHead title={ui.text(framework.name)} sub={<span class="cluster cluster-wide"><EditionState ui={ui} state={state} /><NoteCounts ui={ui} notes={framework.notes} /></span>}
        crumbs={[{ label: s('room'), href: frameworksHref }, { label: `${kept.fiscalYear} ${ui.text(agencyWords(kept.agency))}` }]}
        actions={keeps ? (
          <>
            {state === 'draft' ? <ButtonLink kind="main" href={frameworkHref(kept.id, '/edit')}>{t('edit')}</ButtonLink> : null}
            <ButtonLink href={`${frameworksHref}/new?from=${kept.id}`}>{t('copy')}</ButtonLink>
          </>
        ) : undefined} />
      {state === 'used' ? <Kept ui={ui} kept={kept} keeps={keeps} /> : null}
      <DefinitionList items={[
        { term: s('year'), value: String(kept.fiscalYear) }, { term: s('agency'), value: ui.text(agencyWords(kept.agency)) }, { term: s('edition'), value: String(kept.edition) },
        { term: t('usedOn'), value: kept.usedAt ? momentWords(ui.lang, kept.usedAt) : undefined }, { term: t('changed'), value: state === 'draft' ? momentWords(ui.lang, kept.changedAt) : undefined },
        { term: t('cycles'), value: kept.cycles > 0 ? t('cyclesOf', { n: kept.cycles }) : undefined },
      ]} />
      {findings.length > 0 ? <Section title={t('check')}><FindingList ui={ui} findings={findings} inputOf={() => undefined} /></Section> : null}
      <Components {...part} />
      <Rules {...part} />
      <ScaleAndClasses {...part} />
      <Calculation {...part} />
      <OtherNotes {...part} />
      <div class="stack" data-no-print="">
        {others.length > 0 ? (
          <FilterBar action={frameworkHref(kept.id)}>
            <Select name="against" label={t('against')} value={against ? String(against.id) : ''} empty="-" size="m" optional options={others.map((one) => ({ value: String(one.id), label: editionWords(ui, one) }))} />
          </FilterBar>
        ) : null}
        {against ? <Section title={t('differences', { name: editionWords(ui, against) })}><DifferenceTable ui={ui} before={against.content} after={framework} heads={[t('before'), t('after')]} /></Section> : null}
      </div>
      <History ui={ui} history={history} />
      {keeps && state === 'draft' ? <DraftActs ui={ui} kept={kept} findings={findings} /> : null}
      <Pager print extra={[{ label: t('file'), href: frameworkHref(kept.id, '/file.json'), download: true }]} />
    </div>
  );
}

function Kept({ ui, kept, keeps }: { ui: Ui; kept: KeptFramework; keeps: boolean }): VNode {
  const t = messages.in(ui.lang);
  return (
    <div data-no-print="">
      <Notice title={t('keptTitle')}>
        <p>{t('keptText')} {keeps ? <a href={`${frameworksHref}/new?from=${kept.id}&year=${kept.fiscalYear}&agency=${kept.agency}`}>{shared.in(ui.lang)('newEdition')}</a> : null}</p>
      </Notice>
    </div>
  );
}

/** Using a draft, and throwing it away. */
function DraftActs({ ui, kept, findings }: { ui: Ui; kept: KeptFramework; findings: readonly Finding[] }): VNode {
  const t = messages.in(ui.lang);
  const hidden = { rev: String(kept.rev) };
  return (
    <div class="two" data-no-print="">
      <Panel title={t('useTitle')}>
        <p>{t('useText')}</p>
        {usable(findings)
          ? <ActionForm ui={ui} action={frameworkHref(kept.id, '/use')} hidden={hidden} scope="use"><Button>{t('use')}</Button></ActionForm>
          : <p class="quiet">{t('useNot')}</p>}
      </Panel>
      {kept.cycles === 0 ? (
        <Panel title={t('removeTitle')}>
          <p>{t('removeText')}</p>
          <ActionForm ui={ui} action={frameworkHref(kept.id, '/delete')} hidden={hidden} scope="delete"><Button kind="danger">{t('remove')}</Button></ActionForm>
        </Panel>
      ) : null}
    </div>
  );
}

/** Who did what to it, the latest first. */
function History({ ui, history }: { ui: Ui; history: readonly FrameworkEvent[] }): VNode | null {
  const t = messages.in(ui.lang);
  if (history.length === 0) return null;
  return (
    <Section title={t('history')}>
      <Timeline label={t('history')} items={history.map(({ kind, sections, at, personId, personName }) => ({
        text: t(`event.${kind}`), by: personId === 0 ? t('system') : personName, time: momentWords(ui.lang, at), iso: at.toISOString(), note: sections.length > 0 ? sections.map((section) => ui.text(words(section))).join(' · ') : undefined,
      }))} />
    </Section>
  );
}
