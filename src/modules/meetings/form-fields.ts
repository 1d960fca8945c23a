// The platform's fields and forms in one place for the features of this module.
export { defineForm } from '../../platform/forms/form.ts';
export { checkbox, choice, choices, files, hidden, id, ids, integer, rows, text, textarea, thaiDate, time } from '../../platform/forms/fields.ts';
