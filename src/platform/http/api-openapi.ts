// The description of the API for programs: OpenAPI 3.1, made from the same definitions that answer.
import { z } from 'zod';
import type { Field } from '../forms/fields.ts';
import type { AnyForm } from '../forms/form.ts';
import type { KromModule } from '../module.ts';
import type { Language, Words } from '../words.ts';
import { apiRoot, apiSurface, type ApiCall } from './api-calls.ts';
import { isPublic } from './context.ts';

/** A JSON Schema, or an object of an OpenAPI document. */
export type Json = { readonly [name: string]: unknown };

const words = {
  title: { th: 'กรม (Krom): API', en: 'Krom: API' },
  about: {
    th: `ทุกอย่างที่หน้าจอทำได้ โปรแกรมทำได้ที่ ${apiRoot} ด้วยสิทธิของเจ้าของโทเคน วันที่เป็น ค.ศ. รูปแบบ YYYY-MM-DD เวลาเป็น ISO 8601 (UTC)`,
    en: `What the screens do, programs do under ${apiRoot}, with the rights of the token's owner. Days are YYYY-MM-DD (C.E.), instants ISO 8601 in UTC.`,
  },
  idempotency: {
    th: 'ค่าใหม่สำหรับแต่ละรายการ ส่งซ้ำด้วยค่าเดิมจะได้คำตอบแรกโดยไม่ทำซ้ำ ค่าเดิมกับเนื้อหาอื่นได้ 409',
    en: 'A new value for each change. Sent again with the same value, the first answer comes back and nothing is done twice; the same value with another body is 409.',
  },
  next: { th: 'ที่อยู่ของหน้าถัดไปอยู่ใน next ของคำตอบ เรียกต่อจนได้ null', en: 'The address of the following page is `next` of the answer; follow it until it is null.' },
  token: { th: 'โทเคนที่สร้างที่หน้าบัญชีของฉัน', en: 'A token made at my account' },
  session: { th: 'คุกกี้ของผู้ที่เข้าสู่ระบบ ใช้อ่านได้ เปลี่ยนข้อมูลได้เฉพาะจากหน้าเว็บของระบบเอง', en: 'The cookie of a signed-in browser: for reading, and for changes from our own pages alone' },
  done: { th: 'ทำแล้ว', en: 'Done' },
  file: { th: 'ไฟล์', en: 'The file' },
  scope: { th: 'ขอบเขตของโทเคน', en: 'Scope of the token' },
} satisfies Record<string, Words>;

const problems: Readonly<Record<number, Words>> = {
  400: { th: 'คำขอไม่ครบ', en: 'The request is incomplete' },
  401: { th: 'ไม่มีโทเคน หรือโทเคนใช้ไม่ได้', en: 'No token, or one that cannot be used' },
  403: { th: 'ไม่มีสิทธิ หรือโทเคนไม่มีขอบเขตนี้', en: 'No right, or the token lacks the scope' },
  404: { th: 'ไม่พบ หรือไม่ใช่ของท่าน', en: 'Not there, or not yours' },
  409: { th: 'ขัดกับสิ่งที่มีอยู่ หรือใช้ Idempotency-Key เดิมกับเนื้อหาอื่น', en: 'In conflict with what is there, or the key was used with another body' },
  415: { th: 'ชนิดของเนื้อหาใช้ไม่ได้', en: 'The media type cannot be used' },
  422: { th: 'ข้อมูลใช้ไม่ได้ ดู fields', en: 'The input cannot be taken; see fields' },
  429: { th: 'เรียกถี่เกินไป รอตาม Retry-After', en: 'Too many calls; wait as Retry-After says' },
  503: { th: 'ระบบยังไม่พร้อม ส่งซ้ำด้วยคีย์เดิมได้', en: 'Not ready; send again with the same key' },
};

/** The JSON Schema of a Zod schema; `{}` where it says nothing that JSON Schema can. */
export function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    override: ({ jsonSchema: made }) => {
      // A format says it better than the pattern behind it.
      if (made.format !== undefined) delete made.pattern;
      if (made.maximum === Number.MAX_SAFE_INTEGER) delete made.maximum;
      if (made.minimum === Number.MIN_SAFE_INTEGER) delete made.minimum;
    },
  }) as Json;
  return rest;
}

/** Fields of a form as properties of the body. */
export function bodySchema(form: AnyForm, lang: Language): Json {
  return fieldsSchema(form.fields as Readonly<Record<string, Field<unknown>>>, lang);
}

function fieldsSchema(fields: Readonly<Record<string, Field<unknown>>>, lang: Language): Json {
  const required = Object.entries(fields).filter(([, field]) => field.required && field.kind !== 'checkbox').map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field, lang)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function fieldSchema(field: Field<unknown>, lang: Language): Json {
  const about = { ...(field.label[lang] ? { title: field.label[lang] } : {}), ...(field.hint ? { description: field.hint[lang] } : {}) };
  if (field.kind === 'rows') return { type: 'array', items: fieldsSchema(field.fields ?? {}, lang), ...about };
  return { ...jsonSchema(field.schema), ...about };
}

export interface CallParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Json;
  readonly description?: string;
}

