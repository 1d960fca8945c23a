import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, expect, it, vi } from 'vitest';
import { repositoryRoot } from './root.ts';

vi.setConfig({ testTimeout: 60_000 }); // real PDFs on a machine that may be busy

const root = repositoryRoot();
const folder = join(root, 'node_modules', '.cache', `krom-paper-${process.pid}`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('makes a PDF from the bundles too, as the build lays them out', async () => {
  mkdirSync(folder, { recursive: true });
  const main = join(folder, 'main.ts');
  writeFileSync(main, `
    import { createRenderer } from ${JSON.stringify(join(root, 'src/paper/index.ts'))};
    import { exampleMemo } from ${JSON.stringify(join(root, 'src/paper/examples.ts'))};
    const renderer = createRenderer({ size: 1, onSurprise: console.error });
    const result = await renderer.renderPdf(exampleMemo, { createdAt: new Date(0) });
    console.log(JSON.stringify(result.ok ? { pages: result.value.pages, head: Buffer.from(result.value.pdf.subarray(0, 5)).toString() } : result));
    await renderer.close();
  `);
  await build({
    entryPoints: { main, 'paper-worker': join(root, 'src/paper/worker.ts') }, outdir: folder, outExtension: { '.js': '.mjs' },
    bundle: true, platform: 'node', format: 'esm', target: 'node24', packages: 'external', logLevel: 'error',
  });
  const out = execFileSync(process.execPath, [join(folder, 'main.mjs')], { encoding: 'utf8', cwd: folder });
  expect(JSON.parse(out)).toEqual({ pages: 1, head: '%PDF-' });
});
