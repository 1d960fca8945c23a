import { files, integer, text, textarea } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages } from '../../messages.ts';

/** About five minutes of a screen. The house's own limit of uploads holds as well, where it is lower. */
export const clipMegabytes = 50;

export const topicForm = defineForm({
  screen: text({ label: messages.words('field_screen'), hint: messages.words('field_screenHint'), max: 200 }),
  titleTh: text({ label: messages.words('field_titleTh'), min: 2, max: 200 }),
  textTh: textarea({ label: messages.words('field_textTh'), max: 8000, rows: 6 }),
  titleEn: text({ label: messages.words('field_titleEn'), max: 200, optional: true }),
  textEn: textarea({ label: messages.words('field_textEn'), max: 8000, rows: 6, optional: true }),
  ordinal: integer({ label: messages.words('field_ordinal'), min: 1, max: 99 }),
  file: files({ label: messages.words('field_file'), optional: true, maxFiles: 1 }),
  clip: files({ label: messages.words('field_clip'), hint: messages.words('field_clipHint'), optional: true, maxFiles: 1, accept: ['video/mp4', 'video/webm'], upload: { allow: ['mp4', 'webm'], maxBytes: clipMegabytes * 1_048_576 } }),
  captions: files({ label: messages.words('field_captions'), hint: messages.words('field_captionsHint'), optional: true, maxFiles: 1, accept: ['.vtt', 'text/vtt'], upload: { allow: ['vtt'], maxBytes: 1_048_576 } }),
});
