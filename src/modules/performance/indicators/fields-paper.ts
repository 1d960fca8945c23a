// Every field of the official form with its words, in the order of the form: for copying, for paper and for the package. In Thai, as it goes out.
import type { Words } from '../../../platform/words.ts';
import { mainComponent } from '../domain/framework/framework.ts';
import { scaledText } from '../domain/numbers.ts';
import { fieldName, type FieldCode } from './domain/form-content.ts';
import { shownText } from './domain/field-text.ts';
import { messages } from './messages.ts';
import { componentOf, type IndicatorPlace } from './place.ts';
import { unitsOfRole, type Units } from './shown.tsx';
import type { IndicatorLink, StoredForm } from './store/forms.ts';

export interface PrintedField {
  readonly code: string;
  readonly name: Words;
  readonly text: string;
}

/** The rungs as lines: `50 คะแนน (ขั้นต้น): 70 ร้อยละ รับรู้ …`. */
function ladderText({ indicator, framework }: IndicatorPlace, criteria: readonly string[]): string {
  const { ladder } = indicator;
  if (!ladder) return '';
  const names = framework.scale?.scores.length === ladder.scores.length ? framework.scale.names : [];
  return ladder.scores.map((score, at) => `${score} คะแนน${names[at] ? ` (${names[at].th})` : ''}: ${ladder.values[at] ?? ''} ${indicator.unitOfMeasure}${criteria[at] ? ` ${criteria[at]}` : ''}`).join('\n');
}

export function printedFields(place: IndicatorPlace, form: StoredForm, links: readonly IndicatorLink[], units: Units): PrintedField[] {
  const { indicator, framework } = place;
  const component = componentOf(framework, indicator.component);
  const main = mainComponent(framework, indicator.component);
  const tags = [...(component?.tags ?? []), ...(main?.tags ?? [])];
  const names = (role: 'owner' | 'doer' | 'support') => unitsOfRole(indicator, role).map((id) => { const unit = units.get(id); return unit ? `${unit.name}${unit.abbreviation ? ` (${unit.abbreviation})` : ''}${unit.phone ? ` โทร. ${unit.phone}` : ''}` : ''; }).filter(Boolean).join('\n');
  const own = (code: string, name: Words, text: string): PrintedField => ({ code, name, text });
  const written = (code: FieldCode) => own(code, fieldName(code), shownText(form.content, code));
  return [
    own('key', messages.words('key'), indicator.key), own('name', messages.words('name'), indicator.name),
    own('component', messages.words('component'), [...new Set([main, component])].flatMap((one) => (one ? [`${one.key} ${one.name.th}`] : [])).join('\n')),
    own('tags', messages.words('tags'), indicator.tags.flatMap((tag) => tags.find(({ key }) => key === tag)?.name.th ?? []).join('\n')),
    written('kind'), written('better'), written('unitOfMeasure'), own('weight', messages.words('weight'), indicator.weight === null ? '' : scaledText(indicator.weight)),
    ...(['reason', 'definition', 'scope', 'formula', 'baseline', 'yearly'] as const).map(written),
    own('ladder', messages.words('ladder'), ladderText(place, form.content.criteria)),
    ...(['sixMonths', 'steps', 'conditions', 'method', 'sources'] as const).map(written),
    ...[...new Set(links.map(({ kind }) => kind))].map((kind) => own(`link.${kind}`, messages.words(`link.${kind}`), links.filter((link) => link.kind === kind).map(({ title }) => title).join('\n'))),
    own('owners', messages.words('owners'), names('owner')), own('doers', messages.words('doers'), names('doer')), own('supports', messages.words('supports'), names('support')),
    written('supervisors'), written('collectors'),
  ];
}
