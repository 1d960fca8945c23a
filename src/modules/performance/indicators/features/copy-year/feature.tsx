// Lines of the year before, taken over as drafts with their forms, links and units.
import type { VNode } from 'preact';
import { ids, text } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { defineAction, definePage, type ActionOutcome } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import { defineMessages } from '../../../../../platform/words.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { leaves } from '../../../domain/framework/framework.ts';
import { listCycles, type Cycle } from '../../../store/cycles.ts';
import { indicatorsOf, type Indicator } from '../../../store/indicators.ts';
import { messages as shared } from '../../messages.ts';
import { keepsSheet, sheetHref, yearAt, yearParams, type YearPlace } from '../../place.ts';
import { indexYear } from '../../search.ts';
import { sheetCrumb } from '../../shown.tsx';
import { joinFormRound } from '../../../collecting/transitions.ts';
import { copyIndicators } from '../../store/sheet-edits.ts';

const messages = defineMessages({
  th: {
    title: 'คัดลอกจากปี {year}', titleShort: 'คัดลอกจากปีก่อน', sub: 'นำชื่อ หน่วยงาน เกณฑ์ ความเชื่อมโยง และข้อความในแบบมาเป็นร่างของปีนี้ ข้อมูลพื้นฐานและแผน 12 เดือนเป็นของปีเดิม จึงไม่คัดลอก', lines: 'ตัวชี้วัดที่จะคัดลอก', component: 'องค์ประกอบที่วาง กรณีกรอบปีนี้ไม่มีองค์ประกอบเดิม', copy: 'คัดลอก', done: 'คัดลอก {n} ตัวชี้วัดแล้ว ตัวที่มีลำดับซ้ำในปีนี้ไม่ได้คัดลอก', taken: 'มีลำดับนี้ในปีนี้แล้ว', none: 'ไม่มีตัวชี้วัดของปีก่อน', noneText: 'เพิ่มทีละตัวที่ตารางตัวชี้วัด', unknown: 'ไม่มีองค์ประกอบนี้ในกรอบ กรุณาเลือกใหม่', nothing: 'ตัวชี้วัดที่เลือกมีลำดับซ้ำกับของปีนี้ทั้งหมด',
  },
  en: {
    title: 'Copy from {year}', titleShort: 'Copy from the year before', sub: 'Names, units, ladders, links and the words of the form come over as drafts. Baseline and the plan of twelve months belong to their year and stay there.', lines: 'Indicators to copy', component: 'Where to put those whose component this framework lacks', copy: 'Copy', done: '{n} indicators are copied; those whose number is taken in this year are not', taken: 'This number is taken in this year', none: 'The year before has no indicators', noneText: 'Add them one by one on the sheet', unknown: 'The framework has no such component', nothing: 'All of the chosen numbers are taken in this year',
  },
});

const copyForm = defineForm({ lines: ids({ label: messages.words('lines') }), component: text({ label: messages.words('component'), max: 20 }) });

export interface CopyYearData extends YearPlace {
  readonly from: Cycle | undefined;
  readonly lines: readonly Indicator[];
}

/** The newest year before this one. */
const before = async (tx: Parameters<typeof listCycles>[0], cycle: Cycle): Promise<Cycle | undefined> => (await listCycles(tx)).find(({ fiscalYear, departmentId }) => fiscalYear < cycle.fiscalYear && departmentId === cycle.departmentId);

export const copyYearPage = definePage({
  path: '/performance/:year/sheet/copy',
  permission: 'performance.keep',
  params: yearParams,
  async load(tx, { params, actor }) {
    const place = await yearAt(tx, params);
    if (!place || !keepsSheet(actor, place.cycle)) return notFound();
    const from = await before(tx, place.cycle);
    return ok<CopyYearData>({ ...place, from, lines: from ? (await indicatorsOf(tx, from.id)).filter(({ state }) => state !== 'cancelled') : [] });
  },
  title: (_data, ui) => ui.text(messages.words('titleShort')),
  view: (data: CopyYearData, ui) => <CopyYearView data={data} ui={ui} />,
});

function CopyYearView({ data: { cycle, framework, from, lines, all }, ui }: { data: CopyYearData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const form = { ui, action: `${sheetHref(cycle.fiscalYear)}/copy`, form: copyForm };
  const taken = new Set(all.map(({ key }) => key));
  return (
    <div class="stack-l">
      <PageHead title={from ? t('title', { year: from.fiscalYear }) : t('titleShort')} sub={t('sub')} crumbs={[sheetCrumb(cycle.fiscalYear, ui), { label: t('titleShort') }]} />
      {lines.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : (
        <ActionForm {...form}>
          <FormField {...form} name="lines" options={lines.map((one) => ({ value: String(one.id), label: `${one.key} ${one.name}`, ...(taken.has(one.key) ? { hint: t('taken'), disabled: true } : {}) }))} value={lines.filter(({ key }) => !taken.has(key)).map(({ id }) => String(id))} />
          <FormField {...form} name="component" options={leaves(framework).map(({ key, name }) => ({ value: key, label: `${key} ${ui.text(name)}` }))} value={leaves(framework)[0]?.key} />
          <ButtonRow><Button kind="main">{t('copy')}</Button><ButtonLink kind="quiet" href={sheetHref(cycle.fiscalYear)}>{shared.in(ui.lang)('cancel')}</ButtonLink></ButtonRow>
        </ActionForm>
      )}
    </div>
  );
}

export const copyYearAction = defineAction({
  path: '/performance/:year/sheet/copy',
  permission: 'performance.keep',
  params: yearParams,
  form: copyForm,
  page: copyYearPage,
  async run(tx, { params, input, actor, services }): Promise<Result<ActionOutcome>> {
    const place = await yearAt(tx, params);
    if (!place || !keepsSheet(actor, place.cycle)) return notFound();
    const from = await before(tx, place.cycle);
    if (!from) return notFound();
    const places = new Set(leaves(place.framework).map(({ key }) => key));
    if (!places.has(input.component)) return fail('COMPONENT', messages.words('unknown'), { fields: { component: messages.words('unknown') } });
    const now = services.clock.now();
    const made = await copyIndicators(tx, from, place.cycle, input.lines, (one) => (places.has(one.component) ? one.component : input.component), now);
    if (made.length === 0) return fail('NOTHING_COPIED', messages.words('nothing'), { fields: { lines: messages.words('nothing') } });
    await joinFormRound(tx, place.cycle, now);
    await indexYear(tx, place.cycle);
    return ok({ audit: { action: 'performance.year-copied', subject: { type: 'performance.cycle', id: place.cycle.id }, unitId: place.cycle.keeperUnitId, detail: { from: from.fiscalYear, lines: input.lines, made } }, goTo: sheetHref(params.year), flash: messages.words('done', { n: made.length }) });
  },
});
