// Everything that an office may set, each with its meaning and when it was set.
import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { AnyPage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import type { KromModule } from '../../../../platform/module.ts';
import { ok } from '../../../../platform/result.ts';
import { readSetting, settingChanges } from '../../../../platform/settings/settings.ts';
import type { AnySetting } from '../../../../platform/settings/settings.ts';
import { bangkokDate, formatDate, formatEnglishDate } from '../../../../thai/index.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { messages } from '../../messages.ts';
import { listForm, numberForm } from './form.ts';

export const settingsAddress = '/system/settings';
/** Where one setting is posted. */
export const settingAction = (setting: AnySetting) => `${settingsAddress}/${setting.kind}/${setting.name}`;

interface SettingLine {
  readonly setting: AnySetting;
  readonly text: string;
  readonly changedAt: Date | undefined;
}

export interface SettingsData {
  readonly groups: readonly { readonly module: KromModule; readonly lines: readonly SettingLine[] }[];
}

/** Where on the page the settings of a module begin. */
const placeOf = (module: KromModule) => `settings-${module.name}`;

/** The settings of all modules. */
export function settingsPage(modules: () => readonly KromModule[]): AnyPage {
  return definePage({
    path: settingsAddress,
    permission: 'system.edit-settings',
    async load(tx) {
      const declared = modules().filter((module) => (module.settings ?? []).length > 0);
      const changes = await settingChanges(tx, declared.flatMap((module) => (module.settings ?? []).map((setting) => setting.name)));
      const groups: SettingsData['groups'][number][] = [];
      for (const module of declared) {
        const lines: SettingLine[] = [];
        for (const setting of module.settings ?? []) lines.push({ setting, text: setting.print(await readSetting(tx, setting)), changedAt: changes.get(setting.name)?.at });
        groups.push({ module, lines });
      }
      return ok({ groups });
    },
    title: (_data, ui) => messages.in(ui.lang)('settings.title'),
    view: (data: SettingsData, ui) => <Settings data={data} ui={ui} />,
  });
}

function Settings({ data, ui }: { data: SettingsData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const day = (at: Date) => (ui.lang === 'th' ? formatDate(bangkokDate(at), { style: 'short' }) : formatEnglishDate(bangkokDate(at), 'short'));
  return (
    <div class="stack-l">
      <PageHead title={t('settings.title')} sub={t('settings.sub')} />
      <nav aria-label={t('settings.contents')}>
        <ul class="cluster cluster-wide">
          {data.groups.map(({ module }) => <li><a href={`#${placeOf(module)}`}>{ui.text(module.title)}</a></li>)}
          <li><a href="/system/emblem">{t('emblem.title')}</a></li>
        </ul>
      </nav>
      {data.groups.map(({ module, lines }) => (
        <Section title={ui.text(module.title)} id={placeOf(module)}>
          {lines.map(({ setting, text, changedAt }) => {
            const form = setting.kind === 'number' ? numberForm : listForm;
            const common = { ui, action: settingAction(setting), form };
            return (
              <ActionForm ui={ui} action={settingAction(setting)} form={form} class="form setting" scope={setting.name.replaceAll('.', '-')}>
                <FormField {...common} name="value" value={text} label={ui.text(setting.title)} hint={ui.text(setting.hint)} {...(setting.kind === 'number' ? { size: 'xs' as const } : { rows: 6 as const })} />
                <p class="cluster"><Button>{t('settings.save')}</Button><span class="quiet small">{changedAt ? t('settings.changed', { date: day(changedAt) }) : t('settings.usual')}</span></p>
              </ActionForm>
            );
          })}
        </Section>
      ))}
    </div>
  );
}
