import type { PermissionDefinition } from '../../../platform/module.ts';

/** What can be allowed about requests for signatures, and which roles hold it unless an administrator says otherwise. */
export const requestPermissions: readonly PermissionDefinition[] = [
  { key: 'signatures.sign', words: { th: 'ลงลายมือชื่อหรือเห็นชอบเอกสารที่รอตน', en: 'Sign or approve documents that wait for oneself' }, roles: ['staff'] },
  { key: 'signatures.request', words: { th: 'ขอลงลายมือชื่ออิเล็กทรอนิกส์และถอนคำขอ', en: 'Ask for signatures and withdraw requests' }, roles: ['clerk', 'unit-head', 'secretariat', 'executive'], continues: true },
  { key: 'signatures.go-on', words: { th: 'ให้ดำเนินการต่อโดยไม่รอการประทับเวลา', en: 'Let signing go on without a time stamp' }, roles: ['unit-head', 'secretariat', 'executive'] },
];
