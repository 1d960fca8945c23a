import type { KromModule } from '../../platform/module.ts';

/** Indicators, scores, self-assessment and scorecards. So far the rules alone (`domain/`): nothing of it is reachable. */
export const performanceModule: KromModule = {
  name: 'performance',
  title: { th: 'ผลการปฏิบัติราชการ', en: 'Performance' },
};
