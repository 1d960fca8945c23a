/**
 * The API against the house itself: every route is a call or says why not, every call that reads answers the demo as
 * its contract says (the app of tests holds each answer against its own schema), and a page's rights are the call's.
 */
import { beforeAll, expect, test } from 'vitest';
import { modules } from '../src/modules.ts';
import { apiSurface, type ApiCall } from '../src/platform/http/api-calls.ts';
import { program, type ApiClient } from './support/api.ts';
import { useApp } from './support/app.ts';
import { circulateDraft, heldMeeting } from './support/certification.ts';
import { demoAddresses, type FilledAddress } from './support/demo-records.ts';
import { layExtras } from './support/extras.ts';

const house = useApp();
const { calls, gaps } = apiSurface(modules);
const reads = calls.filter((call): call is Extract<ApiCall, { kind: 'read' }> => call.kind === 'read');
let fill: (pattern: string) => FilledAddress;
let programs: ApiClient[];

beforeAll(async () => {
  await layExtras(house);
  await circulateDraft(house);
  await heldMeeting(house, '2 พ.ย. 2563', 'signed');
  await heldMeeting(house, '3 พ.ย. 2563', 'begun');
  fill = await demoAddresses(house.db.owner);
  programs = await Promise.all(['minutes.kpr', 'head.kpr', 'clerk.kpr', 'admin', 'secretary.ssk', 'hr'].map((login) => program(house, login).catch(() => undefined))).then((all) => all.filter((one) => one !== undefined));
}, 120_000);

test('every page, file and action is open to programs or says why not', () => {
  expect(gaps.filter((gap) => !gap.reason?.trim()).map((gap) => `${gap.method} ${gap.path}`)).toEqual([]);
});

test('no reason and no words are left over from a route that is gone', () => {
  const left: string[] = [];
  for (const module of modules) {
    const paths = new Set((module.routes ?? []).map((route: { path: string }) => route.path));
    const { reads: contracts = [], writes = {}, files = {}, none = {} } = module.api ?? {};
    for (const path of [...contracts.map((one) => one.page), ...Object.keys(writes), ...Object.keys(files)]) if (!paths.has(path)) left.push(`${module.name} ${path}`);
    for (const key of Object.keys(none)) if (!key.endsWith('/*') && !paths.has(key.replace(/^\w+ /, ''))) left.push(`${module.name} ${key}`);
  }
  expect(left).toEqual([]);
});

test('every call says in Thai and English what it does', () => {
  expect(calls.filter(({ summary }) => !summary.th.trim() || !summary.en.trim() || summary.th === summary.en).map((call) => call.path)).toEqual([]);
});

test('nothing that signs in, changes a password or makes a token is a call', () => {
  expect(calls.filter((call) => call.kind === 'write' && /sign-|password|\/account|token|security|passkey|factor|national-id/.test(call.path)).map((call) => call.path)).toEqual([]);
});

test.each(reads.map((call) => [call.path, call] as const))('%s answers what its contract says', async (path, call) => {
  const page = fill(call.route.path).path;
  const address = call.path === `/api/v1${call.route.path}` ? page : call.contract.path;
  const found = [];
  for (const one of programs) {
    const answer = await one.get(address);
    found.push(answer.statusCode);
    expect(answer.statusCode, answer.body.slice(0, 600)).toBeLessThan(500);
    if (answer.statusCode === 200) expect(answer.json()).toHaveProperty('data');
  }
  if (!(path in answersNobody)) expect(found, address).toContain(200);
});

/** Calls that need a record which the demo has not, each with where they are tried. */
const answersNobody: Readonly<Record<string, string>> = {
  '/api/v1/meetings/:id/suggestions': 'tests/api-writes.test.ts',
  '/api/v1/meetings/:id/certify/:answer/receipt': 'tests/api-writes.test.ts',
  '/api/v1/certify/consult/:consultation': 'tests/api-writes.test.ts',
  '/api/v1/register/exports/:id': 'the page: src/modules/correspondence/registers/register-package.test.ts',
  '/api/v1/register/imports/:id': 'the page: src/modules/correspondence/registers/register-import.test.ts',
  '/api/v1/letters/:id/committee': 'the page: src/modules/correspondence/orders/orders.http.test.ts',
  '/api/v1/letters/:id/committee/:committee': 'the page: src/modules/correspondence/orders/orders.http.test.ts',
  '/api/v1/performance/pmqa/:year/assess': 'for assessors alone: src/modules/performance/pmqa/pmqa.http.test.ts',
  '/api/v1/performance/pmqa/:year/assess/:item': 'for assessors alone: src/modules/performance/pmqa/pmqa.http.test.ts',
  '/api/v1/signing/:id': 'the page: src/modules/signatures/requests/signing.http.test.ts',
  '/api/v1/import/:id': 'the page: src/modules/organisation/features/import-table/import-table.test.ts',
  '/api/v1/system/search-words/:id': 'the page: src/modules/system/features/keep-search-words',
};
