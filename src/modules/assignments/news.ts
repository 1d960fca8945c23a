import type { NewsKind } from '../../platform/notify/news-kind.ts';

/** Work given, passed on, returned, reported, accepted. */
export const taskNews: NewsKind = {
  key: 'assignments.tasks',
  title: { th: 'งานที่ได้รับมอบหมาย', en: 'Tasks' },
  about: { th: 'งานใหม่ งานที่ส่งต่อ ส่งกลับแก้ไข หรือตรวจรับแล้ว', en: 'Work given, passed on, returned or accepted' },
  usual: { mail: 'digest', line: 'off' },
};

/** Days of tasks: ahead, today, over, known or lost. */
export const dueNews: NewsKind = {
  key: 'assignments.due',
  title: { th: 'งานใกล้ครบกำหนดและเกินกำหนด', en: 'Tasks that fall due' },
  about: { th: 'เตือนก่อนครบกำหนด ในวันครบกำหนด และเมื่อเกินกำหนด', en: 'Reminders ahead of a day, on it and after it' },
  usual: { mail: 'now', line: 'now' },
};
