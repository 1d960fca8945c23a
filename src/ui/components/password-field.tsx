/** A password, or a secret code of a program (`secret`), which can be shown before it is sent (with scripts). */
import type { VNode } from 'preact';
import { useUi } from '../context.tsx';
import { Field, useWiring } from './field.tsx';
import type { FieldProps } from './field.tsx';

export type PasswordFieldProps = Omit<FieldProps, 'value'> & { autoComplete?: 'current-password' | 'new-password'; secret?: boolean | undefined };

/** Never keeps what was typed: a password does not come back in a page. */
export function PasswordField(props: PasswordFieldProps): VNode {
  const { t } = useUi();
  const wiring = useWiring(props);
  const what = props.secret ? 'secret' : 'password';
  return (
    <Field props={props} wiring={wiring}>
      <div class="input-with">
        <input
          {...wiring} class="input" type="password" name={props.name} autoComplete={props.autoComplete ?? 'current-password'} disabled={props.disabled}
          autoCapitalize="none" spellcheck={false} required={!props.optional}
        />
        <button class="btn js-only nowrap" type="button" data-password-toggle={wiring.id} data-show={t(`${what}.show`)} data-hide={t(`${what}.hide`)} aria-controls={wiring.id}>
          {t(`${what}.show`)}
        </button>
      </div>
    </Field>
  );
}
