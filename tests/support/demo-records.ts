import type pg from 'pg';

/**
 * Which record of the demo stands for a parameter, by the pattern of the address up to it. Records are those of กพร.,
 * the unit that the demo's meeting and circulars come from, so that its people find them and others do not.
 */
const kpr = "(select unit_id from organisation.unit_abbreviation where text = 'กพร.' and kind = 'preferred')";
const records: Readonly<Record<string, string>> = {
  '/letters/:id': `select id from correspondence.letter where owner_unit_id = ${kpr} and state = 'issued' order by (subject like '%การทดสอบ%') desc, id desc limit 1`,
  '/letters/:id/enclosures/:n': 'select 1',
  '/drafts/:id': `select id from correspondence.letter where owner_unit_id = ${kpr} and state = 'draft' order by id limit 1`,
  '/incoming/:id': `select id from correspondence.received_letter where owner_unit_id = ${kpr} order by id limit 1`,
  '/incoming/:id/files/:n': 'select 1',
  '/reserved-numbers/of/:id': `select ${kpr}`,
  '/register/enter/:id': `select ${kpr}`,
  '/reserved-numbers/:id': `select id from correspondence.register_entry where owner_unit_id = ${kpr} and state = 'reserved' order by id limit 1`,
  '/salutations/:id': 'select id from correspondence.salutation order by id limit 1',
  '/misspellings/:id': 'select id from correspondence.misspelling order by id limit 1',
  '/recipient-groups/:id': `select id from correspondence.recipient_group where owner_unit_id = ${kpr} order by id limit 1`,
  '/number-series/:unit': `select ${kpr}`,
  '/register/exports/:id': `select id from correspondence.register_export where owner_unit_id = ${kpr} order by id limit 1`,
  '/signing/:id/files/:n': 'select 0',
  '/signing/:id/pages/:n': 'select 1',
  '/signing/:id': `select id from signatures.request where owner_unit_id = ${kpr} and state = 'open' order by id limit 1`,
  '/tasks/:id': 'select id from assignments.task order by id limit 1',
  '/files/:id': `select id from platform.file where unit_id = ${kpr} order by id limit 1`,
  '/verify/:code': "select verification_token from correspondence.letter where verification_token is not null and state = 'issued' order by id desc limit 1",
  '/units/:id': `select ${kpr}`,
  '/people/:id': "select p.id from organisation.person p join organisation.account a on a.person_id = p.id where a.login = 'minutes.kpr'",
  '/positions/:id': `select id from organisation.position where unit_id = ${kpr} and head_of_unit`,
  '/committees/:id': 'select id from organisation.committee order by id limit 1',
  '/acting/:id': 'select id from organisation.acting order by id limit 1',
  '/open-points/:point': `select p.id from meetings.open_point p join meetings.meeting m on m.id = p.meeting_id where m.owner_unit_id = ${kpr} order by p.id limit 1`,
  '/adoption/units/:id': `select ${kpr}`,
  '/adoption/plan/:id': 'select id from adoption.plan_line where not withdrawn order by id limit 1',
  '/performance/:year': 'select 2564',
  '/performance/:year/units/:unit': `select ${kpr}`,
  '/performance/:year/scenarios/:scenario': 'select id from performance.scenario where removed_at is null order by id limit 1',
  '/performance/:year/snapshots/:snapshot': 'select id from performance.score_snapshot order by id limit 1',
  '/performance/frameworks/compare/:id': 'select id from performance.stated_result order by id limit 1',
  '/performance/frameworks/:id': "select id from performance.framework where state = 'draft' order by id limit 1",
  '/performance/:year/targets/:key': "select '4'",
  '/performance/:year/questions/:id': "select id from performance.open_question where state = 'open' order by id limit 1",
  '/performance/:year/changes/:id': 'select id from performance.change_request order by id limit 1',
  '/performance/:year/calendar/:id': 'select id from performance.calendar_day where withdrawn_at is null order by id limit 1',
  '/performance/:year/collect/:round': "select 'form'",
  '/performance/:year/results/:key': "select '2'",
  '/performance/:year/results/:key/:round': "select 'form'",
  '/performance/:year/results/:key/steps/:step': "select s.id from performance.step s join performance.indicator i on i.id = s.indicator_id join performance.cycle c on c.id = i.cycle_id where c.fiscal_year = 2564 and i.key = '2' and s.removed_at is null order by s.place limit 1",
  '/performance/indicators/:id': "select id from performance.indicator where key = '2' order by id desc limit 1",
  '/performance/:year/indicators/:key': "select '2'",
  '/performance/:year/projects/:id': 'select id from performance.project order by id limit 1',
  '/performance/:year/indicators/:key/notes/risks/:id': 'select id from performance.risk order by id limit 1',
  '/performance/:year/indicators/:key/links/:id': 'select id from performance.indicator_link order by id limit 1',
  '/performance/pmqa/:year': 'select 2564',
  '/performance/pmqa/:year/items/:item': "select '4.4'",
  '/performance/pmqa/:year/items/:item/evidence/:id': "select id from platform.evidence where for_type = 'performance.pmqa-answer-basic' order by id limit 1",
  '/performance/pmqa/:year/profile/:section': "select '1a'",
  '/performance/pmqa/:year/results/:id': 'select id from performance.pmqa_result order by id limit 1',
  '/performance/pmqa/:year/plan/:id': 'select id from performance.pmqa_plan_line order by id limit 1',
  '/performance/pmqa/:year/assessors/:id': 'select id from performance.pmqa_assessor order by id limit 1',
  '/performance/pmqa/:year/assess/:item': "select '1.1'",
  '/performance/pmqa/editions/:id': 'select id from performance.pmqa_edition order by id limit 1',
  '/performance/scorecards/:id/lines/:line': "select l.id from performance.scorecard_line l join performance.agreement a on a.scorecard_id = l.scorecard_id and a.state = 'signed' order by l.id limit 1",
  '/performance/scorecards/:id/masterpieces/:piece': "select m.id from performance.masterpiece m join performance.agreement a on a.scorecard_id = m.scorecard_id and a.state = 'signed' order by m.id limit 1",
  '/performance/scorecards/cascade/:indicator': "select i.id from performance.indicator i join performance.cycle c on c.id = i.cycle_id where c.fiscal_year = 2564 order by i.id limit 1",
  '/performance/scorecards/:id': "select scorecard_id from performance.agreement where state = 'signed' order by id limit 1",
  '/help/:id': 'select id from help.topic where not withdrawn order by id limit 1',
  '/measures/:name': "select 'meetings.held'",
  '/system/settings/number/:name': "select 'meetings.answer-working-days'",
  '/certificates/:id': "select id from signatures.certificate where state = 'active' order by id limit 1",
  // Of the head of กพร., who looks at the pages first.
  '/account/certificates/:id': `select c.id from signatures.certificate c join organisation.account a on a.person_id = c.person_id where a.login = 'head.kpr' order by c.id limit 1`,
  '/privacy/activities/:id': 'select id from privacy.activity where valid_to is null order by id limit 1',
  '/system/webhooks/:id': 'select id from platform.webhook order by id limit 1',
  '/system/settings/list/:name': "select 'meetings.known-bodies'",
  '/meetings/:id/reply/:invitation': "select i.id from meetings.invitation i join meetings.meeting m on m.id = i.meeting_id where m.state = 'invited' order by i.id limit 1",
  '/meetings/:id/minutes/items/:item': `select i ->> 'id' from meetings.minutes n join meetings.meeting m on m.id = n.meeting_id join meetings.minutes_version v on v.id = n.current_version_id,
    jsonb_array_elements(v.content -> 'sections') s, jsonb_array_elements(s -> 'items') i where m.state = 'held' and m.owner_unit_id = ${kpr} order by m.id desc limit 1`,
  '/meetings/:id/versions/:version': 'select version_id from meetings.circulation order by id desc limit 1',
  '/meetings/:id/certify/:answer': `select id from meetings.circulation_answer where unit = 'กพร.' order by id desc limit 1`,
  '/meetings/:id/circulation/paper/:answer': `select id from meetings.circulation_answer where unit = 'สนผ.' order by id desc limit 1`,
  '/certify/consult/:consultation': 'select id from meetings.consultation order by id desc limit 1',
  '/meetings/:id/certify/:answer/consult/:consultation': 'select id from meetings.consultation order by id desc limit 1',
  '/meetings/:id': "select m.id from meetings.meeting m join meetings.minutes x on x.meeting_id = m.id order by m.id limit 1",
};

