import { keys, text, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { scopePattern } from '../../domain/api-scopes.ts';
import { m } from './messages.ts';

export const tokenForm = defineForm({
  name: text({ label: m.words('name'), hint: m.words('nameHint'), max: 100 }),
  scopes: keys(scopePattern, { label: m.words('scopes'), hint: m.words('scopesHint') }),
  expiresOn: thaiDate({ label: m.words('expires') }),
});
