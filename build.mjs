// `npm run build`: bundles the server, the command line, the print worker and the browser's assets into dist/.
// Packages stay outside the server bundle; assets carry their content hash.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));

/** The server, the command line and the print worker, into a folder of the project. */
export async function buildServer(outdir = 'dist') {
  await build({
    absWorkingDir: root,
    entryPoints: { main: './src/main.ts', cli: './src/cli.ts', 'paper-worker': './src/paper/worker.ts' },
    outdir,
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
  });
}

/** Style sheet, script and fonts for the browser, and the manifest that the server reads their addresses from. */
export async function buildAssets() {
  const folder = path.join(root, 'dist/assets');
  mkdirSync(folder, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { krom: './src/ui/islands/main.ts', style: './src/ui/styles/main.css', icon: './src/ui/icon.svg' },
    outdir: 'dist/assets',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome120', 'firefox120', 'safari17'],
    loader: { '.woff2': 'file', '.svg': 'copy' },
    metafile: true,
    logLevel: 'warning',
  });
  const find = (entry) => `/assets/${path.basename(Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entry)[0])}`;
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify({ script: find('src/ui/islands/main.ts'), css: find('src/ui/styles/main.css'), icon: find('src/ui/icon.svg') }));
}

/** @param clean false keeps what was built before: a house that runs from it goes on when the new source does not build */
export async function buildAll({ clean = true } = {}) {
  if (clean) rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  await Promise.all([buildServer(), buildAssets()]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