/** Routes whose steps are open only in a certain state, with the record in that state; the first that fits is taken. */
const byRoute: readonly { readonly routes: RegExp; readonly prefix: string; readonly query: string }[] = [
  { routes: /^\/meetings\/:id\/(edit|postpone|cancel|agenda|guests|invite|reply)(\/|$)/, prefix: '/meetings/:id', query: "select id from meetings.meeting where state = 'invited' order by id limit 1" },
  { routes: /^\/meetings\/:id\/(attendance|minutes\/)/, prefix: '/meetings/:id', query: `select id from meetings.meeting where state = 'held' and owner_unit_id = ${kpr} order by id desc limit 1` },
  { routes: /^\/meetings\/:id\/(circulate|certify-in-meeting)/, prefix: '/meetings/:id', query: `select id from meetings.meeting where state = 'minutes-checked' and owner_unit_id = ${kpr} order by id desc limit 1` },
  { routes: /^\/meetings\/:id\/(circulation|certify|reply-form|versions)/, prefix: '/meetings/:id', query: "select meeting_id from meetings.circulation where closed_at is null and withdrawn_at is null order by id desc limit 1" },
  // The year that has a round of results.
  { routes: /^\/performance\/:year\/collect\/:round\/import/, prefix: '/performance/:year', query: 'select 2563' },
  { routes: /^\/performance\/:year\/collect\/:round\/import/, prefix: '/performance/:year/collect/:round', query: 'select 12' },
];

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
  const special = new Map<(typeof byRoute)[number], string>();
  for (const rule of byRoute) {
    const value = Object.values((await owner.query<Record<string, unknown>>(rule.query)).rows[0] ?? {})[0];
    if (value !== undefined) special.set(rule, String(value));
  }
  const record = (pattern: string, prefix: string) => {
    const rule = byRoute.find((one) => one.prefix === prefix && one.routes.test(pattern));
    return (rule && special.get(rule)) ?? ids.get(prefix);
  };
  return (pattern) => {
    const unknown: string[] = [];
    const filled: string[] = [];
    const seen: string[] = [];
    for (const part of pattern.split('/').slice(1)) {
      seen.push(part);
      const prefix = `/${seen.join('/')}`;
      const value = part.startsWith(':') ? record(pattern, prefix) : part;
      if (value === undefined) unknown.push(prefix);
      filled.push(encodeURIComponent(value ?? unknownRecord));
    }
    return { path: `/${filled.join('/')}`, unknown };
  };
}
