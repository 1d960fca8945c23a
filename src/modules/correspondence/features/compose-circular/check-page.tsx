// The last look before a letter is issued: the sheet, whom it will reach, and the buttons that cannot be undone.
import type { VNode } from 'preact';
import { can } from '../../../../platform/access/actor.ts';
import { ActionButton } from '../../../../platform/forms/render.tsx';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Attachments } from '../../../../ui/components/attachment.tsx';
import { ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Checks } from '../../../../ui/components/checks.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { PaperDesk } from '../../../../ui/layouts/desk.tsx';
import { draftHref } from '../../href.ts';
import { LetterSheet } from '../../letter-sheet.tsx';
import { messages as shared } from '../../messages.ts';
import { signerOn, signersOf } from '../../office.ts';
import type { SignerChoice } from '../../office.ts';
import { documentOf } from '../../paper.ts';
import { letterParams } from '../../params.ts';
import { instantText } from '../../shown.tsx';
import type { Draft } from '../../store/drafts.ts';
import { messages as wordMessages } from '../import-word/messages.ts';
import { DraftFindings } from '../lint-letter/findings.tsx';
import { lintDraft } from '../lint-letter/knowledge.ts';
import type { Finding } from '../../domain/letter-lint.ts';
import { ownDraft } from './load.ts';
import { messages } from './messages.ts';

interface Data {
  readonly draft: Draft;
  readonly signer: SignerChoice | undefined;
  /** The actor himself may sign today. */
  readonly maySign: boolean;
  /** The actor may record that the signer signed on paper. */
  readonly mayRecord: boolean;
  readonly findings: readonly Finding[];
}

export const checkDraftPage = definePage({
  path: '/drafts/:id/check',
  permission: 'correspondence.draft',
  frame: 'full',
  params: letterParams,
  async load(tx, { params, services }) {
    const draft = await ownDraft(tx, params.id);
    if (!draft) return notFound();
    const today = services.clock.today();
    const position = draft.signerPositionId;
    const signer = (await signersOf(tx, draft.fromUnitId, today)).find((one) => one.id === position);
    const mayIssue = can(tx.actor, 'correspondence.issue', draft.fromUnitId);
    return ok({
      draft,
      signer,
      findings: await lintDraft(tx, draft, today),
      maySign: mayIssue && position !== null && (await signerOn(tx, tx.actor.id, position, today)) !== undefined,
      mayRecord: mayIssue && signer?.personId != null && signer.personId !== tx.actor.id && can(tx.actor, 'correspondence.record-signature', draft.fromUnitId),
    });
  },
  title: (_data, ui) => messages.in(ui.lang)('previewTitle'),
  view: CheckView,
});

const signatureOf = (signer: SignerChoice | undefined) => (signer?.name ? { name: signer.name, title: signer.title, acting: signer.acting } : null);

export const draftPdf = defineDownload({
  path: '/drafts/:id/pdf',
  permission: 'correspondence.draft',
  params: letterParams,
  async load(tx, { params, services }) {
    const draft = await ownDraft(tx, params.id);
    if (!draft) return notFound();
    const signer = (await signersOf(tx, draft.fromUnitId, services.clock.today())).find((one) => one.id === draft.signerPositionId);
    const document = documentOf({ ...draft, reference: '', letterDate: null, enclosures: draft.enclosures.map((one) => one.label), signer: signatureOf(signer) });
    const made = await services.paper.renderPdf(document, { createdAt: draft.changedAt, attachData: false });
    return made.ok ? ok({ body: made.value.pdf, contentType: 'application/pdf', fileName: `draft-${draft.id}.pdf`, disposition: 'inline' as const }) : made;
  },
});

function CheckView({ draft, signer, maySign, mayRecord, findings }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const ready = draft.content.paragraphs.length > 0 && draft.signerPositionId !== null && draft.addressees.length > 0;
  const issue = draftHref(draft.id, '/issue');
  const side = (
    <div class="stack" id="acts">
      <h1>{t('previewTitle')}</h1>
      {draft.replaces ? <Notice title={t('replacesAnother')}>{t('reason', { reason: draft.replaces.reason })}</Notice> : null}
      <Checks label={t('checks')} items={[
        draft.content.paragraphs.length > 0 ? { state: 'ok', text: t('readySubject') } : { state: 'bad', text: t('noBody') },
        signer ? { state: signer.personId === null ? 'bad' : 'ok', text: signer.personId === null ? t('cannotSign') : t('readySigner', { name: signer.label }) } : { state: 'bad', text: t('noSigner') },
        draft.addressees.length > 0 ? { state: 'ok', text: t('readyTo', { count: draft.addressees.length }) } : { state: 'bad', text: t('noRecipients') },
      ]} />
      <DraftFindings ui={ui} draft={draft} findings={findings} />
      {draft.addressees.length > 0 ? <Section title={t('recipients')}><ul class="plain-list">{draft.addressees.map((one) => <li>{one.label}</li>)}</ul></Section> : null}
      {draft.enclosures.length > 0 ? <Attachments label={t('keepFiles')} items={draft.enclosures.map((one) => ({ name: one.label, href: one.href }))} /> : null}
      {ready ? <p class="quiet">{t('willBe')}</p> : null}
      {draft.forSignatureAt ? <Notice>{t('waiting', { at: instantText(ui, draft.forSignatureAt), name: signer?.label ?? '' })}</Notice> : null}
      <ButtonRow>
        {ready && maySign ? <ActionButton ui={ui} action={issue} kind="main">{t('issue')}</ActionButton> : null}
        {ready && !maySign && !draft.forSignatureAt ? <ActionButton ui={ui} action={draftHref(draft.id, '/submit')} kind="main">{t('forSignature')}</ActionButton> : null}
        <ButtonLink href={draftHref(draft.id)}>{t('edit')}</ButtonLink>
        <ButtonLink href={draftHref(draft.id, '/pdf')} plainVisit>{t('pdf')}</ButtonLink>
        <ButtonLink href={draftHref(draft.id, '/docx')} plainVisit>{ui.text(wordMessages.words('docx'))}</ButtonLink>
      </ButtonRow>
      {ready && mayRecord && signer?.name ? (
        <Section title={t('issuePaper')}>
          <p>{t('issuePaperText', { name: signer.name })}</p>
          <ActionButton ui={ui} action={draftHref(draft.id, '/issue-paper')}>{t('issuePaper')}</ActionButton>
        </Section>
      ) : null}
      <ActionButton ui={ui} action={draftHref(draft.id, '/discard')} kind="danger">{t('discard')}</ActionButton>
    </div>
  );
  const paper = <LetterSheet letter={{ ...draft, reference: '', letterDate: null, paragraphs: draft.content.paragraphs, fields: draft.content.fields, enclosures: draft.enclosures.map((one) => one.label), signer: signatureOf(signer) }} />;
  return <PaperDesk crumbs={[{ label: s('sentLetters'), href: '/sent-letters' }, { label: draft.subject, href: draftHref(draft.id) }, { label: t('previewTitle') }]} paper={paper} side={side} jump={{ href: '#acts', label: t('previewTitle') }} />;
}
