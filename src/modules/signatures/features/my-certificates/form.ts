import { choice, fileContent, id, password, text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { newKeyKinds } from '../../../../paper/index.ts';
import { m } from '../../certificates/messages.ts';

/** A .p12 with its chain is some kilobytes; a megabyte holds every one. */
const maxBytes = 1_048_576;

const position = id({ label: m.words('post'), hint: m.words('postHint'), optional: true });
const keyKind = choice(newKeyKinds, { label: m.words('kind') });
const newPassphrase = password({ label: m.words('newPassphrase'), hint: m.words('newPassphraseHint'), min: 8, autoComplete: 'new-password' });
const again = password({ label: m.words('again'), autoComplete: 'new-password' });
const passphrase = password({ label: m.words('passphrase'), autoComplete: 'current-password' });
const p12 = fileContent({ label: m.words('p12'), maxBytes, accept: '.p12,.pfx' });
const p12Passphrase = password({ label: m.words('p12Passphrase'), autoComplete: 'current-password' });

export const certificateFile = fileContent({ label: m.words('certificateFile'), maxBytes, accept: '.crt,.cer,.pem,.der' });

export const newKeyForm = defineForm({ keyKind, position, newPassphrase, again });
export const keyForm = defineForm({ keyKind, newPassphrase, again });
export const uploadForm = defineForm({ p12, p12Passphrase, position });
export const p12Form = defineForm({ p12, p12Passphrase });
export const takeForm = defineForm({ certificateFile, passphrase });
export const beginForm = defineForm({ passphrase });
export const testForm = defineForm({ passphrase });
export const changeForm = defineForm({ current: password({ label: m.words('current'), autoComplete: 'current-password' }), newPassphrase, again });
export const removeForm = defineForm({ reason: text({ label: m.words('reason'), min: 2, max: 500 }) });
