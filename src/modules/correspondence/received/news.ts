import type { NewsKind } from '../../../platform/notify/news-kind.ts';

/** Received letters that wait for a person, come back, fall due. */
export const receivedNews: NewsKind = {
  key: 'correspondence.received',
  title: { th: 'หนังสือรับที่เสนอ มอบหมาย หรือครบกำหนด', en: 'Received letters: proposed, assigned, due' },
  about: { th: 'หนังสือรับที่รอท่านสั่งการหรือดำเนินการ ส่งคืน และที่ใกล้หรือเกินกำหนด', en: 'Received letters that wait for you, come back, or fall due' },
  usual: { mail: 'digest', line: 'off' },
};
