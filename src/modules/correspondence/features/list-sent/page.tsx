// What a unit sent and how far each letter got, with its drafts on top.
import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { printedReference } from '../../domain/reference.ts';
import { draftHref, letterHref } from '../../href.ts';
import { messages as shared } from '../../messages.ts';
import { messages as orderMessages } from '../../orders/messages.ts';
import { chosenUnit, keptUnits } from '../../office.ts';
import type { UnitChoice } from '../../office.ts';
import { optionalId, optionalText, optionalTimeKey, optionalYear } from '../../params.ts';
import { address, dayText, instantText, stateMark, timeKey, urgencyStamp } from '../../shown.tsx';
import { draftsOf, sentLetters } from '../../store/letters.ts';
import type { DraftLine, SentLine } from '../../store/letters.ts';
import { GoneNotice, NoUnit, UnitFilter } from '../../unit-filter.tsx';
import { messages as wordMessages } from '../import-word/messages.ts';
import { messages } from './messages.ts';

const pageSize = 40;
const query = z.object({ unit: optionalId, year: optionalYear, q: optionalText, before: optionalTimeKey });
type Query = z.infer<typeof query>;

interface Data {
  readonly units: readonly UnitChoice[];
  readonly unit: UnitChoice | undefined;
  readonly drafts: readonly DraftLine[];
  readonly lines: readonly SentLine[];
  readonly more: boolean;
  readonly query: Query;
}

export const listSentPage = definePage({
  path: '/sent-letters',
  permission: 'correspondence.read-register',
  query,
  async load(tx, { query: asked, services }): Promise<{ ok: true; value: Data }> {
    const units = await keptUnits(tx, 'correspondence.read-register', services.clock.today());
    const unit = chosenUnit(units, asked.unit);
    if (!unit) return ok({ units, unit, drafts: [], lines: [], more: false, query: asked });
    const found = await sentLetters(tx, { unitId: unit.id, year: asked.year, words: asked.q, before: asked.before, limit: pageSize + 1 });
    const first = asked.before === undefined && asked.q === undefined;
    return ok({ units, unit, drafts: first ? await draftsOf(tx, unit.id) : [], lines: found.slice(0, pageSize), more: found.length > pageSize, query: asked });
  },
  title: (_data, ui) => shared.in(ui.lang)('sentLetters'),
  view: SentView,
});

function SentView({ units, unit, drafts, lines, more, query: asked }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  if (!unit) return <div class="stack"><PageHead title={s('sentLetters')} /><NoUnit ui={ui} /></div>;
  const here = (change: { before?: string }) => address('/sent-letters', { unit: unit.id, year: asked.year, q: asked.q, ...change });
  const filtered = asked.year !== undefined || asked.q !== undefined;
  const last = lines.at(-1);
  const writes = ui.can('correspondence.draft', unit.id) && !unit.gone;
  return (
    <div class="stack">
      <PageHead title={s('sentLetters')} sub={unit.label} actions={(
        <>
          {writes ? <ButtonLink kind="quiet" href="/drafts">{t('drafts')}</ButtonLink> : null}
          <ButtonLink kind="quiet" href={address('/orders', { unit: unit.id })}>{ui.text(orderMessages.words('title'))}</ButtonLink>
          {writes ? <ButtonLink href={address('/drafts/import', { unit: unit.id })}>{ui.text(wordMessages.words('title'))}</ButtonLink> : null}
          {writes ? <ButtonLink kind="main" href={address('/drafts/new', { unit: unit.id })}>{t('compose')}</ButtonLink> : null}
        </>
      )} />
      <GoneNotice ui={ui} unit={unit} />
      <FilterBar action="/sent-letters" clearHref={filtered ? address('/sent-letters', { unit: unit.id }) : undefined}>
        <UnitFilter ui={ui} units={units} chosen={unit} />
        <TextField name="q" label={s('words')} optional value={asked.q ?? ''} size="m" />
        <TextField name="year" label={s('year')} optional inputMode="numeric" value={asked.year === undefined ? '' : String(asked.year)} size="s" />
      </FilterBar>
      {drafts.length > 0 ? (
        <Section title={t('drafts')}>
          <Table caption={t('drafts')} captionHidden rows={drafts} rowKey={(row) => String(row.id)} columns={[
            { key: 'subject', head: s('subject'), kind: 'main', cell: (row) => <>{urgencyStamp(row.urgency)} <a href={draftHref(row.id)}>{row.subject || t('untitled')}</a></> },
            { key: 'by', head: t('draftedBy'), cell: (row) => row.draftedByName },
            { key: 'changed', head: t('changed'), cell: (row) => instantText(ui, row.changedAt) },
            { key: 'state', head: s('state'), cell: (row) => (row.forSignatureAt ? <StateMark kind="going" wrap>{t('forSignature')}</StateMark> : <StateMark kind="wait" wrap>{t('beingWritten')}</StateMark>) },
          ]} />
        </Section>
      ) : null}
      <Section title={t('sent')}>
        <Table caption={t('sent')} captionHidden rows={lines} rowKey={(row) => String(row.id)} isVoid={(row) => row.state === 'void' || row.state === 'recalled'}
          empty={filtered ? <EmptyState title={t('noneFound')}>{t('noneFoundText')}</EmptyState> : <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
          columns={[
            { key: 'no', head: s('reference'), kind: 'nowrap', cell: (row) => <a href={letterHref(row.id)}>{printedReference(row.reference)}</a> },
            { key: 'subject', head: s('subject'), kind: 'main', cell: (row) => <>{urgencyStamp(row.urgency)} <a href={letterHref(row.id)}>{row.subject}</a><div class="quiet small clamp">{s('to')} {row.toText}</div></> },
            { key: 'date', head: s('date'), kind: 'nowrap', cell: (row) => dayText(ui, row.letterDate) },
            { key: 'progress', head: t('progress'), kind: 'num', cell: (row) => (row.recipients > 0 ? <a href={letterHref(row.id, '/receipts')}>{`${row.opened} / ${row.recipients}`}</a> : <span class="quiet">{t('noRecipients')}</span>) },
            { key: 'acked', head: t('acked'), kind: 'num', cell: (row) => (row.recipients > 0 ? row.acknowledged : '') },
            { key: 'state', head: s('state'), kind: 'nowrap', cell: (row) => stateMark(ui, row.state) },
          ]} />
        <Pager print
          previous={asked.before ? { href: here({}), label: s('first') } : undefined}
          next={more && last ? { href: here({ before: timeKey({ at: last.issuedAt, id: last.id }) }), label: s('next') } : undefined}
        />
      </Section>
    </div>
  );
}
