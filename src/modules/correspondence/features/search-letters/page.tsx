// Letters by number or words, with filters. A GET form: the address holds everything.
import type { VNode } from 'preact';
import { z } from 'zod';
import { csvOf } from '../../../../platform/csv.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { letterKinds, urgencies } from '../../domain/kinds.ts';
import { printedReference } from '../../domain/reference.ts';
import { incomingHref, letterHref } from '../../href.ts';
import { messages as shared } from '../../messages.ts';
import { numberingUnits, unitNames } from '../../office.ts';
import type { UnitChoice } from '../../office.ts';
import { optionalId, optionalText, optionalYear } from '../../params.ts';
import { address, dayText, stateMark, urgencyStamp, urgencyWords } from '../../shown.tsx';
import type { FoundLetter, LetterFilter } from '../../store/search-letters.ts';
import type { FoundReceived } from '../../store/received-lists.ts';
import { filesSaying, findLetters, findOldRows, findReceivedLetters } from './find-letters.ts';
import type { FoundLetters, OldRow } from './find-letters.ts';
import { messages } from './messages.ts';

export const searchLettersAddress = '/find-letters';
const pageSize = 40;
const kinds = [...letterKinds, 'circular'] as const;
const query = z.object({
  q: optionalText, unit: optionalId, year: optionalYear, kind: z.enum(kinds).optional().catch(undefined), urgency: z.enum(urgencies).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100).catch(1),
});
type Query = z.infer<typeof query>;

interface Data {
  readonly asked: Query;
  readonly units: readonly UnitChoice[];
  readonly found: FoundLetters | undefined;
  /** Of the letters shown: the files in which the words stand. */
  readonly inFiles: ReadonlyMap<number, readonly string[]>;
  /** Of registers that were brought in; on the first page, and only where no filter asks for what they do not say. */
  readonly oldRows: readonly OldRow[];
  /** Received letters, on the first page; not where a filter asks for kind or sending unit, which they do not have. */
  readonly received: readonly FoundReceived[];
  /** Short names of the units that received them. */
  readonly receivers: ReadonlyMap<number, string>;
}

/** What the filters ask; a circular may be a memo or a letter to outside, so it is a filter of its own. */
function filterOf({ unit, year, kind, urgency }: Query): LetterFilter {
  return { unit, year, urgency, ...(kind === 'circular' ? { circular: true } : { kind }) };
}

const asked = async (tx: ReadTx, question: Query): Promise<FoundLetters | undefined> => (question.q === undefined ? undefined : findLetters(tx, question.q, filterOf(question)));

