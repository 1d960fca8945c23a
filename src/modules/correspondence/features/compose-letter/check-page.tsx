// The last look before a letter is issued: the sheet, whom it will reach, and the buttons that cannot be undone.
import type { VNode } from 'preact';
import { can } from '../../../../platform/access/actor.ts';
import { ActionButton, ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Attachments } from '../../../../ui/components/attachment.tsx';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Checks } from '../../../../ui/components/checks.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { PaperDesk } from '../../../../ui/layouts/desk.tsx';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { calendarYear, formatDate, localDate } from '../../../../thai/index.ts';
import { bookFor, formOfLetter, missingFields, saysToWhom, unnumberedReference } from '../../domain/forms.ts';
import type { FieldKey } from '../../domain/forms.ts';
import type { Book } from '../../domain/kinds.ts';
import { channels } from '../../domain/letter.ts';
import { printedReference, referenceFrame } from '../../domain/reference.ts';
import { fieldNames } from '../../field-names.ts';
import { draftHref } from '../../href.ts';
import { LetterSheet } from '../../letter-sheet.tsx';
import { messages as shared } from '../../messages.ts';
import { letterheadOf, resolveRecipients, senderOn, signerOn, signersOf } from '../../office.ts';
import type { SignerChoice } from '../../office.ts';
import { documentOf } from '../../paper.ts';
import { letterParams } from '../../params.ts';
import { instantText } from '../../shown.tsx';
import { bookOf } from '../../store/drafts.ts';
import type { Draft } from '../../store/drafts.ts';
import { messages as wordMessages } from '../import-word/messages.ts';
import { seriesOf } from '../../store/numbers.ts';
import { groupMemberIds } from '../../store/recipients.ts';
import { messages as templateMessages } from '../keep-templates/messages.ts';
import { issueForm, saveTemplateForm } from './form.ts';
import { DraftFindings } from '../lint-letter/findings.tsx';
import { lintDraft } from '../lint-letter/knowledge.ts';
import type { Finding } from '../../domain/letter-lint.ts';
import { inheritedDraft, ownDraft } from './load.ts';
import { bookName } from '../../domain/register-columns.ts';
import { messages } from './messages.ts';

interface Data {
  readonly draft: Draft;
  /** Of a draft of a unit that is gone: the unit that can take it over. Nothing else can be done with it. */
  readonly heir: Heir | null;
  readonly signer: SignerChoice | undefined;
  /** The actor himself may sign today. */
  readonly maySign: boolean;
  /** The actor may record that the signer signed on paper. */
  readonly mayRecord: boolean;
  readonly findings: readonly Finding[];
  readonly plan: IssuePlan;
}

/** The unit that is gone and the one that can take its draft over, as they are called. */
interface Heir {
  readonly from: string;
  readonly label: string;
}

/** What pressing the button will do. */
interface IssuePlan {
  readonly book: Book | null;
  /** The number that comes next as things stand, in Arabic digits; what the letter will be called where its form has none. */
  readonly reference: string;
  readonly recipients: number;
  readonly outside: number;
  readonly missing: readonly FieldKey[];
  /** In the name of the department, but signed by a post of a unit. */
  readonly beyond: boolean;
}

/** Orders and announcements of the department are signed by its own posts, or for them; a head of a unit needs a delegation. */
async function signedBeyond(tx: ReadTx, draft: Draft, today: string): Promise<boolean> {
  const form = formOfLetter(draft);
  const { department, unit } = await letterheadOf(tx, draft.fromUnitId, today);
  if (!form.signed || !form.byDepartment || department === unit || draft.content.fields?.issuer?.trim() !== department) return false;
  return (await signersOf(tx, draft.fromUnitId, today)).some((one) => one.id === draft.signerPositionId);
}

/** Looked up, not taken: another letter may be quicker. */
async function planOf(tx: ReadTx, draft: Draft, today: string): Promise<IssuePlan> {
  const year = calendarYear(localDate(today));
  const book = bookFor(draft, await bookOf(tx, draft.fromUnitId, draft.circular, year));
  const sender = await senderOn(tx, draft.fromUnitId, today);
  const frame = book === null ? undefined : referenceFrame(book, draft.circular, sender?.code ?? '', year);
  const last = book === null ? 0 : ((await seriesOf(tx, draft.fromUnitId, year)).find((one) => one.book === book)?.last ?? 0);
  const { recipients, groupIds } = await resolveRecipients(tx, draft.addressees, draft.fromUnitId, today);
  return {
    book,
    reference: frame ? `${frame.prefix}${last + 1}${frame.suffix}` : unnumberedReference(draft, year, formatDate(localDate(today), { style: 'short' })),
    recipients: new Set([...recipients.map((one) => one.id), ...(await groupMemberIds(tx, draft.id, groupIds))]).size,
    outside: draft.content.fields?.outside?.length ?? 0,
    missing: missingFields(draft),
    beyond: await signedBeyond(tx, draft, today),
  };
}

