import type { Words } from '../../../platform/words.ts';
import { messages as apply } from './features/apply/messages.ts';
import { messages as assess } from './features/assess/messages.ts';
import { messages as results } from './features/enter-results/messages.ts';
import { messages as item } from './features/fill-item/messages.ts';
import { messages as improve } from './features/improve/messages.ts';
import { messages as editions } from './features/keep-editions/messages.ts';
import { messages as years } from './features/list-years/messages.ts';
import { messages as year } from './features/show-year/messages.ts';
import { messages as profile } from './features/write-profile/messages.ts';

/** Acts that this room writes to the trail, as an auditor reads them. */
export const acts: Readonly<Record<string, Words>> = {
  'performance.pmqa-outcome-recorded': years.words('act.recorded'),
  'performance.pmqa-made': apply.words('act.made'),
  'performance.pmqa-settings-changed': apply.words('act.changed'),
  'performance.pmqa-step-taken': year.words('act.step'),
  'performance.pmqa-assessor-named': year.words('act.named'),
  'performance.pmqa-assessor-released': year.words('act.released'),
  'performance.pmqa-profile-saved': profile.words('act.saved'),
  'performance.pmqa-item-saved': item.words('act.saved'),
  'performance.pmqa-evidence-attached': item.words('act.attached'),
  'performance.pmqa-evidence-withdrawn': item.words('act.withdrawn'),
  'performance.pmqa-result-saved': results.words('act.saved'),
  'performance.pmqa-result-removed': results.words('act.removed'),
  'performance.pmqa-item-assessed': assess.words('act.saved'),
  'performance.pmqa-scores-submitted': assess.words('act.submitted'),
  'performance.pmqa-plan-saved': improve.words('act.saved'),
  'performance.pmqa-plan-removed': improve.words('act.removed'),
  'performance.pmqa-plan-followed': improve.words('act.followed'),
  'performance.pmqa-edition-looked-through': editions.words('act.looked'),
  'performance.pmqa-edition-imported': editions.words('act.imported'),
};
