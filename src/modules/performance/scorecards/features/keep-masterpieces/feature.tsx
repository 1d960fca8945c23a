// Pieces of work of a unit under the masterpiece topic, and the pack for the budget committees.
import type { VNode } from 'preact';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { text, textarea } from '../../../../../platform/forms/fields.ts';
import { defineForm, emptyForm } from '../../../../../platform/forms/form.ts';
import { ActionButton, ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { defineAction, defineDownload, definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import type { Services } from '../../../../../platform/services.ts';
import type { PaperDocument } from '../../../../../paper/index.ts';
import { Button, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { unitLabel } from '../../../../organisation/index.ts';
import { cardHref, cardParams, pieceParams, writesCard } from '../../access.ts';
import { readCard } from '../../load.ts';
import { messages } from '../../messages.ts';
import { CardTabs, crumbsOf } from '../../shown.tsx';
import { addMasterpiece, masterpiecesOf, removeMasterpiece } from '../../store/cards.ts';

const m = messages.words;
export const pieceForm = defineForm({
  title: text({ label: m('pieceTitle'), min: 2, max: 300 }),
  story: textarea({ label: m('story'), max: 5000, rows: 3, optional: true }),
  clip: text({ label: m('clip'), hint: m('clipHint'), max: 500, optional: true }),
  picture: text({ label: m('picture'), hint: m('clipHint'), max: 500, optional: true }),
  area: text({ label: m('area'), max: 200, optional: true }),
});

/** An address of the web or of this house; nothing that a browser would run. */
export const safeLink = (address: string): boolean => /^(https:\/\/[^\s/]+|\/(?![/\\]))\S*$/.test(address);

async function load(tx: ReadTx, id: number, { clock }: Pick<Services, 'clock'>) {
  const view = await readCard(tx, id, clock.today());
  return view && { view, pieces: await masterpiecesOf(tx, id), writes: writesCard(tx.actor, view.card) };
}
type Data = NonNullable<Awaited<ReturnType<typeof load>>>;

export const piecesPage = definePage({
  path: '/performance/scorecards/:id/masterpieces',
  permission: 'performance.read',
  params: cardParams,
  async load(tx, { params, services }) {
    const found = await load(tx, params.id, services);
    return found ? ok(found) : notFound(m('notFound'));
  },
  title: (_data, ui) => ui.text(m('masterpieces')),
  view: PiecesView,
});

function PiecesView({ view, pieces, writes }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const at = cardHref(view.card.id, '/masterpieces');
  const form = { ui, action: at, form: pieceForm };
  return (
    <div class="stack-l">
      <PageHead title={t('masterpieces')} sub={t('masterpiecesNote')} crumbs={crumbsOf(ui, view, t('masterpieces'))} />
      <CardTabs ui={ui} view={view} at="/masterpieces" />
      <Table caption={t('masterpieces')} captionHidden rows={pieces} rowKey={({ id }) => String(id)} empty={<EmptyState title={t('noPieces')} />}
        columns={[
          { key: 'title', head: t('pieceTitle'), kind: 'main', cell: (piece) => <>{piece.title}{piece.story ? <p class="quiet small">{piece.story}</p> : null}</> },
          { key: 'area', head: t('area'), cell: ({ area }) => area },
          { key: 'clip', head: t('clip'), cell: ({ clipHref }) => (clipHref ? <a href={clipHref} rel="noreferrer">{clipHref}</a> : '') },
          { key: 'picture', head: t('picture'), cell: ({ pictureHref }) => (pictureHref ? <a href={pictureHref} rel="noreferrer">{pictureHref}</a> : '') },
          ...(writes ? [{ key: 'act', head: t('removePiece'), kind: 'act' as const, cell: ({ id }: { id: number }) => <ActionButton ui={ui} action={`${at}/${id}/remove`} kind="quiet">{t('removePiece')}</ActionButton> }] : []),
        ]} />
      {writes ? (
        <Section title={t('addPiece')}>
          <ActionForm {...form} class="form">
            <FormField {...form} name="title" /><FormField {...form} name="story" rows={3} /><FormField {...form} name="clip" /><FormField {...form} name="picture" /><FormField {...form} name="area" size="m" />
            <ButtonRow><Button kind="main">{t('addPiece')}</Button></ButtonRow>
          </ActionForm>
        </Section>
      ) : null}
      <Pager print extra={pieces.length > 0 ? [{ label: t('packPdf'), href: cardHref(view.card.id, '/masterpieces.pdf'), download: true }] : []} />
    </div>
  );
}

/** An address keeps its digits on paper. */
const asWritten = (address: string) => [{ text: address || '–', asWritten: true }];

const audit = ({ view }: Data, detail: Record<string, unknown>) => ({ action: 'performance.masterpiece-changed', subject: { type: 'performance.scorecard', id: view.card.id }, unitId: view.card.unitId, detail });

export const addPieceAction = defineAction({
  path: '/performance/scorecards/:id/masterpieces',
  permission: 'performance.report',
  params: cardParams,
  form: pieceForm,
  page: piecesPage,
  async run(tx, { params, input, services }) {
    const found = await load(tx, params.id, services);
    if (!found || !found.writes) return notFound(m('notFound'));
    for (const name of ['clip', 'picture'] as const) if (input[name] !== undefined && !safeLink(input[name])) return fail('BAD_LINK', m('badLink'), { fields: { [name]: m('badLink') } });
    const id = await addMasterpiece(tx, params.id, { title: input.title, story: input.story ?? '', clipHref: input.clip ?? '', pictureHref: input.picture ?? '', area: input.area ?? '' }, services.clock.now());
    return ok({ audit: audit(found, { added: id, title: input.title }), goTo: cardHref(params.id, '/masterpieces'), flash: m('pieceAdded') });
  },
});

export const removePieceAction = defineAction({
  path: '/performance/scorecards/:id/masterpieces/:piece/remove',
  permission: 'performance.report',
  params: pieceParams,
  form: emptyForm,
  page: piecesPage,
  async run(tx, { params, services }) {
    const found = await load(tx, params.id, services);
    if (!found || !found.writes || !(await removeMasterpiece(tx, params.id, params.piece, services.clock.now()))) return notFound(m('notFound'));
    return ok({ audit: audit(found, { removed: params.piece }), goTo: cardHref(params.id, '/masterpieces'), flash: m('pieceRemoved') });
  },
});

export const piecesPdf = defineDownload({
  path: '/performance/scorecards/:id/masterpieces.pdf',
  permission: 'performance.read',
  params: cardParams,
  async load(tx, { params, services }) {
    const found = await load(tx, params.id, services);
    if (!found || found.pieces.length === 0) return notFound(m('notFound'));
    const t = messages.in('th');
    const document = {
      kind: 'table-report', orientation: 'landscape', heading: t('packHead'), titleLines: [unitLabel(found.view.unit), t('year1', { year: found.view.card.fiscalYear })],
      columns: [{ head: t('pieceTitle'), width: 3 }, { head: t('story'), width: 5 }, { head: t('area'), width: 1.6 }, { head: t('clip'), width: 2.6 }, { head: t('picture'), width: 2.6 }],
      rows: found.pieces.map(({ title, story, area, clipHref, pictureHref }) => [title, story || '–', area || '–', asWritten(clipHref), asWritten(pictureHref)]),
    } as unknown as PaperDocument;
    const made = await services.paper.renderPdf(document, { createdAt: services.clock.now() });
    if (!made.ok) return fail(made.code, made.message, { status: 503 });
    return ok({ body: made.value.pdf, contentType: 'application/pdf', fileName: `masterpiece-${found.view.unit.abbreviation || params.id}-${found.view.card.fiscalYear}.pdf`, disposition: 'inline' });
  },
});
