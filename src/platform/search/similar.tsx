// Records like the one on the page: a part that every record page may hold, at no cost to the page itself.
import type { VNode } from 'preact';
import type { Ui } from '../http/ui.ts';
import type { Words } from '../words.ts';

const frameId = 'similar-records';
const title: Words = { th: 'เรื่องที่คล้ายกัน', en: 'Similar records' };

/** `type:id` of a record in an address. */
export function likeOf(text: string | undefined): { readonly type: string; readonly id: number } | undefined {
  const [, type, id] = /^([a-z][a-z.-]{1,50}):(\d{1,15})$/.exec(text ?? '') ?? [];
  return type && id ? { type, id: Number(id) } : undefined;
}

/** Where all records like one are listed. */
export const similarHref = (type: string, id: number): string => `/search?like=${type}:${id}`;

/**
 * Records like this one that the reader may see, in a part of its own: it is fetched when it comes into view, so the
 * record's page asks the database nothing for it; without script it is a link. Shows nothing where there is none.
 * @param type the record's type in the search, `correspondence.letter`
 */
export function SimilarRecords({ type, id, ui }: { type: string; id: number; ui: Ui }): VNode {
  return (
    <turbo-frame id={frameId} src={`/search/similar?like=${type}:${id}`} loading="lazy" target="_top">
      <a href={similarHref(type, id)} data-turbo-prefetch="false">{ui.text(title)}</a>
    </turbo-frame>
  );
}

/** What comes into the part: nothing but the frame where nothing was found. */
export function SimilarFrame({ children }: { children: VNode | null }): VNode {
  return <turbo-frame id={frameId} target="_top">{children}</turbo-frame>;
}
