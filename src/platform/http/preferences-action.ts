import { choice, hidden } from '../forms/fields.ts';
import { defineForm } from '../forms/form.ts';
import { ok } from '../result.ts';
import { cookieNames } from './context.ts';
import { defineAction, type AnyPage } from './define.ts';
import { localAddress } from './preferences.ts';

const form = defineForm({
  lang: choice(['th', 'en'], { label: { th: 'ภาษา', en: 'Language' }, optional: true }),
  theme: choice(['system', 'light', 'dark'], { label: { th: 'สีหน้าจอ', en: 'Theme' }, optional: true }),
  back: hidden({ optional: true }),
});

const year = 365 * 86_400;

/** Language and theme of this browser, kept in two cookies; the page they were chosen on comes back. */
export function preferencesAction(page: () => AnyPage) {
  return defineAction({
    path: '/preferences',
    permission: { public: 'the language and colours of a screen are chosen before anybody signs in' },
    form,
    page,
    async run(_tx, { input }) {
      const cookies = [
        ...(input.lang ? [{ name: cookieNames.language, value: input.lang, maxAgeSeconds: year }] : []),
        ...(input.theme ? [{ name: cookieNames.theme, value: input.theme, maxAgeSeconds: input.theme === 'system' ? 0 : year }] : []),
      ];
      return ok({ audit: [], goTo: localAddress(input.back), cookies });
    },
  });
}
