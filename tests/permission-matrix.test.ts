/**
 * Who gets what: every route asked by every role, in one reviewed table (permission-matrix.snap.md). A change of the
 * table is a change of rights and must be looked at. After looking: npm run test -- tests/permission-matrix.test.ts -u
 *
 * Every change is taken back at once, so each question meets the same demo.
 */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { createIdentify, signInPaths } from '../src/house.ts';
import { modules } from '../src/modules.ts';
import { methodOf, routesOf } from '../src/platform/http/boot-checks.ts';
import type { RouteDefinition, RoutePermission } from '../src/platform/http/define.ts';
import { makeFormKey } from '../src/platform/http/form-key.ts';
import type { Role } from '../src/platform/module.ts';
import { useApp } from './support/app.ts';
import { circulateDraft, heldMeeting } from './support/certification.ts';
import { demoAddresses } from './support/demo-records.ts';
import { layExtras } from './support/extras.ts';
import { ForgettingDatabase } from './support/forgetting-database.ts';
import { makeOfficer, openSessionOf, unitId } from './support/people.ts';

const house = useApp();
const roles = ['clerk', 'unit-head', 'secretariat', 'executive', 'organisation-admin', 'auditor', 'system-admin'] as const satisfies readonly Role[];
/** Columns: nobody; an officer of another unit; an officer of กพร. with no role; officers of กพร. with exactly one. */
const columns = ['public', 'staff elsewhere', 'staff', ...roles] as const;
type Column = (typeof columns)[number];

interface Asked {
  readonly route: RouteDefinition;
  readonly answers: Readonly<Record<Column, string>>;
}

const browser = 'browser-of-the-matrix-0001';
let app: FastifyInstance;
let asked: Asked[];
const surprises: string[] = [];

beforeAll(async () => {
  const database = new ForgettingDatabase({ url: house.db.appUrl });
  const services = { ...house.services, database };
  app = await createApp({ services, modules, identify: createIdentify(modules), paths: signInPaths, rateLimit: 0 });
  const people = new Map<Column, number>();
  const kpr = await unitId(house.db.owner, 'กพร.');
  people.set('staff elsewhere', await makeOfficer(house.db.owner, await unitId(house.db.owner, 'กตส.'), undefined));
  people.set('staff', await makeOfficer(house.db.owner, kpr, undefined));
  for (const role of roles) people.set(role, await makeOfficer(house.db.owner, kpr, role));
  await layRecords(people);
  const fill = await demoAddresses(house.db.owner);
  asked = [];
  for (const route of routesOf(modules)) {
    const answers = {} as Record<Column, string>;
    for (const column of columns) answers[column] = await ask(route, fill(route.path).path, people.get(column));
    asked.push({ route, answers });
  }
  await database.close();
}, 300_000);
afterAll(async () => app?.close());

/** Records in the states that steps need; the clerk of the table answers for กพร., its officer without a role was asked and invited. */
async function layRecords(people: ReadonlyMap<Column, number>): Promise<void> {
  const { owner } = house.db;
  await layExtras(house);
  const { meeting, answers } = await circulateDraft(house);
  const clerk = await house.as('clerk.kpr');
  const asked = await clerk.post(`/meetings/${meeting}/certify/${answers.get('กพร.')}/consult`, { people: String(people.get('staff')), note: '' });
  if (asked.statusCode !== 303) throw new Error(`nobody was asked: ${asked.statusCode}`);
  await owner.query("update meetings.circulation_answer set answerers = answerers || $1::int where unit = 'กพร.'", [people.get('clerk')]);
  await heldMeeting(house, '2 พ.ย. 2563', 'signed');
  await heldMeeting(house, '3 พ.ย. 2563', 'begun');
  await owner.query("update meetings.invitation i set answerers = answerers || $1::int from meetings.meeting m where m.id = i.meeting_id and m.state = 'invited'", [people.get('staff')]);
  await owner.query("update meetings.meeting set readers = readers || $1::int where state = 'invited'", [people.get('staff')]);
}

