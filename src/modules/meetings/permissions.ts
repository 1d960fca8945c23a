// What can be allowed around meetings up to their signed minutes, and who holds it unless an administrator says otherwise.
import type { PermissionDefinition } from '../../platform/module.ts';
import { permissions } from './access.ts';

export const measurePermission = 'meetings.read-measures';

export const planningPermissions: readonly PermissionDefinition[] = [
  { key: permissions.see, words: { th: 'ดูการประชุมของคณะที่ตนอยู่หรือได้รับเชิญ', en: 'See meetings of one’s committees and those one is invited to' }, roles: ['staff'] },
  { key: permissions.reply, words: { th: 'ตอบรับการประชุม', en: 'Reply to invitations' }, roles: ['staff'] },
  { key: permissions.plan, words: { th: 'วางแผน เชิญประชุม จัดวาระ และบันทึกผู้มาประชุมของคณะที่หน่วยงานเป็นเลขานุการ', en: 'Plan meetings, invite, keep agendas and attendance for committees whose secretariat is the unit' }, roles: ['secretariat', 'clerk', 'unit-head'] },
  { key: permissions.write, words: { th: 'เขียนและตรวจรายงานการประชุมของคณะที่หน่วยงานเป็นเลขานุการ', en: 'Write and check minutes of committees whose secretariat is the unit' }, roles: ['staff'] },
  { key: permissions.sign, words: { th: 'ลงนามเป็นผู้จดหรือผู้ตรวจรายงานเมื่อได้รับมอบหมาย', en: 'Sign minutes as the drafter or checker named' }, roles: ['staff'] },
  { key: measurePermission, words: { th: 'ดูค่าวัดผลงานการประชุม', en: 'Read measures of meetings' }, roles: ['staff'] },
];
