/** Who takes over a unit: told on its page, named and corrected on its editing page; what a unit took over itself. */
import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { FormSection } from '../../../../ui/components/form.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import type { Option } from '../../../../ui/components/select.tsx';
import type { EndedUnit, Succession } from '../../store/successions.ts';
import { day, Folded } from '../../views.tsx';
import { nameSuccessorForm, removeSuccessorForm } from './form.ts';
import { m } from './messages.ts';

const inForce = (all: readonly Succession[]) => all.find((one) => one.withdrawnAt === null);

/** Of a unit that is ended: since when, and who takes it over. */
export function EndedNotice({ ui, unit, today, successions }: { ui: Ui; unit: EndedUnit; today: string; successions: readonly Succession[] }): VNode {
  const t = m.in(ui.lang);
  const one = inForce(successions);
  return (
    <Notice kind={one ? 'info' : 'warn'} title={t(unit.closedOn < today ? 'ended' : 'ending', { day: day(ui, unit.closedOn) })}>
      {one ? <a href={`/units/${one.successorId}`}>{t('takenBy', { unit: one.successorName, day: day(ui, one.fromDay), order: one.order })}</a> : t('nobody')}
    </Notice>
  );
}

/** The units that a unit took over. */
export function TakenOverSection({ ui, taken }: { ui: Ui; taken: readonly Succession[] }): VNode | null {
  const t = m.in(ui.lang);
  if (taken.length === 0) return null;
  return (
    <Section title={t('takesOver')}>
      <ul>{taken.map((one) => <li><a href={`/units/${one.unitId}`}>{t('takesOverLine', { unit: one.unitName, day: day(ui, one.fromDay), order: one.order })}</a></li>)}</ul>
    </Section>
  );
}

/** Entries that were corrected or taken back, with the reason. */
export function WithdrawnSuccessions({ ui, successions }: { ui: Ui; successions: readonly Succession[] }): VNode | null {
  const t = m.in(ui.lang);
  const past = successions.filter((one) => one.withdrawnAt !== null);
  if (past.length === 0) return null;
  return (
    <Section title={t('history')}>
      <ul class="quiet">{past.map((one) => <li>{t('withdrawn', { unit: one.successorName, order: one.order, reason: one.withdrawReason ?? '' })}</li>)}</ul>
    </Section>
  );
}

/** The forms: name, correct, take back. `nextDay`: the day after the last one. */
export function SuccessorForms({ ui, unit, nextDay, units, successions }: { ui: Ui; unit: EndedUnit; nextDay: string; units: Option[]; successions: readonly Succession[] }): VNode {
  const t = m.in(ui.lang);
  const one = inForce(successions);
  const name = { ui, action: `/units/${unit.id}/successor`, form: nameSuccessorForm };
  const remove = { ui, action: `/units/${unit.id}/successor/remove`, form: removeSuccessorForm };
  return (
    <>
      <FormSection title={t('title')} note={t('hint')}>
        <ActionForm {...name} class="form" scope="successor">
          <FormField {...name} name="successor" value={one?.successorId} options={units} as="select" />
          <FormField {...name} name="fromDay" value={one?.fromDay ?? nextDay} />
          <FormField {...name} name="order" value={one?.order} />
          {one ? <FormField {...name} name="reason" neededLater /> : null}
          <ButtonRow><Button kind={one ? 'plain' : 'main'}>{t(one ? 'correct' : 'name')}</Button></ButtonRow>
        </ActionForm>
      </FormSection>
      {one ? (
        <Folded label={t('remove')} open={ui.form.action === remove.action}>
          <p class="quiet">{t('removeHint')}</p>
          <ActionForm {...remove} class="form" scope="remove-successor">
            <FormField {...remove} name="reason" />
            <ButtonRow><Button kind="danger">{t('remove')}</Button></ButtonRow>
          </ActionForm>
        </Folded>
      ) : null}
    </>
  );
}
