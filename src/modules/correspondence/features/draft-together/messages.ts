import { defineMessages } from '../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    title: 'ร่างร่วมกัน',
    units: 'หน่วยงานที่ร่วมร่าง', unitsNote: 'หน่วยงานที่เลือกเห็นและแก้ร่างนี้ได้จนกว่าจะออกเลข', share: 'บันทึกหน่วยงานร่วมร่าง', shared: 'บันทึกหน่วยงานร่วมร่างแล้ว',
    secretNotShared: 'ร่างหนังสือลับเปิดให้หน่วยงานอื่นร่วมร่างไม่ได้ เห็นเฉพาะผู้ที่จำเป็นต้องรู้',
    notOwner: 'เฉพาะหน่วยงานเจ้าของร่างเท่านั้นที่เปิดร่างให้หน่วยงานอื่นได้',
    versions: 'ฉบับที่บันทึกไว้', n: 'ฉบับที่', savedAt: 'บันทึกเมื่อ', savedBy: 'โดย', standing: 'สถานะ', current: 'ฉบับปัจจุบัน', earlier: 'ฉบับก่อน', aside: 'เก็บไว้ข้าง ๆ (พิมพ์จากฉบับที่ {n})',
    compare: 'เปรียบเทียบ', from: 'จากฉบับที่', to: 'กับฉบับที่', difference: 'ความต่างจากฉบับที่ {from} ถึงฉบับที่ {to}', same: 'สองฉบับนี้ข้อความตรงกัน',
    restore: 'ใช้ฉบับที่ {n} เป็นร่างปัจจุบัน', restored: 'ใช้ฉบับที่ {n} เป็นร่างปัจจุบันแล้ว ฉบับอื่นยังอยู่ครบ', noVersions: 'ยังไม่มีฉบับที่บันทึกไว้', noVersionsText: 'ทุกครั้งที่บันทึกร่าง ระบบเก็บไว้หนึ่งฉบับ',
    comments: 'ความเห็น', quote: 'ข้อความที่กล่าวถึง', words: 'ความเห็น', say: 'ส่งความเห็น', said: 'บันทึกความเห็นแล้ว', resolve: 'จัดการแล้ว', resolved: 'ปิดความเห็นแล้ว', resolvedBy: 'ปิดโดย {name} เมื่อ {at}', by: '{name} เมื่อ {at}', noComments: 'ยังไม่มีความเห็น',
    tellShared: '{name} เปิดร่าง "{subject}" ให้หน่วยงานของท่านร่วมร่าง', tellRemark: '{name} ให้ความเห็นต่อร่าง "{subject}"', lookedAt: 'บันทึกว่าหน่วยงานดูร่างนี้แล้ว', look: 'ดูแล้ว ไม่แก้ไข', lookNote: 'หน่วยงานของท่านได้รับเชิญให้ร่วมร่าง แก้ข้อความ ให้ความเห็น หรือกด "ดูแล้ว"', sharedWith: 'เปิดให้ร่วมร่าง', answeredBy: 'ดูแล้วโดย {name} เมื่อ {at}', notAnswered: 'ยังไม่มีผู้ใดดู',
    gone: 'ความเห็นนี้ปิดไปแล้ว', edit: 'แก้ไขร่าง', check: 'ตรวจก่อนออก',
    'part.subject': 'เรื่อง', 'part.toText': 'ผู้รับที่พิมพ์', 'part.salutation': 'คำขึ้นต้น', 'part.body': 'ข้อความ', 'part.files': 'ไฟล์แนบ',
  },
  en: {
    title: 'Drafting together',
    units: 'Units that write along', unitsNote: 'These units see and change the draft until it is issued', share: 'Save the units', shared: 'The units are saved',
    secretNotShared: 'A secret draft cannot be opened to other units: only those who need to know see it',
    notOwner: 'Only the unit whose draft it is may open it to other units',
    versions: 'Saved versions', n: 'Version', savedAt: 'Saved', savedBy: 'By', standing: 'State', current: 'The draft', earlier: 'Earlier', aside: 'Kept aside (typed on version {n})',
    compare: 'Compare', from: 'From version', to: 'To version', difference: 'From version {from} to version {to}', same: 'These two say the same',
    restore: 'Make version {n} the draft', restored: 'Version {n} is the draft now. All others are still there.', noVersions: 'No version yet', noVersionsText: 'Each saving of the draft is kept as a version.',
    comments: 'Comments', quote: 'Words that it is about', words: 'Comment', say: 'Send', said: 'The comment is kept', resolve: 'Done', resolved: 'The comment is closed', resolvedBy: 'Closed by {name}, {at}', by: '{name}, {at}', noComments: 'No comment yet',
    tellShared: '{name} opened the draft “{subject}” to your unit', tellRemark: '{name} remarked on the draft “{subject}”', lookedAt: 'It is noted that the unit has looked at this draft', look: 'Looked at, nothing to change', lookNote: 'Your unit was asked to write along: change the text, remark, or say that you have looked', sharedWith: 'Opened to', answeredBy: 'Looked at by {name}, {at}', notAnswered: 'Nobody has looked yet',
    gone: 'This comment is closed already', edit: 'Edit the draft', check: 'Check before issuing',
    'part.subject': 'Subject', 'part.toText': 'Printed addressee', 'part.salutation': 'Salutation', 'part.body': 'Text', 'part.files': 'Files',
  },
});
