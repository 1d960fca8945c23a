// Writing a letter of any form: first which one, then its fields, and beside it the sheet as it will be. The draft is kept for the whole unit.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { MoreParts } from '../../../../ui/components/form.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PaperDesk } from '../../../../ui/layouts/desk.tsx';
import { BodyTools } from '../../body-tools.tsx';
import { textOf } from '../../domain/body-text.ts';
import { formKeys } from '../../domain/forms.ts';
import { printedReference } from '../../domain/reference.ts';
import { draftHref } from '../../href.ts';
import { LetterSheet } from '../../letter-sheet.tsx';
import { messages as shared } from '../../messages.ts';
import { letterParams, optionalId } from '../../params.ts';
import { LetterLint } from '../lint-letter/findings.tsx';
import { templatesOf } from '../../store/templates.ts';
import { ChooseForm } from './choose-form.tsx';
import type { NewData } from './choose-form.tsx';
import { EffectsPart, FormOwnFields, HeadPart, ReferencesPart, UrgencyPart } from './form-fields.tsx';
import { composeForm } from './form.ts';
import { loadCompose, ownDraft } from './load.ts';
import type { ComposeData } from './load.ts';
import { messages } from './messages.ts';
import { MainRecipients, OtherRecipients } from './recipients.tsx';

const first = z.string().optional().catch(undefined);

export const newDraftPage = definePage({
  path: '/drafts/new',
  permission: 'correspondence.draft',
  frame: 'full',
  query: z.object({ unit: optionalId, template: optionalId, form: first.transform((text) => formKeys.find((key) => key === text)) }),
  async load(tx, { query, services, form }) {
    const typed = formKeys.find((key) => key === form.values['form']) ?? (Object.keys(form.values).length > 0 ? ('circular' as const) : undefined);
    const asked = { ...query, form: query.form ?? typed };
    const data = await loadCompose(tx, null, asked, services.clock.today());
    if (!data.ok) return data;
    const chosen = asked.form !== undefined || data.value.start.templateId !== null;
    return ok<NewData>({ ...data.value, choosing: !chosen, templates: chosen ? [] : await templatesOf(tx, [data.value.unit.id]) });
  },
  title: (data, ui) => (data.choosing ? messages.in(ui.lang)('chooseTitle') : titleOf(data, ui)),
  view: (data: NewData, ui) => (data.choosing ? <ChooseForm data={data} ui={ui} /> : ComposeView(data, ui)),
});

export const editDraftPage = definePage({
  path: '/drafts/:id',
  permission: 'correspondence.draft',
  frame: 'full',
  params: letterParams,
  async load(tx, { params, services }) {
    const draft = await ownDraft(tx, params.id);
    return draft ? loadCompose(tx, draft, {}, services.clock.today()) : notFound();
  },
  title: titleOf,
  view: ComposeView,
});

function titleOf({ draft, form }: ComposeData, ui: Ui): string {
  const t = messages.in(ui.lang);
  return t(draft ? 'editForm' : 'newForm', { name: t(`name.${form.key}`) });
}

function ComposeView(data: ComposeData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { draft, start, form } = data;
  const title = titleOf(data, ui);
  const signer = !form.signed ? undefined : draft ? data.signers.find((one) => one.id === draft.signerPositionId) : data.signers.find((one) => one.personId !== null);
  const sheet = (
    <div id="letter-preview">
      <LetterSheet letter={{
        subKind: form.subKind, fields: start.content.fields, secrecy: draft?.secrecy ?? 'none', urgentBefore: draft?.urgentBefore ?? null,
        urgency: draft?.urgency ?? 'ordinary', fromText: data.fromText, reference: '', letterDate: null, subject: start.subject,
        salutation: start.salutation || 'เรียน', toText: draft?.toText ?? '', paragraphs: start.content.paragraphs,
        enclosures: draft?.enclosures.map((one) => one.label) ?? [], signer: signer ? { name: signer.name ?? '', title: signer.title, acting: signer.acting } : null,
      }} />
    </div>
  );
  return (
    <PaperDesk
      crumbs={[{ label: s('sentLetters'), href: '/sent-letters' }, ...(draft ? [] : [{ label: t('chooseTitle'), href: '/drafts/new' }]), { label: title }]}
      paper={sheet}
      side={<div class="stack" id="acts"><h1>{title}</h1>{draft ? <p><a href={draftHref(draft.id, '/together')}>{t('together')}</a></p> : null}<ComposeForm data={data} ui={ui} /></div>}
      jump={{ href: '#acts', label: title }}
      live
    />
  );
}

