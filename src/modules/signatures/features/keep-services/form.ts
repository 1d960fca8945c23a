import { choice, secretCode, text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { m } from './messages.ts';

const address = (label: 'timeUrl' | 'revocationUrl' | 'remoteUrl', hint: 'timeUrlHint' | 'revocationUrlHint' | 'remoteUrlHint') => text({ label: m.words(label), hint: m.words(hint), max: 500, optional: true });

export const timeForm = defineForm({
  url: address('timeUrl', 'timeUrlHint'),
  authorization: secretCode({ label: m.words('authorization'), hint: m.words('authorizationHint'), max: 2000, optional: true }),
});

export const revocationForm = defineForm({
  mode: choice(['certificate', 'address', 'off'], { label: m.words('mode') }),
  url: address('revocationUrl', 'revocationUrlHint'),
});

export const remoteForm = defineForm({
  url: address('remoteUrl', 'remoteUrlHint'),
  clientId: text({ label: m.words('clientId'), max: 300, optional: true }),
  clientSecret: secretCode({ label: m.words('clientSecret'), hint: m.words('clientSecretHint'), max: 500, optional: true }),
});
