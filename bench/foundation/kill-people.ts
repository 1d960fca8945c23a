// What people do during the kill test, over HTTP with the forms of the pages: they issue circulars, acknowledge them for
// their units, circulate minutes, answer on them and take a circulation back.
import { demoPassword } from '../../src/modules/organisation/index.ts';
import { Browser, formOf, RefusedError } from '../support/browser.ts';

/** What went wrong, and what was tried again, by kind. */
export interface Tally {
  readonly errors: Map<string, number>;
  readonly retries: Map<string, number>;
}

/** Every act that got its answer, with what must be in the database for it. */
export interface Ledger extends Tally {
  readonly circulars: { readonly subject: string; readonly letterId: number }[];
  readonly acknowledged: { readonly letterId: number; readonly unit: string }[];
  readonly circulations: { readonly remark: string; readonly meetingId: number }[];
  readonly answers: { readonly remark: string; readonly meetingId: number; readonly answerId: number }[];
  readonly recalls: { readonly reason: string; readonly meetingId: number }[];
}

export function emptyLedger(): Ledger {
  return { circulars: [], acknowledged: [], circulations: [], answers: [], recalls: [], errors: new Map(), retries: new Map() };
}

export const count = (map: Map<string, number>, what: string, by = 1) => void map.set(what, (map.get(what) ?? 0) + by);
export const actsOf = (ledger: Ledger) => ledger.circulars.length + ledger.acknowledged.length + ledger.circulations.length + ledger.answers.length + ledger.recalls.length;

/** Who writes circulars in whose name, to which units; who acknowledges for a unit. */
const writers = [
  { username: 'head.kpr', unit: 'กพร.', to: ['ศสช.', 'สนข.', 'สลก.'] },
  { username: 'head.ssc', unit: 'ศสช.', to: ['กพร.', 'สนข.', 'สลก.'] },
  { username: 'acting.snp', unit: 'สนผ.', to: ['กพร.', 'ศสช.', 'สนข.', 'สลก.'] },
] as const;
const readers = [
  { username: 'clerk.kpr', unit: 'กพร.' },
  { username: 'clerk.ssc', unit: 'ศสช.' },
  { username: 'clerk.snk', unit: 'สนข.' },
  { username: 'clerk.slk', unit: 'สลก.' },
] as const;
/** Heads who answer on minutes; the circulation stays open, since others are addressed too. */
const answerers = ['head.ssc', 'acting.snp'] as const;
/** Browsers of one account at a time: two, so that they meet at one number series and one unit. */
const browsersEach = 2;

