// The officer's screen: the minutes, lines to correct, a remark, or "nothing to correct".
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionButton, ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { bangkokDate } from '../../../../thai/index.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PaperDesk, StickyActions } from '../../../../ui/layouts/desk.tsx';
import { keys } from '../../circulation/access.ts';
import { consultHref } from '../../circulation/facts.ts';
import { proposedRuns } from '../../circulation/suggestions.ts';
import { messages as shared } from '../../messages.ts';
import { signedLines } from '../../minutes-paper.ts';
import { minutesParts, MinutesSheet, partOfLine } from '../../minutes-sheet.tsx';
import { dayText, meetingHref, numberText, referenceText } from '../../shown.ts';
import { markConsultationOpened } from '../../store/certification.ts';
import type { SuggestionRow } from '../../store/suggestions.ts';
import { messages as certify } from '../answer-minutes/messages.ts';
import { SuggestForm } from '../answer-minutes/suggest.tsx';
import { SuggestionBox } from '../answer-minutes/suggestion-box.tsx';
import { remarkForm } from './form.ts';
import { loadRequest, requestId } from './load.ts';
import type { OfficerRequest } from './load.ts';
import { messages } from './messages.ts';

const pageParams = z.object({ consultation: requestId, suggestion: requestId.optional() });
interface Data extends OfficerRequest { readonly part: string | undefined; readonly line: string | undefined; readonly field: string | undefined; readonly editing: SuggestionRow | undefined }

export const remarkPage = definePage({
  path: '/certify/consult/:consultation',
  permission: keys.certify,
  frame: 'full',
  params: pageParams,
  query: z.object({ part: z.string().max(100).optional(), at: z.string().max(100).optional(), line: z.string().max(100).optional(), field: z.string().max(200).optional(), edit: requestId.optional().catch(undefined) }),
  async load(tx, { params: { consultation }, query, services, form }) {
    const found = await loadRequest(tx, consultation);
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
      <MinutesSheet content={version.content} part={part} signed={signedLines(version)} marked={new Set([...suggestions.map((one) => one.lineId), ...(line ? [line] : [])])}
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
