import { defineMessages } from '../../../platform/words.ts';

/** What the owner of an account is told of it, on the page and by mail. */
export const m = defineMessages({
  th: {
    newBrowser: 'มีการเข้าสู่ระบบด้วยบัญชีของท่านจากเครื่องใหม่: {device} ({ip})',
    codesTried: 'มีผู้กรอกรหัสผ่านของท่านถูกต้อง แต่กรอกรหัสยืนยันผิดหลายครั้ง หากไม่ใช่ท่าน ให้เปลี่ยนรหัสผ่าน',
    setUp: 'เปิดใช้การยืนยันขั้นที่สองด้วยแอปสร้างรหัสแล้ว',
    turnedOff: 'เลิกใช้การยืนยันขั้นที่สองแล้ว',
    codesRenewed: 'สร้างรหัสกู้คืนชุดใหม่แล้ว รหัสชุดเดิมใช้ไม่ได้',
    codeUsed: 'ใช้รหัสกู้คืนเข้าสู่ระบบหนึ่งรหัส เหลือ {n} รหัส',
    removalStarted: 'ผู้ดูแลระบบขอยกเลิกการยืนยันขั้นที่สองของท่าน เหตุผล: {reason} หากท่านไม่ได้แจ้ง ให้กดระงับคำขอ',
    removalCancelled: 'คำขอยกเลิกการยืนยันขั้นที่สองของท่านถูกระงับแล้ว',
    removed: 'การยืนยันขั้นที่สองของท่านถูกยกเลิกโดยผู้ดูแลสองคน ทุกเครื่องถูกออกจากระบบ',
    unknownDevice: 'เครื่องที่ไม่ทราบชนิด',
    subject: 'แจ้งเรื่องบัญชีผู้ใช้ของท่านในระบบกรม',
    mail: 'เรียน {name}\n\n{what}\n\nตรวจประวัติการเข้าสู่ระบบและเครื่องที่ใช้อยู่ได้ที่ {link}\n\nหากท่านไม่ได้เป็นผู้ทำ ให้เปลี่ยนรหัสผ่านทันที ออกจากระบบเครื่องอื่นทั้งหมด แล้วแจ้งผู้ดูแลระบบ',
  },
  en: {
    newBrowser: 'A sign-in to your account from a new browser: {device} ({ip})',
    codesTried: 'Somebody entered your password rightly and several wrong codes after it. If it was not you, change your password.',
    setUp: 'Codes of an authenticator app are now asked for at your sign-in',
    turnedOff: 'The second factor of your account was turned off',
    codesRenewed: 'New recovery codes were made; the ones before them no longer work',
    codeUsed: 'A recovery code was used to sign in; {n} are left',
    removalStarted: 'An administrator asks to remove your second factor. Reason: {reason}. If you did not ask for it, stop it.',
    removalCancelled: 'The removal of your second factor was stopped',
    removed: 'Two administrators removed your second factor. All devices were signed out.',
    unknownDevice: 'an unknown device',
    subject: 'About your account in Krom',
    mail: 'Dear {name},\n\n{what}\n\nLook through your sign-ins and devices at {link}\n\nIf this was not you, change your password at once, sign out all other devices and tell the administrator.',
  },
});
