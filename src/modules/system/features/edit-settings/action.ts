import { z } from 'zod';
import type { Tx } from '../../../../platform/db/database.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import type { ActionOutcome, AnyPage } from '../../../../platform/http/define.ts';
import type { KromModule } from '../../../../platform/module.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { readSetting, writeSetting } from '../../../../platform/settings/settings.ts';
import { messages } from '../../messages.ts';
import { listForm, numberForm } from './form.ts';
import { settingsAddress } from './page.tsx';

const params = z.object({ name: z.string().max(100) });

/** Sets one value; the trail keeps the one before and the one after. */
export function settingsActions(modules: () => readonly KromModule[], page: AnyPage) {
  const set = async (tx: Tx, name: string, typed: string): Promise<Result<ActionOutcome>> => {
    const setting = modules().flatMap((module) => module.settings ?? []).find((one) => one.name === name);
    if (!setting) return notFound();
    const value = setting.parse(typed);
    if (!value.ok) return fail(value.code, value.message, { fields: { value: value.message } });
    const before = setting.print(await readSetting(tx, setting));
    await writeSetting(tx, name, value.value);
    return ok({
      audit: { action: 'system.setting-changed', subject: { type: 'platform.setting', id: null }, detail: { name, before, after: setting.print(value.value) } },
      goTo: settingsAddress,
      flash: messages.words('settings.saved'),
    });
  };
  const permission = 'system.edit-settings';
  return [
    defineAction({ path: `${settingsAddress}/number/:name`, permission, params, form: numberForm, page, run: (tx, input) => set(tx, input.params.name, input.input.value) }),
    defineAction({ path: `${settingsAddress}/list/:name`, permission, params, form: listForm, page, run: (tx, input) => set(tx, input.params.name, input.input.value ?? '') }),
  ] as const;
}
