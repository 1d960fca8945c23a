import type { ModuleApi } from '../../../platform/http/api-contract.ts';
import { peopleReads } from './people.ts';
import { unitReads } from './units.ts';

const signIn = 'people sign in with a browser: a program has a token, and a token neither signs in nor changes how somebody does';
const form = 'a form to fill in: its fields stand with the call that takes them, its choices are read at /units, /positions, /people and /committees';

export const api: ModuleApi = {
  reads: [...unitReads, ...peopleReads],
  writes: {
    '/units/new': { th: 'เพิ่มหน่วยงาน', en: 'Add a unit' },
    '/units/:id/names': { th: 'เปลี่ยนชื่อหน่วยงานตั้งแต่วันหนึ่ง', en: 'Rename a unit from a day on' },
    '/units/:id/abbreviations': { th: 'เพิ่มตัวย่อของหน่วยงาน', en: 'Add an abbreviation of a unit' },
    '/units/:id/abbreviations/:row/end': { th: 'เลิกใช้ตัวย่อ', en: 'End an abbreviation' },
    '/units/:id/codes': { th: 'กำหนดรหัสหนังสือของหน่วยงาน', en: 'Set the letter code of a unit' },
    '/units/:id/place': { th: 'ย้ายหน่วยงานไปขึ้นกับหน่วยงานอื่น', en: 'Place a unit under another' },
    '/units/:id/facts': { th: 'แก้ไขข้อมูลของหน่วยงาน', en: 'Change the facts of a unit' },
    '/units/:id/close': { th: 'ยุบเลิกหน่วยงาน', en: 'Close a unit' },
    '/people/new': { th: 'เพิ่มบุคลากร', en: 'Add a person' },
    '/people/:id/edit': { th: 'แก้ไขข้อมูลบุคลากร', en: 'Change a person' },
    '/people/:id/move': { th: 'ย้ายตำแหน่งบุคลากร', en: 'Move a person' },
    '/people/:id/leave': { th: 'บันทึกการพ้นราชการ', en: 'Record that a person leaves' },
    '/positions/new': { th: 'เพิ่มตำแหน่ง', en: 'Add a position' },
    '/positions/:id': { th: 'แก้ไขตำแหน่ง', en: 'Change a position' },
    '/positions/:id/close': { th: 'ยุบเลิกตำแหน่ง', en: 'Close a position' },
    '/acting/new': { th: 'บันทึกการทำหน้าที่แทน', en: 'Record an acting' },
    '/acting/:id/end': { th: 'ให้การทำหน้าที่แทนสิ้นสุด', en: 'End an acting' },
    '/committees/new': { th: 'บันทึกคณะกรรมการ', en: 'Record a committee' },
    '/committees/:id/edit': { th: 'แก้ไขคณะกรรมการ', en: 'Change a committee' },
    '/committees/:id/members': { th: 'เพิ่มกรรมการ', en: 'Add a member' },
    '/committees/:id/members/:row': { th: 'แก้ไขข้อมูลกรรมการ', en: 'Change a member' },
    '/committees/:id/members/:row/end': { th: 'ให้กรรมการพ้นหน้าที่', en: 'End a membership' },
    '/committees/:id/end': { th: 'สิ้นสุดคณะกรรมการ', en: 'End a committee' },
    '/office-calendar': { th: 'เพิ่มวันในปฏิทินวันทำการ', en: 'Add a day to the office calendar' },
    '/office-calendar/:id/withdraw': { th: 'ถอนวันออกจากปฏิทิน', en: 'Withdraw a day from the calendar' },
    '/office-calendar/:id/confirm': { th: 'ยืนยันวันในปฏิทิน', en: 'Confirm a day of the calendar' },
  },
  files: {
    '/people.csv': { th: 'บุคลากรเป็นไฟล์ CSV', en: 'People as CSV' },
    '/positions.csv': { th: 'ตำแหน่งเป็นไฟล์ CSV', en: 'Positions as CSV' },
  },
  none: {
    '/people/:id/account/*': signIn,
    '/people/:id/second-factor/*': signIn,
    '/people/:id/sign-ins/*': signIn,
    'POST /api-tokens/:id/revoke': 'tokens are kept by people, never by a token',
    'POST /roles/new': 'rights are given by a person who looks at them: a token that leaks must not be able to give itself more',
    'POST /roles/:id/revoke': 'rights are taken by a person who looks at them',
    'POST /roles/permissions': 'rights are changed by a person who looks at them',
    'GET /units/new': form,
    'GET /units/:id/edit': form,
    'GET /people/new': form,
    'GET /people/:id/edit': form,
    'GET /people/:id/move': form,
    'GET /positions/new': form,
    'GET /acting/new': form,
    'GET /committees/new': form,
    'GET /committees/:id/edit': form,
    'GET /roles/new': form,
  },
};
