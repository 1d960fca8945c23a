import { text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { m } from '../../remote/messages.ts';

export const findForm = defineForm({ userId: text({ label: m.words('userId'), hint: m.words('userIdHint'), max: 200 }) });
