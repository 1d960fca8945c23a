import { hidden, rows, text, textarea, choice } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { messages } from './messages.ts';

const plain = { th: '', en: '' };
export const weightFields = { key: text({ label: plain, max: 20 }), rev: text({ label: plain, max: 10 }), weight: text({ label: messages.words('weights'), max: 40, optional: true }) } as const;
export const weightsForm = defineForm({ weights: rows(weightFields, { label: messages.words('weights') }) });
export const repairForm = defineForm({ weight: hidden({ max: 40 }), rev: hidden({ max: 10 }) });
export const moveForm = defineForm({ way: choice(['up', 'down'], { label: messages.words('order') }) });
export const statementFields = { component: text({ label: plain, max: 20 }), tag: text({ label: plain, max: 60 }), text: textarea({ label: messages.words('statements'), max: 2000, optional: true }) } as const;
export const statementsForm = defineForm({ statements: rows(statementFields, { label: messages.words('statements') }) });
