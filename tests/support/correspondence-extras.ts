import type { TestApp } from './app.ts';

/**
 * Rows of correspondence and of its roll-out that the demo has not: a remark on a draft, a letter that left the house, a
 * scanned file, words read from an enclosure and a reply of a received letter, pages counted, a training list that waits. Written by the owner, for
 * tests of walls only.
 */
export async function layCorrespondence({ db: { owner } }: TestApp): Promise<void> {
  const draft = "(select id from correspondence.letter where state = 'draft' order by id desc limit 1)";
  const letter = "(select id from correspondence.letter where state = 'issued' order by id desc limit 1)";
  const received = '(select id from correspondence.received_letter order by id limit 1)';
  for (const statement of [
    `insert into correspondence.draft_comment (letter_id, words, said_at, said_by, said_by_name) select ${draft}, 'ขอให้ทวนวันที่', now(), 1, 'ผู้ร่าง'`,
    `insert into correspondence.draft_share (letter_id, unit_id, shared_at, shared_by_name) select ${draft}, 1, now(), 'ผู้ร่าง'`,
    `insert into correspondence.order_effect (letter_id, effect, entry_id, owner_unit_id, reference, by_reference, by_date)
      select ${letter}, 'amends', (select id from correspondence.register_entry order by id limit 1), 1, '1/2563', '2/2563', '2020-11-09'`,
    `insert into correspondence.letter_dispatch (letter_id, ordinal, name, channel, sent_at, sent_by, sent_by_name) select ${letter}, 1, 'กระทรวงตัวอย่าง', 'post', now(), 1, 'ผู้ส่ง'`,
    `insert into correspondence.received_file (received_letter_id, ordinal, file_id, hash, name, media_type, size) select ${received}, 1, 1, 'x', 'หนังสือ.pdf', 'application/pdf', 1 on conflict do nothing`,
    `insert into correspondence.enclosure_text (letter_id, file_id, hash, name, state, text, read_at) select ${letter}, 1, 'x', 'สิ่งที่ส่งมาด้วย.pdf', 'read', 'ข้อความ', now() on conflict do nothing`,
    `insert into correspondence.received_reply (received_letter_id, letter_id, closes, begun_at) select ${received}, ${draft}, false, now() on conflict do nothing`,
    `insert into adoption.letter_pages (letter_id, file_hash, pages, counted_at) select ${letter}, 'x', 1, now() on conflict do nothing`,
    `insert into adoption.training_import (file_name, rows, made_by, made_at) values ('อบรม.csv', '[]', 1, now())`,
    `insert into correspondence.register_export (owner_unit_id, unit_label, year, asked_at, asked_by, asked_by_name) select owner_unit_id, 'กพร.', 2563, now(), 1, 'ผู้ขอ' from correspondence.letter where id = ${letter}`,
    `insert into correspondence.register_import (owner_unit_id, form, year, file_id, file_hash, file_name, made_at, made_by, made_by_name, checked_at)
      select owner_unit_id, 'sent', 2562, 1, repeat('a', 64), 'ทะเบียน.xlsx', now(), 1, 'ผู้นำเข้า', now() from correspondence.letter where id = ${letter}`,
    `insert into correspondence.register_import_row (import_id, row_number, owner_unit_id, cells, verdict, label, fingerprint) select id, 1, owner_unit_id, '{}', 'new', '1', 'x' from correspondence.register_import`,
    `insert into signatures.request (subject_type, subject_id, href, title, file_name, owner_unit_id, readers, restricted, requested_by, requested_by_name, requested_at)
      select 'platform.file', 987654320, '/signing', 'สัญญา', 'สัญญา.pdf', owner_unit_id, '{}', false, 1, 'ผู้ขอ', now() from correspondence.letter where id = ${letter}`,
    `insert into signatures.part (request_id, step, ordinal, kind, person_id, label, state) select max(id), 1, 1, 'sign', 1, 'ผู้ลงนาม', 'open' from signatures.request`,
    `insert into signatures.file_version (request_id, n, hash, size, kind, made_at) select max(id), 0, repeat('a', 64), 1, 'unsigned', now() from signatures.request`,
    `insert into signatures.event (request_id, kind, by_person, by_name, at) select max(id), 'opened', 1, 'ผู้ขอ', now() from signatures.request`,
  ]) await owner.query(statement);
}