export interface Scene {
  readonly port: number | (() => number);
  readonly ledger: Ledger;
  readonly random: () => number;
  /** Unit ids by abbreviation. */
  readonly units: ReadonlyMap<string, number>;
  /** Signing position of a unit's head. */
  readonly seats: ReadonlyMap<string, number>;
  /** A meeting that was held, with minutes that nobody has signed yet. */
  readonly meetingId: number;
  /** Acts that everybody together shall do. */
  readonly wanted: number;
  /** True when the time is over. */
  readonly over: () => boolean;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const numberIn = (path: string) => Number(/\d+/.exec(path)?.[0]);

/** One act after another until the work is done; who is refused too often goes home. An act resolves with false when there was nothing to do. */
export async function actUntil(tally: Tally, finished: () => boolean, act: () => Promise<boolean>): Promise<void> {
  for (let refused = 0; !finished() && refused < 10; ) {
    try {
      if (!(await act())) await pause(20);
    } catch (error) {
      count(tally.errors, error instanceof RefusedError ? `refused ${error.message.replaceAll(/\d{2,}/g, '#')}` : `surprise ${(error as Error).message.replaceAll(/\d{2,}/g, '#')}`);
      refused += 1;
      await pause(200);
    }
  }
}

/** All of them at once; resolves when the wanted acts are done or the time is over. */
export async function peopleAtWork(scene: Scene): Promise<void> {
  const { ledger } = scene;
  let browsers = 0;
  const open = async (username: string) => {
    const browser = new Browser({ port: scene.port, from: `127.0.1.${++browsers}`, onRetry: (method, why) => count(ledger.retries, `${method} ${why}`) });
    await browser.signIn(username, demoPassword);
    return browser;
  };
  const finished = () => actsOf(ledger) >= scene.wanted || scene.over();
  const waiting = new Map<string, number[]>(readers.map((one) => [one.unit, []]));
  /** One act after another until the work is done. */
  const keepDoing = async (username: string, act: (browser: Browser) => Promise<boolean>) => {
    const browser = await open(username);
    await actUntil(ledger, finished, () => act(browser));
    browser.close();
  };

  let serial = 0;
  const write = (writer: (typeof writers)[number]) => async (browser: Browser) => {
    // Writers do not run away from readers: about as many circulars wait as people can see.
    if (Math.min(...[...waiting.values()].map((list) => list.length)) > 6) return false;
    const subject = `ขอแจ้งเรื่องที่ ${++serial} ของ ${writer.unit} (${Math.floor(scene.random() * 1e9)})`;
    const check = await browser.submit('/drafts/new?form=circular', '/drafts/new', {
      fromUnit: String(scene.units.get(writer.unit)), signer: String(scene.seats.get(writer.unit)), subject, body: 'ด้วยมีเรื่องแจ้งให้ทราบ\nจึงเรียนมาเพื่อโปรดทราบ',
      units: writer.to.map((unit) => String(scene.units.get(unit))), then: 'preview',
    });
    const href = await browser.submit(check, check.replace('/check', '/issue'));
    const letterId = numberIn(href);
    ledger.circulars.push({ subject, letterId });
    for (const unit of writer.to) waiting.get(unit)?.push(letterId);
    return true;
  };
  const acknowledge = (unit: string) => async (browser: Browser) => {
    const letterId = waiting.get(unit)?.shift();
    if (letterId === undefined) return false;
    await browser.submit(`/letters/${letterId}`, `/letters/${letterId}/acknowledge`);
    ledger.acknowledged.push({ letterId, unit });
    return true;
  };
  const sign = `/meetings/${scene.meetingId}/minutes/sign`;
  for (const username of ['minutes.kpr', 'head.kpr']) await (await open(username)).submit(sign, sign);
  const work = [
    ...writers.flatMap((writer) => Array.from({ length: browsersEach }, () => keepDoing(writer.username, write(writer)))),
    ...readers.flatMap((reader) => Array.from({ length: browsersEach }, () => keepDoing(reader.username, acknowledge(reader.unit)))),
    keepDoing('head.kpr', circulations(scene, await Promise.all(answerers.map(open)))),
  ];
  await Promise.all(work);
}

/** One round of a certification: circulate, two heads answer, taken back. Resolves after each round, having told the ledger of four acts. */
function circulations(scene: Scene, heads: readonly Browser[]): (browser: Browser) => Promise<boolean> {
  const { ledger, meetingId } = scene;
  const at = `/meetings/${meetingId}`;
  let round = 0;
  return async (secretary) => {
    const remark = `รอบที่ ${++round} (${Math.floor(scene.random() * 1e9)})`;
    await secretary.submit(`${at}/circulate`, `${at}/circulate`, { more: remark });
    ledger.circulations.push({ remark, meetingId });
    for (const head of heads) {
      const page = await head.page(`${at}/certify`);
      const action = /action="(\/meetings\/\d+\/certify\/\d+)"/.exec(page)?.[1];
      if (!action || !formOf(page, action)) throw new RefusedError(`${at}/certify has no answer to give`, { status: 200, location: '', body: '' });
      await head.submit(action, action, { answer: 'certified', remarks: remark });
      ledger.answers.push({ remark, meetingId, answerId: Number(action.split('/').pop()) });
    }
    await secretary.submit(`${at}/circulation/recall`, `${at}/circulation/recall`, { reason: remark });
    ledger.recalls.push({ reason: remark, meetingId });
    return true;
  };
}
