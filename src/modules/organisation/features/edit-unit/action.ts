import type { AuditEntry } from '../../../../platform/audit/audit.ts';
import type { AnyForm } from '../../../../platform/forms/form.ts';
import type { FormValues } from '../../../../platform/forms/form.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok, type Result } from '../../../../platform/result.ts';
import { parseCode } from '../../domain/units.ts';
import { idParams, mayIn, rowParams } from '../../guard.ts';
import { indexUnits } from '../../search.ts';
import { addAbbreviation, addUnit, closeUnit, editUnit, endAbbreviation, moveUnit, renameUnit, setUnitCode } from '../../store/unit-changes.ts';
import { successorOfClosing } from '../name-successor/action.ts';
import { abbreviationForm, closeUnitForm, codeForm, lastDayForm, moveForm, newUnitForm, renameForm, unitFactsForm } from './form.ts';
import { m } from './messages.ts';
import { editUnitPage, newUnitPage } from './page.tsx';

const permission = 'organisation.manage-units';

export const addUnitAction = defineAction({
  path: '/units/new',
  permission,
  form: newUnitForm,
  page: newUnitPage,
  async run(tx, { input, actor }) {
    const may = input.parentId === undefined ? ok(null) : mayIn(actor, permission, input.parentId);
    if (!may.ok) return may;
    const made = await addUnit(tx, { ...input, parentId: input.parentId ?? null });
    if (!made.ok) return made;
    await indexUnits(tx, [made.value]);
    return ok({ audit: { action: 'organisation.unit-added', subject: { type: 'organisation.unit', id: made.value }, unitId: made.value, detail: { name: input.name, from: input.openedOn } }, goTo: `/units/${made.value}`, flash: m.words('created') });
  },
});

/** One change of one unit: right checked, done, audited, back to the editing page. */
function change<F extends AnyForm>(what: string, form: F, done: string, run: (tx: Tx, unitId: number, input: FormValues<F>, now: Date) => Promise<Result<null | readonly AuditEntry[]>>, goTo?: (id: number) => string) {
  return defineAction({
    path: `/units/:id/${what}`,
    permission,
    params: idParams,
    form,
    page: editUnitPage,
    async run(tx, { params, input, actor, services }) {
      const may = mayIn(actor, permission, params.id);
      if (!may.ok) return may;
      const result = await run(tx, params.id, input, services.clock.now());
      if (!result.ok) return result;
      await indexUnits(tx, [params.id]);
      return ok({
        audit: [{ action: `organisation.${done}`, subject: { type: 'organisation.unit', id: params.id }, unitId: params.id, detail: { ...(input as Record<string, unknown>) } }, ...(result.value ?? [])],
        goTo: goTo?.(params.id) ?? `/units/${params.id}/edit`,
        flash: m.words(goTo ? 'closed' : 'saved'),
      });
    },
  });
}

export const renameUnitAction = change('names', renameForm, 'unit-renamed', (tx, id, input) => renameUnit(tx, id, { th: input.name, en: input.nameEn, source: input.source ?? '', validFrom: input.validFrom }));
export const addAbbreviationAction = change('abbreviations', abbreviationForm, 'abbreviation-added', (tx, id, input) => addAbbreviation(tx, id, { text: input.text, kind: input.kind, validFrom: input.validFrom, note: input.note ?? '' }));
export const moveUnitAction = change('place', moveForm, 'unit-moved', (tx, id, input) => moveUnit(tx, id, input.parentId, input.validFrom));
export const editUnitAction = change('facts', unitFactsForm, 'unit-changed', (tx, id, input) => editUnit(tx, id, { kind: input.kind, sortOrder: input.sortOrder, phone: input.phone ?? null }));
export const closeUnitAction = change('close', closeUnitForm, 'unit-closed', async (tx, id, input, now) => {
  const { lastDay } = input;
  const vacant = await closeUnit(tx, id, lastDay);
  if (!vacant.ok) return vacant;
  const taken = await successorOfClosing(tx, id, input, now);
  if (!taken.ok) return taken;
  return ok([...vacant.value.map((seat) => ({ action: 'organisation.position-closed', subject: { type: 'organisation.position', id: seat }, unitId: id, detail: { lastDay } })), ...taken.value]);
}, (id) => `/units/${id}`);
export const setCodeAction = change('codes', codeForm, 'code-set', async (tx, id, input) => {
  const code = parseCode(input.code);
  if (!code) return fail('NO_CODE', m.words('codeWrong'), { fields: { code: m.words('codeWrong') } });
  return setUnitCode(tx, id, { ...code, source: input.source ?? '', validFrom: input.validFrom });
});

export const endAbbreviationAction = defineAction({
  path: '/units/:id/abbreviations/:row/end',
  permission,
  params: rowParams,
  form: lastDayForm,
  page: editUnitPage,
  async run(tx, { params, input, actor }) {
    const may = mayIn(actor, permission, params.id);
    if (!may.ok) return may;
    const done = await endAbbreviation(tx, params.id, params.row, input.lastDay);
    if (!done.ok) return done;
    return ok({ audit: { action: 'organisation.abbreviation-ended', subject: { type: 'organisation.unit', id: params.id }, unitId: params.id, detail: { row: params.row, lastDay: input.lastDay } }, goTo: `/units/${params.id}/edit`, flash: m.words('saved') });
  },
});
