import type { KromModule, PermissionDefinition } from '../../platform/module.ts';
import { acts } from './acts.ts';
import { demo } from './demo/load.ts';
import { navigation, permissions } from './permissions.ts';
import { routes } from './routes.ts';
import { searchSources } from './search.ts';
import { settings } from './sign-in/settings.ts';

/** Units, people and rights. `all` gives the permissions of every module, which the table of roles shows and changes. */
export function organisationModule(all: () => readonly PermissionDefinition[]): KromModule {
  return {
    name: 'organisation',
    title: { th: 'หน่วยงานและบุคคล', en: 'Organisation' },
    acts,
    permissions,
    routes: routes(all),
    nav: navigation,
    search: searchSources,
    settings,
    demo,
  };
}
