import type { VNode } from 'preact';
import { z } from 'zod';
import { csvOf } from '../../../../platform/csv.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { Language } from '../../../../platform/words.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { bases, basisNames } from '../../domain/basis.ts';
import { messages } from '../../messages.ts';
import { dayText } from '../../shown.ts';
import { activityTexts, findActivity, listActivities, type Activity, type ActivityText } from '../../store/activities.ts';
import { activityForm, endForm } from './form.ts';

const base = '/privacy/activities';
const permission = 'privacy.keep';
const seen = { signedIn: 'staff may know what is done with their data' };
const params = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
const query = z.object({ show: z.literal('all').optional().catch(undefined) });

/** The words of an activity in a language; Thai where there is no English. */
const wordsOf = (activity: Activity, lang: Language, key: ActivityText): string => (lang === 'en' ? activity.english[key] : undefined) ?? activity[key];

export const activitiesPage = definePage({
  path: base,
  permission: seen,
  query,
  async load(tx, { query: asked, services }) {
    return ok({ all: asked.show === 'all', activities: await listActivities(tx, services.clock.today(), asked.show ?? 'now') });
  },
  title: (_data, ui) => ui.text(messages.words('act.title')),
  view({ all, activities }, ui) {
    const t = messages.in(ui.lang);
    const may = ui.can(permission);
    return (
      <div class="stack-l">
        <PageHead title={t('act.title')} sub={t('act.sub')} actions={may ? <><ButtonLink kind="main" href={`${base}/new`}>{t('act.add')}</ButtonLink><ButtonLink href="/privacy">{t('notice.title')}</ButtonLink></> : undefined} />
        {activities.length === 0 ? <EmptyState title={t('act.none')} /> : null}
        {activities.map((activity) => (
          <Section title={wordsOf(activity, ui.lang, 'name')} aside={may && activity.validTo === null ? <a href={`${base}/${activity.id}`}>{t('act.edit')}</a> : undefined}>
            <DefinitionList ruled items={[
              ...activityTexts.filter((key) => key !== 'name').map((key) => ({ term: t(`act.${key}`), value: wordsOf(activity, ui.lang, key) })),
              { term: t('act.basis'), value: ui.text(basisNames[activity.basis]) },
              { term: t('act.since'), value: [t('act.from', { date: dayText(ui.lang, activity.validFrom) }), ...(activity.validTo ? [t('act.ended', { date: dayText(ui.lang, activity.validTo) })] : [])].join(' ') },
            ]} />
          </Section>
        ))}
        <Pager print extra={[
          { label: t('act.csv'), href: `${base}.csv${all ? '?show=all' : ''}`, download: true },
          { label: all ? t('act.showNow') : t('act.showAll'), href: all ? base : `${base}?show=all` },
        ]} />
      </div>
    );
  },
});

export const activitiesCsv = defineDownload({
  path: `${base}.csv`,
  permission: seen,
  query,
  async load(tx, { query: asked, services, actor }) {
    const lang = actor.language ?? 'th';
    const t = messages.in(lang);
    const rows = await listActivities(tx, services.clock.today(), asked.show ?? 'now');
    const head = [...activityTexts.map((key) => t(`act.${key}`)), t('act.basis'), t('act.since')];
    const body = csvOf([head, ...rows.map((row) => [...activityTexts.map((key) => wordsOf(row, lang, key)), basisNames[row.basis][lang], [row.validFrom, row.validTo ?? ''].join(' – ')])]);
    return ok({ body, contentType: 'text/csv; charset=utf-8', fileName: `${t('act.file')}.csv`, disposition: 'attachment' });
  },
});

function ActivityFields({ ui, action, activity }: { ui: Ui; action: string; activity?: Activity }): VNode {
  const t = messages.in(ui.lang);
  const common = { ui, action, form: activityForm };
  return (
    <ActionForm {...common} class="form">
      {activityTexts.map((key) => <FormField {...common} name={key} value={activity?.[key]} rows={2} />)}
      <FormField {...common} name="basis" as="select" value={activity?.basis} options={bases.map((value) => ({ value, label: ui.text(basisNames[value]) }))} />
      <details class="fold">
        <summary>{t('act.english')}</summary>
        <div class="stack">{activityTexts.map((key) => <FormField {...common} name={`${key}En`} value={activity?.english[key]} rows={2} />)}</div>
      </details>
      <ButtonRow><Button kind="main">{t('act.save')}</Button><ButtonLink href={base}>{ui.text({ th: 'กลับ', en: 'Back' })}</ButtonLink></ButtonRow>
    </ActionForm>
  );
}

export const newActivityPage = definePage({
  path: `${base}/new`,
  permission,
  load: async () => ok({}),
  title: (_data, ui) => ui.text(messages.words('act.add')),
  view: (_data, ui) => (
    <>
      <PageHead title={ui.text(messages.words('act.add'))} crumbs={[{ label: ui.text(messages.words('act.title')), href: base }, { label: ui.text(messages.words('act.add')) }]} />
      <ActivityFields ui={ui} action={`${base}/new`} />
    </>
  ),
});

export const editActivityPage = definePage({
  path: `${base}/:id`,
  permission,
  params,
  async load(tx, { params: { id }, services }) {
    const activity = await findActivity(tx, id);
    return activity ? ok({ activity, today: services.clock.today() }) : notFound();
  },
  title: ({ activity }, ui) => wordsOf(activity, ui.lang, 'name'),
  view({ activity, today }, ui) {
    const t = messages.in(ui.lang);
    const action = `${base}/${activity.id}`;
    const end = { ui, action: `${action}/end`, form: endForm };
    return (
      <div class="stack-l">
        <PageHead title={wordsOf(activity, ui.lang, 'name')} crumbs={[{ label: t('act.title'), href: base }, { label: t('act.edit') }]} />
        {activity.validTo ? <Notice kind="warn">{t('act.ended', { date: dayText(ui.lang, activity.validTo) })}</Notice> : (
          <>
            <ActivityFields ui={ui} action={action} activity={activity} />
            <Section title={t('act.end')} aside={t('act.endNote')}>
              <ActionForm {...end} class="form" scope="end">
                <FormField {...end} name="lastDay" value={today} />
                <ButtonRow><Button kind="danger">{t('act.end')}</Button></ButtonRow>
              </ActionForm>
            </Section>
          </>
        )}
      </div>
    );
  },
});
