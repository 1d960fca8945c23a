// `npm run bench foundation [memo] [inbox] [circular] [kill]`: figures of the foundation, all parts unless some are named.
import { isHttpClient, runHttpClient } from '../support/http-client.ts';
import { benchCircular } from './circular.ts';
import { benchInbox } from './inbox.ts';
import { benchKill } from './kill.ts';
import { benchMemoPdf } from './memo-pdf.ts';

const parts: Record<string, () => Promise<void>> = { memo: benchMemoPdf, inbox: benchInbox, circular: benchCircular, kill: benchKill };

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
