// A new draft: from an edition or from nothing.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { ok } from '../../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { agencyKinds } from '../../domain/agency.ts';
import { agencyWords } from '../../domain/copy.ts';
import { messages as shared } from '../../messages.ts';
import { editionWords, frameworksHref } from '../../shown.tsx';
import { listFrameworks, type KeptFramework } from '../../store/frameworks.ts';
import { copyForm } from './form.ts';
import { messages } from './messages.ts';

interface Data {
  readonly all: readonly KeptFramework[];
  readonly from: KeptFramework | undefined;
  readonly year: number | undefined;
  readonly agency: (typeof agencyKinds)[number];
}

export const copyPage = definePage({
  path: `${frameworksHref}/new`,
  permission: 'performance.keep',
  query: z.object({
    from: z.coerce.number().int().positive().optional().catch(undefined), year: z.coerce.number().int().min(2540).max(2700).optional().catch(undefined), agency: z.enum(agencyKinds).optional().catch(undefined),
  }),
  async load(tx, { query }) {
    const all = await listFrameworks(tx);
    const from = all.find(({ id }) => id === query.from);
    const newest = all[0]?.fiscalYear;
    const year = query.year ?? (newest === undefined ? undefined : newest + 1);
    return ok({ all, from, year, agency: query.agency ?? from?.agency ?? 'department' });
  },
  title: (_data, ui) => ui.text(messages.words('title')),
  view: CopyView,
});

function CopyView({ all, from, year, agency }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const action = `${frameworksHref}/new`;
  const common = { ui, action, form: copyForm };
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={t('sub')} crumbs={[{ label: shared.in(ui.lang)('room'), href: frameworksHref }, { label: t('title') }]} />
      <ActionForm ui={ui} action={action} form={copyForm}>
        <FormField {...common} name="from" as="select" value={from?.id} empty={t('blank')} options={all.map((one) => ({ value: String(one.id), label: editionWords(ui, one) }))} neededLater />
        <FormField {...common} name="year" value={year} />
        <FormField {...common} name="agency" value={agency} options={agencyKinds.map((value) => ({ value, label: ui.text(agencyWords(value)) }))} />
        <FormField {...common} name="take" value="all" options={[{ value: 'all', label: t('takeAll'), hint: t('takeAllHint') }, { value: 'structure', label: t('takeStructure'), hint: t('takeStructureHint') }]} />
        <ButtonRow><Button kind="main">{t('make')}</Button><ButtonLink kind="quiet" href={frameworksHref}>{shared.in(ui.lang)('room')}</ButtonLink></ButtonRow>
      </ActionForm>
    </div>
  );
}
