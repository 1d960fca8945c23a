// What corrections changed, word by word in the sheet, each change beside its suggestion and what became of it.
import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { defineMessages } from '../../../../platform/words.ts';
import { DiffText } from '../../../../ui/components/diff-text.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { PaperDesk } from '../../../../ui/layouts/desk.tsx';
import { permissions } from '../../access.ts';
import { loadDifference } from '../../circulation/difference.ts';
import type { Difference } from '../../circulation/difference.ts';
import { circulationHref } from '../../circulation/facts.ts';
import { placeOf } from '../../circulation/papers.ts';
import { shortRuns } from '../../circulation/suggestions.ts';
import { changedBlocks } from '../../domain/difference.ts';
import { messages as shared } from '../../messages.ts';
import { signedLines } from '../../minutes-paper.ts';
import { lineNumbers, MinutesSheet, partOfLine } from '../../minutes-sheet.tsx';
import { meetingParams } from '../../params.ts';
import { meetingHref, referenceText } from '../../shown.ts';
import { findMeeting } from '../../store/meetings.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { findVersion, minutesOf } from '../../store/minutes.ts';

const messages = defineMessages({
  th: {
    title: 'การแก้ไขรายงานการประชุม',
    versions: 'ฉบับที่ {before} เทียบกับฉบับที่ {after}',
    changed: 'แก้ {n} บรรทัด',
    accepted: 'รับ',
    reworded: 'รับโดยปรับถ้อยคำ',
    declined: 'ไม่รับ',
    open: 'รอพิจารณา',
    decision: 'เหตุผล: {reason}',
    pdf: 'ฉบับแสดงการแก้ไข (PDF)',
    all: 'ทุกบรรทัด',
    onlyChanged: 'เฉพาะวาระที่แก้',
    suggestions: 'ข้อเสนอและผลการพิจารณา',
    none: 'รายงานนี้ไม่มีฉบับแก้ไข',
    noneText: 'เมื่อรับข้อเสนอแก้ไข ระบบจัดทำฉบับใหม่และแสดงความต่างที่หน้านี้',
    item: 'ข้อ {n}',
  },
  en: {
    title: 'Changes to the minutes',
    versions: 'Version {before} against version {after}',
    changed: '{n} lines changed',
    accepted: 'Accepted',
    reworded: 'Accepted in other words',
    declined: 'Declined',
    open: 'Not decided',
    decision: 'Reason: {reason}',
    pdf: 'Changes (PDF)',
    all: 'All lines',
    onlyChanged: 'Changed parts only',
    suggestions: 'Suggestions and decisions',
    none: 'There is only one version of these minutes',
    noneText: 'When suggestions are accepted a new version is made, and the difference is shown here',
    item: 'No. {n}',
  },
});

interface Data { readonly meeting: MeetingRow; readonly difference: Difference | undefined; readonly all: boolean }

export const showDifferencePage = definePage({
  path: '/meetings/:id/difference',
  permission: permissions.see,
  frame: 'full',
  params: meetingParams,
  query: z.object({ show: z.literal('all').optional().catch(undefined) }),
  async load(tx, { params, query }) {
    const meeting = await findMeeting(tx, params.id);
    const minutes = meeting && (await minutesOf(tx, params.id));
    const version = minutes?.currentVersionId ? await findVersion(tx, minutes.currentVersionId) : undefined;
    if (!meeting || !version) return notFound();
    return ok<Data>({ meeting, difference: await loadDifference(tx, version), all: query.show === 'all' });
  },
  title: ({ meeting }, ui) => `${messages.in(ui.lang)('title')} ${referenceText(meeting)}`,
  view: DifferenceView,
});

function DifferenceView({ meeting, difference, all }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const crumbs = [{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('title') }];
  if (!difference) return <div class="page stack"><PageHead title={t('title')} crumbs={crumbs} /><EmptyState title={t('none')}>{t('noneText')}</EmptyState></div>;
  const { merged, runs, suggestions, blocks } = difference;
  const changed = changedBlocks(blocks);
  const refs = new Map(suggestions.map(({ ref, suggestion }) => [String(suggestion.id), ref]));
  const of = new Map(changed.map((block) => [block.lineId, block.suggestionIds]));
  const lines = new Set(changed.map((block) => block.lineId));
  const parts: readonly (string | undefined)[] = all ? [undefined] : [...new Set(changed.map((block) => partOfLine(merged, block.lineId)))];
  // The covering letter is corrected too, and stands on no sheet; parts that nobody changed may be left out.
  const numbers = lineNumbers(merged);
  const onSheet = (line: string) => numbers.has(line) && (all || parts.includes(partOfLine(merged, line)));
  const paper = (
    <>
      <p class="desk-narrow cluster mid paper-parts"><a href={circulationHref(meeting.id, all ? '/difference' : '/difference?show=all')}>{t(all ? 'onlyChanged' : 'all')}</a></p>
      {parts.map((part) => (
        <MinutesSheet content={merged} part={part} runs={runs} marked={lines} signed={signedLines(difference.after)}
          under={(lineId) => {
            const ids = (of.get(lineId) ?? []).map((id) => refs.get(id)).filter((ref): ref is string => ref !== undefined);
            return ids.length > 0 ? <p class="sheet-refs flat">{ids.map((ref) => <a href={`#change-${ref}`}>{t('item', { n: ref })}</a>)}</p> : null;
          }} />
      ))}
    </>
  );
  const side = (
    <div class="stack">
      <div class="stack-s">
        <h1>{t('title')}</h1>
        <p class="mid quiet">{t('versions', { before: difference.before.number, after: difference.after.number })} · {t('changed', { n: changed.length })}</p>
        <p class="mid"><a href={circulationHref(meeting.id, '/difference.pdf')} data-turbo="false">{t('pdf')}</a></p>
      </div>
      <h2>{t('suggestions')}</h2>
      <ol class="stack-s changes">
        {suggestions.map(({ ref, suggestion }) => {
          const accepted = suggestion.state === 'accepted';
          const line = suggestion.change.kind === 'insert' ? suggestion.change.line.id : suggestion.lineId;
          const place = placeOf(difference.before.content, suggestion.lineId, suggestion.change.kind === 'replace' ? suggestion.change.field : undefined);
          return (
            <li class="inset" id={`change-${ref}`}>
              <p><strong>{t('item', { n: ref })}</strong> {onSheet(line) ? <a href={`#l-${line}`}>{place}</a> : place} <StateMark kind={accepted ? 'done' : 'void'}>{t(accepted ? (suggestion.decidedChange ? 'reworded' : 'accepted') : suggestion.state === 'declined' ? 'declined' : 'open')}</StateMark></p>
              <p><DiffText runs={shortRuns(difference.before.content, suggestion.decidedChange ?? suggestion.change)} /></p>
              <p class="quiet"><strong>{suggestion.unit}</strong> {suggestion.personName}{suggestion.reason ? ` · ${suggestion.reason}` : ''}</p>
              {suggestion.decisionReason ? <p class="quiet">{t('decision', { reason: suggestion.decisionReason })}{suggestion.decidedName ? ` (${suggestion.decidedName})` : ''}</p> : null}
            </li>
          );
        })}
      </ol>
    </div>
  );
  return <PaperDesk crumbs={crumbs} paper={paper} side={side} jump={{ href: '#change-1', label: t('suggestions') }} />;
}