/** Parts of the address, and what may stand after the `?`. */
export function parametersOf(call: ApiCall, lang: Language): CallParameter[] {
  const params = call.route.params ? (jsonSchema(call.route.params as z.ZodType)['properties'] as Json | undefined) : undefined;
  const inPath = [...call.path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name: name as string, in: 'path' as const, required: true, schema: typed(params?.[name as string]) }));
  if (call.kind === 'write') return [...inPath, { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', pattern: '^[\\w.-]{8,80}$' }, description: words.idempotency[lang] }];
  const query = call.route.query ? (jsonSchema(call.route.query as z.ZodType)['properties'] as Json | undefined) : undefined;
  return [...inPath, ...Object.entries(query ?? {}).map(([name, schema]) => ({ name, in: 'query' as const, required: false, schema: typed(schema), ...(/^(after|before)/.test(name) ? { description: words.next[lang] } : {}) }))];
}

/** Whatever a schema leaves open is text in an address. */
const typed = (schema: unknown): Json => (typeof schema === 'object' && schema !== null && Object.keys(schema).length > 0 ? (schema as Json) : { type: 'string' });

const withParts = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}');

const wordsSchema: Json = { type: 'object', properties: { th: { type: 'string' }, en: { type: 'string' } }, required: ['th', 'en'], additionalProperties: false };
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const components: Json = {
  Words: wordsSchema,
  Error: {
    type: 'object',
    properties: {
      error: {
        type: 'object',
        properties: { code: { type: 'string' }, message: ref('Words'), fields: { type: 'object', additionalProperties: ref('Words') }, requestId: { type: 'string' } },
        required: ['code', 'message', 'requestId'],
        additionalProperties: false,
      },
    },
    required: ['error'],
    additionalProperties: false,
  },
  Done: {
    type: 'object',
    properties: {
      data: {
        type: 'object',
        properties: {
          goTo: { type: ['string', 'null'], description: 'Where the record that came of it is read in the API.' },
          page: { type: 'string', description: 'Its page for people.' },
          message: { anyOf: [ref('Words'), { type: 'null' }] },
          undo: { anyOf: [{ type: 'object', properties: { method: { const: 'POST' }, path: { type: 'string' }, label: ref('Words') }, required: ['method', 'path', 'label'], additionalProperties: false }, { type: 'null' }] },
        },
        required: ['goTo', 'page', 'message', 'undo'],
        additionalProperties: false,
      },
    },
    required: ['data'],
    additionalProperties: false,
  },
};

function answerOf(call: ApiCall, lang: Language): Json {
  if (call.kind === 'file') return { description: words.file[lang], content: { '*/*': { schema: { type: 'string', contentEncoding: 'binary' } } } };
  if (call.kind === 'write') return { description: words.done[lang], headers: { 'Idempotency-Replayed': { schema: { const: 'true' }, description: 'The answer given before.' } }, content: { 'application/json': { schema: ref('Done') } } };
  return { description: call.summary[lang], content: { 'application/json': { schema: { type: 'object', properties: { data: jsonSchema(call.contract.answer) }, required: ['data'], additionalProperties: false } } } };
}

function operationOf(call: ApiCall, lang: Language): Json {
  const open = isPublic(call.route.permission);
  const codes = [...(open ? [] : [401, 403]), 404, ...(call.kind === 'write' ? [400, 409, 415, 422] : [400]), 429, 503];
  const body = call.kind === 'write' ? bodySchema((call.route as unknown as { form: AnyForm }).form, lang) : undefined;
  return {
    operationId: `${call.method.toLowerCase()}${call.path.slice(apiRoot.length).replaceAll(/[^A-Za-z0-9]+(.)?/g, (_, letter: string | undefined) => (letter ?? '').toUpperCase())}`,
    summary: call.summary[lang],
    'x-summary': call.summary,
    'x-scope': call.scope,
    description: `${words.scope[lang]}: \`${call.scope}\``,
    tags: [call.module.name],
    parameters: parametersOf(call, lang),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body }, 'multipart/form-data': { schema: body } } } } : {}),
    security: open ? [{}, { token: [] }] : [{ token: [] }, { session: [] }],
    responses: { 200: answerOf(call, lang), ...Object.fromEntries(codes.sort((a, b) => a - b).map((code) => [code, { description: problems[code]?.[lang] ?? '', content: { 'application/json': { schema: ref('Error') } } }])) },
  };
}

/** The whole API as OpenAPI 3.1, summaries in the language asked for and both in `x-summary`. */
export function openApi(modules: readonly KromModule[], lang: Language, origin: string): Json {
  const { calls } = apiSurface(modules);
  const paths: Record<string, Record<string, Json>> = {};
  for (const call of calls) (paths[withParts(call.path)] ??= {})[call.method.toLowerCase()] = operationOf(call, lang);
  const spoken = new Set(calls.map((call) => call.module));
  return {
    openapi: '3.1.0',
    info: { title: words.title[lang], version: '1', description: `${words.about[lang]}\n\n${words.next[lang]}`, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: origin }],
    tags: [...spoken].map((module) => ({ name: module.name, description: module.title[lang] })),
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'krom_…', description: words.token[lang] },
        session: { type: 'apiKey', in: 'cookie', name: 'krom_session', description: words.session[lang] },
      },
    },
  };
}
