import type { Words } from '../../../platform/words.ts';

/** One password for every demo account; it is shown at the start and on the sign-in page of a demo only. */
export const demoPassword = 'krom-demo-2563';

export interface DemoAccount {
  readonly username: string;
  readonly role: Words;
  /** Id of the person in `cast.ts`, or of a demo person made for this account. */
  readonly person: string;
}

/** Who can sign in to the demo, in the order in which a visitor would try them. */
export const demoAccounts: readonly DemoAccount[] = [
  { username: 'clerk.kpr', person: 'person-32', role: { th: 'เจ้าหน้าที่สารบรรณ กพร.', en: 'Records clerk, Administrative System Development Group' } },
  { username: 'minutes.kpr', person: 'person-33', role: { th: 'ผู้จดรายงานการประชุม กพร.', en: 'Minutes-taker, Administrative System Development Group' } },
  { username: 'head.kpr', person: 'person-10', role: { th: 'ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร (ผู้ตรวจรายงาน)', en: 'Head of the Administrative System Development Group (checks the minutes)' } },
  { username: 'deputy', person: 'person-01', role: { th: 'รองอธิบดี ประธานคณะทำงาน', en: 'Deputy Director-General, chair of the working group' } },
  { username: 'director-general', person: 'person-dg', role: { th: 'อธิบดีกรมประชาสัมพันธ์', en: 'Director-General' } },
  { username: 'head.ssc', person: 'person-06', role: { th: 'ผู้อำนวยการศูนย์เทคโนโลยีสารสนเทศฯ', en: 'Director of the Information Technology Centre' } },
  { username: 'clerk.ssc', person: 'person-24', role: { th: 'เจ้าหน้าที่สารบรรณ ศสช.', en: 'Records clerk, Information Technology Centre' } },
  { username: 'officer.snp', person: 'person-20', role: { th: 'นักประชาสัมพันธ์ สนผ.', en: 'Public relations officer, Policy and Planning Bureau' } },
  { username: 'acting.snp', person: 'person-05', role: { th: 'ผู้รักษาราชการแทน ผอ.สนผ.', en: 'Acting director, Policy and Planning Bureau' } },
  { username: 'clerk.slk', person: 'person-23', role: { th: 'เจ้าหน้าที่สารบรรณกลาง สลก.', en: 'Central records clerk, Office of the Secretary' } },
  { username: 'clerk.snk', person: 'person-clerk-snk', role: { th: 'เจ้าหน้าที่สารบรรณ สนข.', en: 'Records clerk, News Bureau' } },
  { username: 'admin', person: 'person-admin', role: { th: 'ผู้ดูแลระบบ', en: 'System administrator' } },
  { username: 'auditor', person: 'person-auditor', role: { th: 'ผู้ตรวจสอบภายใน', en: 'Internal auditor' } },
];
