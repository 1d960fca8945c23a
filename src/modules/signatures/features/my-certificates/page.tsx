// The certificates of the person who is signed in: keys, requests, what is in force, and trying a passphrase.
import type { VNode } from 'preact';
import { newKeyKinds } from '../../../../paper/index.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Copyable } from '../../../../ui/components/copyable.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { m } from '../../certificates/messages.ts';
import { demoPassphrase, isDemoCertificate } from '../../demo/passphrase.ts';
import { mayTake, shownState } from '../../domain/certificate-state.ts';
import { certificateTime } from '../../certificates/keys.ts';
import { ownPermission as permission, postsOf } from '../../certificates/office.ts';
import type { PostChoice } from '../../certificates/office.ts';
import { certificateParams as params } from '../../certificates/params.ts';
import { warningDays } from '../../certificates/settings.ts';
import { CertificateFactsList, CertificateHistory, CertificateMark, CertificateWarnings, dayOf, Folded, nameOfPost } from '../../certificates/shown.tsx';
import { eventsOf, myCertificate, myCertificates, requestOf } from '../../store/certificates.ts';
import type { CertificateRow } from '../../store/certificates.ts';
import { certificatesWithKey } from '../../store/certificate-steps.ts';
import { beginForm, changeForm, keyForm, newKeyForm, p12Form, removeForm, takeForm, testForm, uploadForm } from './form.ts';

export const myCertificatesAddress = '/account/certificates';
const base = myCertificatesAddress;

/** The largest of the warnings: from then on a certificate ends soon. */
export async function soonDays(tx: ReadTx): Promise<number> {
  return Math.max(0, ...(await readSetting(tx, warningDays)));
}

const crumbs = (ui: Ui, last?: string) => {
  const t = m.in(ui.lang);
  return [{ label: t('my.account'), href: '/account' }, ...(last === undefined ? [{ label: t('my.title') }] : [{ label: t('my.title'), href: base }, { label: last }])];
};

export const myCertificatesPage = definePage({
  path: base,
  permission,
  async load(tx, { services }) {
    const rows = await myCertificates(tx, services.clock.today());
    return ok({ rows, now: certificateTime(services), soon: await soonDays(tx), demo: services.config.demo && rows.some(isDemoCertificate) });
  },
  title: (_data, ui) => ui.text(m.words('my.title')),
  view({ rows, now, soon, demo }, ui) {
    const t = m.in(ui.lang);
    return (
      <div class="stack">
        <PageHead title={t('my.title')} crumbs={crumbs(ui)} sub={t('my.sub')}
          actions={<><ButtonLink kind="main" href={`${base}/upload`}>{t('my.upload')}</ButtonLink><ButtonLink href={`${base}/new-key`}>{t('my.newKey')}</ButtonLink></>} />
        {demo ? <DemoPassphrase ui={ui} /> : null}
        <Table caption={t('my.title')} captionHidden rows={rows} rowKey={(row) => String(row.id)} empty={<EmptyState title={t('my.none')}>{t('my.noneMore')}</EmptyState>} columns={[
          { key: 'position', head: t('position'), kind: 'main', cell: (row) => <a href={`${base}/${row.id}`}>{nameOfPost(ui, row)}</a> },
          { key: 'issuer', head: t('issuer'), cell: (row) => row.issuer || row.authority },
          { key: 'until', head: t('until'), kind: 'nowrap', cell: (row) => (row.validTo ? dayOf(ui.lang, row.validTo) : null) },
          { key: 'state', head: t('state'), cell: (row) => <CertificateMark ui={ui} row={row} now={now} soonDays={soon} /> },
        ]} />
      </div>
    );
  },
});

function DemoPassphrase({ ui }: { ui: Ui }): VNode {
  const t = m.in(ui.lang);
  return <Notice>{t('my.demo')} <Copyable value={demoPassphrase} label={t('passphrase')} /><br />{t('my.demoMore')}</Notice>;
}

const postOptions = (ui: Ui, posts: readonly PostChoice[]) => posts.map((one) => ({ value: String(one.id), label: one.title }));
const kindOptions = (ui: Ui) => newKeyKinds.map((kind) => ({ value: kind, label: m.in(ui.lang)(`kind.${kind}`), hint: m.in(ui.lang)(`kind.${kind}.hint`) }));

