// What a screen is for and how its tasks are done.
import type { VNode } from 'preact';
import { z } from 'zod';
import { readFileRecord, type FileRecord } from '../../../../platform/files/file-records.ts';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { momentWords } from '../../../../platform/when.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { messages } from '../../messages.ts';
import { screensWithHelp, topicById, topicsOf, type Topic } from '../../store/topics.ts';

/** A path of this house: never two slashes, which a browser takes for another host. */
export const screenPattern = /^\/(?:[a-z0-9:.-]+(?:\/[a-z0-9:.-]+)*)?$/;
const seen = { signedIn: 'how a screen is used is no secret to whoever works here' };
export const topicParams = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });

interface Data {
  readonly screen: string | undefined;
  readonly topics: readonly { readonly topic: Topic; readonly file: FileRecord | undefined; readonly clip: FileRecord | undefined }[];
  readonly screens: Awaited<ReturnType<typeof screensWithHelp>>;
}

export const helpPage = definePage({
  path: '/help',
  permission: seen,
  query: z.object({ for: z.string().max(200).regex(screenPattern).optional().catch(undefined) }),
  async load(tx, { query }): Promise<{ ok: true; value: Data }> {
    if (query.for === undefined) return ok({ screen: undefined, topics: [], screens: await screensWithHelp(tx) });
    const topics: Data['topics'][number][] = [];
    for (const topic of await topicsOf(tx, query.for)) topics.push({ topic, file: topic.fileId === null ? undefined : await readFileRecord(tx, topic.fileId), clip: topic.clipId === null ? undefined : await readFileRecord(tx, topic.clipId) });
    return ok({ screen: query.for, topics, screens: [] });
  },
  title: ({ screen }, ui) => ui.text(messages.words(screen === undefined ? 'all' : 'title')),
  view: HelpView,
});

/** The words of the reader's language; Thai where there are no English ones. */
const titleOf = ({ titleTh, titleEn }: Pick<Topic, 'titleTh' | 'titleEn'>, ui: Ui): string => (ui.lang === 'en' && titleEn ? titleEn : titleTh);
const textOf = ({ textTh, textEn }: Topic, ui: Ui): string => (ui.lang === 'en' && textEn ? textEn : textTh);

function HelpView({ screen, topics, screens }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  if (screen === undefined) {
    return (
      <div class="stack-l">
        <PageHead title={t('all')} sub={t('sub')} actions={ui.can('help.write') ? <ButtonLink kind="main" href="/help/write">{t('write')}</ButtonLink> : undefined} />
        <Table caption={t('all')} captionHidden rows={screens} rowKey={(row) => row.screen} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
          columns={[
            { key: 'title', head: t('topics'), kind: 'main', cell: (row) => <a href={`/help?for=${encodeURIComponent(row.screen)}`}>{titleOf(row, ui)}</a> },
            { key: 'screen', head: t('screen'), cell: (row) => <code>{row.screen}</code> },
            { key: 'n', head: t('topics'), kind: 'num', cell: (row) => row.n },
          ]} />
        <Pager print />
      </div>
    );
  }
  const write = ui.can('help.write') ? <ButtonLink href={`/help/write?for=${encodeURIComponent(screen)}`}>{t('write')}</ButtonLink> : undefined;
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={topics[0] ? titleOf(topics[0].topic, ui) : ui.can('help.write') ? screen : undefined} crumbs={[{ label: t('all'), href: '/help' }, { label: t('title') }]} actions={write} />
      {topics.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : topics.map((one) => <TopicView one={one} ui={ui} />)}
      <p class="cluster">{screen.includes(':') ? null : <a href={screen}>{t('back')}</a>}</p>
      <Pager print />
    </div>
  );
}

function TopicView({ one: { topic, file, clip }, ui }: { one: Data['topics'][number]; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const href = `/help/${topic.id}/file`;
  return (
    <Section title={titleOf(topic, ui)} aside={ui.can('help.write') ? <a href={`/help/${topic.id}`}>{t('edit')}</a> : undefined}>
      <p class="pre measure">{textOf(topic, ui)}</p>
      {clip ? (
        <div class="stack">
          <video class="help-clip" controls preload="metadata" aria-label={titleOf(topic, ui)} src={`/help/${topic.id}/clip`}>
            {topic.captionsId === null ? null : <track kind="captions" src={`/help/${topic.id}/captions`} srclang="th" label={t('captions')} default />}
          </video>
          <p><a href={`/help/${topic.id}/clip`} data-turbo="false" download={clip.name}>{t('clip', { name: clip.name })}</a></p>
        </div>
      ) : null}
      {file?.mediaType.startsWith('image/') ? <p><img src={href} alt={titleOf(topic, ui)} /></p> : null}
      {file ? <p><a href={href} data-turbo="false">{t('attached', { name: file.name })}</a></p> : null}
      <p class="quiet small">{t('changed', { when: momentWords(ui.lang, topic.changedAt), name: topic.changedBy })}</p>
    </Section>
  );
}

export const helpFile = defineDownload({
  path: '/help/:id/file',
  permission: seen,
  params: topicParams,
  async load(tx, { params, services }) {
    const topic = await topicById(tx, params.id);
    const file = topic?.fileId ? await readFileRecord(tx, topic.fileId) : undefined;
    if (!file) return notFound();
    const inline = ['application/pdf', 'image/png', 'image/jpeg'].includes(file.mediaType) && !file.facts.activeContent;
    return ok({ body: services.files.stream(file.hash), contentType: file.mediaType, fileName: file.name, disposition: inline ? 'inline' : 'attachment', etag: file.hash });
  },
});

export const helpClip = defineDownload({
  path: '/help/:id/clip',
  permission: seen,
  params: topicParams,
  async load(tx, { params, services }) {
    const topic = await topicById(tx, params.id);
    const file = topic?.clipId ? await readFileRecord(tx, topic.clipId) : undefined;
    if (!file) return notFound();
    return ok({
      body: services.files.stream(file.hash), contentType: file.mediaType, fileName: file.name, disposition: 'inline', etag: file.hash,
      ranges: { size: file.size, part: (range) => services.files.part(file.hash, range) },
    });
  },
});

export const helpCaptions = defineDownload({
  path: '/help/:id/captions',
  permission: seen,
  params: topicParams,
  async load(tx, { params, services }) {
    const topic = await topicById(tx, params.id);
    const file = topic?.captionsId ? await readFileRecord(tx, topic.captionsId) : undefined;
    return file ? ok({ body: services.files.stream(file.hash), contentType: 'text/vtt; charset=utf-8', fileName: file.name, disposition: 'inline', etag: file.hash }) : notFound();
  },
});
