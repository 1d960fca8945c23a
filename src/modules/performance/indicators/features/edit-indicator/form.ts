import { choice, hidden, id, ids, integer, keys, text, textarea, thaiDate } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { measurings } from '../../../store/indicators.ts';
import { messages as shared } from '../../messages.ts';
import { messages } from './messages.ts';

export const indicatorForm = defineForm({
  rev: hidden({ max: 10, optional: true }),
  key: text({ label: shared.words('key'), hint: messages.words('keyHint'), max: 20 }),
  name: text({ label: shared.words('name'), max: 500, min: 2 }),
  component: text({ label: shared.words('component'), max: 20 }),
  tags: keys(/^[a-z0-9-]{1,60}$/, { label: shared.words('tags'), optional: true }),
  parent: id({ label: shared.words('parent'), optional: true }),
  kind: choice(['outcome', 'output', 'process'], { label: messages.words('kind') }),
  better: choice(['more', 'less'], { label: messages.words('better') }),
  unitOfMeasure: text({ label: messages.words('unitOfMeasure'), max: 100, optional: true }),
  places: integer({ label: messages.words('places'), max: 6 }),
  weight: text({ label: shared.words('weight'), hint: messages.words('weightHint'), max: 40, optional: true }),
  measuring: choice(measurings, { label: shared.words('measuring') }),
  measureName: text({ label: shared.words('measureName'), hint: messages.words('measureHint'), max: 100, optional: true }),
  owners: ids({ label: shared.words('owners') }),
  doers: ids({ label: shared.words('doers'), optional: true }),
  supports: ids({ label: shared.words('supports'), optional: true }),
});

export const cancelForm = defineForm({
  on: thaiDate({ label: messages.words('on') }),
  decision: text({ label: messages.words('decision'), max: 300 }),
  reason: textarea({ label: messages.words('reason'), max: 1500, rows: 2 }),
});
