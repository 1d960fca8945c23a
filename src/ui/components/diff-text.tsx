/** Text with what was added and what was taken out, run by run. Shapes (underline, strike) come before colours; both are spoken. */
import type { VNode } from 'preact';
import { useUi } from '../context.tsx';

export type DiffRun = { kind: 'same' | 'ins' | 'del'; text: string };

export function DiffText({ runs }: { runs: readonly DiffRun[] }): VNode {
  const { t } = useUi();
  return (
    <>
      {runs.map((run) => {
        if (run.kind === 'same') return run.text;
        const words = <><span class="vh"> {t(`diff.${run.kind}`)} </span>{run.text}<span class="vh"> {t('diff.end')} </span></>;
        return run.kind === 'ins' ? <ins>{words}</ins> : <del>{words}</del>;
      })}
    </>
  );
}
