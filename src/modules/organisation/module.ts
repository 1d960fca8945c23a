import type { KromModule, PermissionDefinition } from '../../platform/module.ts';
import { acts } from './acts.ts';
import { api } from './api/index.ts';
import { demo } from './demo/load.ts';
import { removalInbox } from './inbox.ts';
import { recurring, sweepSignInsJob } from './jobs.ts';
import { navigation, permissions } from './permissions.ts';
import { routes } from './routes.ts';
import { searchSources, unitNames } from './search.ts';
import { tokenSettings } from './settings.ts';
import { importRetention, importSettings } from './import/retention.ts';
import { settings } from './sign-in/settings.ts';
import { securityNews } from './sign-in/tell-owner.ts';
import { personalData } from './store/personal-data.ts';
import { signInRetention } from './sign-in/retention.ts';

/**
 * Units, people and rights. `all` gives the permissions of every module, which the table of roles shows and changes;
 * `modules` the whole house, from whose calls the scopes of tokens come.
 */
export function organisationModule(all: () => readonly PermissionDefinition[], modules: () => readonly KromModule[]): KromModule {
  return {
    name: 'organisation',
    title: { th: 'หน่วยงานและบุคคล', en: 'Organisation' },
    acts,
    recordPages: { 'organisation.person': '/people/:id', 'organisation.unit': '/units/:id', 'organisation.committee': '/committees/:id' },
    api,
    permissions,
    routes: routes(all, modules),
    nav: navigation,
    jobs: [sweepSignInsJob],
    recurring,
    inbox: [removalInbox],
    news: [securityNews],
    search: searchSources,
    personalData,
    retention: [signInRetention, ...importRetention],
    searchNames: [unitNames],
    settings: [...settings, ...tokenSettings, ...importSettings],
    demo,
  };
}
