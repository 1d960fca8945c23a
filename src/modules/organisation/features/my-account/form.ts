import { choice, email, text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { m } from './messages.ts';

export const contactForm = defineForm({
  email: email({ label: m.words('email'), hint: m.words('contactHint'), optional: true }),
  phone: text({ label: m.words('phone'), max: 100, optional: true }),
});

export const screenForm = defineForm({
  language: choice(['th', 'en'], { label: m.words('language') }),
  theme: choice(['system', 'light', 'dark'], { label: m.words('theme') }),
});
