import type { Ui } from '../../../../platform/http/ui.ts';
import type { Words } from '../../../../platform/words.ts';
import { PasskeyNotice, PasskeyWay } from '../sign-in-passkey/section.tsx';
import type { OtherWaysData } from './other-ways.ts';
import { ProviderNotice, ProviderWays } from './section.tsx';

const title: Words = { th: 'หรือเข้าสู่ระบบด้วยวิธีอื่น', en: 'Or sign in another way' };

/** What went wrong with a passkey or at a provider, above the ways that are left. */
export function OtherWaysNotice({ ui, ways }: { ui: Ui; ways: OtherWaysData }) {
  return (
    <>
      <PasskeyNotice ui={ui} trouble={ways.passkeyTrouble} />
      <ProviderNotice ui={ui} trouble={ways.trouble} provider={ways.provider} />
    </>
  );
}

/** Passkey and providers, below the password: quiet buttons, so that the page keeps one first way. */
export function OtherWays({ ui, ways, next }: { ui: Ui; ways: OtherWaysData; next: string | undefined }) {
  if (!ways.passkeysAt && ways.providers.length === 0) return null;
  return (
    <section class="other-ways" aria-label={ui.text(title)}>
      <h2 class="mid quiet regular">{ui.text(title)}</h2>
      {ways.passkeysAt ? <PasskeyWay ui={ui} origin={ways.passkeysAt} next={next} /> : null}
      <ProviderWays ui={ui} providers={ways.providers} next={next} />
    </section>
  );
}
