// The agenda under the pen: sections to have, matters in order, papers. Every step is a form, so no script is needed.
import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { Attachment } from '../../../../ui/components/attachment.tsx';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Panel, Section } from '../../../../ui/components/panel.tsx';
import { meetingForPage, permissions } from '../../access.ts';
import { numberAgenda } from '../../domain/agenda-numbering.ts';
import type { NumberedAgendaItem } from '../../domain/agenda-numbering.ts';
import { sectionKinds } from '../../domain/minutes-document.ts';
import { messages as shared, sectionWords } from '../../messages.ts';
import { meetingParams } from '../../params.ts';
import { meetingHref, referenceText } from '../../shown.ts';
import { listAgendaItems, listPapers } from '../../store/agenda.ts';
import type { AgendaItemRow, PaperRow } from '../../store/agenda.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { addItemForm, editItemForm, moveItemForm, papersForm, sectionsForm } from './form.ts';
import { messages } from './messages.ts';

interface Data {
  readonly meeting: MeetingRow;
  readonly items: readonly AgendaItemRow[];
  readonly papers: readonly PaperRow[];
}

export const editAgendaPage = definePage({
  path: '/meetings/:id/agenda',
  permission: permissions.plan,
  params: meetingParams,
  async load(tx, { params }) {
    const found = await meetingForPage(tx, params.id, 'change-agenda', permissions.plan);
    if (!found.ok) return found;
    return ok({ meeting: found.value, items: await listAgendaItems(tx, params.id), papers: await listPapers(tx, params.id) });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: AgendaView,
});

function AgendaView(data: Data, ui: Ui): VNode {
  const { meeting, items, papers } = data;
  const t = messages.in(ui.lang);
  const base = meetingHref(meeting.id, '/agenda');
  const sections = numberAgenda(meeting.sections, items);
  const addAction = `${base}/items`;
  const paperAction = `${base}/papers`;
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={`${meeting.title} ${referenceText(meeting)}`}
        crumbs={[{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('title') }]}
        actions={<ButtonLink kind="main" href={meetingHref(meeting.id)}>{shared.in(ui.lang)('back')}</ButtonLink>} />
      {sections.map((section) => (
        <Section title={`${section.number}. ${section.title}`} id={`section-${section.kind}`}>
          {section.items.length === 0 ? <p class="quiet">{t('empty')}</p> : null}
          {section.items.map((numbered, index) => (
            <ItemPanel ui={ui} base={base} numbered={numbered} first={index === 0} last={index === section.items.length - 1}
              papers={papers.filter((paper) => paper.agendaItemId === numbered.item.id)} />
          ))}
        </Section>
      ))}
      <Panel title={t('addTitle')} id="add">
        <ActionForm ui={ui} action={addAction} form={addItemForm} class="form" scope="add">
          <FormField ui={ui} action={addAction} form={addItemForm} name="section" as="select" value={meeting.sections.includes('for-consideration') ? 'for-consideration' : meeting.sections[0]}
            options={sections.map((section) => ({ value: section.kind, label: `${section.number}. ${section.title}` }))} />
          <ItemFields ui={ui} action={addAction} form={addItemForm} />
          <ButtonRow><Button kind="main">{t('add')}</Button></ButtonRow>
        </ActionForm>
      </Panel>
      <Panel title={t('uploadTitle')} id="papers">
        <Papers ui={ui} base={base} papers={papers.filter((paper) => paper.agendaItemId === null)} />
        <ActionForm ui={ui} action={paperAction} form={papersForm} class="form" scope="paper">
          <FormField ui={ui} action={paperAction} form={papersForm} name="item" as="select" empty={t('whole')}
            options={sections.flatMap((section) => section.items.map(({ item, number }) => ({ value: String(item.id), label: `${number ?? section.number} ${item.title || item.body}`.slice(0, 90) })))} />
          <FormField ui={ui} action={paperAction} form={papersForm} name="files" />
          <ButtonRow><Button>{t('upload')}</Button></ButtonRow>
        </ActionForm>
      </Panel>
      <Panel title={t('sections')} id="sections">
        <ActionForm ui={ui} action={`${base}/sections`} form={sectionsForm} class="form" scope="sections">
          <FormField ui={ui} action={`${base}/sections`} form={sectionsForm} name="sections" value={meeting.sections} options={sectionKinds.map((kind) => ({ value: kind, label: ui.text(sectionWords[kind]) }))} />
          <ButtonRow><Button>{t('saveSections')}</Button></ButtonRow>
        </ActionForm>
      </Panel>
    </div>
  );
}

