// Writing a circular: the form, and beside it the sheet as it will be. The draft is kept for the whole unit.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { FormSection } from '../../../../ui/components/form.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PaperDesk } from '../../../../ui/layouts/desk.tsx';
import { textOf } from '../../domain/body-text.ts';
import { urgencies } from '../../domain/kinds.ts';
import { printedReference } from '../../domain/reference.ts';
import { draftHref } from '../../href.ts';
import { LetterSheet } from '../../letter-sheet.tsx';
import { messages as shared } from '../../messages.ts';
import { letterParams, optionalId } from '../../params.ts';
import { urgencyWords } from '../../shown.tsx';
import { LetterLint } from '../lint-letter/findings.tsx';
import { BodyTools } from '../write-body/tools.tsx';
import { composeForm } from './form.ts';
import { loadCompose, ownDraft } from './load.ts';
import type { ComposeData } from './load.ts';
import { messages } from './messages.ts';

export const newDraftPage = definePage({
  path: '/drafts/new',
  permission: 'correspondence.draft',
  frame: 'full',
  query: z.object({ unit: optionalId }),
  load: (tx, { query, services }) => loadCompose(tx, null, query.unit, services.clock.today()),
  title: (_data, ui) => messages.in(ui.lang)('newTitle'),
  view: ComposeView,
});

export const editDraftPage = definePage({
  path: '/drafts/:id',
  permission: 'correspondence.draft',
  frame: 'full',
  params: letterParams,
  async load(tx, { params, services }) {
    const draft = await ownDraft(tx, params.id);
    return draft ? loadCompose(tx, draft, undefined, services.clock.today()) : notFound();
  },
  title: (_data, ui) => messages.in(ui.lang)('editTitle'),
  view: ComposeView,
});

function ComposeView(data: ComposeData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { draft } = data;
  const title = draft ? t('editTitle') : t('newTitle');
  const signer = data.signers.find((one) => one.id === draft?.signerPositionId);
  const sheet = (
    <div id="letter-preview">
      <LetterSheet letter={{
        urgency: draft?.urgency ?? 'ordinary', fromText: draft?.fromText ?? data.unit.label, reference: '', letterDate: null, subject: draft?.subject ?? '',
        salutation: draft?.salutation ?? 'เรียน', toText: draft?.toText ?? '', paragraphs: draft?.content.paragraphs ?? [],
        enclosures: draft?.enclosures.map((one) => one.label) ?? [], signer: signer ? { name: signer.name ?? '', title: signer.title, acting: signer.acting } : null,
      }} />
    </div>
  );
  return (
    <PaperDesk
      crumbs={[{ label: s('sentLetters'), href: '/sent-letters' }, { label: title }]}
      paper={sheet}
      side={<div class="stack" id="acts"><h1>{title}</h1><ComposeForm data={data} ui={ui} /></div>}
      jump={{ href: '#acts', label: title }}
      live
    />
  );
}

function ComposeForm({ data, ui }: { data: ComposeData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { draft, units, unit } = data;
  const action = draft ? draftHref(draft.id) : '/drafts/new';
  const common = { ui, action, form: composeForm };
  const head = data.signers.find((one) => one.personId !== null) ?? data.signers[0];
  const files = draft?.enclosures.filter((one) => one.type === 'platform.file') ?? [];
  return (
    <ActionForm ui={ui} action={action} form={composeForm} guard previewUrl="/drafts/preview" previewTarget="letter-preview" draft={draft ? undefined : 'circular-new'}>
      {draft?.replaces ? (
        <Notice title={t('replaces', { reference: printedReference(data.replaces ?? '') })}>{t('reason', { reason: draft.replaces.reason })}</Notice>
      ) : null}
      {units.length === 1 || draft
        ? <input type="hidden" name="fromUnit" value={String(unit.id)} />
        : <FormField {...common} name="fromUnit" as="select" value={unit.id} hint={t('fromUnitHint')} options={units.map((one) => ({ value: String(one.id), label: one.label }))} />}
      <FormField {...common} name="signer" as="select" value={draft ? draft.signerPositionId : head?.id} empty={t('chooseSigner')} options={data.signers.map((one) => ({ value: String(one.id), label: one.label }))} />
      <FormField {...common} name="urgency" as="radios" arrange="row" value={draft?.urgency ?? 'ordinary'} options={urgencies.map((one) => ({ value: one, label: ui.text(urgencyWords[one]) }))} />
      <FormField {...common} name="subject" value={draft?.subject} />
      <Recipients data={data} ui={ui} action={action} />
      <BodyTools />
      <FormField {...common} name="body" value={draft ? textOf(draft.content.paragraphs) : undefined} rows={12} />
      <LetterLint subKind="memo" enclosures={draft?.enclosures.filter((one) => one.type !== 'platform.file').map((one) => one.label)} />
      <FormField {...common} name="respondBy" value={draft?.respondBy} />
      {files.length > 0 ? <FormField {...common} name="keepFiles" value={files.map((one) => String(one.id))} options={files.map((one) => ({ value: String(one.id), label: one.label }))} /> : null}
      <FormField {...common} name="newFiles" />
      <ButtonRow>
        <Button kind="main" name="then" value="preview">{t('saveAndPreview')}</Button>
        <Button>{t('saveDraft')}</Button>
        <ButtonLink kind="quiet" href="/sent-letters">{s('cancel')}</ButtonLink>
      </ButtonRow>
    </ActionForm>
  );
}

function Recipients({ data, ui, action }: { data: ComposeData; ui: Ui; action: string }): VNode {
  const t = messages.in(ui.lang);
  const { draft, book, groups } = data;
  const common = { ui, action, form: composeForm };
  const chosen = (kind: string) => draft?.addressees.filter((one) => one.kind === kind).map((one) => String(one.targetId)) ?? [];
  const asOptions = (list: readonly { id: number; label: string; name?: string }[]) => list.map((one) => ({ value: String(one.id), label: one.label, ...(one.name && one.name !== one.label ? { hint: one.name } : {}) }));
  // Printed words that were made from the names are made again, so that they follow the choice.
  const typedTo = draft && draft.toText !== '' && !draft.addressees.every((one) => draft.toText.includes(one.label)) ? draft.toText : '';
  return (
    <FormSection title={t('toSection')} note={t('toNote')}>
      <FormField {...common} name="allUnits" value={draft?.addressees.some((one) => one.kind === 'all-units') ?? false} />
      {groups.length > 0 ? <FormField {...common} name="groups" value={chosen('group')} options={groups.map((group) => ({ value: String(group.id), label: `${group.name} (${group.members})` }))} /> : null}
      <Folded label={t('units')} count={chosen('unit').length}><FormField {...common} name="units" arrange="two" value={chosen('unit')} options={asOptions(book.units)} labelHidden /></Folded>
      <Folded label={t('positions')} count={chosen('position').length}><FormField {...common} name="positions" arrange="two" value={chosen('position')} options={asOptions(book.positions)} labelHidden /></Folded>
      {book.committees.length > 0 ? (
        <Folded label={t('committees')} count={chosen('committee').length}><FormField {...common} name="committees" value={chosen('committee')} options={asOptions(book.committees)} labelHidden /></Folded>
      ) : null}
      <FormField {...common} name="toText" value={typedTo} />
    </FormSection>
  );
}

/** A long list of choices, shut until it is wanted. */
function Folded({ label, count, children }: { label: string; count: number; children: VNode }): VNode {
  return <details open={count > 0}><summary>{count > 0 ? `${label} (${count})` : label}</summary>{children}</details>;
}
