import { choice, id, text, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { positionKinds } from '../../domain/positions.ts';
import { grantableRoles } from '../../domain/roles.ts';
import { m } from './messages.ts';

export const grantForm = defineForm({
  role: choice(grantableRoles, { label: m.words('role') }),
  through: choice(['person', 'position', 'kind'], { label: m.words('through') }),
  personId: id({ label: m.words('person'), optional: true }),
  positionId: id({ label: m.words('position'), optional: true }),
  holdersOf: choice(positionKinds, { label: m.words('kind'), optional: true }),
  scope: choice(['all', 'unit', 'own'], { label: m.words('scope') }),
  unitId: id({ label: m.words('unit'), optional: true }),
  reason: text({ label: m.words('reason'), min: 2, max: 300 }),
  validFrom: thaiDate({ label: m.words('from') }),
  validTo: thaiDate({ label: m.words('toDay'), optional: true }),
});

export const rolePermissionForm = defineForm({
  role: choice(['staff', ...grantableRoles], { label: m.words('role') }),
  permission: text({ label: m.words('permission'), max: 100 }),
  allowed: choice(['yes', 'no'], { label: m.words('allow') }),
  reason: text({ label: m.words('reason'), min: 2, max: 300 }),
});
