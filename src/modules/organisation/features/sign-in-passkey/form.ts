import { hidden } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';

export const passkeySignInForm = defineForm({
  /** Sealed challenge that the browser answered. */
  ceremony: hidden({ optional: true, max: 2000 }),
  /** JSON of the browser; empty where no script ran. */
  response: hidden({ optional: true, max: 30_000 }),
  /** Address inside the site to go to afterwards. */
  next: hidden({ optional: true }),
});