export const newKeyPage = definePage({
  path: `${base}/new-key`,
  permission,
  load: async (tx, { actor, services }) => ok({ posts: await postsOf(tx, actor.id, services.clock.today()) }),
  title: (_data, ui) => ui.text(m.words('newKeyTitle')),
  view({ posts }, ui) {
    const t = m.in(ui.lang);
    const form = { ui, action: `${base}/new-key`, form: newKeyForm };
    return (
      <>
        <PageHead title={t('newKeyTitle')} sub={t('newKeySub')} crumbs={crumbs(ui, t('newKeyTitle'))} />
        <ActionForm {...form} class="form">
          <FormField {...form} name="position" as="select" empty={t('personal')} options={postOptions(ui, posts)} />
          <FormField {...form} name="keyKind" as="radios" value="rsa-3072" options={kindOptions(ui)} />
          <FormField {...form} name="newPassphrase" size="m" />
          <FormField {...form} name="again" size="m" />
          <ButtonRow><Button kind="main">{t('makeKey')}</Button><ButtonLink href={base}>{t('back')}</ButtonLink></ButtonRow>
        </ActionForm>
      </>
    );
  },
});

export const uploadPage = definePage({
  path: `${base}/upload`,
  permission,
  load: async (tx, { actor, services }) => ok({ posts: await postsOf(tx, actor.id, services.clock.today()) }),
  title: (_data, ui) => ui.text(m.words('uploadTitle')),
  view({ posts }, ui) {
    const t = m.in(ui.lang);
    const form = { ui, action: `${base}/upload`, form: uploadForm };
    return (
      <>
        <PageHead title={t('uploadTitle')} sub={t('uploadSub')} crumbs={crumbs(ui, t('uploadTitle'))} />
        <ActionForm {...form} class="form">
          <FormField {...form} name="p12" />
          <FormField {...form} name="p12Passphrase" size="m" />
          <FormField {...form} name="position" as="select" empty={t('personal')} options={postOptions(ui, posts)} />
          <ButtonRow><Button kind="main">{t('uploadButton')}</Button><ButtonLink href={base}>{t('back')}</ButtonLink></ButtonRow>
        </ActionForm>
      </>
    );
  },
});

interface OneData {
  readonly row: CertificateRow;
  readonly hasKey: boolean;
  readonly events: Awaited<ReturnType<typeof eventsOf>>;
  readonly now: Date;
  readonly soon: number;
  readonly demo: boolean;
}

export const myCertificatePage = definePage({
  path: `${base}/:id`,
  permission,
  params,
  async load(tx, { params: { id }, services }) {
    const row = await myCertificate(tx, id, services.clock.today());
    if (!row) return notFound();
    return ok<OneData>({ row, hasKey: (await certificatesWithKey(tx)).has(id), events: await eventsOf(tx, id), now: certificateTime(services), soon: await soonDays(tx), demo: services.config.demo && isDemoCertificate(row) });
  },
  title: ({ row }, ui) => nameOfPost(ui, row),
  view: OneView,
});

function OneView({ row, hasKey, events, now, soon, demo }: OneData, ui: Ui): VNode {
  const t = m.in(ui.lang);
  return (
    <div class="stack-l">
      <PageHead title={nameOfPost(ui, row)} crumbs={crumbs(ui, nameOfPost(ui, row))}
        sub={<CertificateMark ui={ui} row={row} now={now} soonDays={soon} />}
        actions={row.hasRequest && mayTake('take-in', row.state) ? <ButtonLink kind="main" href={`${base}/${row.id}/request.csr`} data-turbo="false">{t('csr')}</ButtonLink> : undefined} />
      <CertificateWarnings ui={ui} row={row} />
      {demo && !events.some((event) => event.act === 'passphrase-changed') ? <DemoPassphrase ui={ui} /> : null}
      <NextStep ui={ui} row={row} hasKey={hasKey} />
      <CertificateFactsList ui={ui} row={row} hasKey={hasKey} />
      {row.state === 'active' && hasKey ? <KeyCare ui={ui} row={row} now={now} /> : null}
      {mayTake('remove', row.state) ? <Remove ui={ui} row={row} /> : null}
      <CertificateHistory ui={ui} events={events} />
    </div>
  );
}

