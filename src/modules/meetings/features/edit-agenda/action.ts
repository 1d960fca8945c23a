import { emptyForm } from '../../../../platform/forms/form.ts';
import { takeFiles } from '../../../../platform/files/file-records.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import type { ActionOutcome } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import type { Words } from '../../../../platform/words.ts';
import { meetingForStep, permissions } from '../../access.ts';
import { moved, orderedSections } from '../../domain/agenda-numbering.ts';
import { sectionTitles } from '../../domain/minutes-document.ts';
import { partiesAsWritten } from '../../office.ts';
import { itemParams, meetingParams, paperParams } from '../../params.ts';
import { indexMeeting } from '../../search.ts';
import { meetingHref } from '../../shown.ts';
import { findAgendaItem, insertAgendaItem, insertPaper, listAgendaItems, orderAgendaItems, removeAgendaItem, removePaper, updateAgendaItem } from '../../store/agenda.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { updateDetails } from '../../store/meetings.ts';
import { releaseCarried } from '../../store/open-points.ts';
import { refreshMinutes } from '../../minutes-from-meeting.ts';
import { addItemForm, editItemForm, moveItemForm, papersForm, sectionsForm } from './form.ts';
import { messages } from './messages.ts';
import { editAgendaPage } from './page.tsx';

const common = { permission: permissions.plan, page: editAgendaPage } as const;

const meetingOf = (tx: Tx, id: number) => meetingForStep(tx, id, 'change-agenda', permissions.plan);

/** What every change of the agenda leaves behind. */
async function changed(tx: Tx, meeting: MeetingRow, at: Date, what: string, detail: Record<string, unknown>, anchor: string, flash: Words, retitled?: number): Promise<Result<ActionOutcome>> {
  await refreshMinutes(tx, meeting.id, at, retitled === undefined ? {} : { retitled });
  await indexMeeting(tx, meeting.id);
  return ok({
    audit: { action: `meetings.agenda-${what}`, subject: { type: 'meetings.meeting', id: meeting.id }, unitId: meeting.ownerUnitId, detail },
    goTo: `${meetingHref(meeting.id, '/agenda')}#${anchor}`,
    flash,
  });
}

export const chooseSectionsAction = defineAction({
  ...common, path: '/meetings/:id/agenda/sections', params: meetingParams, form: sectionsForm,
  async run(tx, { params, input, services }) {
    const found = await meetingOf(tx, params.id);
    if (!found.ok) return found;
    const items = await listAgendaItems(tx, params.id);
    const lost = items.find((item) => !input.sections.includes(item.section));
    if (lost) {
      const words = messages.words('sectionHasItems', { title: sectionTitles[lost.section] });
      return fail('SECTION_HAS_ITEMS', words, { fields: { sections: words } });
    }
    const at = services.clock.now();
    const sections = orderedSections(input.sections);
    await updateDetails(tx, params.id, { sections }, at);
    return changed(tx, found.value, at, 'sections-chosen', { sections }, 'sections', messages.words('saved'));
  },
});

export const addAgendaItemAction = defineAction({
  ...common, path: '/meetings/:id/agenda/items', params: meetingParams, form: addItemForm,
  async run(tx, { params, input, services }) {
    const found = await meetingOf(tx, params.id);
    if (!found.ok) return found;
    if (!found.value.sections.includes(input.section)) return fail('NO_SUCH_SECTION', messages.words('notInAgenda'), { fields: { section: messages.words('notInAgenda') } });
    if (!input.title && !input.body) return fail('EMPTY_ITEM', messages.words('needsSomething'), { fields: { title: messages.words('needsSomething') } });
    const at = services.clock.now();
    const itemId = await insertAgendaItem(tx, params.id, { ...(await itemValues(tx, input, services.clock.today())), section: input.section }, at);
    return changed(tx, found.value, at, 'item-added', { itemId, section: input.section, title: input.title ?? '' }, `item-${itemId}`, messages.words('added'));
  },
});

