/** Where the repository stands: templates, fonts and the optional native packages are found from here. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The first folder at or above `from` that holds a package.json: the repository in development, the installation
 * after `npm run build` (the bundles in dist/ lie below it too).
 * @throws when there is none, which means that the program was copied without its package.
 */
export function repositoryRoot(from: string = fileURLToPath(import.meta.url)): string {
  let folder = dirname(from);
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${from}: src/paper needs its templates and fonts`);
    folder = parent;
  }
  return folder;
}

export const templatesFolder = (root: string): string => join(root, 'src', 'paper', 'templates');
export const fontsFolder = (root: string): string => join(root, 'src', 'paper', 'fonts');
