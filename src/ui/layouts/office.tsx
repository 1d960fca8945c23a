/** The frame of the office: top bar, side navigation, main. On a phone the navigation is last and reached by "เมนู". */
import type { ComponentChildren, VNode } from 'preact';
import { useUi } from '../context.tsx';
import { SearchBox } from '../components/combobox.tsx';
import type { FlashProps } from '../components/flash.tsx';
import { KeysDialog } from '../components/key-hints.tsx';
import type { KeyHint } from '../components/key-hints.tsx';
import { Menu, MenuLine } from '../components/menu.tsx';
import type { MenuItem } from '../components/menu.tsx';
import { Document } from './document.tsx';
import type { DocumentProps } from './document.tsx';
import { Brand, FlashFlow, LiveFlash, SkipLink } from './parts.tsx';

export type NavItem = { label: string; href: string; count?: number; current?: boolean; /** For live counts: the number stands in `#nav-<key>`. */ key?: string };
export type NavGroup = { heading?: string; items: readonly NavItem[] };

export type OfficeProps = Omit<DocumentProps, 'children' | 'bodyClass'> & {
  home?: string;
  brandName?: string;
  search?: { action: string; value?: string };
  /** Who sits here, in Thai as in the papers, whatever the language of the screen; and what they may do about themselves. */
  me: { label: string; post?: string; /** What was told and not read yet: shown beside the name while there is any. */ news?: { label: string; href: string; count: number }; items: readonly MenuItem[] };
  nav: readonly NavGroup[];
  flash?: readonly FlashProps[];
  /** Where it is told how this page is used; a link at the end of it. */
  help?: { label: string; href: string };
  /** Something above every page: an acting order in force, demo mode. */
  banner?: ComponentChildren;
  /** `page`: with margins and a greatest width; `full`: the screen arranges itself (split views, desks). */
  frame?: 'page' | 'full';
  /** Keys of this screen for the dialog of all keys. */
  keyHints?: readonly KeyHint[];
  children: ComponentChildren;
};

export function OfficeLayout(props: OfficeProps): VNode {
  const { home = '/', brandName, search, me, nav, flash, banner, help, frame = 'page', keyHints, children, ...document } = props;
  return (
    <Document {...document}>
      <SkipLink />
      <TopBar home={home} brandName={brandName} search={search} me={me} />
      <div class="shell">
        <SideNav groups={nav} me={me} />
        <main id="main" tabIndex={-1} class={frame === 'full' ? 'page-full' : 'page'}>
          <FlashFlow flash={flash} />
          {banner}
          {children}
          {help ? <p class="page-help"><a href={help.href}>{help.label}</a></p> : null}
        </main>
      </div>
      <LiveFlash />
      {document.keys === false ? null : <KeysDialog hints={keyHints} />}
    </Document>
  );
}

type Me = OfficeProps['me'];

function Me({ me }: { me: Me }): VNode {
  return (
    <span class="me">
      <span class="me-name" lang="th">{me.label}</span>
      {me.post ? <span class="me-post" lang="th">{me.post}</span> : null}
    </span>
  );
}

function TopBar({ home, brandName, search, me }: { home: string; brandName: string | undefined; search: OfficeProps['search']; me: Me }): VNode {
  const { t, format } = useUi();
  return (
    <header class="top">
      <Brand href={home} name={brandName} />
      <a class="menu-link" href="#nav">{t('menu')}</a>
      {search ? <SearchBox action={search.action} value={search.value} main /> : <span />}
      <div class="who">
        {me.news ? <a class="who-news" href={me.news.href}>{me.news.label} <strong>{format.number(me.news.count)}</strong></a> : null}
        <Menu label={<Me me={me} />} items={me.items} />
      </div>
    </header>
  );
}

function SideNav({ groups, me }: { groups: readonly NavGroup[]; me: Me }): VNode {
  const { t } = useUi();
  return (
    <nav class="nav" id="nav" aria-label={t('menu.main')} tabIndex={-1}>
      <div class="nav-inner">
        {groups.map((group) => (
          <>
            {group.heading ? <h2>{group.heading}</h2> : null}
            <ul>{group.items.map((item) => <li><NavLink item={item} /></li>)}</ul>
          </>
        ))}
        <div class="only-phone nav-phone">
          <h2><Me me={me} /></h2>
          <ul class="nav-me-list">{me.items.filter((item) => !('rule' in item)).map((item) => <li><MenuLine item={item} /></li>)}</ul>
        </div>
      </div>
    </nav>
  );
}

function NavLink({ item }: { item: NavItem }): VNode {
  const { t, format } = useUi();
  const shown = item.count !== undefined && item.count > 0;
  return (
    <a href={item.href} aria-current={item.current ? 'page' : undefined}>
      {item.label}
      {shown || item.key ? (
        <span class="count" id={item.key ? `nav-${item.key}` : undefined}>
          {shown ? <>{format.number(item.count ?? 0)}<span class="vh"> {t('count.items')}</span></> : null}
        </span>
      ) : null}
    </a>
  );
}
