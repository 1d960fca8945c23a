// `npm run bench performance [ladders] [recompute]`: figures of scoring, all parts unless some are named.
import { benchLadders } from './ladders.ts';
import { benchRecompute } from './recompute.ts';

/** One line for each part; its file stands beside this one. */
const parts: Record<string, () => Promise<void>> = { ladders: benchLadders, recompute: benchRecompute };

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

process.exit(await main());
