// The minutes to be read: the sheet, its parts, and a search within it. Who may read which version is the store's answer.
import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { SimilarRecords } from '../../../../platform/search/similar.tsx';
import { searchKey } from '../../../../thai/index.ts';
import { ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { PaperDesk } from '../../../../ui/layouts/desk.tsx';
import { permissions } from '../../access.ts';
import { lineIndex, plainLine } from '../../domain/minutes-text.ts';
import type { LineEntry } from '../../domain/minutes-text.ts';
import { messages as shared } from '../../messages.ts';
import { signedLines } from '../../minutes-paper.ts';
import { minutesParts, MinutesSheet } from '../../minutes-sheet.tsx';
import { meetingParams, optionalText } from '../../params.ts';
import { dayText, meetingHref, referenceText } from '../../shown.ts';
import { findMeeting } from '../../store/meetings.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { findVersion, minutesOf } from '../../store/minutes.ts';
import type { MinutesRow, VersionRow } from '../../store/minutes.ts';
import { messages } from './messages.ts';

interface Data {
  readonly meeting: MeetingRow;
  readonly minutes: MinutesRow;
  readonly version: VersionRow;
  readonly words: string | undefined;
  readonly hits: readonly LineEntry[];
}

export const readMinutesPage = definePage({
  path: '/meetings/:id/minutes',
  permission: permissions.see,
  frame: 'full',
  params: meetingParams,
  query: z.object({ q: optionalText }),
  async load(tx, { params, query }) {
    const meeting = await findMeeting(tx, params.id);
    const minutes = meeting && (await minutesOf(tx, meeting.id));
    const version = minutes?.currentVersionId ? await findVersion(tx, minutes.currentVersionId) : undefined;
    if (!meeting) return notFound();
    if (!minutes || !version) return notFound(messages.words('notYet'));
    return ok({ meeting, minutes, version, words: query.q, hits: query.q ? linesWith(version, query.q) : [] });
  },
  opens: ({ minutes }) => ({ type: 'meetings.minutes', id: minutes.id }),
  title: (data, _ui) => `${messages.th.title} ${referenceText(data.meeting)}`,
  view: ReadView,
});

/** Lines that hold the words, spelt one way or the other. */
function linesWith(version: VersionRow, words: string): LineEntry[] {
  const wanted = searchKey(words);
  return lineIndex(version.content).filter((entry) => searchKey(`${entry.item.title} ${plainLine(entry.line)}`).includes(wanted));
}

function ReadView({ meeting, minutes, version, words, hits }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const base = meetingHref(meeting.id, '/minutes');
  const crumbs = [{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('title') }];
  const side = (
    <div class="stack">
      <h1>{t('title')} {referenceText(meeting)}</h1>
      {minutes.certifiedOn ? <Notice kind="done" title={t('certified', { date: dayText(ui.lang, minutes.certifiedOn) })} /> : <Notice title={t('draft')}>{t('draftText')}</Notice>}
      <p class="quiet">{t('version', { n: version.number })}</p>
      <ButtonRow><ButtonLink href={meetingHref(meeting.id, '/minutes.pdf')} plainVisit>{t('pdf')}</ButtonLink></ButtonRow>
      <FilterBar action={base} label={t('find')} submitLabel={t('search')} wide clearHref={words ? base : undefined}
        result={words === undefined ? undefined : hits.length > 0 ? t('found', { n: hits.length }) : t('notFound')}>
        <TextField name="q" label={t('find')} value={words ?? ''} optional />
      </FilterBar>
      {hits.length > 0 ? <ul>{hits.map((hit) => <li><a href={`#l-${hit.line.id}`}>{hit.label}</a> <span class="quiet small">{plainLine(hit.line).slice(0, 90)}</span></li>)}</ul> : null}
      {words ? <p class="small"><a href={`/search?q=${encodeURIComponent(words)}`}>{t('all')}</a></p> : null}
      <SimilarRecords type="meetings.minutes" id={minutes.id} ui={ui} />
    </div>
  );
  return (
    <PaperDesk crumbs={crumbs} side={side} paper={
      <>
        <nav class="desk-narrow small" aria-label={t('parts')}><ul class="cluster">{minutesParts(version.content).map((part) => <li><a href={`${base}#${partAnchor(version, part.id)}`}>{part.title}</a></li>)}</ul></nav>
        <MinutesSheet content={version.content} marked={new Set(hits.map((hit) => hit.line.id))} signed={signedLines(version)} notice={version.lockedAt ? undefined : t('draft')} />
      </>
    } />
  );
}

/** The first line of a part, to jump to. */
function partAnchor(version: VersionRow, part: string): string {
  if (part === 'start') return 'l-header';
  if (part === 'end') return 'l-signature:drafter';
  const section = version.content.sections.find((one) => one.id === part);
  const item = section?.items[0];
  return item ? `l-${item.title ? item.id : item.lines[0]?.id ?? item.id}` : 'l-header';
}
