// Settings of the house as data with a screen: what the law or an office may change is no constant (design rule 12).
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../db/database.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Words } from '../words.ts';
import { toArabicDigits } from '../../thai/index.ts';

/** One setting that an administrator edits as text. A module declares it (`KromModule.settings`) and reads it with `readSetting`. */
export interface SettingDefinition<T> {
  /** `module.what-it-is`. */
  readonly name: string;
  readonly title: Words;
  readonly hint: Words;
  /** A number stands in one line; a list has a line for each entry. */
  readonly kind: 'number' | 'list';
  /** Used while nobody has set another. */
  readonly usual: T;
  /** What was typed as a value, or words on what is wrong with it. */
  parse(text: string): Result<T>;
  /** The value as it is typed. */
  print(value: T): string;
  /** A stored value that still has the right shape; undefined otherwise. */
  accept(stored: unknown): T | undefined;
}

// The screen treats settings of all types alike, by their text alone.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnySetting = SettingDefinition<any>;

/** A whole number between two bounds, both allowed. */
export function numberSetting(setting: { name: string; title: Words; hint: Words; usual: number; min: number; max: number }): SettingDefinition<number> {
  const { min, max } = setting;
  const fits = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
  return {
    ...setting,
    kind: 'number',
    parse(text) {
      const typed = toArabicDigits(text.trim());
      const value = /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
      return fits(value) ? ok(value) : fail('SETTING_RANGE', { th: `ต้องเป็นจำนวนเต็มตั้งแต่ ${min} ถึง ${max}`, en: `This must be a whole number from ${min} to ${max}` });
    },
    print: String,
    accept: (stored) => (fits(stored) ? stored : undefined),
  };
}

/** A list with one entry a line; `read` gives undefined for a line that cannot be used. */
export function listSetting<T>(setting: { name: string; title: Words; hint: Words; usual: readonly T[]; read(line: string): T | undefined; write(entry: T): string; accept(stored: unknown): readonly T[] | undefined }): SettingDefinition<readonly T[]> {
  return {
    ...setting,
    kind: 'list',
    parse(text) {
      const entries: T[] = [];
      for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (line.trim() === '') continue;
        const entry = setting.read(line.trim());
        if (entry === undefined) return fail('SETTING_LINE', { th: `บรรทัดที่ ${index + 1} ไม่ครบตามรูปแบบ: “${line.trim().slice(0, 80)}”`, en: `Line ${index + 1} is not complete: “${line.trim().slice(0, 80)}”` });
        entries.push(entry);
      }
      return ok(entries);
    },
    print: (value) => value.map((entry) => setting.write(entry)).join('\n'),
  };
}

/** The value in force: what was set, or the usual one. */
export async function readSetting<T>(tx: ReadTx, setting: SettingDefinition<T>): Promise<T> {
  return setting.accept(await readStored(tx, setting.name)) ?? setting.usual;
}

/** The stored value of any name; undefined when it was never set. */
export async function readStored(tx: ReadTx, name: string): Promise<unknown> {
  return (await tx.db.selectFrom('platform.setting').select('value').where('name', '=', name).executeTakeFirst())?.value;
}

/** Which of the names were set, by whom and when. */
export async function settingChanges(tx: ReadTx, names: readonly string[]): Promise<ReadonlyMap<string, { readonly at: Date; readonly by: number }>> {
  if (names.length === 0) return new Map();
  const rows = await tx.db.selectFrom('platform.setting').select(['name', 'changed_at as at', 'changed_by as by']).where('name', 'in', [...names]).execute();
  return new Map(rows.map((row) => [row.name, { at: row.at, by: row.by }]));
}

/** Channel on which every process hears that a setting was changed; the payload is its name. */
export const settingsChannel = 'krom_settings';

/** Stores a value and tells every process. `null` gives the usual one back. */
export async function writeSetting(tx: Tx, name: string, value: unknown): Promise<void> {
  await sql`insert into platform.setting (name, value, changed_by, changed_at) values (${name}, ${JSON.stringify(value)}::jsonb, ${tx.actor.id}, platform.legal_now())
    on conflict (name) do update set value = excluded.value, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(tx.db);
  await sql`select pg_notify(${settingsChannel}, ${name})`.execute(tx.db);
}
