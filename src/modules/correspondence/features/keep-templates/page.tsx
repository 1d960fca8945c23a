// Templates of the actor's units and those for all: used from here, made from a draft, retired.
import { ActionButton } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { messages as shared } from '../../messages.ts';
import { ownUnits } from '../../office.ts';
import { instantText } from '../../shown.tsx';
import { templatesOf } from '../../store/templates.ts';
import type { LetterTemplate } from '../../store/templates.ts';
import { messages as forms } from '../compose-letter/messages.ts';
import { messages } from './messages.ts';

interface Data { readonly templates: readonly LetterTemplate[]; readonly own: readonly number[] }

export const listTemplatesPage = definePage({
  path: '/letter-templates',
  permission: 'correspondence.draft',
  async load(tx, { services }) {
    const own = (await ownUnits(tx, 'correspondence.draft', services.clock.today())).map((unit) => unit.id);
    return ok<Data>({ own, templates: await templatesOf(tx, own) });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: ({ templates, own }: Data, ui) => {
    const t = messages.in(ui.lang);
    const f = forms.in(ui.lang);
    return (
      <div class="stack">
        <PageHead title={t('title')} crumbs={[{ label: shared.in(ui.lang)('sentLetters'), href: '/sent-letters' }]} actions={<ButtonLink kind="main" href="/drafts/new">{f('chooseTitle')}</ButtonLink>} />
        <Table caption={t('title')} captionHidden rows={templates} rowKey={(row) => String(row.id)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} columns={[
          { key: 'name', head: t('name'), kind: 'main', cell: (row) => <a href={`/drafts/new?template=${row.id}`}>{row.name}</a> },
          { key: 'form', head: t('form'), cell: (row) => f(`name.${row.form}`) },
          { key: 'owner', head: t('owner'), cell: (row) => t(row.forAll ? 'forAll' : 'ours') },
          { key: 'used', head: t('used'), kind: 'num', cell: (row) => row.used },
          { key: 'changed', head: t('changed'), cell: (row) => <>{instantText(ui, row.changedAt)} <span class="quiet">{row.changedByName}</span></> },
          { key: 'act', head: t('retire'), cell: (row) => (own.includes(row.unitId) ? <ActionButton ui={ui} action={`/letter-templates/${row.id}/retire`}>{t('retire')}</ActionButton> : null) },
        ]} />
      </div>
    );
  },
});
