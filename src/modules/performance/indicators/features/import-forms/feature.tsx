// Forms out of an Excel file: every row is judged and shown before anything is written.
import type { VNode } from 'preact';
import type { Actor } from '../../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { readFileRecords } from '../../../../../platform/files/file-records.ts';
import { files } from '../../../../../platform/forms/fields.ts';
import { defineForm, emptyForm } from '../../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { defineAction, definePage, type ActionOutcome } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import { findTable, readSheets } from '../../../../../platform/tables/read-table.ts';
import { defineMessages, type Words } from '../../../../../platform/words.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { StateMark, type StateKind } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { fieldName, type FieldCode, type FormContent } from '../../domain/form-content.ts';
import { changedFields } from '../../domain/form-difference.ts';
import { contentOfRow, formColumns, keyOfRow } from '../../domain/form-table.ts';
import { formShut, sheetHref, writesBeside, yearAt, yearIdParams, yearParams, type YearPlace } from '../../place.ts';
import { indexIndicator } from '../../search.ts';
import { sheetCrumb } from '../../shown.tsx';
import { formsOf, formStandings, saveForm } from '../../store/forms.ts';
import { formImport, markFormsApplied, stageForms, type FormImport, type JudgedForm } from '../../store/sheet-edits.ts';

const messages = defineMessages({
  th: {
    title: 'นำเข้าแบบจาก Excel', sub: 'ใช้ไฟล์ที่ส่งออกจากระบบแล้วกรอกเพิ่ม ระบบตรวจทุกแถวและบอกผลก่อนบันทึก', file: 'ไฟล์ Excel หรือ CSV', check: 'ตรวจไฟล์', template: 'ดาวน์โหลดแบบปัจจุบัน', oneFile: 'กรุณาเลือกไฟล์เดียว', preview: 'ผลตรวจไฟล์', row: 'แถว', key: 'ลำดับ', verdict: 'ผล', why: 'รายละเอียด',
    'v.change': 'จะบันทึก', 'v.same': 'เหมือนเดิม', 'v.duplicate': 'ซ้ำ', 'v.refused': 'ไม่รับ', confirm: 'บันทึก {n} แบบ', nothing: 'ไม่มีแถวที่ต้องบันทึก', done: 'บันทึก {n} แบบแล้ว', gone: 'ไฟล์นี้นำเข้าไปแล้ว', changes: 'เปลี่ยน: {fields}', stale: 'มีผู้แก้แบบระหว่างนี้ {n} แบบ จึงไม่ได้เขียนทับ กรุณาตรวจไฟล์อีกครั้ง',
    noKey: 'ไม่มีลำดับตัวชี้วัด', noIndicator: 'ไม่มีตัวชี้วัดที่ {key} ในปีนี้', notYours: 'ตัวชี้วัดนี้ไม่ใช่ของหน่วยงานท่าน', twice: 'ตัวชี้วัดนี้อยู่ในแถวที่ {row} แล้ว (เซลล์ที่ผสานนับเป็นแถวเดียวกัน)', shut: 'แบบนี้ส่งหรือได้รับความเห็นชอบแล้ว', unknown: 'คอลัมน์ที่ไม่รู้จัก: {heads}',
  },
  en: {
    title: 'Bring in forms from Excel', sub: 'Take the file of this house and fill it in. Every row is judged before anything is saved.', file: 'Excel or CSV file', check: 'Look it through', template: 'Take the forms as they are', oneFile: 'Choose one file', preview: 'What was found in the file', row: 'Row', key: 'No.', verdict: 'Verdict', why: 'Why',
    'v.change': 'Will be saved', 'v.same': 'As it is', 'v.duplicate': 'Twice', 'v.refused': 'Refused', confirm: 'Save {n} forms', nothing: 'No row needs saving', done: '{n} forms are saved', gone: 'This file was brought in already', changes: 'Changes: {fields}', stale: '{n} forms were changed meanwhile and are not overwritten: look the file through again',
    noKey: 'No number', noIndicator: 'There is no indicator {key} in this year', notYours: 'This indicator is not of your unit', twice: 'This indicator stands in row {row} already (merged cells count as the same row)', shut: 'This form was sent in or is approved', unknown: 'Unknown columns: {heads}',
  },
});

