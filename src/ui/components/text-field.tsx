/** One line of text, and many. What was typed is always kept. */
import type { ComponentChildren, VNode } from 'preact';
import { useUi } from '../context.tsx';
import { one } from '../forms.ts';
import { Field, useWiring } from './field.tsx';
import type { FieldProps } from './field.tsx';

/** What the browser may fill in by itself. */
export type AutoComplete = 'off' | 'name' | 'email' | 'tel' | 'username' | 'organization' | 'street-address' | 'postal-code' | 'one-time-code';

export type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search';
  /** `xs` about 4 signs, `s` 10, `m` 20; otherwise the whole measure. */
  size?: 'xs' | 's' | 'm';
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  autoComplete?: AutoComplete;
  maxLength?: number;
  readOnly?: boolean;
  /** Words after the control on its line: a unit of measure. */
  after?: ComponentChildren;
  lang?: string;
};

export function TextField(props: TextFieldProps): VNode {
  const wiring = useWiring(props);
  const input = (
    <input
      {...wiring} class={props.size ? `input input-${props.size}` : 'input'} type={(props.type ?? 'text') as 'text' /* the JSX types want one literal; all five take the same attributes */} name={props.name} value={one(props.value)}
      inputMode={props.inputMode} autoComplete={props.autoComplete ?? 'off'} maxLength={props.maxLength} readOnly={props.readOnly} disabled={props.disabled}
      lang={props.lang} required={!props.optional && !props.disabled}
    />
  );
  return (
    <Field props={props} wiring={wiring}>
      {props.after ? <div class="input-with">{input}<span class="quiet">{props.after}</span></div> : input}
    </Field>
  );
}

export type TextAreaProps = FieldProps & {
  /** Lines shown at first; the box grows with its text. */
  rows?: 1 | 2 | 3 | 6 | 12;
  /** Most signs allowed; shows how many are left. */
  maxLength?: number;
};

export function TextArea(props: TextAreaProps): VNode {
  const { t } = useUi();
  const own = useWiring(props);
  const countId = `${own.id}-count`;
  const wiring = useWiring(props, props.maxLength ? countId : undefined);
  const text = one(props.value) ?? '';
  return (
    <Field props={props} wiring={wiring}>
      <textarea
        {...wiring} class="input" name={props.name} rows={props.rows ?? 3} disabled={props.disabled} data-autosize="" required={!props.optional && !props.disabled}
        data-count={props.maxLength} data-count-left={props.maxLength ? t('textarea.left') : undefined} data-count-over={props.maxLength ? t('textarea.over') : undefined}
      >
        {text}
      </textarea>
      {props.maxLength ? <p class="field-count" id={countId}>{t('textarea.left', { n: (props.maxLength - Array.from(text).length).toLocaleString('en') })}</p> : null}
    </Field>
  );
}
