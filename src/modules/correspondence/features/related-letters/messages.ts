import { defineMessages } from '../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    title: 'เรื่องเดิม',
    titleOf: 'เรื่องเดิมของ {reference}',
    cites: 'หนังสือที่อ้างถึง',
    citedBy: 'หนังสือที่อ้างถึงฉบับนี้',
    sameSubject: 'เรื่องเดียวกันถึงผู้รับเดียวกัน',
    like: 'เรื่องใกล้เคียง',
    all: 'ดูทั้งหมด',
    none: 'ไม่พบเรื่องเดิม',
    noneText: 'ยังไม่มีหนังสือที่อ้างถึงกันหรือมีเรื่องเดียวกันที่ท่านเห็นได้',
  },
  en: {
    title: 'Earlier matter',
    titleOf: 'Earlier matter of {reference}',
    cites: 'Letters it refers to',
    citedBy: 'Letters that refer to it',
    sameSubject: 'Same subject to the same addressee',
    like: 'Matters near to it',
    all: 'Show all',
    none: 'No earlier matter',
    noneText: 'No letter that you may see refers to this one or has its subject.',
  },
});