const importHref = (year: number, rest = ''): string => `/performance/${year}/forms${rest}`;
const uploadForm = defineForm({ file: files({ label: messages.words('file'), maxFiles: 1, upload: { allow: ['xlsx', 'csv'] } }) });

export const importFormsPage = definePage({
  path: '/performance/:year/forms/import',
  permission: 'performance.report',
  params: yearParams,
  async load(tx, { params }) {
    const place = await yearAt(tx, params);
    return place && place.cycle.state !== 'closed' ? ok<YearPlace>(place) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('title')),
  view(data: YearPlace, ui) {
    const t = messages.in(ui.lang);
    const year = data.cycle.fiscalYear;
    const form = { ui, action: importHref(year, '/import'), form: uploadForm };
    return (
      <div class="stack-l">
        <PageHead title={t('title')} sub={t('sub')} crumbs={[sheetCrumb(year, ui), { label: t('title') }]} />
        <ActionForm {...form}><FormField {...form} name="file" /><ButtonRow><Button kind="main">{t('check')}</Button><ButtonLink kind="quiet" href={`/performance/${year}/forms.xlsx`} plainVisit>{t('template')}</ButtonLink></ButtonRow></ActionForm>
      </div>
    );
  },
});

/** Judges each row of a file against the forms as they are; nothing is written. */
export async function judgeForms(tx: ReadTx, place: YearPlace, actor: Actor, content: Buffer): Promise<Result<JudgedForm[]>> {
  const sheets = await readSheets(content);
  if (!sheets.ok) return sheets;
  const table = findTable(sheets.value, formColumns);
  if (!table.ok) return table;
  const forms = await formsOf(tx, place.all);
  const standings = await formStandings(tx, place.all.map(({ id }) => id));
  const seen = new Map<string, number>();
  return ok(table.value.rows.map((row): JudgedForm => {
    const key = keyOfRow(row);
    const base = { row: row.number, key, changes: [], indicatorId: null, rev: 0, content: null };
    const judge = (verdict: JudgedForm['verdict'], why: Words | null): JudgedForm => ({ ...base, verdict, why });
    if (key === '') return judge('refused', messages.words('noKey'));
    const first = seen.get(key);
    if (first !== undefined) return judge('duplicate', messages.words('twice', { row: first }));
    seen.set(key, row.number);
    const indicator = place.all.find((one) => one.key === key);
    if (!indicator) return judge('refused', messages.words('noIndicator', { key }));
    const form = forms.get(indicator.id);
    if (!form) return judge('refused', messages.words('noIndicator', { key }));
    const read = contentOfRow(row, form.content);
    if (!read.ok) return judge('refused', read.message);
    const changes = changedFields(form.content, read.value);
    if (changes.length === 0) return judge('same', null);
    if (!writesBeside(actor, { ...place, indicator })) return judge('refused', messages.words('notYours'));
    if (formShut(actor, place, standings.get(indicator.id)?.state)) return judge('refused', messages.words('shut'));
    const named = (lang: 'th' | 'en') => messages.in(lang)('changes', { fields: changes.map((code) => fieldName(code)[lang]).join(', ') });
    return { ...base, verdict: 'change', why: { th: named('th'), en: named('en') }, changes, indicatorId: indicator.id, rev: form.rev, content: read.value };
  }));
}

export const stageFormsAction = defineAction({
  path: '/performance/:year/forms/import',
  permission: 'performance.report',
  params: yearParams,
  form: uploadForm,
  page: importFormsPage,
  async run(tx, { params, input, actor, services }): Promise<Result<ActionOutcome>> {
    const place = await yearAt(tx, params);
    if (!place || place.cycle.state === 'closed') return notFound();
    const [file, ...others] = (await readFileRecords(tx, input.file)).filter((one) => one.uploadedBy === actor.id);
    const atFile = (code: string, words: Words) => fail(code, words, { fields: { file: words } });
    if (!file || others.length > 0) return atFile('ONE_FILE', messages.words('oneFile'));
    const judged = await judgeForms(tx, place, actor, await services.files.get(file.hash));
    if (!judged.ok) return atFile(judged.code, judged.message);
    const id = await stageForms(tx, place.cycle.id, file.name, judged.value, services.clock.now());
    return ok({ audit: { action: 'performance.forms-looked-through', subject: { type: 'performance.form-import', id }, unitId: place.cycle.keeperUnitId, detail: { file: file.name, hash: file.hash, rows: judged.value.length } }, goTo: importHref(params.year, `/imports/${id}`) });
  },
});

