import { defineMessages } from '../../../../platform/words.ts';

export const m = defineMessages({
  th: {
    title: 'ยืนยันว่าเป็นท่าน',
    why: 'ก่อนเปลี่ยนวิธีเข้าสู่ระบบหรือมอบให้โปรแกรมทำงานแทน กรุณายืนยันตัวตนอีกครั้ง เพื่อไม่ให้ผู้อื่นทำแทนได้ขณะท่านไม่อยู่ที่เครื่อง ยืนยันแล้วใช้ได้ {minutes} นาที',
    submit: 'ยืนยัน',
    back: 'กลับ',
    otherTitle: 'ไม่ใช้รหัสผ่าน',
    other: 'ท่านที่เข้าสู่ระบบด้วยพาสคีย์หรือผ่านผู้ให้บริการ ให้เข้าสู่ระบบอีกครั้งด้วยวิธีเดิม แล้วระบบจะพากลับมาทำต่อ',
    done: 'ยืนยันตัวตนแล้ว ทำรายการต่อได้ภายใน {minutes} นาที',
    first: 'ต้องยืนยันตัวตนอีกครั้งก่อนทำรายการนี้',
    go: 'ยืนยันตัวตนก่อน',
  },
  en: {
    title: 'Show that it is you',
    why: 'Before a way to sign in changes, or a program may act for you, please show once more who you are, so that nobody does it at a desk that you left. It then holds for {minutes} minutes.',
    submit: 'Confirm',
    back: 'Back',
    otherTitle: 'Without a password',
    other: 'If you sign in with a passkey or at a provider, sign in once more in the same way; you are brought back here to go on.',
    done: 'You have shown who you are. Please go on within {minutes} minutes.',
    first: 'Before this, please show once more who you are',
    go: 'Show that it is you first',
  },
});
