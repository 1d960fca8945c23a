/** One thing on a quiet desk: sign-in, errors, a question as a page. */
import type { ComponentChildren, VNode } from 'preact';
import type { FlashProps } from '../components/flash.tsx';
import { Document } from './document.tsx';
import type { DocumentProps } from './document.tsx';
import { Brand, FlashFlow, LiveFlash, SkipLink } from './parts.tsx';

export type PlainProps = Omit<DocumentProps, 'children' | 'bodyClass'> & {
  home?: string;
  brandName?: string;
  /** At the end of the top line: a LanguageSwitch. */
  corner?: ComponentChildren;
  foot?: ComponentChildren;
  flash?: readonly FlashProps[];
  children: ComponentChildren;
};

export function PlainLayout({ home = '/', brandName, corner, foot, flash, children, ...document }: PlainProps): VNode {
  return (
    <Document {...document} bodyClass="plain">
      <SkipLink />
      <header class="plain-top">
        <Brand href={home} name={brandName} />
        {corner}
      </header>
      <main id="main" tabIndex={-1} class="plain-main"><FlashFlow flash={flash} />{children}</main>
      {foot ? <footer class="plain-foot">{foot}</footer> : <span />}
      <LiveFlash />
    </Document>
  );
}
