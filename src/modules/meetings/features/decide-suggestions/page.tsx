// The secretariat decides what units proposed: line by line, conflicts shown, a reason for every refusal.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionForm, FormField, stateFor } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { DiffText } from '../../../../ui/components/diff-text.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Inset } from '../../../../ui/components/inset.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { StickyActions } from '../../../../ui/layouts/desk.tsx';
import { circulationForSecretariat, keys } from '../../circulation/access.ts';
import type { Running } from '../../circulation/access.ts';
import { circulationHref } from '../../circulation/facts.ts';
import { placeOf } from '../../circulation/papers.ts';
import { asSuggestion, shortRuns } from '../../circulation/suggestions.ts';
import type { MinutesDocument } from '../../domain/minutes-document.ts';
import { lineIndex, plainLine } from '../../domain/minutes-text.ts';
import { applyCorrections } from '../../domain/suggestions.ts';
import { messages as shared } from '../../messages.ts';
import { lineNumbers } from '../../minutes-sheet.tsx';
import { meetingParams } from '../../params.ts';
import { meetingHref, referenceText } from '../../shown.ts';
import { listAnswers } from '../../store/circulations.ts';
import type { AnswerRow } from '../../store/circulations.ts';
import { findVersion } from '../../store/minutes.ts';
import type { VersionRow } from '../../store/minutes.ts';
import { listSuggestions } from '../../store/suggestions.ts';
import type { SuggestionRow } from '../../store/suggestions.ts';
import { decideForm, decisionFields } from './form.ts';
import { messages } from './messages.ts';

export interface Deciding extends Running {
  readonly version: VersionRow;
  /** Sent and not decided, in the order of the minutes. */
  readonly suggestions: readonly SuggestionRow[];
  readonly answers: readonly AnswerRow[];
  /** Suggestions that another one touches. */
  readonly conflicting: ReadonlySet<number>;
}

export async function loadDeciding(tx: ReadTx, found: Running): Promise<Result<Deciding>> {
  const version = await findVersion(tx, found.circulation.versionId);
  if (!version) return notFound();
  const open = (await listSuggestions(tx, { circulationId: found.circulation.id })).filter((one) => one.submittedAt !== null && one.state === 'open');
  const numbers = lineNumbers(version.content);
  const suggestions = open.toSorted((a, b) => (numbers.get(a.lineId) ?? 9999) - (numbers.get(b.lineId) ?? 9999) || a.id - b.id);
  return ok({ ...found, version, suggestions, answers: await listAnswers(tx, found.circulation.id), conflicting: conflictsAmong(version.content, suggestions) });
}

/** Suggestions that cannot both be accepted. Only those on one line can touch each other. */
export function conflictsAmong(content: MinutesDocument, suggestions: readonly SuggestionRow[]): Set<number> {
  const found = new Set<number>();
  for (const group of Map.groupBy(suggestions, (one) => one.lineId).values()) {
    group.forEach((one, index) => {
      for (const other of group.slice(index + 1)) {
        if (applyCorrections(content, [asSuggestion(one), asSuggestion(other)]).conflicts.some((conflict) => conflict.code === 'overlaps-accepted')) {
          found.add(one.id);
          found.add(other.id);
        }
      }
    });
  }
  return found;
}

export const decideSuggestionsPage = definePage({
  path: '/meetings/:id/suggestions',
  permission: keys.decide,
  params: meetingParams,
  query: z.object({ all: z.literal('accept').optional().catch(undefined) }),
  async load(tx, { params, query }) {
    const found = await circulationForSecretariat(tx, params.id, keys.decide);
    if (!found.ok) return found;
    const deciding = await loadDeciding(tx, found.value);
    return deciding.ok ? ok({ ...deciding.value, acceptAll: query.all === 'accept' }) : deciding;
  },
  title: ({ meeting }, ui) => `${messages.in(ui.lang)('title')} ${referenceText(meeting)}`,
  view: DecideView,
});

