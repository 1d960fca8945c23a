import { backups } from './backup/house-backups.ts';
import { adoptionModule } from './modules/adoption/module.ts';
import { assignmentsModule } from './modules/assignments/module.ts';
import { correspondenceModule } from './modules/correspondence/module.ts';
import { deskModule } from './modules/desk/module.ts';
import { helpModule } from './modules/help/module.ts';
import { integrationsModule } from './modules/integrations/module.ts';
import { meetingsModule } from './modules/meetings/module.ts';
import { noticesModule } from './modules/notices/module.ts';
import { organisationModule } from './modules/organisation/module.ts';
import { performanceModule } from './modules/performance/module.ts';
import { privacyModule } from './modules/privacy/module.ts';
import { signaturesModule } from './modules/signatures/module.ts';
import { systemModule } from './modules/system/module.ts';
import type { EvidenceSource } from './platform/evidence/evidence.ts';
import { fileEvidence } from './platform/evidence/file-evidence.ts';
import type { KromModule } from './platform/module.ts';

/** What can be evidence of anything: uploaded files, and the records of every module. */
const evidence = (): readonly EvidenceSource[] => [fileEvidence, ...modules.flatMap((module) => module.evidence ?? [])];

/** The modules with business of their own, in the order in which their demo data stands on one another. */
const working: readonly KromModule[] = [
  organisationModule(() => modules.flatMap((module) => module.permissions ?? []), () => modules),
  correspondenceModule,
  signaturesModule,
  assignmentsModule(evidence),
  meetingsModule,
  adoptionModule,
  performanceModule({ evidence }),
  helpModule,
  privacyModule(() => modules),
  systemModule(() => modules, backups),
];

const notices = noticesModule(working);

export const modules: readonly KromModule[] = [...working, notices, integrationsModule([...working, notices]), deskModule(working)];
