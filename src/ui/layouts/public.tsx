/** The frame for citizens: a narrow column, few links, the language within reach. */
import type { ComponentChildren, VNode } from 'preact';
import type { FlashProps } from '../components/flash.tsx';
import { Document } from './document.tsx';
import type { DocumentProps } from './document.tsx';
import { Brand, FlashFlow, LiveFlash, SkipLink } from './parts.tsx';

export type PublicProps = Omit<DocumentProps, 'children' | 'bodyClass'> & {
  home?: string;
  brandName?: string;
  /** After the brand: "บริการประชาชน". */
  brandSub?: string;
  links?: ReadonlyArray<{ label: string; href: string; current?: boolean; lang?: string }>;
  foot?: { text: string; links?: ReadonlyArray<{ label: string; href: string }> };
  flash?: readonly FlashProps[];
  /** At the end of the top line: a LanguageSwitch. */
  corner?: ComponentChildren;
  /** Words for the navigation in the top bar. */
  navLabel?: string;
  children: ComponentChildren;
};

export function PublicLayout(props: PublicProps): VNode {
  const { home = '/', brandName, brandSub, links = [], foot, flash, corner, navLabel, children, ...document } = props;
  return (
    <Document {...document} bodyClass="public-body">
      <SkipLink />
      <header class="public-top">
        <div class="public-wide">
          <Brand href={home} name={brandName} sub={brandSub} />
          <div class="cluster">
            {links.length ? (
              <nav aria-label={navLabel ?? document.ui.t('menu')}>
                <ul>{links.map((link) => <li><a href={link.href} lang={link.lang} aria-current={link.current ? 'page' : undefined}>{link.label}</a></li>)}</ul>
              </nav>
            ) : null}
            {corner}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} class="public public-wide"><FlashFlow flash={flash} />{children}</main>
      {foot ? (
        <footer class="foot">
          <div class="public-wide">
            <ul>
              <li>{foot.text}</li>
              {(foot.links ?? []).map((link) => <li><a href={link.href}>{link.label}</a></li>)}
            </ul>
          </div>
        </footer>
      ) : null}
      <LiveFlash />
    </Document>
  );
}
