// Files that are checked before they are imported, as programs read them.
import { z } from 'zod';
import { apiOfPage } from '../../../platform/http/api-contract.ts';
import { instant, list, next, oneOf, orNull, shape } from '../../../platform/http/api-shapes.ts';
import { tableKinds, verdicts } from '../domain/tables/rows.ts';
import { importPage, importsPage } from '../features/import-table/page.tsx';

const id = z.int();
const staged = shape({
  id, kind: oneOf(tableKinds), fileId: id, fileName: z.string(), fileHash: z.string(), counts: z.record(z.string(), id), columns: list(z.string()), unknownHeads: list(z.string()),
  createdAt: instant, checkedAt: instant, rechecks: id, appliedAt: orNull(instant), rows: id,
});

export const importReads = [
  apiOfPage(importsPage, {
    summary: { th: 'ไฟล์ที่ฉันส่งเข้าตรวจ', en: 'Files that I sent to be checked' },
    answer: shape({ items: list(staged), next }),
    of: ({ mine }) => ({ items: mine.map((one) => ({ ...one, counts: { ...one.counts } })), next: null }),
  }),
  apiOfPage(importPage, {
    summary: { th: 'ผลตรวจของไฟล์หนึ่ง ทีละแถว', en: 'The verdicts on one file, row by row' },
    answer: shape({
      file: staged, differing: id, next,
      items: list(shape({ row: id, verdict: oneOf(verdicts), label: z.string(), recordId: orNull(id), problems: list(shape({ column: orNull(z.string()), th: z.string(), en: z.string() })),
        changes: list(shape({ column: z.string(), from: z.unknown(), to: z.unknown() })), differs: z.boolean() })),
    }),
    of: ({ staged: file, rows, more, differing }, api) => ({ file: { ...file, counts: { ...file.counts } }, differing, items: rows, next: api.next(more ? { after: rows.at(-1)?.row ?? 0 } : undefined) }),
  }),
] as const;
