import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import { fieldName } from '../../domain/form-content.ts';
import { changedFields, together } from '../../domain/form-difference.ts';
import { messages as shared } from '../../messages.ts';
import { formShut, indicatorAt, indicatorHref, indicatorType, keyParams, writesBeside } from '../../place.ts';
import { indexIndicator } from '../../search.ts';
import { formOf, formStandings, formVersion, saveForm } from '../../store/forms.ts';
import { contentOf, fillForm } from './form.ts';
import { messages } from './messages.ts';
import { fillPage } from './page.tsx';

/** Saves the form. What somebody else saved meanwhile in other fields is kept; in the same fields it is shown, and nothing is written. */
export const fillAction = defineAction({
  path: '/performance/:year/indicators/:key/form',
  permission: 'performance.read',
  params: keyParams,
  form: fillForm,
  page: fillPage,
  async run(tx, { params, input, actor, services }) {
    const place = await indicatorAt(tx, params);
    if (!place || !writesBeside(actor, place)) return notFound();
    const { indicator, cycle } = place;
    const shut = formShut(actor, place, (await formStandings(tx, [indicator.id])).get(indicator.id)?.state);
    if (shut) return fail('FORM_SHUT', messages.words(`shut.${shut}`));
    const stored = await formOf(tx, indicator);
    const mine = contentOf(input);
    const rev = Number(input.rev);
    const base = rev === stored.rev ? stored.content : await formVersion(tx, indicator, rev);
    if (!base) return notFound();
    const joined = together(base, stored.content, mine);
    const goTo = indicatorHref(params.year, params.key);
    const name = stored.changedBy ?? '–';
    if (rev !== stored.rev && joined.both.length > 0) {
      return fail('FORM_CHANGED', messages.words('changed', { name }), { fields: Object.fromEntries(joined.both.map((code) => [code, messages.words('bothHere')])) });
    }
    const changes = changedFields(stored.content, joined.content);
    if (changes.length > 0 && (await saveForm(tx, cycle, indicator, joined.content, stored.rev, services.clock.now())) === 'stale') return fail('FORM_CHANGED', shared.words('stale'));
    if (changes.length > 0) await indexIndicator(tx, cycle, indicator.id);
    const list = (lang: 'th' | 'en') => joined.theirs.map((code) => fieldName(code)[lang]).join(', ');
    const flash = changes.length === 0 ? messages.words('same') : joined.theirs.length > 0
      ? { th: messages.in('th')('merged', { name, fields: list('th') }), en: messages.in('en')('merged', { name, fields: list('en') }) } : messages.words('saved');
    return ok({ audit: { action: 'performance.form-saved', subject: { type: indicatorType, id: indicator.id }, unitId: cycle.keeperUnitId, detail: { fields: changes, rev: stored.rev + (changes.length > 0 ? 1 : 0) } }, goTo, flash });
  },
});
