import type { ComponentChildren, VNode } from 'preact';
import { isLocalDate } from '../../thai/index.ts';
import { Button, type ButtonProps } from '../../ui/components/button.tsx';
import { Checkbox, Checkboxes, Radios } from '../../ui/components/choices.tsx';
import { DateField, TimeField } from '../../ui/components/date-field.tsx';
import { ErrorSummary } from '../../ui/components/error-summary.tsx';
import { Form, type FormProps } from '../../ui/components/form.tsx';
import { FileField } from '../../ui/components/file-field.tsx';
import { PasswordField } from '../../ui/components/password-field.tsx';
import { Select, type Option, type OptionGroup } from '../../ui/components/select.tsx';
import { TextArea, TextField } from '../../ui/components/text-field.tsx';
import { IdScope } from '../../ui/context.tsx';
import type { Ui } from '../http/ui.ts';
import { dayWords } from '../when.ts';
import type { AnyForm, FormState } from './form.ts';
import type { Field } from './fields.ts';

export type ActionFormProps = Omit<FormProps, 'action' | 'method' | 'hidden' | 'files'> & {
  readonly ui: Ui;
  /** Address of the action. */
  readonly action: string;
  readonly form?: AnyForm;
  readonly hidden?: Readonly<Record<string, string>>;
  /** Prefix of the fields' ids, where a page holds several forms with the same names. */
  readonly scope?: string;
};

/** The state that belongs to the form of this address; empty when another form of the page failed. */
export function stateFor(ui: Ui, action: string): FormState {
  const { form } = ui;
  return form.action === undefined || form.action === action ? form : { values: {}, errors: {} };
}

/**
 * A form that posts to an action: key against forgery and doubles, what was wrong on top, the fields as children.
 * Works without script; the browser's own checks are off so that people get our words.
 */
export function ActionForm({ ui, action, form, hidden, children, scope, ...rest }: ActionFormProps): VNode {
  const state = stateFor(ui, action);
  const files = form && Object.values(form.fields as Record<string, Field<unknown>>).some((field) => field.kind === 'file' || field.kind === 'content');
  const errors = Object.entries(state.errors).map(([name, words]) => ({ name, message: ui.text(words) }));
  const general = state.message && errors.length === 0 ? [{ message: ui.text(state.message) }] : [];
  const body = (
    <Form action={action} {...rest} files={files} hidden={{ ...hidden, _key: ui.formKey() }}>
      {errors.length + general.length > 0 ? <ErrorSummary errors={[...general, ...errors]} /> : null}
      {children}
    </Form>
  );
  return scope ? <IdScope prefix={scope}>{body}</IdScope> : body;
}

/** A button that is a whole form: one act without fields. */
export function ActionButton({ ui, action, children, hidden, ...button }: { ui: Ui; action: string; hidden?: Readonly<Record<string, string>> } & ButtonProps): VNode {
  return (
    <ActionForm ui={ui} action={action} class="inline-form" {...(hidden ? { hidden } : {})}>
      <Button {...button}>{children}</Button>
    </ActionForm>
  );
}

export interface FormFieldProps {
  readonly ui: Ui;
  /** Address of the form that the field stands in. */
  readonly action: string;
  readonly form: AnyForm;
  readonly name: string;
  /** Value before anything was typed. Dates as `YYYY-MM-DD`, choices as their keys. */
  readonly value?: string | number | boolean | readonly string[] | null | undefined;
  /** For choices: what may be chosen. Few are radios, many a list, unless `as` says otherwise. For text: the values that make sense here, as a list. */
  readonly options?: ReadonlyArray<Option | OptionGroup>;
  readonly as?: 'radios' | 'select';
  readonly arrange?: 'list' | 'row' | 'two';
  /** Words of the first, empty choice of a list. */
  readonly empty?: string;
  readonly label?: string;
  readonly hint?: ComponentChildren;
  readonly size?: 'xs' | 's' | 'm';
  readonly rows?: 1 | 2 | 3 | 6 | 12;
  readonly disabled?: boolean;
  readonly labelHidden?: boolean;
  /** May be empty when the form is sent, yet a later step asks for it: not told to be optional. */
  readonly neededLater?: boolean;
  /** Name in the page, where it differs from the form's: rows are `lines.0.text` of field `text`. */
  readonly inputName?: string;
  /** Field itself, for rows of a `rows` field. */
  readonly field?: Field<unknown>;
}

