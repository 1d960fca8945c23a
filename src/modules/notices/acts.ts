/** What the audit log says of this module's acts, in words. A test finds an act without words. */
import type { Words } from '../../platform/words.ts';

export const acts: Readonly<Record<string, Words>> = {
  'notices.choices-changed': { th: 'เปลี่ยนช่องทางรับแจ้งเตือนของตน', en: 'Changed the own channels of news' },
  'notices.line-code-made': { th: 'ขอรหัสเชื่อมบัญชี LINE', en: 'Asked for a code to link LINE' },
  'notices.line-linked': { th: 'เชื่อมบัญชี LINE', en: 'Linked LINE' },
  'notices.line-unlinked': { th: 'เลิกเชื่อมบัญชี LINE', en: 'Unlinked LINE' },
};
