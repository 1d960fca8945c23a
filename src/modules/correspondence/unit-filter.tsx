// The unit whose letters a page shows, where a person keeps those of several.
import type { VNode } from 'preact';
import type { Ui } from '../../platform/http/ui.ts';
import { Select } from '../../ui/components/select.tsx';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { messages } from './messages.ts';
import type { UnitChoice } from './office.ts';

export function UnitFilter({ ui, units, chosen }: { ui: Ui; units: readonly UnitChoice[]; chosen: UnitChoice }): VNode {
  if (units.length === 1) return <input type="hidden" name="unit" value={String(chosen.id)} />;
  return <Select name="unit" label={messages.in(ui.lang)('unit')} value={String(chosen.id)} options={units.map((unit) => ({ value: String(unit.id), label: unit.label }))} size="m" />;
}

/** For somebody who holds the permission in no unit of his own. */
export function NoUnit({ ui }: { ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  return <EmptyState title={t('noUnit')}>{t('noUnitText')}</EmptyState>;
}
