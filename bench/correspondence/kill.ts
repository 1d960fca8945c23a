// `kill_errors` of correspondence: sixteen clerks number letters in sixteen series and more of them in one, reserve
// numbers, use them and register what comes in, while two web processes, the worker and the database are killed.
import { killWhileAtWork, setting, type KilledWork, type WorkLimits } from '../foundation/kill-run.ts';
import { actUntil, count } from '../foundation/kill-people.ts';
import { killTwoWebs } from '../platform/kill.ts';
import { Browser, RefusedError } from '../support/browser.ts';
import type pg from 'pg';
import { demoPassword } from '../../src/modules/organisation/index.ts';
import { checkNumbers, emptyNumbers, numbersOf, type NumberLedger } from './kill-numbers.ts';
import { openUnits, type BenchUnit } from './office.ts';

/** Clerks of the unit in whose one series many number at once. */
const atOneSeries = 4;
const numberIn = (path: string) => Number(/\d+/.exec(path)?.[0]);

/** One act of a clerk, by chance: two letters to one reservation (which is used) and one letter received. */
async function act(browser: Browser, unit: BenchUnit, to: readonly number[], ledger: NumberLedger, random: () => number): Promise<boolean> {
  const name = `ที่ ${++ledger.serial} (${Math.floor(random() * 1e9)})`;
  const chance = random();
  if (chance < 0.5) {
    const subject = `ขอส่งเอกสาร${name}`;
    const check = await browser.submit('/drafts/new?form=memo', '/drafts/new', { fromUnit: String(unit.unitId), signer: String(unit.seatId), subject, body: 'ด้วยมีเอกสารส่งมา\nจึงเรียนมาเพื่อโปรดทราบ', units: to.map(String), then: 'preview' });
    const href = await browser.submit(check, check.replace('/check', '/issue-paper'));
    ledger.letters.push({ subject, letterId: numberIn(href) });
  } else if (chance < 0.75) {
    const reason = `จองไว้${name}`;
    const list = await browser.submit(`/reserved-numbers?unit=${unit.unitId}`, `/reserved-numbers/of/${unit.unitId}`, { book: 'outgoing', count: '1', reason });
    ledger.reserved.push({ reason });
    const row = (await browser.page(list)).split('<tr').find((text) => text.includes(reason));
    const at = /href="(\/reserved-numbers\/\d+)"/.exec(row ?? '')?.[1];
    if (!at) throw new RefusedError(`${list} does not show what was reserved`, { status: 200, location: '', body: '' });
    const subject = `หนังสือนอกระบบ${name}`;
    await browser.submit(at, `${at}/enter`, { to: 'สำนักงานภายนอก', subject });
    ledger.entered.push({ subject, entryId: numberIn(at), reason });
  } else {
    const subject = `หนังสือเข้า${name}`;
    const href = await browser.submit(`/incoming/new?unit=${unit.unitId}`, '/incoming/new', { unit: String(unit.unitId), from: 'หน่วยงานภายนอก', reference: `ทส ${1000 + ledger.serial}/${ledger.serial}`, subject });
    ledger.received.push({ subject, receivedId: numberIn(href) });
  }
  return true;
}

async function clerksAtWork(owner: pg.Pool, limits: WorkLimits, port: () => number): Promise<KilledWork> {
  const ledger = emptyNumbers();
  const { each, shared } = await openUnits(owner);
  const people = [...each.map((unit) => ({ unit, login: unit.clerks[0] as string })), ...shared.clerks.slice(0, atOneSeries).map((login) => ({ unit: shared, login }))];
  const finished = () => numbersOf(ledger) >= limits.wanted || limits.over();
  return {
    tally: ledger,
    acts: () => numbersOf(ledger),
    async people() {
      await Promise.all(people.map(async ({ unit, login }, at) => {
        const browser = new Browser({ port, from: `127.0.2.${at + 1}`, onRetry: (method, why) => count(ledger.retries, `${method} ${why}`) });
        await browser.signIn(login, demoPassword);
        const to = each.filter((one) => one !== unit).slice(at % 8, (at % 8) + 2).map(({ unitId }) => unitId);
        await actUntil(ledger, finished, () => act(browser, unit, to, ledger, limits.random));
        browser.close();
      }));
    },
    check: (after) => checkNumbers(after, ledger),
    told: () => ({
      clerks: people.length, series: each.length + 1, letters: ledger.letters.length, reserved: ledger.reserved.length, used: ledger.entered.length, received: ledger.received.length,
    }),
  };
}

/** Settings: `killWhileAtWork`, and `KROM_BENCH_PORT` for another pair of ports than 24957 and 24958. */
export const benchKill = (): Promise<void> =>
  killTwoWebs(setting('KROM_BENCH_PORT', 24_957), (house) => killWhileAtWork(house, (owner, limits) => clerksAtWork(owner, limits, house.port as () => number)));
