import type { VNode } from 'preact';
import { z } from 'zod';
import { together } from '../../../../platform/db/together.ts';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import type { InboxRow, InboxSource } from '../../../../platform/inbox/inbox.ts';
import { readInbox, type InboxPage } from '../../../../platform/inbox/read-inbox.ts';
import { ok } from '../../../../platform/result.ts';
import { bangkokDate, formatDate, formatEnglishDate, localDate, workingDaysBetween, type OfficeCalendar } from '../../../../thai/index.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { Due } from '../../../../ui/components/due.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { KeyHints } from '../../../../ui/components/key-hints.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { RowList, type Row } from '../../../../ui/components/row-list.tsx';
import { Stamp } from '../../../../ui/components/stamp.tsx';
import { QuickFilters } from '../../../../ui/components/tabs.tsx';
import { ListAndPreview } from '../../../../ui/layouts/desk.tsx';
import { officeCalendar } from '../../../organisation/index.ts';
import { messages } from '../../messages.ts';

const pageSize = 50;
/** Beyond this many working days a date tells more than a count. */
const farOff = 10;

interface InboxData {
  readonly inbox: InboxPage;
  readonly kind: string | undefined;
  readonly chosen: InboxRow | undefined;
  readonly preview: ((ui: Ui) => VNode) | undefined;
  readonly calendar: OfficeCalendar;
  readonly sources: readonly InboxSource[];
}

/** "รอฉันดำเนินการ": the first page of everyone who works here. */
export function inboxPage(sources: () => readonly InboxSource[]) {
  return definePage({
    path: '/',
    permission: { signedIn: 'everyone sees what waits for them, and only that' },
    frame: 'full',
    query: z.object({ kind: z.string().max(40).optional(), after: z.string().max(200).optional(), open: z.string().max(80).optional() }),
    async load(tx, { query }) {
      const [inbox, calendar] = await together([readInbox(tx, sources(), { kind: query.kind, after: query.after, limit: pageSize }), officeCalendar(tx)]);
      const chosen = inbox.rows.find((row) => row.key === query.open) ?? inbox.rows[0];
      const source = sources().find((item) => item.kind === chosen?.kind);
      const preview = chosen ? await source?.preview?.(tx, chosen.key) : undefined;
      return ok({ inbox, kind: query.kind, chosen, preview, calendar, sources: sources() });
    },
    title: (_data: InboxData, ui) => messages.in(ui.lang)('inbox.title'),
    view: (data: InboxData, ui) => <Inbox data={data} ui={ui} />,
  });
}

