import { choice, files } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { tableKinds } from '../../domain/tables/rows.ts';
import { m } from './messages.ts';

export const uploadForm = defineForm({
  kind: choice(tableKinds, { label: m.words('kind') }),
  file: files({ label: m.words('file'), hint: m.words('fileHint'), maxFiles: 1 }),
});
