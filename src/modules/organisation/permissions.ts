import type { NavEntry, PermissionDefinition } from '../../platform/module.ts';

export const permissions: readonly PermissionDefinition[] = [
  { key: 'organisation.view', words: { th: 'ดูหน่วยงาน บุคลากร คณะกรรมการ และปฏิทิน', en: 'See units, people, committees and the calendar' }, roles: ['staff'] },
  { key: 'organisation.manage-units', words: { th: 'แก้ไขโครงสร้าง ชื่อ ตัวย่อ และรหัสหน่วยงาน', en: 'Change the tree, names, abbreviations and codes of units' }, roles: ['organisation-admin'] },
  { key: 'organisation.manage-people', words: { th: 'แก้ไขบุคลากร ตำแหน่ง การย้าย และการพ้นราชการ', en: 'Change people, positions, moves and leaving' }, roles: ['organisation-admin'] },
  { key: 'organisation.manage-acting', words: { th: 'บันทึกการรักษาราชการแทน ปฏิบัติราชการแทน และผู้แทน', en: 'Record acting, delegation and representatives' }, roles: ['organisation-admin', 'unit-head', 'clerk'] },
  { key: 'organisation.manage-committees', words: { th: 'บันทึกคณะกรรมการและคณะทำงานตามคำสั่ง', en: 'Record committees and working groups made by orders' }, roles: ['organisation-admin', 'secretariat'] },
  { key: 'organisation.manage-calendar', words: { th: 'แก้ไขปฏิทินวันทำการ', en: 'Change the office calendar' }, roles: ['organisation-admin'] },
  { key: 'organisation.manage-accounts', words: { th: 'ออกรหัสผ่านแรกและปิดบัญชีผู้ใช้', en: 'Give first passwords and close accounts' }, roles: ['organisation-admin', 'system-admin'] },
  { key: 'organisation.view-roles', words: { th: 'ดูว่าใครมีสิทธิใดและเพราะเหตุใด', en: 'See who has which rights and why' }, roles: ['organisation-admin', 'system-admin', 'auditor'] },
  { key: 'organisation.manage-roles', words: { th: 'ให้และเพิกถอนสิทธิ', en: 'Give and take rights' }, roles: ['system-admin'] },
];

export const navigation: readonly NavEntry[] = [];
