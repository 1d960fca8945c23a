import { apiAddresses, apiSurface } from '../../platform/http/api-calls.ts';
import type { KromModule } from '../../platform/module.ts';
import { actCatalogue, wordsOfAct } from './act-catalogue.ts';
import { acts } from './acts.ts';
import { demo } from './demo/load.ts';
import { addWebhookAction, editWebhookAction, stepActions } from './features/keep-webhook/actions.ts';
import { webhookForm } from './features/keep-webhook/form.ts';
import { editWebhookPage, newWebhookPage } from './features/keep-webhook/page.tsx';
import { webhooksPage } from './features/list-webhooks/page.tsx';
import { sendAgainAction, testWebhookAction } from './features/watch-webhook/actions.ts';
import { webhookPage } from './features/watch-webhook/page.tsx';
import { deliverJob, sweepJob, type DeliveryPorts } from './jobs.ts';
import { messages } from './messages.ts';
import { permission, webhooksAddress } from './params.ts';
import { settings } from './settings.ts';

/** Where programs read a record, from the pages that the modules name and the calls of the API. */
function apiPaths(modules: readonly KromModule[]): DeliveryPorts['apiPathOf'] {
  const pages = Object.assign({}, ...modules.map((module) => module.recordPages ?? {})) as Readonly<Record<string, string>>;
  let addresses: ReturnType<typeof apiAddresses> | undefined;
  return (type, id) => {
    addresses ??= apiAddresses(apiSurface(modules).calls);
    const page = pages[type]?.replace(':id', String(id));
    return page === undefined ? undefined : addresses(page);
  };
}

/**
 * What other systems hear of what happens here.
 * @param others the modules whose acts can be heard
 */
export function integrationsModule(others: readonly KromModule[]): KromModule {
  const title = messages.words('module');
  const catalogue = actCatalogue([...others, { name: 'integrations', title, acts }]);
  const all = () => catalogue;
  const form = webhookForm(catalogue);
  const page = webhookPage(all);
  const [adding, editing] = [newWebhookPage(form, all), editWebhookPage(form, all)];
  return {
    name: 'integrations',
    title,
    permissions: [{ key: permission, words: { th: 'ดูแลการแจ้งเหตุการณ์ไปยังระบบอื่น', en: 'Keep webhooks to other systems' }, roles: ['system-admin'] }],
    routes: [webhooksPage, adding, addWebhookAction(adding, form, all), page, editing, editWebhookAction(editing, form, all), ...stepActions(page), testWebhookAction(page), sendAgainAction(page)],
    nav: [{ group: 'system', order: 940, label: messages.words('nav'), href: webhooksAddress, permission }],
    jobs: [deliverJob({ wordsOf: (act) => wordsOfAct(catalogue, act), apiPathOf: apiPaths(others) }), sweepJob],
    recurring: [{ job: sweepJob, when: { dailyAt: '02:45' } }],
    settings,
    acts,
    demo,
    api: { reads: [], none: { [`${webhooksAddress}/*`]: 'where events go and the secrets that sign them are settled by a person who has signed in' } },
  };
}
