// `npm run check`: everything that can be known without running the product. The same steps run first in `npm test`.
import { install } from '../start.mjs';
import { bin, root, step } from './tools.mjs';

export function check(node) {
  const run = (name, ...args) => step(name, node, args);
  const results = [
    run('types (tsc)', 'node_modules/typescript/bin/tsc', '-p', '.'),
    step('lint (oxlint)', bin('oxlint'), ['--config', '.oxlintrc.json', 'src', 'tests', 'bench', 'scripts']),
    run('walls between modules (dependency-cruiser)', 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.cjs', 'src'),
    run('nothing unused (knip)', 'node_modules/knip/bin/knip.js', '--no-progress'),
    run('database types are current', 'scripts/db-types.mjs', '--check'),
    run('the list of error codes is current', 'scripts/error-codes.mjs', '--check'),
  ];
  return { passed: results.filter(Boolean).length, failed: results.filter((good) => !good).length };
}

if (process.argv[1] === `${root}/scripts/check.mjs`) {
  const { failed } = check(install({ withDevelopment: true }));
  process.exit(failed === 0 ? 0 : 1);
}
