import { randomUUID } from 'node:crypto';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { permissions } from '../../access.ts';
import { findItem } from '../../domain/item-form.ts';
import { combine, contentWith, keepContent, linesFromRows, writableForStep } from './editing.ts';
import { itemForm } from './form.ts';
import { messages } from './messages.ts';
import { editItemAddress, editItemPage, itemParams } from './page.tsx';
import { typedRows } from './read-form.ts';

export const editItemAction = defineAction({
  path: '/meetings/:id/minutes/items/:item',
  permission: permissions.write,
  params: itemParams,
  form: itemForm,
  page: editItemPage,
  async run(tx, { params, input, services }) {
    const rev = Number(input.rev);
    if (!Number.isSafeInteger(rev)) return fail('BAD_REV', messages.words('badRev'));
    const found = await writableForStep(tx, params.id);
    if (!found.ok) return found;
    const { meeting, minutes, version } = found.value;
    const item = findItem(version.content, params.item);
    if (!item) return notFound(messages.words('gone'));
    const mine = await linesFromRows(tx, item, typedRows(input), meeting.heldOn, () => `l-${randomUUID().slice(0, 13)}`);
    const combined = await combine(tx, version, item.id, rev, mine);
    if (combined.conflicts.length > 0) {
      return fail('EDIT_CONFLICT', messages.words('conflict', { name: combined.other ?? '', n: combined.conflicts.length }), { status: 409 });
    }
    const content = contentWith(version, item.id, combined.lines, input.step);
    const announce = input.announce ? combined.lines.flatMap((line) => (line.kind === 'resolution' ? [line.id] : [])) : [];
    const kept = await keepContent(tx, { meeting, minutes, version }, content, announce, { now: services.clock.now(), today: services.clock.today() });
    return ok({
      audit: [
        { action: 'meetings.minutes-saved', subject: { type: 'meetings.minutes', id: minutes.id }, unitId: meeting.ownerUnitId, detail: { item: item.id, rev: kept.rev, merged: combined.other !== undefined } },
        ...kept.audit,
      ],
      goTo: nextAddress(meeting.id, item.id, input.step),
      flash: combined.other === undefined ? messages.words('saved') : messages.words('merged', { name: combined.other }),
    });
  },
});

/** Where the writer goes on: the same item, an empty line in it, or another item. */
function nextAddress(meetingId: number, itemId: string, step: string | undefined): string {
  const [what, id = ''] = step?.split(/:(.*)/su) ?? [];
  if (what === 'goto' && /^[\w.-]{1,80}$/u.test(id)) return editItemAddress(meetingId, id);
  const here = editItemAddress(meetingId, itemId);
  if (what === 'after') return `${here}?after=${encodeURIComponent(id)}#row-${encodeURIComponent(id)}`;
  return what === 'up' || what === 'down' ? `${here}#row-${encodeURIComponent(id)}` : here;
}

