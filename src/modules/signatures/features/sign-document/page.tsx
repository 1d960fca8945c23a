// One document to sign: the paper, and beside it (below it on a phone) whose turn it is and the one field that signs.
import type { VNode } from 'preact';
import { ActionForm, FormField, stateFor } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { dayWords } from '../../../../platform/when.ts';
import { bangkokDate } from '../../../../thai/index.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { Radios } from '../../../../ui/components/choices.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { PaperDesk } from '../../../../ui/layouts/desk.tsx';
import { tally } from '../../domain/request.ts';
import { signingHref } from '../../requests/href.ts';
import { titleOf } from '../../requests/office.ts';
import { signingParams } from '../../requests/params.ts';
import { messages as shared } from '../../requests/messages.ts';
import { momentText, RequestStateMark } from '../../requests/shown.tsx';
import type { UsableCertificate } from '../../certificates/keys.ts';
import { RemoteSign } from '../sign-remotely/section.tsx';
import { approveForm, goOnForm, refuseForm, signForm, withdrawForm } from './form.ts';
import { loadSigning, openedSigning } from './load.ts';
import type { MyTurn, SigningData } from './load.ts';
import { messages } from './messages.ts';
import { PartsList } from './parts-list.tsx';

/** Pages shown as pictures; the rest is in the file. */
const mostPictures = 12;

export const signDocumentPage = definePage({
  path: '/signing/:id',
  permission: 'signatures.sign',
  frame: 'full',
  params: signingParams,
  load: (tx, { params, services }) => loadSigning(tx, services, params.id),
  opens: ({ request, mayOpenPaper }) => (mayOpenPaper ? openedSigning(request) : undefined),
  title: ({ request }) => [request.reference, request.title].filter(Boolean).join(' '),
  view: SigningView,
});

function SigningView(data: SigningData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const { request, turns } = data;
  const [turn] = turns;
  return (
    <PaperDesk
      crumbs={[{ label: t('list'), href: '/signing' }, { label: request.reference || request.title }]}
      paper={<Paper data={data} ui={ui} />}
      side={<Side data={data} ui={ui} />}
      jump={turn ? { href: '#acts', label: t(turn.part.kind === 'sign' ? 'jump' : 'jumpApprove') } : undefined}
    />
  );
}

