// Drafts that the actor has to do with: of the unit, opened to it by others, before him to be signed.
import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Tabs } from '../../../../ui/components/tabs.tsx';
import { formOfLetter } from '../../domain/forms.ts';
import { draftHref } from '../../href.ts';
import { messages as shared } from '../../messages.ts';
import { ownUnits } from '../../office.ts';
import { address, instantText, urgencyStamp } from '../../shown.tsx';
import { countDrafts, draftLists, listedDrafts } from '../../store/shares.ts';
import type { DraftList, ListedDraft } from '../../store/shares.ts';
import { messages as compose } from '../compose-letter/messages.ts';
import { messages } from './messages.ts';

const most = 200;

interface Data {
  readonly list: DraftList;
  readonly counts: Readonly<Record<DraftList, number>>;
  readonly rows: readonly ListedDraft[];
}

export const listDraftsPage = definePage({
  path: '/drafts',
  permission: 'correspondence.draft',
  query: z.object({ list: z.enum(draftLists).optional().catch(undefined) }),
  async load(tx, { query, services }) {
    const units = (await ownUnits(tx, 'correspondence.draft', services.clock.today())).map((unit) => unit.id);
    const list = query.list ?? 'unit';
    return ok<Data>({ list, counts: await countDrafts(tx, units), rows: await listedDrafts(tx, list, units, most) });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: DraftsView,
});

const hrefOf = (list: DraftList, id: number): string => draftHref(id, list === 'unit' ? '' : list === 'shared' ? '/together' : '/check');

function DraftsView({ list, counts, rows }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const c = compose.in(ui.lang);
  return (
    <div class="stack">
      <PageHead title={t('title')} crumbs={[{ label: shared.in(ui.lang)('sentLetters'), href: '/sent-letters' }, { label: t('title') }]} actions={<ButtonLink kind="main" href="/drafts/new">{t('compose')}</ButtonLink>} />
      <Tabs label={t('title')} items={draftLists.filter((one) => one !== 'taken' || ui.actor.takenOver !== undefined).map((one) => ({ label: t(one), href: address('/drafts', { list: one === 'unit' ? undefined : one }), count: counts[one], current: one === list }))} />
      {counts[list] > rows.length ? <p class="quiet">{t('cut', { n: rows.length })}</p> : null}
      <Table caption={t(list)} captionHidden rows={rows} rowKey={(row) => String(row.id)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} columns={[
        { key: 'subject', head: shared.in(ui.lang)('subject'), kind: 'main', cell: (row) => <>{urgencyStamp(row.urgency)} <a href={hrefOf(list, row.id)}>{row.subject || t('untitled')}</a><div class="quiet small">{c(`name.${formOfLetter(row).key}`)}</div></> },
        { key: 'by', head: t('by'), cell: (row) => <>{row.draftedByName}{row.draftedBy === ui.actor.id ? <div class="quiet small">{t('mine')}</div> : <div class="quiet small">{row.from}</div>}</> },
        { key: 'version', head: t('version'), cell: (row) => <>{row.version > 0 ? t('versionBy', { n: row.version, name: row.savedByName ?? '' }) : null}<div class="quiet small">{instantText(ui, row.changedAt)}</div></> },
        { key: 'remarks', head: t('remarks'), kind: 'num', cell: (row) => (row.openRemarks > 0 ? <a href={draftHref(row.id, '/together#comments')}>{row.openRemarks}</a> : '') },
        { key: 'state', head: t('state'), cell: (row) => (row.unanswered ? <StateMark kind="risk" wrap>{t('notLooked')}</StateMark> : row.forSignatureAt ? <StateMark kind="going" wrap>{t('submitted')}</StateMark> : <StateMark kind="wait" wrap>{t('writing')}</StateMark>) },
      ]} />
    </div>
  );
}
