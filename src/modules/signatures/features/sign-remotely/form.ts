import { hidden, id } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { m } from '../../remote/messages.ts';

export const setOutForm = defineForm({ part: id({ label: m.words('signTitle') }), certificate: id({ label: m.words('certificate') }) });
export const returnForm = defineForm({ code: hidden({ optional: true, max: 3000 }), state: hidden({ optional: true, max: 300 }), error: hidden({ optional: true, max: 200 }) });
