import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionButton, ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { messages } from '../../messages.ts';
import { topicById, type Topic } from '../../store/topics.ts';
import { screenPattern, topicParams } from '../show-help/page.tsx';
import { topicForm } from './form.ts';

interface Data { readonly topic: Topic | undefined; readonly screen: string }

export const writeHelpPage = definePage({
  path: '/help/write',
  permission: 'help.write',
  query: z.object({ for: z.string().max(200).regex(screenPattern).optional().catch(undefined) }),
  load: async (_tx, { query }) => ok({ topic: undefined, screen: query.for ?? '' }),
  title: (_data, ui) => ui.text(messages.words('write')),
  view: (data: Data, ui) => <Write data={data} ui={ui} />,
});

export const editHelpPage = definePage({
  path: '/help/:id',
  permission: 'help.write',
  params: topicParams,
  async load(tx, { params }) {
    const topic = await topicById(tx, params.id);
    return topic ? ok({ topic, screen: topic.screen }) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('write')),
  view: (data: Data, ui) => <Write data={data} ui={ui} />,
});

function Write({ data: { topic, screen }, ui }: { data: Data; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const form = { ui, action: topic ? `/help/${topic.id}` : '/help/write', form: topicForm };
  const back = screen ? `/help?for=${encodeURIComponent(screen)}` : '/help';
  return (
    <div class="stack-l">
      <PageHead title={t('write')} crumbs={[{ label: t('all'), href: '/help' }, { label: t('write') }]} />
      <ActionForm {...form} class="form">
        <FormField {...form} name="screen" value={screen} />
        <FormField {...form} name="titleTh" value={topic?.titleTh} />
        <FormField {...form} name="textTh" value={topic?.textTh} rows={6} />
        <FormField {...form} name="titleEn" value={topic?.titleEn} />
        <FormField {...form} name="textEn" value={topic?.textEn} rows={6} />
        <FormField {...form} name="ordinal" value={topic?.ordinal ?? 1} size="xs" />
        <FormField {...form} name="file" />
        <FormField {...form} name="clip" />
        <FormField {...form} name="captions" />
        <ButtonRow><Button kind="main">{t('save')}</Button><ButtonLink kind="quiet" href={back}>{t('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
      {topic ? <ActionButton ui={ui} action={`/help/${topic.id}/withdraw`} kind="danger">{t('withdraw')}</ActionButton> : null}
    </div>
  );
}
