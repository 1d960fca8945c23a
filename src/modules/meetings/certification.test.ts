// The ends that a certification can take, over HTTP on the demo: silence, a late answer, a recall, a meeting that certifies.
import { describe, expect, it } from 'vitest';
import { popplerPages } from '../../paper/testing/tools.ts';
import { useApp } from '../../../tests/support/app.ts';
import type { TestApp } from '../../../tests/support/app.ts';
import { circulateDraft, heldMeeting, prepareAnswer } from '../../../tests/support/certification.ts';

const answersOf = async (house: TestApp, meeting: number) =>
  (await house.db.owner.query<{ unit: string; state: string; late: boolean; answer: string | null; rule: string | null }>(
    `select a.unit, a.state, a.late, a.answer, a.deemed_rule as rule from meetings.circulation_answer a join meetings.circulation c on c.id = a.circulation_id
     where c.meeting_id = $1 and c.withdrawn_at is null order by a.unit`, [meeting])).rows;
const stateOf = async (house: TestApp, meeting: number) =>
  (await house.db.owner.query<{ state: string; how: string | null; on: string | null }>(
    'select m.state, n.certified_how as how, n.certified_on::text as on from meetings.meeting m join meetings.minutes n on n.meeting_id = m.id where m.id = $1', [meeting])).rows[0];

describe('the deadline', () => {
  const house = useApp();

  it('certifies the silent with the words of the rule, never who answered, and keeps what comes later as late', async () => {
    const { meeting, answers } = await circulateDraft(house);
    const head = await house.as('head.ssc');
    const certify = (unit: string) => `/meetings/${meeting}/certify/${answers.get(unit)}`;
    expect((await head.post(certify('ศสช.'), { answer: 'certified', remarks: '' })).statusCode).toBe(303);

    // The last day is not over before 24:00 in Bangkok.
    await house.moveTo('2020-11-09T23:59:00+07:00');
    await house.runJobs();
    expect((await answersOf(house, meeting)).filter((one) => one.state === 'deemed')).toEqual([]);
    await house.moveTo('2020-11-10T00:01:00+07:00');
    await house.runJobs();
    const after = await answersOf(house, meeting);
    expect(after.map(({ unit, state, answer }) => [unit, state, answer])).toEqual([['กพร.', 'deemed', null], ['ศสช.', 'certified', 'certified'], ['สนผ.', 'deemed', null]]);
    for (const one of after.filter(({ state }) => state === 'deemed')) expect(one.rule).toContain('ให้ถือว่าท่านรับรองรายงานการประชุมโดยไม่มีการแก้ไข');
    expect(await stateOf(house, meeting)).toEqual({ state: 'certified', how: 'circulation', on: '2020-11-10' });

    const late = await house.as('acting.snp');
    const answered = await late.post(certify('สนผ.'), { answer: 'certified-with-corrections', remarks: 'ขอแก้คำในวาระที่ 3' });
    expect(answered.statusCode).toBe(303);
    expect((await answersOf(house, meeting)).find(({ unit }) => unit === 'สนผ.')).toMatchObject({ state: 'deemed', late: true, answer: 'certified-with-corrections' });
    expect((await (await house.as('head.kpr')).get(`/meetings/${meeting}/circulation`)).body).toContain('ตอบช้า 10 พ.ย.');
    // Doing the end again changes nothing, and the text is shut.
    await house.runJobs();
    expect(await stateOf(house, meeting)).toEqual({ state: 'certified', how: 'circulation', on: '2020-11-10' });
    await expect(house.db.owner.query(`update meetings.minutes_version v set content = '{}' from meetings.minutes n where n.id = v.minutes_id and n.meeting_id = $1`, [meeting])).rejects.toThrow();
  });
});

