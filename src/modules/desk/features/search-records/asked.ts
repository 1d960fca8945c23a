// What the search page is asked: the box, the filters, and the page of hits; all of it stands in the address.
import { z } from 'zod';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { dateProblem } from '../../../../platform/forms/date-words.ts';
import { search, type SearchPage } from '../../../../platform/search/search.ts';
import type { SearchNames } from '../../../../platform/search/vocabulary.ts';
import type { SearchSource } from '../../../../platform/search/search-source.ts';
import type { Words } from '../../../../platform/words.ts';
import { BUDDHIST_ERA, calendarYearBounds, parseThaiDate, toArabicDigits } from '../../../../thai/index.ts';
import { messages } from '../../messages.ts';

export const askedQuery = z.object({
  q: z.string().max(1_000).default(''),
  type: z.string().max(60).optional(),
  from: z.string().max(80).optional(),
  to: z.string().max(80).optional(),
  year: z.string().max(20).optional(),
  unit: z.coerce.number().int().positive().optional().catch(undefined),
  mine: z.literal('1').optional().catch(undefined),
  unread: z.literal('1').optional().catch(undefined),
  exact: z.literal('1').optional().catch(undefined),
  like: z.string().max(80).optional(),
  after: z.string().max(300).optional(),
});

export type Asked = z.infer<typeof askedQuery>;
export type FilterName = 'type' | 'from' | 'to' | 'year' | 'unit' | 'mine' | 'unread';

/** Words at a filter that cannot be read. */
export type FilterErrors = Readonly<Partial<Record<'from' | 'to' | 'year', Words>>>;

interface Days {
  readonly from?: string;
  readonly to?: string;
  readonly errors: FilterErrors;
}

function dayOf(text: string | undefined, errors: Partial<Record<'from' | 'to' | 'year', Words>>, name: 'from' | 'to'): string | undefined {
  if (!text?.trim()) return undefined;
  const parsed = parseThaiDate(text);
  if (parsed.ok) return parsed.value;
  errors[name] = dateProblem(parsed);
  return undefined;
}

/** The days of the filters: typed days first, else the whole year, in either era. */
export function daysOf(asked: Asked): Days {
  const errors: Partial<Record<'from' | 'to' | 'year', Words>> = {};
  let from = dayOf(asked.from, errors, 'from');
  let to = dayOf(asked.to, errors, 'to');
  const year = toArabicDigits(asked.year?.trim() ?? '');
  if (year !== '') {
    const number = Number(year);
    const buddhist = number < 2400 ? number + BUDDHIST_ERA : number;
    if (/^\d{4}$/.test(year) && buddhist >= 2484 && buddhist <= 2700) {
      const bounds = calendarYearBounds(buddhist);
      from ??= bounds.from;
      to ??= bounds.to;
    } else errors.year = messages.words('search.badYear');
  }
  if (from && to && from > to) errors.to = messages.words('search.badOrder');
  return { ...(from ? { from } : {}), ...(to ? { to } : {}), errors };
}

/** The address of the page with something changed; a change begins at the first page again. */
export function addressOf(asked: Asked, more: Partial<Record<keyof Asked, string | undefined>> = {}, path = '/search'): string {
  const all: Record<string, unknown> = { ...asked, after: undefined, ...more };
  const pairs = Object.entries(all).filter(([, value]) => value !== undefined && value !== '').map(([name, value]): [string, string] => [name, String(value)]);
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs).toString()}` : path;
}

/** What was asked, found; undefined where a filter cannot be read or nothing was asked. */
export async function findAsked(tx: ReadTx, sources: readonly SearchSource[], names: readonly SearchNames[], asked: Asked, limit: number): Promise<SearchPage | undefined> {
  const q = asked.q.trim();
  const { from, to, errors } = daysOf(asked);
  if (!q || Object.keys(errors).length > 0) return undefined;
  return search(tx, sources, q, {
    limit,
    names,
    after: asked.after,
    asTyped: asked.exact === '1',
    from,
    to,
    unit: asked.unit,
    mine: asked.mine === '1',
    unread: asked.unread === '1',
    ...(asked.type ? { types: [asked.type] } : {}),
  });
}
