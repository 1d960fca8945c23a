import { text, textarea, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages } from '../../messages.ts';

export const noticeForm = defineForm({
  textTh: textarea({ label: messages.words('notice.textTh'), hint: messages.words('notice.textHint'), max: 20_000, rows: 12 }),
  textEn: textarea({ label: messages.words('notice.textEn'), max: 20_000, rows: 12 }),
  changes: text({ label: messages.words('notice.changes'), max: 300, optional: true }),
  validFrom: thaiDate({ label: messages.words('notice.validFrom') }),
});
