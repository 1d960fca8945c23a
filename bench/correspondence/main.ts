// `npm run bench correspondence [part …]`: figures of official correspondence, all parts unless some are named.
import { isClerks, runClerks } from '../support/clerks.ts';
import { isHttpClient, runHttpClient } from '../support/http-client.ts';
import { benchKill } from './kill.ts';
import { benchLetters } from './letters.ts';
import { benchRegister } from './register.ts';

/** One line for each part; its file stands beside this one. */
const parts: Record<string, () => Promise<void>> = { register: benchRegister, letters: benchLetters, kill: benchKill };

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
else if (isClerks) runClerks();
else process.exit(await main());
