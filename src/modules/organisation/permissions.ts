import type { NavEntry, PermissionDefinition } from '../../platform/module.ts';

export const permissions: readonly PermissionDefinition[] = [
  { key: 'organisation.view', words: { th: 'ดูหน่วยงาน บุคลากร คณะกรรมการ และปฏิทิน', en: 'See units, people, committees and the calendar' }, roles: ['staff'] },
  { key: 'organisation.manage-units', words: { th: 'แก้ไขโครงสร้าง ชื่อ ตัวย่อ และรหัสหน่วยงาน', en: 'Change the tree, names, abbreviations and codes of units' }, roles: ['organisation-admin'] },
  { key: 'organisation.manage-people', words: { th: 'แก้ไขบุคลากร ตำแหน่ง การย้าย และการพ้นราชการ', en: 'Change people, positions, moves and leaving' }, roles: ['organisation-admin'] },
  { key: 'organisation.manage-acting', words: { th: 'บันทึกการรักษาราชการแทน ปฏิบัติราชการแทน และผู้แทน', en: 'Record acting, delegation and representatives' }, roles: ['organisation-admin', 'unit-head', 'clerk'] },
  { key: 'organisation.manage-committees', words: { th: 'บันทึกคณะกรรมการและคณะทำงานตามคำสั่ง', en: 'Record committees and working groups made by orders' }, roles: ['organisation-admin', 'secretariat'] },
  { key: 'organisation.manage-calendar', words: { th: 'แก้ไขปฏิทินวันทำการ', en: 'Change the office calendar' }, roles: ['organisation-admin'] },
  { key: 'organisation.import', words: { th: 'นำเข้าหน่วยงาน บุคลากร ตำแหน่ง คณะกรรมการ และปฏิทินจากไฟล์ (เฉพาะข้อมูลที่มีสิทธิแก้ไข)', en: 'Import units, people, positions, committees and the calendar from files, where one may change them' }, roles: ['organisation-admin', 'secretariat'] },
  { key: 'organisation.manage-accounts', words: { th: 'ออกรหัสผ่านแรกและปิดบัญชีผู้ใช้', en: 'Give first passwords and close accounts' }, roles: ['organisation-admin', 'system-admin'] },
  { key: 'organisation.remove-second-factor', words: { th: 'ขอและอนุมัติยกเลิกการยืนยันขั้นที่สองของผู้อื่น (ต้องสองคน)', en: 'Ask for and approve the removal of a second factor (two people)' }, roles: ['organisation-admin', 'system-admin'] },
  { key: 'organisation.manage-providers', words: { th: 'ตั้งค่าผู้ให้บริการยืนยันตัวตนสำหรับเข้าสู่ระบบ', en: 'Set up the identity providers for signing in' }, roles: ['system-admin'] },
  { key: 'organisation.view-roles', words: { th: 'ดูว่าใครมีสิทธิใดและเพราะเหตุใด', en: 'See who has which rights and why' }, roles: ['organisation-admin', 'system-admin', 'auditor'] },
  { key: 'organisation.manage-roles', words: { th: 'ให้และเพิกถอนสิทธิ', en: 'Give and take rights' }, roles: ['system-admin'] },
];

export const navigation: readonly NavEntry[] = [
  { group: 'organisation', order: 10, label: { th: 'หน่วยงาน', en: 'Units' }, href: '/units', permission: 'organisation.view' },
  { group: 'organisation', order: 20, label: { th: 'บุคลากร', en: 'People' }, href: '/people', permission: 'organisation.view' },
  { group: 'organisation', order: 30, label: { th: 'ตำแหน่ง', en: 'Positions' }, href: '/positions', permission: 'organisation.manage-people' },
  { group: 'organisation', order: 40, label: { th: 'การทำหน้าที่แทน', en: 'Acting' }, href: '/acting', permission: 'organisation.view' },
  { group: 'organisation', order: 50, label: { th: 'คณะกรรมการ', en: 'Committees' }, href: '/committees', permission: 'organisation.view' },
  { group: 'organisation', order: 70, label: { th: 'นำเข้าจากไฟล์', en: 'Import' }, href: '/import', permission: 'organisation.import' },
  { group: 'organisation', order: 60, label: { th: 'ปฏิทินวันทำการ', en: 'Office calendar' }, href: '/office-calendar', permission: 'organisation.view' },
  { group: 'system', order: 60, label: { th: 'โทเคน API', en: 'API tokens' }, href: '/api-tokens', permission: 'organisation.manage-accounts' },
  { group: 'account', order: 20, label: { th: 'โทเคนสำหรับโปรแกรม', en: 'Tokens for programs' }, href: '/account/tokens' },
  { group: 'system', order: 10, label: { th: 'สิทธิและบทบาท', en: 'Rights and roles' }, href: '/roles', permission: 'organisation.view-roles' },
  { group: 'system', order: 40, label: { th: 'ผู้ให้บริการยืนยันตัวตน', en: 'Identity providers' }, href: '/system/sign-in-providers', permission: 'organisation.manage-providers' },
];
