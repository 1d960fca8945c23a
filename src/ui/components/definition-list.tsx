/** Facts in pairs: a name and what it is. */
import type { ComponentChildren, VNode } from 'preact';

export type Definition = { term: string; value: ComponentChildren };

/** Pairs without a value are left out. `ruled` draws hairlines, for long lists that are read across. */
export function DefinitionList({ items, ruled }: { items: readonly Definition[]; ruled?: boolean }): VNode {
  const shown = items.filter((item) => item.value !== null && item.value !== undefined && item.value !== '');
  return (
    <dl class={ruled ? 'dl dl-ruled' : 'dl'}>
      {shown.map((item) => (
        <>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </>
      ))}
    </dl>
  );
}
