/** A choice from a list that is too long for radios. */
import type { VNode } from 'preact';
import { one } from '../forms.ts';
import { Field, useWiring } from './field.tsx';
import type { FieldProps } from './field.tsx';

export type Option = { value: string; label: string; hint?: string; disabled?: boolean };
export type OptionGroup = { group: string; options: readonly Option[] };

export type SelectProps = FieldProps & {
  options: ReadonlyArray<Option | OptionGroup>;
  /** Words of a first, empty choice. */
  empty?: string;
  size?: 'xs' | 's' | 'm';
  /** With scripts, choosing sends the form: filters only, never an act. */
  submitOnChange?: boolean;
};

export function Select(props: SelectProps): VNode {
  const wiring = useWiring(props);
  const chosen = one(props.value) ?? '';
  return (
    <Field props={props} wiring={wiring}>
      <select
        {...wiring} class={props.size ? `input input-${props.size}` : 'input'} name={props.name} disabled={props.disabled}
        data-submit-on-change={props.submitOnChange ? '' : undefined} required={!props.optional && props.empty !== undefined}
      >
        {props.empty !== undefined ? <option value="" selected={chosen === ''}>{props.empty}</option> : null}
        {props.options.map((item) => ('group' in item
          ? <optgroup label={item.group}>{item.options.map((option) => <Choice option={option} chosen={chosen} />)}</optgroup>
          : <Choice option={item} chosen={chosen} />))}
      </select>
    </Field>
  );
}

function Choice({ option, chosen }: { option: Option; chosen: string }): VNode {
  return <option value={option.value} selected={option.value === chosen} disabled={option.disabled}>{option.label}</option>;
}
