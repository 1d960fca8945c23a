// The pages of a clerk in a department with a million letters.
import { letterListings } from './letter-pages.ts';
import { numberByIlike, wordsByIlike } from '../baselines/letters-ilike.ts';
import { BenchDesk, type PageAsked } from '../support/desk.ts';
import { openHouse, type BenchHouse } from '../support/house.ts';
import { interleave, median, print, timed, type Side } from '../support/rounds.ts';
import { loadLetters, type LoadedLetters } from './letters-data.ts';
import { findLetters } from '../../src/modules/correspondence/features/search-letters/find-letters.ts';
import type { ReadTx } from '../../src/platform/db/database.ts';
import { mostHits } from '../../src/platform/search/search.ts';

/** Fewer for a trial: `KROM_BENCH_LETTERS=20000`. */
const letters = Number(process.env['KROM_BENCH_LETTERS'] ?? 1_000_000);
const username = 'clerk.ssc';
const perRound = 20;
const round = (n: number) => Number(n.toPrecision(4));
const msOf = (rate: number | undefined) => 1000 / (rate as number);

/** What is typed, and what a house without a search would be asked. */
interface Question {
  readonly typed: string;
  readonly ilike: (tx: ReadTx) => Promise<number>;
}

/** Words by how often people would meet them, and numbers as people type them. */
async function questionsOf({ house }: BenchDesk, { library, unitId }: LoadedLetters): Promise<Record<string, Question[]>> {
  const words = (ranks: readonly number[]) => ranks.map((rank): Question => {
    const word = library.vocabulary[rank] as string;
    return { typed: word, ilike: (tx) => wordsByIlike(tx, word, mostHits) };
  });
  const { rows } = await house.owner.query<{ reference: string; year: number }>(`select reference, year from correspondence.register_entry where owner_unit_id = $1 and book in ('outgoing', 'circular') and id > 10000000
    order by book desc, hashint8(id) limit 2`, [unitId]);
  const thai = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(0xe50 + Number(digit)));
  const numbers = rows.map(({ reference }, at): Question => ({ typed: at === 0 ? thai(reference).replaceAll(' ', '') : `ที่ ${thai(reference)}`, ilike: (tx) => numberByIlike(tx, reference) }));
  return { frequent: words([25, 58]), medium: words([320, 950]), rare: words([5_200, 12_500]), number: numbers };
}

async function measureSearch(desk: BenchDesk, loaded: LoadedLetters): Promise<void> {
  const { database } = desk.house.services;
  const told: Record<string, unknown> = {};
  const sums = { search: 0, ilike: 0 };
  for (const [name, questions] of Object.entries(await questionsOf(desk, loaded))) {
    const side = (label: string, one: (question: Question) => Promise<unknown>): Side => ({
      name: label,
      async round() {
        const times: number[] = [];
        for (const question of questions) times.push(await timed(() => one(question)));
        return { ms: median(times), pieces: 1 };
      },
    });
    const search = ({ typed }: Question) => database.read(desk.actor, (tx) => findLetters(tx, typed, {}));
    const { rates } = await interleave([side('search', search), side('ilike', ({ ilike }) => database.read(desk.actor, ilike))]);
    const [own, without] = [msOf(rates['search']), msOf(rates['ilike'])];
    sums.search += own;
    sums.ilike += without;
    const hits = await Promise.all(questions.map(async (question) => (await search(question)).letters.length));
    told[name] = { search_ms: round(own), ilike_ms: round(without), times: round(without / own), hits };
  }
  print('letter_search_vs_ilike', sums.ilike / sums.search, { ...told, counted_to: mostHits });
}

async function measureInbox(desk: BenchDesk): Promise<void> {
  const page = await desk.look('/', '<span class="row-no">');
  const { rates } = await interleave([desk.getSide('get', page, perRound), desk.replaySide('replay', page, perRound)]);
  const [get, again] = [msOf(rates['get']), msOf(rates['replay'])];
  print('inbox_vs_statements', get / again, { get_ms: round(get), replay_ms: round(again), messages: page.messages.length, rows_shown: page.shown });
}

async function measureRegister(desk: BenchDesk, first: PageAsked, last: PageAsked): Promise<void> {
  const { rates } = await interleave([desk.getSide('first', first, perRound), desk.getSide('last', last, perRound), desk.replaySide('first_replay', first, perRound), desk.replaySide('last_replay', last, perRound)]);
  const [a, b] = [msOf(rates['first']), msOf(rates['last'])];
  print('register_page_growth', b / a, { first_ms: round(a), last_ms: round(b), first_statements_ms: round(msOf(rates['first_replay'])), last_statements_ms: round(msOf(rates['last_replay'])), rows_shown: [first.shown, last.shown] });
}

/** The statement that looks at most rows for what is shown: of the page, or given back by itself where that is more. */
async function measurePlans(desk: BenchDesk, pages: readonly PageAsked[]): Promise<void> {
  const told: { page: string; factor: number; read: number; shown: number; statement: string }[] = [];
  for (const page of pages) {
    for (const { text, returned, read } of await desk.statementsOf(page)) {
      const shown = Math.max(1, page.shown, returned);
      told.push({ page: page.path, factor: read / shown, read, shown, statement: text.replaceAll(/\s+/g, ' ').trim().slice(0, 160) });
    }
  }
  const worst = (path: string) => told.filter(({ page }) => page === path).reduce((a, b) => (b.factor > a.factor ? b : a));
  const each = pages.map(({ path }) => worst(path)).sort((a, b) => b.factor - a.factor);
  print('plan_rows_factor', each[0]?.factor ?? 0, { worst: each[0], pages: Object.fromEntries(each.map(({ page, factor, read, shown }) => [decodeURIComponent(page), { factor: round(factor), read, shown }])) });
}

async function measure(house: BenchHouse): Promise<void> {
  const { rows } = await house.owner.query<{ unit: number }>(
    `select p.unit_id as unit from organisation.account a join organisation.holding h on h.person_id = a.person_id and h.main join organisation.position p on p.id = h.position_id where a.login = $1`, [username]);
  const unitId = rows[0]?.unit as number;
  let loaded: LoadedLetters | undefined;
  const ms = await timed(async () => (loaded = await loadLetters(house, letters, unitId)));
  const { visible, megabytes } = loaded as unknown as LoadedLetters;
  print('letters_load_s', ms / 1000, { letters, visible, megabytes });
  const desk = await BenchDesk.open(house, username);
  try {
    const pages = await letterListings(desk, loaded as unknown as LoadedLetters);
    await measureInbox(desk);
    await measureRegister(desk, pages.firstOfRegister, pages.lastOfRegister);
    await measurePlans(desk, pages.all);
    await measureSearch(desk, loaded as unknown as LoadedLetters);
  } finally {
    await desk.close();
  }
}

/** Inbox, register, lists and search with a million letters (`KROM_BENCH_LETTERS`), of which the clerk sees about a third. */
export async function benchLetters(): Promise<void> {
  const house = await openHouse();
  try {
    await measure(house);
  } finally {
    await house.close();
  }
}
