// เรื่องเดิม of a letter: a page of its own, whose first lines a letter's page fetches into a part when it comes into view.
import type { VNode } from 'preact';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { printedReference } from '../../domain/reference.ts';
import { letterHref } from '../../href.ts';
import { letterParams } from '../../params.ts';
import { dayText } from '../../shown.tsx';
import { findLetter } from '../../store/letters.ts';
import type { Letter } from '../../store/letters.ts';
import { LetterTable } from '../search-letters/page.tsx';
import { messages } from './messages.ts';
import { relatedLetters, relations } from './related.ts';
import type { RelatedLetters } from './related.ts';

const frameId = 'related-letters';
/** A handful beside the letter; all of them stand on the page. */
const shown = 4;

interface Data {
  readonly letter: Letter;
  readonly related: RelatedLetters;
}

export const relatedLettersPage = definePage({
  path: '/letters/:id/related',
  permission: 'correspondence.read',
  params: letterParams,
  async load(tx, { params }) {
    const letter = await findLetter(tx, params.id);
    return letter?.body ? ok<Data>({ letter, related: await relatedLetters(tx, letter) }) : notFound();
  },
  title: ({ letter }, ui) => messages.in(ui.lang)('titleOf', { reference: printedReference(letter.reference) }),
  view: RelatedView,
});

/** The part in a letter's page: fetched by itself, a link without script. */
export function RelatedLetters({ id, ui }: { id: number; ui: Ui }): VNode {
  const href = letterHref(id, '/related');
  return <turbo-frame id={frameId} src={href} loading="lazy" target="_top"><a href={href} data-turbo-prefetch="false">{messages.in(ui.lang)('title')}</a></turbo-frame>;
}

function RelatedView({ letter, related }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const title = t('titleOf', { reference: printedReference(letter.reference) });
  const some = relations.filter((relation) => related[relation].length > 0);
  return (
    <div class="stack">
      <PageHead title={title} sub={letter.subject} crumbs={[{ label: printedReference(letter.reference), href: letterHref(letter.id) }, { label: t('title') }]} />
      {some.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : null}
      {some.map((relation) => (
        <Section title={t(relation)}><LetterTable letters={related[relation]} ui={ui} label={t(relation)} empty={<></>} /></Section>
      ))}
      <Brief letter={letter} related={related} ui={ui} />
    </div>
  );
}

/** What a letter's page takes over. On this page it stays out of sight: the same letters stand above. */
function Brief({ letter, related, ui }: Data & { ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const all = relations.flatMap((relation) => related[relation].map((one) => ({ one, relation })));
  return (
    <div hidden>
      <turbo-frame id={frameId} target="_top">
        {all.length === 0 ? null : (
          <Section title={t('title')} aside={<a href={letterHref(letter.id, '/related')} data-turbo-prefetch="false">{t('all')}</a>}>
            <ul class="hits hits-brief">
              {all.slice(0, shown).map(({ one, relation }) => (
                <li>
                  <a class="hit-title" href={letterHref(one.id)} data-turbo-prefetch="false">{one.subject}</a>
                  <p class="quiet small">{t(relation)} · {printedReference(one.reference)} · {dayText(ui, one.letterDate)}</p>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </turbo-frame>
    </div>
  );
}
