// The minutes of the demo on their way, by the acts of its people: signed, circulated, answered, decided. Each step is
// a form as a browser sends it.
import type { LightMyRequestResponse } from 'fastify';
import type { Client, TestApp } from './app.ts';
import { postWithFiles, smallPdf } from './extras.ts';
import { unitId } from './people.ts';

const must = (answer: LightMyRequestResponse, what: string): string => {
  if (answer.statusCode !== 303) throw new Error(`${what}: ${answer.statusCode} ${answer.body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').slice(0, 900)}`);
  return String(answer.headers.location);
};

export interface Circulated {
  readonly meeting: number;
  /** Answer by the abbreviation of its unit. */
  readonly answers: ReadonlyMap<string, number>;
}

/** Id of a working group's meeting 1/2563, whose minutes the demo leaves as a draft. */
export async function draftMeeting(house: TestApp): Promise<number> {
  const { rows } = await house.db.owner.query<{ id: number }>("select id from meetings.meeting where held_on = '2020-10-22'");
  return rows[0]?.id as number;
}

async function sign(house: TestApp, client: Client, meeting: number, who: 'drafter' | 'checker'): Promise<void> {
  const { rows } = await house.db.owner.query<{ position: number }>(
    `select h.position_id as position from meetings.minutes n join organisation.holding h on h.person_id = n.${who}_id and h.main
     where n.meeting_id = $1 and h.valid_to is null order by h.valid_from desc limit 1`, [meeting]);
  must(await client.post(`/meetings/${meeting}/minutes/sign`, { who, position: String(rows[0]?.position) }), `${who} signs`);
}

/** Signs the draft of the working group's meeting and circulates it to heads of units, กพร. among them. */
export async function circulateDraft(house: TestApp): Promise<Circulated> {
  const { owner } = house.db;
  const meeting = await draftMeeting(house);
  const [clerk, head] = [await house.as('minutes.kpr'), await house.as('head.kpr')];
  await sign(house, clerk, meeting, 'drafter');
  must(await clerk.post(`/meetings/${meeting}/minutes/sign/undo`, { who: 'drafter', reason: 'แก้คำผิดก่อนเวียน' }), 'the signature is taken back');
  await sign(house, clerk, meeting, 'drafter');
  await sign(house, head, meeting, 'checker');
  const kpr = await unitId(owner, 'กพร.');
  const heads = await owner.query<{ id: number; unit: number }>('select id, unit_id as unit from organisation.position where head_of_unit and unit_id = any ($1)', [[kpr, await unitId(owner, 'ศสช.'), await unitId(owner, 'สนผ.')]]);
  must(await head.post(`/meetings/${meeting}/circulate`, {
    signer: String(heads.rows.find((row) => row.unit === kpr)?.id), urgency: 'most-urgent', respondBy: '9 พ.ย. 2563', addressees: heads.rows.filter((row) => row.unit !== kpr).map((row) => String(row.id)), others: 'ผอ.กพร.',
    subject: 'ขอส่งรายงานการประชุมเพื่อรับรอง', opening: 'ตามที่ได้มีการประชุม นั้น', closing: 'จึงเรียนมาเพื่อโปรดพิจารณา',
  }), 'the minutes are circulated');
  await house.runJobs();
  const answers = await owner.query<{ id: number; unit: string }>('select a.id, a.unit from meetings.circulation_answer a join meetings.circulation c on c.id = a.circulation_id where c.meeting_id = $1', [meeting]);
  return { meeting, answers: new Map(answers.rows.map((row) => [row.unit, row.id])) };
}

/** The head of ศสช. asks an officer, corrects a line, and keeps an answer that is not sent yet. */
export async function prepareAnswer(house: TestApp, { meeting, answers }: Circulated): Promise<void> {
  const { owner } = house.db;
  const head = await house.as('head.ssc');
  const address = `/meetings/${meeting}/certify/${answers.get('ศสช.')}`;
  const officer = await owner.query<{ id: number }>("select person_id as id from organisation.account where login = 'clerk.ssc'");
  must(await head.post(`${address}/consult`, { people: String(officer.rows[0]?.id), note: 'โปรดตรวจวาระที่ 3' }), 'an officer is asked');
  must(await head.post(`${address}/suggest`, { lineId: 'header', field: 'date', kind: 'replace', text: '23 ต.ค. 2563', reason: 'ตามหนังสือเชิญ' }), 'a correction is suggested');
  must(await head.post(`${address}/draft`, { answer: 'certified-with-corrections', remarks: 'รอเจ้าหน้าที่ตรวจ' }), 'the answer is kept');
}

/** A paper on the agenda of a meeting to come, which is then moved to another day. */
export async function changeComingMeeting(house: TestApp): Promise<number> {
  const { rows } = await house.db.owner.query<{ id: number }>("select id from meetings.meeting where state = 'invited'");
  const meeting = rows[0]?.id as number;
  const head = await house.as('head.kpr');
  must(await postWithFiles(house, head, `/meetings/${meeting}/agenda/papers`, {}, [{ field: 'files', name: 'ประกอบวาระ.pdf', type: 'application/pdf', content: smallPdf }]), 'a paper is attached');
  must(await head.post(`/meetings/${meeting}/postpone`, { heldOn: '13 พ.ย. 2563', startsAt: '09.30', endsAt: '11.30', reason: 'ห้องประชุมไม่ว่าง' }), 'the meeting is moved');
  return meeting;
}

/** One more meeting of the working group that was held: its minutes begun, or signed by both. */
export async function heldMeeting(house: TestApp, heldOn: string, minutes: 'begun' | 'signed'): Promise<number> {
  const { owner } = house.db;
  const [clerk, head] = [await house.as('minutes.kpr'), await house.as('head.kpr')];
  const committee = await owner.query<{ id: number }>('select committee_id as id from meetings.meeting where id = $1', [await draftMeeting(house)]);
  const address = must(await clerk.post('/meetings/new', {
    committeeId: String(committee.rows[0]?.id), heldOn, title: 'การประชุมสำหรับการทดสอบ', startsAt: '09.30', endsAt: '10.30', place: 'ห้องประชุม 1', sections: ['chair-informs', 'other'],
  }), 'a meeting is planned');
  const meeting = Number(/\d+/.exec(address)?.[0]);
  // Recording attendance is tried elsewhere; here the meeting only has to be over.
  await owner.query("update meetings.meeting set state = 'held' where id = $1", [meeting]);
  const people = await owner.query<{ name: string }>("select p.title || p.given || ' ' || p.family as name from organisation.account a join organisation.person p on p.id = a.person_id where a.login in ('minutes.kpr', 'head.kpr') order by a.login desc");
  must(await clerk.post(`/meetings/${meeting}/minutes/edit`, { drafter: people.rows[0]?.name ?? '', checker: people.rows[1]?.name ?? '' }), 'the minutes are begun');
  // The words of the demo's draft stand for what the drafter would type.
  await owner.query(`update meetings.minutes_version v set content = (select d.content from meetings.minutes_version d join meetings.minutes n on n.current_version_id = d.id where n.meeting_id = $2)
    from meetings.minutes n where n.id = v.minutes_id and n.meeting_id = $1`, [meeting, await draftMeeting(house)]);
  if (minutes === 'begun') return meeting;
  await sign(house, clerk, meeting, 'drafter');
  await sign(house, head, meeting, 'checker');
  return meeting;
}
