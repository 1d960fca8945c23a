import { assignmentsModule } from './modules/assignments/module.ts';
import { correspondenceModule } from './modules/correspondence/module.ts';
import { deskModule } from './modules/desk/module.ts';
import { meetingsModule } from './modules/meetings/module.ts';
import { organisationModule } from './modules/organisation/module.ts';
import { systemModule } from './modules/system/module.ts';
import type { KromModule } from './platform/module.ts';

/** The modules with business of their own, in the order in which their demo data stands on one another. */
const working: readonly KromModule[] = [organisationModule(() => modules.flatMap((module) => module.permissions ?? [])), correspondenceModule, assignmentsModule, meetingsModule, systemModule(() => modules)];

export const modules: readonly KromModule[] = [...working, deskModule(working)];
