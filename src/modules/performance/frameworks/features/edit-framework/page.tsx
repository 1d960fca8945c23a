// The editor of a draft: everything as fields, what the check finds beside them. Without script a press of saving checks.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { Words } from '../../../../../platform/words.ts';
import { definePage } from '../../../../../platform/http/define.ts';
import { ActionForm } from '../../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Panel } from '../../../../../ui/components/panel.tsx';
import { checkFramework } from '../../../domain/framework/check-framework.ts';
import type { Finding } from '../../../domain/finding.ts';
import { readTyped, type ReadFramework } from '../../domain/read-typed.ts';
import { typedOf, type TypedFramework } from '../../domain/typed.ts';
import { messages as shared } from '../../messages.ts';
import { editionWords, frameworkHref, frameworksHref } from '../../shown.tsx';
import { frameworkById, historyOf, type FrameworkEdition } from '../../store/frameworks.ts';
import { DifferenceTable } from '../show-framework/differences.tsx';
import { frameworkParams } from '../show-framework/page.tsx';
import { editorId, LiveFindings } from './findings.tsx';
import { editForm, typedFrom } from './form.ts';
import { messages } from './messages.ts';
import { ComponentRows } from './component-rows.tsx';
import { CalculationFields, ClassRows, GeneralFields, NoteRows, RuleRows, StepRows, type RowsProps } from './rows.tsx';

export interface EditorData {
  readonly row: FrameworkEdition;
  readonly typed: TypedFramework;
  readonly read: ReadFramework;
  readonly findings: readonly Finding[];
  /** Words at fields that could not be read. */
  readonly errors: Readonly<Record<string, Words>>;
  /** Row that is opened empty: `component`, `part:1`, `rule:count`. */
  readonly add: string | undefined;
  /** Rev that the fields began from. */
  readonly rev: string;
  /** Somebody saved meanwhile. */
  readonly stale: boolean;
  /** Who saved last; nobody while it is as it came. */
  readonly last: string | undefined;
}

export const editPage = definePage({
  path: `${frameworksHref}/:id/edit`,
  permission: 'performance.keep',
  params: frameworkParams,
  query: z.object({ add: z.string().regex(/^[a-z-]+(:[a-z0-9-]+)?$/).max(40).optional().catch(undefined) }),
  async load(tx, { params, query, form }) {
    const row = await frameworkById(tx, params.id);
    if (!row) return notFound(shared.words('gone'));
    const sent = form.action === frameworkHref(row.id, '/edit');
    const typed = sent ? typedFrom(form.values) : typedOf(row.content);
    const read = readTyped(typed, row.content);
    const rev = sent && typeof form.values['rev'] === 'string' ? form.values['rev'] : String(row.rev);
    return ok({ row, typed, read, findings: checkFramework(read.framework), errors: form.errors, add: sent ? undefined : query.add, rev, stale: rev !== String(row.rev), last: (await historyOf(tx, row.id)).find(({ personId }) => personId !== 0)?.personName });
  },
  title: (_data, ui) => ui.text(messages.words('title')),
  view: EditorView,
});

function EditorView(data: EditorData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const { row, typed, read, findings } = data;
  const action = frameworkHref(row.id, '/edit');
  const head = (
    <PageHead title={t('title')} sub={editionWords(ui, row)} crumbs={[{ label: shared.in(ui.lang)('room'), href: frameworksHref }, { label: ui.text(row.content.name), href: frameworkHref(row.id) }, { label: t('title') }]} />
  );
  if (row.state !== 'draft') return <div class="stack-l">{head}<Used ui={ui} /><UsedActs ui={ui} row={row} /></div>;
  const part: RowsProps = { ui, typed, framework: row.content, error: (name) => (data.errors[name] ? ui.text(data.errors[name]) : undefined), add: data.add };
  return (
    <div class="stack-l">
      {head}
      {data.stale ? <Conflict ui={ui} data={data} /> : null}
      <div class="editor-beside">
        <ActionForm ui={ui} action={action} form={editForm} id={editorId} class="editor-form" hidden={{ rev: data.rev }} guard previewUrl={`${action}/check`} previewTarget="findings">
          {/* Enter in a field presses the first button of a form: it must be saving. */}
          <button class="vh" tabIndex={-1} aria-hidden="true">{t('save')}</button>
          <GeneralFields {...part} />
          <ComponentRows {...part} />
          <RuleRows {...part} />
          <StepRows {...part} />
          <ClassRows {...part} />
          <CalculationFields {...part} />
          <NoteRows {...part} />
          <ButtonRow>
            <Button kind="main">{t('save')}</Button>
            <Button name="step" value="done">{t('saveDone')}</Button>
            <ButtonLink kind="quiet" href={frameworkHref(row.id)}>{t('back')}</ButtonLink>
          </ButtonRow>
        </ActionForm>
        <aside class="editor-aside">
          <Panel title={t('check')}>
            <p class="quiet small">{t('checkText')} <span class="no-js-only">{t('checkSaved')}</span></p>
            <div id="findings" aria-live="polite"><LiveFindings lang={ui.lang} read={read} findings={findings} /></div>
            <ButtonRow><Button form={editorId}>{t('save')}</Button></ButtonRow>
          </Panel>
        </aside>
      </div>
    </div>
  );
}

function Used({ ui }: { ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  return (
    <Notice kind="warn" title={t('usedTitle')}>
      <p>{t('usedText')}</p>
    </Notice>
  );
}

/** The way out of an edition that is kept. */
function UsedActs({ ui, row }: { ui: Ui; row: FrameworkEdition }): VNode {
  return (
    <ButtonRow>
      <ButtonLink kind="main" href={`${frameworksHref}/new?from=${row.id}&year=${row.fiscalYear}&agency=${row.agency}`}>{shared.in(ui.lang)('newEdition')}</ButtonLink>
      <ButtonLink kind="quiet" href={frameworkHref(row.id)}>{messages.in(ui.lang)('back')}</ButtonLink>
    </ButtonRow>
  );
}

/** What another saved meanwhile, against what stands in the fields; nothing typed is lost. */
function Conflict({ ui, data: { row, read, last } }: { ui: Ui; data: EditorData }): VNode {
  const t = messages.in(ui.lang);
  return (
    <Notice kind="warn" title={last === undefined ? t('conflict') : t('conflictBy', { name: last })}>
      <p>{t('conflictText')}</p>
      <DifferenceTable ui={ui} before={row.content} after={read.framework} heads={[t('theirs'), t('mine')]} />
      <ButtonRow>
        <Button form={editorId} name="step" value={`over:${row.rev}`}>{t('over')}</Button>
        <ButtonLink kind="quiet" href={frameworkHref(row.id, '/edit')}>{t('openTheirs')}</ButtonLink>
      </ButtonRow>
    </Notice>
  );
}
