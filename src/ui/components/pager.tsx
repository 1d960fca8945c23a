/** Paging by key (the last number seen), never by page number: rows that arrive meanwhile shift nothing. */
import type { ComponentChildren, VNode } from 'preact';
import { useUi } from '../context.tsx';

export type PagerProps = {
  /** What is shown now, e.g. "เลขที่ ๕๐๓–๕๐๐ จาก 503 รายการ". */
  range?: ComponentChildren;
  previous?: { href: string; label?: string };
  next?: { href: string; label?: string };
  /** The far end of the list, where it is as cheap as the near one. */
  last?: { href: string; label: string };
  /** Links at the end: export, a printable page. */
  extra?: ReadonlyArray<{ label: string; href: string; download?: boolean }>;
  /** Offers the browser's print of this page, which leaves out what is pressed. */
  print?: boolean;
  label?: string;
};

export function Pager({ range, previous, next, last, extra = [], print, label }: PagerProps): VNode | null {
  const { t } = useUi();
  // A list of one page needs no pager.
  const pages = previous !== undefined || next !== undefined;
  if (!pages && !range && extra.length === 0 && !print) return null;
  return (
    <nav class="pager" aria-label={label ?? t('pager')}>
      <span class="quiet">{range}</span>
      <ul>
        {pages ? <li>{previous ? <a href={previous.href} rel="prev">{previous.label ?? t('pager.previous')}</a> : <span class="quiet">{t('pager.previous')}</span>}</li> : null}
        {pages ? <li>{next ? <a href={next.href} rel="next">{next.label ?? t('pager.next')}</a> : <span class="quiet">{t('pager.next')}</span>}</li> : null}
        {last ? <li><a href={last.href}>{last.label}</a></li> : null}
        {print ? <li class="js-only"><button class="link-button" type="button" data-print="">{t('print')}</button></li> : null}
        {extra.map((link) => <li><a href={link.href} data-turbo={link.download ? 'false' : undefined}>{link.label}</a></li>)}
      </ul>
    </nav>
  );
}
