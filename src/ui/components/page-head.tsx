/** The head of a page: its name, a line under it, and what can be done with the whole. */
import type { ComponentChildren, VNode } from 'preact';
import { Crumbs } from './crumbs.tsx';
import type { Crumb } from './crumbs.tsx';

export type PageHeadProps = {
  title: ComponentChildren;
  crumbs?: readonly Crumb[];
  sub?: ComponentChildren;
  /** Buttons, at most one of them `main`. */
  actions?: ComponentChildren;
  /** Another level than the page's own `h1`: for parts shown inside another page. */
  level?: 1 | 2;
};

export function PageHead({ title, crumbs, sub, actions, level = 1 }: PageHeadProps): VNode {
  return (
    <div class="page-head">
      {crumbs ? <Crumbs items={crumbs} /> : null}
      <div class="page-head-text">
        {level === 1 ? <h1>{title}</h1> : <h2>{title}</h2>}
        {sub ? <p class="page-head-sub">{sub}</p> : null}
      </div>
      {actions ? <div class="btn-row">{actions}</div> : null}
    </div>
  );
}
