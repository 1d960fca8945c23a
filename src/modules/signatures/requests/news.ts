import type { NewsKind } from '../../../platform/notify/news-kind.ts';

/** Documents that wait for a person's signature, and what became of those that one asked for. */
export const signingNews: NewsKind = {
  key: 'signatures.requests',
  title: { th: 'เอกสารที่รอท่านลงลายมือชื่อ และผลของเอกสารที่ท่านขอ', en: 'Documents to sign, and what became of your requests' },
  about: { th: 'เอกสารที่รอท่านลงลายมือชื่อหรือเห็นชอบ และเมื่อเอกสารที่ท่านขอลงนามครบ ถูกส่งคืน หรือถูกถอน', en: 'Documents that wait for you, and when what you asked for is signed, sent back or withdrawn' },
  usual: { mail: 'digest', line: 'off' },
};
