import { hidden } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';

export const departForm = defineForm({
  /** Address inside the site to go to afterwards. */
  next: hidden({ optional: true }),
});

/** What the provider sent the browser back with. */
export const answerForm = defineForm({
  code: hidden({ optional: true, max: 3000 }),
  state: hidden({ optional: true, max: 300 }),
  iss: hidden({ optional: true, max: 500 }),
  error: hidden({ optional: true, max: 200 }),
});
