// The first half of a meeting's life over HTTP, on the demo department.
import { describe, expect, it } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';
import { minutesCertified } from './demo/minutes-certified.ts';

const test = useApp();

const one = async <T>(text: string, values: unknown[] = []): Promise<T> => (await test.db.owner.query(text, values)).rows[0] as T;

describe('the demo', () => {
  it('has twelve past meetings, the working group’s first and one to come', async () => {
    const { rows } = await test.db.owner.query<{ state: string; n: number }>('select state, count(*)::int as n from meetings.meeting group by state order by state');
    expect(Object.fromEntries(rows.map((row) => [row.state, row.n]))).toEqual({ certified: 11, held: 2, 'minutes-checked': 1, invited: 1 });
  });

  it('shows the whole round on a practice body: corrections of units, what was decided, who was silent, and the certified version', async () => {
    const { id } = await one<{ id: number }>(`select id from meetings.meeting where held_on = '2020-10-21'`);
    const { rows } = await test.db.owner.query<{ state: string; n: number }>('select a.state, count(*)::int as n from meetings.circulation_answer a join meetings.circulation c on c.id = a.circulation_id where c.meeting_id = $1 group by a.state', [id]);
    const states = Object.fromEntries(rows.map((row) => [row.state, row.n]));
    expect([states['certified'], (states['certified-with-corrections'] ?? 0) > 3, (states['deemed'] ?? 0) > 0, states['waiting']]).toEqual([1, true, true, undefined]);
    const member = await test.as('head.ssc');
    const [page, difference] = [await member.get(`/meetings/${id}`), await member.get(`/meetings/${id}/difference`)];
    expect([page.statusCode, difference.statusCode]).toEqual([200, 200]);
    expect(difference.body).toContain('ผู้จดรายงานการประชุม');
    expect(difference.body).toContain('ประธานมอบหมายให้ สนผ. ในที่ประชุม ส่วน กพร. เป็นหน่วยสนับสนุน');
    const { content } = await one<{ content: { header: object; sections: object[] } }>('select v.content from meetings.minutes n join meetings.minutes_version v on v.id = n.current_version_id where n.meeting_id = $1', [id]);
    expect(content).toEqual({ ...JSON.parse(JSON.stringify(minutesCertified)) as object, header: { ...minutesCertified.header, date: '2020-10-21' } });
  });

  it('started the working group’s assignments at the meeting', async () => {
    const { rows } = await test.db.owner.query<{ line: string }>(`select t.source_line as line from assignments.task t join meetings.resolution r on r.id = t.source_id
      join meetings.meeting m on m.id = r.meeting_id where t.source_type = 'meetings.resolution' and m.held_on = '2020-10-22' order by 1`);
    expect(rows.map((row) => row.line.split(':')[1])).toEqual(expect.arrayContaining(['task-kpi-forms', 'task-payment', 'task-saraban', 'task-scorecard']));
  });
});

describe('screens', () => {
  it('answer for the secretariat', async () => {
    const clerk = await test.as('minutes.kpr');
    const { id } = await one<{ id: number }>(`select id from meetings.meeting where held_on = '2020-10-22'`);
    const coming = await one<{ id: number }>(`select id from meetings.meeting where state = 'invited'`);
    const item = await one<{ id: string }>(`select i->>'id' as id from meetings.minutes_version v, jsonb_array_elements(v.content->'sections') s, jsonb_array_elements(s->'items') i
      join meetings.minutes m on m.meeting_id = $1 where v.id = m.current_version_id limit 1 offset 2`, [id]);
    for (const url of [
      '/meetings', '/meetings?view=calendar&month=2020-10', '/meetings/new', `/meetings/${id}`, `/meetings/${id}/minutes`, `/meetings/${id}/minutes?q=ศสช.`, `/meetings/${id}/minutes/edit`,
      `/meetings/${id}/minutes/items/${item.id}`, `/meetings/${id}/minutes/check`, `/meetings/${id}/minutes/sign`, `/meetings/${id}/attendance`, `/meetings/${id}/agenda`,
      `/meetings/${coming.id}/edit`, `/meetings/${coming.id}/postpone`, `/meetings/${coming.id}/cancel`, `/meetings/${coming.id}/guests?q=สุ`, `/meetings/${coming.id}/invite`, '/open-points', '/open-points?show=closed',
    ]) {
      const answer = await clerk.get(url);
      expect([url, answer.statusCode, answer.statusCode === 200 ? '' : answer.body.slice(0, 2000)]).toEqual([url, 200, '']);
    }
  });
});
