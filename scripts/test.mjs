// `npm test`: all that CI runs. Checks, then every test on a real PostgreSQL and a real browser.
// `npm test -- <path>` runs the tests of one path only.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { install } from '../start.mjs';
import { check } from './check.mjs';
import { ensurePrograms, root, step } from './tools.mjs';

const node = install({ withDevelopment: true });
const only = process.argv.slice(2);
if (!ensurePrograms()) process.exit(1);

const checked = only.length === 0 ? check(node) : { passed: 0, failed: 0 };
const built = step('build', node, ['build.mjs']);
const report = path.join(root, 'dist', 'test-report.json');
rmSync(report, { force: true });
const ran = built && step('tests', node, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only]);

let passed = checked.passed;
let failed = checked.failed + (built ? 0 : 1);
try {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  // A file that could not be loaded has no test to count, yet it is a failure.
  failed += result.numFailedTests + result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
} catch {
  failed += 1;
}
if (!ran && failed === 0) failed = 1;
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
