import type { ModuleApi } from '../../platform/http/api-contract.ts';
import type { KromModule } from '../../platform/module.ts';

/** What one room of the module gives to it: `KromModule` without a name. Demo data is laid down in the order of the rooms. */
export type Room = Omit<KromModule, 'name' | 'title'>;

const joinApis = (apis: readonly ModuleApi[]): ModuleApi => ({
  reads: apis.flatMap(({ reads }) => reads),
  writes: Object.assign({}, ...apis.map(({ writes }) => writes ?? {})),
  files: Object.assign({}, ...apis.map(({ files }) => files ?? {})),
  none: Object.assign({}, ...apis.map(({ none }) => none ?? {})),
});

/** The rooms as one module. Words of acts and pages of records of two rooms have different keys. */
export function joinRooms({ name, title }: Pick<KromModule, 'name' | 'title'>, rooms: readonly Room[]): KromModule {
  const all = <K extends 'permissions' | 'routes' | 'nav' | 'jobs' | 'recurring' | 'measures' | 'settings' | 'news' | 'inbox' | 'search' | 'searchNames' | 'evidence' | 'personalData' | 'retention' | 'publicDocuments'>(key: K) =>
    rooms.flatMap((room) => [...(room[key] ?? [])]) as unknown as NonNullable<KromModule[K]>;
  const apis = rooms.flatMap(({ api }) => (api ? [api] : []));
  return {
    name, title,
    permissions: all('permissions'), routes: all('routes'), nav: all('nav'), jobs: all('jobs'), recurring: all('recurring'), measures: all('measures'),
    settings: all('settings'), news: all('news'), inbox: all('inbox'), search: all('search'), searchNames: all('searchNames'), evidence: all('evidence'),
    personalData: all('personalData'), retention: all('retention'), publicDocuments: all('publicDocuments'),
    acts: Object.assign({}, ...rooms.map(({ acts }) => acts ?? {})),
    recordPages: Object.assign({}, ...rooms.map(({ recordPages }) => recordPages ?? {})),
    ...(apis.length > 0 ? { api: joinApis(apis) } : {}),
    async demo(context) {
      for (const room of rooms) await room.demo?.(context);
    },
  };
}
