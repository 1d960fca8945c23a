/** The shell of every page. No inline script or style: the policy allows none. */
import { renderToString } from 'preact-render-to-string';
import type { ComponentChildren, VNode } from 'preact';
import { UiContext } from '../context.tsx';
import type { Ui } from '../context.tsx';
import { markThaiParts } from './thai-parts.ts';

export type DocumentProps = {
  ui: Ui;
  /** The page's own name; the product's name follows it. */
  title: string;
  /** Product or department name after the title. */
  site?: string;
  /** Addresses of the bundled style sheet and script. */
  assets: { css: string; js?: string; icon?: string };
  children: ComponentChildren;
  bodyClass?: string;
  description?: string;
  /** `no-cache` keeps the page out of the browser-side cache of pages: for secret matters and forms of sign-in. */
  cache?: 'no-preview' | 'no-cache';
  /** False turns single-key shortcuts off for a person who asked for it. */
  keys?: boolean;
  /** An opaque sign of the person, so that drafts on a shared device are never shown to another. */
  person?: string;
  /** Address of the stream of live updates. */
  stream?: string;
};

/** Links are never fetched ahead (opening a document is logged), so `turbo-prefetch` is off. */
export function Document({ ui, title, site = 'กรม', assets, children, bodyClass, description, cache = 'no-preview', keys = true, person, stream }: DocumentProps): VNode {
  return (
    <UiContext.Provider value={ui}>
      <html lang={ui.lang} data-theme={ui.theme === 'system' ? undefined : ui.theme} data-keys={keys ? undefined : 'off'} data-person={person}>
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} · ${site}`}</title>
          {description ? <meta name="description" content={description} /> : null}
          <meta name="color-scheme" content={ui.theme === 'system' ? 'light dark' : ui.theme} />
          <meta name="turbo-prefetch" content="false" />
          <meta name="turbo-cache-control" content={cache} />
          <meta name="format-detection" content="telephone=no" />
          {assets.icon ? <link rel="icon" type="image/svg+xml" href={assets.icon} /> : null}
          <link rel="stylesheet" href={assets.css} data-turbo-track="reload" />
          {assets.js ? <script type="module" src={assets.js} data-turbo-track="reload" /> : null}
        </head>
        <body class={bodyClass}>
          {children}
          {stream ? <turbo-stream-source id="live-updates" src={stream} /> : null}
        </body>
      </html>
    </UiContext.Provider>
  );
}

/** A whole page as text, doctype and all. */
export function renderPage(page: VNode<{ ui: Ui }>): string {
  const html = renderToString(page);
  return `<!doctype html>${page.props.ui.lang === 'th' ? html : markThaiParts(html)}`;
}
