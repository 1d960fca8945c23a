import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/db.ts';
import { testServices } from '../../../tests/support/services.ts';
import { publicActor, systemActor, type Actor } from '../access/actor.ts';
import { listParkedJobs, retryParkedJob } from '../jobs/parked.ts';
import { runJobsNow } from '../jobs/run-now.ts';
import { listMail, sendMail } from './mail.ts';
import { closeMailSenders } from './send-mail-job.ts';

const db = useDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-mail-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const person: Actor = { ...publicActor, kind: 'person', id: 5, name: 'ผู้ส่ง', principals: [5] };
const servers: SMTPServer[] = [];
afterEach(async () => {
  closeMailSenders();
  for (const server of servers.splice(0)) await new Promise<void>((resolve) => server.close(() => resolve()));
  await db.owner.query('delete from graphile_worker._private_jobs; delete from platform.mail');
});

interface Peer {
  readonly url: string;
  readonly received: string[];
}

/** A mail server; `answer` decides for each mail: take it, refuse it, or die after taking it. */
async function mailServer(answer: (count: number) => 'take' | 'die' | number = () => 'take'): Promise<Peer> {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, done) {
      const verdict = answer(received.length + 1);
      done(typeof verdict === 'number' ? Object.assign(new Error('no such mailbox'), { responseCode: verdict }) : null);
    },
    onData(stream, _session, done) {
      void text(stream).then((mail) => {
        received.push(mail);
        if (answer(received.length) === 'die') {
          for (const connection of (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections) connection._socket.destroy();
        } else {
          done();
        }
      });
    },
  });
  server.on('error', () => {});
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}?ignoreTLS=true`, received };
}

const run = (smtpUrl?: string) =>
  runJobsNow({ ownerUrl: db.ownerUrl, services: testServices(db, folder, smtpUrl ? { KROM_SMTP_URL: smtpUrl } : {}), jobs: [], keepGoing: true });
const send = (to = 'somebody@example.test') => db.database.write(person, (tx) => sendMail(tx, { to, subject: 'ขอเชิญประชุม\r\nBcc: all@example.test', text: 'เรียนเชิญ' }));
const outbox = () => db.database.read(person, (tx) => listMail(tx, { limit: 50 }));
const again = () => db.owner.query('update graphile_worker._private_jobs set run_at = now()');
const messageId = (mail: string) => /^Message-ID: (.*)$/im.exec(mail)?.[1];

test('a mail goes out after commit, once, with Thai words and no smuggled header', async () => {
  const peer = await mailServer();
  await send();
  await db.database.write(person, async (tx) => {
    await sendMail(tx, { to: 'other@example.test', subject: 'x', text: 'x' });
    throw new Error('rolled back');
  }).catch(() => {});
  await run(peer.url);
  expect(peer.received).toHaveLength(1);
  expect(peer.received[0]).toMatch(/^To: somebody@example.test$/m);
  expect(peer.received[0]).not.toMatch(/^Bcc:/m);
  const words = [...peer.received[0]!.matchAll(/=\?UTF-8\?([BQ])\?([^?]+)\?=/gi)].map(([, how, word]) =>
    how!.toUpperCase() === 'B' ? Buffer.from(word!, 'base64') : Buffer.from(word!.replace(/_/g, ' ').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1'),
  );
  const subject = Buffer.concat(words).toString();
  expect(subject).toContain('ขอเชิญประชุม');
  expect(await outbox()).toMatchObject([{ state: 'sent', attempts: 1, sentAt: expect.any(Date), lastError: null }]);
  await run(peer.url);
  expect(peer.received).toHaveLength(1);
});

test('without a mail server it is kept for the outbox', async () => {
  await send();
  await run();
  expect(await outbox()).toMatchObject([{ state: 'kept', to: 'somebody@example.test', text: 'เรียนเชิญ' }]);
});

test('when the peer dies between accept and answer, the second copy carries the same message id', async () => {
  const peer = await mailServer((count) => (count === 1 ? 'die' : 'take'));
  await send();
  await run(peer.url);
  expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: 1, lastError: expect.any(String) }]);
  await again();
  await run(peer.url);
  expect(peer.received).toHaveLength(2);
  expect(messageId(peer.received[0]!)).toBe(messageId(peer.received[1]!));
  expect(await outbox()).toMatchObject([{ state: 'sent', attempts: 2, messageId: messageId(peer.received[0]!) }]);
});

test('a mailbox that does not exist parks the mail at once; a person may try again', async () => {
  let unknown = true;
  const peer = await mailServer(() => (unknown ? 550 : 'take'));
  await send();
  await run(peer.url);
  expect(await outbox()).toMatchObject([{ state: 'failed', attempts: 1, lastError: expect.stringContaining('no such mailbox') }]);
  const parked = await db.database.read(person, (tx) => listParkedJobs(tx, { limit: 5 }));
  expect(parked).toMatchObject([{ job: 'platform.send-mail', attempts: 1 }]);
  unknown = false;
  await db.database.write(person, (tx) => retryParkedJob(tx, parked[0]!.id));
  await run(peer.url);
  expect(await outbox()).toMatchObject([{ state: 'sent', attempts: 2 }]);
});

test('a server that is away is tried again and at last parked', async () => {
  await send();
  for (let i = 0; i < 12; i++) {
    await run('smtp://127.0.0.1:1?ignoreTLS=true');
    await again();
  }
  expect(await db.database.read(person, (tx) => listParkedJobs(tx, { limit: 5 }))).toMatchObject([{ attempts: 12 }]);
  expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: 12 }]);
});

test('a thousand recipients are two statements, a mail each, and the outbox is paged', async () => {
  const stats = { statements: 0, rows: 0 };
  const mails = Array.from({ length: 1000 }, (_, n) => ({ to: `p${n}@example.test`, subject: `เรื่อง ${n}`, text: 'x' }));
  await db.database.write(person, (tx) => sendMail(tx, mails), stats);
  expect(stats.statements).toBe(2);
  const jobs = await db.owner.query('select count(*)::int n from graphile_worker._private_jobs');
  expect(jobs.rows[0].n).toBe(1000);
  const first = await db.database.read(person, (tx) => listMail(tx, { limit: 150 }));
  const second = await db.database.read(person, (tx) => listMail(tx, { limit: 150, before: first.at(-1)! }));
  expect(new Set([...first, ...second].map((mail) => mail.id)).size).toBe(300);
});

test('nobody but the sending job reads mail through the table', async () => {
  await send();
  const look = (actor: Actor) => db.database.read(actor, (tx) => tx.db.selectFrom('platform.mail').select('body').execute());
  expect(await look(person)).toEqual([]);
  expect(await look(systemActor('x'))).toHaveLength(1);
  await expect(db.database.write(person, (tx) => tx.db.deleteFrom('platform.mail').execute())).rejects.toMatchObject({ code: '42501' });
});
