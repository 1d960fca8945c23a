/** Files that belong to a record. */
import type { ComponentChildren, VNode } from 'preact';
import { useUi } from '../context.tsx';
import { FileIcon } from './icons.tsx';

export type AttachmentProps = {
  name: string;
  href: string;
  /** Size in bytes. */
  bytes?: number;
  /** "PDF". */
  kind?: string;
  pages?: number;
  /** Who and when, a hash, a warning. */
  note?: ComponentChildren;
  /** At the end of the line. */
  action?: ComponentChildren;
};

export function Attachment({ name, href, bytes, kind, pages, note, action }: AttachmentProps): VNode {
  const { t, format } = useUi();
  const facts = [kind, pages === undefined ? undefined : t('pages', { n: format.number(pages) }), bytes === undefined ? undefined : format.fileSize(bytes)].filter(Boolean).join(' · ');
  return (
    <div class="attachment">
      <FileIcon />
      <div class="attachment-text">
        <a href={href} data-turbo="false">{name}</a>
        {facts || note ? <span class="quiet">{facts}{facts && note ? ' · ' : null}{note}</span> : null}
      </div>
      {action ? <div class="attachment-act">{action}</div> : null}
    </div>
  );
}

export function Attachments({ items, label }: { items: readonly AttachmentProps[]; label?: string }): VNode {
  return <ul class="attachments" aria-label={label}>{items.map((item) => <li><Attachment {...item} /></li>)}</ul>;
}