function ComposeForm({ data, ui }: { data: ComposeData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { draft, units, unit, form, start } = data;
  const action = draft ? draftHref(draft.id) : '/drafts/new';
  const common = { ui, action, form: composeForm };
  const part = { data, ui, action };
  const head = data.signers.find((one) => one.personId !== null) ?? data.signers[0];
  const files = draft?.enclosures.filter((one) => one.type === 'platform.file') ?? [];
  const subject = form.subKind === 'regulation' || form.subKind === 'rule' ? t('subjectOf') : form.subKind === 'stamped' || form.subKind === 'certificate' ? t('subjectRegister') : undefined;
  const hidden = { form: form.key, ...(draft ? { base: String(data.version) } : {}), ...(start.templateId === null ? {} : { template: String(start.templateId) }) };
  return (
    <ActionForm ui={ui} action={action} form={composeForm} hidden={hidden} guard previewUrl="/drafts/preview" previewTarget="letter-preview" draft={draft ? undefined : `${form.key}-new`}>
      {draft?.replaces ? (
        <Notice title={t('replaces', { reference: printedReference(data.replaces ?? '') })}>{t('reason', { reason: draft.replaces.reason })}</Notice>
      ) : null}
      {units.length === 1 || draft
        ? <input type="hidden" name="fromUnit" value={String(unit.id)} />
        : <FormField {...common} name="fromUnit" as="select" value={unit.id} hint={t('fromUnitHint')} options={units.map((one) => ({ value: String(one.id), label: one.label }))} />}
      {form.signed ? <FormField {...common} name="signer" as="select" neededLater value={draft ? draft.signerPositionId : head?.id} empty={t('chooseSigner')} options={data.signers.map((one) => ({ value: String(one.id), label: one.label }))} /> : null}
      {form.signed && form.outside ? <FormField {...common} name="certificate" value={draft?.content.certificate ?? false} /> : null}
      <FormField {...common} name="subject" value={start.subject} label={subject} />
      <FormOwnFields {...part} />
      <MainRecipients {...part} />
      {form.circulates ? <FormField {...common} name="circulate" value={draft?.circular ?? false} /> : null}
      <BodyTools />
      <FormField {...common} name="body" neededLater value={start.content.paragraphs.length > 0 ? textOf(start.content.paragraphs) : undefined} rows={12} />
      <LetterLint subKind={form.subKind} enclosures={draft?.enclosures.filter((one) => one.type !== 'platform.file').map((one) => one.label)} />
      {files.length > 0 ? <FormField {...common} name="keepFiles" value={files.map((one) => String(one.id))} options={files.map((one) => ({ value: String(one.id), label: one.label }))} /> : null}
      <FormField {...common} name="newFiles" />
      <MoreParts>
        <OtherRecipients {...part} />
        <EffectsPart {...part} />
        <ReferencesPart {...part} />
        <UrgencyPart {...part} />
        <HeadPart {...part} />
      </MoreParts>
      <ButtonRow>
        <Button kind="main" name="then" value="preview">{t('saveAndPreview')}</Button>
        <Button>{t('saveDraft')}</Button>
        <ButtonLink kind="quiet" href="/sent-letters">{s('cancel')}</ButtonLink>
      </ButtonRow>
    </ActionForm>
  );
}
