import type { KromModule } from '../../platform/module.ts';
import { demo } from './demo/load.ts';
import { navigation, permissions } from './permissions.ts';
import { routes } from './routes.ts';

export const organisationModule: KromModule = {
  name: 'organisation',
  title: { th: 'หน่วยงานและบุคคล', en: 'Organisation' },
  permissions,
  routes,
  nav: navigation,
  demo,
};
