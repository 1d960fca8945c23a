/** Every act that is written to the audit log can be told to an auditor in words. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { modules } from '../src/modules.ts';

const source = fileURLToPath(new URL('../src/', import.meta.url));
const told = new Set(modules.flatMap((module) => Object.keys(module.acts ?? {})));

/** Acts named in the source: `action: 'module.act'`, also as one of two. Acts put together from parts have to be told by hand. */
function acts(): Map<string, string> {
  const found = new Map<string, string>();
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/\.test\.|testing\/|demo\//.test(file));
  for (const file of files) {
    for (const [, line] of readFileSync(source + file, 'utf8').matchAll(/(?<!\()\baction: ([^\n]*)/g)) {
      for (const [, act] of (line as string).split(/,\s*\w+:/)[0]?.matchAll(/'((?:assignments|correspondence|desk|integrations|meetings|notices|organisation|platform|privacy|system)\.[a-z-]+)'/g) ?? []) found.set(act as string, file);
    }
  }
  return found;
}

test('every act of the source has words', () => {
  const written = acts();
  expect(written.size).toBeGreaterThan(80);
  expect([...written].filter(([act]) => !told.has(act)).map(([act, file]) => `${act} in ${file}`)).toEqual([]);
});

test('an act is told once, by one module', () => {
  const all = modules.flatMap((module) => Object.keys(module.acts ?? {}));
  expect(all.length).toBe(told.size);
});
