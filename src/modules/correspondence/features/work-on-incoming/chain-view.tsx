// What happened to a letter, who was given what, and who opened it.
import type { VNode } from 'preact';
import { ActionButton } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import type { StateKind } from '../../../../ui/components/state-mark.tsx';
import { Timeline } from '../../../../ui/components/timeline.tsx';
import { printedReference } from '../../domain/reference.ts';
import type { AssignmentState } from '../../domain/received.ts';
import { draftHref, incomingHref, letterHref } from '../../href.ts';
import { messages as received } from '../../received/messages.ts';
import { deadlineText } from '../../received/shown.tsx';
import { instantText } from '../../shown.tsx';
import type { Step } from '../../store/chain.ts';
import type { MatterData } from './load.ts';
import { messages } from './messages.ts';

function stepWords(step: Step, ui: Ui): string {
  const r = received.in(ui.lang);
  return messages.in(ui.lang)(`step.${step.kind}`, {
    to: step.toLabel, verdict: step.verdict ? r(`verdict.${step.verdict}`) : '', purpose: step.purpose ? r(`purpose.${step.purpose}`) : '',
  }).trim();
}

/** Every step with its note, who took it in which capacity, and where the matter waits now. */
export function Chain({ data, ui }: { data: MatterData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { letter, steps, replies } = data;
  const items = steps.map((step) => ({
    text: stepWords(step, ui), by: [step.byName, step.byTitle].filter(Boolean).join(' '), time: instantText(ui, step.at), iso: step.at.toISOString(),
    note: step.letterId === null ? step.note || undefined : <a href={letterHref(step.letterId)}>{step.note}</a>, state: 'done' as const,
  }));
  const now = letter.state === 'proposed'
    ? [{ text: t('waitsWith', { post: letter.holderLabel }), note: letter.openedAt ? t('openedBy', { by: letter.openedBy ?? '', at: instantText(ui, letter.openedAt) }) : t('notOpened'), state: 'now' as const }]
    : [];
  const drafts = replies.filter((reply) => reply.state === 'draft');
  return (
    <Section title={t('chain')} id="chain">
      <Timeline label={t('chain')} items={[...items, ...now]} />
      {drafts.map((reply) => <p><a href={draftHref(reply.letterId)}>{t('draftOf', { subject: reply.subject })}</a></p>)}
      {replies.filter((reply) => reply.reference !== null).map((reply) => <p>{t('replies')}: <a href={letterHref(reply.letterId)}>{printedReference(reply.reference ?? '')}</a></p>)}
    </Section>
  );
}

const marks: Readonly<Record<AssignmentState, StateKind>> = { queued: 'wait', open: 'going', done: 'done', returned: 'risk', recalled: 'void' };

/** Who was given what, until when, and what came of it. */
export function Assignments({ data, ui }: { data: MatterData; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  const { assignments, letter, keeps } = data;
  if (assignments.length === 0) return null;
  return (
    <Section title={t('assignments')}>
      <ul class="plain-list">
        {assignments.map((row) => {
          const late = row.state === 'open' && row.dueAt !== null && row.dueAt <= ui.now;
          const waits = row.state === 'open' || row.state === 'queued';
          return (
            <li>
              <span>
                <strong>{row.label}</strong> <StateMark kind={late ? 'late' : marks[row.state]}>{t(`assignment.${row.state}`)}</StateMark>
                <span class="quiet mid"> {[
                  row.childNumber === null ? '' : t('childNumber', { number: row.childNumber }), waits && row.openedAt === null && row.childId === null ? t('notOpened') : '',
                  waits && row.dueAt ? `${t('due')} ${deadlineText(ui, row.dueAt)}` : '', row.result,
                ].filter(Boolean).join(' · ')}</span>
              </span>
              {keeps && waits && row.openedAt === null && row.childId === null
                ? <ActionButton ui={ui} kind="quiet" action={incomingHref(letter.id, `/assignments/${row.id}/take-back`)}>{t('takeBack')}</ActionButton> : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** Who opened it when, for those who keep the register. */
export function Openings({ data, ui }: { data: MatterData; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  if (!data.keeps) return null;
  return (
    <Section title={t('opened')}>
      {data.openings.length === 0 ? <p class="quiet">{t('openedNone')}</p> : (
        <ul class="plain-list">{data.openings.map((line) => <li>{line.actorName} <time class="quiet" dateTime={line.at.toISOString()}>{instantText(ui, line.at)}</time></li>)}</ul>
      )}
    </Section>
  );
}
