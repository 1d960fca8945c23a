// `npm run reset`: forgets the data folder (database, files, keys), so that the next start is the first one again.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './tools.mjs';

const run = spawnSync(process.execPath, [path.join(root, 'krom.mjs'), 'reset', ...process.argv.slice(2)], { stdio: 'inherit', cwd: root });
process.exit(run.status ?? 1);
