// `npm run build`: bundles the server, the command line, the print worker and the browser's assets into dist/.
// Packages stay outside the server bundle; assets carry their content hash.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));
process.chdir(root);

export async function buildAll() {
  rmSync('dist', { recursive: true, force: true });
  mkdirSync('dist/assets', { recursive: true });
  const [, assets] = await Promise.all([
    build({
      entryPoints: { main: 'src/main.ts', cli: 'src/cli.ts', 'paper-worker': 'src/paper/worker.ts' },
      outdir: 'dist',
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      target: 'node24',
      format: 'esm',
      packages: 'external',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcemap: 'linked',
      splitting: true,
      chunkNames: 'chunk-[hash]',
      logLevel: 'warning',
    }),
    build({
      entryPoints: { krom: 'src/ui/islands/main.ts', style: 'src/ui/styles/main.css' },
      outdir: 'dist/assets',
      entryNames: '[name]-[hash]',
      assetNames: '[name]-[hash]',
      bundle: true,
      minify: true,
      format: 'esm',
      target: ['chrome120', 'firefox120', 'safari17'],
      loader: { '.woff2': 'file', '.svg': 'file' },
      metafile: true,
      logLevel: 'warning',
    }),
  ]);
  const find = (entry) => '/assets/' + path.basename(Object.entries(assets.metafile.outputs).find(([, output]) => output.entryPoint === entry)[0]);
  writeFileSync('dist/assets/manifest.json', JSON.stringify({ script: find('src/ui/islands/main.ts'), css: find('src/ui/styles/main.css') }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
