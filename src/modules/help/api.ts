import { z } from 'zod';
import { apiOfPage, type ModuleApi } from '../../platform/http/api-contract.ts';
import { instant, list, orNull, shape } from '../../platform/http/api-shapes.ts';
import { helpPage } from './features/show-help/page.tsx';

const text = z.string();

export const api: ModuleApi = {
  reads: [
    apiOfPage(helpPage, {
      summary: { th: 'วิธีใช้ของหน้าจอ หรือรายการหน้าจอที่มีวิธีใช้', en: 'How a screen is used, or the screens that have help' },
      answer: shape({
        screen: orNull(text), screens: list(shape({ screen: text, n: z.int() })),
        items: list(shape({ id: z.int(), ordinal: z.int(), titleTh: text, titleEn: text, textTh: text, textEn: text, changedAt: instant })),
      }),
      of: ({ screen, topics, screens }) => ({ screen: screen ?? null, screens, items: topics.map(({ topic }) => topic) }),
    }),
  ],
  writes: {
    '/help/write': { th: 'เขียนวิธีใช้', en: 'Write help' },
    '/help/:id': { th: 'แก้ไขวิธีใช้', en: 'Change help' },
    '/help/:id/withdraw': { th: 'นำวิธีใช้ออก', en: 'Take help out' },
  },
  files: {
    '/help/:id/file': { th: 'ภาพหรือไฟล์ประกอบวิธีใช้', en: 'The picture or file of a help topic' },
    '/help/:id/clip': { th: 'คลิปประกอบวิธีใช้', en: 'The clip of a help topic' },
    '/help/:id/captions': { th: 'คำบรรยายของคลิป', en: 'The captions of the clip' },
  },
  none: {
    'GET /help/write': 'an empty form: the call that writes says what it takes',
    'GET /help/:id': 'the help of the screen gives every topic',
  },
};
