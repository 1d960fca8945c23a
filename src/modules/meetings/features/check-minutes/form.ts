import { defineForm, hidden } from '../../form-fields.ts';

export const repairForm = defineForm({
  lineId: hidden({ max: 200 }),
  field: hidden({ max: 200 }),
  original: hidden({ max: 20_000 }),
  proposed: hidden({ optional: true, max: 20_000 }),
  offset: hidden({ optional: true, max: 12 }),
});
