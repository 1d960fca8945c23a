import { checkbox, choice, files, id, integer, text, textarea, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { committeeRoles } from '../../domain/quorum.ts';
import { committeeKinds } from '../../domain/committees.ts';
import { m } from './messages.ts';

export const committeeForm = defineForm({
  kind: choice(committeeKinds, { label: m.words('kind') }),
  name: text({ label: m.words('nameTh'), min: 2, max: 500 }),
  nameEn: text({ label: m.words('nameEn'), max: 500, optional: true }),
  shortName: text({ label: m.words('shortName'), max: 100, optional: true }),
  orderNumber: text({ label: m.words('orderNumber'), hint: m.words('orderNumberHint'), max: 60 }),
  orderDate: thaiDate({ label: m.words('orderDate') }),
  validFrom: thaiDate({ label: m.words('validFrom') }),
  secretariatUnitId: id({ label: m.words('secretariat') }),
  duties: textarea({ label: m.words('duties'), optional: true }),
  dutiesFile: files({ label: m.words('dutiesFile'), optional: true, maxFiles: 1 }),
  quorumKind: choice(['majority', 'fraction', 'number'], { label: m.words('quorumKind') }),
  quorumA: integer({ label: m.words('quorumA'), hint: m.words('quorumHint'), min: 1, max: 1000, optional: true }),
  quorumB: integer({ label: m.words('quorumB'), min: 1, max: 1000, optional: true }),
  needsChair: checkbox({ label: m.words('needsChair') }),
  countsRepresentatives: checkbox({ label: m.words('countsRepresentatives') }),
});

const role = choice(committeeRoles, { label: m.words('role') });
const sortOrder = integer({ label: m.words('sortOrder'), min: 1, max: 1000 });

export const memberForm = defineForm({
  positionId: id({ label: m.words('positionId'), hint: m.words('whoHint'), optional: true }),
  personId: id({ label: m.words('personId'), optional: true }),
  role,
  sortOrder,
  orderNumber: text({ label: m.words('orderNumber'), max: 60, optional: true }),
  orderDate: thaiDate({ label: m.words('orderDate'), optional: true }),
  validFrom: thaiDate({ label: m.words('memberFrom') }),
});

export const memberChangeForm = defineForm({ role, sortOrder });
export const lastDayForm = defineForm({ lastDay: thaiDate({ label: m.words('lastDay') }) });
