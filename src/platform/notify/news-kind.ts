import type { Words } from '../words.ts';

/** How news of a kind reaches a person over a channel: at once, gathered in the digest, or not at all. */
export const hows = ['now', 'digest', 'off'] as const;
export type How = (typeof hows)[number];

/** What people choose channels for: tasks, letters, minutes to certify. Declared by its module in `KromModule.news`. */
export interface NewsKind {
  /** `module.what`. */
  readonly key: string;
  readonly title: Words;
  readonly about: Words;
  /** What is usual while neither the person nor the office chose. LINE knows no digest. */
  readonly usual: { readonly mail: How; readonly line: 'now' | 'off' };
}

/** News of callers that named no kind. */
export const otherNews: NewsKind = {
  key: 'other',
  title: { th: 'เรื่องอื่น ๆ', en: 'Other news' },
  about: { th: 'ข่าวที่ไม่อยู่ในประเภทข้างต้น', en: 'News of no kind above' },
  usual: { mail: 'digest', line: 'off' },
};