function Inbox({ data, ui }: { data: InboxData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { inbox, kind } = data;
  const filters = [
    { label: t('inbox.all'), href: '/', current: !kind },
    ...data.sources
      .filter((source) => (inbox.counts.get(source.kind) ?? 0) > 0 || source.kind === kind)
      .map((source) => ({ label: ui.text(source.label), href: `/?kind=${source.kind}`, count: inbox.counts.get(source.kind) ?? 0, current: source.kind === kind })),
  ];
  const query = kind ? `kind=${encodeURIComponent(kind)}&` : '';
  const shown = kind ? (inbox.counts.get(kind) ?? 0) : inbox.total;
  return (
    <ListAndPreview
      head={
        <>
          <h1>
            {t('inbox.title')} <span class="quiet mid">{t('inbox.items', { n: inbox.total })}</span>
          </h1>
          <QuickFilters items={filters} />
        </>
      }
      list={
        <>
          <RowList
            label={t('inbox.title')}
            heads={{ no: t('inbox.no'), title: t('inbox.subject'), from: t('inbox.from'), due: t('inbox.due') }}
            rows={inbox.rows.map((row) => rowOf(row, data, ui))}
            empty={kind ? <EmptyState title={t('inbox.empty.kind')}>{t('inbox.empty.kind.text')}</EmptyState> : <EmptyState title={t('inbox.empty')}>{t('inbox.empty.text')}</EmptyState>}
          />
          {inbox.next ? <Pager range={t('inbox.range', { n: inbox.rows.length, total: shown })} next={{ href: `/?${query}after=${encodeURIComponent(inbox.next)}` }} /> : null}
          {inbox.rows.length > 0 ? <KeyHints hints={[{ keys: ['j', 'k'], label: ui.lang === 'th' ? 'ขึ้นลง' : 'move' }, { keys: ['Enter'], label: ui.lang === 'th' ? 'เปิด' : 'open' }]} /> : null}
        </>
      }
      preview={<Preview data={data} ui={ui} />}
      previewLabel={t('inbox.preview')}
    />
  );
}

function rowOf(row: InboxRow, data: InboxData, ui: Ui): Row {
  return {
    href: row.href,
    no: row.reference,
    title: row.subject,
    from: row.from,
    read: row.read,
    current: row.key === data.chosen?.key,
    stamp: <Stamps row={row} ui={ui} />,
    due: <DueOf row={row} calendar={data.calendar} ui={ui} />,
  };
}

const levels = { urgent: 1, 'very-urgent': 2, 'most-urgent': 3 } as const;

function Stamps({ row, ui }: { row: InboxRow; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  const urgency = row.urgency as keyof typeof levels | null;
  const secrecy = row.secrecy as 'confidential' | 'secret' | null;
  if (!urgency && !secrecy) return null;
  return (
    <>
      {secrecy ? <Stamp kind="secrecy">{t(`secrecy.${secrecy}`)}</Stamp> : null}
      {urgency ? <Stamp level={levels[urgency]}>{t(`urgency.${urgency}`)}</Stamp> : null}
    </>
  );
}

function DueOf({ row, calendar, ui, full }: { row: InboxRow; calendar: OfficeCalendar; ui: Ui; full?: boolean }): VNode {
  if (!row.due_on) return <Due />;
  const due = localDate(row.due_on);
  const today = bangkokDate(ui.now);
  const words = ui.lang === 'th' ? formatDate(due, { style: 'short' }) : formatEnglishDate(due, 'short');
  const left = due >= today ? workingDaysBetween(calendar, today, due) : negative(workingDaysBetween(calendar, due, today));
  if (left === undefined || left > farOff) return <Due when={words} iso={due} />;
  return <Due workingDays={left} when={words} iso={due} {...(full ? { full: true } : {})} />;
}

const negative = (n: number | undefined): number | undefined => (n === undefined ? undefined : -Math.max(1, n));

function Preview({ data, ui }: { data: InboxData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { chosen } = data;
  if (!chosen) return <p class="quiet">{t('inbox.preview.none')}</p>;
  const source = data.sources.find((item) => item.kind === chosen.kind);
  const step = source?.steps[chosen.step];
  return (
    <>
      <div class="btn-row">
        <ButtonLink kind="main" href={chosen.href}>
          {step ? ui.text(step) : t('inbox.open')}
        </ButtonLink>
      </div>
      {data.preview ? data.preview(ui) : <PreviewFacts row={chosen} data={data} ui={ui} />}
    </>
  );
}

/** Where a line has no paper: its facts, large enough to decide whether to open it. */
function PreviewFacts({ row, data, ui }: { row: InboxRow; data: InboxData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const arrived = bangkokDate(row.arrived_at);
  return (
    <div class="stack-s">
      <h2>{row.subject}</h2>
      <dl class="dl">
        <dt>{t('inbox.no')}</dt>
        <dd>{row.reference}</dd>
        <dt>{t('inbox.from')}</dt>
        <dd>{row.from}</dd>
        <dt>{t('inbox.arrived')}</dt>
        <dd>{ui.lang === 'th' ? formatDate(arrived, { style: 'short' }) : formatEnglishDate(arrived, 'short')}</dd>
        <dt>{t('inbox.dueOn')}</dt>
        <dd>
          <DueOf row={row} calendar={data.calendar} ui={ui} full />
        </dd>
      </dl>
    </div>
  );
}
