import { expect, test } from 'vitest';
import { useApp } from '../../../../tests/support/app.ts';

const house = useApp();

test('the secretariat makes the book of a year by one press: contents, chapters and what is missing', async () => {
  const keeper = await house.as('head.kpr');
  expect((await keeper.get('/performance/2564/book')).body).toContain('ยังไม่มีรูปเล่ม');
  const answer = await keeper.post('/performance/2564/book', { month: '12' });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/performance/2564/book']);
  await house.runJobs();
  const { rows } = await house.db.owner.query<{ id: number; state: string; why: string | null; pages: number; missing: number; file_hash: string }>('select id, state, why_failed as why, pages, missing, file_hash from performance.book');
  expect(rows).toMatchObject([{ state: 'done', why: null, missing: 6 }]);
  expect(rows[0]?.pages).toBeGreaterThan(8);
});
