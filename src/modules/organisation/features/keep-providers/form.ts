import { checkbox, choice, integer, secretCode, text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { m } from './messages.ts';

/** The secret as it is drawn for a new provider: then it must be filled in. */
export const neededSecret = secretCode({ label: m.words('clientSecret') });

export const providerForm = defineForm({
  labelTh: text({ label: m.words('labelTh'), max: 60 }),
  labelEn: text({ label: m.words('labelEn'), max: 60 }),
  issuer: text({ label: m.words('issuer'), hint: m.words('issuerHint'), max: 500, min: 8 }),
  clientId: text({ label: m.words('clientId'), max: 300 }),
  clientSecret: secretCode({ label: m.words('clientSecret'), optional: true }),
  authentication: choice(['client_secret_basic', 'client_secret_post'], { label: m.words('authentication') }),
  scopes: text({ label: m.words('scopes'), hint: m.words('scopesHint'), max: 500 }),
  matchBy: choice(['national-id', 'email'], { label: m.words('matchBy') }),
  matchClaim: text({ label: m.words('matchClaim'), hint: m.words('matchClaimHint'), max: 100 }),
  strongValues: text({ label: m.words('strongValues'), hint: m.words('strongHint'), max: 500, optional: true }),
  sortOrder: integer({ label: m.words('sortOrder'), min: 1, max: 999 }),
  active: checkbox({ label: m.words('active') }),
});
