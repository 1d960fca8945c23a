import { defineMessages } from '../../../../platform/words.ts';

export const m = defineMessages({
  th: {
    account: 'บัญชีของฉัน', title: 'โทเคนสำหรับโปรแกรม', sub: 'ให้โปรแกรมทำงานแทนท่านผ่าน API โดยไม่ต้องใช้รหัสผ่าน', docs: 'วิธีใช้ API',
    make: 'สร้างโทเคน', name: 'ชื่อโทเคน', nameHint: 'ตั้งให้รู้ว่าโปรแกรมใดใช้ เช่น ดึงงานค้างขึ้นจอหน้าห้อง ชื่อนี้ปรากฏในบันทึกการใช้งาน',
    scopes: 'ใช้ทำอะไรได้', scopesHint: 'เลือกเท่าที่โปรแกรมต้องใช้ โทเคนทำได้ไม่เกินสิทธิของท่าน และเปลี่ยนรหัสผ่านหรือสร้างโทเคนอื่นไม่ได้',
    expires: 'ใช้ได้ถึงวันที่', expiresHint: 'ไม่เกิน {days} วัน', submit: 'สร้างโทเคน',
    told: 'มีการสร้างโทเคน API ชื่อ {name} ในบัญชีของท่าน หากท่านไม่ได้สร้าง ให้เพิกถอนและเปลี่ยนรหัสผ่านทันที',
    made: 'สร้างโทเคนแล้ว', madeOnce: 'คัดลอกโทเคนไว้ในที่ปลอดภัยเดี๋ยวนี้ ระบบจะไม่แสดงอีก', token: 'โทเคน', tryIt: 'ลองใช้',
    mine: 'โทเคนของฉัน', none: 'ยังไม่มีโทเคน', noneText: 'สร้างเมื่อมีโปรแกรมที่ต้องอ่านหรือส่งข้อมูลแทนท่าน',
    owner: 'เจ้าของ', ending: 'ลงท้ายด้วย', used: 'ใช้ล่าสุด', never: 'ยังไม่เคย', state: 'สถานะ', active: 'ใช้ได้', expired: 'หมดอายุ', revoked: 'เพิกถอนแล้ว', act: 'ทำรายการ',
    revoke: 'เพิกถอน', revokedDone: 'เพิกถอนโทเคน {name} แล้ว โปรแกรมที่ใช้โทเคนนี้หยุดทำงานทันที',
    tooLate: 'เลือกวันไม่เกิน {day}', past: 'เลือกวันนี้หรือวันหลังจากนี้', unknownScope: 'มีขอบเขตที่ไม่รู้จัก กรุณาเลือกใหม่', tooMany: 'มีโทเคนที่ใช้ได้อยู่แล้ว {n} รายการ เพิกถอนรายการที่ไม่ใช้ก่อน', noAccount: 'ไม่มีบัญชีผู้ใช้ที่เปิดอยู่',
    allTitle: 'โทเคน API ของทุกคน', allSub: 'เห็นเฉพาะว่าใครมีโทเคนอะไร ไม่เห็นตัวโทเคน', usable: 'ที่ใช้ได้', every: 'ทั้งหมด', allNone: 'ไม่มีโทเคน',
  },
  en: {
    account: 'My account', title: 'Tokens for programs', sub: 'Let a program act for you through the API without your password', docs: 'How to use the API',
    make: 'Make a token', name: 'Name of the token', nameHint: 'Say which program uses it, for example: board of open tasks. The name stands in the trail.',
    scopes: 'What it may do', scopesHint: 'Choose only what the program needs. A token never does more than you may, and cannot change a password or make tokens.',
    expires: 'Holds until', expiresHint: 'At most {days} days', submit: 'Make the token',
    told: 'An API token named {name} was made in your account. If that was not you, revoke it and change your password at once.',
    made: 'The token is made', madeOnce: 'Copy it to a safe place now: it is not shown again.', token: 'Token', tryIt: 'Try it',
    mine: 'My tokens', none: 'No token yet', noneText: 'Make one when a program is to read or send something for you.',
    owner: 'Owner', ending: 'Ends with', used: 'Last used', never: 'Never', state: 'State', active: 'In use', expired: 'Expired', revoked: 'Revoked', act: 'Action',
    revoke: 'Revoke', revokedDone: 'The token {name} is revoked; programs with it stop at once',
    tooLate: 'Choose a day no later than {day}', past: 'Choose today or a later day', unknownScope: 'One of the scopes is unknown; please choose again', tooMany: 'There are {n} tokens in use already; revoke those that are not needed first', noAccount: 'There is no open account',
    allTitle: 'API tokens of all people', allSub: 'Shows who has which token, never the token itself', usable: 'In use', every: 'All', allNone: 'No tokens',
  },
});
