import { inspectPdf } from '../../../../../paper/index.ts';
import type { Tx } from '../../../../../platform/db/database.ts';
import { addEvidence, withdrawEvidence } from '../../../../../platform/evidence/evidence-links.ts';
import { readFileRecords, takeFiles } from '../../../../../platform/files/file-records.ts';
import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import type { Services } from '../../../../../platform/services.ts';
import { itemsOf, type Item } from '../../../domain/pmqa/edition.ts';
import { itemOf, readBasics, type YearBasics } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { itemEvidenceParams, itemParams } from '../../params.ts';
import { answerOf, saveAnswer } from '../../store/answers.ts';
import { evidenceOf, evidenceReaders, evidenceSources, evidenceType, noteWith } from './evidence.ts';
import { evidenceForm, itemForm, mostPages, noTicks, textsOf, ticksOf, withdrawForm } from './form.ts';
import { messages } from './messages.ts';
import { itemHref, itemPage } from './page.tsx';

/** The assessment and item that the actor may fill in now. */
async function openItem(tx: Tx, { year, item }: { year: number; item: string }, services: Services): Promise<{ basics: YearBasics; item: Item } | undefined> {
  const basics = await readBasics(tx, year, services);
  const found = basics && itemOf(basics.edition, item);
  return basics?.mayFill && found ? { basics, item: found } : undefined;
}

const trail = (action: string, { record }: YearBasics, detail: Readonly<Record<string, unknown>>) => ({ action, subject: { type: 'performance.pmqa-assessment', id: record.id }, unitId: record.keeperUnitId, detail });

export const saveItemAction = defineAction({
  path: '/performance/pmqa/:year/items/:item',
  permission: 'performance.report',
  params: itemParams,
  form: itemForm,
  page: itemPage,
  async run(tx, { params, input, services }) {
    const open = await openItem(tx, params, services);
    if (!open) return notFound();
    const { basics, item } = open;
    const ticks = ticksOf(item, input);
    if (!ticks) return notFound();
    const id = await saveAnswer(tx, basics.record.id, { item: item.key, ticks, texts: textsOf(input), rev: input.rev }, services.clock.now());
    if (id === undefined) return fail('CHANGED_MEANWHILE', shared.words('stale'), { status: 409 });
    const all = itemsOf(basics.edition);
    const next = input.then === 'next' ? all[all.findIndex(({ key }) => key === item.key) + 1] : undefined;
    return ok({ audit: trail('performance.pmqa-item-saved', basics, { item: item.key }), goTo: itemHref(params.year, (next ?? item).key), flash: shared.words('saved') });
  },
});

export const attachEvidenceAction = defineAction({
  path: '/performance/pmqa/:year/items/:item/evidence',
  permission: 'performance.report',
  params: itemParams,
  form: evidenceForm,
  page: itemPage,
  async run(tx, { params, input, actor, services }) {
    const open = await openItem(tx, params, services);
    if (!open) return notFound();
    const { basics, item } = open;
    const refuse = (code: string, words: Parameters<typeof fail>[1]) => fail(code, words, { fields: { file: words } });
    const [file, ...others] = (await readFileRecords(tx, input.file)).filter((one) => one.uploadedBy === actor.id);
    if (!file || others.length > 0) return refuse('ONE_FILE', messages.words('oneFile'));
    const looked = await inspectPdf(await services.files.get(file.hash));
    if (!looked.ok) return refuse(looked.code, looked.message);
    const stands = await answerOf(tx, basics.record.id, item.key);
    const has = stands ? (await evidenceOf(tx, stands.id)).filter(({ level }) => level === input.level).reduce((all, { pages }) => all + pages, 0) : 0;
    if (has >= mostPages) return refuse('EVIDENCE_FULL', messages.words('full', { max: mostPages }));
    if (has + looked.value.pages > mostPages) return refuse('EVIDENCE_TOO_LONG', messages.words('tooLong', { pages: looked.value.pages, max: mostPages, has, left: mostPages - has }));
    const now = services.clock.now();
    // Whoever attaches a file has opened the item.
    const answer = stands?.id ?? await saveAnswer(tx, basics.record.id, { item: item.key, ticks: noTicks(item), texts: { basic: '', advance: '', significance: '' }, rev: 0 }, now);
    if (answer === undefined) return fail('CHANGED_MEANWHILE', shared.words('stale'), { status: 409 });
    const readers = await evidenceReaders(tx, basics.record);
    await takeFiles(tx, [file.id], { unitId: basics.record.keeperUnitId, readers });
    const added = await addEvidence(tx, evidenceSources, { for: { type: evidenceType(input.level), id: answer }, of: { type: 'platform.file', id: file.id }, readers, note: noteWith(looked.value.pages, input.note ?? '') });
    if (!added.ok) return added;
    return ok({ audit: trail('performance.pmqa-evidence-attached', basics, { item: item.key, level: input.level, hash: file.hash, pages: looked.value.pages }), goTo: `${itemHref(params.year, item.key)}#evidence`, flash: messages.words('attached') });
  },
});

export const withdrawEvidenceAction = defineAction({
  path: '/performance/pmqa/:year/items/:item/evidence/:id/withdraw',
  permission: 'performance.report',
  params: itemEvidenceParams,
  form: withdrawForm,
  page: itemPage,
  async run(tx, { params, input, services }) {
    const open = await openItem(tx, params, services);
    const answer = open && await answerOf(tx, open.basics.record.id, open.item.key);
    // Only evidence of this very item: an id of another record is not there.
    const line = answer && (await evidenceOf(tx, answer.id)).find(({ id }) => id === params.id);
    if (!open || !line) return notFound();
    const done = await withdrawEvidence(tx, line.id, input.reason);
    if (!done.ok) return done;
    return ok({ audit: trail('performance.pmqa-evidence-withdrawn', open.basics, { item: open.item.key, level: line.level, reason: input.reason }), goTo: `${itemHref(params.year, open.item.key)}#evidence`, flash: messages.words('withdrawn') });
  },
});
