import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot, readConfig } from '../../src/platform/config.ts';

// What ops/ gives to an office, as far as it can be tried without an engine of containers or a booted machine.

const ops = path.join(projectRoot, 'ops');
const read = (file: string) => readFileSync(path.join(ops, file), 'utf8');
const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

test.skipIf(!has('systemd-analyze'))(`the units are whole and hardened${has('systemd-analyze') ? '' : ' (skipped: no systemd-analyze here)'}`, () => {
  // Programs that a unit names must be there for the check: the units are checked as for a place that has them.
  const place = mkdtempSync(path.join(os.tmpdir(), 'krom-units-'));
  mkdirSync(path.join(place, 'bin'));
  symlinkSync(process.execPath, path.join(place, 'bin/node'));
  writeFileSync(path.join(place, 'krom.env'), '');
  const units = readdirSync(path.join(ops, 'systemd'));
  expect(units.toSorted()).toEqual(['krom-backup.service', 'krom-backup.timer', 'krom-web@.service', 'krom-worker.service']);
  for (const unit of units) {
    const text = read(`systemd/${unit}`).replaceAll('/opt/krom/node_modules/.bin/node', path.join(place, 'bin/node')).replaceAll('WorkingDirectory=/opt/krom', `WorkingDirectory=${place}`);
    writeFileSync(path.join(place, unit), text);
  }
  copyFileSync(path.join(place, 'krom-web@.service'), path.join(place, 'krom-web@3001.service'));
  for (const unit of ['krom-web@3001.service', 'krom-worker.service', 'krom-backup.service', 'krom-backup.timer']) {
    const done = spawnSync('systemd-analyze', ['verify', '--man=no', path.join(place, unit)], { encoding: 'utf8', env: { ...process.env, SYSTEMD_UNIT_PATH: `${place}:` } });
    // What other units of this machine lack is not ours.
    const ours = `${done.stdout}${done.stderr}`.split('\n').filter((line) => line.includes('krom') && !/user=krom|User krom|Failed to (?:resolve|look up) user/i.test(line));
    expect([unit, ours]).toEqual([unit, []]);
  }
  rmSync(place, { recursive: true, force: true });
  for (const unit of units.filter((one) => one.endsWith('.service'))) {
    for (const line of ['User=krom', 'NoNewPrivileges=yes', 'ProtectSystem=strict', 'CapabilityBoundingSet=', 'EnvironmentFile=/etc/krom/krom.env']) expect([unit, read(`systemd/${unit}`)]).toEqual([unit, expect.stringContaining(`\n${line}\n`)]);
  }
});

const composes = has('docker') && spawnSync('docker', ['compose', 'version']).status === 0;
test.skipIf(!composes)(`compose takes the file${composes ? '' : ' (skipped: no docker compose here)'}`, () => {
  const env = path.join(ops, 'krom.env');
  const made = !existsSync(env);
  if (made) copyFileSync(path.join(ops, 'krom.env.example'), env);
  try {
    const done = spawnSync('docker', ['compose', '-f', path.join(ops, 'compose.yaml'), 'config', '--format', 'json'], { encoding: 'utf8', env: { ...process.env, POSTGRES_PASSWORD: 'p', KROM_OWNER_PASSWORD: 'o', KROM_APP_PASSWORD: 'a' } });
    expect(done.stderr).toBe('');
    const { services } = JSON.parse(done.stdout) as { services: Record<string, { environment?: Record<string, string>; read_only?: boolean }> };
    expect(Object.keys(services).toSorted()).toEqual(['postgres', 'proxy', 'web-1', 'web-2', 'worker']);
    for (const name of ['web-1', 'web-2', 'worker']) {
      const service = services[name];
      expect(service?.read_only).toBe(true);
      // The program itself takes these settings.
      expect(readConfig(service?.environment ?? {})).toMatchObject({ role: name === 'worker' ? 'worker' : 'web', demo: false, trustProxy: true, ownerUrl: name === 'worker' ? 'postgres://krom_owner:o@postgres:5432/krom' : undefined });
    }
  } finally {
    if (made) rmSync(env);
  }
});

test('the image is built from what is there, runs as nobody in particular, and every file that no engine has run says so', () => {
  const image = read('Dockerfile');
  for (const [, files] of image.matchAll(/^COPY (?!--from)(.+)$/gm)) {
    for (const file of (files as string).split(' ').slice(0, -1)) expect([file, existsSync(path.join(projectRoot, file))]).toEqual([file, true]);
  }
  expect(image).toMatch(/^USER 10001:10001$/m);
  expect(image).toMatch(/^HEALTHCHECK /m);
  for (const file of ['Dockerfile', 'compose.yaml', 'proxy/haproxy.cfg']) expect(read(file).slice(0, 300)).toContain('Untried with an engine');
});

test('the example of settings holds only settings that there are', () => {
  const known = readFileSync(path.join(projectRoot, 'src/platform/config.ts'), 'utf8');
  for (const [, name] of read('krom.env.example').matchAll(/^#?([A-Z_]+)=/gm)) expect([name, known.includes(`${name}:`)]).toEqual([name, true]);
});
