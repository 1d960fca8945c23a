/** The frame of every field: label, hint, error, control, in that order, wired for screen readers. */
import type { ComponentChildren, VNode } from 'preact';
import { useFieldId, useUi } from '../context.tsx';
import type { FieldState } from '../forms.ts';

/** What every kind of field takes. `value` and `error` come from the form's state. */
export type FieldProps = FieldState & {
  name: string;
  label: string;
  hint?: ComponentChildren;
  /** Says "ไม่บังคับ" after the label. Fields are needed unless told otherwise. */
  optional?: boolean;
  disabled?: boolean;
  /** Keeps the label for screen readers only; for filter bars with one obvious field. */
  labelHidden?: boolean;
  /** Another id than the one made from `name`. */
  id?: string;
};

export type ControlWiring = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
};

/** Ids and aria attributes of a control, from the props of its field. */
export function useWiring(props: Pick<FieldProps, 'name' | 'hint' | 'error' | 'id'>, extra?: string): ControlWiring {
  const own = useFieldId(props.name);
  const id = props.id ?? own;
  const described = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : '', extra ?? ''].filter(Boolean).join(' ');
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': props.error ? 'true' : undefined };
}

export function LabelWords({ label, optional }: { label: string; optional?: boolean }): VNode {
  const { t } = useUi();
  return (
    <>
      {label}
      {optional ? <span class="quiet field-optional"> ({t('optional')})</span> : null}
    </>
  );
}

export function HintAndError({ id, hint, error }: { id: string; hint?: ComponentChildren; error?: string }): VNode {
  const { t } = useUi();
  return (
    <>
      {hint ? <p class="hint" id={`${id}-hint`}>{hint}</p> : null}
      {error ? (
        <p class="error" id={`${id}-error`}>
          <span><span class="vh">{t('error.prefix')} </span>{error}</span>
        </p>
      ) : null}
    </>
  );
}

/** A field with one control. `wiring` is what {@link useWiring} gave, spread on the control as well. */
export function Field({ props, wiring, children }: { props: FieldProps; wiring: ControlWiring; children: ComponentChildren }): VNode {
  return (
    <div class={props.error ? 'field has-error' : 'field'}>
      <label class={props.labelHidden ? 'field-label vh' : 'field-label'} for={wiring.id}>
        <LabelWords label={props.label} optional={props.optional} />
      </label>
      <HintAndError id={wiring.id} hint={props.hint} error={props.error} />
      {children}
    </div>
  );
}

/** A field with several controls under one legend. */
export function FieldGroup({ props, wiring, children }: { props: FieldProps; wiring: ControlWiring; children: ComponentChildren }): VNode {
  return (
    <fieldset class={props.error ? 'field has-error' : 'field'} aria-describedby={wiring['aria-describedby']}>
      <legend class={props.labelHidden ? 'vh' : undefined}>
        <LabelWords label={props.label} optional={props.optional} />
      </legend>
      <HintAndError id={wiring.id} hint={props.hint} error={props.error} />
      {children}
    </fieldset>
  );
}