export const searchLettersPage = definePage({
  path: searchLettersAddress,
  permission: 'correspondence.read',
  query,
  async load(tx, { query: question, services }) {
    const found = await asked(tx, question);
    const shown = found?.letters.slice((question.page - 1) * pageSize, question.page * pageSize).map((letter) => letter.id) ?? [];
    const words = question.page === 1 && question.kind === undefined && question.unit === undefined ? question.q : undefined;
    const received = words === undefined ? [] : await findReceivedLetters(tx, words, filterOf(question));
    const old = question.q !== undefined && question.page === 1 && question.kind === undefined && question.urgency === undefined;
    return ok<Data>({ received, receivers: await unitNames(tx, received.map((one) => one.unitId), services.clock.today()), oldRows: old ? await findOldRows(tx, question.q as string, filterOf(question)) : [], asked: question, units: await numberingUnits(tx, services.clock.today()), found, inFiles: found ? await filesSaying(tx, found, shown) : new Map() });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: SearchView,
});

const kindOf = (letter: FoundLetter) => messages.words(letter.circular ? 'kind.circular' : `kind.${letter.kind}`);

export const searchLettersCsv = defineDownload({
  path: `${searchLettersAddress}.csv`,
  permission: 'correspondence.read',
  query,
  async load(tx, { query: question }) {
    const s = shared.in('th');
    const letters = (await asked(tx, question))?.letters ?? [];
    const heads = [s('reference'), s('date'), s('subject'), s('from'), s('to'), messages.in('th')('kind'), s('urgency'), s('state')];
    const body = csvOf([heads, ...letters.map((one) => [one.reference, one.letterDate, one.subject, one.from, one.to, kindOf(one).th, urgencyWords[one.urgency].th, shared.in('th')(`state.${one.state}`)])]);
    return ok({ body, contentType: 'text/csv; charset=utf-8', fileName: `${messages.th.title}.csv`, disposition: 'attachment' as const });
  },
});

/** Letters in rows: also what the related matters of a letter are shown as. */
export function LetterTable({ letters, ui, label, empty, inFiles }: { letters: readonly FoundLetter[]; ui: Ui; label: string; empty: VNode; inFiles?: ReadonlyMap<number, readonly string[]> }): VNode {
  const s = shared.in(ui.lang);
  return (
    <Table caption={label} captionHidden rows={letters} rowKey={(row) => String(row.id)} isVoid={(row) => row.state === 'void' || row.state === 'recalled'} empty={empty}
      columns={[
        { key: 'no', head: s('reference'), kind: 'nowrap', cell: (row) => <a href={letterHref(row.id)}>{printedReference(row.reference)}</a> },
        { key: 'subject', head: s('subject'), kind: 'main', cell: (row) => <>{urgencyStamp(row.urgency)} <a href={letterHref(row.id)}>{row.subject}</a><div class="quiet small clamp">{row.from} · {s('to')} {row.to}</div>{(inFiles?.get(row.id) ?? []).slice(0, 3).map((name) => <div class="quiet small">{messages.in(ui.lang)('inFile', { name })}</div>)}</> },
        { key: 'kind', head: messages.in(ui.lang)('kind'), kind: 'nowrap', cell: (row) => ui.text(kindOf(row)) },
        { key: 'date', head: s('date'), kind: 'nowrap', cell: (row) => dayText(ui, row.letterDate) },
        { key: 'state', head: s('state'), kind: 'nowrap', cell: (row) => stateMark(ui, row.state) },
      ]} />
  );
}

function SearchView({ asked: question, units, found, inFiles, oldRows, received, receivers }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { q, unit, year, kind, urgency, page } = question;
  const here = (path: string, more: { page?: number } = {}) => address(path, { q, unit, year, kind, urgency, ...more });
  const filtered = [unit, year, kind, urgency].some((one) => one !== undefined);
  const letters = found?.letters ?? [];
  const shown = letters.slice((page - 1) * pageSize, page * pageSize);
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={t('sub')} />
      <FilterBar action={searchLettersAddress} submitLabel={t('find')} clearHref={filtered ? address(searchLettersAddress, { q }) : undefined}>
        <TextField name="q" label={t('q')} optional value={q ?? ''} size="m" type="search" />
        <Select name="kind" label={t('kind')} value={kind ?? ''} empty={t('anyKind')} optional size="m" options={kinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))} />
        <Select name="unit" label={t('unit')} value={unit === undefined ? '' : String(unit)} empty={t('anyUnit')} optional size="m" options={units.map((one) => ({ value: String(one.id), label: one.label }))} />
        <TextField name="year" label={s('year')} optional inputMode="numeric" value={year === undefined ? '' : String(year)} size="s" />
        <Select name="urgency" label={t('urgency')} value={urgency ?? ''} empty={t('anyUrgency')} optional size="s" options={urgencies.map((one) => ({ value: one, label: ui.text(urgencyWords[one]) }))} />
      </FilterBar>
      {found === undefined ? <EmptyState title={t('start')}>{t('startText')}</EmptyState> : (
        <>
          {letters.length > 0 ? <p class="quiet" role="status">{[t('found', { count: letters.length }), found.asNumber ? t('asNumber') : '', found.capped ? t('capped') : ''].filter(Boolean).join(' · ')}</p> : null}
          <LetterTable letters={shown} ui={ui} label={t('title')} inFiles={inFiles} empty={received.length + oldRows.length > 0 ? <p class="quiet">{t('onlyBelow')}</p> : <EmptyState title={t('none')}>{t('noneText')}</EmptyState>} />
          {letters.length > 0 ? (
            <Pager print extra={[{ label: t('csv'), href: here(`${searchLettersAddress}.csv`), download: true }]}
              previous={page > 1 ? { href: here(searchLettersAddress, { page: page - 1 }), label: s('first') } : undefined}
              next={letters.length > page * pageSize ? { href: here(searchLettersAddress, { page: page + 1 }), label: s('next') } : undefined} />
          ) : null}
          {received.length > 0 ? (
            <Section title={t('received')} aside={t('receivedNote')}>
              <Table caption={t('received')} captionHidden rows={received} rowKey={(row) => String(row.id)} empty={null}
                columns={[
                  { key: 'no', head: t('receiveNumber'), kind: 'nowrap', cell: (row) => <a href={incomingHref(row.id)}>{[receivers.get(row.unitId), `${row.number}/${row.year}`].filter(Boolean).join(' ')}</a> },
                  { key: 'subject', head: s('subject'), kind: 'main', cell: (row) => <>{urgencyStamp(row.urgency)} <a href={incomingHref(row.id)}>{row.subject}</a><div class="quiet small clamp">{[row.from, row.reference === '' ? '' : printedReference(row.reference)].filter(Boolean).join(' · ')}</div></> },
                  { key: 'date', head: s('date'), kind: 'nowrap', cell: (row) => (row.letterDate === null ? '' : dayText(ui, row.letterDate)) },
                ]} />
            </Section>
          ) : null}
          {oldRows.length > 0 ? (
            <Section title={t('oldRows')} aside={t('oldRowsNote')}>
              <Table caption={t('oldRows')} captionHidden rows={oldRows} rowKey={(row) => String(row.id)} empty={null}
                columns={[
                  { key: 'no', head: s('reference'), kind: 'nowrap', cell: (row) => <a href={row.href}>{printedReference(row.reference)}</a> },
                  { key: 'subject', head: s('subject'), kind: 'main', cell: (row) => <a href={row.href}>{row.title}</a> },
                  { key: 'date', head: s('date'), kind: 'nowrap', cell: (row) => (row.day === null ? '' : dayText(ui, row.day)) },
                ]} />
            </Section>
          ) : null}
        </>
      )}
    </div>
  );
}
