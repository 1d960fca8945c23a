import type { Words } from '../../../platform/words.ts';
import { messages as m } from './messages.ts';

/** Acts that this room writes to the trail, as an auditor reads them. */
export const acts: Readonly<Record<string, Words>> = {
  'performance.scorecard-begun': m.words('act.begun'),
  'performance.scorecard-changed': m.words('act.changed'),
  'performance.scorecard-result': m.words('act.result'),
  'performance.scorecard-cannot': m.words('act.cannot'),
  'performance.agreement-proposed': m.words('act.proposed'),
  'performance.agreement-signed': m.words('act.signed'),
  'performance.agreement-returned': m.words('act.returned'),
  'performance.agreement-read': m.words('act.read'),
  'performance.agreement-reminded': m.words('act.reminded'),
  'performance.masterpiece-changed': m.words('act.piece'),
  'performance.cascade-rule-set': m.words('act.rule'),
};
