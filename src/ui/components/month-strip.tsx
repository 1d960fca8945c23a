/** Work laid out on the twelve months of a year: where it lies, how far it is, where it runs over. */
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';

export type MonthCell = 'none' | 'planned' | 'under-way' | 'done' | 'late' | 'next-year';

export type MonthStripRow = { key: string; title: ComponentChildren; cells: readonly MonthCell[] };

export type MonthStripProps = {
  label: string;
  /** Over the names of the rows. */
  head: string;
  /** Short names of the months, in the order of the year. */
  months: readonly string[];
  rows: readonly MonthStripRow[];
  /** Number of the month now, from 1. */
  now?: number;
  nowWords: string;
  /** What the cells say to those who do not see them; also the legend. */
  words: Readonly<Record<Exclude<MonthCell, 'none'>, string>>;
};

export function MonthStrip({ label, head, months, rows, now, nowWords, words }: MonthStripProps): VNode {
  const captionId = useId();
  const used = (Object.keys(words) as (keyof typeof words)[]).filter((cell) => rows.some(({ cells }) => cells.includes(cell)));
  return (
    <div class="strip">
      <div class="scroll" tabIndex={0} role="group" aria-labelledby={captionId}>
        <table>
          <caption id={captionId} class="vh">{label}</caption>
          <thead>
            <tr><th scope="col" class="strip-head">{head}</th>{months.map((month, at) => <th scope="col" class={at + 1 === now ? 'strip-now' : undefined}>{month}{at + 1 === now ? <span class="vh"> ({nowWords})</span> : null}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map(({ key, title, cells }) => (
              <tr key={key}>
                <th scope="row">{title}</th>
                {cells.map((cell, at) => <td class={at + 1 === now ? 'strip-now' : undefined}><span class={`strip-key strip-${cell}`}>{cell === 'none' ? null : <span class="vh">{words[cell]}</span>}</span></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul class="strip-legend" aria-hidden="true">{used.map((cell) => <li><span class={`strip-key strip-${cell}`} />{words[cell]}</li>)}</ul>
    </div>
  );
}
