// What an indicator serves and what set it: strategy, plans, cabinet resolutions, and resolutions of the house's own meetings.
import type { VNode } from 'preact';
import { choice, id, text } from '../../../../../platform/forms/fields.ts';
import { defineForm, emptyForm } from '../../../../../platform/forms/form.ts';
import { ActionButton, ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { defineAction, definePage, type ActionOutcome } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import { dayWords } from '../../../../../platform/when.ts';
import { defineMessages } from '../../../../../platform/words.ts';
import { localDate } from '../../../../../thai/index.ts';
import { Button, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { readableResolutions, type ReadableResolution } from '../../../../meetings/index.ts';
import { messages as shared } from '../../messages.ts';
import { linksForReader, resolutionType } from '../../open-links.ts';
import { indicatorAt, indicatorHref, indicatorType, keyIdParams, keyParams, writesBeside, type IndicatorPlace } from '../../place.ts';
import { indexIndicator } from '../../search.ts';
import { indicatorCrumbs, IndicatorTabs } from '../../shown.tsx';
import { addLink, linkKinds, linksOf, removeLink, type IndicatorLink } from '../../store/forms.ts';

const messages = defineMessages({
  th: {
    title: 'ความเชื่อมโยง', kind: 'เชื่อมโยงกับ', what: 'ชื่อเรื่อง', whatHint: 'เช่น ประเด็นที่ 10 การปรับเปลี่ยนค่านิยมและวัฒนธรรม', href: 'ที่อยู่เว็บ', hrefHint: 'ขึ้นต้นด้วย https:// หรือ / ของระบบนี้', add: 'เพิ่มความเชื่อมโยง', remove: 'นำออก', added: 'เพิ่มความเชื่อมโยงแล้ว', removed: 'นำออกแล้ว', gone: 'รายการนี้นำออกไปแล้ว', none: 'ยังไม่มีความเชื่อมโยง', noneText: 'ระบุยุทธศาสตร์ แผน หรือมติที่ตัวชี้วัดนี้รองรับ',
    badHref: 'ที่อยู่เว็บต้องขึ้นต้นด้วย https:// หรือ /', there: 'มีความเชื่อมโยงนี้แล้ว', resolution: 'มติที่ประชุมในระบบ', chooseResolution: 'เลือกมติที่ประชุมในระบบ', addResolution: 'เพิ่มมติที่ประชุม', noResolution: 'ไม่มีมตินี้ หรือท่านไม่มีสิทธิอ่าน กรุณาเลือกใหม่', byHand: 'เพิ่มด้วยตนเอง',
  },
  en: {
    title: 'What it serves', kind: 'Serves', what: 'Title', whatHint: 'Such as issue 10 of the master plan', href: 'Address', hrefHint: 'Begins with https:// or, in this house, with /', add: 'Add', remove: 'Take out', added: 'Added', removed: 'Taken out', gone: 'It was taken out already', none: 'Nothing yet', noneText: 'Name the strategy, plan or resolution that the indicator serves',
    badHref: 'An address begins with https:// or /', there: 'It is there already', resolution: 'Resolution of a meeting of this house', chooseResolution: 'Choose a resolution', addResolution: 'Add the resolution', noResolution: 'There is no such resolution that you may read', byHand: 'Add by hand',
  },
});

const linkForm = defineForm({
  kind: choice(linkKinds.filter((kind) => kind !== 'meeting-resolution') as Exclude<(typeof linkKinds)[number], 'meeting-resolution'>[], { label: messages.words('kind') }),
  title: text({ label: messages.words('what'), hint: messages.words('whatHint'), min: 2, max: 500 }),
  href: text({ label: messages.words('href'), hint: messages.words('hrefHint'), max: 500, optional: true }),
});
const resolutionForm = defineForm({ resolution: id({ label: messages.words('resolution') }) });

export interface LinksData extends IndicatorPlace {
  readonly links: readonly IndicatorLink[];
  readonly may: boolean;
  readonly resolutions: readonly ReadableResolution[];
}

export const linksPage = definePage({
  path: '/performance/:year/indicators/:key/links',
  permission: 'performance.read',
  params: keyParams,
  async load(tx, { params, actor }) {
    const place = await indicatorAt(tx, params);
    if (!place) return notFound();
    const may = writesBeside(actor, place);
    return ok<LinksData>({ ...place, links: await linksForReader(tx, place.indicator.id), may, resolutions: may ? await readableResolutions(tx) : [] });
  },
  title: (_data, ui) => ui.text(messages.words('title')),
  view: (data: LinksData, ui) => <LinksView data={data} ui={ui} />,
});

function LinksView({ data: { indicator, cycle, links, may, resolutions }, ui }: { data: LinksData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const href = (rest: string) => indicatorHref(cycle.fiscalYear, indicator.key, `/links${rest}`);
  const byHand = { ui, action: href(''), form: linkForm };
  const chosen = { ui, action: href('/resolution'), form: resolutionForm };
  return (
    <div class="stack-l">
      <PageHead title={`${indicator.key} ${indicator.name}`} crumbs={indicatorCrumbs(cycle.fiscalYear, indicator, t('title'), ui)} />
      <IndicatorTabs year={cycle.fiscalYear} at="/links" indicator={indicator} ui={ui} />
      <Table caption={t('title')} captionHidden rows={links} rowKey={(row) => String(row.id)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} columns={[
        { key: 'kind', head: t('kind'), cell: (row) => s(`link.${row.kind}`) },
        { key: 'title', head: t('what'), kind: 'main', cell: (row) => (row.href ? <a href={row.href}>{row.title}</a> : row.title) },
        ...(may ? [{ key: 'act', head: '', kind: 'act' as const, cell: (row: IndicatorLink) => <ActionButton ui={ui} action={href(`/${row.id}/remove`)} kind="quiet">{t('remove')}<span class="vh"> {row.title}</span></ActionButton> }] : []),
      ]} />
      {may ? (
        <div class="two">
          <Section title={t('byHand')}>
            <ActionForm {...byHand} scope="hand">
              <FormField {...byHand} name="kind" as="select" options={linkKinds.filter((kind) => kind !== 'meeting-resolution').map((kind) => ({ value: kind, label: s(`link.${kind}`) }))} />
              <FormField {...byHand} name="title" /><FormField {...byHand} name="href" />
              <ButtonRow><Button>{t('add')}</Button></ButtonRow>
            </ActionForm>
          </Section>
          <Section title={t('chooseResolution')}>
            <ActionForm {...chosen} scope="resolution">
              <FormField {...chosen} name="resolution" as="select" options={resolutions.map((one) => ({ value: String(one.id), label: `${dayWords(ui.lang, localDate(one.heldOn))} ${one.title}` }))} />
              <ButtonRow><Button>{t('addResolution')}</Button></ButtonRow>
            </ActionForm>
          </Section>
        </div>
      ) : null}
    </div>
  );
}

const common = { permission: 'performance.read', page: linksPage } as const;
const audit = (place: IndicatorPlace, action: string, detail: Record<string, unknown>) => ({ action, subject: { type: indicatorType, id: place.indicator.id }, unitId: place.cycle.keeperUnitId, detail });

export const addLinkAction = defineAction({
  ...common,
  path: '/performance/:year/indicators/:key/links',
  params: keyParams,
  form: linkForm,
  async run(tx, { params, input, actor, services }): Promise<Result<ActionOutcome>> {
    const place = await indicatorAt(tx, params);
    if (!place || !writesBeside(actor, place)) return notFound();
    const href = input.href ?? '';
    if (href !== '' && !/^(https?:\/\/[^\s]+|\/(?!\/)[^\s]*)$/.test(href)) return fail('BAD_HREF', messages.words('badHref'), { fields: { href: messages.words('badHref') } });
    if ((await linksOf(tx, place.indicator.id)).some((one) => one.kind === input.kind && one.title === input.title)) return fail('LINK_THERE', messages.words('there'), { fields: { title: messages.words('there') } });
    const id = await addLink(tx, place.indicator.id, { kind: input.kind, title: input.title, href, recordType: null, recordId: null }, services.clock.now());
    await indexIndicator(tx, place.cycle, place.indicator.id);
    return ok({ audit: audit(place, 'performance.link-added', { link: id, kind: input.kind, title: input.title }), goTo: indicatorHref(params.year, params.key, '/links'), flash: messages.words('added') });
  },
});

/** A resolution of the house's meetings that the actor may read. */
export const addResolutionAction = defineAction({
  ...common,
  path: '/performance/:year/indicators/:key/links/resolution',
  params: keyParams,
  form: resolutionForm,
  async run(tx, { params, input, actor, services }): Promise<Result<ActionOutcome>> {
    const place = await indicatorAt(tx, params);
    if (!place || !writesBeside(actor, place)) return notFound();
    const found = (await readableResolutions(tx)).find((one) => one.id === input.resolution);
    const refuse = (key: 'noResolution' | 'there') => fail('RESOLUTION', messages.words(key), { fields: { resolution: messages.words(key) } });
    if (!found) return refuse('noResolution');
    if ((await linksOf(tx, place.indicator.id)).some((one) => one.recordType === resolutionType && one.recordId === found.id)) return refuse('there');
    const id = await addLink(tx, place.indicator.id, { kind: 'meeting-resolution', title: found.title, href: found.href, recordType: resolutionType, recordId: found.id }, services.clock.now());
    await indexIndicator(tx, place.cycle, place.indicator.id);
    return ok({ audit: audit(place, 'performance.link-added', { link: id, resolution: found.id }), goTo: indicatorHref(params.year, params.key, '/links'), flash: messages.words('added') });
  },
});

export const removeLinkAction = defineAction({
  ...common,
  path: '/performance/:year/indicators/:key/links/:id/remove',
  params: keyIdParams,
  form: emptyForm,
  async run(tx, { params, actor, services }): Promise<Result<ActionOutcome>> {
    const place = await indicatorAt(tx, params);
    if (!place || !writesBeside(actor, place)) return notFound();
    if (!(await removeLink(tx, place.indicator.id, params.id, services.clock.now()))) return notFound(messages.words('gone'));
    await indexIndicator(tx, place.cycle, place.indicator.id);
    return ok({ audit: audit(place, 'performance.link-removed', { link: params.id }), goTo: indicatorHref(params.year, params.key, '/links'), flash: messages.words('removed') });
  },
});
