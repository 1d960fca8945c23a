import type pg from 'pg';
import { circularRows } from '../baselines/circular-rows.ts';
import { openHouse, type BenchHouse } from '../support/house.ts';
import { interleave, print, timed, type Side } from '../support/rounds.ts';
import { rowsLeft } from '../support/rows-left.ts';
import { issueCircular, type LetterOrder } from '../../src/modules/correspondence/index.ts';
import { systemActor, type Actor } from '../../src/platform/access/actor.ts';
import { writeAudit } from '../../src/platform/audit/audit.ts';
import { actorSettings } from '../../src/platform/db/database.ts';
import { orFail } from '../../src/platform/result.ts';

const recipients = 10_000;
const perRound = 3;
const unit = "(select unit_id from organisation.unit_abbreviation where text = 'กพร.' and kind = 'preferred')";

/** 10,000 people, and a saved group of a unit that holds them all. Resolves with the group's id. */
async function layGroup(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(`
    with person as (
      insert into organisation.person (id, title, given, family)
      select nextval('platform.party_id'), 'นาง', 'ผู้รับ', 'คนที่' || n from generate_series(1, ${recipients}) n returning id, given || ' ' || family as name
    ), made as (
      insert into correspondence.recipient_group (owner_unit_id, name, changed_at) values (${unit}, 'ข้าราชการทุกคน', now()) returning id
    ), member as (
      insert into correspondence.recipient_group_member (group_id, party_id, party_kind, label, ordinal)
      select made.id, person.id, 'person', person.name, row_number() over () from made, person
    ) select id::int from made`);
  await owner.query('vacuum analyze');
  return rows[0]?.id ?? 0;
}

async function signerOf(house: BenchHouse): Promise<Actor> {
  const app = await house.app();
  const cookie = await house.signIn(app, 'head.kpr');
  const token = cookie.slice(cookie.indexOf('krom_session=') + 'krom_session='.length);
  const actor = await house.identify(house.services.database, token, house.services.clock.today());
  await app.close();
  if (!actor) throw new Error('head.kpr has no session');
  return actor;
}

async function measure(house: BenchHouse): Promise<void> {
  const { owner, services } = house;
  const groupId = await layGroup(owner);
  const actor = await signerOf(house);
  const seat = await owner.query<{ id: number; unit_id: number }>(`select id, unit_id from organisation.position where unit_id = ${unit} and head_of_unit`);
  const { id: signerPositionId, unit_id: fromUnitId } = seat.rows[0] as { id: number; unit_id: number };
  const order: LetterOrder = {
    fromUnitId, signerPositionId, subject: 'แจ้งแนวปฏิบัติเรื่องการจัดเก็บข้อมูล',
    paragraphs: ['ด้วยกรมได้กำหนดแนวปฏิบัติเรื่องการจัดเก็บข้อมูลของหน่วยงาน เพื่อให้ถือปฏิบัติเป็นแนวทางเดียวกัน', 'จึงเรียนมาเพื่อโปรดทราบและถือปฏิบัติ'],
    addressees: [{ kind: 'group', targetId: groupId, label: 'ข้าราชการทุกคน' }],
  };
  let letterId = 0;
  const issue = () =>
    services.database.write(actor, async (tx) => {
      const issued = orFail(await issueCircular(tx, services, order));
      if (issued.recipientCount !== recipients) throw new Error(`${issued.recipientCount} recipients`);
      await writeAudit(tx, [issued.audit], services.clock.now(), 'bench');
      ({ letterId } = issued);
    });
  const left = await rowsLeft(owner, issue);
  const baseline = await circularRows(owner, letterId);
  const begin = `begin; ${actorSettings(systemActor('bench.baseline'))}`;
  const insert = async () => {
    const client = await services.database.pool.connect();
    try {
      await baseline.insert(client, begin);
    } finally {
      client.release();
    }
  };
  const inserted = await rowsLeft(owner, insert);
  if (JSON.stringify(inserted) !== JSON.stringify(left)) throw new Error(`the baseline leaves other rows: ${JSON.stringify({ left, inserted })}`);

  const side = (name: string, one: () => Promise<void>): Side => ({
    name,
    async round() {
      const ms = await timed(async () => {
        for (let i = 0; i < perRound; i++) await one();
      });
      return { ms, pieces: perRound };
    },
  });
  const { rates } = await interleave([side('krom', issue), side('sql', insert)]);
  const kromMs = 1000 / (rates['krom'] as number);
  const sqlMs = 1000 / (rates['sql'] as number);
  print('circular_fanout_vs_sql', kromMs / sqlMs, { krom_ms: Number(kromMs.toPrecision(4)), sql_ms: Number(sqlMs.toPrecision(4)), recipients, rows_left: left });
}

/**
 * `circular_fanout_vs_sql`: a circular to a saved group of 10,000 people, issued by the product in one transaction with
 * number, jobs and trail, against inserting the rows that it leaves.
 */
export async function benchCircular(): Promise<void> {
  const house = await openHouse();
  try {
    await measure(house);
  } finally {
    await house.close();
  }
}
