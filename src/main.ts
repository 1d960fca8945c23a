import { createApp } from './app.ts';
import { createIdentify, signInPaths } from './house.ts';
import { modules } from './modules.ts';
import { readConfig, type Config } from './platform/config.ts';
import { checkReady } from './platform/health.ts';
import { Drain } from './platform/http/drain.ts';
import { startWorker } from './platform/jobs/worker.ts';
import { say, sayDemoAccounts, sayReady } from './start/banner.ts';
import { loadDemo } from './start/demo.ts';
import { openKrom, type OpenKrom } from './start/open.ts';
import { openMetrics } from './start/metrics.ts';
import { patiently } from './start/patiently.ts';
import { portTrouble, portWords } from './start/port.ts';
import { stopping } from './start/stopping.ts';

/** Where the database and its programs are, when that is not where a person would look. */
function sayPlaces({ embedded }: OpenKrom, config: Config): void {
  if (!embedded) return;
  if (!embedded.folder.startsWith(config.dataFolder)) {
    say(`ฐานข้อมูลอยู่ที่ ${embedded.folder} เพราะผู้ใช้ nobody เข้า ${config.dataFolder} ไม่ได้`, `The database is in ${embedded.folder}: the unprivileged user cannot enter ${config.dataFolder}`);
  }
  if (embedded.programs) say(`โปรแกรมฐานข้อมูลอยู่ที่ ${embedded.programs}`, `The programs of the database are in ${embedded.programs}`);
}

/** Refuses an address that cannot be used, before anything is done. */
async function checkAddress(config: Config): Promise<void> {
  if (config.role === 'worker') return;
  const trouble = await portTrouble(config.port, config.host);
  if (!trouble) return;
  const { th, en } = await portWords(trouble, config);
  say(th, en);
  process.exit(1);
}

async function main(): Promise<void> {
  const config = readConfig();
  await checkAddress(config);
  // Asked to stop while still opening: in order once it is open, at once when asked again.
  let asked = 0;
  let stopNow: ((signal: NodeJS.Signals) => void) | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      asked += 1;
      if (stopNow) stopNow(signal);
      else if (asked > 2) process.exit(1);
    });
  }
  const krom = await openKrom(config);
  const { services } = krom;
  const { demo } = services.config;

  const drain = new Drain();
  const end = stopping(drain, services.log);
  end.ends.push(() => krom.close());
  stopNow = (signal) => void end.stop(0, signal === 'SIGTERM' && config.role !== 'worker' ? config.drainMs : 0);
  if (asked > 0) return end.stop(0);

  try {
    sayPlaces(krom, config);
    if (krom.empty && demo) {
      say('กำลังเตรียมข้อมูลสาธิต…', 'Laying down the demo…');
      await patiently(services.log, () => loadDemo(modules, services));
      await patiently(services.log, () => krom.clock.reload());
    }
    const metrics = await openMetrics(services, end, { drain, ready: async () => !drain.begun && (await checkReady(services)).ok });
    if (config.role !== 'web') {
      const worker = await patiently(services.log, () => startWorker({
        services,
        ownerUrl: krom.ownerUrl,
        jobs: modules.flatMap((module) => module.jobs ?? []),
        recurring: modules.flatMap((module) => module.recurring ?? []),
        clock: krom.clock,
        ...(metrics ? { onJobEnd: metrics.jobEnded } : {}),
      }));
      end.ends.push(() => worker.stop());
      if (config.role === 'worker') say('ตัวทำงานเบื้องหลังพร้อม', 'The worker is ready');
    }
    if (config.role !== 'worker') {
      const app = await createApp({ services, modules, identify: createIdentify(modules), paths: signInPaths, listener: krom.listener, drain, ...(metrics ? { metrics, onPage: ({ page, stats }) => metrics.page(page, stats.statements, stats.rows) } : {}) });
      end.ends.push(() => app.close());
      await app.listen({ port: config.port, host: config.host });
      const address = app.server.address();
      sayReady(typeof address === 'object' && address ? address.port : config.port, config);
      if (demo) sayDemoAccounts();
      else if (krom.holdsDemo) say('ฐานข้อมูลนี้เป็นข้อมูลสาธิตซึ่งใช้รหัสผ่านที่ทุกคนรู้ ห้ามใช้ปฏิบัติงานจริง ล้างได้ด้วย npm run reset', 'This database holds the demo, with passwords that everybody knows: never work with it. Forget it with npm run reset');
      else if (krom.empty) {
        const command = `${process.env['KROM_DATA'] ? `KROM_DATA=${config.dataFolder} ` : ''}npx krom admin create --username admin --name "ชื่อ นามสกุล"`;
        say(`สร้างผู้ดูแลคนแรก: ${command}`, `Make the first administrator: ${command}`);
      }
    }
  } catch (error) {
    if (end.begun) return;
    console.error((error as Error).message);
    services.log.debug({ error }, 'the start failed');
    await end.stop(1);
  }
}

// A full disk or a closed pipe under the log must not end the house.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

main().catch((error: Error) => {
  console.error(error.message);
  if (process.env['KROM_LOG'] === 'debug') console.error(error.stack);
  process.exit(1);
});
