import { choice, id, text, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { leaveReasons } from '../../domain/positions.ts';
import { m } from './messages.ts';

const successor = id({ label: m.words('successor'), hint: m.words('successorHint'), optional: true });

export const moveForm = defineForm({
  positionId: id({ label: m.words('position') }),
  main: choice(['yes', 'no'], { label: m.words('main') }),
  from: thaiDate({ label: m.words('from') }),
  orderNumber: text({ label: m.words('orderNumber'), max: 60, optional: true }),
  orderDate: thaiDate({ label: m.words('orderDate'), optional: true }),
  successor,
});

export const leaveForm = defineForm({
  lastDay: thaiDate({ label: m.words('lastDay') }),
  reason: choice(leaveReasons, { label: m.words('reason') }),
  successor,
});
