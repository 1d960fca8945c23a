import { hidden } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { identityForm } from '../keep-second-factor/form.ts';

export const proveForm = defineForm({
  ...identityForm.fields,
  /** Address inside the house to go back to. */
  next: hidden({ optional: true }),
});
