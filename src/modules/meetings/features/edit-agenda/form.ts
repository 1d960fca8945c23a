import { choice, choices, defineForm, files, id, text, textarea } from '../../form-fields.ts';
import { sectionKinds } from '../../domain/minutes-document.ts';
import { messages } from './messages.ts';

export const sectionsForm = defineForm({
  sections: choices(sectionKinds, { label: messages.words('sections'), hint: messages.words('sectionsHint') }),
});

const itemFields = {
  title: text({ label: messages.words('itemTitle'), hint: messages.words('itemTitleHint'), optional: true, max: 1000 }),
  body: textarea({ label: messages.words('body'), optional: true, max: 5000 }),
  presenter: text({ label: messages.words('presenter'), hint: messages.words('presenterHint'), optional: true, max: 200 }),
} as const;

export const addItemForm = defineForm({ section: choice(sectionKinds, { label: messages.words('section') }), ...itemFields });
export const editItemForm = defineForm(itemFields);
export const moveItemForm = defineForm({ direction: choice(['up', 'down'], { label: messages.words('up') }) });
export const papersForm = defineForm({
  item: id({ label: messages.words('paperOf'), optional: true }),
  files: files({ label: messages.words('files') }),
});