function DecideView(data: Deciding & { acceptAll: boolean }, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const { meeting, minutes, suggestions, answers, version } = data;
  const action = circulationHref(meeting.id, '/suggestions');
  const ready = minutes.state === 'correcting' && suggestions.length > 0;
  const remarks = answers.filter((one) => one.remarks !== '');
  const groups = [...Map.groupBy(suggestions.map((suggestion, index) => ({ suggestion, index })), (one) => one.suggestion.lineId).entries()];
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={`${meeting.title} ${referenceText(meeting)} · ${t('sub', { n: suggestions.length, units: new Set(suggestions.map((one) => one.answerId)).size })}`}
        crumbs={[{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('title') }]}
        actions={ready ? <ButtonLink href={`${action}?all=accept`}>{t('acceptAll')}</ButtonLink> : undefined} />
      {ready ? null : (
        <EmptyState title={suggestions.length > 0 ? t('running', { n: suggestions.length }) : t('nothing')} action={<ButtonLink href={circulationHref(meeting.id, '/circulation')}>{t('progress')}</ButtonLink>}>{t('nothingText')}</EmptyState>
      )}
      {remarks.length > 0 ? (
        <Section title={t('remarks')}>
          {remarks.map((one) => <Inset><p><strong>{one.addresseeName}</strong></p><p class="pre">{one.remarks}</p></Inset>)}
        </Section>
      ) : null}
      {ready ? (
        <ActionForm ui={ui} action={action} form={decideForm} class="stack" draft={`decide-${data.circulation.id}`}>
          <Notice>{t('note')}</Notice>
          {groups.map(([lineId, group]) => (
            <Section title={placeOf(version.content, lineId)} id={`line-${lineId}`}>
              <p class="mid quiet measure">{lineText(version.content, lineId)}</p>
              {group.map(({ suggestion, index }) => <One suggestion={suggestion} index={index} data={data} ui={ui} action={action} />)}
            </Section>
          ))}
          <StickyActions><Button kind="main" busyLabel={t('busy')}>{t('submit')}</Button></StickyActions>
        </ActionForm>
      ) : null}
    </div>
  );
}

function lineText(content: MinutesDocument, lineId: string): string {
  const line = lineIndex(content).find((entry) => entry.line.id === lineId)?.line;
  return line ? plainLine(line).slice(0, 600) : '';
}

function One({ suggestion, index, data, ui, action }: { suggestion: SuggestionRow; index: number; data: Deciding & { acceptAll: boolean }; ui: Ui; action: string }): VNode {
  const t = messages.in(ui.lang);
  const { version, conflicting, acceptAll } = data;
  const row = (name: keyof typeof decisionFields) => ({ ui, action, form: decideForm, name: 'decisions', inputName: `decisions.${index}.${name}`, field: decisionFields[name] });
  const conflict = conflicting.has(suggestion.id);
  const wording = suggestion.change.kind === 'replace' ? suggestion.change.proposed : suggestion.change.kind === 'insert' ? plainLine(suggestion.change.line) : undefined;
  const refused = stateFor(ui, action).values[`decisions.${index}.proposed`];
  return (
    <div class="panel decide" id={`suggestion-${suggestion.id}`}>
      <input type="hidden" name={`decisions.${index}.suggestion`} value={String(suggestion.id)} />
      <p><DiffText runs={shortRuns(version.content, suggestion.change)} /></p>
      <p class="mid quiet"><strong>{suggestion.unit}</strong> {suggestion.personName}{suggestion.reason ? ` · ${suggestion.reason}` : ''}</p>
      {conflict ? <p><StateMark kind="risk" wrap>{t('conflict')}</StateMark></p> : null}
      {suggestion.late ? <p><StateMark kind="late">{t('late')}</StateMark></p> : null}
      <FormField {...row('outcome')} as="radios" arrange="row" labelHidden value={acceptAll && !conflict ? 'accept' : undefined}
        options={[{ value: 'accept', label: t('accept') }, { value: 'decline', label: t('decline') }]} />
      <FormField {...row('reason')} hint={t('reasonHint')} />
      {wording === undefined ? null : (
        <details class="mid" open={typeof refused === 'string' && refused !== wording}>
          <summary>{t('wordingSummary')}</summary>
          <FormField {...row('proposed')} value={wording} rows={2} />
        </details>
      )}
    </div>
  );
}
