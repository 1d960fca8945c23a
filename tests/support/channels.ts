// Rows of channels and webhooks as acts of people leave them, for tests of the house's walls.
import type { TestApp } from './app.ts';
import { lineUser, startLineStandIn } from './line-stand-in.ts';

/** A linked LINE with a message, choices, a digest and a held piece of news. */
export async function layChannels(house: TestApp): Promise<void> {
  const line = await startLineStandIn();
  const { config } = house.services;
  const before = config.line;
  Object.assign(config, { line: { api: line.api, token: line.token, secret: line.secret, account: undefined } });
  try {
    const client = await house.as('head.kpr');
    await client.post('/account/notifications/line/code');
    const { rows } = await house.db.owner.query<{ code: string; person: number }>('select code, person_id as person from platform.line_code');
    const user = lineUser();
    line.friends.add(user);
    const { body, headers } = line.webhook([{ type: 'message', userId: user, text: rows[0]?.code ?? '' }]);
    const linked = await house.app.inject({ method: 'POST', url: '/line/webhook', payload: body, headers });
    if (linked.statusCode !== 200) throw new Error(`LINE was not linked: ${linked.statusCode}`);
    await house.runJobs();
    const person = rows[0]?.person;
    const { owner } = house.db;
    await owner.query("insert into platform.notification_choice (person_id, quiet, quiet_from, quiet_to, most_urgent_passes, digest, digest_at, digest_weekday, working_days) values ($1, true, '19:00', '07:00', true, 'daily', '08:00', 1, true) on conflict do nothing", [person]);
    await owner.query("insert into platform.notification_route values ($1, 'other', 'mail', 'off') on conflict do nothing", [person]);
    await owner.query("insert into platform.notification_digest (person_id, day, waiting, news, sent) values ($1, '2020-11-02', 1, 0, true) on conflict do nothing", [person]);
    await owner.query("insert into platform.notification_delivery (notification_id, channel, person_id, state) select id, 'test', person_id, 'held' from platform.notification limit 1");
  } finally {
    Object.assign(config, { line: before });
    await line.close();
  }
}