export const checkDraftPage = definePage({
  path: '/drafts/:id/check',
  permission: 'correspondence.draft',
  frame: 'full',
  params: letterParams,
  async load(tx, { params, services }) {
    const today = services.clock.today();
    const own = await ownDraft(tx, params.id);
    const inherited = own ? undefined : await inheritedDraft(tx, params.id, today);
    const draft = own ?? inherited?.draft;
    if (!draft) return notFound();
    const position = draft.signerPositionId;
    const signer = (await signersOf(tx, draft.fromUnitId, today, formOfLetter(draft).byDepartment)).find((one) => one.id === position);
    const mayIssue = can(tx.actor, 'correspondence.issue', draft.fromUnitId) || (position !== null && tx.actor.principals.includes(position) && can(tx.actor, 'correspondence.issue'));
    return ok({
      draft,
      heir: inherited ? { from: inherited.from, label: inherited.heir.label } : null,
      signer,
      findings: await lintDraft(tx, draft, today),
      plan: await planOf(tx, draft, today),
      maySign: !formOfLetter(draft).signed ? can(tx.actor, 'correspondence.issue', draft.fromUnitId) : mayIssue && position !== null && (await signerOn(tx, tx.actor.id, position, today)) !== undefined,
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
    const signer = (await signersOf(tx, draft.fromUnitId, services.clock.today(), formOfLetter(draft).byDepartment)).find((one) => one.id === draft.signerPositionId);
    const document = documentOf({ ...draft, reference: '', letterDate: null, enclosures: draft.enclosures.map((one) => one.label), signer: signatureOf(signer) });
    const made = await services.paper.renderPdf(document, { createdAt: draft.changedAt, attachData: false });
    return made.ok ? ok({ body: made.value.pdf, contentType: 'application/pdf', fileName: `draft-${draft.id}.pdf`, disposition: 'inline' as const }) : made;
  },
});

function CheckView({ draft, heir, signer, maySign, mayRecord, findings, plan }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const form = formOfLetter(draft);
  const addressed = form.addressed !== 'needed' || draft.addressees.length > 0 || saysToWhom(draft);
  const ready = draft.content.paragraphs.length > 0 && (!form.signed || draft.signerPositionId !== null) && addressed && plan.missing.length === 0;
  const issue = draftHref(draft.id, '/issue');
  const side = heir ? <TakeOver draft={draft} heir={heir} ui={ui} /> : (
    <div class="stack" id="acts">
      <h1>{t('previewTitle')}</h1>
      {draft.replaces ? <Notice title={t('replacesAnother')}>{t('reason', { reason: draft.replaces.reason })}</Notice> : null}
      <Checks label={t('checks')} items={[
        draft.content.paragraphs.length > 0 ? { state: 'ok', text: t('readySubject') } : { state: 'bad', text: t('noBody') },
        ...(form.signed ? [signer ? { state: signer.personId === null ? 'bad' as const : 'ok' as const, text: signer.personId === null ? t('cannotSign') : t('readySigner', { name: signer.label }) } : { state: 'bad' as const, text: t('noSigner') }] : []),
        ...(form.addressed === 'needed' ? [addressed ? { state: 'ok' as const, text: t('readyTo', { count: draft.addressees.length + plan.outside || 1 }) } : { state: 'bad' as const, text: t('noRecipients') }] : []),
        ...(plan.beyond ? [{ state: 'warn' as const, text: t('beyond', { issuer: draft.content.fields?.issuer ?? '' }) }] : []),
        plan.missing.length > 0 ? { state: 'bad', text: t('missing', { fields: plan.missing.map((key) => ui.text(fieldNames[key])).join(', ') }) } : { state: 'ok', text: t('complete') },
      ]} />
      <DraftFindings ui={ui} draft={draft} findings={findings} />
      {draft.addressees.length > 0 ? <Section title={t('recipients')}><ul class="plain-list">{draft.addressees.map((one) => <li>{one.label}</li>)}</ul></Section> : null}
      {draft.enclosures.length > 0 ? <Attachments label={t('keepFiles')} items={draft.enclosures.map((one) => ({ name: one.label, href: one.href }))} /> : null}
      {ready ? <Plan draft={draft} plan={plan} ui={ui} /> : null}
      {draft.forSignatureAt ? <Notice>{t('waiting', { at: instantText(ui, draft.forSignatureAt), name: signer?.label ?? '' })}</Notice> : null}
      {ready && maySign ? <IssueForm ui={ui} action={issue} outside={plan.outside} label={t(form.signed ? 'issue' : 'release')} /> : null}
      <ButtonRow>
        {ready && !maySign && form.signed && !draft.forSignatureAt ? <ActionButton ui={ui} action={draftHref(draft.id, '/submit')} kind="main">{t('forSignature')}</ActionButton> : null}
        <ButtonLink href={draftHref(draft.id)}>{t('edit')}</ButtonLink>
        <ButtonLink href={draftHref(draft.id, '/together')}>{t('together')}</ButtonLink>
        <ButtonLink href={draftHref(draft.id, '/pdf')} plainVisit>{t('pdf')}</ButtonLink>
        <ButtonLink href={draftHref(draft.id, '/docx')} plainVisit>{ui.text(wordMessages.words('docx'))}</ButtonLink>
      </ButtonRow>
      {ready && mayRecord && signer?.name ? (
        <Section title={t('issuePaper')}>
          <p>{t('issuePaperText', { name: signer.name })}</p>
          <IssueForm ui={ui} action={draftHref(draft.id, '/issue-paper')} outside={plan.outside} label={t('issuePaper')} plain />
        </Section>
      ) : null}
      <SaveTemplate ui={ui} draft={draft} />
      <ActionButton ui={ui} action={draftHref(draft.id, '/discard')} kind="danger">{t('discard')}</ActionButton>
    </div>
  );
  const paper = <LetterSheet letter={{ ...draft, reference: '', letterDate: null, paragraphs: draft.content.paragraphs, fields: draft.content.fields, enclosures: draft.enclosures.map((one) => one.label), signer: signatureOf(signer) }} />;
  return <PaperDesk crumbs={[{ label: s('sentLetters'), href: '/sent-letters' }, heir ? { label: draft.subject } : { label: draft.subject, href: draftHref(draft.id) }, { label: t('previewTitle') }]} paper={paper} side={side} jump={{ href: '#acts', label: t('previewTitle') }} />;
}

/** A draft of a unit that is gone is read as it is, and becomes one of the unit that took it over by one press. */
function TakeOver({ draft, heir, ui }: { draft: Draft; heir: Heir; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  return (
    <div class="stack" id="acts">
      <h1>{t('takeOverTitle')}</h1>
      <Notice title={t('takeOverNote', { from: heir.from, heir: heir.label })}>{t('takeOverText')}</Notice>
      <ButtonRow>
        <ActionButton ui={ui} action={draftHref(draft.id, '/take-over')} kind="main">{t('takeOver')}</ActionButton>
        <ButtonLink href="/drafts?list=taken">{t('takeOverBack')}</ButtonLink>
      </ButtonRow>
    </div>
  );
}

function Plan({ draft, plan, ui }: { draft: Draft; plan: IssuePlan; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const lines = [
    plan.book === null ? t('will.noNumber', { name: printedReference(plan.reference) }) : t('will.number', { book: bookName(plan.book, ui.lang), number: printedReference(plan.reference) }),
    ...(plan.recipients > 0 ? [t('will.krom', { count: plan.recipients })] : []),
    ...(plan.outside > 0 ? [t('will.outside', { count: plan.outside })] : []),
    ...(plan.recipients + plan.outside === 0 ? [t('will.none')] : []),
    t('will.file'),
    ...(draft.secrecy === 'none' ? [] : [t('will.secret')]),
  ];
  return <Section title={t('willHappen')}><ul>{lines.map((line) => <li>{line}</li>)}</ul><p class="quiet">{t('willBe')}</p></Section>;
}

/** One press: the channel for those outside, if there are any, and the button. */
function IssueForm({ ui, action, outside, label, plain }: { ui: Ui; action: string; outside: number; label: string; plain?: boolean }): VNode {
  return (
    <ActionForm ui={ui} action={action} form={issueForm} scope={plain ? 'paper' : 'issue'}>
      {outside > 0 ? <FormField ui={ui} action={action} form={issueForm} name="channel" as="radios" value="post" options={channels.map((one) => ({ value: one, label: ui.text(shared.words(`channel.${one}`)) }))} /> : null}
      <ButtonRow><Button kind={plain ? 'plain' : 'main'}>{label}</Button></ButtonRow>
    </ActionForm>
  );
}

function SaveTemplate({ ui, draft }: { ui: Ui; draft: Draft }): VNode | null {
  const words = templateMessages.in(ui.lang);
  const action = draftHref(draft.id, '/template');
  if (draft.secrecy !== 'none') return null;
  return (
    <details open={ui.form.action === action}><summary>{words('save')}</summary>
      <ActionForm ui={ui} action={action} form={saveTemplateForm} scope="template">
        <FormField ui={ui} action={action} form={saveTemplateForm} name="name" value={draft.subject} />
        <ButtonRow><Button>{words('save')}</Button></ButtonRow>
      </ActionForm>
    </details>
  );
}
