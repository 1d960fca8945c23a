// How many rows of tables and indexes a statement looks at, told by the server.
import type pg from 'pg';
import type { Message } from '../baselines/replay.ts';

interface Plan {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Rows Removed by Join Filter'?: number;
  Plans?: Plan[];
}

/** Rows that the scans of tables and indexes of a plan looked at, those thrown away too. */
function rowsScanned(plan: Plan): number {
  const isTable = /^(Seq|Index|Index Only|Bitmap Heap|Tid|Sample) Scan$/.test(plan['Node Type']);
  const own = isTable ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)) * plan['Actual Loops'] : 0;
  return own + (plan.Plans ?? []).reduce((sum, child) => sum + rowsScanned(child), 0);
}

export interface StatementRead {
  readonly text: string;
  /** Rows that the statement gave back; of a single row what it counted, or how many stand in a list in it. */
  readonly returned: number;
  /** Rows that the scans of its plan looked at. Inside functions nothing is seen. */
  readonly read: number;
}

function countedIn(rows: readonly Record<string, unknown>[]): number {
  const values = rows.length === 1 ? Object.values(rows[0] ?? {}) : [];
  const lists = values.flatMap((value) => (Array.isArray(value) ? [value.length] : []));
  return Math.max(rows.length, ...lists, ...(values.every((value) => typeof value === 'number') ? values : []));
}

/** What each statement of a GET reads, in order; openings and commits are sent as they are and not told. */
export async function statementsRead(client: pg.ClientBase, messages: readonly Message[]): Promise<StatementRead[]> {
  const each: StatementRead[] = [];
  for (const message of messages) {
    if (message.values === undefined || !/^\s*(with|select)\b/i.test(message.text)) await client.query({ ...message });
    else {
      const answer = await client.query<Record<string, unknown>>({ ...message });
      const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (analyze, timing off, format json) ${message.text}`, message.values);
      const [top] = rows.flatMap((row) => row['QUERY PLAN']);
      if (top) each.push({ text: message.text, returned: countedIn(answer.rows), read: Math.round(rowsScanned(top.Plan)) });
    }
  }
  return each;
}
