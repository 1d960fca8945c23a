import type { Authority } from '../access/actor.ts';
import type { Tx } from '../db/database.ts';

/** One line of the trail: what was done to which record, on whose authority. */
export interface AuditEntry {
  /** `module.act` in the past tense: `meetings.minutes-circulated`. */
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: number | null };
  readonly unitId?: number;
  readonly authority?: Authority;
  /** Facts that a reader of the trail needs; never secrets, never whole documents. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes lines of the trail in the transaction of the change itself. */
export async function writeAudit(
  tx: Tx,
  entries: readonly AuditEntry[],
  at: Date,
  requestId: string | null,
): Promise<void> {
  if (entries.length === 0) return;
  const { actor } = tx;
  await tx.db
    .insertInto('platform.audit')
    .values(
      entries.map((entry) => ({
        at,
        actor_kind: actor.kind,
        actor_id: actor.id,
        actor_name: actor.name,
        authority: JSON.stringify(entry.authority ?? { kind: actor.kind === 'system' ? 'system' : 'own' }),
        action: entry.action,
        subject_type: entry.subject.type,
        subject_id: entry.subject.id,
        unit_id: entry.unitId ?? null,
        request_id: requestId,
        detail: JSON.stringify(actor.token ? { ...entry.detail, token: actor.token.name } : (entry.detail ?? {})),
      })),
    )
    .execute();
}
