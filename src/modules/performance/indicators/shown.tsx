// What the screens of the room share: names of units, the tabs of an indicator, a field of the form to be read.
import type { VNode } from 'preact';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { Ui } from '../../../platform/http/ui.ts';
import { momentWords } from '../../../platform/when.ts';
import type { Unit } from '../../organisation/index.ts';
import { unitsActiveOn } from '../../organisation/index.ts';
import type { Crumb } from '../../../ui/components/crumbs.tsx';
import { StateMark, type StateKind } from '../../../ui/components/state-mark.tsx';
import { Tabs } from '../../../ui/components/tabs.tsx';
import type { Indicator, UnitRole } from '../store/indicators.ts';
import type { FieldCode, FormContent } from './domain/form-content.ts';
import { shownText } from './domain/field-text.ts';
import { messages } from './messages.ts';
import { indicatorHref, sheetHref } from './place.ts';

export type Units = ReadonlyMap<number, Unit>;
export const unitsOn = async (tx: ReadTx, day: string): Promise<Units> => new Map((await unitsActiveOn(tx, day)).map((unit) => [unit.id, unit]));
export const unitShort = (units: Units, id: number | null | undefined): string => { const unit = id === null || id === undefined ? undefined : units.get(id); return unit ? unit.abbreviation || unit.name : ''; };
export const unitsOfRole = ({ units }: Pick<Indicator, 'units'>, role: UnitRole): number[] => units.filter((one) => one.role === role).map(({ unitId }) => unitId);
export const unitNames = (units: Units, ids: readonly number[]): string => ids.map((id) => unitShort(units, id)).filter(Boolean).join(', ');
/** Central units as choices, the short name first. */
export const unitOptions = (units: Units) => [...units.values()].filter(({ kind, abbreviation }) => kind !== 'provincial-office' && abbreviation).map(({ id, abbreviation, name }) => ({ value: String(id), label: abbreviation || name, hint: name }));

const marks: Readonly<Record<Indicator['state'], StateKind>> = { draft: 'going', final: 'done', cancelled: 'void' };
export const IndicatorState = ({ state, ui }: { state: Indicator['state']; ui: Ui }): VNode => <StateMark kind={marks[state]}>{messages.in(ui.lang)(`state.${state}`)}</StateMark>;

export const sheetCrumb = (year: number, ui: Ui): Crumb => ({ label: messages.in(ui.lang)('sheet', { year }), href: sheetHref(year) });
export const indicatorCrumbs = (year: number, indicator: Indicator, last: string | undefined, ui: Ui): Crumb[] => [
  sheetCrumb(year, ui), { label: messages.in(ui.lang)('indicatorN', { key: indicator.key }), ...(last ? { href: indicatorHref(year, indicator.key) } : {}) }, ...(last ? [{ label: last }] : []),
];

/** Pages of one indicator. */
export function IndicatorTabs({ year, at, indicator, ui }: { year: number; at: '' | '/versions' | '/copy' | '/links' | '/notes'; indicator: Indicator; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const tab = (rest: typeof at, label: string) => ({ label, href: indicatorHref(year, indicator.key, rest), current: at === rest });
  return <Tabs items={[tab('', t('tabForm')), tab('/copy', t('tabCopy')), tab('/links', t('tabLinks')), tab('/notes', t('tabNotes')), tab('/versions', t('tabVersions'))]} />;
}

/** Tabs of the whole year's room. */
export function YearTabs({ year, at, ui }: { year: number; at: 'sheet' | 'projects' | 'reform-reports'; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const tab = (rest: typeof at, label: string) => ({ label, href: `/performance/${year}/${rest}`, current: at === rest });
  return <Tabs items={[tab('sheet', t('tabSheet')), tab('projects', t('tabProjects')), tab('reform-reports', t('tabReports'))]} />;
}

/** A field as it is read: lines stay lines; nothing where it is empty. */
export function FieldShown({ content, code, ui }: { content: FormContent; code: FieldCode; ui: Ui }): VNode | null {
  const text = shownText(content, code, ui.lang);
  return text === '' ? null : <span class="pre">{text}</span>;
}

export const savedBy = (ui: Pick<Ui, 'lang'>, by: string | undefined, at: Date | undefined): string => (at ? messages.in(ui.lang)('savedBy', { name: by ?? '–', at: momentWords(ui.lang, at) }) : messages.in(ui.lang)('neverSaved'));

/** Baht with thousands and two places, from plain digits. */
export const bahtText = (digits: string): string => { const [whole = '0', satang = ''] = digits.split('.'); return `${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}.${satang.padEnd(2, '0').slice(0, 2)}`; };
