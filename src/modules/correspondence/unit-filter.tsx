// The unit whose letters a page shows, where a person keeps those of several.
import type { VNode } from 'preact';
import type { Ui } from '../../platform/http/ui.ts';
import { Select, type Option, type OptionGroup } from '../../ui/components/select.tsx';
import { Notice } from '../../ui/components/notice.tsx';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { messages } from './messages.ts';
import type { UnitChoice } from './office.ts';

const option = (unit: UnitChoice) => ({ value: String(unit.id), label: unit.label });

/** The own units, and those that were taken over beneath them. */
function options(ui: Ui, units: readonly UnitChoice[]): (Option | OptionGroup)[] {
  const gone = units.filter((unit) => unit.gone);
  return [...units.filter((unit) => !unit.gone).map(option), ...(gone.length > 0 ? [{ group: messages.in(ui.lang)('takenOverFrom'), options: gone.map(option) }] : [])];
}

export function UnitFilter({ ui, units, chosen }: { ui: Ui; units: readonly UnitChoice[]; chosen: UnitChoice }): VNode {
  if (units.length === 1) return <input type="hidden" name="unit" value={String(chosen.id)} />;
  return <Select name="unit" label={messages.in(ui.lang)('unit')} value={String(chosen.id)} options={options(ui, units)} size="m" />;
}

/** Above what a unit that is gone had: why it is seen, and what can be done. */
export function GoneNotice({ ui, unit }: { ui: Ui; unit: UnitChoice | undefined }): VNode | null {
  return unit?.gone ? <Notice>{messages.in(ui.lang)('goneNotice', { unit: unit.label })}</Notice> : null;
}

/** For somebody who holds the permission in no unit of his own. */
export function NoUnit({ ui }: { ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  return <EmptyState title={t('noUnit')}>{t('noUnitText')}</EmptyState>;
}
