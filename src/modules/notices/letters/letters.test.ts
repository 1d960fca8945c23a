// What mail says, and what it keeps to the house.
import { expect, test } from 'vitest';
import type { InboxRow } from '../../../platform/inbox/inbox.ts';
import { localDate } from '../../../thai/index.ts';
import type { OutgoingNews } from '../store/deliveries.ts';
import { digestMail } from './digest-mail.tsx';
import { newsMail } from './news-mail.tsx';

const origin = 'https://krom.example.go.th';
const to = { name: 'นางสาวทดสอบ <b>', language: 'th' as const };
const row = (n: number, more: Partial<InboxRow> = {}): InboxRow => ({
  key: `tasks:${n}`, kind: 'tasks', reference: `ง ${n}`, subject: `เรื่องที่ ${n}`, from: 'กพร.', href: `/tasks/${n}`, due_on: null, arrived_at: new Date(0), urgency: null, secrecy: null, read: false, step: 'do', ...more,
});
const news = (n: number, more: Partial<OutgoingNews> = {}): OutgoingNews => ({
  id: n, personId: 1, words: { th: `ข่าวที่ ${n}`, en: `news ${n}` }, href: `/letters/${n}`, kind: 'other', urgency: null, secret: false, createdAt: new Date(0), ...more,
});

test('the digest tells due days in words, counts what does not fit, and leads to the choices', () => {
  const waiting = [row(1, { due_on: '2020-11-02' }), row(2, { due_on: '2020-11-05' }), row(3, { due_on: '2020-11-06', urgency: 'most-urgent' }), row(4, { due_on: '2020-11-30' }), ...Array.from({ length: 16 }, (_, n) => row(10 + n))];
  const { subject, text, html } = digestMail(to, { day: localDate('2020-11-05'), waiting, waitingTotal: 31, news: [news(1)] }, origin);
  expect(subject).toBe('สรุปงาน 5 พ.ย. 2563: รอดำเนินการ 31 เรื่อง ข่าวใหม่ 1 เรื่อง');
  for (const words of ['เรื่องที่ 1 (เกินกำหนด 2 พ.ย. 2563)', 'เรื่องที่ 2 (ครบกำหนดวันนี้)', '(ด่วนที่สุด) ง 3 เรื่องที่ 3 (ครบกำหนดพรุ่งนี้)', 'เรื่องที่ 4 (ครบกำหนด 30 พ.ย. 2563)', 'และอีก 16 เรื่อง', `${origin}/account/notifications`]) expect(text).toContain(words);
  expect(html).toContain('นางสาวทดสอบ &lt;b>');
  expect(html).not.toMatch(/<(script|link|img)|src=/);
  expect(html).toContain(`href="${origin}/tasks/1"`);
});

test('of secret lines and secret news only how many wait is told', () => {
  const facts = { day: localDate('2020-11-05'), waiting: [row(71, { secrecy: 'secret' }), row(72, { secrecy: 'confidential' }), row(3)], waitingTotal: 3, news: [news(73, { secret: true }), news(4)] };
  const { text, html } = digestMail({ ...to, language: 'en' }, facts, origin);
  for (const written of [text, html]) {
    expect(written).toContain('2 secret documents wait for you');
    expect(written).toContain('A secret document waits for you');
    expect(written).not.toMatch(/7[123]/);
    expect(written).toContain('news 4');
  }
});

test('several pieces of news are one mail, the most urgent first', () => {
  const { subject, text } = newsMail(to, [news(1), news(2, { urgency: 'most-urgent' }), news(3, { secret: true })], origin);
  expect(subject).toBe('แจ้งเตือน 3 เรื่อง');
  expect(text).toMatch(/เอกสารชั้นความลับ[\s\S]*ข่าวที่ 2[\s\S]*ข่าวที่ 1/);
  expect(text).not.toContain('/letters/3');
});
