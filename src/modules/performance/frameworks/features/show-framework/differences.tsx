import type { VNode } from 'preact';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { Table } from '../../../../../ui/components/table.tsx';
import type { Framework } from '../../../domain/framework/framework.ts';
import { pathWords, words } from '../../domain/place-words.ts';
import { differencesOf } from '../../domain/places.ts';
import { messages } from './messages.ts';

/** Two frameworks line by line, where they differ. */
export function DifferenceTable({ ui, before, after, heads }: { ui: Ui; before: Framework; after: Framework; heads: readonly [before: string, after: string] }): VNode {
  const t = messages.in(ui.lang);
  const found = differencesOf(before, after, ui.lang);
  return (
    <Table caption={t('section')} captionHidden rows={found} rowKey={({ path }) => path} empty={<p class="quiet">{t('same')}</p>}
      columns={[
        { key: 'section', head: t('section'), kind: 'main', cell: ({ section, path }) => <>{ui.text(words(section))} <span class="quiet small">{pathWords(path, ui.lang)}</span></> },
        { key: 'before', head: heads[0], kind: 'wide', cell: (one) => one.before ?? '-' },
        { key: 'after', head: heads[1], kind: 'wide', cell: (one) => one.after ?? '-' },
      ]} />
  );
}
