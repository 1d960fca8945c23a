/** Days in พ.ศ. and times of day, typed as people type them. The application parses; the field keeps what was typed. */
import type { VNode } from 'preact';
import { useUi } from '../context.tsx';
import { one } from '../forms.ts';
import { Field, useWiring } from './field.tsx';
import type { FieldProps } from './field.tsx';

export type DateFieldProps = FieldProps & {
  /** How the value was understood, e.g. "จันทร์ 9 พ.ย. 2563 อีก 2 วันทำการ", when the server has read it. */
  echo?: string;
  /** Usual days offered as a list while typing. */
  suggestions?: readonly string[];
};

/** A day. Text, not a calendar: 9 พ.ย. 2563, 9/11/63, ๙ พฤศจิกายน ๒๕๖๓ are all typed in practice. */
export function DateField(props: DateFieldProps): VNode {
  const { t } = useUi();
  const withHint = { ...props, hint: props.hint ?? t('date.hint') };
  const own = useWiring(withHint);
  const echoId = `${own.id}-echo`;
  const wiring = useWiring(withHint, props.echo ? echoId : undefined);
  const listId = `${own.id}-days`;
  return (
    <Field props={withHint} wiring={wiring}>
      <div class="input-with">
        <input
          {...wiring} class="input input-m" type="text" name={props.name} value={one(props.value)} autoComplete="off" disabled={props.disabled}
          list={props.suggestions ? listId : undefined} required={!props.optional && !props.disabled}
        />
        {props.echo ? <p class="field-echo" id={echoId}>{props.echo}</p> : null}
      </div>
      {props.suggestions ? <datalist id={listId}>{props.suggestions.map((day) => <option value={day} />)}</datalist> : null}
    </Field>
  );
}

export type TimeFieldProps = FieldProps;

/** A time of day, 24 hours: 13.30, 13:30, ๑๓.๓๐ น. */
export function TimeField(props: TimeFieldProps): VNode {
  const { t, lang } = useUi();
  const withHint = { ...props, hint: props.hint ?? t('time.hint') };
  const wiring = useWiring(withHint);
  return (
    <Field props={withHint} wiring={wiring}>
      <div class="input-with">
        <input
          {...wiring} class="input input-xs" type="text" name={props.name} value={one(props.value)} autoComplete="off" disabled={props.disabled}
          required={!props.optional && !props.disabled}
        />
        {lang === 'th' ? <span class="quiet" aria-hidden="true">น.</span> : null}
      </div>
    </Field>
  );
}
