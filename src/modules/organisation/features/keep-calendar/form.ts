import { checkbox, choice, id, text, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { officeDayKinds } from '../../store/calendar.ts';
import { m } from './messages.ts';

export const officeDayForm = defineForm({
  day: thaiDate({ label: m.words('day') }),
  kind: choice(officeDayKinds, { label: m.words('kind') }),
  name: text({ label: m.words('name'), min: 2 }),
  source: text({ label: m.words('sourceConfirm'), optional: true }),
  announcedOn: thaiDate({ label: m.words('announcedOn'), optional: true }),
  unitId: id({ label: m.words('unit'), hint: m.words('unitHint'), optional: true }),
  uncertain: checkbox({ label: m.words('isUncertain') }),
});
