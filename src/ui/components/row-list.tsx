/** The rows of an inbox: one line each on a desk, three short lines on a phone. Keys j and k walk them, Enter opens. */
import type { ComponentChildren, VNode } from 'preact';
import { useUi } from '../context.tsx';

export type Row = {
  href: string;
  /** Number or kind, as on its paper. */
  no: string;
  title: string;
  /** A Stamp before the title. */
  stamp?: ComponentChildren;
  from?: string;
  /** A Due, or anything short. */
  due?: ComponentChildren;
  read?: boolean;
  /** The row shown in the preview beside the list. */
  current?: boolean;
  /** A frame (turbo-frame id) that the row opens in, for the preview. */
  frame?: string;
  id?: string;
};

export type RowListProps = {
  label: string;
  rows: readonly Row[];
  /** Heads of the columns; without `from` that column is not there. */
  heads: { no: string; title: string; from?: string; due: string };
  /** Shown instead when there are no rows: an EmptyState. */
  empty?: ComponentChildren;
  id?: string;
};

export function RowList({ label, rows, heads, empty, id }: RowListProps): VNode {
  if (rows.length === 0 && empty) return <div id={id}>{empty}</div>;
  return (
    <div class={heads.from === undefined ? 'rows-nofrom' : undefined} id={id}>
      <div class="row row-head" aria-hidden="true">
        <span>{heads.no}</span>
        <span>{heads.title}</span>
        {heads.from === undefined ? null : <span>{heads.from}</span>}
        <span class="row-due">{heads.due}</span>
      </div>
      <ul class="rows" aria-label={label} data-keys-list="">
        {rows.map((row) => <li id={row.id}><RowLine row={row} heads={heads} /></li>)}
      </ul>
    </div>
  );
}

function RowLine({ row, heads }: { row: Row; heads: RowListProps['heads'] }): VNode {
  const { t } = useUi();
  return (
    <a class={row.read ? 'row row-read' : 'row'} href={row.href} aria-current={row.current ? 'true' : undefined} data-turbo-frame={row.frame}>
      <span class="row-no">{row.no}</span>
      <span class="row-title">
        {row.stamp}
        {row.title}
        {row.read === false ? <span class="vh"> ({t('read.not')})</span> : null}
      </span>
      {heads.from === undefined ? null : <span class="row-from">{row.from}</span>}
      <span class="row-due"><span class="vh">{heads.due} </span>{row.due}</span>
    </a>
  );
}
