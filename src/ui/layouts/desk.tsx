/** Arrangements of a full-width screen: a list beside its preview, a document beside what can be done with it. */
import type { ComponentChildren, VNode } from 'preact';
import { useUi } from '../context.tsx';
import { Crumbs } from '../components/crumbs.tsx';
import type { Crumb } from '../components/crumbs.tsx';

export type SplitProps = { head: ComponentChildren; list: ComponentChildren; /** Hidden below 1240 px: everything in it must be reachable by opening the row. */ preview: ComponentChildren; previewLabel: string };

/** A list and, on a wide desk, the chosen one beside it. */
export function ListAndPreview({ head, list, preview, previewLabel }: SplitProps): VNode {
  return (
    <div class="split">
      <section>
        <div class="list-head">{head}</div>
        {list}
      </section>
      <aside class="split-preview" aria-label={previewLabel}><div class="split-sticky">{preview}</div></aside>
    </div>
  );
}

export type PaperDeskProps = {
  /** One or more Sheets, or an image of pages. */
  paper: ComponentChildren;
  crumbs?: readonly Crumb[];
  pages?: { page: number; pages: number; previous?: string; next?: string };
  /** What can be done: its own `h1`, notices, a form, who has answered. */
  side: ComponentChildren;
  /** Where the form of the side begins, for the bar that leads to it on a phone. */
  jump?: { href: string; label: string; note?: ComponentChildren };
  /** The sheet follows what is typed beside it, so it stays in sight while a long form is filled in. */
  live?: boolean;
};

/** The document is the hero; what can be done with it stands beside it, and below it on a phone. */
export function PaperDesk({ paper, crumbs, pages, side, jump, live }: PaperDeskProps): VNode {
  const { t, format } = useUi();
  return (
    <div class={live ? 'desk desk-live' : 'desk'}>
      <div class="desk-paper">
        {crumbs || pages ? (
          <div class="paper-bar">
            {crumbs ? <Crumbs items={crumbs} /> : <span />}
            {pages ? (
              <span class="paper-pages">
                {pages.previous ? <a href={pages.previous} rel="prev">{t('sheet.previous')}</a> : null}
                <span>{t('sheet.page', { page: format.number(pages.page), pages: format.number(pages.pages) })}</span>
                {pages.next ? <a href={pages.next} rel="next">{t('sheet.next')}</a> : null}
              </span>
            ) : null}
          </div>
        ) : null}
        {paper}
        {jump ? (
          <div class="desk-jump">
            <span class="mid">{jump.note}</span>
            <a class="btn btn-main" href={jump.href}>{jump.label}</a>
          </div>
        ) : null}
      </div>
      <div class="desk-side">{side}</div>
    </div>
  );
}

/** Buttons that stay in sight at the foot of a side while its form is long. */
export function StickyActions({ children }: { children: ComponentChildren }): VNode {
  return <div class="sticky-act">{children}</div>;
}
