/** One page of a list, and whether another one follows. */
export interface ListPage<Row> {
  readonly rows: readonly Row[];
  readonly more: boolean;
}

/**
 * Cuts a page out of `size + 1` rows that were asked for. Whether another page follows is known by the row that is there,
 * never by a page being full: a list of exactly one page would have a second one with nothing on it.
 */
export function cutPage<Row>(found: readonly Row[], size: number): ListPage<Row> {
  return { rows: found.slice(0, size), more: found.length > size };
}
