// Projects of the year with their budget to the satang, the indicators that they serve, and totals.
import type { VNode } from 'preact';
import type { z } from 'zod';
import type { Actor } from '../../../../../platform/access/actor.ts';
import { can } from '../../../../../platform/access/actor.ts';
import type { Tx } from '../../../../../platform/db/database.ts';
import { hidden, id, ids, text, textarea } from '../../../../../platform/forms/fields.ts';
import { defineForm, emptyForm, type FormValues } from '../../../../../platform/forms/form.ts';
import { ActionButton, ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { defineAction, definePage, type ActionOutcome } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import { defineMessages } from '../../../../../platform/words.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { parseTyped, scaledText } from '../../../domain/numbers.ts';
import { keepsCycle } from '../../../store/cycles.ts';
import { messages as shared } from '../../messages.ts';
import { indicatorHref, yearAt, yearIdParams, yearParams, type YearPlace } from '../../place.ts';
import { bahtText, sheetCrumb, unitOptions, unitShort, unitsOn, YearTabs, type Units } from '../../shown.tsx';
import { addProject, budgetsOf, changeProject, projectById, projectsOf, withdrawProject, type Project, type ProjectInput } from '../../store/projects.ts';

const messages = defineMessages({
  th: {
    title: 'โครงการและงบประมาณ ปี {year}', titleShort: 'โครงการและงบประมาณ', sub: 'โครงการที่รองรับตัวชี้วัด ใช้ประกอบการเสนอน้ำหนักตามขนาดงบประมาณ', add: 'เพิ่มโครงการ', edit: 'แก้ไขโครงการ', name: 'ชื่อโครงการ', unit: 'หน่วยงานรับผิดชอบ', budget: 'งบประมาณ (บาท)', budgetHint: 'เช่น 1,250,000.00', source: 'แหล่งงบประมาณ', note: 'หมายเหตุ', indicators: 'ตัวชี้วัดที่รองรับ',
    total: 'รวม', none: 'ยังไม่มีโครงการ', noneText: 'หน่วยงานหรือเลขานุการเพิ่มโครงการได้', byIndicator: 'งบประมาณตามตัวชี้วัด', byNote: 'โครงการที่รองรับหลายตัวชี้วัดนับเต็มจำนวนในทุกตัวชี้วัด', share: 'ร้อยละของทั้งหมด', saved: 'บันทึกโครงการแล้ว', withdraw: 'นำโครงการออก', withdrawn: 'นำโครงการออกแล้ว', gone: 'โครงการนี้นำออกไปแล้ว',
    badBaht: 'งบประมาณต้องเป็นจำนวนเงินไม่ติดลบ ทศนิยมไม่เกินสองตำแหน่ง', unitNo: 'บันทึกได้เฉพาะโครงการของหน่วยงานท่าน', indicatorNo: 'ไม่มีตัวชี้วัดนี้ในปีนี้ กรุณาเลือกใหม่',
  },
  en: {
    title: 'Projects and budget of {year}', titleShort: 'Projects and budget', sub: 'Projects that serve indicators, for weights that follow the size of the budget', add: 'Add a project', edit: 'Change a project', name: 'Name of the project', unit: 'Unit', budget: 'Budget (baht)', budgetHint: 'Such as 1,250,000.00', source: 'Source of the money', note: 'Note', indicators: 'Indicators that it serves',
    total: 'Sum', none: 'No project yet', noneText: 'Units and the secretariat add projects', byIndicator: 'Budget by indicator', byNote: 'A project that serves several indicators counts whole for each', share: 'Per cent of all', saved: 'The project is saved', withdraw: 'Take the project out', withdrawn: 'The project is taken out', gone: 'It was taken out already',
    badBaht: 'A budget is a sum of money, not negative, with two places at most', unitNo: 'Only projects of your own unit', indicatorNo: 'There is no such indicator in this year',
  },
});

const projectForm = defineForm({
  rev: hidden({ max: 10, optional: true }),
  name: text({ label: messages.words('name'), min: 2, max: 500 }),
  unit: id({ label: messages.words('unit') }),
  budget: text({ label: messages.words('budget'), hint: messages.words('budgetHint'), max: 40 }),
  source: text({ label: messages.words('source'), max: 300, optional: true }),
  indicators: ids({ label: messages.words('indicators'), optional: true }),
  note: textarea({ label: messages.words('note'), max: 2000, rows: 2, optional: true }),
});

const projectsHref = (year: number, rest = ''): string => `/performance/${year}/projects${rest}`;
const toSatang = (budget: string): bigint => BigInt(budget.replace('.', ''));
const ofSatang = (satang: bigint): string => { const digits = satang.toString().padStart(3, '0'); return `${digits.slice(0, -2)}.${digits.slice(-2)}`; };

/** Whether the actor writes a project of this unit: its own, or as the year's secretariat. */
const mayWrite = (actor: Actor, { cycle }: YearPlace, unitId: number): boolean => cycle.state !== 'closed' && (keepsCycle(actor, cycle) || (can(actor, 'performance.report') && actor.principals.includes(unitId)));
const mayAdd = (actor: Actor, { cycle }: YearPlace, units: Units): boolean => cycle.state !== 'closed' && (keepsCycle(actor, cycle) || (can(actor, 'performance.report') && actor.principals.some((one) => units.has(one))));

export interface ProjectsData extends YearPlace {
  readonly projects: readonly Project[];
  readonly budgets: ReadonlyMap<number, string>;
  readonly units: Units;
  readonly mine: ReadonlySet<number>;
  readonly mayAdd: boolean;
}

export const projectsPage = definePage({
  path: '/performance/:year/projects',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, actor, services }) {
    const place = await yearAt(tx, params);
    if (!place) return notFound();
    const units = await unitsOn(tx, services.clock.today());
    const projects = await projectsOf(tx, place.cycle.id);
    return ok<ProjectsData>({ ...place, units, projects, budgets: await budgetsOf(tx, place.cycle.id), mine: new Set(projects.filter(({ unitId }) => mayWrite(actor, place, unitId)).map(({ id: one }) => one)), mayAdd: mayAdd(actor, place, units) });
  },
  title: (_data, ui) => ui.text(messages.words('titleShort')),
  view: (data: ProjectsData, ui) => <ProjectsView data={data} ui={ui} />,
});

