// Circulars that I received: unread ones stand out, the newest first.
import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import type { OfficeCalendar } from '../../../../thai/index.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { RowList } from '../../../../ui/components/row-list.tsx';
import { QuickFilters } from '../../../../ui/components/tabs.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { printedReference } from '../../domain/reference.ts';
import { letterHref } from '../../href.ts';
import { messages as shared } from '../../messages.ts';
import { officeCalendar } from '../../office.ts';
import { flag, optionalText, optionalTimeKey, optionalYear } from '../../params.ts';
import { address, dueMark, timeKey, urgencyStamp } from '../../shown.tsx';
import { receivedCirculars } from '../../store/letters.ts';
import type { ReceivedLine } from '../../store/letters.ts';
import { messages } from './messages.ts';

const pageSize = 40;
const query = z.object({ unread: flag, year: optionalYear, q: optionalText, before: optionalTimeKey });
type Query = z.infer<typeof query>;

interface Data {
  readonly lines: readonly ReceivedLine[];
  readonly more: boolean;
  readonly calendar: OfficeCalendar;
  readonly query: Query;
}

export const listReceivedPage = definePage({
  path: '/circulars',
  permission: 'correspondence.read',
  query,
  async load(tx, { query: asked }) {
    const found = await receivedCirculars(tx, { unread: asked.unread, year: asked.year, words: asked.q, before: asked.before, limit: pageSize + 1 });
    return ok({ lines: found.slice(0, pageSize), more: found.length > pageSize, calendar: await officeCalendar(tx), query: asked });
  },
  title: (_data, ui) => shared.in(ui.lang)('circulars'),
  view: ReceivedView,
});

function ReceivedView({ lines, more, calendar, query: asked }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const here = (change: { unread?: boolean; before?: string }) => address('/circulars', { unread: asked.unread, year: asked.year, q: asked.q, ...change });
  const filtered = asked.year !== undefined || asked.q !== undefined || asked.unread;
  const last = lines.at(-1);
  return (
    <div class="stack">
      <PageHead title={s('circulars')} sub={t('sub')} actions={ui.can('correspondence.draft') ? <ButtonLink kind="main" href="/drafts/new?form=circular">{t('compose')}</ButtonLink> : undefined} />
      <QuickFilters items={[
        { label: t('all'), href: here({ unread: false }), current: !asked.unread },
        { label: t('unread'), href: here({ unread: true }), current: asked.unread },
      ]} />
      <FilterBar action="/circulars" clearHref={filtered ? '/circulars' : undefined} hidden={asked.unread ? { unread: '1' } : undefined}>
        <TextField name="q" label={s('words')} optional value={asked.q ?? ''} size="m" />
        <TextField name="year" label={s('year')} optional inputMode="numeric" value={asked.year === undefined ? '' : String(asked.year)} size="s" />
      </FilterBar>
      <RowList
        label={s('circulars')}
        heads={{ no: s('reference'), title: s('subject'), from: s('from'), due: s('respondBy') }}
        rows={lines.map((line) => ({
          href: letterHref(line.id),
          no: printedReference(line.reference),
          title: line.state === 'recalled' || line.state === 'void' ? `(${s(`state.${line.state}`)}) ${line.subject}` : line.subject,
          stamp: urgencyStamp(line.urgency),
          from: line.from,
          due: dueMark(ui, line.respondBy, calendar),
          read: line.opened,
        }))}
        empty={filtered ? <EmptyState title={t('noneFound')}>{t('noneFoundText')}</EmptyState> : <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      />
      <Pager
        previous={asked.before ? { href: here({}), label: s('first') } : undefined}
        next={more && last ? { href: here({ before: timeKey({ at: last.deliveredAt, id: last.id }) }), label: s('next') } : undefined}
      />
    </div>
  );
}
