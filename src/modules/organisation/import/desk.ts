/** The same door for programs: tables by name, a named person who acts, verdicts as lines. */
import type { Actor } from '../../../platform/access/actor.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import { writeAudit } from '../../../platform/audit/audit.ts';
import { sql } from '../../../platform/db/database.ts';
import { receiveUpload } from '../../../platform/files/upload.ts';
import { fail, ok, orFail, type Result } from '../../../platform/result.ts';
import type { Services } from '../../../platform/services.ts';
import { can } from '../../../platform/access/actor.ts';
import type { RoleTable } from '../domain/roles.ts';
import { countVerdicts } from '../domain/tables/plan.ts';
import type { RowPlan, Verdict } from '../domain/tables/rows.ts';
import { actorForPerson } from '../sign-in/identify.ts';
import { confirmImport, judgeFile, mayBringIn, stageFile } from './bring-in.ts';
import { changeWords, exportTable, problemWords, verdictNames, type TableFile, type TableFormat } from './export.ts';
import type { TableKind } from './kinds.ts';

/** The person of a username as actor, with the rights of today; words where the account is unknown or closed. */
export async function actorOfLogin(services: Services, table: RoleTable, login: string): Promise<Result<Actor>> {
  const found = await services.database.read(systemActor('organisation.command-line'), async (tx) =>
    (await sql<{ id: number }>`select p.id from organisation.person p cross join lateral organisation.account_of(p.id) a where a.login = lower(${login}) and a.disabled_at is null`.execute(tx.db)).rows[0]);
  const actor = found && (await actorForPerson(services.database, table, found.id, services.clock.today()));
  return actor ? ok(actor) : fail('NO_ACCOUNT', { th: `ไม่มีบัญชีผู้ใช้ ${login} หรือบัญชีปิดแล้ว`, en: `There is no account ${login}, or it is closed` });
}

/** A table as a file, for an actor who may see it. */
export async function takeOut(services: Services, actor: Actor, kind: TableKind, format: TableFormat): Promise<Result<TableFile>> {
  if (!can(actor, 'organisation.view')) return fail('NOT_ALLOWED', { th: 'ท่านไม่มีสิทธิดูข้อมูลนี้', en: 'You may not see this' }, { status: 403 });
  return ok(await services.database.read(actor, (tx) => exportTable(tx, kind, format, services.clock.today())));
}

export interface BroughtIn {
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly plans: readonly RowPlan[];
  /** Rows written; undefined where the file was only judged. */
  readonly written?: number;
}

/** Judges a file for an actor; with `apply`, carries the accepted rows out as the screen does. */
export async function bringIn(services: Services, actor: Actor, kind: TableKind, file: { content: Buffer; name: string }, apply: boolean): Promise<Result<BroughtIn>> {
  const may = mayBringIn(actor, kind);
  if (!may.ok) return may;
  const today = services.clock.today();
  const judged = await services.database.read(actor, (tx) => judgeFile(tx, file.content, kind, today));
  if (!judged.ok) return judged;
  const { plans } = judged.value;
  const counts = countVerdicts(plans);
  if (!apply || counts.new + counts.changed === 0) return ok({ counts, plans });
  const upload = await receiveUpload(services, actor, { stream: file.content, fileName: file.name });
  if (!upload.ok) return upload;
  const at = services.clock.now();
  const confirmed = await services.database.write(actor, async (tx) => {
    const staged = orFail(await stageFile(tx, services.files, kind, upload.value, today));
    const done = orFail(await confirmImport(tx, staged.importId, { day: today, at, requestId: null }));
    await writeAudit(tx, [staged.audit, done.audit], at, null);
    return done;
  });
  return ok({ counts, plans, written: confirmed.done ? confirmed.written : 0 });
}

/** A verdict as a line of text: `แถว 3 แก้ไข …: โทรศัพท์ 02 → 03`. */
export function verdictLine(kind: TableKind, plan: RowPlan): string {
  const changes = plan.changes.map((one) => changeWords(kind, one, 'th')).map(({ head, from, to }) => (plan.verdict === 'new' ? `${head} ${to}` : `${head} ${from || '(ว่าง)'} → ${to || '(ว่าง)'}`));
  const why = plan.problems.map((one) => problemWords(kind, one, 'th'));
  return `แถว ${plan.row} ${verdictNames[plan.verdict].th} ${plan.label}${changes.length + why.length > 0 ? `: ${[...why, ...changes].join('; ')}` : ''}`;
}
