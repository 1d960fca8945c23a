import { choice, files, hidden, id, text, textarea, thaiDate } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { ladderFields } from '../../ladder-fields.tsx';
import { messages as shared } from '../../messages.ts';
import { changeGrounds, changeKinds } from '../../store/changes.ts';
import { messages } from './messages.ts';

export const changeForm = defineForm({
  indicator: id({ label: shared.words('indicator') }),
  kind: choice(changeKinds, { label: messages.words('kind') }),
  ground: choice(changeGrounds, { label: messages.words('ground') }),
  ...ladderFields,
  weight: text({ label: messages.words('wantedWeight'), max: 30, optional: true }),
  name: text({ label: messages.words('wantedName'), max: 500, optional: true }),
  value: text({ label: messages.words('wantedValue'), max: 30, optional: true }),
  round: id({ label: messages.words('round'), optional: true }),
  reason: textarea({ label: messages.words('reason'), max: 3000, rows: 3 }),
  evidence: textarea({ label: messages.words('evidence'), hint: messages.words('evidenceHint'), max: 2000, rows: 2, optional: true }),
  files: files({ label: messages.words('files'), optional: true }),
  letter: text({ label: shared.words('letter'), hint: shared.words('letterHint'), max: 300, optional: true }),
  lateReason: textarea({ label: messages.words('lateReason'), max: 2000, rows: 2, optional: true }),
});

export const decideForm = defineForm({
  outcome: choice(['accepted', 'refused'] as const, { label: messages.words('outcome') }),
  decision: textarea({ label: messages.words('decision'), max: 2000, rows: 2 }),
  reference: text({ label: shared.words('reference'), hint: messages.words('referenceHint'), max: 300 }),
  decidedOn: thaiDate({ label: messages.words('decidedOn') }),
  rev: hidden({ max: 12 }),
});

export const withdrawForm = defineForm({ rev: hidden({ max: 12 }) });
