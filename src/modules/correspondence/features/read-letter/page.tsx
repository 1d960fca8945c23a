// One letter: the sheet, and beside it what I can do with it.
import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { SimilarRecords } from '../../../../platform/search/similar.tsx';
import { Attachments } from '../../../../ui/components/attachment.tsx';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Copyable } from '../../../../ui/components/copyable.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Progress } from '../../../../ui/components/progress.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { PaperDesk } from '../../../../ui/layouts/desk.tsx';
import { printedReference } from '../../domain/reference.ts';
import { fieldNames } from '../../field-names.ts';
import { letterHref } from '../../href.ts';
import { LetterSheet } from '../../letter-sheet.tsx';
import { messages as shared } from '../../messages.ts';
import { openedLetter, recordOpening } from '../../opening.ts';
import { letterParams } from '../../params.ts';
import { dayText, instantText, stateMark, urgencyStamp } from '../../shown.tsx';
import type { Letter } from '../../store/letters.ts';
import { messages as wordMessages } from '../import-word/messages.ts';
import { RequestStateMark, signingHref } from '../../../signatures/index.ts';
import { messages as signMessages } from '../sign-letter/messages.ts';
import { RelatedLetters } from '../related-letters/page.tsx';
import { passOnForm } from './form.ts';
import { loadLetter } from './load.ts';
import type { LetterData } from './load.ts';
import { messages } from './messages.ts';

export const readLetterPage = definePage({
  path: '/letters/:id',
  permission: 'correspondence.read',
  frame: 'full',
  params: letterParams,
  async load(tx, { params, services, actor }) {
    const data = await loadLetter(tx, params.id, services.clock.today());
    if (data.ok && data.value.letter.body && data.value.own.some((row) => row.openedAt === null)) recordOpening(services, actor, params.id);
    return data;
  },
  opens: ({ letter }) => (letter.body ? openedLetter(letter) : undefined),
  title: (data) => `${printedReference(data.letter.reference)} ${data.letter.subject}`,
  view: LetterView,
});

function LetterView(data: LetterData, ui: Ui): VNode {
  const s = shared.in(ui.lang);
  const t = messages.in(ui.lang);
  const { letter } = data;
  const { body } = letter;
  const paper = body ? (
    <LetterSheet letter={{ ...letter, paragraphs: body.content.paragraphs, fields: body.content.fields, enclosures: body.enclosures.map((one) => one.label) }} />
  ) : (
    <Notice kind="warn" title={t('sheetHidden')}>{t('recalledBody')}</Notice>
  );
  const fromHere = data.own.length > 0 ? { label: s('circulars'), href: '/circulars' } : { label: s('sentLetters'), href: '/sent-letters' };
  return (
    <PaperDesk
      crumbs={[fromHere, { label: printedReference(letter.reference) }]}
      paper={paper}
      side={<Side data={data} ui={ui} />}
      jump={data.toAcknowledge.length > 0 ? { href: '#acts', label: t('jump') } : undefined}
    />
  );
}

