/** Colours of the screen: as the device, light, dark. A form, so that it works without scripts and the server remembers. */
import type { VNode } from 'preact';
import { useUi } from '../context.tsx';

export type ThemeSwitchProps = { action: string; hidden?: Readonly<Record<string, string>> };

export function ThemeSwitch({ action, hidden }: ThemeSwitchProps): VNode {
  const { t, theme } = useUi();
  return (
    <form method="post" action={action} data-theme-switch="">
      {Object.entries(hidden ?? {}).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      <div class="switch" role="group" aria-label={t('theme')}>
        {(['system', 'light', 'dark'] as const).map((choice) => (
          <button name="theme" value={choice} aria-pressed={theme === choice ? 'true' : 'false'}>{t(`theme.${choice}`)}</button>
        ))}
      </div>
    </form>
  );
}
