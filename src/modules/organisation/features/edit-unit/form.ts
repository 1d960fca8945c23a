import { choice, id, integer, text, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { unitKinds } from '../../domain/units.ts';
import { successorFields } from '../name-successor/form.ts';
import { m } from './messages.ts';

const validFrom = thaiDate({ label: m.words('validFrom'), hint: m.words('validFromHint') });
const kind = choice(unitKinds, { label: m.words('kind') });
const phone = text({ label: m.words('phone'), hint: m.words('phoneHint'), max: 100, optional: true });
const source = text({ label: m.words('source'), optional: true });
const name = text({ label: m.words('name'), min: 2 });
const nameEn = text({ label: m.words('nameEn'), min: 2 });

export const newUnitForm = defineForm({
  kind,
  parentId: id({ label: m.words('parent'), optional: true }),
  name,
  nameEn,
  abbreviation: text({ label: m.words('abbreviation'), hint: m.words('abbreviationHint'), max: 40, optional: true }),
  openedOn: thaiDate({ label: m.words('openedOn') }),
  phone,
});

export const unitFactsForm = defineForm({ kind, sortOrder: integer({ label: m.words('sortOrder'), max: 100_000 }), phone });
export const renameForm = defineForm({ name, nameEn, validFrom, source });
export const abbreviationForm = defineForm({
  text: text({ label: m.words('abbreviation'), hint: m.words('abbreviationHint'), max: 40 }),
  kind: choice(['preferred', 'variant', 'misprint'], { label: m.words('abbreviationKind') }),
  validFrom,
  note: text({ label: m.words('note'), optional: true }),
});
export const codeForm = defineForm({ code: text({ label: m.words('code'), hint: m.words('codeHint'), max: 30 }), validFrom, source });
export const moveForm = defineForm({ parentId: id({ label: m.words('parent'), hint: m.words('moveHint') }), validFrom });
export const lastDayForm = defineForm({ lastDay: thaiDate({ label: m.words('lastDay') }) });
/** Ends the unit and, where one is named, says who takes it over. */
export const closeUnitForm = defineForm({ lastDay: thaiDate({ label: m.words('lastDay') }), ...successorFields });
