import type { NewsKind } from '../../platform/notify/news-kind.ts';

/** Drafts that are written together: opened to the unit, remarked on. */
export const draftNews: NewsKind = {
  key: 'correspondence.drafts',
  title: { th: 'ร่างหนังสือที่เขียนร่วมกัน', en: 'Drafts written together' },
  about: { th: 'ร่างที่เปิดให้หน่วยงานของท่านร่วมร่าง และความเห็นต่อร่างของท่าน', en: 'Drafts opened to your unit, and remarks on drafts of yours' },
  usual: { mail: 'digest', line: 'off' },
};

/** Letters that reached a person: issued, recalled, corrected. */
export const letterNews: NewsKind = {
  key: 'correspondence.letters',
  title: { th: 'หนังสือและหนังสือเวียนถึงท่าน', en: 'Letters to you' },
  about: { th: 'หนังสือที่ส่งถึงท่านหรือหน่วยงานของท่าน รวมทั้งที่เรียกคืนหรือแก้ไข', en: 'Letters to you or your unit, also recalled and corrected ones' },
  usual: { mail: 'digest', line: 'off' },
};