/** Asks a route once, in a session of its own, and puts the answer into a word. */
async function ask(route: RouteDefinition, path: string, personId: number | undefined): Promise<string> {
  const cookies: Record<string, string> = { krom_browser: browser };
  let sealedTo = browser;
  if (personId !== undefined) {
    const { token, sessionId } = await openSessionOf(house.db.owner, personId);
    cookies['krom_session'] = token;
    sealedTo = `${browser}:${sessionId}`;
  }
  const method = methodOf(route);
  const isForm = route.type === 'action';
  const key = makeFormKey(house.formSecret(), sealedTo);
  const answer = await app.inject({
    method,
    url: path,
    cookies,
    ...(method === 'GET' ? {} : isForm ? { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: `_key=${key}` } : { headers: { 'content-type': 'application/json', 'idempotency-key': 'matrix-question' }, payload: '{}' }),
  });
  const { statusCode } = answer;
  if (statusCode >= 500) surprises.push(`${method} ${route.path}: ${statusCode} for ${personId ?? 'the public'}`);
  if (statusCode === 303 && String(answer.headers.location).startsWith('/sign-in')) return route.path === '/sign-out' && personId !== undefined ? 'yes' : 'sign in';
  if (statusCode === 403) return 'no';
  if (statusCode === 404) return '404';
  if (statusCode === 422 || statusCode === 409) return 'back';
  return statusCode === 200 || statusCode === 303 ? 'yes' : String(statusCode);
}

function permissionWords(permission: RoutePermission): string {
  if (typeof permission === 'string') return `\`${permission}\``;
  return 'public' in permission ? `public: ${permission.public}` : `signed in: ${permission.signedIn}`;
}

function table(): string {
  const module = (route: RouteDefinition) => modules.find((one) => one.routes?.includes(route))?.name ?? '';
  const lines = asked.map(({ route, answers }) => `| ${module(route)} | ${methodOf(route)} | \`${route.path}\` | ${permissionWords(route.permission)} | ${columns.map((column) => answers[column]).join(' | ')} |`);
  return [
    '# Who gets what',
    '',
    'Made by `tests/permission-matrix.test.ts`; look at every change of it before you take it over with `-u`.',
    'Records are those of กพร.; every role is held everywhere and alone, by an officer of กพร. **yes**: the page is shown or the step done · **back**: the form, sent empty, comes back with what it lacks or why this person cannot do the step now · **no**: 403 · **404**: for this person the record does not exist · **sign in**: led to the sign-in page.',
    '',
    `| module | | address | permission | ${columns.join(' | ')} |`,
    `|---|---|---|---|${columns.map(() => '---|').join('')}`,
    ...lines,
    '',
  ].join('\n');
}

test('the table of rights is the one that was looked at', async () => {
  await expect(table()).toMatchFileSnapshot('permission-matrix.snap.md');
});

test('no route surprises, whoever asks', () => {
  expect(surprises).toEqual([]);
});

test('the public gets nothing but what is declared public', () => {
  const open = asked.filter(({ route, answers }) => !(typeof route.permission === 'object' && 'public' in route.permission) && !['sign in', 'no'].includes(answers.public));
  expect(open.map(({ route }) => route.path)).toEqual([]);
});

