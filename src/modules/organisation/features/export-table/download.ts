import { z } from 'zod';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { defineDownload } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import type { TableKindName } from '../../domain/tables/rows.ts';
import { exportTable, tableFormats } from '../../import/export.ts';
import { kindOf, type ExportFilter } from '../../import/kinds.ts';
import { listPeople } from '../../store/people.ts';
import { seatsOn } from '../../store/positions.ts';
import { findUnits } from '../../store/units.ts';

const words = z.string().trim().max(100).optional().catch(undefined);
const key = z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined);

/** What the list pages filter by; each table knows its own. */
const query = z.object({
  q: words, unit: key, who: z.enum(['in-service', 'left', 'all']).optional().catch(undefined), only: z.enum(['vacant']).optional().catch(undefined),
  year: z.coerce.number().int().min(2400).max(2700).optional().catch(undefined),
});
type Asked = z.infer<typeof query>;

const all = 100_000;
const idsOf = (rows: readonly { readonly id: number }[]): ExportFilter => ({ ids: new Set(rows.map((row) => row.id)) });

/** The records that the list page shows under the same filter. */
async function filterOf(tx: ReadTx, kind: TableKindName, asked: Asked, day: string): Promise<ExportFilter> {
  switch (kind) {
    case 'units':
      return asked.q ? idsOf(await findUnits(tx, asked.q, day, all)) : {};
    case 'people':
      return idsOf(await listPeople(tx, day, { words: asked.q ?? '', who: asked.who ?? 'in-service', ...(asked.unit === undefined ? {} : { unitId: asked.unit }), limit: all }));
    case 'positions':
      return idsOf(await seatsOn(tx, day, { ...(asked.unit ? { unitId: asked.unit } : {}), vacant: asked.only === 'vacant', ...(asked.q ? { words: asked.q } : {}) }));
    case 'calendar':
      return asked.year === undefined ? {} : { year: asked.year };
    case 'committees':
      return {};
  }
}

const exportOf = (name: TableKindName, format: (typeof tableFormats)[number]) =>
  defineDownload({
    path: `${kindOf(name).href}.${format}`,
    permission: 'organisation.view',
    query,
    async load(tx, { query: asked, services }) {
      const today = services.clock.today();
      const file = await exportTable(tx, kindOf(name), format, today, await filterOf(tx, name, asked, today));
      return ok({ ...file, disposition: 'attachment' as const, ...(name === 'people' ? { opens: { type: 'organisation.people-list', id: 0 } } : {}) });
    },
  });

/** Every table in both forms, at the address of its list page. */
export const exportDownloads = (['units', 'people', 'positions', 'committees', 'calendar'] as const).flatMap((name) => tableFormats.map((format) => exportOf(name, format)));
