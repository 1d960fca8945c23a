import { email, text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { m } from './messages.ts';

export const personForm = defineForm({
  title: text({ label: m.words('title'), hint: m.words('titleHint'), max: 60 }),
  given: text({ label: m.words('given'), max: 100 }),
  family: text({ label: m.words('family'), max: 100 }),
  givenEn: text({ label: m.words('givenEn'), max: 100, optional: true }),
  familyEn: text({ label: m.words('familyEn'), max: 100, optional: true }),
  email: email({ label: m.words('email'), optional: true }),
  phone: text({ label: m.words('phone'), max: 100, optional: true }),
});
