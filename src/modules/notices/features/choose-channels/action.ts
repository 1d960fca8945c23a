import { defineAction, type AnyPage } from '../../../../platform/http/define.ts';
import type { How, NewsKind } from '../../../../platform/notify/news-kind.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { channels } from '../../channels/channels.ts';
import type { digestJobs } from '../../jobs/digests.ts';
import { messages } from '../../messages.ts';
import { saveChoice, saveRoutes, type Choice } from '../../store/choices.ts';
import { choicesAddress, choicesPermission } from './address.ts';
import { routeField, type choicesForm } from './form.ts';

/** Keeps a person's choices; today's digest follows them at once. */
export const chooseChannelsAction = (page: AnyPage, form: ReturnType<typeof choicesForm>, kinds: () => readonly NewsKind[], replan: ReturnType<typeof digestJobs>['replan']) => defineAction({
  path: choicesAddress,
  permission: choicesPermission,
  form,
  page,
  async run(tx, { input, actor, services }) {
    if (input.quiet && input.quietFrom === input.quietTo) return fail('QUIET_HOURS_EMPTY', messages.words('timeOrder'), { fields: { quietTo: messages.words('timeOrder') } });
    const choice: Choice = {
      quiet: input.quiet, quietFrom: input.quietFrom, quietTo: input.quietTo, mostUrgentPasses: input.mostUrgent,
      digest: input.digest, digestAt: input.digestAt, digestWeekday: Number(input.digestWeekday), workingDays: input.workingDays,
    };
    const chosen = input as unknown as Readonly<Record<string, How>>;
    const routes = channels.flatMap((channel) => kinds().map((kind) => ({ kind: kind.key, channel: channel.key, how: chosen[routeField(channel.key, kind)] as How })));
    await saveChoice(tx, actor.id, choice);
    await saveRoutes(tx, actor.id, routes);
    await replan(tx, services, actor.id, choice);
    return ok({ audit: { action: 'notices.choices-changed', subject: { type: 'organisation.person', id: actor.id }, detail: { ...choice } }, goTo: choicesAddress, flash: messages.words('saved') });
  },
});
