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

/**
 * Legal days are those of Bangkok wherever the machine stands (design rule 10): everything runs half a world away from
 * it, and what reckons with days once more under UTC, where servers stand.
 */
const runs = [{ name: 'tests', zone: 'America/New_York', paths: only }];
if (only.length === 0) runs.push({ name: 'days, from another time zone', zone: 'UTC', paths: ['src/thai', '/domain/', 'src/platform/jobs', 'circulation/deadline'] });

let passed = checked.passed;
let failed = checked.failed + (built ? 0 : 1);
/** Told once more at the end, where whoever sees only the last lines finds them. */
const faults = [];
/** Files by how long they took, so that the whole stays under its quarter of an hour. */
const slow = [];
for (const [index, { name, zone, paths }] of built ? runs.entries() : []) {
  const report = path.join(root, 'dist', `test-report-${index}.json`);
  rmSync(report, { force: true });
  const ran = step(name, node, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...paths], { env: { TZ: zone } });
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    passed += result.numPassedTests;
    // A file that could not be loaded has no test to count, yet it is a failure.
    const broken = result.numFailedTests + result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    failed += ran ? broken : Math.max(1, broken);
    for (const file of result.testResults) {
      const where = path.relative(root, file.name);
      for (const { fullName, failureMessages } of file.assertionResults.filter(({ status }) => status === 'failed')) faults.push(`${where}: ${fullName}\n${failureMessages.join('\n').slice(0, 1500)}`);
      slow.push({ where, seconds: (file.endTime - file.startTime) / 1000 });
      if (file.status === 'failed' && file.assertionResults.length === 0) faults.push(`${where}: ${file.message.slice(0, 1500)}`);
    }
  } catch {
    failed += 1;
  }
}
if (only.length === 0) {
  console.log('\nslowest files');
  for (const { where, seconds } of slow.toSorted((a, b) => b.seconds - a.seconds).slice(0, 12)) console.log(`${seconds.toFixed(0).padStart(5)} s  ${where}`);
}
for (const fault of faults) console.log(`\nFAILED ${fault}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
