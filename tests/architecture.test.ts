/**
 * The walls of the house as they stand in .dependency-cruiser.cjs and .oxlintrc.json. Each wall is shown to hold by a
 * small house of its own in which it is broken.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { modules } from '../src/modules.ts';
import { projectRoot } from '../src/platform/config.ts';
import { readMigrations } from '../src/platform/db/migrate.ts';
import type { Messages } from '../src/platform/words.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Writes a small house of its own: file → text. */
function houseOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-walls-'));
  folders.push(folder);
  const all = {
    'tsconfig.json': JSON.stringify({ compilerOptions: { target: 'ES2024', module: 'NodeNext', moduleResolution: 'NodeNext', strict: true, noEmit: true, allowImportingTsExtensions: true, types: [] }, include: ['src', 'tests'] }),
    'package.json': '{"type":"module"}',
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** What dependency-cruiser says of the `src` of a folder. */
function brokenWalls(folder: string): string[] {
  const cruiser = path.join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const done = spawnSync(process.execPath, [cruiser, '--config', path.join(projectRoot, '.dependency-cruiser.cjs'), '--output-type', 'json', 'src'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!done.stdout.startsWith('{')) throw new Error(`dependency-cruiser said: ${done.stderr}`);
  const { summary } = JSON.parse(done.stdout) as { summary: { violations: Violation[]; totalCruised: number } };
  expect(summary.totalCruised).toBeGreaterThan(1);
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

/** What oxlint says of the `src` of a folder: `rule file`. */
function lintErrors(folder: string): string[] {
  const bin = (name: string) => path.join(projectRoot, 'node_modules/.bin', name);
  const env = { ...process.env, OXLINT_TSGOLINT_PATH: bin('tsgolint') };
  const done = spawnSync(bin('oxlint'), ['--config', path.join(projectRoot, '.oxlintrc.json'), '--format', 'json', 'src'], { cwd: folder, encoding: 'utf8', env });
  if (!done.stdout.trimStart().startsWith('{')) throw new Error(`oxlint said: ${done.stdout}${done.stderr}`);
  const { diagnostics } = JSON.parse(done.stdout) as { diagnostics: { code: string; filename: string }[] };
  return diagnostics.map(({ code, filename }) => `${code} ${filename}`);
}

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => path.join(folder, file));
}

const moduleFolders = readdirSync(path.join(projectRoot, 'src/modules'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);

describe('walls between the parts', () => {
  test('stand in src', () => {
    expect(brokenWalls(projectRoot)).toEqual([]);
  });

  const empty = 'export const x = 1;\n';
  const uses = (what: string) => `import { x } from '${what}';\nexport const y = x;\n`;
  test.each([
    ['no-circle', { 'src/thai/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n", 'src/thai/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n" }],
    ['modules-talk-through-index', { 'src/modules/letters/features/send-letter/page.ts': uses('../../../people/store.ts'), 'src/modules/people/store.ts': empty }],
    ['modules-talk-through-index', { 'src/modules/letters/store.ts': uses('../people/store/units.ts'), 'src/modules/people/store/units.ts': empty }],
    ['modules-talk-through-index', { 'src/modules/letters/features/send-letter/page.ts': uses('../../../people/demo/cast.ts'), 'src/modules/people/demo/cast.ts': empty }],
    ['demos-share-the-cast', { 'src/modules/letters/demo/load.ts': uses('../../people/demo/load.ts'), 'src/modules/people/demo/load.ts': empty }],
    ['demos-share-the-cast', { 'src/modules/letters/letters.test.ts': uses('../people/store/units.ts'), 'src/modules/people/store/units.ts': empty }],
    ['platform-knows-no-module', { 'src/platform/http/mount.ts': uses('../../modules/people/index.ts'), 'src/modules/people/index.ts': empty }],
    ['ui-knows-no-data', { 'src/ui/components/button.ts': uses('../../platform/db.ts'), 'src/platform/db.ts': empty }],
    ['thai-is-pure', { 'src/thai/digits.ts': "import { readFileSync } from 'node:fs';\nexport const y = readFileSync;\n", 'src/thai/x.ts': empty }],
    ['paper-knows-no-module', { 'src/paper/memo.ts': uses('../modules/people/index.ts'), 'src/modules/people/index.ts': empty }],
    ['domain-is-pure', { 'src/modules/people/domain/rules.ts': uses('../store.ts'), 'src/modules/people/store.ts': empty }],
    ['outside-effects-are-jobs', { 'src/modules/people/features/tell-people/action.ts': uses('../../../../adapters/smtp.ts'), 'src/adapters/smtp.ts': empty }],
    ['outside-effects-are-jobs', { 'src/platform/http/mount.ts': uses('../../adapters/smtp.ts'), 'src/adapters/smtp.ts': empty }],
    ['features-have-no-io', { 'src/modules/people/features/list-people/page.ts': "import { readFileSync } from 'node:fs';\nexport const y = readFileSync;\n", 'src/x.ts': empty }],
    ['features-have-no-io', { 'src/modules/people/store/people.ts': "import { request } from 'node:https';\nexport const y = request;\n", 'src/x.ts': empty }],
    ['unsafe-is-listed', { 'src/modules/people/store.ts': uses('../../platform/db/unsafe-read.ts'), 'src/platform/db/unsafe-read.ts': empty }],
    ['tests-stay-outside', { 'src/modules/people/store.ts': uses('../../../tests/support/db.ts'), 'tests/support/db.ts': empty, 'src/x.ts': empty }],
    ['nothing-unresolved', { 'src/a.ts': uses('./gone.ts'), 'src/x.ts': empty }],
  ])('%s is noticed when broken (%#)', (rule, files) => {
    expect(brokenWalls(houseOf(files)).map((line) => line.split(':')[0])).toContain(rule);
  });

  test('what is allowed is not complained about', () => {
    const files = {
      'src/modules/letters/features/send-letter/action.ts': uses('../../../people/index.ts'),
      'src/modules/people/index.ts': uses('./store.ts'),
      'src/modules/people/store.ts': uses('../../platform/db/database.ts'),
      'src/platform/db/database.ts': empty,
      'src/modules/letters/demo/load.ts': uses('../../people/demo/cast.ts'),
      'src/modules/letters/letters.test.ts': uses('../people/demo/cast.ts'),
      'src/modules/people/demo/cast.ts': empty,
      'src/modules/people/jobs.ts': uses('../../adapters/smtp.ts'),
      'src/adapters/smtp.ts': empty,
    };
    expect(brokenWalls(houseOf(files))).toEqual([]);
  });
});

describe('the linter', () => {
  const lines = (count: number) => `${Array.from({ length: count }, (_, n) => `export const line${n} = ${n};`).join('\n')}\n`;

  test('notices what the house forbids', () => {
    const told = lintErrors(houseOf({
      'src/any.ts': 'export const x: any = 1;\n',
      'src/floating.ts': 'const later = async (): Promise<number> => 1;\nexport function go(): void { later(); }\n',
      'src/default.ts': 'export default 1;\n',
      'src/misused.ts': "const later = async (): Promise<boolean> => true;\nexport const go = (): string => (later() ? 'a' : 'b');\n",
      'src/switch.ts': "export function name(kind: 'a' | 'b'): string | undefined { switch (kind) { case 'a': return 'A'; } return undefined; }\n",
      'src/long.ts': lines(301),
      'src/long.test.ts': lines(501),
    }));
    for (const wanted of ['typescript(no-explicit-any) src/any.ts', 'typescript(no-floating-promises) src/floating.ts', 'import(no-default-export) src/default.ts', 'typescript(no-misused-promises) src/misused.ts', 'typescript(switch-exhaustiveness-check) src/switch.ts', 'eslint(max-lines) src/long.ts', 'eslint(max-lines) src/long.test.ts']) {
      expect(told).toContain(wanted);
    }
  });

  test('lets files of the agreed size pass', () => {
    expect(lintErrors(houseOf({ 'src/good.ts': lines(300), 'src/good.test.ts': lines(500) }))).toEqual([]);
  });

  test('is never switched off for the size of files or for promises, and for any only beside a reason', () => {
    const off = filesUnder('src', /\.tsx?$/).flatMap((file) => {
      const text = readFileSync(path.join(projectRoot, file), 'utf8').split('\n');
      return text.flatMap((line, at) => {
        if (!/(?:oxlint|eslint)-disable/.test(line)) return [];
        const reasoned = text.slice(Math.max(0, at - 6), at).some((before) => /^\s*(?:\/\/|\*|\/\*\*)/.test(before)) || / -- /.test(line);
        return /max-lines|floating-promises|misused-promises/.test(line) || (/explicit-any/.test(line) && !reasoned) ? [`${file}:${at + 1} ${line.trim()}`] : [];
      });
    });
    expect(off).toEqual([]);
  });
});

describe('the shape of the house', () => {
  test('pieces of one transaction run beside each other by `together`: with Promise.all some would go on after the rollback', () => {
    const loose = (text: string) => text.split('\n').some((line) => /Promise\.all\w*\(/.test(line) && /\btx\b/.test(line));
    expect(loose('const a = await Promise.all(ids.map((id) => findOne(tx, id)));')).toBe(true);
    expect(filesUnder('src/modules', /(?<!\.test)\.tsx?$/).filter((file) => loose(readFileSync(path.join(projectRoot, file), 'utf8')))).toEqual([]);
  });

  test('every component of the surface has examples', () => {
    const components = readdirSync(path.join(projectRoot, 'src/ui/components')).filter((file) => file.endsWith('.tsx') && !file.endsWith('.examples.tsx') && !file.endsWith('.test.tsx'));
    expect(components.length).toBeGreaterThan(30);
    expect(components.filter((file) => !existsSync(path.join(projectRoot, 'src/ui/components', file.replace('.tsx', '.examples.tsx'))))).toEqual([]);
  });

  test.each(moduleFolders)('%s has its README and its module.ts, and stands in src/modules.ts', (name) => {
    const there = (file: string) => existsSync(path.join(projectRoot, 'src/modules', name, file));
    expect(['README.md', 'module.ts'].filter((file) => !there(file))).toEqual([]);
    expect(modules.map((module) => module.name)).toContain(name);
  });

  test('a README of a module tells its purpose, its states and its permissions', () => {
    const thin = moduleFolders.filter((name) => {
      const file = path.join(projectRoot, 'src/modules', name, 'README.md');
      return !existsSync(file) || readFileSync(file, 'utf8').length < 600;
    });
    expect(thin).toEqual([]);
  });

  test('a feature folder is named verb-noun and holds at least one of form, page, action, download', () => {
    const odd = moduleFolders.flatMap((name) => {
      const folder = path.join(projectRoot, 'src/modules', name, 'features');
      if (!existsSync(folder)) return [];
      return readdirSync(folder).filter((feature) => {
        const files = readdirSync(path.join(folder, feature));
        return !/^[a-z]+(-[a-z]+)+$/.test(feature) || !files.some((file) => /(page|action|download|section)s?\.tsx?$/.test(file));
      }).map((feature) => `${name}/${feature}`);
    });
    expect(odd).toEqual([]);
  });

  test('migrations are numbered once, in the range of their module', () => {
    // The platform has the first hundred, each module with tables one of the others.
    const rooms = new Map([[0, 'platform'], [1, 'organisation'], [2, 'correspondence'], [3, 'assignments'], [4, 'meetings']]);
    const names = readMigrations().map(({ name }) => name);
    const wrong = names.filter((name) => {
      const [, number, module] = /^(\d{4})_([a-z]+)_[a-z_]+\.sql$/.exec(name) ?? [];
      if (number === undefined || module === undefined) return true;
      const room = Math.floor(Number(number) / 100);
      if (!rooms.has(room) && moduleFolders.includes(module) && ![...rooms.values()].includes(module)) rooms.set(room, module);
      return rooms.get(room) !== module;
    });
    expect(wrong).toEqual([]);
    expect(new Set(names.map((name) => name.slice(0, 4))).size).toBe(names.length);
  });
});

describe('two languages', async () => {
  const files = filesUnder('src', /(^|\/)messages[^/]*\.tsx?$/).filter((file) => !file.includes('.test.'));
  const tables: [string, Messages<string>][] = [];
  for (const file of files) {
    for (const [name, value] of Object.entries((await import(path.join(projectRoot, file))) as Record<string, unknown>)) {
      if (typeof value === 'object' && value !== null && 'th' in value && 'en' in value && typeof value.th === 'object') tables.push([`${file} ${name}`, value as Messages<string>]);
    }
  }

  test('the tables of messages are found', () => {
    expect(tables.length).toBeGreaterThan(30);
  });

  test.each(tables)('%s says the same keys and parameters in Thai and English', (name, { th, en }) => {
    expect(new Set(Object.keys(en))).toEqual(new Set(Object.keys(th)));
    const params = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] as string))].toSorted((a, b) => a.localeCompare(b)).join(' ');
    const wrong = Object.keys(th).filter((key) => !en[key]?.trim() || !th[key]?.trim() || params(th[key]) !== params(en[key]));
    expect(wrong).toEqual([]);
    // English that is the Thai again, or has no English word in it, is a forgotten translation.
    // The choice of language names each language in that language: whoever reads no English finds the way back by it.
    const ownName = name.startsWith('src/modules/organisation/features/my-account/messages.ts ') ? 'thai' : undefined;
    const forgotten = Object.entries(en).filter(([key, text]) => key !== ownName && /[\u0e01-\u0e4e]/.test(text) && (text === th[key] || !/[a-z]{2,}/i.test(text)));
    expect(forgotten).toEqual([]);
    const untranslated = Object.entries(th).filter(([, text]) => /[a-z]{3,} [a-z]{3,}/i.test(text) && !/[\u0e01-\u0e4e]/.test(text));
    expect(untranslated).toEqual([]);
  });
});
