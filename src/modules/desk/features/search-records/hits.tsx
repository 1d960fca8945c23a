// What was found, one under the other, with the reason of each.
import type { VNode } from 'preact';
import type { Ui } from '../../../../platform/http/ui.ts';
import type { TextPart } from '../../../../platform/search/highlight.ts';
import type { SearchHit } from '../../../../platform/search/search.ts';
import type { SearchSource } from '../../../../platform/search/search-source.ts';
import { similarHref } from '../../../../platform/search/similar.tsx';
import { formatDate, formatEnglishDate, localDate, toThaiDigits } from '../../../../thai/index.ts';
import { messages } from '../../messages.ts';

/** A list of hits; `j` and `k` walk it. `brief`: title, kind, number and day alone, beside something else. */
export function Hits({ hits, sources, ui, reasons = true, brief = false }: { hits: readonly SearchHit[]; sources: readonly SearchSource[]; ui: Ui; reasons?: boolean; brief?: boolean }): VNode {
  const kinds = new Map(sources.map((source) => [source.type, source]));
  return (
    <ul class={brief ? 'hits hits-brief' : 'hits'} {...(brief ? {} : { 'data-keys-list': '' })}>
      {hits.map((hit) => (
        <li>
          <Hit hit={hit} kind={kinds.get(hit.type)} ui={ui} reasons={reasons} brief={brief} />
        </li>
      ))}
    </ul>
  );
}

function Hit({ hit, kind, ui, reasons, brief }: { hit: SearchHit; kind: SearchSource | undefined; ui: Ui; reasons: boolean; brief: boolean }): VNode {
  const t = messages.in(ui.lang);
  const date = hit.date ? localDate(hit.date) : undefined;
  return (
    <>
      <a class="hit-title" href={hit.href} data-turbo-prefetch="false">
        <Parts parts={hit.title} />
      </a>
      <p class="quiet small">
        {dotted([
          kind ? <span>{ui.text(kind.label)}</span> : null,
          hit.reference ? <Parts parts={asPrinted(hit.reference)} /> : null,
          date ? <span>{ui.lang === 'th' ? formatDate(date, { style: 'short' }) : formatEnglishDate(date, 'short')}</span> : null,
        ])}
      </p>
      {hit.snippet.length > 0 && !brief ? (
        <p class="hit-text">
          <Parts parts={hit.snippet} />
        </p>
      ) : null}
      {brief ? null : (
        <p class="quiet small hit-why">
          {reasons ? `${hit.why.map((why) => ui.text(why)).join(' · ')} · ` : null}
          <a href={similarHref(hit.type, hit.id)} data-keys-skip="">{t('search.like')}</a>
        </p>
      )}
    </>
  );
}

function dotted(parts: readonly (VNode | null)[]): (VNode | string)[] {
  return parts.filter((part) => part !== null).flatMap((part, at) => (at === 0 ? [part] : [' · ', part]));
}

/** The number of a document stands as on its paper, in Thai digits; an abbreviation (no stroke in it) as it is. */
function asPrinted(parts: readonly TextPart[]): readonly TextPart[] {
  return parts.some((part) => part.text.includes('/')) ? parts.map((part) => ({ ...part, text: toThaiDigits(part.text) })) : parts;
}

function Parts({ parts }: { parts: readonly TextPart[] }): VNode {
  return <>{parts.map((part) => (part.hit ? <mark>{part.text}</mark> : part.text))}</>;
}