function ItemFields({ ui, action, form, item }: { ui: Ui; action: string; form: typeof addItemForm | typeof editItemForm; item?: AgendaItemRow }): VNode {
  const common = { ui, action, form };
  return (
    <>
      <FormField {...common} name="title" value={item?.title} />
      <FormField {...common} name="body" value={item?.body} rows={2} />
      <FormField {...common} name="presenter" value={item?.presenter} />
    </>
  );
}

function ItemPanel({ ui, base, numbered, first, last, papers }: { ui: Ui; base: string; numbered: NumberedAgendaItem<AgendaItemRow>; first: boolean; last: boolean; papers: readonly PaperRow[] }): VNode {
  const t = messages.in(ui.lang);
  const { item, number } = numbered;
  const own = `${base}/items/${item.id}`;
  const name = number ?? (item.title || t('untitled'));
  const failed = ui.form.action === own;
  return (
    <div class="agenda-item" id={`item-${item.id}`}>
      <p>{number ? <strong>{number} </strong> : null}{item.title || item.body}{item.presenter ? <span class="quiet"> ({item.presenter})</span> : null}
        {item.carriedFromOpenPointId === null ? null : <span class="quiet small"> · {t('carried')}</span>}</p>
      <Papers ui={ui} base={base} papers={papers} />
      <div class="cluster">
        {first ? null : <Step ui={ui} action={`${own}/move`} value="up" label={t('up')} about={t('upOf', { title: name })} />}
        {last ? null : <Step ui={ui} action={`${own}/move`} value="down" label={t('down')} about={t('downOf', { title: name })} />}
        <Step ui={ui} action={`${own}/remove`} label={t('remove')} about={t('removeOf', { title: name })} />
      </div>
      <details open={failed}>
        <summary>{t('edit')}<span class="vh"> {name}</span></summary>
        <ActionForm ui={ui} action={own} form={editItemForm} class="form" scope={`item-${item.id}`}>
          <ItemFields ui={ui} action={own} form={editItemForm} item={item} />
          <ButtonRow><Button>{t('save')}</Button></ButtonRow>
        </ActionForm>
      </details>
    </div>
  );
}

/** A button that is a form of its own. */
function Step({ ui, action, value, label, about }: { ui: Ui; action: string; value?: string; label: string; about: string }): VNode {
  return (
    <ActionForm ui={ui} action={action} form={value ? moveItemForm : emptyForm} class="inline">
      {value ? <input type="hidden" name="direction" value={value} /> : null}
      <button class="btn btn-quiet" aria-label={about}>{label}</button>
    </ActionForm>
  );
}

function Papers({ ui, base, papers }: { ui: Ui; base: string; papers: readonly PaperRow[] }): VNode | null {
  if (papers.length === 0) return null;
  const t = messages.in(ui.lang);
  return (
    <ul class="attachments" aria-label={t('papers')}>
      {papers.map((paper) => (
        <li><Attachment name={paper.title} href={`/files/${paper.fileId}`} action={<Step ui={ui} action={`${base}/papers/${paper.id}/remove`} label={t('remove')} about={t('removeOf', { title: paper.title })} />} /></li>
      ))}
    </ul>
  );
}
