/** A password, which can be shown before it is sent (with scripts). */
import type { VNode } from 'preact';
import { useUi } from '../context.tsx';
import { Field, useWiring } from './field.tsx';
import type { FieldProps } from './field.tsx';

export type PasswordFieldProps = Omit<FieldProps, 'value'> & { autoComplete?: 'current-password' | 'new-password' };

/** Never keeps what was typed: a password does not come back in a page. */
export function PasswordField(props: PasswordFieldProps): VNode {
  const { t } = useUi();
  const wiring = useWiring(props);
  return (
    <Field props={props} wiring={wiring}>
      <div class="input-with">
        <input
          {...wiring} class="input" type="password" name={props.name} autoComplete={props.autoComplete ?? 'current-password'} disabled={props.disabled}
          autoCapitalize="none" spellcheck={false} required={!props.optional}
        />
        <button class="btn js-only nowrap" type="button" data-password-toggle={wiring.id} data-show={t('password.show')} data-hide={t('password.hide')} aria-controls={wiring.id}>
          {t('password.show')}
        </button>
      </div>
    </Field>
  );
}
