import type { VNode } from 'preact';
import type { AnyForm } from '../../../../platform/forms/form.ts';
import { apiRoot, type ApiCall } from '../../../../platform/http/api-calls.ts';
import { exampleOf } from '../../../../platform/http/api-example.ts';
import { bodySchema, jsonSchema, parametersOf, type Json } from '../../../../platform/http/api-openapi.ts';
import { isPublic } from '../../../../platform/http/context.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { CodeBlock } from '../../../../ui/components/code-block.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { m } from './messages.ts';

interface Row {
  readonly name: string;
  readonly place: string;
  readonly kind: string;
  readonly required: boolean;
  readonly about: string;
}

export const anchor = (call: ApiCall): string => `${call.method}${call.path.slice(apiRoot.length)}`.replaceAll(/[^A-Za-z0-9]+/g, '-');

const bodyOf = (call: ApiCall, ui: Ui): Json | undefined => (call.kind === 'write' ? bodySchema((call.route as unknown as { form: AnyForm }).form, ui.lang) : undefined);

/** One call: what it needs, a request to copy, an answer. */
export function Call({ call, origin, ui, open }: { call: ApiCall; origin: string; ui: Ui; open: boolean }): VNode {
  const t = m.in(ui.lang);
  const body = bodyOf(call, ui);
  const rows = [...parameterRows(call, ui), ...(body ? bodyRows(body) : [])];
  return (
    <details class="api-call" id={anchor(call)} open={open}>
      <summary>
        <code class={`api-method api-${call.method.toLowerCase()}`}>{call.method}</code> <code class="api-path">{call.path.slice(apiRoot.length)}</code> <span>{ui.text(call.summary)}</span>
      </summary>
      <div class="stack">
        <p class="quiet mid">{isPublic(call.route.permission) ? t('anybody') : <>{t('scope')}: <code>{call.scope}</code></>}</p>
        {rows.length > 0 ? (
          <Table
            caption={t('parameters')} rows={rows} rowKey={(row) => `${row.place} ${row.name}`}
            columns={[
              { key: 'name', head: t('name'), kind: 'main', cell: (row) => <code>{row.name}</code> },
              { key: 'place', head: t('place'), kind: 'nowrap', cell: (row) => row.place },
              { key: 'kind', head: t('kind'), cell: (row) => <code>{row.kind}</code> },
              { key: 'required', head: t('required'), kind: 'nowrap', cell: (row) => (row.required ? t('yes') : '') },
              { key: 'about', head: t('about'), cell: (row) => row.about },
            ]}
          />
        ) : null}
        <CodeBlock label={t('request')}>{curlOf(call, body, origin)}</CodeBlock>
        {call.kind === 'file' ? <p class="quiet">{t('fileAnswer')}</p> : <CodeBlock label={t('answer')}>{answerOf(call)}</CodeBlock>}
      </div>
    </details>
  );
}

function parameterRows(call: ApiCall, ui: Ui): Row[] {
  const t = m.in(ui.lang);
  return parametersOf(call, ui.lang).map((one) => ({ name: one.name, place: t(one.in), kind: kindOf(one.schema), required: one.required, about: one.description ?? '' }));
}

function bodyRows(body: Json, prefix = ''): Row[] {
  const required = new Set((body['required'] ?? []) as readonly string[]);
  return Object.entries((body['properties'] ?? {}) as Readonly<Record<string, Json>>).flatMap(([name, schema]) => {
    const about = [schema['title'], schema['description']].filter((text) => typeof text === 'string' && text !== '').join(' · ');
    const inner = schema['type'] === 'array' ? (schema['items'] as Json | undefined) : undefined;
    const row = { name: `${prefix}${name}`, place: 'JSON', kind: kindOf(schema), required: required.has(name), about };
    return inner?.['type'] === 'object' ? [row, ...bodyRows(inner, `${prefix}${name}[].`)] : [row];
  });
}

function kindOf(schema: Json): string {
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value)).join(' | ');
  const inner = schema['items'] as Json | undefined;
  if (schema['type'] === 'array') return `${inner?.['type'] === 'object' ? 'object' : kindOf(inner ?? {})}[]`;
  return [schema['type'], schema['format']].filter(Boolean).join(' ') || 'string';
}

function curlOf(call: ApiCall, body: Json | undefined, origin: string): string {
  const address = `${origin}${call.path.replaceAll(/:(\w+)/g, (_, name: string) => ({ name: 'meetings.held', code: 'ABCD1234' })[name] ?? '12')}`;
  const lines = [`curl "${address}"`];
  if (!isPublic(call.route.permission)) lines.push('-H "Authorization: Bearer krom_…"');
  if (call.kind === 'file') lines.push('-o file');
  if (body) {
    lines.push('-H "Idempotency-Key: $(uuidgen)"', '-H "Content-Type: application/json"', `-d '${JSON.stringify(exampleOf(body))}'`);
  }
  return lines.join(' \\\n  ');
}

const done = { goTo: '/api/v1/tasks/12', page: '/tasks/12', message: { th: 'บันทึกแล้ว', en: 'Saved' }, undo: null };

function answerOf(call: ApiCall): string {
  return JSON.stringify({ data: call.kind === 'read' ? exampleOf(jsonSchema(call.contract.answer)) : done }, null, 2);
}
