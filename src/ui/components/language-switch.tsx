/** Thai and English, each in its own words. Links: the address given decides how the choice is remembered. */
import type { VNode } from 'preact';
import { useUi } from '../context.tsx';
import type { Lang } from '../context.tsx';

export type LanguageSwitchProps = { hrefs: Readonly<Record<Lang, string>> } | { action: string; hidden?: Readonly<Record<string, string>> };

const names: ReadonlyArray<readonly [Lang, string]> = [['th', 'ไทย'], ['en', 'English']];

/** With `hrefs` two links; with `action` a form of two buttons named `lang`. */
export function LanguageSwitch(props: LanguageSwitchProps): VNode {
  const { t, lang } = useUi();
  if ('hrefs' in props) {
    return (
      <div class="switch" role="group" aria-label={t('language')}>
        {names.map(([code, name]) => <a href={props.hrefs[code]} lang={code} hrefLang={code} aria-current={lang === code ? 'true' : undefined}>{name}</a>)}
      </div>
    );
  }
  return (
    <form method="post" action={props.action}>
      {Object.entries(props.hidden ?? {}).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      <div class="switch" role="group" aria-label={t('language')}>
        {names.map(([code, name]) => <button name="lang" value={code} lang={code} aria-pressed={lang === code ? 'true' : 'false'}>{name}</button>)}
      </div>
    </form>
  );
}
