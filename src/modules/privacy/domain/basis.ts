import type { Words } from '../../../platform/words.ts';

/** Grounds of processing under the Personal Data Protection Act B.E. 2562, sections 19 and 24. */
export const bases = ['legal-obligation', 'public-task', 'contract', 'legitimate-interest', 'vital-interest', 'research', 'consent'] as const;
export type Basis = (typeof bases)[number];

export const basisNames: Readonly<Record<Basis, Words>> = {
  'legal-obligation': { th: 'หน้าที่ตามกฎหมาย (ม. 24 (6))', en: 'Legal obligation (s. 24 (6))' },
  'public-task': { th: 'ภารกิจเพื่อประโยชน์สาธารณะหรืออำนาจรัฐ (ม. 24 (4))', en: 'Public task or official authority (s. 24 (4))' },
  contract: { th: 'สัญญา (ม. 24 (3))', en: 'Contract (s. 24 (3))' },
  'legitimate-interest': { th: 'ประโยชน์โดยชอบด้วยกฎหมาย (ม. 24 (5))', en: 'Legitimate interest (s. 24 (5))' },
  'vital-interest': { th: 'ป้องกันอันตรายต่อชีวิต (ม. 24 (2))', en: 'Danger to life or health (s. 24 (2))' },
  research: { th: 'จดหมายเหตุ วิจัย สถิติ (ม. 24 (1))', en: 'Archives, research, statistics (s. 24 (1))' },
  consent: { th: 'ความยินยอม (ม. 19)', en: 'Consent (s. 19)' },
};
