import { checkbox, choice, choices, defineForm, hidden, integer, rows, text, textarea, thaiDate } from '../../form-fields.ts';
import { resolutionKinds } from '../../domain/minutes-document.ts';
import type { LineKind } from '../../domain/minutes-document.ts';
import { messages } from './messages.ts';

export const lineKinds = ['statement', 'heading', 'list-item', 'table', 'resolution', 'open-point'] as const satisfies readonly LineKind[];

export const lineFields = {
  id: hidden({ optional: true, max: 100 }),
  kind: choice(lineKinds, { label: messages.words('kind'), optional: true }),
  speaker: text({ label: messages.words('speaker'), optional: true, max: 200 }),
  label: text({ label: messages.words('label'), optional: true, max: 60 }),
  level: integer({ label: messages.words('level'), optional: true, min: 1, max: 4 }),
  resolutions: choices(resolutionKinds, { label: messages.words('resolutions'), optional: true }),
  text: textarea({ label: messages.words('text'), optional: true, max: 50_000 }),
  remove: checkbox({ label: messages.words('remove') }),
} as const;

export const taskFields = {
  line: hidden({ optional: true, max: 100 }),
  id: hidden({ optional: true, max: 100 }),
  owners: text({ label: messages.words('owners'), optional: true, max: 500 }),
  task: textarea({ label: messages.words('task'), optional: true, max: 5000 }),
  dueOn: thaiDate({ label: messages.words('dueOn'), optional: true }),
  dueEvent: text({ label: messages.words('dueEvent'), optional: true, max: 300 }),
  support: text({ label: messages.words('support'), optional: true, max: 500 }),
  evidence: text({ label: messages.words('evidence'), optional: true, max: 500 }),
} as const;

export const itemForm = defineForm({
  /** Revision of the version that the writer began from. */
  rev: hidden({ max: 12 }),
  lines: rows(lineFields, { label: messages.words('lines'), optional: true }),
  tasks: rows(taskFields, { label: messages.words('tasks'), optional: true }),
  announce: checkbox({ label: messages.words('announce') }),
  /** `up:<line>`, `down:<line>` or `after:<line>`: what to do once saved. */
  step: hidden({ optional: true, max: 120 }),
});

export const beginForm = defineForm({
  drafter: text({ label: messages.words('drafter'), max: 200 }),
  checker: text({ label: messages.words('checker'), max: 200 }),
});
