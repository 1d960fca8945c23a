import type { Tx } from '../../../../platform/db/database.ts';
import { takeFiles } from '../../../../platform/files/file-records.ts';
import { emptyForm, type FormValues } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok, type Result } from '../../../../platform/result.ts';
import { messages } from '../../messages.ts';
import { addTopic, changeTopic, topicById, withdrawTopic, type TopicInput } from '../../store/topics.ts';
import { screenPattern, topicParams } from '../show-help/page.tsx';
import { topicForm } from './form.ts';
import { editHelpPage, writeHelpPage } from './page.tsx';

const subject = (id: number) => ({ type: 'help.topic', id });
const placeOf = (screen: string): string => `/help?for=${encodeURIComponent(screen)}`;

/** The topic as typed; a new file takes the place of the one before, none leaves it. Everyone (party 1) may open it. */
async function topicOf(tx: Tx, input: FormValues<typeof topicForm>, before: Pick<TopicInput, 'fileId' | 'clipId' | 'captionsId'>): Promise<Result<TopicInput>> {
  if (!screenPattern.test(input.screen)) return fail('NO_SUCH_SCREEN', messages.words('noSuchScreen'), { fields: { screen: messages.words('noSuchScreen') } });
  const [file] = await takeFiles(tx, input.file, { readers: [1] });
  const [clip] = await takeFiles(tx, input.clip, { readers: [1] });
  const [captions] = await takeFiles(tx, input.captions, { readers: [1] });
  if (clip && !clip.mediaType.startsWith('video/')) return fail('NOT_A_CLIP', messages.words('notAClip'), { fields: { clip: messages.words('notAClip') } });
  if (captions && captions.mediaType !== 'text/vtt') return fail('NOT_CAPTIONS', messages.words('notCaptions'), { fields: { captions: messages.words('notCaptions') } });
  const clipId = clip?.id ?? before.clipId;
  if (captions && clipId === null) return fail('NOT_A_CLIP', messages.words('captionsOfWhat'), { fields: { captions: messages.words('captionsOfWhat') } });
  // Captions belong to their clip: a new clip comes with its own or with none.
  const captionsId = captions?.id ?? (clip ? null : before.captionsId);
  return ok({ screen: input.screen, ordinal: input.ordinal, titleTh: input.titleTh, titleEn: input.titleEn ?? '', textTh: input.textTh, textEn: input.textEn ?? '', fileId: file?.id ?? before.fileId, clipId, captionsId });
}

export const writeHelpAction = defineAction({
  path: '/help/write',
  permission: 'help.write',
  form: topicForm,
  page: writeHelpPage,
  async run(tx, { input, services }) {
    const topic = await topicOf(tx, input, { fileId: null, clipId: null, captionsId: null });
    if (!topic.ok) return topic;
    const id = await addTopic(tx, topic.value, services.clock.now());
    return ok({ audit: { action: 'help.topic-written', subject: subject(id), detail: { after: topic.value } }, goTo: placeOf(input.screen), flash: messages.words('saved') });
  },
});

export const changeHelpAction = defineAction({
  path: '/help/:id',
  permission: 'help.write',
  params: topicParams,
  form: topicForm,
  page: editHelpPage,
  async run(tx, { input, params, services }) {
    const before = await topicById(tx, params.id);
    if (!before) return notFound();
    const topic = await topicOf(tx, input, before);
    if (!topic.ok) return topic;
    await changeTopic(tx, params.id, topic.value, services.clock.now());
    return ok({ audit: { action: 'help.topic-written', subject: subject(params.id), detail: { before, after: topic.value } }, goTo: placeOf(input.screen), flash: messages.words('saved') });
  },
});

export const withdrawHelpAction = defineAction({
  path: '/help/:id/withdraw',
  permission: 'help.write',
  params: topicParams,
  form: emptyForm,
  page: editHelpPage,
  async run(tx, { params, services }) {
    if (!(await withdrawTopic(tx, params.id, services.clock.now()))) return notFound();
    return ok({ audit: { action: 'help.topic-withdrawn', subject: subject(params.id) }, goTo: '/help', flash: messages.words('withdrawn') });
  },
});
