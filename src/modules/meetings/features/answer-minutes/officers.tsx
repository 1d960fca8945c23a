// What the officers of the unit said, to be taken over by one press; and the way to ask them.
import type { VNode } from 'preact';
import { ActionButton } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { certifyHref } from '../../circulation/facts.ts';
import type { ConsultationRow } from '../../store/suggestions.ts';
import type { CertifyScreen } from './load.ts';
import { messages } from './messages.ts';
import { SuggestionBox } from './suggestion-box.tsx';

export function OfficersPart({ screen, ui }: { screen: CertifyScreen; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  const { consultations, meeting, answer } = screen;
  const open = answer.answeredAt === null;
  if (consultations.length === 0 && !open) return null;
  return (
    <section class="stack-s" id="officers">
      <h2>{t('officers')}</h2>
      {consultations.map((one) => <Officer one={one} screen={screen} ui={ui} />)}
      {open ? <p><a href={certifyHref(meeting.id, answer.id, '/consult')}>{t('ask')}</a></p> : null}
    </section>
  );
}

function Officer({ one, screen, ui }: { one: ConsultationRow; screen: CertifyScreen; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { meeting, answer, offered, version } = screen;
  const open = answer.answeredAt === null;
  const state = one.answeredAt === null ? <StateMark kind="wait">{t('notYet')}</StateMark> : one.nothingToAdd ? <StateMark kind="done">{t('nothingToAdd')}</StateMark> : null;
  return (
    <div class="stack-s">
      <p class="spread mid"><strong>{one.personName}</strong>{state}</p>
      {one.remark ? <p class="mid pre">{one.remark}</p> : null}
      {one.remark && open ? <ActionButton ui={ui} action={certifyHref(meeting.id, answer.id, `/consult/${one.id}/take`)} kind="quiet">{t('takeRemark')}</ActionButton> : null}
      {offered.filter((suggestion) => suggestion.consultationId === one.id).map((suggestion) => (
        <SuggestionBox content={version.content} suggestion={suggestion} ui={ui}>
          {open && one.answeredAt !== null ? <ActionButton ui={ui} action={certifyHref(meeting.id, answer.id, `/suggestions/${suggestion.id}/take`)}>{t('takeOver')}</ActionButton> : null}
        </SuggestionBox>
      ))}
    </div>
  );
}
