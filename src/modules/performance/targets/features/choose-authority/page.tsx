// Whose targets are scored by: the OPDC's unless the secretariat says otherwise, with the reason.
import type { VNode } from 'preact';
import { choice, text, textarea, thaiDate } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import { defineMessages } from '../../../../../platform/words.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { keepsCycle } from '../../../store/cycles.ts';
import { authorities, deciding } from '../../domain/stages.ts';
import { messages as shared } from '../../messages.ts';
import { lineHref, lineOfYear, lineParams, targetsHref } from '../../params.ts';
import { askedValue } from '../../shown.tsx';
import { nameCounting } from '../../store/targets.ts';
import { readStory, type Story } from '../show-story/load.ts';
import { Sides } from '../show-story/parts.tsx';

const messages = defineMessages({
  th: {
    title: 'ใช้ค่าเป้าหมายของหน่วยงานใด',
    sub: 'คะแนนคิดตามผลการพิจารณาล่าสุดของหน่วยงานนี้ ลำดับการพิจารณาเดิมยังอยู่ครบ',
    reasonHint: 'เช่น มติที่ประชุมให้ใช้ค่าเป้าหมายของสำนักงบประมาณ',
    decidedOn: 'วันที่ตกลง',
    undecided: 'หน่วยงานนี้ยังไม่มีผลการพิจารณาค่าเป้าหมายของตัวชี้วัดนี้ กรุณาบันทึกผลการพิจารณาก่อน',
    same: 'ใช้ค่าเป้าหมายของหน่วยงานนี้อยู่แล้ว',
    future: 'วันที่ต้องไม่หลังวันนี้',
    saved: 'บันทึกแล้ว คะแนนคิดตามหน่วยงานนี้',
  },
  en: {
    title: 'Whose targets count',
    sub: 'Scores go by the latest decision of this authority; everything that was said stays',
    reasonHint: 'Such as a resolution to go by the Budget Bureau’s targets',
    decidedOn: 'Day of the agreement',
    undecided: 'This authority has not decided on targets of this indicator. Record its decision first',
    same: 'This authority counts already',
    future: 'This day has not come yet',
    saved: 'Saved. Scores go by this authority',
  },
});

const countingForm = defineForm({
  authority: choice(authorities, { label: shared.words('authority') }),
  reason: textarea({ label: shared.words('reason'), hint: messages.words('reasonHint'), max: 2000, rows: 2 }),
  reference: text({ label: shared.words('reference'), max: 300, optional: true }),
  decidedOn: thaiDate({ label: messages.words('decidedOn') }),
});

export const countingPage = definePage({
  path: '/performance/:year/targets/:key/authority',
  permission: 'performance.keep',
  params: lineParams,
  async load(tx, { params, actor, services }) {
    const line = await lineOfYear(tx, params.year, params.key);
    if (!line.ok) return line;
    if (!keepsCycle(actor, line.value.sheet.cycle)) return notFound();
    return ok({ story: await readStory(tx, line.value.sheet, line.value.indicator, askedValue(undefined), actor), today: services.clock.today() });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: CountingView,
});

function CountingView({ story, today }: { story: Story; today: string }, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { sheet, indicator, counting } = story;
  const year = sheet.cycle.fiscalYear;
  const back = lineHref(year, indicator.key);
  const form = { ui, action: `${back}/authority`, form: countingForm };
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={t('sub')} crumbs={[{ label: s('targets'), href: targetsHref(year) }, { label: indicator.key, href: back }, { label: t('title') }]} />
      <Section><Sides story={story} ui={ui} /></Section>
      <ActionForm {...form} class="form">
        <FormField {...form} name="authority" value={counting} options={authorities.map((value) => ({ value, label: s(`authority.${value}`) }))} arrange="row" />
        <FormField {...form} name="reason" rows={2} />
        <FormField {...form} name="reference" />
        <FormField {...form} name="decidedOn" value={today} />
        <ButtonRow><Button kind="main">{s('save')}</Button><ButtonLink kind="quiet" href={back}>{s('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
    </div>
  );
}

export const countingAction = defineAction({
  path: '/performance/:year/targets/:key/authority',
  permission: 'performance.keep',
  params: lineParams,
  form: countingForm,
  page: countingPage,
  async run(tx, { input, params, actor, services }) {
    const line = await lineOfYear(tx, params.year, params.key);
    if (!line.ok) return line;
    const { sheet, indicator } = line.value;
    if (!keepsCycle(actor, sheet.cycle) || indicator.state === 'cancelled') return notFound();
    const at = (field: string, key: 'undecided' | 'same' | 'future') => fail(key.toUpperCase(), messages.words(key), { fields: { [field]: messages.words(key) } });
    if (input.decidedOn > services.clock.today()) return at('decidedOn', 'future');
    const story = await readStory(tx, sheet, indicator, askedValue(undefined), actor);
    if (story.counting === input.authority) return at('authority', 'same');
    if (!story.words.some((word) => word.authority === input.authority && deciding.includes(word.stage) && word.ladder !== null)) return at('authority', 'undecided');
    await nameCounting(tx, indicator, { authority: input.authority, reason: input.reason, reference: input.reference ?? '', decidedOn: input.decidedOn }, services.clock.now());
    return ok({
      audit: { action: 'performance.counting-authority-named', subject: { type: 'performance.indicator', id: indicator.id }, detail: { before: story.counting, after: input.authority, reason: input.reason } },
      goTo: lineHref(params.year, indicator.key), flash: messages.words('saved'),
    });
  },
});
