import type { TestApp } from './app.ts';

/** Rows of performance that the demo has not: answers of an assessor, a file of criteria that waits, a follow-up, a book that was asked for. Written by the owner, for tests of walls only. */
export async function layPerformance({ db: { owner } }: TestApp): Promise<void> {
  for (const statement of [
    `insert into performance.pmqa_assessor_answer (assessor_id, item, ticks, changed_at) select id, '1.1', '{"basic":[true,true,true],"advance":[false],"significance":[false]}', now() from performance.pmqa_assessor order by id limit 1`,
    `insert into performance.pmqa_edition_import (file_name, base_id, rows, made_by, made_at) select 'เกณฑ์.csv', id, '[]', 1, now() from performance.pmqa_edition order by id limit 1`,
    `insert into performance.pmqa_follow_up (line_id, month, standing, text, person_id, person_name, at) select id, 6, 'going', 'ทดลองแล้ว', 1, 'ผู้รายงาน', now() from performance.pmqa_plan_line order by id limit 1`,
    `insert into performance.book (cycle_id, month, asked_by, asked_by_name, asked_at) select id, 12, 1, 'ผู้ขอ', now() from performance.cycle order by id limit 1`,
  ]) await owner.query(statement);
}
