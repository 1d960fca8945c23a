import { checkbox, choice, id, integer, text, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { positionKinds } from '../../domain/positions.ts';
import { m } from './messages.ts';

const fields = {
  title: text({ label: m.words('titleTh'), min: 2, max: 200 }),
  titleEn: text({ label: m.words('titleEn'), max: 200, optional: true }),
  abbreviation: text({ label: m.words('abbreviation'), hint: m.words('abbreviationHint'), max: 40, optional: true }),
  kind: choice(positionKinds, { label: m.words('kind') }),
  level: text({ label: m.words('level'), max: 60, optional: true }),
  seatNumber: text({ label: m.words('seatNumber'), max: 30, optional: true }),
  head: checkbox({ label: m.words('head') }),
  rank: integer({ label: m.words('rank'), max: 10_000 }),
};

export const newPositionForm = defineForm({ unitId: id({ label: m.words('unit') }), ...fields, from: thaiDate({ label: m.words('from') }) });
export const positionForm = defineForm(fields);
export const closePositionForm = defineForm({ lastDay: thaiDate({ label: m.words('lastDay') }) });
