/** A table of records: sortable by links, rows that can be chosen, cards on a phone. */
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';
import { useFieldId, useUi } from '../context.tsx';

export type Column<R> = {
  key: string;
  head: string;
  cell: (row: R) => ComponentChildren;
  /** `main` names the row (a row header, first on a card) · `num` to the end, one line · `nowrap` · `wide` room for a sentence · `act` buttons of the row, on its line · `tick` a mark under a head that may break */
  kind?: 'main' | 'num' | 'nowrap' | 'wide' | 'act' | 'tick';
  /** Makes the head a link. `direction` only on the column that is sorted now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' };
};

export type TableProps<R> = {
  caption: ComponentChildren;
  captionHidden?: boolean;
  columns: ReadonlyArray<Column<R>>;
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** The row shown elsewhere on the page. */
  isCurrent?: (row: R) => boolean;
  /** A voided row: kept, greyed. Strike its number in `cell`. */
  isVoid?: (row: R) => boolean;
  /** Checkboxes named `name`; put the table inside a form, with its buttons in `actions`. */
  select?: { name: string; value: (row: R) => string; label: (row: R) => string; selected?: readonly string[]; actions?: ComponentChildren };
  /** Shown instead of the body when there are no rows. */
  empty?: ComponentChildren;
  /** A head over rows that belong together and stand together: the day of a register. Rows of the same key share one. */
  group?: { key: (row: R) => string; head: (row: R) => ComponentChildren };
  /** Cells of the last line, by column key. */
  footer?: Readonly<Record<string, ComponentChildren>>;
  /** False scrolls sideways on a phone instead of turning rows into cards: for figures that must be compared. */
  cards?: boolean;
  id?: string;
};

/** From so many columns on, cells stand closer. */
const manyColumns = 8;

export function Table<R>(props: TableProps<R>): VNode {
  const { columns, rows, select, footer, cards = true } = props;
  const { t } = useUi();
  const allId = useFieldId(`${select?.name ?? 'all'}-all`);
  const captionId = useId();
  if (rows.length === 0) return <>{props.empty ?? <div class="empty"><p class="empty-title">{t('table.empty')}</p></div>}</>;
  return (
    <>
      {select?.actions ? (
        <div class="table-acts">
          <span>{t('table.selected')} <span data-select-count={select.name}>{select.selected?.length ?? 0}</span></span>
          {select.actions}
        </div>
      ) : null}
      <div class={cards ? undefined : 'scroll'} tabIndex={cards ? undefined : 0} role={cards ? undefined : 'group'} aria-labelledby={cards ? undefined : captionId}>
        <table class={['table', cards ? 'table-cards' : '', cards && columns.length >= manyColumns ? 'table-tight' : ''].filter(Boolean).join(' ')} id={props.id} role="table" data-keys-list="">
          <caption id={cards ? undefined : captionId} class={props.captionHidden ? 'vh' : undefined}>{props.caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {select ? (
                <th class="pick" scope="col" role="columnheader">
                  <label><input class="js-only" type="checkbox" data-select-all={select.name} aria-label={t('table.selectAll')} id={allId} /><span class="vh">{t('table.selectAll')}</span></label>
                </th>
              ) : null}
              {columns.map((column) => <Head column={column} />)}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row, index) => {
              const before = rows[index - 1];
              const begins = props.group && (before === undefined || props.group.key(before) !== props.group.key(row));
              return (
                <>
                  {begins ? <tr role="row" class="table-group"><th role="rowheader" colSpan={columns.length + (select ? 1 : 0)}>{props.group?.head(row)}</th></tr> : null}
                  <Line row={row} props={props} />
                </>
              );
            })}
          </tbody>
          {footer ? (
            <tfoot role="rowgroup">
              <tr role="row">
                {select ? <td role="cell" /> : null}
                {columns.map((column) => <td role="cell" class={column.kind === 'num' ? 'num' : undefined} data-label={column.head}>{footer[column.key]}</td>)}
              </tr>
            </tfoot>
          ) : null}
        </table>
      </div>
    </>
  );
}

function Head<R>({ column }: { column: Column<R> }): VNode {
  const { sort } = column;
  const arrow = sort?.direction === 'ascending' ? '▴' : sort?.direction === 'descending' ? '▾' : '';
  return (
    <th scope="col" role="columnheader" class={column.kind === 'num' || column.kind === 'tick' ? column.kind : undefined} aria-sort={sort?.direction}>
      {sort ? <a href={sort.href}><span>{column.head}</span>{arrow ? <span aria-hidden="true">{arrow}</span> : null}</a> : column.head}
    </th>
  );
}

function Line<R>({ row, props }: { row: R; props: TableProps<R> }): VNode {
  const { t } = useUi();
  const { select } = props;
  return (
    <tr role="row" id={props.id ? `${props.id}-${props.rowKey(row)}` : undefined} class={props.isVoid?.(row) ? 'table-void' : undefined} aria-current={props.isCurrent?.(row) ? 'true' : undefined}>
      {select ? (
        <td class="pick" role="cell">
          <label>
            <input
              class="row-check" type="checkbox" name={select.name} value={select.value(row)} checked={select.selected?.includes(select.value(row))}
              aria-label={t('table.select', { label: select.label(row) })}
            />
          </label>
        </td>
      ) : null}
      {props.columns.map((column) => (column.kind === 'main'
        ? <th scope="row" role="rowheader" class="cell-main">{column.cell(row)}</th>
        : <td role="cell" class={column.kind} data-label={column.head}>{wrapped(column.cell(row))}</td>))}
    </tr>
  );
}

/** On a card label and value stand side by side, so loose text needs a box. */
function wrapped(content: ComponentChildren): ComponentChildren {
  return content === null || content === undefined || content === '' || content === false ? null : <span>{content}</span>;
}
