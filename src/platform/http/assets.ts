import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../config.ts';

export interface AssetUrls {
  readonly css: string;
  readonly script: string;
  readonly icon: string;
}

export const assetFolder = path.join(projectRoot, 'dist/assets');

/** Addresses of the built style sheet and script, with their content hash. Build first: `npm run build`. */
export function readAssets(): AssetUrls {
  const file = path.join(assetFolder, 'manifest.json');
  if (!existsSync(file)) throw new Error('dist/assets is missing: run `npm run build`');
  return JSON.parse(readFileSync(file, 'utf8')) as AssetUrls;
}
