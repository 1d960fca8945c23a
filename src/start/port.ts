import { createServer } from 'node:net';
import type { Config } from '../platform/config.ts';
import { usersOf } from './presence.ts';

/** Why a port cannot be listened on: the code of the system (EADDRINUSE, EACCES, EADDRNOTAVAIL), or undefined when it can. */
export function portTrouble(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

async function nextFree(port: number, host: string): Promise<number> {
  for (let next = port + 1; next < Math.min(port + 100, 65_536); next++) if ((await portTrouble(next, host)) === undefined) return next;
  return 0;
}

/** What to tell a person whose address cannot be used, with the way out. */
export async function portWords(trouble: string, config: Config): Promise<{ th: string; en: string }> {
  const { port, host } = config;
  if (trouble === 'EACCES') {
    return {
      th: `ไม่มีสิทธิใช้พอร์ต ${port} เลือกพอร์ตตั้งแต่ 1024 ขึ้นไป เช่น PORT=3000 npm start`,
      en: `You may not use port ${port}. Choose one from 1024 up: PORT=3000 npm start`,
    };
  }
  if (trouble !== 'EADDRINUSE') {
    return {
      th: `เครื่องนี้ไม่มีที่อยู่ ${host} (${trouble}) ตั้ง HOST ใหม่ เช่น HOST=127.0.0.1 npm start`,
      en: `This machine has no address ${host} (${trouble}). Set another: HOST=127.0.0.1 npm start`,
    };
  }
  const free = await nextFree(port, host);
  const others = usersOf(config.dataFolder).filter((pid) => pid !== process.pid);
  const running = others.length > 0;
  return {
    th: `พอร์ต ${port} มีโปรแกรมอื่นใช้อยู่${running ? ` (ระบบนี้กำลังทำงานบนโฟลเดอร์ข้อมูลเดียวกันอยู่แล้ว ลองเปิด http://localhost:${port})` : ''} เลือกพอร์ตอื่น เช่น PORT=${free} npm start`,
    en: `Port ${port} is taken${running ? ` (Krom already runs on this data folder: try http://localhost:${port})` : ''}. Choose another: PORT=${free} npm start`,
  };
}
