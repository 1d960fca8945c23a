import { ActionForm } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import type { Words } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import type { ProviderTrouble } from '../../domain/providers.ts';
import { departForm } from './form.ts';
import { m } from './messages.ts';

/** A provider as the sign-in page offers it. */
export interface OfferedProvider {
  readonly id: number;
  readonly label: Words;
}

/** What went wrong at a provider, in words that say what to do. */
export function ProviderNotice({ ui, trouble, provider }: { ui: Ui; trouble: ProviderTrouble | undefined; provider: OfferedProvider | undefined }) {
  if (!trouble) return null;
  const t = m.in(ui.lang);
  const named = { provider: provider ? ui.text(provider.label) : t('provider') };
  const mild = ['cancelled', 'expired', 'used', 'unreachable'].includes(trouble);
  return <div role="alert"><Notice kind={mild ? 'warn' : 'error'} title={t(trouble, named)}>{t(`${trouble}.more`, named)}</Notice></div>;
}

/** A button for each provider. */
export function ProviderWays({ ui, providers, next }: { ui: Ui; providers: readonly OfferedProvider[]; next: string | undefined }) {
  return (
    <>
      {providers.map((provider) => (
        <ActionForm ui={ui} action={`/sign-in/with/${provider.id}`} form={departForm} class="stack-s" hidden={{ next: next ?? '' }}>
          <Button wide>{m.in(ui.lang)('use', { provider: ui.text(provider.label) })}</Button>
        </ActionForm>
      ))}
    </>
  );
}
