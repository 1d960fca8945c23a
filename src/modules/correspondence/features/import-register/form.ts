import { choice, files, id, integer, textarea } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { registerTables } from '../../domain/register-columns.ts';
import { importMessages as messages } from './messages.ts';

export const importForm = defineForm({
  unit: id({ label: messages.words('unit') }),
  table: choice(registerTables, { label: messages.words('table') }),
  year: integer({ label: messages.words('year'), min: 2400, max: 2700 }),
  file: files({ label: messages.words('file'), hint: messages.words('fileHint'), maxFiles: 1 }),
});

export const undoForm = defineForm({ reason: textarea({ label: messages.words('undoReason'), max: 500, rows: 2 }) });
