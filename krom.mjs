#!/usr/bin/env node
// `npx krom <command>`: installs and builds if need be, then runs the command line.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { build, environment, install } from './start.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const node = install({ withDevelopment: false });
build(node);
const run = spawnSync(node, ['--enable-source-maps', path.join(root, 'dist/cli.mjs'), ...process.argv.slice(2)], { stdio: 'inherit', cwd: root, env: environment() });
process.exit(run.status ?? 1);
