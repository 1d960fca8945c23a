// What an office may set for its numbers, at /system/settings.
import { numberSetting } from '../../../platform/settings/settings.ts';

/** Days that a reserved number is kept when nobody says otherwise. No law fixes them. */
export const reservationDays = numberSetting({
  name: 'correspondence.reservation-days',
  title: { th: 'เก็บเลขที่จองไว้ (วัน)', en: 'A reserved number is kept for (days)' },
  hint: { th: 'นับจากวันถัดจากวันจอง เมื่อพ้นกำหนด เลขจะถูกยกเลิกเองและไปอยู่ในบัญชีเลขที่ยกเลิก ผู้จองกำหนดวันเองได้แต่ไม่เกินค่าสูงสุด', en: 'Counted from the day after; then the number becomes void by itself and stands in the list of void numbers. The clerk may choose another day up to the longest time' },
  usual: 3, min: 0, max: 60,
});

/** The longest time for which a clerk may keep a number. */
export const longestReservationDays = numberSetting({
  name: 'correspondence.longest-reservation-days',
  title: { th: 'จองเลขได้นานที่สุด (วัน)', en: 'Longest time for a reserved number (days)' },
  hint: { th: 'ผู้จองเลือกวันหมดอายุเกินกว่านี้ไม่ได้', en: 'A clerk cannot choose a later day' },
  usual: 15, min: 0, max: 180,
});
