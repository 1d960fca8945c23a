import type { AuditEntry } from '../../../platform/audit/audit.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { orFail } from '../../../platform/result.ts';
import { abbreviationKey, parseCode, type UnitKind } from '../domain/units.ts';
import { factOn } from '../domain/tables/books.ts';
import { isTaken } from '../domain/tables/plan.ts';
import type { RowPlan } from '../domain/tables/rows.ts';
import { indexUnits } from '../search.ts';
import { addAbbreviation, addUnit, closeUnit, editUnit, endAbbreviation, moveUnit, renameUnit, setUnitCode } from '../store/unit-changes.ts';
import { entry, has, textOf, told } from './apply.ts';
import type { Applying } from './kinds.ts';
import { unitRecords } from './records.ts';

const listed = (typed: string): string[] => [...new Set(typed.split(/[;\n]/).map(abbreviationKey).filter(Boolean))];

/** New units, those above before those below. */
function inOrder(plans: readonly RowPlan[]): RowPlan[] {
  const byRow = new Map(plans.map((plan) => [plan.row, plan]));
  const depth = (plan: RowPlan, steps = 0): number => {
    const above = byRow.get(plan.refs['parentRow'] ?? 0);
    return above && steps < 40 ? 1 + depth(above, steps + 1) : 0;
  };
  return plans.toSorted((a, b) => depth(a) - depth(b));
}

/** Carries the rows of units out with the functions of the edit screens. */
export async function applyUnits(tx: Tx, plans: readonly RowPlan[], { day, importId }: Applying): Promise<AuditEntry[]> {
  const units = new Map((await unitRecords(tx)).map((unit) => [unit.id, unit]));
  const made = new Map<number, number>();
  const trail: AuditEntry[] = [];
  const touched = new Set<number>();
  for (const plan of inOrder(plans.filter(isTaken))) {
    const note = (action: string, id: number) => trail.push(entry(`organisation.${action}`, 'organisation.unit', id, plan, importId, { unitId: id }));
    const source = textOf(plan, 'source');
    const openedOn = textOf(plan, 'opened_on');
    let id = plan.recordId;
    if (id === null) {
      const parentId = plan.refs['parentRow'] == null ? (plan.refs['parent'] ?? null) : (made.get(plan.refs['parentRow']) ?? null);
      const abbreviation = textOf(plan, 'abbreviation');
      const phone = textOf(plan, 'phone');
      id = orFail(await addUnit(tx, {
        kind: textOf(plan, 'kind') as UnitKind, parentId, name: textOf(plan, 'name'), nameEn: textOf(plan, 'name_en'), openedOn,
        ...(abbreviation ? { abbreviation } : {}), ...(plan.cells['sort_order'] == null ? {} : { sortOrder: Number(plan.cells['sort_order']) }), ...(phone ? { phone } : {}),
      }));
      made.set(plan.row, id);
      note('unit-added', id);
    } else {
      const unit = units.get(id);
      if (!unit) continue;
      if (has(plan, 'kind', 'sort_order', 'phone')) {
        orFail(await editUnit(tx, id, { kind: (plan.cells['kind'] ?? unit.kind) as UnitKind, sortOrder: Number(plan.cells['sort_order'] ?? unit.sortOrder), phone: told(plan, 'phone', unit.phone) }));
        note('unit-changed', id);
      }
      if (has(plan, 'name', 'name_en')) {
        orFail(await renameUnit(tx, id, { th: textOf(plan, 'name'), en: textOf(plan, 'name_en') || (factOn(unit.names, day)?.en ?? ''), source, validFrom: textOf(plan, 'name_from') }));
        note('unit-renamed', id);
      }
      if (has(plan, 'abbreviation')) {
        orFail(await addAbbreviation(tx, id, { text: textOf(plan, 'abbreviation'), kind: 'preferred', validFrom: textOf(plan, 'abbreviation_from'), note: '' }));
        note('abbreviation-added', id);
      }
      if (has(plan, 'parent')) {
        orFail(await moveUnit(tx, id, plan.refs['parent'] ?? null, textOf(plan, 'parent_from')));
        note('unit-moved', id);
      }
    }
    const code = has(plan, 'code') ? parseCode(textOf(plan, 'code')) : undefined;
    if (code) {
      orFail(await setUnitCode(tx, id, { ...code, source, validFrom: textOf(plan, 'code_from') || openedOn }));
      note('code-set', id);
    }
    for (const [column, kind] of [['also_written', 'variant'], ['misprints', 'misprint']] as const) {
      if (!has(plan, column)) continue;
      const open = (units.get(id)?.abbreviations ?? []).filter((one) => one.kind === kind && one.to === null);
      const wanted = listed(textOf(plan, column));
      for (const text of wanted) if (!open.some((one) => one.text === text)) orFail(await addAbbreviation(tx, id, { text, kind, validFrom: plan.recordId === null ? openedOn : day, note: '' }));
      for (const one of open) if (!wanted.includes(one.text)) orFail(await endAbbreviation(tx, id, one.id, one.from > day ? one.from : day));
      note(wanted.length >= open.length ? 'abbreviation-added' : 'abbreviation-ended', id);
    }
    touched.add(id);
  }
  // Last and from the leaves up: what stood in a unit has closed or moved by then.
  const closing = plans.filter((plan) => isTaken(plan) && has(plan, 'closed_on'));
  const depth = (id: number | null, steps = 0): number => {
    const unit = units.get(id ?? 0);
    return unit && steps < 40 ? 1 + depth(factOn(unit.placements, day)?.parentId ?? null, steps + 1) : 0;
  };
  for (const plan of closing.toSorted((a, b) => depth(b.recordId) - depth(a.recordId))) {
    const id = plan.recordId as number;
    const lastDay = textOf(plan, 'closed_on');
    const vacant = orFail(await closeUnit(tx, id, lastDay));
    trail.push(
      entry('organisation.unit-closed', 'organisation.unit', id, plan, importId, { unitId: id, detail: { lastDay } }),
      ...vacant.map((seat) => entry('organisation.position-closed', 'organisation.position', seat, plan, importId, { unitId: id, detail: { lastDay } })),
    );
  }
  if (touched.size > 0) await indexUnits(tx, [...touched]);
  return trail;
}
