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

/** Answers to what was just done, in the flow of the page: they cover nothing, also without scripts. */
export function FlashFlow({ flash }: { flash: readonly FlashProps[] | undefined }): VNode | null {
  return flash?.length ? <div class="flash-flow">{flash.map((item) => <Flash {...item} />)}</div> : null;
}

/** Where live messages are put by stream (`<turbo-stream action="append" target="live-flash">`). */
export function LiveFlash(): VNode {
  return <div class="flash-place" id="live-flash" aria-live="polite" />;
}
