/**
 * The whole job, as people do it at their screens: minutes are checked, signed, circulated, answered online and on paper, deemed, corrected,
 * certified, printed and verified, and a task of theirs is reported and closed. Written once, walked with scripts and without.
 */
import { describe, expect, it } from 'vitest';
import { noBrowser, useBrowser } from '../support/browser.ts';
import { useLive } from '../support/live.ts';
import { answerAsActing, answerForTheCentre, answerOnPaper, checkAndSign, circulate, decide, finishATask, letTheDeadlinePass, nameOf, readThePaper, states } from './minutes-steps.ts';

describe.skipIf(noBrowser).each([{ mode: 'with scripts', js: true }, { mode: 'without scripts', js: false }])('the minutes of meeting 1/2563, $mode', ({ js }) => {
  const house = useLive();
  const browser = useBrowser();

  it('go from the draft to a certified paper that anybody can verify, and to a closed task', { timeout: 240_000 }, async () => {
    const desk = await browser.open(house.origin, { js });
    await checkAndSign(desk);
    await circulate(desk);
    expect(await states(house.owner)).toEqual(['waiting']);
    await answerForTheCentre(desk, await nameOf(house.owner, 'clerk.ssc'));
    await answerAsActing(desk);
    await answerOnPaper(desk);
    await letTheDeadlinePass(desk);
    expect(await states(house.owner)).toEqual(['certified', 'certified-with-corrections', 'deemed']);
    await decide(desk);
    await house.settled();
    const certified = await house.owner.query<{ token: string }>('select verify_token as token from meetings.minutes where certified_on = $1', ['2020-11-10']);
    await readThePaper(desk, await browser.open(house.origin, { js }), String(certified.rows[0]?.token));
    await finishATask(desk);
    const { rows } = await house.owner.query<{ state: string; events: string }>(
      "select t.state, string_agg(e.kind, ' ' order by e.id) as events from assignments.task t join assignments.task_event e on e.task_id = t.id where t.title like 'ขับเคลื่อนระบบสารบรรณ%' group by t.id",
    );
    expect(rows).toEqual([{ state: 'closed', events: 'assigned reported closed' }]);
    expect(desk.complaints).toEqual([]);
  });
});
