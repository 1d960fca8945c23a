// What the addressee does beside the minutes: the deadline, a line being corrected, the answer, the officers, the others.
import type { VNode } from 'preact';
import { ActionForm, FormField, stateFor } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import { bangkokDate } from '../../../../thai/index.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { Radios } from '../../../../ui/components/choices.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { StateList } from '../../../../ui/components/state-list.tsx';
import { StickyActions } from '../../../../ui/layouts/desk.tsx';
import { certifyHref } from '../../circulation/facts.ts';
import { answerShown, answerWords } from '../../circulation/messages.ts';
import { dayText, meetingHref, numberText } from '../../shown.ts';
import { answerForm } from './form.ts';
import type { CertifyScreen } from './load.ts';
import { messages } from './messages.ts';
import { OfficersPart } from './officers.tsx';
import { SuggestForm } from './suggest.tsx';
import { SuggestionBox } from './suggestion-box.tsx';
import type { HrefOf } from './suggestion-box.tsx';

interface Props { readonly screen: CertifyScreen; readonly ui: Ui; readonly href: HrefOf }

export function Side({ screen, ui, href }: Props): VNode {
  const t = messages.in(ui.lang);
  const { meeting, circulation, answer, answers, others } = screen;
  const answered = answers.filter((one) => one.answeredAt !== null && !one.late).length;
  return (
    <div class="stack">
      <div class="stack-s">
        <h1>{t('title')}</h1>
        <p class="mid quiet">{t('held', { number: numberText(meeting), date: dayText(ui.lang, meeting.heldOn) })} · <a href="#units">{t('answeredOf', { n: answered, all: answers.length })}</a></p>
        <p class="mid cluster">
          {circulation.letterId ? <a href={`/letters/${circulation.letterId}`} data-turbo-prefetch="false">{t('memo', { number: circulation.letterNumber ?? '' })}</a> : null}
          <a href={meetingHref(meeting.id, `/versions/${circulation.versionId}/minutes.pdf`)} data-turbo="false">{t('pdf')}</a>
        </p>
        {others.map((one) => <p class="mid"><a href={certifyHref(meeting.id, one.id)}>{t('answerAlsoFor', { unit: one.addresseeName })}</a></p>)}
      </div>
      {answer.answeredAt ? <Answered screen={screen} ui={ui} /> : <Deadline screen={screen} ui={ui} />}
      {answer.answeredAt === null && screen.line ? <SuggestForm ui={ui} content={screen.version.content} action={certifyHref(meeting.id, answer.id, '/suggest')} line={screen.line} field={screen.field} editing={screen.editing} href={href} part={screen.part} /> : null}
      {answer.answeredAt === null ? <AnswerPart screen={screen} ui={ui} href={href} /> : null}
      <OfficersPart screen={screen} ui={ui} />
      <section class="stack-s" id="units">
        <h2>{t('units', { n: answered, all: answers.length })}</h2>
        <StateList items={answers.map((one) => {
          const shown = answerShown(one, ui.lang, screen.counts.get(one.id));
          const mine = one.id === answer.id;
          return { name: mine ? t('you', { unit: one.unit || one.addresseeName }) : one.unit || one.addresseeName, state: shown.kind, words: shown.words };
        })} />
      </section>
    </div>
  );
}

function Deadline({ screen, ui }: Omit<Props, 'href'>): VNode {
  const t = messages.in(ui.lang);
  const { circulation, over, daysLeft } = screen;
  const date = dayText(ui.lang, circulation.respondBy, 'weekday');
  if (over) return <Notice kind="error" title={t('over', { date })}>{t('overText')}</Notice>;
  const left = daysLeft === undefined ? '' : daysLeft === 0 ? t('lastDay') : t('left', { n: daysLeft });
  return (
    <Notice kind="warn" title={<>{t('answerBy', { date })} <span class="regular">{left ? `(${left})` : ''}</span></>}>
      <p>{t('silence')} <strong>{t('silenceStrong')}</strong> {t('silenceEnd')}</p>
    </Notice>
  );
}

