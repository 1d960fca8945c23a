// Begins a year: the framework that it stands under, and the day by which owners hand in their forms.
import type { VNode } from 'preact';
import { can } from '../../../../../platform/access/actor.ts';
import { id, thaiDate } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { defineAction, definePage, type ActionOutcome } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import { defineMessages } from '../../../../../platform/words.ts';
import { unitsHolding } from '../../../../../platform/access/actor.ts';
import { Button, ButtonRow } from '../../../../../ui/components/button.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { unitsActiveOn } from '../../../../organisation/index.ts';
import { listFrameworks, useFramework, type KeptFramework } from '../../../frameworks/store/frameworks.ts';
import { addCycle, listCycles } from '../../../store/cycles.ts';
import { openRound } from '../../../store/rounds.ts';
import { messages as shared } from '../../messages.ts';
import { sheetHref } from '../../place.ts';

const messages = defineMessages({
  th: {
    title: 'เริ่มปีงบประมาณใหม่', sub: 'เลือกกรอบของปี แล้วร่างตารางตัวชี้วัดในหน้าถัดไป กรอบที่นำมาใช้แล้วแก้ไขไม่ได้อีก', framework: 'กรอบการประเมิน', due: 'วันสุดท้ายที่หน่วยงานส่งแบบรายละเอียด', dueHint: 'เว้นว่างไว้ก่อนได้ แล้วเปิดรอบส่งแบบภายหลัง', begin: 'เริ่มปี',
    none: 'ยังไม่มีกรอบของปีที่ยังไม่เริ่ม กรุณาจัดทำกรอบก่อน', frameworks: 'กรอบการประเมิน', taken: 'ปีนี้เริ่มไปแล้ว', unknown: 'ไม่มีกรอบนี้ กรุณาเลือกใหม่', unusable: 'กรอบนี้ยังมีจุดที่ต้องแก้ก่อนนำมาใช้', past: 'วันสุดท้ายต้องไม่ก่อนวันนี้', done: 'เริ่มปีงบประมาณ พ.ศ. {year} แล้ว', edition: 'ฉบับที่ {n}', 'state.draft': 'ร่าง', 'state.used': 'ใช้แล้ว', 'state.retired': 'เลิกใช้',
  },
  en: {
    title: 'Begin a fiscal year', sub: 'Choose the framework of the year; the sheet is drawn up on the next page. A framework that is used is not changed any more.', framework: 'Framework', due: 'Last day for the owners’ forms', dueHint: 'May stay empty: the round of forms can be opened later', begin: 'Begin the year',
    none: 'There is no framework of a year that has not begun', frameworks: 'Frameworks', taken: 'This year has begun already', unknown: 'There is no such framework', unusable: 'This framework has errors to be mended first', past: 'The last day is not before today', done: 'Fiscal year {year} has begun', edition: 'edition {n}', 'state.draft': 'draft', 'state.used': 'in use', 'state.retired': 'retired',
  },
});

const beginForm = defineForm({
  framework: id({ label: messages.words('framework') }),
  due: thaiDate({ label: messages.words('due'), hint: messages.words('dueHint'), optional: true }),
});

/** Frameworks of departments whose year has not begun. */
async function choicesOf(tx: Parameters<typeof listFrameworks>[0]): Promise<KeptFramework[]> {
  const begun = new Set((await listCycles(tx)).map(({ fiscalYear }) => fiscalYear));
  return (await listFrameworks(tx)).filter(({ agency, state, fiscalYear }) => agency === 'department' && state !== 'retired' && !begun.has(fiscalYear));
}

export interface BeginData { readonly frameworks: readonly KeptFramework[] }

export const beginPage = definePage({
  path: '/performance/cycles/new',
  permission: 'performance.keep',
  load: async (tx) => ok<BeginData>({ frameworks: await choicesOf(tx) }),
  title: (_data, ui) => ui.text(messages.words('title')),
  view: (data: BeginData, ui) => <BeginView data={data} ui={ui} />,
});

function BeginView({ data: { frameworks }, ui }: { data: BeginData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const form = { ui, action: '/performance/cycles/new', form: beginForm };
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={t('sub')} crumbs={[{ label: shared.in(ui.lang)('sheetShort') }, { label: t('title') }]} />
      {frameworks.length === 0 ? <Notice kind="warn">{t('none')}</Notice> : (
        <ActionForm {...form}>
          <FormField {...form} name="framework" as="radios" options={frameworks.map((one) => ({ value: String(one.id), label: ui.text(one.content.name), hint: `${t('edition', { n: one.edition })} · ${t(`state.${one.state}`)}` }))} />
          <FormField {...form} name="due" size="m" />
          <ButtonRow><Button kind="main">{t('begin')}</Button></ButtonRow>
        </ActionForm>
      )}
    </div>
  );
}

export const beginAction = defineAction({
  path: '/performance/cycles/new',
  permission: 'performance.keep',
  form: beginForm,
  page: beginPage,
  async run(tx, { input, actor, services }): Promise<Result<ActionOutcome>> {
    const today = services.clock.today();
    const keeperUnitId = actor.unitId !== undefined && can(actor, 'performance.keep', actor.unitId) && actor.principals.includes(actor.unitId) ? actor.unitId : unitsHolding(actor, 'performance.keep')[0];
    const department = (await unitsActiveOn(tx, today)).find(({ parentId }) => parentId === null);
    if (keeperUnitId === undefined || !department) return notFound();
    const edition = (await choicesOf(tx)).find((one) => one.id === input.framework);
    if (!edition) return fail('NO_FRAMEWORK', messages.words('unknown'), { fields: { framework: messages.words('unknown') } });
    if (input.due !== undefined && input.due < today) return fail('DUE_PAST', messages.words('past'), { fields: { due: messages.words('past') } });
    const now = services.clock.now();
    const used = await useFramework(tx, edition.id, now);
    if (used !== 'used' && used !== 'already') return fail('FRAMEWORK_UNUSABLE', messages.words('unusable'), { fields: { framework: messages.words('unusable') } });
    const cycleId = await addCycle(tx, { fiscalYear: edition.fiscalYear, frameworkId: edition.id, departmentId: department.id, keeperUnitId }, now);
    if (cycleId === undefined) return fail('YEAR_TAKEN', messages.words('taken'), { fields: { framework: messages.words('taken') } });
    if (input.due !== undefined) await openRound(tx, { cycleId, kind: 'form', month: null, dueOn: input.due, note: '' }, [], now);
    return ok({
      audit: { action: 'performance.year-begun', subject: { type: 'performance.cycle', id: cycleId }, unitId: keeperUnitId, detail: { fiscalYear: edition.fiscalYear, framework: edition.id, due: input.due ?? null } },
      goTo: sheetHref(edition.fiscalYear), flash: messages.words('done', { year: edition.fiscalYear }),
    });
  },
});
