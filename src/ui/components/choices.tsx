/** Radios and checkboxes. The whole line can be pressed; a hint stands under its own choice. */
import type { ComponentChildren, VNode } from 'preact';
import { useUi } from '../context.tsx';
import { many, one } from '../forms.ts';
import { FieldGroup, useWiring } from './field.tsx';
import type { FieldProps } from './field.tsx';
import type { Option } from './select.tsx';

/** A choice, with fields of its own shown under it if need be. */
export type ChoiceOption = Option & { more?: ComponentChildren };
type Arrangement = { arrange?: 'list' | 'row' | 'two' };

type LineProps = { type: 'radio' | 'checkbox'; id: string; name: string; option: ChoiceOption; checked: boolean; disabled?: boolean; invalid?: 'true' };

function Line({ type, id, name, option, checked, disabled, invalid }: LineProps): VNode {
  const hintId = option.hint ? `${id}-about` : undefined;
  return (
    <>
      <label class="choice">
        <input type={type} id={id} name={name} value={option.value} checked={checked} disabled={disabled || option.disabled} aria-describedby={hintId} aria-invalid={invalid} />
        <span class="choice-text">
          {option.label}
          {option.hint ? <span class="hint" id={hintId}>{option.hint}</span> : null}
        </span>
      </label>
      {option.more ? <div class="choice-more">{option.more}</div> : null}
    </>
  );
}

function arranged(arrange: Arrangement['arrange']): string {
  return arrange === 'row' ? 'choices choices-row' : arrange === 'two' ? 'choices choices-two' : 'choices';
}

export type RadiosProps = FieldProps & Arrangement & { options: readonly ChoiceOption[] };

/** One of a few. The first carries the field's id, so that the error summary leads to it. */
export function Radios(props: RadiosProps): VNode {
  const wiring = useWiring(props);
  const chosen = one(props.value);
  return (
    <FieldGroup props={props} wiring={wiring}>
      <div class={arranged(props.arrange)}>
        {props.options.map((option, at) => (
          <Line type="radio" id={at === 0 ? wiring.id : `${wiring.id}-${at}`} name={props.name} option={option} checked={chosen === option.value} disabled={props.disabled} />
        ))}
      </div>
    </FieldGroup>
  );
}

export type CheckboxesProps = FieldProps & Arrangement & { options: readonly ChoiceOption[] };

/** From so many choices on, the list scrolls in its own frame and can be narrowed by typing. */
const longList = 24;

/** Any of some: a few stand in the page, many in a frame. */
export function Checkboxes(props: CheckboxesProps): VNode {
  const { t } = useUi();
  const wiring = useWiring(props);
  const long = props.options.length > longList;
  const listId = `${wiring.id}-list`;
  const chosen = many(props.value);
  return (
    <FieldGroup props={props} wiring={wiring}>
      {long ? (
        <label class="choices-filter js-only">
          <span>{t('choices.filter')}</span>
          <input class="input input-m" type="search" autoComplete="off" data-choices-filter={listId} />
        </label>
      ) : null}
      <div class={long ? `${arranged(props.arrange)} choices-long` : arranged(props.arrange)} id={long ? listId : undefined}>
        {props.options.map((option, at) => (
          <Line
            type="checkbox" id={at === 0 ? wiring.id : `${wiring.id}-${at}`} name={props.name} option={option}
            checked={chosen.includes(option.value)} disabled={props.disabled} invalid={wiring['aria-invalid']}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

export type CheckboxProps = Omit<FieldProps, 'optional' | 'labelHidden' | 'value' | 'hint'> & { hint?: string; value?: string; checked?: boolean };

/** A single yes. */
export function Checkbox(props: CheckboxProps): VNode {
  const wiring = useWiring(props);
  const line: LineProps = {
    type: 'checkbox', id: wiring.id, name: props.name, checked: props.checked ?? false, option: { value: props.value ?? 'yes', label: props.label, hint: props.hint },
  };
  return (
    <div class={props.error ? 'field has-error' : 'field'}>
      {props.error ? <p class="error" id={`${wiring.id}-error`}>{props.error}</p> : null}
      <Line {...line} disabled={props.disabled} invalid={wiring['aria-invalid']} />
    </div>
  );
}
