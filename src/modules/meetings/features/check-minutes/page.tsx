// All findings of the checker beside the sheet, each with its place, and a repair where there is one sure repair.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionForm } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { QuickFilters } from '../../../../ui/components/tabs.tsx';
import { PaperDesk } from '../../../../ui/layouts/desk.tsx';
import { isSecretariat, permissions } from '../../access.ts';
import { checkContext } from '../../check-context.ts';
import { checkMinutes } from '../../domain/checker/check-minutes.ts';
import type { Finding } from '../../domain/checker/finding.ts';
import { findingMessage } from '../../domain/checker/messages.ts';
import { placeLabel } from '../../domain/minutes-text.ts';
import { messages as shared } from '../../messages.ts';
import { signedLines } from '../../minutes-paper.ts';
import { lineNumbers, MinutesSheet } from '../../minutes-sheet.tsx';
import { meetingParams } from '../../params.ts';
import { meetingHref, referenceText } from '../../shown.ts';
import { findMeeting } from '../../store/meetings.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { findVersion, minutesOf } from '../../store/minutes.ts';
import type { VersionRow } from '../../store/minutes.ts';
import { repairForm } from './form.ts';
import { messages } from './messages.ts';

interface Data {
  readonly meeting: MeetingRow;
  readonly version: VersionRow;
  readonly findings: readonly Finding[];
  /** Only findings of this weight are listed; all when left out. */
  readonly only: Finding['severity'] | undefined;
  /** The text can still be changed by this actor. */
  readonly open: boolean;
}

export const checkMinutesPage = definePage({
  path: '/meetings/:id/minutes/check',
  permission: permissions.write,
  frame: 'full',
  params: meetingParams,
  query: z.object({ only: z.enum(['error', 'warning', 'ask']).optional() }),
  async load(tx, { params, query }) {
    const meeting = await findMeeting(tx, params.id);
    const minutes = meeting && (await minutesOf(tx, meeting.id));
    const version = minutes?.currentVersionId ? await findVersion(tx, minutes.currentVersionId) : undefined;
    if (!meeting || !version) return notFound();
    const findings = checkMinutes(version.content, await checkContext(tx, version.content));
    return ok({ meeting, version, findings, only: query.only, open: !version.drafted && !version.lockedAt && meeting.state === 'held' && isSecretariat(tx.actor, meeting, permissions.write) });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: CheckView,
});

const marks = { error: 'late', warning: 'risk', ask: 'wait' } as const;

function CheckView({ meeting, version, findings, only, open }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const crumbs = [{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('title') }];
  const shown = only ? findings.filter((finding) => finding.severity === only) : findings;
  const here = meetingHref(meeting.id, '/minutes/check');
  const filters = [
    { label: t('all'), href: here, current: only === undefined, count: findings.length },
    ...(['error', 'warning', 'ask'] as const).map((severity) => ({ label: t(`only_${severity}`), href: `${here}?only=${severity}`, current: only === severity, count: count(severity) })),
  ].filter((filter) => filter.count > 0 || filter.current);
  const marked = new Set(shown.map((finding) => finding.ref.lineId));
  const side = (
    <div class="stack">
      <h1>{t('title')}</h1>
      {findings.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : (
        <>
          <p class="quiet" id="findings">{t('findings', { n: findings.length })}</p>
          <QuickFilters label={t('title')} items={filters} />
          <ol class="findings">{shown.map((finding) => <li><FindingLine ui={ui} meeting={meeting} version={version} finding={finding} open={open} /></li>)}</ol>
        </>
      )}
      <ButtonRow>
        {open ? <ButtonLink kind="main" href={meetingHref(meeting.id, '/minutes/sign')}>{t('sign')}</ButtonLink> : null}
        {open ? <ButtonLink href={meetingHref(meeting.id, '/minutes/edit')}>{t('write')}</ButtonLink> : <ButtonLink href={meetingHref(meeting.id)}>{shared.in(ui.lang)('back')}</ButtonLink>}
      </ButtonRow>
    </div>
  );
  return <PaperDesk crumbs={crumbs} paper={<MinutesSheet content={version.content} marked={marked} lineHref={(id) => `#l-${id}`} signed={signedLines(version)} />} side={side}
    jump={findings.length > 0 ? { href: '#findings', label: t('toFindings'), note: t('findings', { n: findings.length }) } : undefined} />;
}

function FindingLine({ ui, meeting, version, finding, open }: { ui: Ui; meeting: MeetingRow; version: VersionRow; finding: Finding; open: boolean }): VNode {
  const t = messages.in(ui.lang);
  const { fix } = finding;
  // The covering letter is checked too, and stands on no sheet.
  const onSheet = lineNumbers(version.content).has(finding.ref.lineId);
  const place = placeLabel(finding.place, ui.lang);
  const item = version.content.sections.flatMap((section) => section.items).find((one) => one.id === finding.ref.lineId || one.lines.some((line) => line.id === finding.ref.lineId));
  return (
    <div>
      <p><StateMark kind={marks[finding.severity]} wrap>{findingMessage(finding, ui.lang)}</StateMark></p>
      <p class="cluster small">
        {onSheet ? <a href={`#l-${finding.ref.lineId}`}>{place}</a> : <span>{place}</span>}
        {open && item ? <a href={`${meetingHref(meeting.id, `/minutes/items/${item.id}`)}#row-${finding.ref.lineId}`}>{t('go')}</a> : null}
        {open && fix ? (
          <ActionForm ui={ui} action={meetingHref(meeting.id, '/minutes/check')} form={repairForm} class="inline">
            <input type="hidden" name="lineId" value={fix.lineId} /><input type="hidden" name="field" value={fix.field} />
            <input type="hidden" name="original" value={fix.original} /><input type="hidden" name="proposed" value={fix.proposed} />
            {fix.offset === undefined ? null : <input type="hidden" name="offset" value={fix.offset} />}
            <button class="btn btn-quiet" aria-label={t('repairAbout', { place, proposed: fix.proposed })}>{t('repair', { proposed: fix.proposed })}</button>
          </ActionForm>
        ) : null}
      </p>
    </div>
  );
}
