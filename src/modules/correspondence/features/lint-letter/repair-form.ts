import { hidden } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';

/** Texts travel as JSON: a field of a form loses the spaces and line ends that a repair is about. */
export const repairForm = defineForm({
  field: hidden({ max: 20 }),
  start: hidden({ max: 9 }),
  original: hidden({ max: 140_000 }),
  proposed: hidden({ max: 140_000 }),
});
