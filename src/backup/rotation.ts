import type { Keep } from '../platform/backups/backups.ts';

/** Backups of this house by name: day and time of Bangkok, kind. Nothing else in the folder is ever removed. */
const shape = /^krom-(\d{4})-(\d{2})-(\d{2})-(\d{6})-(physical|logical)\.krom$/;

const bangkok = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

/** Name of a backup made at this instant: `krom-2026-11-26-020701-physical.krom`. */
export function nameOf(instant: Date, kind: string): string {
  const part = Object.fromEntries(bangkok.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `krom-${part['year']}-${part['month']}-${part['day']}-${part['hour']}${part['minute']}${part['second']}-${kind}.krom`;
}

export const isBackupName = (name: string): boolean => shape.test(name);

/** Names in the order of time, oldest first: the newest of two kinds at one moment is either. */
export function inOrder(names: readonly string[]): string[] {
  return names.filter(isBackupName).sort();
}

interface Dated {
  readonly name: string;
  readonly kind: string;
  readonly day: string;
  readonly week: string;
  readonly month: string;
}

function dated(name: string): Dated[] {
  const found = shape.exec(name);
  if (!found) return [];
  const [, year, month, day, , kind] = found;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // Weeks begin on Monday; 1970-01-05 was one.
  const week = Math.floor((at / 86_400_000 - 4) / 7);
  return [{ name, kind: kind as string, day: `${year}-${month}-${day}`, week: String(week), month: `${year}-${month}` }];
}

/**
 * Which backups may go: of each kind the newest of each of the last `daily` days, `weekly` weeks and `monthly` months
 * that have one stay, and always the newest of all. Days without a backup do not count, so an office that was closed
 * for a month loses nothing.
 */
export function toRemove(names: readonly string[], keep: Keep): string[] {
  const all = inOrder(names).flatMap(dated).reverse();
  const stay = new Set<string>();
  for (const kind of new Set(all.map((one) => one.kind))) {
    const ofKind = all.filter((one) => one.kind === kind);
    for (const [by, count] of [['day', keep.daily], ['week', keep.weekly], ['month', keep.monthly]] as const) {
      const seen = new Set<string>();
      for (const one of ofKind) {
        if (seen.has(one[by])) continue;
        if (seen.size >= count) break;
        seen.add(one[by]);
        stay.add(one.name);
      }
    }
    if (ofKind[0]) stay.add(ofKind[0].name);
  }
  return all.filter(({ name }) => !stay.has(name)).map(({ name }) => name);
}
