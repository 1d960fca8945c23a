import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/platform/config.ts';

/** Licences under which a part may run in a product of Apache-2.0. Another one is read by a person first. */
const allowed = new Set(['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Python-2.0', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)']);
/** Read by a person: the file beside it says more than the name. */
const read: Readonly<Record<string, string>> = { 'node_modules/duck': 'BSD: its LICENSE has the two clauses' };

test('every package that runs in service has a licence that the product may bear', () => {
  const { packages } = JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')) as { packages: Record<string, { dev?: boolean; license?: string }> };
  const running = Object.entries(packages).filter(([place, { dev }]) => place !== '' && !dev);
  expect(running.length).toBeGreaterThan(100);
  expect(running.filter(([place, { license }]) => !allowed.has(license ?? '') && !(place in read)).map(([place, { license }]) => `${place}: ${license}`)).toEqual([]);
});
