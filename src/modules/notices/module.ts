import type { KromModule } from '../../platform/module.ts';
import { otherNews } from '../../platform/notify/news-kind.ts';
import { rolePermissions } from '../organisation/index.ts';
import { acts } from './acts.ts';
import { choicesAddress } from './features/choose-channels/address.ts';
import { chooseChannelsAction } from './features/choose-channels/action.ts';
import { choicesForm } from './features/choose-channels/form.ts';
import { choicesPage } from './features/choose-channels/page.tsx';
import { makeCodeAction, unlinkAction } from './features/link-line/actions.ts';
import { lineHook } from './features/link-line/hook.ts';
import { digestJobs } from './jobs/digests.ts';
import { releaseNewsJob, routeNewsJob } from './jobs/route-news.ts';
import { sendLineJob } from './jobs/send-line.ts';
import { messages } from './messages.ts';
import { settings } from './settings.ts';

/**
 * How news leave the house: each person's channels, the digest, LINE.
 * @param others the modules with business of their own, whose kinds of news and inbox lines are told
 */
export function noticesModule(others: readonly KromModule[]): KromModule {
  const all = [...others.flatMap((module) => module.news ?? []), otherNews];
  const kinds = () => all;
  const form = choicesForm(all);
  const page = choicesPage(form, kinds);
  const digests = digestJobs({ kinds, inbox: () => others.flatMap((module) => module.inbox ?? []), roles: () => rolePermissions(others.flatMap((module) => module.permissions ?? [])) });
  return {
    name: 'notices',
    title: messages.words('module'),
    routes: [page, chooseChannelsAction(page, form, kinds, digests.replan), makeCodeAction(page), unlinkAction(page)],
    nav: [{ group: 'account', order: 10, label: messages.words('title'), href: choicesAddress }],
    hooks: [lineHook],
    jobs: [routeNewsJob(kinds), releaseNewsJob, digests.sendDigest, digests.planDigests, sendLineJob],
    recurring: [{ job: digests.planDigests, when: { dailyAt: '00:05' } }],
    settings,
    acts,
    api: { reads: [], none: { [`${choicesAddress}/*`]: 'how a person is told is settled by that person, and a code for LINE is read from the screen' } },
  };
}
