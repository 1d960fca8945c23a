import { createRenderer } from '../../src/paper/index.ts';
import { ChromiumPrinter } from '../baselines/chromium-memo.ts';
import { inParallel, interleave, print, timed, type Side } from '../support/rounds.ts';
import { memoData } from './memo-data.ts';

let serial = 0;

/** `memo_pdf_vs_chromium`: one-page memos a second, data to repaired PDF, each side at its best concurrency. */
export async function benchMemoPdf(): Promise<void> {
  const renderer = createRenderer();
  const chromium = new ChromiumPrinter();
  const ours = (wide: number): Side => ({
    name: `krom ${wide}`,
    async round() {
      const pieces = 160;
      const ms = await timed(() =>
        inParallel(pieces, wide, async () => {
          const memo = memoData(serial++);
          const done = await renderer.renderPdf(
            { kind: 'memo', ...memo, body: [...memo.body], signers: [{ name: memo.signer, position: memo.position }] } as never,
            { createdAt: new Date(0) },
          );
          if (!done.ok) throw new Error(done.code);
        }),
      );
      return { ms, pieces };
    },
  });
  const theirs = (wide: number): Side => ({
    name: `chromium ${wide}`,
    async round() {
      const pieces = 40;
      await chromium.open(wide);
      const free = Array.from({ length: wide }, (_, tab) => tab);
      const ms = await timed(() =>
        inParallel(pieces, wide, async () => {
          const tab = free.pop() as number;
          await chromium.print(memoData(serial++), tab);
          free.push(tab);
        }),
      );
      return { ms, pieces };
    },
  });
  try {
    const { rates } = await interleave([ours(2), theirs(1), ours(4), theirs(2), theirs(4)]);
    const best = (name: string) => Math.max(...Object.entries(rates).filter(([key]) => key.startsWith(name)).map(([, rate]) => rate));
    print('memo_pdf_vs_chromium', best('krom') / best('chromium'), { krom_memos_per_s: best('krom'), chromium_memos_per_s: best('chromium'), rates });
  } finally {
    await chromium.close();
    await renderer.close();
  }
}
