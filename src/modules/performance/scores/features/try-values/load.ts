// The what-if page as data, from the fields of its address.
import { z } from 'zod';
import { unitsHolding, type Actor } from '../../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import type { RawBody } from '../../../../../platform/forms/form.ts';
import type { Services } from '../../../../../platform/services.ts';
import type { Framework } from '../../../domain/framework/framework.ts';
import { shippedFrameworks } from '../../../domain/framework/years/shipped.ts';
import { parseTyped, scaledText, type Scaled } from '../../../domain/numbers.ts';
import { editionsOfYear } from '../../../store/framework-editions.ts';
import { listCycles } from '../../../store/cycles.ts';
import { nextSteps, readTyping, supposeSheet, valueField, wayTo, type Typing } from '../../domain/what-if.ts';
import { readYear } from '../../load.ts';
import { scenarioById } from '../../store/scenarios.ts';

/** Values of lines (`v-3.1=77`) and costs (`c-3.1=200`) stand beside these. */
export const tryQuery = z.looseObject({
  wish: z.string().max(40).optional().catch(undefined),
  framework: z.coerce.number().int().min(2500).max(2700).optional().catch(undefined),
  score: z.string().max(40).optional().catch(undefined),
  scenario: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
});
type TryQuery = z.infer<typeof tryQuery>;

/** The address of what was typed into the form for saving, when that is shown again. */
function queryOfForm(values: RawBody): Record<string, string> {
  const query: Record<string, string> = {};
  for (let n = 0; typeof values[`lines.${n}.key`] === 'string'; n++) query[valueField(values[`lines.${n}.key`] as string)] = String(values[`lines.${n}.value`] ?? '');
  if (typeof values['scenario'] === 'string') query['scenario'] = values['scenario'];
  return query;
}

/** The framework of a year for departments as the house keeps it, or as it is shipped. */
async function frameworkOf(tx: ReadTx, year: number): Promise<Framework | undefined> {
  const kept = (await editionsOfYear(tx, year)).find(({ agency, state }) => agency === 'department' && state !== 'retired');
  return kept?.content ?? shippedFrameworks.find(({ fiscalYear, agency }) => fiscalYear === year && agency === 'department');
}

export async function readTry(tx: ReadTx, year: number, asked: TryQuery, { services, actor, form = {} }: { services: Services; actor: Actor; form?: RawBody }) {
  const scored = await readYear(tx, year, services);
  if (!scored) return undefined;
  const query: TryQuery = Object.keys(form).length > 0 ? tryQuery.parse(queryOfForm(form)) : asked;
  const { sheet } = scored;
  const typing: Typing = readTyping(sheet.indicators, query);
  const other = query.framework !== undefined && query.framework !== year ? await frameworkOf(tx, query.framework) : undefined;
  const tried = supposeSheet(sheet, typing.values, other);
  const wished = query.wish === undefined ? undefined : tried.sheet.classes.find(({ key }) => key === query.wish);
  const score = query.score === undefined || query.score.trim() === '' ? undefined : parseTyped(query.score);
  const scenario = query.scenario === undefined ? undefined : await scenarioById(tx, sheet.cycle.id, query.scenario);
  const frameworks = [...new Set([...shippedFrameworks.map(({ fiscalYear }) => fiscalYear), ...(await listCycles(tx)).map(({ fiscalYear }) => fiscalYear)])].toSorted((a, b) => b - a);
  return {
    scored, typing, tried, wished, scenario, frameworks, query,
    way: wished && wayTo(tried.sheet, wished.from, typing.costs),
    steps: nextSteps(tried.sheet),
    score: score?.ok ? score.value.value : undefined,
    scoreWrong: score !== undefined && !score.ok,
    saveFor: unitsHolding(actor, 'performance.report').filter((id) => scored.units.has(id)),
  };
}

export type TryPage = NonNullable<Awaited<ReturnType<typeof readTry>>>;

/** The address of a page with these values by number of the indicator; other fields stay. */
export function tryAddress(year: number, values: ReadonlyMap<string, Scaled>, more: Readonly<Record<string, string | undefined>> = {}): string {
  const fields = [...[...values].map(([key, value]) => [valueField(key), scaledText(value)] as const), ...Object.entries(more).filter((pair): pair is [string, string] => Boolean(pair[1]))];
  const search = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  return `/performance/${year}/what-if${search ? `?${search}` : ''}`;
}
