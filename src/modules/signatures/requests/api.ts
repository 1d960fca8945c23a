// Requests for signatures as programs read and write them. Signing itself needs the passphrase of a person and is no call.
import { z } from 'zod';
import { apiOfPage } from '../../../platform/http/api-contract.ts';
import { href, instant, list, oneOf, orNull, pageOf, shape } from '../../../platform/http/api-shapes.ts';
import { partKinds } from '../domain/request.ts';
import { listSigningPage } from '../features/list-signing/page.tsx';
import { signDocumentPage } from '../features/sign-document/page.tsx';

const id = z.int();
const text = z.string();
const states = ['open', 'complete', 'refused', 'withdrawn'] as const;
const line = shape({ id, reference: text, title: text, state: oneOf(states), requestedByName: text, requestedAt: instant, done: id, parts: id, mine: orNull(oneOf(partKinds)), turn: text });
const part = shape({
  id, step: id, kind: oneOf(partKinds), positionId: orNull(id), personId: orNull(id), label: text, state: oneOf(['queued', 'open', 'signed', 'done', 'refused', 'dropped']),
  decidedAt: orNull(instant), decidedByName: orNull(text), decidedTitle: orNull(text), note: text, timeStamp: orNull(oneOf(['stamped', 'none', 'gone-on'])),
});
const request = shape({
  id, href, reference: text, title: text, fileName: text, unitId: id, state: oneOf(states), requestedByName: text, requestedAt: instant,
  endedAt: orNull(instant), endedByName: orNull(text), endReason: orNull(text), fileHash: text, parts: list(part),
  waiting: list(shape({ partId: id, personId: id, name: text })), mine: list(id),
});

export const requestApi = {
  reads: [
    apiOfPage(listSigningPage, {
      summary: { th: 'คำขอลงลายมือชื่อ: ที่รอผู้ใช้ ที่หน่วยงานขอไว้ และที่สิ้นสุดแล้ว', en: 'Requests for signatures: waiting for the user, asked by the unit, ended' },
      answer: pageOf(line),
      of: ({ rows, more }, api) => ({ items: [...rows], next: api.next(more ? { before: rows.at(-1)?.id ?? 0 } : undefined) }),
    }),
    apiOfPage(signDocumentPage, {
      summary: { th: 'คำขอลงลายมือชื่อหนึ่งรายการ ลำดับ และผู้ที่ลงแล้ว', en: 'One request for signatures, its order, and who has signed' },
      answer: request,
      of: ({ request: found, waiting, turns }) => ({
        id: found.id, href: found.href, reference: found.reference, title: found.title, fileName: found.fileName, unitId: found.unitId, state: found.state,
        requestedByName: found.requestedByName, requestedAt: found.requestedAt, endedAt: found.endedAt, endedByName: found.endedByName, endReason: found.endReason, fileHash: found.file.hash,
        parts: found.parts.map(({ id: partId, step, kind, positionId, personId, label, state, decidedAt, decidedByName, decidedTitle, note, timeStamp }) => (
          { id: partId, step, kind, positionId, personId, label, state, decidedAt, decidedByName, decidedTitle, note, timeStamp })),
        waiting: [...waiting], mine: turns.map((turn) => turn.part.id),
      }),
    }),
  ],
  writes: {
    '/signing/new': { th: 'ขอลงลายมือชื่อในไฟล์ PDF', en: 'Ask for signatures on a PDF' },
    '/signing/:id/approve': { th: 'เห็นชอบก่อนลงลายมือชื่อ', en: 'Approve before signing' },
    '/signing/:id/refuse': { th: 'ไม่อนุมัติและส่งคืน', en: 'Send back' },
    '/signing/:id/withdraw': { th: 'ถอนคำขอลงลายมือชื่อ', en: 'Withdraw a request for signatures' },
    '/signing/:id/without-time': { th: 'ดำเนินการต่อโดยไม่มีการประทับเวลา', en: 'Go on without a time stamp' },
  },
  files: {
    '/signing/:id/file': { th: 'ไฟล์ล่าสุดพร้อมลายมือชื่อทั้งหมด', en: 'The newest file with all signatures' },
    '/signing/:id/files/:n': { th: 'ไฟล์แต่ละสถานะ 0 คือก่อนลงลายมือชื่อ', en: 'A state of the file; 0 is before any signature' },
  },
  none: {
    'GET /signing/new': 'a blank form: posts are those of /positions',
    'POST /signing/:id/sign': 'the passphrase of a key is typed by its holder, never given to a program',
    '/signing/:id/pages/:n': 'a picture for the screen of what /signing/:id/file gives as a file',
  },
} as const;