/** Share of a whole in hundredths of a per cent, half up. */
const share = (part: bigint, whole: bigint): string => (whole === 0n ? '' : scaledText(((part * 10_000n * 2n + whole) / (whole * 2n)) * 10_000n, { places: 2 }));

function ProjectsView({ data: { cycle, all, projects, budgets, units, mine, mayAdd: may }, ui }: { data: ProjectsData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const year = cycle.fiscalYear;
  const total = projects.reduce((sum, { budget }) => sum + toSatang(budget), 0n);
  const keys = new Map(all.map((one) => [one.id, one.key]));
  return (
    <div class="stack-l">
      <PageHead title={t('title', { year })} sub={t('sub')} crumbs={[sheetCrumb(year, ui), { label: t('titleShort') }]} actions={may ? <ButtonLink kind="main" href={projectsHref(year, '/new')}>{t('add')}</ButtonLink> : undefined} />
      <YearTabs year={year} at="projects" ui={ui} />
      <Table caption={t('titleShort')} captionHidden rows={projects} rowKey={(row) => String(row.id)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} footer={{ name: t('total'), budget: bahtText(ofSatang(total)) }} columns={[
        { key: 'name', head: t('name'), kind: 'main', cell: (row) => (mine.has(row.id) ? <a href={projectsHref(year, `/${row.id}`)}>{row.name}</a> : row.name) },
        { key: 'unit', head: t('unit'), cell: (row) => unitShort(units, row.unitId) },
        { key: 'budget', head: t('budget'), kind: 'num', cell: (row) => bahtText(row.budget) },
        { key: 'source', head: t('source'), cell: (row) => row.source },
        { key: 'indicators', head: t('indicators'), cell: (row) => <>{row.indicatorIds.map((one, at) => <>{at > 0 ? ', ' : ''}<a href={indicatorHref(year, keys.get(one) ?? '')}>{keys.get(one)}</a></>)}</> },
      ]} />
      {projects.length > 0 ? (
        <Section title={t('byIndicator')} aside={t('byNote')}>
          <Table caption={t('byIndicator')} captionHidden rows={all.filter((one) => budgets.has(one.id))} rowKey={(row) => String(row.id)} columns={[
            { key: 'name', head: shared.in(ui.lang)('name'), kind: 'main', cell: (row) => <a href={indicatorHref(year, row.key)}>{`${row.key} ${row.name}`}</a> },
            { key: 'budget', head: t('budget'), kind: 'num', cell: (row) => bahtText(budgets.get(row.id) ?? '0.00') },
            { key: 'share', head: t('share'), kind: 'num', cell: (row) => share(toSatang(budgets.get(row.id) ?? '0.00'), total) },
          ]} />
        </Section>
      ) : null}
      <Pager print />
    </div>
  );
}

export interface ProjectData extends YearPlace { readonly project: Project | undefined; readonly units: Units; readonly choices: Units }

/** Units whose projects the actor may write. */
const choicesOf = (actor: Actor, place: YearPlace, units: Units): Units => new Map([...units].filter(([one]) => mayWrite(actor, place, one)));

export const newProjectPage = definePage({
  path: '/performance/:year/projects/new',
  permission: 'performance.report',
  params: yearParams,
  async load(tx, { params, actor, services }) {
    const place = await yearAt(tx, params);
    const units = await unitsOn(tx, services.clock.today());
    return place && mayAdd(actor, place, units) ? ok<ProjectData>({ ...place, project: undefined, units, choices: choicesOf(actor, place, units) }) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('add')),
  view: (data: ProjectData, ui) => <ProjectView data={data} ui={ui} />,
});

export const projectPage = definePage({
  path: '/performance/:year/projects/:id',
  permission: 'performance.report',
  params: yearIdParams,
  async load(tx, { params, actor, services }) {
    const place = await yearAt(tx, params);
    const project = place && (await projectById(tx, params.id));
    if (!place || !project || project.cycleId !== place.cycle.id || !mayWrite(actor, place, project.unitId)) return notFound();
    const units = await unitsOn(tx, services.clock.today());
    return ok<ProjectData>({ ...place, project, units, choices: choicesOf(actor, place, units) });
  },
  title: (_data, ui) => ui.text(messages.words('edit')),
  view: (data: ProjectData, ui) => <ProjectView data={data} ui={ui} />,
});

function ProjectView({ data: { project, cycle, all, choices }, ui }: { data: ProjectData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const year = cycle.fiscalYear;
  const title = t(project ? 'edit' : 'add');
  const action = projectsHref(year, project ? `/${project.id}` : '/new');
  const form = { ui, action, form: projectForm };
  return (
    <div class="stack-l">
      <PageHead title={title} crumbs={[sheetCrumb(year, ui), { label: t('titleShort'), href: projectsHref(year) }, { label: title }]} />
      <ActionForm {...form} hidden={{ rev: String(project?.rev ?? '') }}>
        <FormField {...form} name="name" value={project?.name} />
        <FormField {...form} name="unit" as="select" value={project?.unitId ?? (choices.size === 1 ? [...choices.keys()][0] : undefined)} options={unitOptions(choices)} />
        <FormField {...form} name="budget" value={project ? bahtText(project.budget) : undefined} size="m" />
        <FormField {...form} name="source" value={project?.source} />
        <FormField {...form} name="indicators" value={project?.indicatorIds.map(String) ?? []} options={all.filter(({ state }) => state !== 'cancelled').map((one) => ({ value: String(one.id), label: `${one.key} ${one.name}` }))} />
        <FormField {...form} name="note" value={project?.note} rows={2} />
        <ButtonRow><Button kind="main">{s('save')}</Button><ButtonLink kind="quiet" href={projectsHref(year)}>{s('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
      {project ? <Section title={t('withdraw')}><ActionButton ui={ui} action={projectsHref(year, `/${project.id}/withdraw`)} kind="danger">{t('withdraw')}</ActionButton></Section> : null}
    </div>
  );
}

function inputOf(place: YearPlace, actor: Actor, units: Units, input: FormValues<typeof projectForm>): Result<ProjectInput> {
  const refuse = (field: string, key: 'badBaht' | 'unitNo' | 'indicatorNo') => fail('PROJECT', messages.words(key), { fields: { [field]: messages.words(key) } });
  const typed = parseTyped(input.budget);
  // Two places are satang; a percentage is no sum of money.
  if (!typed.ok || typed.value.percent || typed.value.value < 0n || typed.value.value % 10_000n !== 0n) return refuse('budget', 'badBaht');
  if (!units.has(input.unit) || !mayWrite(actor, place, input.unit)) return refuse('unit', 'unitNo');
  if (input.indicators.some((one) => !place.all.some((indicator) => indicator.id === one))) return refuse('indicators', 'indicatorNo');
  return ok({ name: input.name, unitId: input.unit, budget: scaledText(typed.value.value, { places: 2 }), source: input.source ?? '', note: input.note ?? '', indicatorIds: input.indicators });
}

const audited = (place: YearPlace, action: string, project: number, detail: Record<string, unknown>) => ({ action, subject: { type: 'performance.project', id: project }, unitId: place.cycle.keeperUnitId, detail });

export const addProjectAction = defineAction({
  path: '/performance/:year/projects/new',
  permission: 'performance.report',
  params: yearParams,
  form: projectForm,
  page: newProjectPage,
  async run(tx, { params, input, actor, services }): Promise<Result<ActionOutcome>> {
    const place = await yearAt(tx, params);
    const units = await unitsOn(tx, services.clock.today());
    if (!place || !mayAdd(actor, place, units)) return notFound();
    const read = inputOf(place, actor, units, input);
    if (!read.ok) return read;
    const made = await addProject(tx, place.cycle.id, read.value, services.clock.now());
    return ok({ audit: audited(place, 'performance.project-added', made, { ...read.value }), goTo: projectsHref(params.year), flash: messages.words('saved') });
  },
});

async function ownProject(tx: Tx, params: z.infer<typeof yearIdParams>, actor: Actor): Promise<{ place: YearPlace; project: Project } | undefined> {
  const place = await yearAt(tx, params);
  const project = place && (await projectById(tx, params.id));
  return place && project && project.cycleId === place.cycle.id && mayWrite(actor, place, project.unitId) ? { place, project } : undefined;
}

export const changeProjectAction = defineAction({
  path: '/performance/:year/projects/:id',
  permission: 'performance.report',
  params: yearIdParams,
  form: projectForm,
  page: projectPage,
  async run(tx, { params, input, actor, services }): Promise<Result<ActionOutcome>> {
    const own = await ownProject(tx, params, actor);
    if (!own) return notFound();
    const read = inputOf(own.place, actor, await unitsOn(tx, services.clock.today()), input);
    if (!read.ok) return read;
    if (!(await changeProject(tx, { id: params.id, rev: Number(input.rev ?? 0) }, read.value, services.clock.now()))) return fail('STALE', shared.words('stale'));
    return ok({ audit: audited(own.place, 'performance.project-changed', params.id, { before: own.project, after: read.value }), goTo: projectsHref(params.year), flash: messages.words('saved') });
  },
});

export const withdrawProjectAction = defineAction({
  path: '/performance/:year/projects/:id/withdraw',
  permission: 'performance.report',
  params: yearIdParams,
  form: emptyForm,
  page: projectPage,
  async run(tx, { params, actor, services }): Promise<Result<ActionOutcome>> {
    const own = await ownProject(tx, params, actor);
    if (!own || !(await withdrawProject(tx, params.id, services.clock.now()))) return notFound(messages.words('gone'));
    return ok({ audit: audited(own.place, 'performance.project-withdrawn', params.id, { name: own.project.name }), goTo: projectsHref(params.year), flash: messages.words('withdrawn') });
  },
});
