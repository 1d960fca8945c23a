// The agreement of a unit: proposed, signed by its head, then by the executive; authority is asked on the day.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { password, textarea } from '../../../../../platform/forms/fields.ts';
import { defineForm, emptyForm } from '../../../../../platform/forms/form.ts';
import { ActionButton, ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { defineAction, defineDownload, definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notify } from '../../../../../platform/notify/notify.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import type { Services } from '../../../../../platform/services.ts';
import { dayWords, momentWords } from '../../../../../platform/when.ts';
import { localDate } from '../../../../../thai/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { LevelSteps } from '../../../../../ui/components/level-steps.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { confirmOwnPassword, personName, positionById, positionHolder, requireAuthority, unitLabel } from '../../../../organisation/index.ts';
import { cardHref, cardParams, returnsCard, writesCard } from '../../access.ts';
import { contentFor, differs, readCard, staffOf, type CardView } from '../../load.ts';
import { messages } from '../../messages.ts';
import { scorecardNews } from '../../news.ts';
import { CardFindings, CardStateMark, CardTabs, crumbsOf } from '../../shown.tsx';
import { addReaders, hashOf, proposeAgreement, returnAgreement, signAgreement, signingRoles, type Agreement, type SigningRole } from '../../store/agreements.ts';
import { lockCard } from '../../store/cards.ts';
import { agreementDocument } from './paper.ts';

const m = messages.words;
export const signForm = defineForm({ password: password({ label: m('password'), autoComplete: 'current-password' }) });
export const returnForm = defineForm({ reason: textarea({ label: m('returnReason'), min: 3, max: 2000, rows: 2 }) });

/** Whose turn it is; undefined where nothing waits for a signature. */
export const turnOf = (agreement: Agreement | undefined): SigningRole | undefined => (agreement?.state === 'proposed' ? 'head' : agreement?.state === 'head-signed' ? 'executive' : undefined);
const seatOf = (agreement: Agreement, role: SigningRole): number => (role === 'head' ? agreement.headPositionId : agreement.executivePositionId);

async function load(tx: ReadTx, id: number, { clock }: Pick<Services, 'clock'>) {
  const view = await readCard(tx, id, clock.today());
  if (!view) return undefined;
  const turn = turnOf(view.agreement);
  const mine = turn && view.agreement ? await requireAuthority(tx, tx.actor, seatOf(view.agreement, turn), clock.today()) : undefined;
  return { view, turn, maySign: mine?.ok ?? false, writes: writesCard(tx.actor, view.card), mayReturn: turn !== undefined && returnsCard(tx.actor, view.card) };
}
type Data = NonNullable<Awaited<ReturnType<typeof load>>>;

export const agreementPage = definePage({
  path: '/performance/scorecards/:id/agreement',
  permission: 'performance.read',
  params: cardParams,
  async load(tx, { params, services }) {
    const found = await load(tx, params.id, services);
    return found ? ok(found) : notFound(m('notFound'));
  },
  title: (_data, ui) => ui.text(m('agreement')),
  view: AgreementView,
});

function AgreementView({ view, turn, maySign, writes, mayReturn }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const { agreement, card } = view;
  const at = (rest: string) => cardHref(card.id, rest);
  const sign = { ui, action: at('/agreement/sign'), form: signForm };
  const back = { ui, action: at('/agreement/return'), form: returnForm };
  const title = turn === 'head' ? agreement?.content.headTitle : agreement?.content.executiveTitle;
  return (
    <div class="stack-l">
      <PageHead title={t('agreement')} sub={unitLabel(view.unit, ui.lang)} crumbs={crumbsOf(ui, view, t('agreement'))}
        actions={agreement ? <ButtonLink href={at('/agreement.pdf')} plainVisit>{t('pdf')}</ButtonLink> : undefined} />
      <CardTabs ui={ui} view={view} at="/agreement" />
      {agreement?.state === 'returned' ? <Notice kind="warn">{t('waits.returned', { reason: agreement.returnReason ?? '' })}</Notice> : null}
      {writes && !turn && view.state !== 'signed' ? <Propose ui={ui} view={view} /> : null}
      {agreement ? <Version ui={ui} view={view} agreement={agreement} /> : <EmptyState title={t('noAgreement')} />}
      {turn && maySign ? (
        <Section title={t('sign')}>
          <p class="measure">{t('signNote', { title: title ?? '' })}</p>
          <ActionForm {...sign} class="form"><FormField {...sign} name="password" /><ButtonRow><Button kind="main">{t('sign')}</Button></ButtonRow></ActionForm>
        </Section>
      ) : null}
      {mayReturn ? (
        <details class="fold">
          <summary>{t('return')}</summary>
          <ActionForm {...back} class="form"><FormField {...back} name="reason" rows={2} /><ButtonRow><Button kind="danger">{t('return')}</Button></ButtonRow></ActionForm>
        </details>
      ) : null}
      {view.agreements.length > 1 ? (
        <Section title={t('earlier')}>
          <ul>{view.agreements.toReversed().map((one) => <li>{t('version', { n: one.version })} · {t(`state.${one.state}`)} · {momentWords(ui.lang, one.proposedAt)} <a href={at(`/agreement.pdf?version=${one.version}`)} data-turbo="false">PDF</a></li>)}</ul>
        </Section>
      ) : null}
    </div>
  );
}

function Propose({ ui, view }: { ui: Ui; view: CardView }): VNode {
  const t = messages.in(ui.lang);
  if (view.findings.length > 0 || view.lines.length === 0) {
    return <Notice kind="warn" title={t('proposeFirst')}>{view.lines.length === 0 ? <a href={cardHref(view.card.id, '/lines/new')}>{t('waits.lines')}</a> : <CardFindings ui={ui} view={view} editable />}</Notice>;
  }
  return (
    <Section title={t('propose')}>
      <p class="measure">{t('proposeNote')}</p>
      {view.card.executivePositionId === null ? <p><a href={cardHref(view.card.id, '/settings')}>{t('noExecutive')}</a></p> : <ActionButton ui={ui} action={cardHref(view.card.id, '/agreement/propose')} kind="main">{t('propose')}</ActionButton>}
    </Section>
  );
}

function Version({ ui, view, agreement }: { ui: Ui; view: CardView; agreement: Agreement }): VNode {
  const t = messages.in(ui.lang);
  const { content, signatures } = agreement;
  return (
    <Section title={t('version', { n: agreement.version })} aside={<CardStateMark ui={ui} state={agreement.state === 'signed' ? view.state : agreement.state} />}>
      <p class="quiet">{t('proposedBy', { name: agreement.proposedByName, when: momentWords(ui.lang, agreement.proposedAt) })}</p>
      <Table caption={t('lines')} captionHidden rows={content.lines} rowKey={({ title }) => title}
        columns={[
          { key: 'line', head: t('line'), kind: 'main', cell: (line) => <>{line.title}{line.contribution ? <div class="quiet small">{t('fromIndicator', { key: line.from, share: line.contribution })}</div> : null}{line.cannot ? <div class="small">{t('cannot')}: {line.cannot}</div> : null}</> },
          { key: 'weight', head: t('weight'), kind: 'num', cell: ({ weight }) => weight },
          { key: 'levels', head: t('levels'), cell: ({ levels }) => <LevelSteps label={t('levels')} values={levels} /> },
        ]} />
      <DefinitionList ruled items={[
        ...signingRoles.map((role) => {
          const signed = signatures.find((one) => one.role === role);
          const seat = role === 'head' ? content.headTitle : content.executiveTitle;
          return { term: `${t(`role.${role}`)}: ${seat}`, value: signed ? `${signed.personName} · ${t('signedOn', { day: dayWords(ui.lang, localDate(signed.signedOn)) })} · ${t('authority')}: ${t(`authority.${signed.authority.kind}`)}` : t('notYet') };
        }),
        { term: t('hash'), value: <span class="wrap-anywhere">{agreement.contentHash}</span> },
      ]} />
    </Section>
  );
}

const audit = (action: string, view: CardView, detail: Record<string, unknown>) => ({ action: `performance.agreement-${action}`, subject: { type: 'performance.scorecard', id: view.card.id }, unitId: view.card.unitId, detail });

export const proposeAction = defineAction({
  path: '/performance/scorecards/:id/agreement/propose',
  permission: 'performance.report',
  params: cardParams,
  form: emptyForm,
  page: agreementPage,
  async run(tx, { params, actor, services }) {
    const today = services.clock.today();
    const before = await readCard(tx, params.id, today);
    if (!before || !writesCard(actor, before.card)) return notFound(m('notFound'));
    await lockCard(tx, params.id);
    const view = await readCard(tx, params.id, today) as CardView;
    if (turnOf(view.agreement)) return fail('AGREEMENT_OPEN', m('alreadyOpen'), { status: 409 });
    if (view.lines.length === 0 || view.findings.length > 0) return fail('SCORECARD_WRONG', view.findings[0]?.words ?? m('waits.lines'));
    if (view.signed && !differs(view.signed, view.card, view.lines)) return fail('NOTHING_NEW', m('sameAsSigned'), { status: 409 });
    const { head, executive, content } = await contentFor(tx, view, today);
    if (!head) return fail('NO_HEAD', m('noHead'));
    if (!executive) return fail('NO_EXECUTIVE', m('noExecutive'));
    const made = await proposeAgreement(tx, params.id, content, { headPositionId: head.id, executivePositionId: executive.id }, services.clock.now());
    await tellSigner(tx, view, head.id, today);
    return ok({ audit: audit('proposed', view, made), goTo: cardHref(params.id, '/agreement'), flash: m('proposed') });
  },
});

async function tellSigner(tx: Parameters<typeof notify>[0], view: CardView, positionId: number, today: string): Promise<void> {
  const holder = await positionHolder(tx, positionId, today);
  if (holder) await notify(tx, [holder.personId], m('news.sign', { year: view.card.fiscalYear, unit: view.unit.abbreviation || view.unit.name }), cardHref(view.card.id, '/agreement'), { kind: scorecardNews });
}

export const signAction = defineAction({
  path: '/performance/scorecards/:id/agreement/sign',
  permission: 'performance.read',
  params: cardParams,
  form: signForm,
  page: agreementPage,
  async run(tx, { params, input, actor, services }) {
    const today = services.clock.today();
    const seen = await readCard(tx, params.id, today);
    if (!seen) return notFound(m('notFound'));
    const seenTurn = turnOf(seen.agreement);
    if (!seen.agreement || !seenTurn) return fail('NOT_YOUR_TURN', m('notTurn'), { status: 403 });
    // Authority is checked when used: the post, the acting order and its dates on this day.
    const authority = await requireAuthority(tx, actor, seatOf(seen.agreement, seenTurn), today);
    if (!authority.ok) return authority;
    const proved = await confirmOwnPassword(tx, services, actor, input.password, 'password');
    if (!proved.ok) return proved;
    await lockCard(tx, params.id);
    const view = await readCard(tx, params.id, today) as CardView;
    const { agreement } = view;
    if (!agreement || agreement.id !== seen.agreement.id || turnOf(agreement) !== seenTurn) return fail('NOT_YOUR_TURN', m('notTurn'), { status: 409 });
    if (hashOf(agreement.content) !== agreement.contentHash) return fail('CONTENT_CHANGED', m('changedMeanwhile'), { status: 409 });
    const now = services.clock.now();
    const seat = await positionById(tx, seatOf(agreement, seenTurn));
    const positionTitle = authority.value.words ?? seat?.title ?? (seenTurn === 'head' ? agreement.content.headTitle : agreement.content.executiveTitle);
    await signAgreement(tx, agreement, { role: seenTurn, personId: actor.id, personName: await personName(tx, actor.id) ?? actor.name, positionTitle, authority: authority.value, signedOn: today }, now);
    if (seenTurn === 'head') await tellSigner(tx, view, agreement.executivePositionId, today);
    else {
      const staff = await staffOf(tx, view.unit.id, today);
      await addReaders(tx, agreement.id, staff);
      await notify(tx, staff.map(({ personId }) => personId), m('news.read', { year: view.card.fiscalYear, unit: view.unit.abbreviation || view.unit.name }), cardHref(params.id, '/readers'), { kind: scorecardNews });
    }
    return ok({ audit: { ...audit('signed', view, { version: agreement.version, role: seenTurn, contentHash: agreement.contentHash }), authority: authority.value }, goTo: cardHref(params.id, '/agreement'), flash: m('signed') });
  },
});

export const returnAction = defineAction({
  path: '/performance/scorecards/:id/agreement/return',
  permission: 'performance.read',
  params: cardParams,
  form: returnForm,
  page: agreementPage,
  async run(tx, { params, input, actor, services }) {
    const today = services.clock.today();
    const seen = await readCard(tx, params.id, today);
    if (!seen || !returnsCard(actor, seen.card)) return notFound(m('notFound'));
    await lockCard(tx, params.id);
    const view = await readCard(tx, params.id, today) as CardView;
    if (!view.agreement || !turnOf(view.agreement)) return fail('NOT_OPEN', m('notTurn'), { status: 409 });
    await returnAgreement(tx, view.agreement.id, input.reason, services.clock.now());
    const head = await positionHolder(tx, view.agreement.headPositionId, today);
    if (head && head.personId !== actor.id) await notify(tx, [head.personId], m('news.returned', { unit: view.unit.abbreviation || view.unit.name, reason: input.reason }), cardHref(params.id, '/agreement'), { kind: scorecardNews });
    return ok({ audit: audit('returned', view, { version: view.agreement.version, reason: input.reason }), goTo: cardHref(params.id, '/agreement'), flash: m('returned') });
  },
});

export const agreementPdf = defineDownload({
  path: '/performance/scorecards/:id/agreement.pdf',
  permission: 'performance.read',
  params: cardParams,
  query: z.object({ version: z.coerce.number().int().positive().optional().catch(undefined) }),
  async load(tx, { params, query, services }) {
    const view = await readCard(tx, params.id, services.clock.today());
    const agreement = query.version === undefined ? view?.agreement : view?.agreements.find(({ version }) => version === query.version);
    if (!view || !agreement) return notFound(m('notFound'));
    const made = await services.paper.renderPdf(agreementDocument(agreement), { createdAt: agreement.proposedAt });
    if (!made.ok) return fail(made.code, made.message, { status: 503 });
    return ok({ body: made.value.pdf, contentType: 'application/pdf', fileName: `${messages.th.agreement}-${view.unit.abbreviation || view.unit.id}-${view.card.fiscalYear}-${agreement.version}.pdf`, disposition: 'inline' });
  },
});
