/** The descriptions of the API, for programs and for people, are made from what answers. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { modules } from '../src/modules.ts';
import { apiSurface } from '../src/platform/http/api-calls.ts';
import { useApp } from './support/app.ts';

const house = useApp();

interface Operation {
  readonly summary: string;
  readonly operationId: string;
  readonly 'x-summary': { readonly th: string; readonly en: string };
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
  readonly requestBody?: { readonly content: Record<string, { schema: { properties: Record<string, unknown>; required?: string[] } }> };
  readonly responses: Record<string, unknown>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
}

const describe = async (lang: string) => (await house.anybody().get(`/api/openapi.json?lang=${lang}`)).json() as Document;

test('OpenAPI 3.1 is valid and names every call', async () => {
  const document = await describe('en');
  const { valid, errors } = await new Validator().validate(document as unknown as Record<string, unknown>);
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  expect(document.openapi).toBe('3.1.0');
  const named = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  expect(named.toSorted()).toEqual(apiSurface(modules).calls.map((call) => `${call.method} ${call.path.replaceAll(/:(\w+)/g, '{$1}')}`).toSorted());
  const ids = Object.values(document.paths).flatMap((methods) => Object.values(methods).map((one) => one.operationId));
  expect(new Set(ids).size).toBe(ids.length);
});

test('summaries are Thai or English as asked for, and both stand beside', async () => {
  const [th, en] = [await describe('th'), await describe('en')];
  expect(th.paths['/api/v1/inbox']?.['get']?.summary).toBe('เรื่องที่รอฉันดำเนินการ');
  expect(en.paths['/api/v1/inbox']?.['get']?.summary).toBe('What waits for me');
  expect(th.paths['/api/v1/inbox']?.['get']?.['x-summary']).toEqual({ th: 'เรื่องที่รอฉันดำเนินการ', en: 'What waits for me' });
});

test('a call that changes something says its fields, what is required, its key and its answers', async () => {
  const call = (await describe('en')).paths['/api/v1/tasks/new']?.['post'];
  const body = call?.requestBody?.content['application/json']?.schema;
  expect(Object.keys(body?.properties ?? {})).toEqual(['title', 'detail', 'owners', 'dueOn', 'committee']);
  expect(body?.required).toEqual(['title', 'owners']);
  expect(body?.properties['owners']).toMatchObject({ type: 'array', items: { type: 'integer' } });
  expect(body?.properties['dueOn']).toMatchObject({ type: 'string', format: 'date' });
  expect(call?.parameters.map((one) => one.name)).toEqual(['Idempotency-Key']);
  expect(Object.keys(call?.responses ?? {})).toEqual(expect.arrayContaining(['200', '401', '403', '409', '422', '429']));
});

test('the page lists every call, finds by words, and shows one with request and answer; it is open to anybody', async () => {
  const page = await house.anybody().get('/api');
  expect(page.statusCode).toBe(200);
  for (const { path } of apiSurface(modules).calls) expect(page.body, path).toContain(`>${path.slice('/api/v1'.length)}</code>`);
  const found = await house.anybody().get(`/api?q=${encodeURIComponent('มอบหมายงาน')}`);
  expect(found.body).toContain('/tasks/new');
  expect(found.body).toContain('Idempotency-Key: $(uuidgen)');
  expect(found.body).toContain('&quot;goTo&quot;');
  expect((await house.anybody().get('/api?q=xyzzy')).body).toContain('ไม่พบการเรียก');
});