describe('a meeting that certifies', () => {
  const house = useApp();
  const certify = async (meeting: number, fields: Record<string, string>) => (await house.as('head.kpr')).post(`/meetings/${meeting}/certify-in-meeting`, fields);

  it('does so for the meeting before it, with its item and resolution', async () => {
    const [before, later] = [await heldMeeting(house, '2 พ.ย. 2563', 'signed'), await heldMeeting(house, '3 พ.ย. 2563', 'begun')];
    const wrongDay = await certify(before, { meeting: String(later), on: '2 พ.ย. 2563', reference: 'วาระที่ 2' });
    expect([wrongDay.statusCode, wrongDay.body.includes('วันที่รับรองต้องตรงกับวันประชุมหรือหลังจากนั้น')]).toEqual([422, true]);
    const done = await certify(before, { meeting: String(later), on: '3 พ.ย. 2563', reference: 'ระเบียบวาระที่ 2 มติ รับรองโดยไม่มีการแก้ไข' });
    expect(done.statusCode).toBe(303);
    expect(await stateOf(house, before)).toEqual({ state: 'certified', how: 'next-meeting', on: '2020-11-03' });
    const unsigned = await certify(later, { meeting: String(later), on: '3 พ.ย. 2563', reference: 'อ่านและรับรองในที่ประชุม' });
    expect([unsigned.statusCode, unsigned.body.includes('ผู้จดรายงานต้องลงนามก่อน')]).toEqual([409, true]);
  });

  it('does so for its own minutes before it rises', async () => {
    const own = await heldMeeting(house, '3 พ.ย. 2563', 'signed');
    expect((await certify(own, { meeting: String(own), on: '3 พ.ย. 2563', reference: 'อ่านและรับรองในที่ประชุม' })).statusCode).toBe(303);
    expect(await stateOf(house, own)).toEqual({ state: 'certified', how: 'same-meeting', on: '2020-11-03' });
  });

  it('closes a circulation that still runs, and nobody is deemed by that', async () => {
    const { meeting } = await circulateDraft(house);
    const later = await heldMeeting(house, '3 พ.ย. 2563', 'begun');
    expect((await certify(meeting, { meeting: String(later), on: '3 พ.ย. 2563', reference: 'วาระที่ 2 รับรอง' })).statusCode).toBe(303);
    await house.moveTo('2020-11-10T00:01:00+07:00');
    await house.runJobs();
    expect((await answersOf(house, meeting)).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(await stateOf(house, meeting)).toEqual({ state: 'certified', how: 'next-meeting', on: '2020-11-03' });
  });
});

describe('a recall', () => {
  const house = useApp();

  it('takes letter and questions back with a reason, after which the minutes can go out again', async () => {
    const { meeting, answers } = await circulateDraft(house);
    const head = await house.as('head.kpr');
    expect((await head.post(`/meetings/${meeting}/circulation/recall`, { reason: '' })).statusCode).toBe(422);
    expect((await head.post(`/meetings/${meeting}/circulation/recall`, { reason: 'แนบรายงานผิดฉบับ' })).statusCode).toBe(303);
    const late = await (await house.as('head.ssc')).post(`/meetings/${meeting}/certify/${answers.get('ศสช.')}`, { answer: 'certified', remarks: '' });
    expect(late.statusCode).toBeGreaterThanOrEqual(400);
    await house.moveTo('2020-11-10T00:01:00+07:00');
    await house.runJobs();
    expect(await stateOf(house, meeting)).toMatchObject({ state: 'minutes-checked', how: null });
    expect((await head.get(`/meetings/${meeting}/circulate`)).body).toContain('ว ๕๐๓');
  });
});

describe('a corrected version', () => {
  const house = useApp();

  /** The signature lines under the sheet on screen and the same of the paper: what stands above each name in brackets. */
  const signatures = (page: string) => [...page.matchAll(/<div class="memo-sign"><p>([^<]*)<\/p>/gu)].map(([, line]) => line);

  it('carries the name of who decided on their own line alone; the other line tells which version was signed', async () => {
    const circulated = await circulateDraft(house);
    const { meeting, answers } = circulated;
    const before = signatures((await (await house.as('head.kpr')).get(`/meetings/${meeting}/minutes?part=end`)).body);
    expect(before).toHaveLength(2);
    await prepareAnswer(house, circulated);
    const head = await house.as('head.ssc');
    const own = (await head.get(`/meetings/${meeting}`)).body;
    expect(own).toMatch(new RegExp(`<a [^>]*btn-main[^>]*href="/meetings/${meeting}/certify/${answers.get('ศสช.')}"[^>]*>ตอบการรับรองรายงาน<`, 'u'));
    expect((await head.post(`/meetings/${meeting}/certify/${answers.get('ศสช.')}`, { answer: 'certified-with-corrections', remarks: '' })).statusCode).toBe(303);
    expect((await head.get(`/meetings/${meeting}`)).body).not.toContain('ตอบการรับรองรายงาน');
    await house.moveTo('2020-11-10T09:00:00+07:00');
    await house.runJobs();
    const clerk = await house.as('minutes.kpr');
    const { rows } = await house.db.owner.query<{ id: number }>('select s.id from meetings.suggestion s join meetings.circulation c on c.id = s.circulation_id where c.meeting_id = $1', [meeting]);
    expect((await clerk.post(`/meetings/${meeting}/suggestions`, { 'decisions.0.suggestion': String(rows[0]?.id), 'decisions.0.outcome': 'accept' })).statusCode).toBe(303);
    await house.runJobs();

    // The clerk who decided is the drafter: the checker's line must not carry the clerk's name.
    const after = signatures((await clerk.get(`/meetings/${meeting}/minutes?part=end`)).body);
    expect(after).toEqual([before[0], expect.stringMatching(/^ลงนามในฉบับที่ ๑ เมื่อ .* พ\.ย\. ๒๕๖๓$/u)]);
    expect((await clerk.get(`/meetings/${meeting}`)).body).toMatch(/ลงนามในฉบับที่ 1 เมื่อ .*2563/u);
    const paper = popplerPages((await clerk.get(`/meetings/${meeting}/certified.pdf`)).rawPayload).flat();
    expect(paper.filter((line) => line.includes('ลงนามในฉบับที่ ๑'))).toHaveLength(1);
  });
});
