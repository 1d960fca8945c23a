/** For tests only: a worker that misbehaves as the document's subject tells it to. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Reply, Request } from '../protocol.ts';

const say = (reply: Reply): void => parentPort?.postMessage(reply);

if (workerData?.engine === 'dies-at-start') process.exit(3);
parentPort?.on('message', ({ id, job }: Request) => {
  const order = job.document.kind === 'memo' ? job.document.subject : '';
  if (order === 'die') process.exit(1);
  if (order === 'throw outside') setTimeout(() => { throw new Error('outside'); }, 0);
  else if (order === 'throw inside') say({ type: 'threw', id, error: 'inside' });
  else if (order === 'hang') for (;;) { /* never answers */ }
  else setTimeout(() => say({ type: 'done', id, result: { output: 'pdf', pdf: new Uint8Array([1]), pages: 1, signatures: [] } }), 30);
});
say({ type: 'ready' });