/** Draws one field of a form: label, hint, error, control, attributes and typed value all come from its definition. */
export function FormField(props: FormFieldProps): VNode {
  const { ui, form, name } = props;
  const field = props.field ?? (form.fields as Record<string, Field<unknown>>)[name];
  if (!field) throw new Error(`The form has no field ${name}`);
  const state = stateFor(ui, props.action);
  const inputName = props.inputName ?? name;
  const typed = state.values[inputName];
  const error = state.errors[inputName];
  const wasSent = Object.keys(state.values).length > 0;
  const value = typed !== undefined ? (typeof typed === 'string' ? typed : [...typed]) : wasSent && field.kind !== 'hidden' ? emptyAsSent(field) : startValue(ui, field, props.value);
  const common = {
    name: inputName,
    label: props.label ?? ui.text(field.label),
    hint: props.hint ?? (field.hint ? ui.text(field.hint) : undefined),
    error: error ? ui.text(error) : undefined,
    optional: !field.required && !props.neededLater && field.kind !== 'checkbox',
    disabled: props.disabled,
    labelHidden: props.labelHidden,
    value,
  };
  const single = Array.isArray(value) ? value[0] : value;
  switch (field.kind) {
    case 'hidden':
      return <input type="hidden" name={inputName} value={single} />;
    case 'textarea':
      return <TextArea {...common} rows={props.rows ?? 3} maxLength={field.attributes.maxLength} />;
    case 'date':
      return <DateField {...common} />;
    case 'time':
      return <TimeField {...common} />;
    case 'password':
      return <PasswordField {...common} autoComplete={field.attributes.autoComplete as 'current-password' | 'new-password'} secret={field.attributes.secret} />;
    case 'checkbox':
      return <Checkbox {...common} hint={typeof common.hint === 'string' ? common.hint : undefined} value="1" checked={single !== undefined && single !== '' && single !== '0'} />;
    case 'choices':
      return <Checkboxes {...common} options={flat(props.options)} arrange={props.arrange} />;
    case 'choice': {
      const options = props.options ?? [];
      const asRadios = props.as ? props.as === 'radios' : options.length <= 5 && !options.some((item) => 'group' in item);
      return asRadios ? (
        <Radios {...common} options={flat(options)} arrange={props.arrange} />
      ) : (
        <Select {...common} options={options} empty={props.empty ?? (ui.lang === 'th' ? 'เลือก…' : 'Choose…')} size={props.size} />
      );
    }
    case 'file':
      return <FileField {...common} />;
    case 'content':
      return <FileField {...common} accept={field.attributes.accept ?? ''} maxBytes={field.attributes.maxBytes ?? 0} />;
    case 'rows':
      throw new Error('Draw the rows of a `rows` field one by one, with inputName and field');
    case 'text':
    case 'email':
    case 'number':
      if (props.options) return <Select {...common} options={props.options} empty={props.empty ?? (ui.lang === 'th' ? 'เลือก…' : 'Choose…')} size={props.size} />;
      return (
        <TextField
          {...common}
          type={field.kind === 'email' ? 'email' : 'text'}
          inputMode={field.attributes.inputMode}
          autoComplete={field.attributes.autoComplete as never}
          maxLength={field.attributes.maxLength}
          size={props.size ?? (field.kind === 'number' ? 's' : undefined)}
        />
      );
  }
}

function flat(options: ReadonlyArray<Option | OptionGroup> = []): Option[] {
  return options.flatMap((item) => ('group' in item ? item.options : [item]));
}

/** A browser leaves unticked boxes out of what it sends: after a failed send they are empty, not back at the start value. */
function emptyAsSent(field: Field<unknown>): string | string[] {
  return field.kind === 'choices' ? [] : '';
}

function startValue(ui: Ui, field: Field<unknown>, value: FormFieldProps['value']): string | string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return value ? '1' : '';
  if (typeof value === 'object') return [...value];
  const text = String(value);
  if (field.kind === 'date' && isLocalDate(text)) return dayWords(ui.lang, text);
  if (field.kind === 'time') return text.replace(':', '.');
  return text;
}
