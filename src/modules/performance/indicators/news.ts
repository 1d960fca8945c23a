import type { NewsKind } from '../../../platform/notify/news-kind.ts';

/** What units say of their indicators, and the secretariat's answers. */
export const indicatorNews: NewsKind = {
  key: 'performance.indicators',
  title: { th: 'ตัวชี้วัด', en: 'Indicators' },
  about: { th: 'หน่วยงานแจ้งว่าทำไม่ได้ และคำตอบของเลขานุการ', en: 'A unit says that it cannot do something, and the answer' },
  usual: { mail: 'digest', line: 'off' },
};
