import { ActionForm } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { passkeySignInForm } from './form.ts';
import { m } from './messages.ts';

export const passkeySignInAddress = '/sign-in/passkey';
export const challengeAddress = '/sign-in/passkey/challenge';

/** Why a passkey was not taken, as the sign-in page tells it. */
export const passkeyTroubles = ['refused', 'counter', 'late'] as const;
export type PasskeyTrouble = (typeof passkeyTroubles)[number];

export function PasskeyNotice({ ui, trouble }: { ui: Ui; trouble: PasskeyTrouble | undefined }) {
  if (!trouble) return null;
  const t = m.in(ui.lang);
  const more = { refused: 'refusedMore', counter: 'counterMore', late: 'lateMore' } as const;
  return <div role="alert"><Notice kind={trouble === 'late' ? 'warn' : 'error'} title={t(trouble)}>{t(more[trouble])}</Notice></div>;
}

/** The button on the sign-in page; without scripts a sentence says why there is none. */
export function PasskeyWay({ ui, origin, next }: { ui: Ui; origin: string; next: string | undefined }) {
  const t = m.in(ui.lang);
  const words = { asking: t('asking'), cancelled: t('cancelled'), unsupported: t('unsupported'), known: t('failed'), place: t('place', { origin }), failed: t('failed') };
  return (
    <>
      <p class="quiet mid no-js-only">{t('needsScript')}</p>
      <div class="js-only" data-passkey="sign-in" data-passkey-ask={challengeAddress} data-passkey-words={JSON.stringify(words)}>
        <ActionForm ui={ui} action={passkeySignInAddress} form={passkeySignInForm} class="stack-s" label={t('title')}>
          <input type="hidden" name="ceremony" value="" />
          <input type="hidden" name="response" value="" />
          <input type="hidden" name="next" value={next ?? ''} />
          <Button wide>{t('use')}</Button>
          <p class="hint" role="status" data-passkey-said="" />
        </ActionForm>
      </div>
    </>
  );
}
