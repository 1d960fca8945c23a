// The official form on paper: the sheet of the house's printer, and the same as an editable Word file.
import type { Renderer } from '../../../paper/index.ts';
import { fail, ok, type Result } from '../../../platform/result.ts';
import { mainComponent } from '../domain/framework/framework.ts';
import { scaledText } from '../domain/numbers.ts';
import { fieldName } from './domain/form-content.ts';
import { shownText } from './domain/field-text.ts';
import { messages } from './messages.ts';
import { componentOf, type IndicatorPlace } from './place.ts';
import { unitsOfRole, type Units } from './shown.tsx';
import type { IndicatorLink, StoredForm } from './store/forms.ts';
import { indicatorFormDocx, type IndicatorFormInput } from './word/indicator-form-docx.ts';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const noted = (value: string, note: string): string => (note === '' ? value : `${value} (${note})`).slice(0, 300);

/** The rungs, and below them what each asks for in words. */
function ladderOf({ indicator, framework }: IndicatorPlace, criteria: readonly string[]): IndicatorFormInput['ladder'] {
  const { ladder } = indicator;
  if (!ladder || ladder.scores.length > 6) return undefined;
  const names = framework.scale?.scores.length === ladder.scores.length ? framework.scale.names : [];
  const words = ladder.scores.map((_, at) => criteria[at] ?? '');
  return {
    heads: ladder.scores.map((score, at) => (names[at] ? `${names[at].th} (${score})` : score)),
    rows: [{ label: 'ค่าเป้าหมาย', cells: ladder.values.map((value) => `${value} ${indicator.unitOfMeasure}`.trim()) }, ...(words.some((one) => one !== '') ? [{ label: 'เกณฑ์', cells: words }] : [])],
  };
}

/** The form as the printer takes it. In Thai, as it goes out. */
export function formDocument(place: IndicatorPlace, form: StoredForm, links: readonly IndicatorLink[], units: Units, state: string): IndicatorFormInput {
  const { indicator, framework, cycle } = place;
  const { content } = form;
  const component = componentOf(framework, indicator.component);
  const tags = [...(component?.tags ?? []), ...(mainComponent(framework, indicator.component)?.tags ?? [])];
  const unitContact = (id: number) => { const unit = units.get(id); return unit ? [{ name: unit.abbreviation ? `${unit.name} (${unit.abbreviation})` : unit.name, phone: unit.phone ?? '' }] : []; };
  const people = (lines: readonly { readonly who: string; readonly phone: string }[]) => lines.map(({ who, phone }) => ({ name: who, phone }));
  const named = (role: 'doer' | 'support', words: string) => unitsOfRole(indicator, role).flatMap((id) => unitContact(id).map(({ name }) => `${name} ${words}`));
  const part = (code: 'sixMonths' | 'steps') => { const text = shownText(content, code); return text === '' ? [] : [`${fieldName(code).th}${code === 'steps' ? '\n' : ': '}${text}`]; };
  return {
    kind: 'indicator-form', labels: { conditions: 'เงื่อนไข เป้าหมายรอบ 6 เดือน และแผนดำเนินการ', supervisors: 'หน่วยงานและผู้กำกับดูแลตัวชี้วัด', supporters: 'หน่วยงานดำเนินการและหน่วยงานสนับสนุน' }, number: indicator.key, name: indicator.name, agency: units.get(cycle.departmentId)?.name ?? messages.th.indicator, period: `ประจำปีงบประมาณ พ.ศ. ${cycle.fiscalYear}`,
    weight: indicator.weight === null ? '' : scaledText(indicator.weight), unitOfMeasure: indicator.unitOfMeasure,
    component: component ? `${component.key} ${component.name.th}` : indicator.component, guideline: indicator.tags.flatMap((tag) => tags.find(({ key }) => key === tag)?.name.th ?? []).join(', '),
    type: shownText(content, 'kind'), direction: shownText(content, 'better'), reason: content.reason, definition: content.definition, scope: content.scope, formula: content.formula,
    baseline: content.baseline.slice(-6).map(({ year, value, note }) => ({ year: String(year), value: noted(value, note) })), planned: content.yearly.slice(0, 8).map(({ year, target, plan }) => ({ year: String(year), value: noted(target, plan) })),
    ladder: ladderOf(place, content.criteria), conditions: [content.conditions, ...part('sixMonths'), ...part('steps')].filter(Boolean).join('\n'), collection: content.method, sources: content.sources,
    links: links.slice(0, 20).map(({ kind, title }) => ({ label: messages.th[`link.${kind}`], text: title })),
    supervisors: [...unitsOfRole(indicator, 'owner').flatMap(unitContact), ...people(content.supervisors)].slice(0, 10), collectors: people(content.collectors).slice(0, 20),
    supporters: [...named('doer', '(ดำเนินการ)'), ...named('support', '(สนับสนุน)')].slice(0, 40), state,
  };
}

/** The form as PDF; a printer that is not there is told as such. */
export async function formPdf(paper: Renderer, form: IndicatorFormInput, createdAt: Date): Promise<Result<Uint8Array>> {
  const made = await paper.renderPdf(form, { createdAt });
  return made.ok ? ok(made.value.pdf) : fail(made.code, made.message, { status: 503 });
}

export const formDocx = indicatorFormDocx;
