import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DrillOutcome } from '../platform/backups/backups.ts';
import { placeOf } from '../platform/db/embedded-place.ts';
import type { Result } from '../platform/result.ts';
import type { Progress } from './backup.ts';
import { restore, type RestoreReport } from './restore.ts';

export interface Drill {
  readonly outcome: DrillOutcome;
  readonly report: RestoreReport | undefined;
}

/** What a restored place shows, as one sentence. */
export function outcomeOf({ comparison, audit, ms }: RestoreReport): DrillOutcome {
  const good = comparison.equal && audit.ok && comparison.missing === 0;
  const seconds = (ms / 1000).toFixed(1);
  if (good) {
    return {
      ok: true,
      words: {
        th: `กู้คืนได้ครบใน ${seconds} วินาที: ${comparison.tables} ตาราง ${comparison.rows} แถว ${comparison.files} ไฟล์ ค่าแฮชตรงกัน บันทึกการดำเนินการครบถ้วน`,
        en: `Restored whole in ${seconds} s: ${comparison.tables} tables, ${comparison.rows} rows, ${comparison.files} files, hashes agree, the audit log is whole`,
      },
    };
  }
  const wrong = [...comparison.different, ...(comparison.filesEqual ? [] : ['files']), ...audit.findings.map(({ kind }) => kind)];
  return {
    ok: false,
    words: {
      th: `กู้คืนแล้วไม่ตรงกับที่สำรอง: ${wrong.slice(0, 5).join(', ') || '–'}${comparison.missing > 0 ? ` ไฟล์ที่ระเบียนอ้างถึงแต่ไม่มี ${comparison.missing} ไฟล์` : ''}`,
      en: `What was restored is not what was backed up: ${wrong.slice(0, 5).join(', ') || '–'}${comparison.missing > 0 ? `; ${comparison.missing} contents that records name are not there` : ''}`,
    },
  };
}

/**
 * Tries a backup out: restores it into a temporary place with a server of its own, compares every table and file, checks
 * the audit log, and removes the place again. Sends nothing: no worker runs there. A backup that cannot be restored is
 * an outcome, not a failure.
 */
export async function drill(file: string, options: { readonly passphrase?: string | undefined; readonly under?: string; readonly tell?: (progress: Progress) => void } = {}): Promise<Drill> {
  const place = mkdtempSync(path.join(options.under ?? os.tmpdir(), 'krom-drill-'));
  chmodSync(place, 0o755);
  const dataFolder = path.join(place, 'data');
  try {
    const done = await withKeysOrWithout(file, options.passphrase, (keys) => restore({ file, dataFolder, ...keys, passphrase: options.passphrase, ...(options.tell ? { tell: options.tell } : {}) }));
    return done.ok ? { outcome: outcomeOf(done.value), report: done.value } : { outcome: { ok: false, words: done.message }, report: undefined };
  } finally {
    const database = placeOf(dataFolder);
    if (database && !database.startsWith(dataFolder)) rmSync(path.dirname(database), { recursive: true, force: true });
    rmSync(place, { recursive: true, force: true });
  }
}

/** Sealed keys of which nobody is there to type the passphrase are no reason to leave the backup untried. */
async function withKeysOrWithout<T>(file: string, passphrase: string | undefined, run: (keys: { keys: string } | { withoutKeys: true }) => Promise<Result<T>>): Promise<Result<T>> {
  const keys = `${file}.keys`;
  if (!existsSync(keys)) return run({ withoutKeys: true });
  const done = await run({ keys });
  return !done.ok && done.code === 'PASSPHRASE_NEEDED' && passphrase === undefined ? run({ withoutKeys: true }) : done;
}
