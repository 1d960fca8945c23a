// The officer's screen: the minutes, lines to correct, a remark, or "nothing to correct".
import type { VNode } from 'preact';
import { z } from 'zod';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { ActionButton } from '../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { bangkokDate } from '../../../../thai/index.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PaperDesk, StickyActions } from '../../../../ui/layouts/desk.tsx';
import { around, keys } from '../../circulation/access.ts';
import type { OwnAnswer } from '../../circulation/access.ts';
import { consultHref } from '../../circulation/facts.ts';
import { tellUnit } from '../../circulation/notices.ts';
import { proposedRuns, suggestionFrom } from '../../circulation/suggestions.ts';
import { minutesParts, MinutesSheet, partOfLine } from '../../minutes-sheet.tsx';
import { messages as shared } from '../../messages.ts';
import { dayText, meetingHref, numberText, referenceText } from '../../shown.ts';
import { markConsultationOpened } from '../../store/certification.ts';
import { findAnswer } from '../../store/circulations.ts';
import { findConsultation, findSuggestion, insertSuggestion, listSuggestions, recordConsultation, updateSuggestion, withdrawSuggestion } from '../../store/suggestions.ts';
import type { ConsultationRow, SuggestionRow } from '../../store/suggestions.ts';
import { suggestionForm } from '../answer-minutes/form.ts';
import { messages as certify } from '../answer-minutes/messages.ts';
import { SuggestionBox } from '../answer-minutes/side.tsx';
import { SuggestForm } from '../answer-minutes/suggest.tsx';
import { remarkForm } from './form.ts';
import { messages } from './messages.ts';

const id = z.coerce.number().int().positive().max(2_147_483_647);
const params = z.object({ consultation: id });
const pageParams = z.object({ consultation: id, suggestion: id.optional() });

interface Found extends OwnAnswer { readonly asked: ConsultationRow; readonly suggestions: readonly SuggestionRow[] }
interface Data extends Found { readonly part: string | undefined; readonly line: string | undefined; readonly field: string | undefined; readonly editing: SuggestionRow | undefined }

/** The request as the officer sees it; nobody else has this page. */
async function load(tx: ReadTx, consultationId: number): Promise<Result<Found>> {
  const asked = await findConsultation(tx, consultationId);
  if (!asked || asked.personId !== tx.actor.id || asked.withdrawnAt) return notFound();
  const answer = await officersAnswer(tx, asked.answerId);
  const found = answer && (await around(tx, answer.meetingId, answer.row));
  if (!found) return notFound();
  if (!found.ok) return found;
  const suggestions = (await listSuggestions(tx, { answerId: asked.answerId })).filter((one) => one.consultationId === asked.id);
  return ok({ ...found.value, asked, suggestions });
}

async function officersAnswer(tx: ReadTx, answerId: number) {
  const row = await findAnswer(tx, answerId);
  const meeting = row && (await tx.db.selectFrom('meetings.circulation').select('meeting_id as id').where('id', '=', row.circulationId).executeTakeFirst());
  return row && meeting ? { row, meetingId: meeting.id } : undefined;
}

export const remarkPage = definePage({
  path: '/certify/consult/:consultation',
  permission: keys.certify,
  frame: 'full',
  params: pageParams,
  query: z.object({ part: z.string().max(100).optional(), at: z.string().max(100).optional(), line: z.string().max(100).optional(), field: z.string().max(200).optional(), edit: id.optional().catch(undefined) }),
  async load(tx, { params: { consultation }, query, services, form }) {
    const found = await load(tx, consultation);
    if (!found.ok) return found;
    await services.database.write(tx.actor, (write) => markConsultationOpened(write, consultation, services.clock.now()));
    const typed = (name: string) => { const value = form.values[name]; return typeof value === 'string' && value !== '' ? value : undefined; };
    const editing = found.value.suggestions.find((one) => one.id === (query.edit ?? Number(typed('suggestion'))));
    const line = editing?.lineId ?? query.line ?? typed('lineId');
    const parts = minutesParts(found.value.version.content);
    const shown = line ?? query.at;
    const part = query.part ?? (shown === undefined ? parts[0]?.id : partOfLine(found.value.version.content, shown));
    return ok<Data>({ ...found.value, editing, line, field: editing?.change.kind === 'replace' ? editing.change.field : query.field ?? typed('field'), part: part === 'all' ? undefined : part });
  },
  title: ({ meeting }, ui) => `${messages.in(ui.lang)('remarkTitle')} ${referenceText(meeting)}`,
  view: RemarkView,
});

