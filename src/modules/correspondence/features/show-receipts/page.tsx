// Who received a letter, who opened it and who acknowledged it: for the unit that sent it.
import type { VNode } from 'preact';
import { z } from 'zod';
import { can } from '../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Progress } from '../../../../ui/components/progress.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { QuickFilters } from '../../../../ui/components/tabs.tsx';
import { toCsv } from '../../csv.ts';
import { printedReference } from '../../domain/reference.ts';
import { letterHref } from '../../href.ts';
import { messages as shared } from '../../messages.ts';
import { letterParams } from '../../params.ts';
import { address, instantText } from '../../shown.tsx';
import { findLetter } from '../../store/letters.ts';
import type { Letter } from '../../store/letters.ts';
import { receiptCounts, receiptsOf, receiptStates } from '../../store/recipients.ts';
import type { Receipt, ReceiptCounts, ReceiptState } from '../../store/recipients.ts';
import { messages } from './messages.ts';
import { UnreadMap, unreadUnits, type UnreadUnits } from './unread.tsx';

const pageSize = 100;
const query = z.object({
  state: z.enum(receiptStates).optional().catch(undefined),
  afterLabel: z.string().max(300).optional().catch(undefined),
  afterId: z.coerce.number().int().positive().optional().catch(undefined),
});

interface Data {
  readonly letter: Letter;
  readonly counts: ReceiptCounts;
  readonly receipts: readonly Receipt[];
  readonly more: boolean;
  readonly state: ReceiptState | undefined;
  readonly later: boolean;
  /** Of a circular that went to provincial offices. */
  readonly units: UnreadUnits | undefined;
}

/** The letter, when its receipts are the actor's to see: of the sender's unit, with the right to its register. */
export async function ownLetter(tx: ReadTx, id: number): Promise<Letter | undefined> {
  const letter = await findLetter(tx, id);
  return letter && tx.actor.principals.includes(letter.unitId) && can(tx.actor, 'correspondence.read-register', letter.unitId) ? letter : undefined;
}

export const receiptsPage = definePage({
  path: '/letters/:id/receipts',
  permission: 'correspondence.read-register',
  params: letterParams,
  query,
  async load(tx, { params, query: asked, services }) {
    const letter = await ownLetter(tx, params.id);
    if (!letter) return notFound();
    const after = asked.afterLabel !== undefined && asked.afterId !== undefined ? { label: asked.afterLabel, id: asked.afterId } : undefined;
    const found = await receiptsOf(tx, params.id, { state: asked.state, after, limit: pageSize + 1 });
    return ok({ letter, counts: await receiptCounts(tx, params.id), receipts: found.slice(0, pageSize), more: found.length > pageSize, state: asked.state, later: after !== undefined, units: letter.circular ? await unreadUnits(tx, letter, services.clock.today()) : undefined });
  },
  title: (data, ui) => `${messages.in(ui.lang)('title')} ${printedReference(data.letter.reference)}`,
  view: ReceiptsView,
});

/** Largest list in one file; a letter to more recipients is exported by state. */
const exportLimit = 50_000;

export const receiptsCsv = defineDownload({
  path: '/letters/:id/receipts.csv',
  permission: 'correspondence.read-register',
  params: letterParams,
  query: z.object({ state: z.enum(receiptStates).optional().catch(undefined) }),
  async load(tx, { params, query: asked, actor }) {
    const letter = await ownLetter(tx, params.id);
    if (!letter) return notFound();
    const ui = { lang: actor.language ?? 'th' };
    const t = messages.in(ui.lang);
    const when = (at: Date | null) => (at ? instantText(ui, at) : '');
    const rows = await receiptsOf(tx, params.id, { state: asked.state, limit: exportLimit });
    const body = toCsv(
      [t('recipient'), t('kind'), t('delivered'), t('opened'), t('openedBy'), t('acked'), t('ackedBy')],
      rows.map((row) => [row.label, t(`kind.${row.recipientKind}`), when(row.deliveredAt), when(row.openedAt), row.openedBy, when(row.acknowledgedAt), row.acknowledgedBy]),
    );
    return ok({ body, contentType: 'text/csv; charset=utf-8', fileName: `${t('fileName')}-${letter.reference.replaceAll(/[\s/]+/g, '-')}.csv`, disposition: 'attachment' });
  },
});

function ReceiptsView({ letter, counts, receipts, more, state, later, units }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const path = letterHref(letter.id, '/receipts');
  const last = receipts.at(-1);
  const event = (at: Date | null, by: string | null, none: string) =>
    at ? <>{instantText(ui, at)}{by ? <div class="quiet small">{t('by', { name: by })}</div> : null}</> : <span class="quiet">{none}</span>;
  return (
    <div class="stack">
      <PageHead
        title={t('title')}
        sub={`${printedReference(letter.reference)} ${letter.subject}`}
        crumbs={[{ label: s('sentLetters'), href: '/sent-letters' }, { label: printedReference(letter.reference), href: letterHref(letter.id) }, { label: t('title') }]}
      />
      <Progress label={t('progressOpened')} value={counts.opened} max={Math.max(1, counts.all)} words={t('of', { n: counts.opened, all: counts.all })} />
      <Progress label={t('progressAcked')} value={counts.acknowledged} max={Math.max(1, counts.all)} words={t('of', { n: counts.acknowledged, all: counts.all })} />
      {units && state === undefined && !later ? <UnreadMap letter={letter} units={units} ui={ui} /> : null}
      <QuickFilters items={[
        { label: t('all'), href: path, count: counts.all, current: state === undefined },
        { label: t('unopened'), href: address(path, { state: 'unopened' }), count: counts.all - counts.opened, current: state === 'unopened' },
        { label: t('openedOnly'), href: address(path, { state: 'opened' }), count: counts.opened - counts.acknowledged, current: state === 'opened' },
        { label: t('acknowledged'), href: address(path, { state: 'acknowledged' }), count: counts.acknowledged, current: state === 'acknowledged' },
      ]} />
      <Table caption={t('title')} captionHidden rows={receipts} rowKey={(row) => String(row.recipientId)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        columns={[
          { key: 'label', head: t('recipient'), kind: 'main', cell: (row) => row.label },
          { key: 'delivered', head: t('delivered'), cell: (row) => instantText(ui, row.deliveredAt) },
          { key: 'opened', head: t('opened'), cell: (row) => event(row.openedAt, row.openedBy, t('unopened')) },
          { key: 'acked', head: t('acked'), cell: (row) => event(row.acknowledgedAt, row.acknowledgedBy, t('notAcked')) },
        ]} />
      <Pager
        previous={later ? { href: address(path, { state }), label: s('first') } : undefined}
        next={more && last ? { href: address(path, { state, afterLabel: last.label, afterId: last.recipientId }), label: s('next') } : undefined}
        extra={[{ label: s('csv'), href: address(letterHref(letter.id, '/receipts.csv'), { state }), download: true }]}
      />
    </div>
  );
}
