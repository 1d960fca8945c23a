import type { Words } from '../../platform/words.ts';
import { messages as training } from './features/keep-training/messages.ts';
import { messages as plan } from './features/plan-stages/messages.ts';
import { messages as savings } from './features/show-savings/messages.ts';
import { messages as unit } from './features/show-unit/messages.ts';

/** Acts that this module writes to the trail, as an auditor reads them. */
export const acts: Readonly<Record<string, Words>> = {
  'adoption.plan-changed': plan.words('act.saved'),
  'adoption.plan-line-withdrawn': plan.words('act.withdrawn'),
  'adoption.parameter-added': savings.words('act.added'),
  'adoption.trainings-looked-through': training.words('act.staged'),
  'adoption.trainings-imported': training.words('act.imported'),
  'adoption.unit-reminded': unit.words('actReminded'),
};
