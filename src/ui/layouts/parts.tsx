/** What the layouts share: skip link, brand, places for short messages. */
import type { ComponentChildren, VNode } from 'preact';
import { useUi } from '../context.tsx';
import { Flash } from '../components/flash.tsx';
import type { FlashProps } from '../components/flash.tsx';
import { BrandMark } from '../components/icons.tsx';

export function SkipLink(): VNode {
  const { t } = useUi();
  return <a class="skip" href="#main">{t('skip')}</a>;
}

export type BrandProps = { href: string; name?: string; sub?: ComponentChildren };

export function Brand({ href, name = 'กรม', sub }: BrandProps): VNode {
  return (
    <a class="brand" href={href}>
      <BrandMark />
      <span lang="th">{name}</span>
      {sub ? <small>{sub}</small> : null}
    </a>
  );
}

/** Messages of this page, and where live ones are put by stream (`target="flash"`). */
export function FlashPlace({ flash }: { flash?: FlashProps | readonly FlashProps[] }): VNode {
  const list = flash === undefined ? [] : Array.isArray(flash) ? flash as readonly FlashProps[] : [flash as FlashProps];
  return <div class="flash-place" id="flash" aria-live="polite">{list.map((item) => <Flash {...item} />)}</div>;
}