/** What the holder does next: a key, the certificate that came, or taking it over. */
function NextStep({ ui, row, hasKey }: { ui: Ui; row: CertificateRow; hasKey: boolean }): VNode | null {
  const t = m.in(ui.lang);
  const at = `${base}/${row.id}`;
  const make = { ui, action: `${at}/key`, form: keyForm };
  const take = { ui, action: `${at}/certificate`, form: takeForm };
  const begin = { ui, action: `${at}/begin`, form: beginForm };
  if (row.state === 'received' && hasKey) {
    return (
      <Section title={t('beginTitle')}>
        <p>{t('beginText')}</p>
        <ActionForm {...begin} class="form" scope="begin"><FormField {...begin} name="passphrase" size="m" /><ButtonRow><Button kind="main">{t('beginButton')}</Button></ButtonRow></ActionForm>
      </Section>
    );
  }
  if (!mayTake('take-in', row.state) && row.state !== 'received') return null;
  return (
    <>
      {hasKey ? (
        <Section title={t('takeTitle')}>
          <p>{t('takeText')}</p>
          <ActionForm {...take} class="form" scope="take">
            <FormField {...take} name="certificateFile" />
            <FormField {...take} name="passphrase" size="m" />
            <ButtonRow><Button>{t('takeButton')}</Button></ButtonRow>
          </ActionForm>
        </Section>
      ) : null}
      {!hasKey && mayTake('make-key', row.state) ? (
        <Section title={t('makeTitle')}>
          <ActionForm {...make} class="form" scope="make">
            <FormField {...make} name="keyKind" as="radios" value="rsa-3072" options={kindOptions(ui)} />
            <FormField {...make} name="newPassphrase" size="m" />
            <FormField {...make} name="again" size="m" />
            <ButtonRow><Button kind="main">{t('makeKey')}</Button></ButtonRow>
          </ActionForm>
        </Section>
      ) : null}
      {hasKey ? null : <OwnFile ui={ui} at={at} />}
    </>
  );
}

function OwnFile({ ui, at }: { ui: Ui; at: string }): VNode {
  const t = m.in(ui.lang);
  const p12 = { ui, action: `${at}/p12`, form: p12Form };
  return (
    <Section title={t('ownFileTitle')}>
      <ActionForm {...p12} class="form" scope="p12">
        <FormField {...p12} name="p12" />
        <FormField {...p12} name="p12Passphrase" size="m" />
        <ButtonRow><Button>{t('uploadButton')}</Button></ButtonRow>
      </ActionForm>
    </Section>
  );
}

function KeyCare({ ui, row, now }: { ui: Ui; row: CertificateRow; now: Date }): VNode {
  const t = m.in(ui.lang);
  const at = `${base}/${row.id}`;
  const test = { ui, action: `${at}/test`, form: testForm };
  const change = { ui, action: `${at}/passphrase`, form: changeForm };
  return (
    <>
      {shownState(row, now) === 'expired' ? null : (
        <Section title={t('testTitle')}>
          <p class="quiet">{t('testText')}</p>
          <ActionForm {...test} class="form" scope="test"><FormField {...test} name="passphrase" size="m" /><ButtonRow><Button>{t('testButton')}</Button></ButtonRow></ActionForm>
        </Section>
      )}
      <Folded ui={ui} at={change.action} label={t('changeTitle')}>
        <ActionForm {...change} class="form" scope="change">
          <FormField {...change} name="current" size="m" />
          <FormField {...change} name="newPassphrase" label={t('newOne')} size="m" />
          <FormField {...change} name="again" size="m" />
          <ButtonRow><Button>{t('changeButton')}</Button></ButtonRow>
        </ActionForm>
      </Folded>
    </>
  );
}

function Remove({ ui, row }: { ui: Ui; row: CertificateRow }): VNode {
  const t = m.in(ui.lang);
  const remove = { ui, action: `${base}/${row.id}/remove`, form: removeForm };
  return (
    <Folded ui={ui} at={remove.action} label={t('removeTitle')}>
      <p class="quiet measure">{t('removeText')}</p>
      <ActionForm {...remove} class="form" scope="remove"><FormField {...remove} name="reason" size="m" /><ButtonRow><Button kind="danger">{t('removeButton')}</Button></ButtonRow></ActionForm>
    </Folded>
  );
}

export const myRequestDownload = defineDownload({
  path: `${base}/:id/request.csr`,
  permission,
  params,
  async load(tx, { params: { id }, services }) {
    const row = await myCertificate(tx, id, services.clock.today());
    const pem = row && (await requestOf(tx, id));
    return pem === undefined ? notFound() : ok({ body: pem, contentType: 'application/pkcs10', fileName: `request-${id}.csr`, disposition: 'attachment' as const });
  },
});
