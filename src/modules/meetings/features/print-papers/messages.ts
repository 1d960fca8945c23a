import { defineMessages } from '../../../../platform/words.ts';

export const messages = defineMessages({
  th: { draft: '(ร่าง)', noMinutes: 'ยังไม่มีรายงานการประชุมที่ท่านอ่านได้', signInTitle: 'ใบลงชื่อผู้เข้าประชุม' },
  en: { draft: '(Draft)', noMinutes: 'There are no minutes that you may read yet', signInTitle: 'Sign-in sheet' },
});