function Paper({ data, ui }: { data: SigningData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { request, pages } = data;
  if (!data.mayOpenPaper) return <Notice kind="warn">{t('paperClosed')}</Notice>;
  const file = signingHref(request.id, '/file');
  return (
    <div class="stack">
      <p class="cluster">
        <a href={file} data-turbo="false">{t('openPdf')}</a>
        {request.file.n > 0 ? <a href={signingHref(request.id, '/files/0')} data-turbo="false">{t('unsigned')}</a> : null}
      </p>
      {pages === 0 ? <Notice>{t('noPictures')}</Notice> : null}
      {Array.from({ length: Math.min(pages, mostPictures) }, (_, i) => (
        // The address changes with the file, so that a picture from before a signature is not shown for the page after it.
        <img class="sheet-picture" src={signingHref(request.id, `/pages/${i + 1}?v=${request.file.n}`)} alt={t('pageOf', { n: i + 1, all: pages, title: request.title })} width="794" height="1123" loading={i === 0 ? 'eager' : 'lazy'} />
      ))}
      {pages > mostPictures ? <p><a href={file} data-turbo="false">{t('morePages', { count: pages - mostPictures })}</a></p> : null}
    </div>
  );
}

function Side({ data, ui }: { data: SigningData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { request, turns } = data;
  const { done, all } = tally(request.parts);
  const waitsForTime = request.parts.find((part) => part.state === 'signed');
  // A file that was brought along is here in all its states; its own page is for the unit that brought it.
  const own = request.subject.type === 'platform.file';
  return (
    <div class="stack" id="acts">
      <h1>{request.title}</h1>
      <p class="cluster"><RequestStateMark ui={ui} state={request.state} done={done} all={all} />{request.reference ? <span>{request.reference}</span> : null}</p>
      <p class="quiet">{t('asked', { by: request.requestedByName, at: momentText(ui, request.requestedAt) })}{own ? null : <> · <a href={request.href}>{t('record')}</a></>}</p>
      <Refused data={data} ui={ui} />
      <Fate data={data} ui={ui} />
      {turns.map((turn) => (turn.part.kind === 'approve'
        ? <Approve turn={turn} data={data} ui={ui} />
        : waitsForTime
          ? <Notice>{t('waitTime', { by: waitsForTime.decidedByName ?? '' })}</Notice>
          : <><Sign turn={turn} data={data} ui={ui} /><RemoteSign requestId={request.id} partId={turn.part.id} signAs={t('signAs', { name: turn.signer.name, title: titleOf(turn.signer) })} certificates={turn.certificates} provider={data.remoteProvider} ui={ui} /></>))}
      {turns.map((turn) => <Refuse turn={turn} data={data} ui={ui} />)}
      <PartsList data={data} ui={ui} />
      {data.mayGoOn ? <GoOn data={data} ui={ui} /> : null}
      {request.file.n > 0 && data.mayOpenPaper ? <p><a href="/verify-pdf">{t('verify')}</a></p> : null}
      {data.mayWithdraw ? <Withdraw data={data} ui={ui} /> : null}
    </div>
  );
}

/** Words of an act that was refused, where its form is no longer on the page: somebody else was faster, the turn or the authority is over. */
function Refused({ data, ui }: { data: SigningData; ui: Ui }): VNode | null {
  const { action, message } = ui.form;
  if (!action || !message) return null;
  const waits = data.request.parts.some((part) => part.state === 'signed');
  const drawn = [
    ...data.turns.flatMap((turn) => [turn.part.kind === 'approve' ? '/approve' : waits ? '' : '/sign', '/refuse']),
    ...(data.mayWithdraw ? ['/withdraw'] : []), ...(data.mayGoOn ? ['/without-time'] : []),
  ];
  return drawn.some((rest) => rest !== '' && action === signingHref(data.request.id, rest)) ? null : <Notice kind="error">{ui.text(message)}</Notice>;
}

/** What became of the request, and what the actor can no longer do. */
function Fate({ data, ui }: { data: SigningData; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { request, lost, turns, waiting } = data;
  const reason = t('reasonIs', { reason: request.endReason ?? '' });
  const kept = request.file.n > 0 ? <p>{t('keptAll')}</p> : null;
  if (request.state === 'complete') return <Notice kind="done">{t('complete')}</Notice>;
  if (request.state === 'refused') return <Notice kind="error" title={t('refusedTitle', { by: request.endedByName ?? '' })}><p>{reason}</p>{kept}</Notice>;
  if (request.state === 'withdrawn') return <Notice kind="warn" title={t('withdrawnTitle', { by: request.endedByName ?? '' })}><p>{reason}</p>{kept}</Notice>;
  if (lost.length > 0 && turns.length === 0) {
    return <>{lost.map((part) => {
      const now = waiting.find((one) => one.partId === part.id);
      return <Notice kind="warn">{now ? s('authorityEnded', { post: part.label, name: now.name }) : s('authorityEndedNobody', { post: part.label })}</Notice>;
    })}</>;
  }
  if (turns.length === 0 && request.parts.some((part) => part.decidedBy === ui.actor.id)) return <Notice kind="done">{t('done')}</Notice>;
  return null;
}

const certificateWords = (ui: Ui, one: UsableCertificate): string =>
  messages.in(ui.lang)('certificateOption', { subject: one.subject, issuer: one.issuer, until: dayWords(ui.lang, bangkokDate(one.validTo)) });

function Sign({ turn, data, ui }: { turn: MyTurn; data: SigningData; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  const action = signingHref(data.request.id, '/sign');
  const common = { ui, action, form: signForm };
  const usable = turn.certificates.filter((one) => one.kind === 'file');
  const [first] = usable;
  const state = stateFor(ui, action);
  const typed = state.values['certificate'];
  const chosen = typeof typed === 'string' ? typed : String(first?.id);
  const wrong = state.errors['certificate'];
  if (!first) {
    if (turn.certificates.length > 0 && data.remoteProvider !== undefined) return null; // the way to the provider follows
    return (
      <Notice kind="warn">
        <p>{turn.certificates.length > 0 ? t('remoteOnly') : shared.in(ui.lang)('noCertificate')}</p>
        <p><a href="/account/certificates">{t('getCertificate')}</a></p>
      </Notice>
    );
  }
  return (
    <Section title={t('signTitle')}>
      <p>{t('signAs', { name: turn.signer.name, title: titleOf(turn.signer) })}</p>
      <ActionForm ui={ui} action={action} form={signForm} class="form" scope={`sign-${turn.part.id}`}>
        <input type="hidden" name="part" value={String(turn.part.id)} />
        {usable.length > 1
          ? <Radios name="certificate" label={t('certificate')} value={chosen} error={wrong ? ui.text(wrong) : undefined} options={usable.map((one) => ({ value: String(one.id), label: certificateWords(ui, one) }))} />
          : <><input type="hidden" name="certificate" value={String(first.id)} /><p class="quiet">{certificateWords(ui, first)}</p></>}
        <FormField {...common} name="passphrase" />
        <ButtonRow><Button kind="main">{t('sign')}</Button></ButtonRow>
      </ActionForm>
    </Section>
  );
}

function Approve({ turn, data, ui }: { turn: MyTurn; data: SigningData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const action = signingHref(data.request.id, '/approve');
  return (
    <Section title={t('approveTitle')}>
      <p>{t('signAs', { name: turn.signer.name, title: titleOf(turn.signer) })}</p>
      <ActionForm ui={ui} action={action} form={approveForm} class="form" scope={`approve-${turn.part.id}`}>
        <input type="hidden" name="part" value={String(turn.part.id)} />
        <FormField ui={ui} action={action} form={approveForm} name="note" rows={2} />
        <ButtonRow><Button kind="main">{t('approve')}</Button></ButtonRow>
      </ActionForm>
    </Section>
  );
}

function Refuse({ turn, data, ui }: { turn: MyTurn; data: SigningData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const action = signingHref(data.request.id, '/refuse');
  return (
    <details open={ui.form.action === action}>
      <summary>{t('refuse')}</summary>
      <ActionForm ui={ui} action={action} form={refuseForm} class="form" scope={`refuse-${turn.part.id}`}>
        <input type="hidden" name="part" value={String(turn.part.id)} />
        <FormField ui={ui} action={action} form={refuseForm} name="reason" rows={3} />
        <ButtonRow><Button kind="danger">{t('refuseButton')}</Button></ButtonRow>
      </ActionForm>
    </details>
  );
}

function Withdraw({ data, ui }: { data: SigningData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const action = signingHref(data.request.id, '/withdraw');
  return (
    <details open={ui.form.action === action}>
      <summary>{t('withdraw')}</summary>
      <ActionForm ui={ui} action={action} form={withdrawForm} class="form" scope="withdraw">
        <FormField ui={ui} action={action} form={withdrawForm} name="reason" rows={2} />
        <ButtonRow><Button kind="danger">{t('withdrawButton')}</Button></ButtonRow>
      </ActionForm>
    </details>
  );
}

function GoOn({ data, ui }: { data: SigningData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const action = signingHref(data.request.id, '/without-time');
  return (
    <details open={ui.form.action === action}>
      <summary>{t('goOn')}</summary>
      <ActionForm ui={ui} action={action} form={goOnForm} class="form" scope="go-on">
        <FormField ui={ui} action={action} form={goOnForm} name="reason" rows={2} />
        <ButtonRow><Button>{t('goOn')}</Button></ButtonRow>
      </ActionForm>
    </details>
  );
}
