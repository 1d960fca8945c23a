import { defineMessages } from '../../../../platform/words.ts';

export const m = defineMessages({
  th: {
    people: 'บุคลากร', title: 'บัญชีผู้ใช้', none: 'ยังไม่มีบัญชีผู้ใช้', state: 'สถานะ', open: 'ใช้งานได้', first: 'รอเปลี่ยนรหัสผ่านแรก', closed: 'ปิดแล้วเมื่อ {at}', lastSignIn: 'เข้าสู่ระบบล่าสุด', never: 'ยังไม่เคย',
    factor: 'การยืนยันขั้นที่สอง', factorOn: 'เปิดใช้อยู่', factorOff: 'ยังไม่เปิดใช้', factorLost: 'ขอยกเลิกเมื่อโทรศัพท์หาย',
    sessions: 'เครื่องที่เข้าสู่ระบบอยู่', username: 'ชื่อผู้ใช้', usernameHint: 'a–z 0–9 จุด ขีด และขีดล่าง เช่น somchai.j', password: 'รหัสผ่านแรก',
    passwordHint: 'จดหรือพิมพ์หน้านี้มอบให้เจ้าตัวก่อนกดบันทึก ระบบจะไม่แสดงอีก ผู้ใช้ต้องเปลี่ยนทันทีที่เข้าสู่ระบบครั้งแรก', give: 'ออกรหัสผ่านแรก', renew: 'ออกรหัสผ่านแรกใหม่',
    renewHint: 'รหัสผ่านเดิมใช้ไม่ได้ทันที และทุกเครื่องถูกออกจากระบบ', close: 'ปิดบัญชี', closeHint: 'เข้าสู่ระบบไม่ได้ทันที เปิดใหม่ได้โดยออกรหัสผ่านแรก', given: 'ออกรหัสผ่านแรกแล้ว', done: 'ปิดบัญชีแล้ว',
    wrongUsername: 'ชื่อผู้ใช้ใช้ได้เฉพาะ a–z 0–9 จุด ขีด และขีดล่าง ยาว 2–60 ตัว', taken: 'ชื่อผู้ใช้นี้มีผู้ใช้แล้ว', own: 'บัญชีของตนเองให้เปลี่ยนรหัสผ่านที่หน้าบัญชีของฉัน', back: 'กลับ', admin: 'บัญชีของผู้ดูแลระบบ ให้ผู้ดูแลระบบอีกท่านเป็นผู้ออกรหัสผ่าน',
  },
  en: {
    people: 'People', title: 'Account', none: 'No account yet', state: 'State', open: 'In use', first: 'First password not yet changed', closed: 'Closed on {at}', lastSignIn: 'Last sign-in', never: 'Never',
    factor: 'Second factor', factorOn: 'In use', factorOff: 'Not set up', factorLost: 'Ask for removal (lost telephone)',
    sessions: 'Devices signed in', username: 'User name', usernameHint: 'a–z, 0–9, dot, dash, underscore; for example somchai.j', password: 'First password',
    passwordHint: 'Write it down or print this page for the person before saving: it is not shown again, and must be changed at the first sign-in.', give: 'Give a first password', renew: 'Give a new first password',
    renewHint: 'The old password stops at once and all devices are signed out', close: 'Close the account', closeHint: 'No sign-in from now on; a first password opens it again', given: 'The first password is set', done: 'The account is closed',
    wrongUsername: 'A user name takes a–z, 0–9, dot, dash and underscore, 2 to 60 of them', taken: 'This user name is taken', own: 'Change your own password on your account page', back: 'Back', admin: 'Only a system administrator gives a password to another one',
  },
});