function RemarkView(data: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const c = certify.in(ui.lang);
  const { meeting, version, asked, answer, circulation, suggestions, part, line } = data;
  const open = answer.answeredAt === null;
  const href = (query: Record<string, string>, anchor = '') => `${consultHref(asked.id)}?${new URLSearchParams(query).toString()}${anchor}`;
  const parts = minutesParts(version.content);
  const action = consultHref(asked.id);
  const common = { ui, action, form: remarkForm };
  const at = parts.findIndex((one) => one.id === part);
  const paper = (
    <>
      <nav class="desk-narrow cluster mid paper-parts" aria-label={c('byPart')}>
        {parts.map((one) => <a href={href({ part: one.id })} aria-current={one.id === part ? 'page' : undefined}>{one.title}</a>)}
        <a href={href({ part: 'all' })} aria-current={part === undefined ? 'page' : undefined}>{c('whole')}</a>
      </nav>
      <MinutesSheet content={version.content} part={part} drafted={version.drafted} checked={version.checked} marked={new Set([...suggestions.map((one) => one.lineId), ...(line ? [line] : [])])}
        lineHref={open ? (lineId) => href({ part: part ?? 'all', line: lineId }, '#suggest') : undefined} runs={proposedRuns(version.content, suggestions)} />
    </>
  );
  const side = (
    <div class="stack">
      <div class="stack-s">
        <h1>{t('remarkTitle')}</h1>
        <p class="mid quiet">{c('held', { number: numberText(meeting), date: dayText(ui.lang, meeting.heldOn) })}</p>
      </div>
      <Notice title={t('askedBy', { name: asked.askedName, date: dayText(ui.lang, bangkokDate(asked.askedAt)) })}>
        <>{asked.note ? <p>{asked.note}</p> : null}<p>{t('unitAnswers', { date: dayText(ui.lang, circulation.respondBy, 'weekday') })}</p></>
      </Notice>
      {open ? null : <Notice kind="done">{t('over')}</Notice>}
      {open && line ? <SuggestForm ui={ui} content={version.content} action={`${consultHref(asked.id)}/suggest`} line={line} field={data.field} editing={data.editing} href={href} part={part} /> : null}
      <section class="stack-s">
        <h2>{t('yours')}</h2>
        {suggestions.length === 0 ? <p class="quiet mid">{c('howToSuggest')}</p> : null}
        {suggestions.map((one) => (
          <SuggestionBox content={version.content} suggestion={one} ui={ui}>
            {open && one.takenOverAt === null ? <p class="cluster"><a href={href({ edit: String(one.id) }, '#suggest')}>{c('editSuggestion')}</a><ActionButton ui={ui} action={`${consultHref(asked.id)}/suggestions/${one.id}/withdraw`} kind="quiet">{t('withdrawOwn')}</ActionButton></p> : null}
          </SuggestionBox>
        ))}
      </section>
      {open ? (
        <ActionForm ui={ui} action={action} form={remarkForm} class="form" id="answer" draft={`consult-${asked.id}`}>
          <FormField {...common} name="remark" rows={3} value={asked.remark} />
          <FormField {...common} name="nothing" value={asked.nothingToAdd} />
          <StickyActions><Button kind="main">{t('send')}</Button></StickyActions>
          {asked.answeredAt ? <p class="quiet small">{t('changeLater')}</p> : null}
        </ActionForm>
      ) : null}
    </div>
  );
  return (
    <PaperDesk paper={paper} side={side} crumbs={[{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('remarkTitle') }]}
      pages={part === undefined ? undefined : { page: at + 1, pages: parts.length, previous: at > 0 ? href({ part: parts[at - 1]?.id ?? '' }) : undefined, next: at < parts.length - 1 ? href({ part: parts[at + 1]?.id ?? '' }) : undefined }}
      jump={{ href: '#answer', label: t('send') }} />
  );
}

