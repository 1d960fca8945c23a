// The editor of one item: its lines as rows, beside the paper they make and what the checker finds in them.
import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { Checkbox } from '../../../../ui/components/choices.tsx';
import { DiffText } from '../../../../ui/components/diff-text.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PaperDesk, StickyActions } from '../../../../ui/layouts/desk.tsx';
import { permissions } from '../../access.ts';
import { wordRuns } from '../../domain/difference.ts';
import { findItem, rowsOf } from '../../domain/item-form.ts';
import type { LineRow, TaskRow } from '../../domain/item-form.ts';
import type { LineConflict } from '../../domain/merge-lines.ts';
import type { AgendaItem } from '../../domain/minutes-document.ts';
import { sectionTitles } from '../../domain/minutes-document.ts';
import { numberSections, plainLine } from '../../domain/minutes-text.ts';
import { messages as shared } from '../../messages.ts';
import { PreviewForm } from '../../preview-form.tsx';
import { meetingHref, referenceText } from '../../shown.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import type { VersionRow } from '../../store/minutes.ts';
import { combine, linesFromRows, writableForPage } from './editing.ts';
import { LineRows } from './line-rows.tsx';
import { messages } from './messages.ts';
import { loadPreview, Preview } from './preview.tsx';
import type { PreviewData } from './preview.tsx';
import { rawRows } from './read-form.ts';

export const itemParams = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647), item: z.string().regex(/^[\w.-]{1,80}$/u) });

interface Data {
  readonly meeting: MeetingRow;
  readonly version: VersionRow;
  readonly item: AgendaItem;
  readonly title: string;
  readonly lines: readonly LineRow[];
  readonly tasks: readonly TaskRow[];
  readonly conflicts: readonly LineConflict[];
  readonly other: string | undefined;
  readonly openAfter: string | undefined;
  readonly announce: boolean;
  readonly next: string | undefined;
  readonly preview: PreviewData;
}

export const editItemAddress = (meetingId: number, itemId: string): string => meetingHref(meetingId, `/minutes/items/${itemId}`);

export const editItemPage = definePage({
  path: '/meetings/:id/minutes/items/:item',
  permission: permissions.write,
  frame: 'full',
  params: itemParams,
  query: z.object({ after: z.string().max(100).optional() }),
  async load(tx, { params, query, form }) {
    const found = await writableForPage(tx, params.id);
    if (!found.ok) return found;
    const { meeting, version } = found.value;
    const item = findItem(version.content, params.item);
    if (!item) return notFound(messages.words('gone'));
    const sent = form.action === editItemAddress(params.id, params.item);
    const shown = sent ? await shownAgain(tx, version, item, form.values, meeting.heldOn) : { ...rowsOf(item), conflicts: [], other: undefined };
    const numbered = numberSections(version.content).flatMap((section) => section.items.map((one) => ({ ...one, section })));
    const at = numbered.findIndex((one) => one.item.id === item.id);
    const here = numbered[at];
    return ok({
      meeting, version, item, ...shown, openAfter: query.after, announce: sent ? form.values['announce'] !== undefined : true, next: numbered[at + 1]?.item.id,
      title: here ? `${here.number ?? here.section.number} ${item.title || sectionTitles[here.section.section.kind]}` : item.title,
      preview: await loadPreview(tx, version.content, item.id),
    });
  },
  title: (data, _ui) => data.title,
  view: EditorView,
});

/** What was typed, put together with what another saved meanwhile. */
async function shownAgain(tx: Parameters<typeof combine>[0], version: VersionRow, item: AgendaItem, values: Parameters<typeof rawRows>[0], day: string) {
  const typed = rawRows(values);
  const rev = Number(values['rev']);
  if (!Number.isSafeInteger(rev) || rev === version.rev) return { ...typed, conflicts: [], other: undefined };
  let n = 0;
  const mine = await linesFromRows(tx, item, typed, day, () => `new-${++n}`);
  const combined = await combine(tx, version, item.id, rev, mine);
  const rows = rowsOf({ ...item, lines: [...combined.lines] });
  const known = new Set(item.lines.map((line) => line.id));
  // Lines that are still mine alone get their ids when they are saved.
  return { lines: rows.lines.map((row) => (row.id.startsWith('new-') && !known.has(row.id) ? { ...row, id: '' } : row)), tasks: rows.tasks, conflicts: combined.conflicts, other: combined.other };
}

function EditorView(data: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const { meeting, version, item } = data;
  const action = editItemAddress(meeting.id, item.id);
  const crumbs = [
    { label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) },
    { label: t('title'), href: meetingHref(meeting.id, '/minutes/edit') }, { label: data.title.slice(0, 40) },
  ];
  const editor = (
    <div class="desk-narrow stack">
      <h1>{data.title}</h1>
      {data.conflicts.length > 0 ? <Notice kind="warn" title={t('conflictTitle')}>{t('conflict', { name: data.other ?? '', n: data.conflicts.length })}</Notice> : null}
      <PreviewForm ui={ui} action={action} previewUrl={`${action}/preview`} previewTarget="preview" draft={`minutes-${version.id}-${item.id}`} id="editor" class="stack minutes-editor">
        <input type="hidden" name="rev" value={version.rev} />
        {/* Enter in a field presses the first button of a form: it must be saving. */}
        <button class="vh" tabIndex={-1} aria-hidden="true">{t('saveShort')}</button>
        <LineRows ui={ui} lines={data.lines} tasks={data.tasks} openAfter={data.openAfter} above={(id) => <Conflict ui={ui} conflict={data.conflicts.find((one) => one.lineId === id)} />} />
        <Checkbox name="announce" label={t('announce')} hint={t('announceHint')} value="1" checked={data.announce} />
        <StickyActions>
          <Button kind="main">{t('save')}</Button>
          {data.next ? <Button name="step" value={`goto:${data.next}`}>{t('next')}</Button> : null}
          <ButtonLink kind="quiet" href={meetingHref(meeting.id, '/minutes/edit')}>{t('items')}</ButtonLink>
        </StickyActions>
      </PreviewForm>
    </div>
  );
  const side = <div class="stack"><h2>{t('preview')}</h2><div id="preview"><Preview data={data.preview} lang={ui.lang} meetingId={meeting.id} /></div></div>;
  return <PaperDesk crumbs={crumbs} paper={editor} side={side} jump={{ href: '#preview', label: t('preview') }} />;
}

/** What the other saved, word by word against what is in the field. */
function Conflict({ ui, conflict }: { ui: Ui; conflict: LineConflict | undefined }): VNode | null {
  if (!conflict) return null;
  const t = messages.in(ui.lang);
  if (!conflict.theirs) return <Notice kind="warn">{t('theirsGone')}</Notice>;
  const theirs = plainLine(conflict.theirs);
  if (!conflict.mine) return <Notice kind="warn">{t('mineGone')}</Notice>;
  return (
    <Notice kind="warn" title={t('theirs')}>
      <p><DiffText runs={wordRuns(theirs, plainLine(conflict.mine))} /></p>
      <details><summary>{t('useTheirs')}</summary><p>{theirs}</p></details>
    </Notice>
  );
}
