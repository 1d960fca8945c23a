import type { NewsKind } from '../../platform/notify/news-kind.ts';

/** Letters that reached a person: issued, recalled, corrected. */
export const letterNews: NewsKind = {
  key: 'correspondence.letters',
  title: { th: 'หนังสือและหนังสือเวียนถึงท่าน', en: 'Letters to you' },
  about: { th: 'หนังสือที่ส่งถึงท่านหรือหน่วยงานของท่าน รวมทั้งที่เรียกคืนหรือแก้ไข', en: 'Letters to you or your unit, also recalled and corrected ones' },
  usual: { mail: 'digest', line: 'off' },
};
