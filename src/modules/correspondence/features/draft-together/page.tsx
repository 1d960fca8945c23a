// A draft that several people write: who may, every version with the difference between any two, and what was said.
import { standsFor } from '../../../../platform/access/actor.ts';
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionButton, ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { DiffText } from '../../../../ui/components/diff-text.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { draftDifference } from '../../domain/draft-difference.ts';
import type { PartDifference } from '../../domain/draft-difference.ts';
import { fieldNames } from '../../field-names.ts';
import { draftHref } from '../../href.ts';
import { messages as shared } from '../../messages.ts';
import { addressBook } from '../../office.ts';
import type { AddressChoice } from '../../office.ts';
import { letterParams } from '../../params.ts';
import { instantText } from '../../shown.tsx';
import type { Draft } from '../../store/drafts.ts';
import { sharesOf } from '../../store/shares.ts';
import type { Share } from '../../store/shares.ts';
import { commentsOf, findVersion, versionsOf } from '../../store/versions.ts';
import type { Comment, Version } from '../../store/versions.ts';
import { ownDraft } from '../compose-letter/load.ts';
import { commentForm, shareForm } from './form.ts';
import { messages } from './messages.ts';

interface Data {
  readonly draft: Draft;
  readonly versions: readonly Version[];
  readonly comments: readonly Comment[];
  readonly compared: { readonly from: number; readonly to: number; readonly parts: readonly PartDifference[] } | null;
  readonly units: readonly AddressChoice[];
  readonly mine: boolean;
  readonly shares: readonly Share[];
  /** It waits for somebody of a unit that the actor stands for. */
  readonly waits: boolean;
}

const versionNumber = z.coerce.number().int().min(1).max(100_000).optional().catch(undefined);

