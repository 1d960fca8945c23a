import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { isSecretariat, permissions } from '../../access.ts';
import { standardSections } from '../../domain/agenda-numbering.ts';
import { sectionKinds } from '../../domain/minutes-document.ts';
import { messages as shared, sectionWords } from '../../messages.ts';
import { committeesOn } from '../../office.ts';
import type { Committee } from '../../office.ts';
import { DetailFields } from './fields.tsx';
import { planForm } from './form.ts';
import { messages } from './messages.ts';

interface Data {
  /** The committee that was asked for in the address. */
  readonly asked: number | undefined;
  readonly committees: readonly Committee[];
}

export const planMeetingPage = definePage({
  path: '/meetings/new',
  permission: permissions.plan,
  query: z.object({ committee: z.coerce.number().int().positive().optional().catch(undefined) }),
  async load(tx, { query, services }) {
    const all = await committeesOn(tx, services.clock.today());
    return ok({ asked: query.committee, committees: all.filter((one) => isSecretariat(tx.actor, { ownerUnitId: one.secretariatUnitId }, permissions.plan)) });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: PlanView,
});

function PlanView({ asked, committees }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const crumbs = [{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: t('title') }];
  if (committees.length === 0) {
    return <div class="stack"><PageHead title={t('title')} crumbs={crumbs} /><EmptyState title={t('noCommittees')}>{t('noCommitteesText')}</EmptyState></div>;
  }
  const common = { ui, action: '/meetings/new', form: planForm };
  return (
    <div class="stack">
      <PageHead title={t('title')} crumbs={crumbs} />
      <ActionForm ui={ui} action="/meetings/new" form={planForm} class="form" draft="meeting-new">
        <FormField {...common} name="committeeId" as="select" options={committees.map((one) => ({ value: String(one.id), label: one.name }))} value={committees.length === 1 ? committees[0]?.id : asked} />
        <DetailFields ui={ui} action="/meetings/new" form={planForm} date={<FormField {...common} name="heldOn" />} />
        <FormField {...common} name="number" />
        <FormField {...common} name="sections" value={standardSections} options={sectionKinds.map((kind) => ({ value: kind, label: ui.text(sectionWords[kind]) }))} />
        <ButtonRow>
          <Button kind="main">{t('submit')}</Button>
          <ButtonLink kind="quiet" href="/meetings">{shared.in(ui.lang)('cancel')}</ButtonLink>
        </ButtonRow>
      </ActionForm>
    </div>
  );
}