function Answered({ screen, ui }: Omit<Props, 'href'>): VNode {
  const t = messages.in(ui.lang);
  const { answer, meeting, suggestions, version } = screen;
  return (
    <div class="stack-s" id="answer">
      <Notice kind="done" title={t('hasAnswered')}>
        <p>{answer.answer ? ui.text(answerWords(answer.answer)) : ''}{answer.late ? ` · ${t('late')}` : ''}</p>
        <p class="cluster"><a href={certifyHref(meeting.id, answer.id, '/receipt')}>{t('receipt')}</a><a href={certifyHref(meeting.id, answer.id, '/reply.pdf')} data-turbo="false">{t('replyPdf')}</a></p>
      </Notice>
      <DefinitionList items={[
        { term: t('state'), value: `${dayText(ui.lang, answer.answeredOn ?? bangkokDate(answer.answeredAt ?? ui.now))} · ${answer.answeredName ?? ''}` },
        { term: t('remarks'), value: answer.remarks },
      ]} />
      {suggestions.map((one) => <SuggestionBox content={version.content} suggestion={one} ui={ui} />)}
    </div>
  );
}

function AnswerPart({ screen, ui, href }: Props): VNode {
  const t = messages.in(ui.lang);
  const { meeting, answer, draft, suggestions, signs, post, version } = screen;
  const action = certifyHref(meeting.id, answer.id);
  const state = stateFor(ui, action);
  const common = { ui, action, form: answerForm };
  const typed = state.values['answer'];
  const chosen = typeof typed === 'string' ? typed : draft?.answer ?? (suggestions.length > 0 ? 'certified-with-corrections' : undefined);
  const list = (
    <div class="stack-s">
      {suggestions.map((one) => (
        <SuggestionBox content={version.content} suggestion={one} ui={ui} href={href}>
          <p class="cluster">
            <a href={href({ edit: String(one.id) }, '#suggest')}>{t('editSuggestion')}</a>
            <button class="link-button" formAction={certifyHref(meeting.id, answer.id, `/suggestions/${one.id}/withdraw`)}>{t('withdraw')}</button>
          </p>
        </SuggestionBox>
      ))}
      <p class="quiet mid only-desk">{t('howToSuggest')}</p>
      <p class="only-phone"><a href={href({ line: firstLineOf(screen) }, '#suggest')}>{t('reviseLine')}</a></p>
    </div>
  );
  return (
    <ActionForm ui={ui} action={action} form={answerForm} id="answer" class="form" draft={`certify-${answer.id}`}>
      {signs ? null : <Notice>{t('mayNotSign', { post })}</Notice>}
      <Radios name="answer" label={t('yourAnswer')} value={chosen} error={state.errors['answer'] ? ui.text(state.errors['answer']) : undefined} options={[
        { value: 'certified', label: t('asIs') },
        { value: 'certified-with-corrections', label: suggestions.length > 0 ? t('correctedCount', { n: suggestions.length }) : t('corrected'), more: list },
      ]} />
      <FormField {...common} name="remarks" value={draft?.remarks} rows={2} />
      {draft ? <p class="quiet small">{t('savedBy', { name: draft.savedName, date: dayText(ui.lang, bangkokDate(draft.savedAt)) })}</p> : null}
      {signs ? <p class="quiet mid">{t('signingAs', { post: signs.position })}</p> : null}
      <StickyActions>
        {signs ? <Button kind="main" busyLabel={t('busy')}>{t('submit')}</Button> : null}
        <Button kind={signs ? 'plain' : 'main'} formAction={certifyHref(meeting.id, answer.id, '/draft')}>{t('later')}</Button>
        {signs ? null : <ButtonLink kind="quiet" href={meetingHref(meeting.id)}>{t('backToMeeting')}</ButtonLink>}
      </StickyActions>
    </ActionForm>
  );
}

/** The first line of the part on show, where a phone begins to choose. */
function firstLineOf(screen: CertifyScreen): string {
  const section = screen.version.content.sections.find((one) => one.id === screen.part) ?? screen.version.content.sections[0];
  return section?.items[0]?.lines[0]?.id ?? 'header';
}

