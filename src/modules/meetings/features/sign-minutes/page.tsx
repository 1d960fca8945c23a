// Signing off: the sheet as it will be, who signs next, and a signature taken back with its reason.
import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { bangkokDate, bangkokTime } from '../../../../thai/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { PaperDesk } from '../../../../ui/layouts/desk.tsx';
import { permissions } from '../../access.ts';
import { checkContext } from '../../check-context.ts';
import { checkMinutes } from '../../domain/checker/check-minutes.ts';
import { messages as shared } from '../../messages.ts';
import { signedLines } from '../../minutes-paper.ts';
import { MinutesSheet } from '../../minutes-sheet.tsx';
import { partyNames, standingsOf } from '../../office.ts';
import type { Standing } from '../../office.ts';
import { meetingParams } from '../../params.ts';
import { dayText, meetingHref, referenceText, timeText } from '../../shown.ts';
import type { SignatureGiven } from '../../store/minutes.ts';
import { signForm, undoForm } from './form.ts';
import { messages } from './messages.ts';
import { loadSigning } from './signing.ts';
import type { Signer, Signing } from './signing.ts';

interface Data extends Signing {
  readonly standings: readonly Standing[];
  readonly names: { readonly drafter: string; readonly checker: string };
  readonly contradictions: number;
}

export const signMinutesPage = definePage({
  path: '/meetings/:id/minutes/sign',
  permission: permissions.sign,
  frame: 'full',
  params: meetingParams,
  async load(tx, { params, services }) {
    const signing = await loadSigning(tx, params.id);
    if (!signing.ok) return signing;
    const { minutes, version } = signing.value;
    const today = services.clock.today();
    const names = await partyNames(tx, [minutes.drafterId, minutes.checkerId].filter((id): id is number => id !== null), today);
    const findings = version.drafted ? [] : checkMinutes(version.content, await checkContext(tx, version.content));
    return ok({
      ...signing.value, standings: signing.value.mine ? await standingsOf(tx, tx.actor.id, today) : [],
      names: { drafter: names.get(minutes.drafterId ?? 0)?.name ?? '', checker: names.get(minutes.checkerId ?? 0)?.name ?? '' },
      contradictions: findings.filter((finding) => finding.severity === 'error').length,
    });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: SignView,
});

function SignView(data: Data, ui: Ui): VNode {
  const { meeting, version, due } = data;
  const t = messages.in(ui.lang);
  const crumbs = [{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('title') }];
  const side = (
    <div class="stack">
      <h1>{t('title')}</h1>
      <p class="quiet">{t('sameContent', { n: version.number })}</p>
      {due === 'drafter' && data.contradictions > 0 ? (
        <Notice kind="warn"><p>{t('findings', { n: data.contradictions })} <a href={meetingHref(meeting.id, '/minutes/check')}>{t('seeFindings')}</a></p></Notice>
      ) : null}
      <Slot ui={ui} data={data} who="drafter" given={version.drafted} />
      <Slot ui={ui} data={data} who="checker" given={version.checked} />
      {data.mayUndo && data.undoable ? <Undo ui={ui} meetingId={meeting.id} who={data.undoable} /> : null}
      <ButtonRow><ButtonLink kind="quiet" href={meetingHref(meeting.id)}>{shared.in(ui.lang)('back')}</ButtonLink></ButtonRow>
    </div>
  );
  return <PaperDesk crumbs={crumbs} paper={<MinutesSheet content={version.content} signed={signedLines(version)} />} side={side} jump={data.mine ? { href: '#sign', label: t(due === 'checker' ? 'signChecker' : 'signDrafter') } : undefined} />;
}

/** One signature: given, due from this actor, or waited for. */
function Slot({ ui, data, who, given }: { ui: Ui; data: Data; who: Signer; given: SignatureGiven | null }): VNode {
  const t = messages.in(ui.lang);
  const action = meetingHref(data.meeting.id, '/minutes/sign');
  const common = { ui, action, form: signForm };
  const name = data.names[who];
  return (
    <section class="stack-s" id={data.mine && data.due === who ? 'sign' : undefined}>
      <h2>{t(who)}</h2>
      {given ? (
        <>
          <p>{given.name}<br /><span class="quiet">{given.authority.words ?? given.position}</span></p>
          <p><StateMark kind="done">{t('signedAt', { date: dayText(ui.lang, bangkokDate(given.at)), time: timeText(bangkokTime(given.at)) })}</StateMark></p>
        </>
      ) : data.mine && data.due === who ? (
        data.standings.length === 0 ? <Notice kind="error">{t('noStanding')}</Notice> : (
          <ActionForm ui={ui} action={action} form={signForm} class="form" scope={who}>
            <input type="hidden" name="who" value={who} />
            <FormField {...common} name="position" as="radios" value={data.standings[0]?.positionId} options={data.standings.map((one) => ({ value: String(one.positionId), label: one.authority.words ?? one.position }))} />
            <Button kind="main">{t(who === 'drafter' ? 'signDrafter' : 'signChecker')}</Button>
          </ActionForm>
        )
      ) : <p><StateMark kind="wait" wrap>{t('waiting', { name })}</StateMark></p>}
    </section>
  );
}

function Undo({ ui, meetingId, who }: { ui: Ui; meetingId: number; who: Signer }): VNode {
  const t = messages.in(ui.lang);
  const action = meetingHref(meetingId, '/minutes/sign/undo');
  return (
    <details open={ui.form.action === action}>
      <summary>{t('undo')} ({t(who)})</summary>
      <p class="quiet">{t('undoText')}</p>
      <ActionForm ui={ui} action={action} form={undoForm} class="form" scope="undo">
        <input type="hidden" name="who" value={who} />
        <FormField ui={ui} action={action} form={undoForm} name="reason" rows={2} />
        <Button kind="danger">{t('undo')}</Button>
      </ActionForm>
    </details>
  );
}
