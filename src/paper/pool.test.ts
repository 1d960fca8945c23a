import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PaperDocument } from './documents.ts';
import { createRenderer } from './renderer.ts';
import type { Renderer, RendererOptions } from './renderer.ts';

vi.setConfig({ testTimeout: 60_000 }); // real PDFs on a machine that may be busy

const entry = new URL('./testing/faulty-worker.ts', import.meta.url);
const createdAt = new Date(0);
const memo = (subject: string): PaperDocument => ({ kind: 'memo', unit: 'ก', subject, to: 'ข', body: ['ค'], signers: [{ name: 'ง' }] });

let open: Renderer[] = [];
function renderer(options: RendererOptions = {}): Renderer {
  const one = createRenderer({ size: 1, entry, ...options });
  open.push(one);
  return one;
}
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});

const code = async (one: Renderer, subject: string): Promise<string> => {
  const result = await one.renderPdf(memo(subject), { createdAt });
  return result.ok ? 'ok' : result.code;
};

describe('worker pool', () => {
  it.each(['die', 'throw outside', 'throw inside'])('survives a worker told to %s: that job fails, the next succeeds', async (order) => {
    const surprises: string[] = [];
    const one = renderer({ onSurprise: (what) => surprises.push(what) });
    const answers = await Promise.all([code(one, order), code(one, 'fine'), code(one, 'fine')]);
    expect(answers).toEqual(['RENDER_CRASHED', 'ok', 'ok']);
    expect(surprises).toHaveLength(1);
  });

  it('replaces a worker that takes too long', async () => {
    const one = renderer({ timeoutMs: 150 });
    expect(await Promise.all([code(one, 'hang'), code(one, 'fine')])).toEqual(['RENDER_TIMEOUT', 'ok']);
  });

  it('refuses what does not fit the queue, and only that', async () => {
    const one = renderer({ maxQueue: 2 });
    await one.warm();
    const answers = await Promise.all(Array.from({ length: 6 }, () => code(one, 'fine')));
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(3); // one being made, two waiting
    expect(answers.filter((answer) => answer === 'RENDERER_BUSY')).toHaveLength(3);
    expect(await code(one, 'fine')).toBe('ok');
  });

  it('does not use more workers than asked', async () => {
    const one = renderer({ size: 2 });
    const work = Promise.all(Array.from({ length: 8 }, () => code(one, 'fine')));
    await one.warm();
    expect(one.counts().workers).toBe(2);
    expect(new Set(await work)).toEqual(new Set(['ok']));
    expect(one.counts()).toEqual({ workers: 2, busy: 0, waiting: 0 });
  });

  it('fails what is unfinished when it is closed, and everything after', async () => {
    const one = renderer();
    const work = Promise.all([code(one, 'fine'), code(one, 'fine')]);
    await one.warm();
    await one.close();
    expect(await work).toEqual(['RENDERER_CLOSED', 'RENDERER_CLOSED']);
    expect(await code(one, 'fine')).toBe('RENDERER_CLOSED');
  });

  it('gives up when no worker ever gets ready', async () => {
    const one = renderer({ engine: 'dies-at-start' });
    expect(await code(one, 'fine')).toMatch(/RENDER_CRASHED|RENDERER_UNAVAILABLE/);
    const warm = await one.warm();
    expect(warm.ok ? 'ok' : warm.code).toBe('RENDERER_UNAVAILABLE');
    expect(await code(one, 'fine')).toBe('RENDERER_UNAVAILABLE');
  });
});
