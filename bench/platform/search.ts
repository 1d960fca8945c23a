import { searchIlike } from '../baselines/search-ilike.ts';
import { recordMessages, replay } from '../baselines/replay.ts';
import { HttpClient } from '../support/http-client.ts';
import { openHouse, type BenchHouse } from '../support/house.ts';
import { randomFrom } from '../support/random.ts';
import { interleave, median, print, timed, type Side } from '../support/rounds.ts';
import { createLibrary, fillLibrary, type Library } from './search-data.ts';
import { systemActor, type Actor } from '../../src/platform/access/actor.ts';
import { sql } from '../../src/platform/db/database.ts';
import { fold } from '../../src/platform/search/fold.ts';
import { isAmongHits, mostHits, search } from '../../src/platform/search/search.ts';
import { textsOf, find } from '../../src/platform/search/find.ts';
import { readQuestion } from '../../src/platform/search/question.ts';
import { clusters } from '../../src/thai/index.ts';
import { modules } from '../../src/modules.ts';

const username = 'clerk.ssc';
/** Fewer for a trial: `KROM_BENCH_DOCUMENTS=20000`. */
const documents = Number(process.env['KROM_BENCH_DOCUMENTS'] ?? 200_000);
const pieces = Number(process.env['KROM_BENCH_PIECES'] ?? 1_500);
const type = 'assignments.task';
const firstTask = 1_000_000;
const sources = modules.flatMap((module) => module.search ?? []);
const round = (ms: number) => Number(ms.toPrecision(4));

/** Words by how often people would meet them: of rank 10 to 60, 300 to 1,500, 5,000 to 20,000. */
const classes = { frequent: [12, 25, 40, 58], medium: [320, 600, 950, 1_400], rare: [5_200, 8_000, 12_500, 19_000] } as const;
type Class = keyof typeof classes;

interface Desk {
  readonly house: BenchHouse;
  readonly library: Library;
  readonly actor: Actor;
  readonly cookie: string;
}

async function prepare(house: BenchHouse): Promise<Desk> {
  const { owner, services } = house;
  const { rows: units } = await owner.query<{ id: number }>('select id from organisation.unit order by id limit 60');
  const { rows: own } = await owner.query<{ unit: number }>(
    `select p.unit_id as unit from organisation.account a join organisation.holding h on h.person_id = a.person_id and h.main join organisation.position p on p.id = h.position_id where a.login = $1`, [username]);
  const unitId = (own[0] as { unit: number }).unit;
  const library = createLibrary(documents, unitId, units.map((unit) => unit.id).filter((id) => id !== unitId));
  const loaded = await timed(() => fillLibrary(owner, services.database, library, documents, firstTask));
  await services.database.write(systemActor('bench'), (tx) => sql`select platform.search_count_words()`.execute(tx.db));
  const { rows: size } = await owner.query(`select pg_total_relation_size('platform.search_document') as all, pg_relation_size('platform.search_document_find') as index,
    (select count(*)::int from assignments.task where readers && array[$1::int]) as visible`, [unitId]);
  print('search_load_s', loaded / 1000, { documents, visible: size[0].visible, megabytes: Math.round(size[0].all / 1e6), index_megabytes: Math.round(size[0].index / 1e6) });
  const app = await house.app();
  const cookie = await house.signIn(app, username);
  await app.close();
  const token = /krom_session=([^;]+)/.exec(cookie)?.[1] ?? '';
  const actor = await house.identify(services.database, token, services.clock.today());
  if (!actor) throw new Error('nobody is signed in');
  return { house, library, actor, cookie };
}

/** Against ILIKE on title and body: each round asks every question of the mix once. */
async function measureIlike({ house, library, actor }: Desk): Promise<void> {
  const { database } = house.services;
  const words = (name: Class) => classes[name].map((rank) => library.vocabulary[rank] as string);
  const ask = (text: string) => database.read(actor, (tx) => search(tx, sources, text, { limit: 20 }));
  const ilike = (text: string) => database.read(actor, (tx) => searchIlike(tx, text, mostHits));
  const told: Record<string, unknown> = {};
  const sums = { search: 0, ilike: 0 };
  for (const name of Object.keys(classes) as Class[]) {
    const side = (label: string, one: (text: string) => Promise<unknown>): Side => ({
      name: label,
      async round() {
        const times: number[] = [];
        for (const text of words(name)) times.push(await timed(() => one(text)));
        return { ms: median(times), pieces: 1 };
      },
    });
    const { rates } = await interleave([side('search', ask), side('ilike', ilike)]);
    const [own, base] = [1000 / (rates['search'] as number), 1000 / (rates['ilike'] as number)];
    sums.search += own;
    sums.ilike += base;
    const totals = await Promise.all(words(name).map(async (text) => (await ask(text)).total));
    told[name] = { search_ms: round(own), ilike_ms: round(base), times: round(base / own), hits: totals };
  }
  print('search_vs_ilike', sums.ilike / sums.search, { ...told, counted_to: mostHits });
}

