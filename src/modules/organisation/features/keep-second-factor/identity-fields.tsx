import { z } from 'zod';
import { FormField } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import { StateNotice } from '../../views.tsx';
import { identityForm, neededCode } from './form.ts';
import { m } from './messages.ts';

/** What the address says of the last try. */
export const triedQuery = z.object({
  state: z.enum(['wrong', 'used', 'no-key', 'wait', 'expired', 'first-wrong', 'key-missing', 'off-refused']).optional().catch(undefined),
  seconds: z.coerce.number().int().min(1).max(7200).optional().catch(undefined),
});
export type Tried = z.infer<typeof triedQuery>;

/** Why the last try was refused, in words that say what to do. */
export function TriedNotice({ ui, tried }: { ui: Ui; tried: Tried }) {
  const t = m.in(ui.lang);
  return (
    <StateNotice state={tried.state} notices={{
      wrong: { kind: 'error', title: t('wrong'), text: t('wrongMore') },
      used: { kind: 'warn', title: t('used'), text: t('usedMore') },
      'no-key': { kind: 'error', title: t('noKey'), text: t('noKeyMore') },
      wait: { kind: 'warn', title: t('wait', { seconds: tried.seconds ?? 60 }) },
      expired: { kind: 'warn', title: t('expired') },
      'first-wrong': { kind: 'error', title: t('firstWrong') },
      'key-missing': { kind: 'error', title: t('keyMissing') },
      'off-refused': { kind: 'warn', title: t('cannotTurnOff') },
    }} />
  );
}

/** Password, and the code where one is in use. */
export function IdentityFields({ ui, action, withCode }: { ui: Ui; action: string; withCode: boolean }) {
  const common = { ui, action, form: identityForm };
  return (
    <>
      <FormField {...common} name="password" />
      {withCode ? <FormField {...common} name="code" field={neededCode} size="m" /> : null}
    </>
  );
}
