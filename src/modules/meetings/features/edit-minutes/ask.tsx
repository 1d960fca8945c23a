// The sheet and the findings while one writes: changes nothing.
import { defineApi } from '../../../../platform/http/define.ts';
import type { RawBody } from '../../../../platform/forms/form.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { permissions } from '../../access.ts';
import { findItem, withLines } from '../../domain/item-form.ts';
import { rawBody } from '../record-attendance/ask.tsx';
import { linesFromRows, writableForPage } from './editing.ts';
import { messages } from './messages.ts';
import { itemParams } from './page.tsx';
import { loadPreview, Preview } from './preview.tsx';
import { rawRows } from './read-form.ts';

export const askPreview = defineApi({
  method: 'ASK',
  path: '/meetings/:id/minutes/items/:item/preview',
  permission: permissions.write,
  summary: messages.words('preview'),
  params: itemParams,
  body: rawBody,
  async load(tx, { params, body, actor }) {
    const found = await writableForPage(tx, params.id);
    if (!found.ok) return found;
    const { meeting, version } = found.value;
    const item = findItem(version.content, params.item);
    if (!item) return notFound(messages.words('gone'));
    const typed = rawRows(body as RawBody);
    let n = 0;
    // A day that is half typed is no day yet.
    const tasks = typed.tasks.map((task) => ({ ...task, dueOn: /^\d{4}-\d{2}-\d{2}$/u.test(task.dueOn) ? task.dueOn : '' }));
    const lines = await linesFromRows(tx, item, { lines: typed.lines.map((row) => ({ ...row, level: Math.min(4, Math.max(1, row.level)) })), tasks }, meeting.heldOn, () => `typing-${++n}`);
    const data = await loadPreview(tx, withLines(version.content, item.id, lines), item.id);
    return ok({ html: <Preview data={data} lang={actor.language ?? 'th'} meetingId={meeting.id} /> });
  },
});