/** The page over HTTP against the replay of its own messages. */
async function measurePage({ house, library, cookie }: Desk): Promise<void> {
  const address = `/search?q=${encodeURIComponent(library.vocabulary[600] as string)}`;
  const watched = await house.app();
  const once = () => watched.inject({ url: address, headers: { cookie } });
  const first = await once();
  const shown = first.body.split('class="hit-title"').length - 1;
  const messages = await recordMessages(once);
  await watched.close();
  const app = await house.app();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const place = app.server.address();
  const http = new HttpClient();
  const client = await house.services.database.pool.connect();
  const perRound = 15;
  try {
    const url = `http://127.0.0.1:${typeof place === 'object' ? place?.port : ''}${address}`;
    const { rates } = await interleave([
      { name: 'get', round: async () => ({ ms: median((await http.ask({ url, cookie, count: perRound, must: { text: 'class="hit-title"', times: shown } })).ms), pieces: 1 }) },
      {
        name: 'replay',
        async round() {
          const times: number[] = [];
          for (let at = 0; at < perRound; at += 1) times.push(await timed(() => replay(client, messages)));
          return { ms: median(times), pieces: 1 };
        },
      },
    ]);
    const [get, again] = [1000 / (rates['get'] as number), 1000 / (rates['replay'] as number)];
    print('search_vs_statements', get / again, { get_ms: round(get), replay_ms: round(again), messages: messages.length, hits_shown: shown });
  } finally {
    http.close();
    client.release();
    await app.close();
  }
}

/** Pieces of 2 to 40 letters cut out of visible documents anywhere between two letters: is the document among the hits as typed? */
async function measureHits({ house, library, actor }: Desk): Promise<void> {
  const { database } = house.services;
  const random = randomFrom(40);
  const seen: Record<Class, { asked: number; found: number }> = { frequent: { asked: 0, found: 0 }, medium: { asked: 0, found: 0 }, rare: { asked: 0, found: 0 } };
  const missed: string[] = [];
  let [tooShort, tries] = [0, 0];
  while (seen.frequent.asked + seen.medium.asked + seen.rare.asked < pieces && tries < pieces * 20) {
    tries += 1;
    const document = library.document(Math.floor(random() * documents));
    if (!document.readers.some((id) => actor.principals.includes(id))) continue;
    const letters = clusters(`${random() < 0.15 ? document.title : document.body}`);
    const length = 2 + Math.floor(random() * 39);
    const from = Math.floor(random() * Math.max(1, letters.length - length));
    const text = letters.slice(from, from + length).join('');
    const question = readQuestion(text);
    if (!question) {
      tooShort += 1;
      continue;
    }
    const found = await database.read(actor, (tx) => isAmongHits(tx, sources, text, { type, id: firstTask + document.id }));
    // How common a piece is goes by its letters: short ones are everywhere, long ones stand in one place.
    const name: Class = length <= 4 ? 'frequent' : length <= 10 ? 'medium' : 'rare';
    seen[name].asked += 1;
    if (found) seen[name].found += 1;
    else missed.push(text);
  }
  const asked = seen.frequent.asked + seen.medium.asked + seen.rare.asked;
  const found = seen.frequent.found + seen.medium.found + seen.rare.found;
  print('search_hit_rate', found / asked, { ...seen, pieces: asked, without_two_letters: tooShort, missed: missed.slice(0, 5) });
}

/** Phrases in quotation marks: does every hit contain the phrase? */
async function measurePhrases({ house, library, actor }: Desk): Promise<void> {
  const { database } = house.services;
  const random = randomFrom(41);
  let [hits, right, asked] = [0, 0, 0];
  const wrong: string[] = [];
  for (let n = 0; n < 120; n += 1) {
    const letters = clusters(library.document(Math.floor(random() * documents)).body);
    const length = 3 + Math.floor(random() * 12);
    const from = Math.floor(random() * (letters.length - length));
    const phrase = n % 2 ? (library.vocabulary[10 + Math.floor(random() * 5_000)] as string) : letters.slice(from, from + length).join('').replace(/["“”]/g, '');
    const question = readQuestion(`"${phrase}"`);
    if (!question) continue;
    asked += 1;
    await database.read(actor, async (tx) => {
      const { rows } = await find(tx, sources, question, {});
      for (const text of (await textsOf(tx, rows)).values()) {
        hits += 1;
        if ([text.title, text.reference ?? '', text.body].some((part) => fold(part).includes(fold(phrase)))) right += 1;
        else wrong.push(phrase);
      }
    });
  }
  print('search_precision', hits === 0 ? 0 : right / hits, { phrases: asked, hits, wrong: wrong.slice(0, 5) });
}

/**
 * The search of a house with 200,000 documents of which the actor sees about a third: against ILIKE, its page against
 * its own statements, and whether it finds what stands there and nothing else.
 */
export async function benchSearch(): Promise<void> {
  const house = await openHouse();
  try {
    const desk = await prepare(house);
    await measureIlike(desk);
    await measurePage(desk);
    await measureHits(desk);
    await measurePhrases(desk);
  } finally {
    await house.close();
  }
}
