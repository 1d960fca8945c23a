import type { VNode } from 'preact';
import { z } from 'zod';
import { id, text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { ActionButton, ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { discardParkedJob, listParkedJobs, readQueueState, retryParkedJob, type ParkedJob, type QueueState } from '../../../../platform/jobs/parked.ts';
import { cutPage } from '../../../../platform/list-page.ts';
import { ok } from '../../../../platform/result.ts';
import { momentWords } from '../../../../platform/when.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { messages } from '../../messages.ts';

const pageSize = 50;
const retryForm = defineForm({ job: id({ label: messages.words('jobs.job') }) });
const discardForm = defineForm({ job: id({ label: messages.words('jobs.job') }), reason: text({ label: messages.words('jobs.reason'), max: 300 }) });

interface JobsData {
  readonly parked: readonly ParkedJob[];
  readonly more: boolean;
  readonly queue: QueueState;
}

export const jobsPage = definePage({
  path: '/system/jobs',
  permission: 'system.mend-jobs',
  query: z.object({ before: z.coerce.number().int().positive().optional() }),
  async load(tx, { query }) {
    const { rows, more } = cutPage(await listParkedJobs(tx, { limit: pageSize + 1, ...(query.before ? { before: query.before } : {}) }), pageSize);
    return ok({ parked: rows, more, queue: await readQueueState(tx) });
  },
  title: (_data, ui) => messages.in(ui.lang)('jobs.title'),
  view: (data: JobsData, ui) => <Jobs data={data} ui={ui} />,
});

export const retryJob = defineAction({
  path: '/system/jobs/retry',
  permission: 'system.mend-jobs',
  form: retryForm,
  page: jobsPage,
  async run(tx, { input }) {
    const done = await retryParkedJob(tx, input.job);
    if (!done.ok) return done;
    return ok({ audit: { action: 'system.job-retried', subject: { type: 'platform.job', id: input.job } }, goTo: '/system/jobs', flash: messages.words('jobs.retried') });
  },
});

export const discardJob = defineAction({
  path: '/system/jobs/discard',
  permission: 'system.mend-jobs',
  form: discardForm,
  page: jobsPage,
  async run(tx, { input }) {
    const done = await discardParkedJob(tx, input.job, input.reason);
    if (!done.ok) return done;
    return ok({ audit: { action: 'system.job-discarded', subject: { type: 'platform.job', id: input.job }, detail: { reason: input.reason } }, goTo: '/system/jobs', flash: messages.words('jobs.discarded') });
  },
});

function Jobs({ data, ui }: { data: JobsData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { queue, parked, more } = data;
  const last = parked.at(-1);
  return (
    <div class="stack-l">
      <PageHead title={t('jobs.title')} sub={t('jobs.sub')} />
      <section class="stack-s">
        <h2>{t('jobs.state')}</h2>
        <DefinitionList
          items={[
            { term: t('jobs.waiting'), value: queue.waiting },
            { term: t('jobs.running'), value: queue.running },
            { term: t('jobs.parked'), value: queue.parked },
            { term: t('jobs.heart'), value: queue.lastHeartBeat ? momentWords(ui.lang, queue.lastHeartBeat) : '–' },
          ]}
        />
      </section>
      <Table
        caption={t('jobs.parked')}
        rows={parked}
        rowKey={(job) => String(job.id)}
        empty={<EmptyState title={t('jobs.none')}>{t('jobs.none.text')}</EmptyState>}
        columns={[
          { key: 'job', head: t('jobs.job'), kind: 'main', cell: (job) => job.job },
          { key: 'error', head: t('jobs.error'), cell: (job) => job.lastError.split('\n')[0] },
          { key: 'attempts', head: t('jobs.attempts'), kind: 'num', cell: (job) => job.attempts },
          { key: 'failed', head: t('jobs.failed'), kind: 'nowrap', cell: (job) => momentWords(ui.lang, job.failedAt) },
          { key: 'act', head: t('jobs.act'), cell: (job) => <Mend job={job} ui={ui} /> },
        ]}
      />
      {more && last ? <Pager next={{ href: `/system/jobs?before=${last.id}` }} /> : null}
    </div>
  );
}

function Mend({ job, ui }: { job: ParkedJob; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  return (
    <div class="stack-s">
      <ActionButton ui={ui} action="/system/jobs/retry" hidden={{ job: String(job.id) }}>
        {t('jobs.retry')}
      </ActionButton>
      <details>
        <summary>{t('jobs.discard')}</summary>
        <ActionForm ui={ui} action="/system/jobs/discard" form={discardForm} hidden={{ job: String(job.id) }} scope={`job-${job.id}`}>
          <FormField ui={ui} action="/system/jobs/discard" form={discardForm} name="reason" />
          <Button kind="danger">{t('jobs.discard')}</Button>
        </ActionForm>
      </details>
    </div>
  );
}