export interface ImportData extends YearPlace { readonly staged: FormImport }

export const formImportPage = definePage({
  path: '/performance/:year/forms/imports/:id',
  permission: 'performance.report',
  params: yearIdParams,
  async load(tx, { params }) {
    const place = await yearAt(tx, params);
    const staged = place && (await formImport(tx, params.id));
    return place && staged?.cycleId === place.cycle.id ? ok<ImportData>({ ...place, staged }) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('preview')),
  view: (data: ImportData, ui) => <ImportView data={data} ui={ui} />,
});

const marks: Readonly<Record<JudgedForm['verdict'], StateKind>> = { change: 'done', same: 'void', duplicate: 'risk', refused: 'late' };

function ImportView({ data: { staged, cycle }, ui }: { data: ImportData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const year = cycle.fiscalYear;
  const fresh = staged.rows.filter(({ verdict }) => verdict === 'change').length;
  return (
    <div class="stack-l">
      <PageHead title={t('preview')} sub={staged.fileName} crumbs={[sheetCrumb(year, ui), { label: t('title'), href: importHref(year, '/import') }, { label: t('preview') }]} />
      {staged.appliedAt ? <Notice kind="done">{t('done', { n: staged.applied ?? 0 })}</Notice> : fresh === 0 ? <Notice kind="info">{t('nothing')}</Notice> : (
        <ActionForm ui={ui} action={importHref(year, `/imports/${staged.id}/confirm`)}><ButtonRow><Button kind="main">{t('confirm', { n: fresh })}</Button></ButtonRow></ActionForm>
      )}
      {staged.appliedAt ? null : (
        <Table caption={t('preview')} captionHidden rows={staged.rows} rowKey={({ row }) => String(row)} empty={<EmptyState title={t('nothing')} />} columns={[
          { key: 'row', head: t('row'), kind: 'num', cell: ({ row }) => row },
          { key: 'key', head: t('key'), kind: 'main', cell: ({ key }) => key || '–' },
          { key: 'verdict', head: t('verdict'), cell: ({ verdict }) => <StateMark kind={marks[verdict]}>{t(`v.${verdict}`)}</StateMark> },
          { key: 'why', head: t('why'), kind: 'wide', cell: ({ why }) => (why ? ui.text(why) : '') },
        ]} />
      )}
    </div>
  );
}

/** Writes the rows that change something; a form that somebody saved meanwhile is left as it is. */
export const confirmFormsAction = defineAction({
  path: '/performance/:year/forms/imports/:id/confirm',
  permission: 'performance.report',
  params: yearIdParams,
  form: emptyForm,
  page: formImportPage,
  async run(tx, { params, actor, services }): Promise<Result<ActionOutcome>> {
    const place = await yearAt(tx, params);
    const staged = place && (await formImport(tx, params.id));
    if (!place || staged?.cycleId !== place.cycle.id) return notFound();
    const now = services.clock.now();
    const standings = await formStandings(tx, place.all.map(({ id }) => id));
    const saved: { key: string; fields: readonly FieldCode[] }[] = [];
    let left = 0;
    for (const row of staged.rows.filter(({ verdict }) => staged.appliedAt === null && verdict === 'change')) {
      const indicator = place.all.find(({ id }) => id === row.indicatorId);
      const may = indicator && writesBeside(actor, { ...place, indicator }) && !formShut(actor, place, standings.get(indicator.id)?.state);
      if (!indicator || !may || (await saveForm(tx, place.cycle, indicator, row.content as FormContent, row.rev, now)) === 'stale') { left += 1; continue; }
      await indexIndicator(tx, place.cycle, indicator.id);
      saved.push({ key: row.key, fields: row.changes as FieldCode[] });
    }
    if (!(await markFormsApplied(tx, params.id, saved.length, now))) return fail('IMPORT_DONE', messages.words('gone'), { status: 409 });
    return ok({ audit: { action: 'performance.forms-imported', subject: { type: 'performance.form-import', id: params.id }, unitId: place.cycle.keeperUnitId, detail: { saved, left } }, goTo: sheetHref(params.year), flash: left > 0 ? messages.words('stale', { n: left }) : messages.words('done', { n: saved.length }) });
  },
});