/** A request that still takes words: not withdrawn, its unit has not answered. */
async function openRequest(tx: Tx, consultationId: number): Promise<Result<Found>> {
  const found = await load(tx, consultationId);
  if (!found.ok) return found;
  return found.value.answer.answeredAt || found.value.circulation.withdrawnAt ? fail('OVER', messages.words('over'), { status: 409 }) : found;
}

export const remarkAction = defineAction({
  path: '/certify/consult/:consultation',
  permission: keys.certify,
  params,
  form: remarkForm,
  page: remarkPage,
  async run(tx, { params: { consultation }, input, services, actor }) {
    const found = await openRequest(tx, consultation);
    if (!found.ok) return found;
    const { asked, suggestions, meeting, answer } = found.value;
    if (input.nothing && (input.remark || suggestions.length > 0)) return fail('NOT_BOTH', messages.words('notBoth'), { fields: { nothing: messages.words('notBoth') } });
    if (!input.nothing && !input.remark && suggestions.length === 0) return fail('NOTHING_SAID', messages.words('needWords'), { fields: { remark: messages.words('needWords') } });
    // Suggestions without a remark are an answer too: an empty remark says "see the lines".
    await recordConsultation(tx, asked.id, input.nothing ? null : input.remark ?? '', services.clock.now());
    await tellUnit(tx, meeting, answer, actor.name, [], services.clock.today());
    return ok({
      audit: { action: 'meetings.consultation-answered', subject: { type: 'meetings.consultation', id: asked.id }, unitId: meeting.ownerUnitId, detail: { nothing: input.nothing, suggestions: suggestions.length } },
      goTo: consultHref(asked.id), flash: messages.words('sent'),
    });
  },
});

export const officerSuggestAction = defineAction({
  path: '/certify/consult/:consultation/suggest',
  permission: keys.certify,
  params,
  form: suggestionForm,
  page: remarkPage,
  async run(tx, { params: { consultation }, input, services }) {
    const found = await openRequest(tx, consultation);
    if (!found.ok) return found;
    const { asked, answer, circulation, version, meeting } = found.value;
    const made = suggestionFrom(version.content, { ...input, text: input.text });
    if (!made.ok) return made;
    const next = { ...made.value, reason: input.reason ?? '' };
    const goTo = `${consultHref(asked.id)}?at=${encodeURIComponent(input.lineId)}#l-${input.lineId}`;
    const own = input.suggestion === undefined ? undefined : await findSuggestion(tx, input.suggestion);
    if (input.suggestion !== undefined && (own?.consultationId !== asked.id || own.takenOverAt || !(await updateSuggestion(tx, own.id, next)))) return notFound();
    const suggestionId = own?.id ?? (await insertSuggestion(tx, { circulationId: circulation.id, answerId: answer.id, consultationId: asked.id, versionId: version.id, unit: answer.unit, ...next }, services.clock.now()));
    return ok({
      audit: { action: own ? 'meetings.suggestion-changed' : 'meetings.suggestion-made', subject: { type: 'meetings.suggestion', id: suggestionId }, unitId: meeting.ownerUnitId, detail: { consultationId: asked.id, lineId: input.lineId } },
      goTo, flash: certify.words(own ? 'changed' : 'added'),
    });
  },
});

export const officerWithdrawAction = defineAction({
  path: '/certify/consult/:consultation/suggestions/:suggestion/withdraw',
  permission: keys.certify,
  params: z.object({ consultation: id, suggestion: id }),
  form: emptyForm,
  page: remarkPage,
  async run(tx, { params: { consultation, suggestion }, services }) {
    const found = await openRequest(tx, consultation);
    if (!found.ok) return found;
    const own = found.value.suggestions.find((one) => one.id === suggestion && one.takenOverAt === null);
    if (!own || !(await withdrawSuggestion(tx, own.id, services.clock.now()))) return notFound();
    return ok({
      audit: { action: 'meetings.suggestion-withdrawn', subject: { type: 'meetings.suggestion', id: own.id }, unitId: found.value.meeting.ownerUnitId },
      goTo: consultHref(consultation), flash: certify.words('withdrawn'),
    });
  },
});