export const togetherPage = definePage({
  path: '/drafts/:id/together',
  permission: 'correspondence.draft',
  params: letterParams,
  query: z.object({ from: versionNumber, to: versionNumber }),
  async load(tx, { params, query, services }) {
    const draft = await ownDraft(tx, params.id);
    if (!draft) return notFound();
    const versions = await versionsOf(tx, draft.id);
    const [newest, before] = versions;
    const from = query.from ?? before?.n;
    const to = query.to ?? newest?.n;
    const old = from === undefined ? undefined : await findVersion(tx, draft.id, from);
    const now = to === undefined ? undefined : await findVersion(tx, draft.id, to);
    const shares = await sharesOf(tx, draft.id);
    return ok<Data>({
      shares, waits: shares.some((one) => one.answeredAt === null && standsFor(tx.actor, one.unitId)),
      draft, versions, comments: await commentsOf(tx, draft.id), mine: standsFor(tx.actor, draft.fromUnitId),
      compared: old && now && from !== undefined && to !== undefined ? { from, to, parts: draftDifference(old, now) } : null,
      units: (await addressBook(tx, services.clock.today())).units.filter((unit) => unit.id !== draft.fromUnitId),
    });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: (data: Data, ui) => {
    const t = messages.in(ui.lang);
    return (
      <div class="stack">
        <PageHead title={t('title')} sub={data.draft.subject} crumbs={[{ label: shared.in(ui.lang)('sentLetters'), href: '/sent-letters' }, { label: data.draft.subject, href: draftHref(data.draft.id) }]} />
        <ButtonRow><ButtonLink href={draftHref(data.draft.id)}>{t('edit')}</ButtonLink><ButtonLink href={draftHref(data.draft.id, '/check')}>{t('check')}</ButtonLink></ButtonRow>
        {data.waits ? <Notice title={t('lookNote')}><ActionButton ui={ui} action={draftHref(data.draft.id, '/looked-at')}>{t('look')}</ActionButton></Notice> : null}
        <Difference data={data} ui={ui} />
        <Versions data={data} ui={ui} />
        <Comments data={data} ui={ui} />
        <ShareForm data={data} ui={ui} />
      </div>
    );
  },
});

type Part = { readonly data: Data; readonly ui: Ui };

function partName(part: string, ui: Ui): string {
  const t = messages.in(ui.lang);
  switch (part) {
    case 'subject': case 'toText': case 'salutation': case 'body': case 'files': return t(`part.${part}`);
    default: { const words = Object.entries(fieldNames).find(([key]) => key === part)?.[1]; return words ? ui.text(words) : part; }
  }
}

function Difference({ data: { draft, versions, compared }, ui }: Part): VNode | null {
  const t = messages.in(ui.lang);
  if (!compared) return null;
  const stands = versions.find((one) => one.standing === 'current')?.n;
  return (
    <Section title={t('difference', { from: compared.from, to: compared.to })} id="difference">
      {compared.parts.length === 0 ? <p class="quiet">{t('same')}</p> : compared.parts.map((one) => (
        <div class="stack-s"><h3>{partName(one.part, ui)}</h3><p class="pre" lang="th"><DiffText runs={one.runs} /></p></div>
      ))}
      {compared.to !== stands ? <ActionButton ui={ui} action={draftHref(draft.id, `/versions/${compared.to}/restore`)} kind="main">{t('restore', { n: compared.to })}</ActionButton> : null}
    </Section>
  );
}

function Versions({ data: { draft, versions, compared }, ui }: Part): VNode {
  const t = messages.in(ui.lang);
  const stands = versions.find((one) => one.standing === 'current')?.n;
  const options = versions.map((one) => ({ value: String(one.n), label: `${one.n} ${one.savedByName} ${instantText(ui, one.savedAt)}` }));
  return (
    <Section title={t('versions')}>
      {versions.length > 1 ? (
        <form action={draftHref(draft.id, '/together')} method="get" class="filter-bar">
          <Select name="from" label={t('from')} options={options} value={String(compared?.from ?? versions[1]?.n)} />
          <Select name="to" label={t('to')} options={options} value={String(compared?.to ?? versions[0]?.n)} />
          <Button>{t('compare')}</Button>
        </form>
      ) : null}
      <Table caption={t('versions')} captionHidden rows={versions} rowKey={(row) => String(row.n)} empty={<EmptyState title={t('noVersions')}>{t('noVersionsText')}</EmptyState>} columns={[
        { key: 'n', head: t('n'), kind: 'num', cell: (row) => row.n },
        { key: 'by', head: t('savedBy'), kind: 'main', cell: (row) => row.savedByName },
        { key: 'at', head: t('savedAt'), cell: (row) => instantText(ui, row.savedAt) },
        { key: 'state', head: t('standing'), cell: (row) => (row.standing === 'aside' ? <StateMark kind="risk" wrap>{t('aside', { n: row.basedOn ?? 0 })}</StateMark> : row.n === stands ? <StateMark kind="done">{t('current')}</StateMark> : <span class="quiet">{t('earlier')}</span>) },
      ]} />
    </Section>
  );
}

function Comments({ data: { draft, comments }, ui }: Part): VNode {
  const t = messages.in(ui.lang);
  const action = draftHref(draft.id, '/comments');
  const common = { ui, action, form: commentForm };
  return (
    <Section title={t('comments')} id="comments">
      {comments.length === 0 ? <p class="quiet">{t('noComments')}</p> : (
        <ul class="plain-list stack">
          {comments.map((one) => (
            <li class="stack-s">
              {one.quote ? <p class="quiet">“{one.quote}”</p> : null}
              <p class="pre">{one.words}</p>
              <p class="quiet small">{t('by', { name: one.saidByName, at: instantText(ui, one.saidAt) })}{one.resolvedAt ? ` ${t('resolvedBy', { name: one.resolvedByName ?? '', at: instantText(ui, one.resolvedAt) })}` : ''}</p>
              {one.resolvedAt ? null : <ActionButton ui={ui} action={draftHref(draft.id, `/comments/${one.id}/resolve`)}>{t('resolve')}</ActionButton>}
            </li>
          ))}
        </ul>
      )}
      <ActionForm ui={ui} action={action} form={commentForm} scope="comment">
        <FormField {...common} name="quote" />
        <FormField {...common} name="words" rows={3} />
        <ButtonRow><Button>{t('say')}</Button></ButtonRow>
      </ActionForm>
    </Section>
  );
}

/** The units that it is open to, and who of each has looked. */
function Shared({ data: { shares, units }, ui }: Part): VNode | null {
  const t = messages.in(ui.lang);
  if (shares.length === 0) return null;
  return <ul class="plain-list">{shares.map((one) => <li><span>{units.find((unit) => unit.id === one.unitId)?.label}</span>{one.answeredAt ? <span class="quiet">{t('answeredBy', { name: one.answeredBy ?? '', at: instantText(ui, one.answeredAt) })}</span> : <StateMark kind="wait">{t('notAnswered')}</StateMark>}</li>)}</ul>;
}

function ShareForm({ data, ui }: Part): VNode | null {
  const t = messages.in(ui.lang);
  const { draft, units, mine } = data;
  const action = draftHref(draft.id, '/share');
  if (!mine) return null;
  if (draft.secrecy !== 'none') return <Section title={t('units')}><p>{t('secretNotShared')}</p></Section>;
  return (
    <Section title={t('units')} id="share">
      <p class="quiet">{t('unitsNote')}</p>
      <Shared data={data} ui={ui} />
      <ActionForm ui={ui} action={action} form={shareForm} scope="share">
        <FormField ui={ui} action={action} form={shareForm} name="units" arrange="two" labelHidden value={draft.draftUnits.map(String)} options={units.map((one) => ({ value: String(one.id), label: one.label, ...(one.name === one.label ? {} : { hint: one.name }) }))} />
        <ButtonRow><Button>{t('share')}</Button></ButtonRow>
      </ActionForm>
    </Section>
  );
}
