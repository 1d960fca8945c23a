import { createApp } from './app.ts';
import { createIdentify, signInPaths } from './house.ts';
import { modules } from './modules.ts';
import { readConfig } from './platform/config.ts';
import { startWorker } from './platform/jobs/worker.ts';
import { say, sayDemoAccounts, sayReady } from './start/banner.ts';
import { isEmpty, loadDemo } from './start/demo.ts';
import { openKrom } from './start/open.ts';

async function main(): Promise<void> {
  const config = readConfig();
  const krom = await openKrom(config);
  const { services } = krom;
  if (krom.embedded && !krom.embedded.folder.startsWith(config.dataFolder)) {
    say(`ฐานข้อมูลอยู่ที่ ${krom.embedded.folder} เพราะผู้ใช้ nobody เข้า ${config.dataFolder} ไม่ได้`, `The database is in ${krom.embedded.folder}: the unprivileged user cannot enter ${config.dataFolder}`);
  }
  const empty = await isEmpty(services);
  if (empty && config.demo) {
    say('กำลังเตรียมข้อมูลสาธิต…', 'Laying down the demo…');
    await loadDemo(modules, services);
    await krom.clock.reload();
  }

  const stops: (() => Promise<void>)[] = [];
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    for (const close of stops.reverse()) await close().catch((error: Error) => services.log.error({ error: error.message }, 'could not stop in order'));
    await krom.close();
    process.exit(code);
  };
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
  process.on('SIGHUP', () => void stop(0));

  if (config.role !== 'web') {
    const worker = await startWorker({
      services,
      ownerUrl: krom.ownerUrl,
      jobs: modules.flatMap((module) => module.jobs ?? []),
      recurring: modules.flatMap((module) => module.recurring ?? []),
      clock: krom.clock,
    });
    stops.push(() => worker.stop());
  }
  if (config.role !== 'worker') {
    const app = await createApp({ services, modules, identify: createIdentify(modules), paths: signInPaths, listener: krom.listener });
    stops.push(() => app.close());
    try {
      await app.listen({ port: config.port, host: config.host });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      say(`พอร์ต ${config.port} มีโปรแกรมอื่นใช้อยู่ เลือกพอร์ตอื่น เช่น PORT=${config.port + 1} npm start`, `Port ${config.port} is taken. Choose another: PORT=${config.port + 1} npm start`);
      await stop(1);
      return;
    }
    const address = app.server.address();
    sayReady(typeof address === 'object' && address ? address.port : config.port, config);
    if (config.demo) sayDemoAccounts();
    else if (empty) say('สร้างผู้ดูแลคนแรก: npx krom admin create', 'Make the first administrator: npx krom admin create');
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  if (process.env['KROM_LOG'] === 'debug') console.error(error.stack);
  process.exit(1);
});
