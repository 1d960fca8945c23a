// `npm run bench platform [part …]`: figures of the platform in service, all parts unless some are named.
import { isHttpClient, runHttpClient } from '../support/http-client.ts';
import { benchApi } from './api.ts';
import { benchKill } from './kill.ts';
import { benchNeeds } from './needs.ts';
import { benchRls } from './rls.ts';
import { benchSearch } from './search.ts';

/** One line for each part; its file stands beside this one. */
const parts: Record<string, () => Promise<void>> = { kill: benchKill, needs: benchNeeds, search: benchSearch, rls: benchRls, api: benchApi };

async function main(): Promise<number> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    console.error(`No part ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}`);
    return 2;
  }
  for (const [name, run] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await run();
  return 0;
}

if (isHttpClient) runHttpClient();
else process.exit(await main());