function Side({ data, ui }: { data: LetterData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { letter } = data;
  return (
    <div class="stack" id="acts">
      <h1>{letter.subject}</h1>
      <Fate letter={letter} ui={ui} />
      <Acts data={data} ui={ui} />
      <Files data={data} ui={ui} />
      <Signing data={data} ui={ui} />
      <Facts data={data} ui={ui} />
      {data.counts ? (
        <Section title={t('recipients')} aside={<a href={letterHref(letter.id, '/receipts')}>{t('receipts')}</a>}>
          <Progress label={t('progress')} value={data.counts.opened} max={Math.max(1, data.counts.all)} words={t('progressWords', { opened: data.counts.opened, all: data.counts.all })} />
        </Section>
      ) : null}
      {data.dispatches.length > 0 ? (
        <Section title={ui.text(fieldNames.outside)}>
          <ul class="plain-list">{data.dispatches.map((one) => <li>{one.name} {one.address} <span class="quiet">{ui.text(shared.words(`channel.${one.channel}`))} {instantText(ui, one.sentAt)}</span></li>)}</ul>
        </Section>
      ) : null}
      {data.passFrom.length > 0 ? <PassOn data={data} ui={ui} /> : null}
      {data.mayRecall ? <ButtonRow><ButtonLink kind="danger" href={letterHref(letter.id, '/recall')}>{t('recall')}</ButtonLink></ButtonRow> : null}
      {letter.body ? <RelatedLetters id={letter.id} ui={ui} /> : null}
      {letter.body ? <SimilarRecords type="correspondence.letter" id={letter.id} ui={ui} /> : null}
    </div>
  );
}

/** What became of the letter since it was sent. */
function Fate({ letter, ui }: { letter: Letter; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  return (
    <>
      {letter.recalled ? (
        <Notice kind="warn" title={t('recalledTitle')}>{t('recalledText', { by: letter.recalled.by, at: instantText(ui, letter.recalled.at), reason: letter.recalled.reason })}</Notice>
      ) : null}
      {letter.state === 'void' ? <Notice kind="warn" title={t('voidTitle')}>{t('voidText', { reason: letter.voidReason ?? '' })}</Notice> : null}
      {letter.replacedBy ? (
        <Notice kind="warn" title={t('replacedTitle')}><p><a href={letterHref(letter.replacedBy.id)}>{t('replacedLink', { reference: printedReference(letter.replacedBy.reference) })}</a></p></Notice>
      ) : null}
      {letter.replaces ? (
        <Notice title={t('replacesTitle')}>
          <p><a href={letterHref(letter.replaces.id)}>{t('replacesLink', { reference: printedReference(letter.replaces.reference) })}</a></p>
          {letter.correctionReason ? <p>{t('reason', { reason: letter.correctionReason })}</p> : null}
        </Notice>
      ) : null}
    </>
  );
}

function Acts({ data, ui }: { data: LetterData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { letter, toAcknowledge, own } = data;
  const action = letterHref(letter.id, '/acknowledge');
  const done = own.filter((row) => row.acknowledgedAt !== null);
  const passedToMe = own.find((row) => row.passedFromId !== null);
  const forUnit = toAcknowledge.filter((row) => row.recipientKind === 'unit').map((row) => row.label).join(' ');
  const open = letter.state === 'issued' || letter.state === 'corrected';
  const replies = open && own.length > 0 ? letter.reply : null;
  return (
    <>
      {passedToMe ? <Notice>{t('passedToMe', { by: passedToMe.passedBy ?? '', instruction: passedToMe.instruction ?? '' })}</Notice> : null}
      {letter.respondBy && open ? <p>{t('respondBy', { date: dayText(ui, letter.respondBy) })}</p> : null}
      {replies ? <ButtonRow><ButtonLink kind="main" href={replies.href}>{replies.label || t('reply')}</ButtonLink></ButtonRow> : null}
      {toAcknowledge.length > 0 ? (
        <ActionForm ui={ui} action={action} scope="ack">
          <Button kind={replies ? 'plain' : 'main'} shortcut="r">{forUnit ? t('acknowledgeFor', { name: forUnit }) : t('acknowledge')}</Button>
        </ActionForm>
      ) : null}
      {data.passFrom.length > 0 ? <p><a href={`/incoming/new?letter=${letter.id}`}>{t('register')}</a></p> : null}
      {done.map((row) => <p class="quiet">{row.label}: {t('alreadyAcknowledged', { at: instantText(ui, row.acknowledgedAt as Date), by: row.acknowledgedBy ?? '' })}</p>)}
    </>
  );
}

function Files({ data, ui }: { data: LetterData; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  const g = signMessages.in(ui.lang);
  const { letter } = data;
  const signed = data.signing?.state === 'complete';
  if (!letter.body) return null;
  const { enclosures } = letter.body;
  return (
    <>
      {enclosures.length > 0 ? (
        <Section title={t('enclosures')}>
          <Attachments label={t('enclosures')} items={enclosures.map((one, i) => ({ name: one.label, href: one.type === 'platform.file' ? letterHref(letter.id, `/enclosures/${i + 1}`) : one.href }))} />
        </Section>
      ) : null}
      {letter.fileHash ? <p class="cluster"><a href={letterHref(letter.id, '/file')} data-turbo="false">{signed ? g('signedPdf') : t('pdf')}</a>{signed ? <> <a href={letterHref(letter.id, '/unsigned-file')} data-turbo="false">{g('unsignedPdf')}</a></> : null} <a href={letterHref(letter.id, '/docx')} data-turbo="false">{ui.text(wordMessages.words('docx'))}</a></p> : <p class="quiet">{t('pdfWaiting')}</p>}
    </>
  );
}

/** How far electronic signing is, and asking for it. Only who sent the letter and who signs it reach the signing page itself. */
function Signing({ data, ui }: { data: LetterData; ui: Ui }): VNode | null {
  const g = signMessages.in(ui.lang);
  const { letter, signing, mayAskSignature } = data;
  const waits = signing === null && letter.fileHash === null && letter.body?.content.certificate === true;
  if (!signing && !mayAskSignature && !waits) return null;
  const near = data.signing !== null && (ui.actor.principals.includes(letter.unitId) || ui.actor.principals.includes(letter.signer.positionId));
  return (
    <Section title={g('section')}>
      {signing ? <p class="cluster"><RequestStateMark ui={ui} state={signing.state} done={signing.done} all={signing.parts} />{near ? <a href={signingHref(signing.requestId)}>{g('open')}</a> : null}</p> : null}
      {waits ? <p class="quiet">{g('waits')}</p> : null}
      {mayAskSignature ? <ButtonRow><ButtonLink href={letterHref(letter.id, '/signing')}>{g(signing ? 'again' : 'title')}</ButtonLink></ButtonRow> : null}
    </Section>
  );
}

function Facts({ data, ui }: { data: LetterData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { letter, signing } = data;
  const stamp = urgencyStamp(letter.urgency);
  return (
    <Section title={t('details')}>
      <DefinitionList items={[
        { term: s('reference'), value: printedReference(letter.reference) },
        { term: s('date'), value: dayText(ui, letter.letterDate) },
        { term: s('state'), value: stateMark(ui, letter.state) },
        { term: s('urgency'), value: stamp },
        { term: s('from'), value: letter.fromText },
        { term: s('to'), value: letter.toText },
        { term: t('signedBy'), value: letter.signer.name === '' ? null : `${letter.signer.name} (${letter.signer.how === 'on-paper' ? t('signedPaper', { by: letter.issuedByName }) : t('signedKrom')})` },
        { term: t('recipients'), value: letter.recipientCount > 0 ? t('recipientsCount', { count: letter.recipientCount }) : null },
        { term: signMessages.in(ui.lang)('signedHash'), value: signing?.state === 'complete' && signing.fileHash && letter.body ? <Copyable value={signing.fileHash} label={signMessages.in(ui.lang)('signedHash')} /> : null },
        { term: t('hash'), value: letter.fileHash ? <Copyable value={letter.fileHash} label={t('hash')} /> : null },
      ]} />
    </Section>
  );
}

function PassOn({ data, ui }: { data: LetterData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const action = letterHref(data.letter.id, '/pass-on');
  const common = { ui, action, form: passOnForm };
  const have = new Set(data.passed.map((row) => row.recipientId));
  const choices = data.people.filter((person) => !have.has(person.id) && person.id !== ui.actor.id);
  return (
    <Section title={t('passOn')} id="pass-on">
      {data.passed.length > 0 ? (
        <Table caption={t('passedTitle')} rows={data.passed} rowKey={(row) => String(row.recipientId)} columns={[
          { key: 'name', head: t('person'), kind: 'main', cell: (row) => row.label },
          { key: 'opened', head: t('opened'), cell: (row) => (row.openedAt ? instantText(ui, row.openedAt) : <span class="quiet">{t('notYet')}</span>) },
          { key: 'acked', head: t('acked'), cell: (row) => (row.acknowledgedAt ? instantText(ui, row.acknowledgedAt) : <span class="quiet">{t('notYet')}</span>) },
        ]} />
      ) : null}
      {choices.length > 0 ? (
        <details open={ui.form.action === action}><summary>{t('choosePeople')}</summary>
        <ActionForm ui={ui} action={action} form={passOnForm} class="form" scope="pass">
          {data.passFrom.length === 1
            ? <input type="hidden" name="from" value={String(data.passFrom[0]?.recipientId)} />
            : <FormField {...common} name="from" options={data.passFrom.map((row) => ({ value: String(row.recipientId), label: row.label }))} value={data.passFrom[0]?.recipientId} />}
          <FormField {...common} name="people" options={choices.map((person) => ({ value: String(person.id), label: person.name, hint: person.positionTitle }))} />
          <FormField {...common} name="instruction" value={t('instructionStart')} rows={2} />
          <ButtonRow><Button>{t('send')}</Button></ButtonRow>
        </ActionForm>
        </details>
      ) : null}
    </Section>
  );
}