async function itemValues(tx: Tx, input: { title: string | undefined; body: string | undefined; presenter: string | undefined }, day: string) {
  const presenter = input.presenter ?? '';
  const parties = await partiesAsWritten(tx, [presenter], day);
  return { title: input.title ?? '', body: input.body ?? '', presenter, presenterPartyId: parties.get(presenter) ?? null };
}

export const editAgendaItemAction = defineAction({
  ...common, path: '/meetings/:id/agenda/items/:item', params: itemParams, form: editItemForm,
  async run(tx, { params, input, services }) {
    const found = await meetingOf(tx, params.id);
    if (!found.ok) return found;
    const item = await findAgendaItem(tx, params.id, params.item);
    if (!item) return notFound();
    if (!input.title && !input.body) return fail('EMPTY_ITEM', messages.words('needsSomething'), { fields: { title: messages.words('needsSomething') } });
    await updateAgendaItem(tx, item.id, await itemValues(tx, input, services.clock.today()));
    return changed(tx, found.value, services.clock.now(), 'item-edited', { itemId: item.id, before: item.title, after: input.title ?? '' }, `item-${item.id}`, messages.words('saved'), item.id);
  },
});

export const moveAgendaItemAction = defineAction({
  ...common, path: '/meetings/:id/agenda/items/:item/move', params: itemParams, form: moveItemForm,
  async run(tx, { params, input, services }) {
    const found = await meetingOf(tx, params.id);
    if (!found.ok) return found;
    const items = await listAgendaItems(tx, params.id);
    const item = items.find((one) => one.id === params.item);
    if (!item) return notFound();
    const ids = items.filter((one) => one.section === item.section).map((one) => one.id);
    await orderAgendaItems(tx, params.id, moved(ids, item.id, input.direction === 'up' ? -1 : 1));
    return changed(tx, found.value, services.clock.now(), 'item-moved', { itemId: item.id, direction: input.direction }, `item-${item.id}`, messages.words('saved'));
  },
});

export const removeAgendaItemAction = defineAction({
  ...common, path: '/meetings/:id/agenda/items/:item/remove', params: itemParams, form: emptyForm,
  async run(tx, { params, services }) {
    const found = await meetingOf(tx, params.id);
    if (!found.ok) return found;
    const item = await findAgendaItem(tx, params.id, params.item);
    if (!item) return notFound();
    const at = services.clock.now();
    await removeAgendaItem(tx, item.id, at);
    await releaseCarried(tx, item.id);
    return changed(tx, found.value, at, 'item-removed', { itemId: item.id, title: item.title }, `section-${item.section}`, messages.words('removed'));
  },
});

export const attachPapersAction = defineAction({
  ...common, path: '/meetings/:id/agenda/papers', params: meetingParams, form: papersForm,
  async run(tx, { params, input, services }) {
    const found = await meetingOf(tx, params.id);
    if (!found.ok) return found;
    const meeting = found.value;
    if (input.item !== undefined && !(await findAgendaItem(tx, params.id, input.item))) return notFound();
    const records = await takeFiles(tx, input.files, { unitId: meeting.ownerUnitId, readers: meeting.readers });
    if (records.length === 0) return fail('NO_FILE', messages.words('noFile'), { fields: { files: messages.words('noFile') } });
    const at = services.clock.now();
    for (const record of records) await insertPaper(tx, meeting.id, { agendaItemId: input.item ?? null, fileId: record.id, title: record.name }, at);
    return changed(tx, meeting, at, 'papers-attached', { item: input.item ?? null, files: records.map((record) => ({ id: record.id, hash: record.hash })) }, input.item ? `item-${input.item}` : 'papers', messages.words('attached'));
  },
});

export const removePaperAction = defineAction({
  ...common, path: '/meetings/:id/agenda/papers/:paper/remove', params: paperParams, form: emptyForm,
  async run(tx, { params, services }) {
    const found = await meetingOf(tx, params.id);
    if (!found.ok) return found;
    const at = services.clock.now();
    if (!(await removePaper(tx, params.id, params.paper, at))) return notFound();
    return changed(tx, found.value, at, 'paper-removed', { paper: params.paper }, 'papers', messages.words('removed'));
  },
});
