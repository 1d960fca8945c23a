import { expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/db.ts';
import { publicActor, type Actor } from '../access/actor.ts';
import { addFileRecord } from '../files/file-records.ts';
import { addEvidence, listEvidence, setEvidenceReaders, withdrawEvidence } from './evidence-links.ts';
import type { EvidenceSource } from './evidence.ts';
import { fileEvidence } from './file-evidence.ts';

const db = useDatabase();
const person = (id: number): Actor => ({ ...publicActor, kind: 'person', id, name: `คน ${id}`, principals: [id] });
const owner = person(5);
const contents = new Map([[1, 'a'.repeat(64)], [2, 'b'.repeat(64)]]);
/** Records that only person 5 and 6 see. */
const notes: EvidenceSource = {
  type: 'test.note',
  label: { th: 'บันทึก', en: 'Note' },
  resolve: async (tx, id) => {
    const contentHash = contents.get(id);
    return contentHash && (tx.actor.id === 5 || tx.actor.id === 6) ? { title: `บันทึก ${id}`, href: `/notes/${id}`, date: '2026-01-05', contentHash } : undefined;
  },
};
const sources = [notes, fileEvidence];
const task = { type: 'test.task', id: 77 };
const add = (actor: Actor, of: { type: string; id: number }, readers = [5, 6, 8]) =>
  db.database.write(actor, (tx) => addEvidence(tx, sources, { for: task, of, readers, note: 'ดูหน้า 2' }));
const list = (actor: Actor) => db.database.read(actor, (tx) => listEvidence(tx, sources, task));

test('evidence stands once, with hash and date, and says when its record has changed', async () => {
  expect(await add(owner, { type: 'test.note', id: 1 })).toMatchObject({ ok: true });
  expect(await add(owner, { type: 'test.note', id: 1 })).toMatchObject({ code: 'EVIDENCE_THERE_ALREADY', status: 409 });
  expect(await list(owner)).toMatchObject([{ state: 'same', title: 'บันทึก 1', href: '/notes/1', date: '2026-01-05', note: 'ดูหน้า 2', addedBy: 5, contentHash: 'a'.repeat(64) }]);
  contents.set(1, 'c'.repeat(64));
  expect(await list(owner)).toMatchObject([{ state: 'changed', contentHash: 'a'.repeat(64) }]);
});

test('what the actor may not see cannot be added, and is shown without its title', async () => {
  expect(await add(person(9), { type: 'test.note', id: 2 })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await add(owner, { type: 'test.note', id: 404 })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await add(owner, { type: 'test.unknown', id: 1 })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await add(owner, task)).toMatchObject({ code: 'EVIDENCE_OF_ITSELF' });
  expect(await list(person(8))).toMatchObject([{ state: 'unseen', title: undefined, href: undefined }]);
  expect(await list(person(9))).toEqual([]);
  await db.database.write(owner, (tx) => setEvidenceReaders(tx, task, [1]));
  expect(await list(person(9))).toHaveLength(1);
  expect(await list(publicActor)).toEqual([]);
});

test('a file is evidence whose content cannot change', async () => {
  const file = await db.database.write(owner, (tx) => addFileRecord(tx, { hash: 'd'.repeat(64), size: 3, mediaType: 'application/pdf', name: 'ภาพถ่าย.pdf', taken: true }));
  await add(owner, { type: 'platform.file', id: file.id });
  expect((await list(owner)).at(-1)).toMatchObject({ state: 'same', title: 'ภาพถ่าย.pdf', href: `/files/${file.id}` });
});

test('taking evidence back needs a reason, keeps the line and lets it be added again', async () => {
  const [first] = await list(owner);
  expect(await db.database.write(owner, (tx) => withdrawEvidence(tx, first!.id, ' '))).toMatchObject({ code: 'REASON_MISSING' });
  expect(await db.database.write(owner, (tx) => withdrawEvidence(tx, first!.id, 'แนบผิด'))).toMatchObject({ ok: true });
  expect(await db.database.write(owner, (tx) => withdrawEvidence(tx, first!.id, 'แนบผิด'))).toMatchObject({ code: 'NOT_FOUND' });
  expect((await db.owner.query('select withdrawn_reason, withdrawn_by from platform.evidence where id = $1', [first!.id])).rows).toEqual([{ withdrawn_reason: 'แนบผิด', withdrawn_by: 5 }]);
  expect(await add(owner, { type: 'test.note', id: 1 })).toMatchObject({ ok: true });
  await expect(db.database.write(owner, (tx) => tx.db.deleteFrom('platform.evidence').execute())).rejects.toMatchObject({ code: '42501' });
});
