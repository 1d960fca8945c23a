// Certificates as programs read them. Keys and passphrases are never for programs.
import { z } from 'zod';
import { apiOfPage, type ModuleApi } from '../../../platform/http/api-contract.ts';
import { day, instant, list, next, orNull, shape } from '../../../platform/http/api-shapes.ts';
import { certificatePage, certificatesPage } from '../features/keep-certificates/page.tsx';
import { myCertificatesPage } from '../features/my-certificates/page.tsx';
import { certificateStates } from '../domain/certificate-state.ts';
import type { CertificateRow } from '../store/certificates.ts';
import { eventActs } from '../store/certificates.ts';

const id = z.int();
const text = z.string();

const certificate = {
  id, personId: id, personName: text, positionId: orNull(id), positionTitle: orNull(text), unitId: orNull(id), kind: z.enum(['file', 'remote']), state: z.enum(certificateStates),
  subject: text, issuer: text, serial: text, fingerprint: orNull(text), validFrom: orNull(instant), validTo: orNull(instant), warnings: list(text),
  authority: text, letterReference: text, letterDate: orNull(day), handedByName: orNull(text), handedAt: orNull(instant), endedOn: orNull(day), endedReason: orNull(text), replacedBy: orNull(id),
};
const answerOf = (row: CertificateRow) => ({ ...row, warnings: [...row.warnings] });

const reads = [
  apiOfPage(certificatesPage, {
    summary: { th: 'ใบรับรองอิเล็กทรอนิกส์ของทั้งกรม', en: 'Certificates of the department' },
    answer: shape({ items: list(shape(certificate)), next }),
    of: ({ rows, more }, api) => ({ items: rows.map(answerOf), next: api.next(more ? { before: rows.at(-1)?.id ?? 0 } : undefined) }),
  }),
  apiOfPage(certificatePage, {
    summary: { th: 'ใบรับรองหนึ่งใบและลำดับเหตุการณ์', en: 'One certificate and what happened to it' },
    answer: shape({ ...certificate, events: list(shape({ id, at: instant, byName: text, act: z.enum(eventActs), note: text })) }),
    of: ({ row, events }) => ({ ...answerOf(row), events: [...events] }),
  }),
  apiOfPage(myCertificatesPage, {
    summary: { th: 'ใบรับรองของฉัน', en: 'My certificates' },
    answer: shape({ items: list(shape(certificate)) }),
    of: ({ rows }) => ({ items: rows.map(answerOf) }),
  }),
] as const;

export const api: ModuleApi = {
  reads,
  writes: {
    '/certificates/new': { th: 'ขอใบรับรองแทนผู้อื่น', en: 'Request a certificate for somebody' },
    '/certificates/:id/sent': { th: 'บันทึกการส่งคำขอไปยังผู้ออกใบรับรอง', en: 'Record a request as sent to the authority' },
    '/certificates/:id/certificate': { th: 'บันทึกใบรับรองที่ได้รับจากผู้ออก (เนื้อไฟล์เป็น base64)', en: 'Record the certificate of the authority (its content as base64)' },
    '/certificates/:id/hand-over': { th: 'บันทึกการส่งมอบผู้ถือ', en: 'Record the hand-over' },
    '/certificates/:id/refuse': { th: 'บันทึกว่าผู้ออกใบรับรองไม่อนุมัติ', en: 'Record a refusal of the authority' },
    '/certificates/:id/revoke': { th: 'บันทึกการเพิกถอน', en: 'Record a revocation' },
    '/certificates/:id/replace': { th: 'บันทึกว่ามีใบใหม่แทน', en: 'Record a replacement' },
  },
  files: {
    '/certificates.csv': { th: 'ใบรับรองอิเล็กทรอนิกส์เป็น CSV', en: 'Certificates as CSV' },
    '/certificates/:id/request.csr': { th: 'คำขอใบรับรอง (PKCS#10)', en: 'The request for a certificate (PKCS#10)' },
  },
  none: {
    '/verify-pdf': 'shown a file by hand; programs check signatures with tools of their own',
    'GET /certificates/new': 'an empty form: the call that requests says what it takes',
    '/account/certificates/*': 'keys and their passphrases are handled by their holder, never by a program',
  },
};
