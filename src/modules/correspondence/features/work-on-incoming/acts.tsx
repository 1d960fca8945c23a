// What can be done with a letter: the usual next step open with its button, other steps folded.
import { isTakenOver } from '../../../../platform/access/actor.ts';
import type { VNode } from 'preact';
import { ActionButton, ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import type { AnyForm } from '../../../../platform/forms/form.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { stateFor } from '../../../../platform/forms/render.tsx';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { Combobox } from '../../../../ui/components/combobox.tsx';
import { FieldsRow } from '../../../../ui/components/form.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { purposes, verdicts } from '../../domain/received.ts';
import { incomingHref } from '../../href.ts';
import type { Choice } from '../../received/office.ts';
import { messages as received } from '../../received/messages.ts';
import type { Assignment } from '../../store/chain.ts';
import { closeForm, forwardForm, orderForm, passUpForm, proposeForm, replyForm, reportForm, returnForm, sendBackForm } from './forms.ts';
import type { MatterData } from './load.ts';
import { messages } from './messages.ts';

interface Props {
  readonly data: MatterData;
  readonly ui: Ui;
}

const options = (list: readonly Choice[]) => list.map((one) => ({ value: String(one.id), label: one.label, ...(one.hint ? { hint: one.hint } : {}) }));

export function Acts(props: Props): VNode | null {
  const { data, ui } = props;
  const t = messages.in(ui.lang);
  const { letter, keeps, holds, mine } = data;
  const open = data.assignments.some((one) => one.state === 'open' || one.state === 'queued');
  const mayReply = letter.state !== 'closed' && ui.can('correspondence.draft') && (keeps || holds || mine.length > 0);
  return (
    <div class="stack" id="acts">
      <Refused {...props} />
      {mine.map((one) => <Mine {...props} assignment={one} />)}
      {holds ? <Order {...props} /> : null}
      {keeps && letter.state === 'waiting' ? <Propose {...props} /> : null}
      {keeps && letter.state === 'working' && !open ? <Close {...props} main /> : null}
      {data.mayTakeBack ? (
        <ActionForm ui={ui} action={incomingHref(letter.id, '/take-back')} hidden={{ seen: String(letter.steps) }} class="inline-form">
          <p class="quiet">{t('takeBackText', { post: letter.holderLabel })}</p>
          <Button>{t('takeBack')}</Button>
        </ActionForm>
      ) : null}
      {holds ? <Folded {...props} name="pass-up" title={t('passUp')}><PassUp {...props} /></Folded> : null}
      {holds ? <Folded {...props} name="return" title={t('returning')}><Reason {...props} name="return" button={t('returning')} /></Folded> : null}
      {keeps && letter.state === 'working' ? <Folded {...props} name="propose" title={t('propose')}><Propose {...props} /></Folded> : null}
      {keeps && (letter.state === 'waiting' || letter.state === 'working') ? <Folded {...props} name="forward" title={t('forward')}><Forward {...props} /></Folded> : null}
      {keeps && letter.state === 'waiting' ? <Folded {...props} name="close" title={t('close')}><Close {...props} /></Folded> : null}
      {mayReply ? <Folded {...props} name="reply" title={t('reply')}><Reply {...props} /></Folded> : null}
      {keeps && letter.state === 'closed' ? <Folded {...props} name="reopen" title={t('reopen')}><Reason {...props} name="reopen" button={t('reopen')} /></Folded> : null}
    </div>
  );
}

/** Whether the form of an address is on the page. */
function isShown({ letter, keeps, holds, mine, mayTakeBack, assignments }: MatterData, action: string): boolean {
  const name = action.slice(incomingHref(letter.id, '/').length);
  const open = assignments.some((one) => one.state === 'open' || one.state === 'queued');
  const going = letter.state === 'waiting' || letter.state === 'working';
  if (name === 'pass-up' || name === 'order' || name === 'return') return holds;
  if (name === 'propose' || name === 'forward') return keeps && going;
  if (name === 'close') return keeps && (letter.state === 'waiting' || (letter.state === 'working' && !open));
  if (name === 'reopen') return keeps && letter.state === 'closed';
  if (name === 'take-back') return mayTakeBack;
  if (name === 'reply') return letter.state !== 'closed';
  return mine.some((one) => name.startsWith(`assignments/${one.id}/`));
}

/** A step that could not be taken because the matter went on meanwhile: why, and what had been typed, so that no word is lost. */
function Refused({ data, ui }: Props): VNode | null {
  const { message, action, values } = ui.form;
  if (!message || action === undefined || isShown(data, action)) return null;
  const typed = ['note', 'reason', 'outcome', 'result'].flatMap((name) => (typeof values[name] === 'string' && values[name] !== '' ? [values[name]] : []));
  return <Notice kind="warn" title={ui.text(message)}>{typed.map((text) => <p>{messages.in(ui.lang)('typed', { text })}</p>)}</Notice>;
}

function Folded({ data, ui, name, title, children }: Props & { name: string; title: string; children: VNode }): VNode {
  return <details open={ui.form.action === incomingHref(data.letter.id, `/${name}`)}><summary>{title}</summary>{children}</details>;
}

/** A note with the usual phrases at hand. */
function Note({ ui, data, action, form, value, name = 'note' }: Props & { action: string; form: AnyForm; value?: string; name?: string }): VNode {
  const state = stateFor(ui, action);
  const field = form.fields[name];
  const error = state.errors[name];
  const typed = state.values[name];
  return (
    <Combobox name={name} label={ui.text(field.label)} hint={field.hint ? ui.text(field.hint) : undefined} optional={!field.required} error={error ? ui.text(error) : undefined}
      value={typeof typed === 'string' ? typed : value} options={data.phrases.map((phrase) => ({ value: phrase }))} />
  );
}

function Propose(props: Props): VNode {
  const { data, ui } = props;
  const t = messages.in(ui.lang);
  const r = received.in(ui.lang);
  const action = incomingHref(data.letter.id, '/propose');
  const common = { ui, action, form: proposeForm };
  return (
    <Section title={t('propose')}>
      <ActionForm ui={ui} action={action} form={proposeForm} scope="propose" hidden={{ seen: String(data.letter.steps) }}>
        <FormField {...common} name="position" as="select" value={data.seats[0]?.id} options={options(data.seats)} />
        <FormField {...common} name="purpose" as="select" size="m" value="consider" options={purposes.map((one) => ({ value: one, label: r(`purpose.${one}`) }))} />
        <Note {...props} action={action} form={proposeForm} value={data.phrases[1]} />
        <ButtonRow><Button kind={data.letter.state === 'waiting' ? 'main' : 'plain'}>{t('propose')}</Button></ButtonRow>
      </ActionForm>
    </Section>
  );
}

function PassUp(props: Props): VNode {
  const { data, ui } = props;
  const t = messages.in(ui.lang);
  const action = incomingHref(data.letter.id, '/pass-up');
  const seats = data.seats.filter((seat) => seat.id !== data.letter.holderPositionId);
  return (
    <ActionForm ui={ui} action={action} form={passUpForm} scope="pass-up" hidden={{ seen: String(data.letter.steps) }}>
      <FormField ui={ui} action={action} form={passUpForm} name="position" as="select" value={seats[0]?.id} options={options(seats)} />
      <Note {...props} action={action} form={passUpForm} />
      <ButtonRow><Button>{t('passUp')}</Button></ButtonRow>
    </ActionForm>
  );
}

/** To whom, in which order, until when. */
function GivingFields({ data, ui, action, form }: Props & { action: string; form: AnyForm }): VNode {
  const t = messages.in(ui.lang);
  const common = { ui, action, form };
  const chosen = stateFor(ui, action).values;
  return (
    <>
      <details open={Boolean(chosen['units'] ?? chosen['people'] ?? stateFor(ui, action).errors['units'])}>
        <summary>{t('chooseAssignees')}</summary>
        <div class="stack">
          <FormField {...common} name="units" arrange="two" options={options(data.choices.units)} />
          <FormField {...common} name="people" arrange="two" options={options(data.choices.people)} />
          <FormField {...common} name="sequence" />
          <FormField {...common} name="turns" />
          <FieldsRow>
            <FormField {...common} name="dueDate" />
            <FormField {...common} name="dueTime" />
          </FieldsRow>
        </div>
      </details>
    </>
  );
}

function Order(props: Props): VNode {
  const { data, ui } = props;
  const t = messages.in(ui.lang);
  const r = received.in(ui.lang);
  const action = incomingHref(data.letter.id, '/order');
  return (
    <Section title={t('order')}>
      <ActionForm ui={ui} action={action} form={orderForm} scope="order" hidden={{ seen: String(data.letter.steps) }}>
        <FormField ui={ui} action={action} form={orderForm} name="verdict" as="radios" arrange="two" value="noted" options={verdicts.map((one) => ({ value: one, label: r(`verdict.${one}`) }))} />
        <GivingFields {...props} action={action} form={orderForm} />
        <Note {...props} action={action} form={orderForm} />
        <ButtonRow><Button kind="main">{t('orderButton')}</Button></ButtonRow>
      </ActionForm>
    </Section>
  );
}

function Forward(props: Props): VNode {
  const { data, ui } = props;
  const action = incomingHref(data.letter.id, '/forward');
  return (
    <ActionForm ui={ui} action={action} form={forwardForm} scope="forward" hidden={{ seen: String(data.letter.steps) }}>
      <GivingFields {...props} action={action} form={forwardForm} />
      <Note {...props} action={action} form={forwardForm} />
      <ButtonRow><Button>{messages.in(ui.lang)('forwardButton')}</Button></ButtonRow>
    </ActionForm>
  );
}

function Reason({ data, ui, name, button }: Props & { name: 'return' | 'reopen'; button: string }): VNode {
  const action = incomingHref(data.letter.id, `/${name}`);
  return (
    <ActionForm ui={ui} action={action} form={returnForm} scope={name} hidden={{ seen: String(data.letter.steps) }}>
      <FormField ui={ui} action={action} form={returnForm} name="reason" />
      <ButtonRow><Button>{button}</Button></ButtonRow>
    </ActionForm>
  );
}

function Close({ data, ui, main }: Props & { main?: boolean }): VNode {
  const t = messages.in(ui.lang);
  const action = incomingHref(data.letter.id, '/close');
  const form = (
    <ActionForm ui={ui} action={action} form={closeForm} scope="close" hidden={{ seen: String(data.letter.steps) }}>
      <FormField ui={ui} action={action} form={closeForm} name="outcome" value={data.letter.action} />
      <ButtonRow><Button kind={main ? 'main' : 'plain'}>{t('closeButton')}</Button></ButtonRow>
    </ActionForm>
  );
  return main ? <Section title={t('close')}>{form}</Section> : form;
}

function Reply({ data, ui }: Props): VNode {
  const t = messages.in(ui.lang);
  const action = incomingHref(data.letter.id, '/reply');
  const mine = data.mine.find((one) => one.unitId !== null && !isTakenOver(ui.actor, one.unitId))?.unitId;
  const unit = data.keeps ? (data.heirId ?? data.letter.unitId) : (mine ?? ui.actor.unitId);
  return (
    <ActionForm ui={ui} action={action} form={replyForm} scope="reply" hidden={{ unit: String(unit ?? data.letter.unitId) }}>
      <FormField ui={ui} action={action} form={replyForm} name="closes" value />
      <ButtonRow><Button>{t('reply')}</Button></ButtonRow>
    </ActionForm>
  );
}

/** What was given to me or my unit: register it there, or report. */
function Mine({ data, ui, assignment }: Props & { assignment: Assignment }): VNode {
  const t = messages.in(ui.lang);
  const r = received.in(ui.lang);
  const base = incomingHref(data.letter.id, `/assignments/${assignment.id}`);
  if (assignment.childId !== null) return <p><a href={incomingHref(assignment.childId)}>{r('incoming')} {assignment.label}: {t('childNumber', { number: assignment.childNumber ?? '' })}</a></p>;
  return (
    <Section title={t('mine')}>
      {assignment.note ? <p>{assignment.note}</p> : null}
      {assignment.unitId === null ? null : <ActionButton ui={ui} kind="main" action={`${base}/receive`}>{t('receive', { unit: assignment.label })}</ActionButton>}
      {assignment.unitId === null ? (
        <ActionForm ui={ui} action={`${base}/report`} form={reportForm} scope={`report-${assignment.id}`}>
          <FormField ui={ui} action={`${base}/report`} form={reportForm} name="result" />
          <ButtonRow><Button kind="main">{t('reportButton')}</Button></ButtonRow>
        </ActionForm>
      ) : null}
      <details open={ui.form.action === `${base}/send-back`}>
        <summary>{t('sendBack')}</summary>
        <ActionForm ui={ui} action={`${base}/send-back`} form={sendBackForm} scope={`back-${assignment.id}`}>
          <FormField ui={ui} action={`${base}/send-back`} form={sendBackForm} name="reason" />
          <ButtonRow><Button>{t('sendBack')}</Button></ButtonRow>
        </ActionForm>
      </details>
    </Section>
  );
}
