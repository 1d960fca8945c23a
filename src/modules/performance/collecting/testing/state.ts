// What stands in the tables of 2564, for tests.
import type pg from 'pg';

const round = "o.cycle_id = (select id from performance.cycle where fiscal_year = 2564) and coalesce(o.month::text, 'form') = $1";

export const readBack = (owner: () => pg.Pool) => ({
  async states(slug: string): Promise<Record<string, string>> {
    const { rows } = await owner().query<{ key: string; state: string }>(`select i.key, s.state from performance.submission s join performance.round o on o.id = s.round_id join performance.indicator i on i.id = s.indicator_id where ${round} order by i.place`, [slug]);
    return Object.fromEntries(rows.map(({ key, state }) => [key, state]));
  },
  async events(slug: string, key: string): Promise<[string, string][]> {
    const { rows } = await owner().query<{ kind: string; note: string }>(`select e.kind, e.note from performance.submission_event e join performance.submission s on s.id = e.submission_id join performance.round o on o.id = s.round_id join performance.indicator i on i.id = s.indicator_id where ${round} and i.key = $2 order by e.id`, [slug, key]);
    return rows.map(({ kind, note }) => [kind, note]);
  },
  async values(slug: string, key: string) {
    return (await owner().query<{ value: string | null; margin: string | null; source: string; detail: unknown }>(`select r.value::text, r.margin::text, r.source, r.detail from performance.result r join performance.round o on o.id = r.round_id join performance.indicator i on i.id = r.indicator_id where ${round} and i.key = $2 order by r.id`, [slug, key])).rows;
  },
  async steps(key: string) {
    return (await owner().query<{ id: number; rev: number; title: string }>('select s.id, s.rev, s.title from performance.step s join performance.indicator i on i.id = s.indicator_id join performance.cycle c on c.id = i.cycle_id where c.fiscal_year = 2564 and i.key = $1 order by s.place', [key])).rows;
  },
  async card(slug: string, key: string) {
    return (await owner().query(`select r.content from performance.report_card r join performance.round o on o.id = r.round_id join performance.indicator i on i.id = r.indicator_id where ${round} and i.key = $2`, [slug, key])).rows[0]?.content as unknown;
  },
});