test('a permission is worth exactly what the modules declare: who lacks it is refused, whatever the record', () => {
  const holders = new Map(modules.flatMap((module) => module.permissions ?? []).map(({ key, roles: held }) => [key, held]));
  const wrong: string[] = [];
  for (const { route, answers } of asked) {
    if (typeof route.permission !== 'string') continue;
    const held = holders.get(route.permission) as readonly Role[];
    for (const role of ['staff', ...roles] as const) {
      const may = held.includes(role) || held.includes('staff');
      if (!may && answers[role] !== 'no') wrong.push(`${route.path} answers ${role} with ${answers[role]}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('every page and file can be opened by somebody', () => {
  const shut = asked.filter(({ route, answers }) => ['page', 'download'].includes(route.type) && !Object.values(answers).includes('yes')).map(({ route }) => route.path);
  expect(shut.filter((path) => !(path in opensForNobody))).toEqual([]);
});

/** Pages that need a record which the demo has not, each with where they are tested. */
const opensForNobody: Readonly<Record<string, string>> = {
  '/reset-password/:token': 'tests/journeys/every-day.browser.test.ts',
  '/meetings/:id/suggestions': 'tests/journeys/minutes.browser.test.ts',
  '/meetings/:id/certify/:answer/receipt': 'tests/journeys/minutes.browser.test.ts',
  '/meetings/:id/certify/:answer/reply.pdf': 'tests/journeys/minutes.browser.test.ts',
  '/meetings/:id/difference.pdf': 'tests/journeys/minutes.browser.test.ts',
  '/account/security/passkeys/:id': 'src/modules/organisation/features/sign-in-passkey/passkeys.browser.test.ts',
  '/account/security/providers/:id': 'src/modules/organisation/features/link-identity',
  '/system/sign-in-providers/:id': 'src/modules/organisation/features/keep-providers',
  '/signing/remote/:id': 'src/modules/signatures/remote/sign-remotely.test.ts',
  '/adoption/training/imports/:id': 'src/modules/adoption/adoption.test.ts',
  '/performance/:year/forms/imports/:id': 'src/modules/performance/indicators/import-forms.test.ts',
  '/performance/:year/collect/:round/imports/:import': 'src/modules/performance/collecting/collecting.test.ts',
  '/performance/:year/open-data/scores.csv': 'src/modules/performance/scores/scores.http.test.ts',
  '/performance/:year/open-data/scores.json': 'src/modules/performance/scores/scores.http.test.ts',
  '/performance/pmqa/:year/assess': 'src/modules/performance/pmqa/pmqa.http.test.ts',
  '/performance/pmqa/:year/assess/:item': 'src/modules/performance/pmqa/pmqa.http.test.ts',
  '/performance/:year/book/:book/file': 'tests/journeys/performance.test.ts',
  '/performance/pmqa/editions/imports/:id': 'src/modules/performance/pmqa/editions.http.test.ts',
  '/help/:id/file': 'src/modules/help/help.test.ts',
  '/help/:id/clip': 'src/modules/help/help.test.ts',
  '/help/:id/captions': 'src/modules/help/help.test.ts',
  '/register/exports/:id/file': 'src/modules/correspondence/registers/register-package.test.ts',
  '/register/imports/:id': 'src/modules/correspondence/registers/register-import.test.ts',
  '/register/imports/:id/verdicts.xlsx': 'src/modules/correspondence/registers/register-import.test.ts',
  '/letters/:id/committee': 'src/modules/correspondence/orders/orders.http.test.ts',
  '/letters/:id/committee/:committee': 'src/modules/correspondence/orders/orders.http.test.ts',
  '/import/:id': 'src/modules/organisation/features/import-table/import-table.test.ts',
  '/import/:id/verdicts.xlsx': 'src/modules/organisation/features/import-table/import-table.test.ts',
  '/system/search-words/:id': 'src/modules/system',
  '/system/search-words/file/:id': 'src/modules/system',
  '/incoming/:id/files/:n': 'src/modules/correspondence/received/receive.http.test.ts',
  '/incoming/:id/stamped.pdf': 'src/modules/correspondence/received/receive.http.test.ts',
  '/incoming/:id/picture.png': 'src/modules/correspondence/received/receive.http.test.ts',
  '/reserved-numbers/:id': 'src/modules/correspondence/registers/numbers.http.test.ts',
  '/account/certificates/:id': 'src/modules/signatures/certificates/certificates.http.test.ts: the holder alone',
  '/account/certificates/:id/request.csr': 'src/modules/signatures/certificates/certificates.http.test.ts: the holder alone',
  '/search/hits.csv': 'src/modules/desk: answers only a question',
};
