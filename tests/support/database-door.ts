import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A statement is about to reach the server: `text` is in it, and `after` was sent before by the same connection. */
export interface Moment {
  readonly text: string;
  readonly after?: string;
}

/** A way to a database server that a test may shut: whoever is inside is cut off, whoever knocks is refused, as while the server is restarted. */
export interface DatabaseDoor {
  /** The same address, through the door. */
  through(url: string): string;
  /** Shuts it for so long at each of these moments, once. */
  shutAt(moments: readonly Moment[], ms: number): void;
  /** The moments that have come. */
  readonly shut: readonly Moment[];
  close(): Promise<void>;
}

/** @param url of the server behind it */
export async function openDoor(url: string): Promise<DatabaseDoor> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const shut: Moment[] = [];
  let moments: readonly Moment[] = [];
  let shutMs = 0;
  let reopening: NodeJS.Timeout | undefined;
  const server = createServer((person) => {
    const behind = connect(Number(port), hostname);
    for (const socket of [person, behind]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        person.destroy();
        behind.destroy();
      });
    }
    behind.pipe(person);
    let said = '';
    person.on('data', (bytes) => {
      const moment = moments.find((one) => !shut.includes(one) && bytes.includes(one.text) && said.includes(one.after ?? ''));
      said += bytes.toString();
      if (!moment) return void behind.write(bytes);
      shut.push(moment);
      server.close();
      for (const socket of sockets) socket.destroy();
      reopening = setTimeout(() => server.listen(own, '127.0.0.1'), shutMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = (server.address() as AddressInfo).port;
  return {
    through(address) {
      const changed = new URL(address);
      changed.hostname = '127.0.0.1';
      changed.port = String(own);
      return changed.href;
    },
    shutAt(texts, ms) {
      moments = texts;
      shutMs = ms;
    },
    shut,
    async close() {
      clearTimeout(reopening);
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
