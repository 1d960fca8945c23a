import type { Words } from '../../../platform/words.ts';
import type { CommitteeKind } from './committees.ts';
import type { CommitteeRole } from './quorum.ts';

export const committeeKindNames: Readonly<Record<CommitteeKind, Words>> = {
  committee: { th: 'คณะกรรมการ', en: 'Committee' },
  subcommittee: { th: 'คณะอนุกรรมการ', en: 'Subcommittee' },
  'working-group': { th: 'คณะทำงาน', en: 'Working group' },
};

export const committeeRoleNames: Readonly<Record<CommitteeRole, Words>> = {
  chair: { th: 'ประธาน', en: 'Chair' },
  'vice-chair': { th: 'รองประธาน', en: 'Vice-chair' },
  member: { th: 'กรรมการ/คณะทำงาน', en: 'Member' },
  secretary: { th: 'เลขานุการ', en: 'Secretary' },
  'assistant-secretary': { th: 'ผู้ช่วยเลขานุการ', en: 'Assistant secretary' },
};
