// The API as people read it: every call with its parameters, a request to copy and an answer, made from the definitions.
import type { VNode } from 'preact';
import { z } from 'zod';
import { apiRoot, apiSurface, type ApiCall, type ApiSurface } from '../../../../platform/http/api-calls.ts';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import { openApi } from '../../../../platform/http/api-openapi.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import type { KromModule } from '../../../../platform/module.ts';
import { ok } from '../../../../platform/result.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { CodeBlock } from '../../../../ui/components/code-block.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { anchor, Call } from './call.tsx';
import { m } from './messages.ts';

export const apiAddress = '/api';
const reason = { public: 'says how programs speak with the house; no record of anybody stands in it' };

interface Data {
  readonly surface: ApiSurface;
  readonly shown: readonly ApiCall[];
  readonly q: string;
  readonly module: string | undefined;
  readonly origin: string;
}

/** The readable page, grouped by module; details are drawn for the module or the words that are asked for. */
export const apiPage = (modules: () => readonly KromModule[]) => definePage({
  path: apiAddress,
  permission: reason,
  layout: 'public',
  query: z.object({ q: z.string().trim().max(100).default('').catch(''), module: z.string().max(60).optional().transform((name) => name || undefined) }),
  load: async (_tx, { query, services }) => {
    const surface = apiSurface(modules());
    const needle = query.q.toLowerCase();
    const shown = surface.calls.filter((call) => (!query.module || call.module.name === query.module) && [call.path, call.summary.th, call.summary.en, call.scope].some((text) => text.toLowerCase().includes(needle)));
    return ok({ surface, shown, q: query.q, module: query.module, origin: services.config.origin });
  },
  title: (_data, ui) => m.in(ui.lang)('title'),
  view: (data: Data, ui) => <Api data={data} ui={ui} />,
});

/** The same for programs: OpenAPI 3.1. */
export const openApiFile = (modules: () => readonly KromModule[]) => defineDownload({
  path: '/api/openapi.json',
  permission: reason,
  query: z.object({ lang: z.enum(['th', 'en']).default('th').catch('th') }),
  load: async (_tx, { query, services }) => ok({
    body: JSON.stringify(openApi(modules(), query.lang, services.config.origin)), contentType: 'application/json; charset=utf-8', fileName: 'openapi.json', disposition: 'inline' as const,
  }),
});

function Api({ data, ui }: { data: Data; ui: Ui }): VNode {
  const t = m.in(ui.lang);
  const { surface, shown, q, module } = data;
  const all = [...new Set(surface.calls.map((call) => call.module))];
  const asked = q !== '' || module !== undefined;
  const groups = all.map((one) => ({ module: one, calls: shown.filter((call) => call.module === one) })).filter((group) => group.calls.length > 0);
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={t('sub', { root: apiRoot })} actions={<><ButtonLink href={`/api/openapi.json?lang=${ui.lang}`}>{t('openapi')}</ButtonLink><ButtonLink href="/account/tokens">{t('makeToken')}</ButtonLink></>} />
      {asked ? null : <Start data={data} ui={ui} />}
      <FilterBar action={apiAddress} label={t('search')} wide {...(asked ? { clearHref: apiAddress } : {})} result={asked ? t('found', { n: shown.length }) : undefined}>
        <TextField name="q" label={t('search')} value={q} optional />
        <Select name="module" label={t('module')} value={module} empty={t('all')} options={all.map((one) => ({ value: one.name, label: ui.text(one.title) }))} optional submitOnChange />
      </FilterBar>
      {groups.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : null}
      {groups.map((group) => (
        <Section title={ui.text(group.module.title)} id={group.module.name}>
          <div class="api-calls">{group.calls.map((call) => (asked ? <Call call={call} origin={data.origin} ui={ui} open={shown.length === 1} /> : <Line call={call} ui={ui} />))}</div>
        </Section>
      ))}
      {asked ? null : <NotForPrograms surface={surface} ui={ui} />}
    </div>
  );
}

function Start({ data, ui }: { data: Data; ui: Ui }): VNode {
  const t = m.in(ui.lang);
  return (
    <div class="two">
      <Section title={t('start')}>
        <ol class="stack-s api-steps">{(['step1', 'step2', 'step3', 'step4'] as const).map((key) => <li>{t(key)}</li>)}</ol>
        <CodeBlock label={t('request')}>{`curl ${data.origin}${apiRoot}/inbox \\\n  -H "Authorization: Bearer krom_…"`}</CodeBlock>
      </Section>
      <Section title={t('errors')}>
        <p>{t('errorsText')}</p>
        <CodeBlock label={t('answer')}>{JSON.stringify({ error: { code: 'FORM', message: { th: 'ยังบันทึกไม่ได้ …', en: 'Not saved yet. …' }, fields: { title: { th: 'กรุณากรอกเรื่องที่ต้องทำ', en: 'Please fill in: Task' } }, requestId: '1f0c…' } }, null, 2)}</CodeBlock>
      </Section>
    </div>
  );
}

/** One call in the table of contents: leads to its details. */
function Line({ call, ui }: { call: ApiCall; ui: Ui }): VNode {
  const name = call.path.slice(apiRoot.length);
  return (
    <a class="api-line" href={`${apiAddress}?module=${call.module.name}#${anchor(call)}`}>
      <code class={`api-method api-${call.method.toLowerCase()}`}>{call.method}</code> <code class="api-path">{name}</code> <span>{ui.text(call.summary)}</span>
    </a>
  );
}

function NotForPrograms({ surface, ui }: { surface: ApiSurface; ui: Ui }): VNode {
  const t = m.in(ui.lang);
  const reasons = new Map<string, string[]>();
  for (const gap of surface.gaps) if (gap.reason) reasons.set(gap.reason, [...(reasons.get(gap.reason) ?? []), `${gap.method} ${gap.path}`]);
  return (
    <details>
      <summary>{t('notFor')}</summary>
      <p class="quiet mid">{t('notForText')}</p>
      <ul class="stack-s">{[...reasons].map(([why, routes]) => <li><span lang="en">{why}</span><br /><span class="quiet small">{routes.join(' · ')}</span></li>)}</ul>
    </details>
  );
}
