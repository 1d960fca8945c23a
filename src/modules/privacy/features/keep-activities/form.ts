import { choice, text, textarea, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { bases } from '../../domain/basis.ts';
import { messages } from '../../messages.ts';

const long = (key: 'act.purpose' | 'act.people' | 'act.dataKinds' | 'act.recipients' | 'act.retention' | 'act.measures') => textarea({ label: messages.words(key), max: 2000, rows: 2 });
const longEn = (key: Parameters<typeof long>[0]) => textarea({ label: messages.words(key), max: 2000, rows: 2, optional: true });

export const activityForm = defineForm({
  name: text({ label: messages.words('act.name'), min: 3, max: 200 }),
  purpose: long('act.purpose'),
  people: long('act.people'),
  dataKinds: long('act.dataKinds'),
  basis: choice(bases, { label: messages.words('act.basis') }),
  recipients: long('act.recipients'),
  retention: long('act.retention'),
  measures: long('act.measures'),
  nameEn: text({ label: messages.words('act.name'), max: 200, optional: true }),
  purposeEn: longEn('act.purpose'),
  peopleEn: longEn('act.people'),
  dataKindsEn: longEn('act.dataKinds'),
  recipientsEn: longEn('act.recipients'),
  retentionEn: longEn('act.retention'),
  measuresEn: longEn('act.measures'),
});

export const endForm = defineForm({ lastDay: thaiDate({ label: messages.words('act.lastDay') }) });
