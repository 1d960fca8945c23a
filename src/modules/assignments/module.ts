import type { KromModule } from '../../platform/module.ts';

/** Tasks of the whole house. */
export const assignmentsModule: KromModule = {
  name: 'assignments',
  title: { th: 'งานที่มอบหมาย', en: 'Tasks' },
};
