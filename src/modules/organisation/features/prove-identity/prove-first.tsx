import type { Ui } from '../../../../platform/http/ui.ts';
import { ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { proofFor } from '../../sign-in/fresh-proof.ts';
import { m } from './messages.ts';

/** Stands where a form will be once the person has shown who they are. @param back address of the page with the form */
export function ProveFirst({ ui, back }: { ui: Ui; back: string }) {
  const t = m.in(ui.lang);
  return (
    <div class="stack">
      <p class="quiet">{t('first')}</p>
      <ButtonRow><ButtonLink kind="main" href={proofFor(back)}>{t('go')}</ButtonLink></ButtonRow>
    </div>
  );
}
