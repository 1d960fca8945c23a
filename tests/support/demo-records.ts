import type pg from 'pg';

/**
 * Which record of the demo stands for a parameter, by the pattern of the address up to it. Records are those of กพร.,
 * the unit that the demo's meeting and circulars come from, so that its people find them and others do not.
 */
const kpr = "(select unit_id from organisation.unit_abbreviation where text = 'กพร.' and kind = 'preferred')";
const records: Readonly<Record<string, string>> = {
  '/letters/:id': `select id from correspondence.letter where owner_unit_id = ${kpr} and state = 'issued' order by id desc limit 1`,
  '/letters/:id/enclosures/:n': 'select 1',
  '/drafts/:id': `select id from correspondence.letter where owner_unit_id = ${kpr} and state = 'draft' order by id limit 1`,
  '/recipient-groups/:id': `select id from correspondence.recipient_group where owner_unit_id = ${kpr} order by id limit 1`,
  '/number-series/:unit': `select ${kpr}`,
  '/tasks/:id': 'select id from assignments.task order by id limit 1',
  '/files/:id': 'select id from platform.file order by id limit 1',
  '/verify/:code': "select verification_token from correspondence.letter where verification_token is not null and state = 'issued' order by id desc limit 1",
  '/units/:id': `select ${kpr}`,
  '/people/:id': "select p.id from organisation.person p join organisation.account a on a.person_id = p.id where a.login = 'minutes.kpr'",
  '/positions/:id': `select id from organisation.position where unit_id = ${kpr} and head_of_unit`,
  '/committees/:id': 'select id from organisation.committee order by id limit 1',
  '/meetings/:id': "select m.id from meetings.meeting m join meetings.minutes x on x.meeting_id = m.id order by m.id limit 1",
};

/** Stands for parameters of which the demo holds no record. */
export const unknownRecord = '987654321';

export interface FilledAddress {
  /** The address with its parameters filled in. */
  readonly path: string;
  /** Prefixes of which no record was found. */
  readonly unknown: readonly string[];
}

/** Gives a function that fills the parameters of a route's pattern with records of the demo. */
export async function demoAddresses(owner: pg.Pool): Promise<(pattern: string) => FilledAddress> {
  const ids = new Map<string, string>();
  for (const [prefix, query] of Object.entries(records)) {
    const { rows } = await owner.query<Record<string, unknown>>(query).catch((error: Error) => {
      throw new Error(`demo record of ${prefix}: ${error.message}`, { cause: error });
    });
    const value = Object.values(rows[0] ?? {})[0];
    if (value !== undefined && value !== null) ids.set(prefix, String(value));
  }
  return (pattern) => {
    const unknown: string[] = [];
    const filled: string[] = [];
    const seen: string[] = [];
    for (const part of pattern.split('/').slice(1)) {
      seen.push(part);
      const prefix = `/${seen.join('/')}`;
      if (part.startsWith(':') && !ids.has(prefix)) unknown.push(prefix);
      filled.push(part.startsWith(':') ? encodeURIComponent(ids.get(prefix) ?? unknownRecord) : part);
    }
    return { path: `/${filled.join('/')}`, unknown };
  };
}
