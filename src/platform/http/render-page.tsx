import type { FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { LanguageSwitch } from '../../ui/components/language-switch.tsx';
import type { FlashProps } from '../../ui/components/flash.tsx';
import { ThemeSwitch } from '../../ui/components/theme-switch.tsx';
import { makeUi as makeUiContext, UiContext, type Ui as UiContextValue } from '../../ui/context.tsx';
import { renderPage as renderDocument } from '../../ui/layouts/document.tsx';
import { OfficeLayout, type NavGroup, type OfficeProps } from '../../ui/layouts/office.tsx';
import { PlainLayout } from '../../ui/layouts/plain.tsx';
import { PublicLayout } from '../../ui/layouts/public.tsx';
import { can } from '../access/actor.ts';
import type { NavEntry } from '../module.ts';
import type { Language, Words } from '../words.ts';
import { makeUi, type Flash } from './context.ts';
import type { AnyPage } from './define.ts';
import type { Edge, Frame } from './edge.ts';
import { errorWords, waitWords } from './errors.ts';
import type { Ui } from './ui.ts';

const navHeadings: Record<Exclude<NavEntry['group'], 'account'>, Words | undefined> = {
  work: undefined,
  letters: { th: 'หนังสือราชการ', en: 'Letters' },
  meetings: { th: 'ประชุมและงาน', en: 'Meetings and tasks' },
  performance: { th: 'ผลการปฏิบัติราชการ', en: 'Performance' },
  organisation: { th: 'หน่วยงานและบุคคล', en: 'Organisation' },
  system: { th: 'ดูแลระบบ', en: 'Administration' },
};

const words = {
  account: { th: 'บัญชีของฉัน', en: 'My account' },
  notifications: { th: 'การแจ้งเตือน', en: 'Notifications' },
  signOut: { th: 'ออกจากระบบ', en: 'Sign out' },
  signIn: { th: 'เข้าสู่ระบบ', en: 'Sign in' },
  demoClock: { th: 'เลื่อนเวลาของระบบสาธิต', en: 'Move the clock of the demo' },
  requestId: { th: 'รหัสสำหรับแจ้งผู้ดูแลระบบ', en: 'Code for the administrator' },
  tryAgain: { th: 'ลองอีกครั้ง', en: 'Try again' },
  help: { th: 'วิธีใช้หน้านี้', en: 'How to use this page' },
  home: { th: 'กลับหน้าแรก', en: 'Back to the start' },
  verify: { th: 'ตรวจสอบเอกสาร', en: 'Check a document' },
  verifyPdf: { th: 'ตรวจลายมือชื่อใน PDF', en: 'Check a signed PDF' },
  house: { th: 'กรม สำนักงานดิจิทัลของส่วนราชการ', en: 'Krom, the digital office of a government department' },
  privacy: { th: 'ประกาศความเป็นส่วนตัว', en: 'Privacy notice' },
} satisfies Record<string, Words>;

function contextOf(lang: Language, theme: 'light' | 'dark' | undefined): UiContextValue {
  return makeUiContext(lang, theme ?? 'system');
}

/** Wraps a fragment so that components find the language of the request. */
export function withUi(request: FastifyRequest, html: VNode): VNode {
  return <UiContext.Provider value={contextOf(request.krom.lang, request.krom.theme)}>{html}</UiContext.Provider>;
}

function assetsOf(edge: Edge) {
  return { css: edge.assets.css, js: edge.assets.script, icon: edge.assets.icon };
}

function navOf(edge: Edge, ui: Ui, frame: Frame): NavGroup[] {
  const path = ui.url.split('?')[0] as string;
  const entries = edge.modules
    .flatMap((module) => module.nav ?? [])
    .filter((entry) => !entry.permission || can(ui.actor, entry.permission))
    .sort((a, b) => a.order - b.order);
  const current = entries
    .filter((entry) => (entry.href === '/' ? path === '/' : path === entry.href || path.startsWith(`${entry.href}/`) || entry.covers?.test(path)))
    .sort((a, b) => Number(b.covers?.test(path) ?? false) - Number(a.covers?.test(path) ?? false) || b.href.length - a.href.length)[0];
  return (Object.keys(navHeadings) as (keyof typeof navHeadings)[])
    .map((group) => {
      const heading = navHeadings[group];
      return {
        ...(heading ? { heading: ui.text(heading) } : {}),
        items: entries
          .filter((entry) => entry.group === group)
          .map((entry) => ({
            label: ui.text(entry.label),
            href: entry.href,
            current: entry === current,
            ...(entry.href === '/' ? { count: frame.inboxCount, key: 'inbox' } : {}),
          })),
      };
    })
    .filter((group) => group.items.length > 0);
}

function flashProps(flash: Flash | undefined, ui: Ui): { flash?: FlashProps[] } {
  if (!flash) return {};
  const { undo } = flash;
  return { flash: [{ text: flash[ui.lang], ...(undo ? { action: { label: undo[ui.lang], action: undo.action, hidden: { _key: ui.formKey() } } } : {}) }] };
}

function preferenceHidden(ui: Ui): Record<string, string> {
  return { _key: ui.formKey(), back: ui.url };
}

/** The whole page as text: the page's view inside its layout. */
export function renderPage(edge: Edge, page: AnyPage, data: unknown, ui: Ui, frame: Frame | undefined, flash: Flash | undefined): string {
  const common = {
    ui: contextOf(ui.lang, ui.theme),
    title: page.title(data, ui),
    assets: assetsOf(edge),
    ...flashProps(flash, ui),
  };
  const view = page.view(data, ui);
  if (page.layout === 'plain') {
    return renderDocument(
      <PlainLayout {...common} cache="no-cache" foot={<a href="/privacy">{ui.text(words.privacy)}</a>} corner={<LanguageSwitch action="/preferences" hidden={preferenceHidden(ui)} />}>
        {view}
      </PlainLayout>,
    );
  }
  if (page.layout === 'public' || !frame) {
    const links = ui.actor.kind === 'person' ? [{ label: ui.text(words.home), href: '/' }] : [{ label: ui.text(words.signIn), href: '/sign-in' }];
    const foot = { text: ui.text(words.house), links: [{ label: ui.text(words.verify), href: '/verify' }, { label: ui.text(words.verifyPdf), href: '/verify-pdf' }, { label: ui.text(words.privacy), href: '/privacy' }] };
    return renderDocument(<PublicLayout {...common} links={links} foot={foot} corner={<LanguageSwitch action="/preferences" hidden={preferenceHidden(ui)} />}>{view}</PublicLayout>);
  }
  const asked = page.path === '/search' ? (new URL(ui.url, 'http://x').searchParams.get('q') ?? '') : undefined;
  return renderDocument(
    <OfficeLayout {...common} {...officeOf(edge, ui, frame)} {...helpOf(page, ui)} frame={page.frame ?? 'page'} search={{ action: '/search', ...(asked === undefined ? {} : { value: asked }) }}>
      {view}
    </OfficeLayout>,
  );
}

/** The help place of a page, by the pattern of its address: a link alone, so that pages ask nothing more. */
function helpOf({ path }: AnyPage, ui: Ui): Pick<OfficeProps, 'help'> {
  return path.startsWith('/help') ? {} : { help: { label: ui.text(words.help), href: `/help?for=${encodeURIComponent(path)}` } };
}

/** Pages of the own account that modules bring. */
function accountLinks(edge: Edge, ui: Ui): { label: string; href: string }[] {
  return edge.modules
    .flatMap((module) => module.nav ?? [])
    .filter((entry) => entry.group === 'account' && (!entry.permission || can(ui.actor, entry.permission)))
    .sort((a, b) => a.order - b.order)
    .map((entry) => ({ label: ui.text(entry.label), href: entry.href }));
}

/** What stands around every page of the office: the ways about and who sits here. */
function officeOf(edge: Edge, ui: Ui, frame: Frame): Pick<OfficeProps, 'person' | 'stream' | 'search' | 'nav' | 'me'> {
  const { actor } = ui;
  const unread = frame.unreadNotifications > 0 ? ` (${frame.unreadNotifications})` : '';
  return {
    person: String(actor.id),
    stream: '/live',
    search: { action: '/search' },
    nav: navOf(edge, ui, frame),
    me: {
      label: actor.name,
      ...(actor.positionName ? { post: actor.positionName } : {}),
      ...(frame.unreadNotifications > 0 ? { news: { label: ui.text(words.notifications), href: '/notifications', count: frame.unreadNotifications } } : {}),
      items: [
        { label: `${ui.text(words.notifications)}${unread}`, href: '/notifications' },
        { label: ui.text(words.account), href: '/account' },
        ...accountLinks(edge, ui),
        ...(edge.services.config.demo ? [{ label: ui.text(words.demoClock), href: '/system/clock' }] : []),
        { rule: true },
        { extra: <LanguageSwitch action="/preferences" hidden={preferenceHidden(ui)} /> },
        { extra: <ThemeSwitch action="/preferences" hidden={preferenceHidden(ui)} /> },
        { rule: true },
        { label: ui.text(words.signOut), action: '/sign-out', hidden: { _key: ui.formKey() }, clearsDrafts: true },
      ],
    },
  };
}

/**
 * The page of an error: what happened, what to do, the code to tell. Never a stack.
 * @param again what is worth trying again in a moment, where the house is only not ready
 */
export function renderError(edge: Edge, request: FastifyRequest, status: number, told: Words | undefined, again?: 'page' | 'form'): string {
  const krom = request.krom as FastifyRequest['krom'] | undefined;
  const lang = krom?.lang ?? 'th';
  const known = errorWords[status] ?? (errorWords[status >= 500 ? 500 : 400] as { title: Words; text: Words });
  const common = { ui: contextOf(lang, krom?.theme), title: known.title[lang], assets: assetsOf(edge), cache: 'no-cache' as const };
  const view = (
    <div class="stack measure">
      <h1>{(told ?? known.title)[lang]}</h1>
      <p>{(again ? waitWords[again] : known.text)[lang]}</p>
      <div class="btn-row">
        {again === 'page' ? <a class="btn btn-main" href={request.url}>{words.tryAgain[lang]}</a> : null}
        <a class={again === 'page' ? 'btn' : 'btn btn-main'} href="/">{words.home[lang]}</a>
      </div>
      <p class="quiet small">
        {words.requestId[lang]}: <code>{request.id}</code>
      </p>
    </div>
  );
  // Somebody who works here keeps the ways about and the search; while the house itself is in trouble nothing more is asked of it.
  if (krom?.actor.kind === 'person' && !krom.actor.mustChangePassword && status < 500) {
    return renderDocument(<OfficeLayout {...common} {...officeOf(edge, makeUi(request, edge.services, edge.secret), { inboxCount: 0, unreadNotifications: 0 })}>{view}</OfficeLayout>);
  }
  return renderDocument(<PlainLayout {...common}>{view}</PlainLayout>);
}

