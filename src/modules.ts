import type { KromModule } from './platform/module.ts';
import { platformModule } from './platform/platform-module.ts';
import { organisationModule } from './modules/organisation/module.ts';

/** The modules of the house, in the order in which their demo data stands on one another. */
export const modules: readonly KromModule[] = [platformModule, organisationModule];
