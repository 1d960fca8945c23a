import { systemActor } from '../../../platform/access/actor.ts';
import { writeAudit } from '../../../platform/audit/audit.ts';
import { fail, ok, type Result } from '../../../platform/result.ts';
import type { Services } from '../../../platform/services.ts';
import { giveAccounts, hasAccounts } from '../store/accounts.ts';
import { hashPassword } from './passwords.ts';
import { newFirstPassword } from './tokens.ts';

/**
 * Makes the first person with all administrative roles, in a house where nobody can sign in yet. The first password is
 * told once and must be changed. Fails with ACCOUNTS_EXIST or BAD_USERNAME.
 */
export async function createFirstAdministrator(services: Services, who: { username: string; name: string }): Promise<Result<{ firstPassword: string }, 'ACCOUNTS_EXIST' | 'BAD_USERNAME'>> {
  const login = who.username.trim().toLowerCase();
  if (!/^[a-z0-9][a-z0-9._-]{1,59}$/.test(login)) {
    return fail('BAD_USERNAME', { th: 'ชื่อผู้ใช้ใช้ได้เฉพาะ a–z 0–9 จุด ขีด และขีดล่าง ยาว 2–60 ตัว', en: 'A user name takes a–z, 0–9, dot, dash and underscore, 2 to 60 of them' });
  }
  const [, title = '', rest = ''] = /^(นางสาว|นาง|นาย)?\s*(.*)$/.exec(who.name.trim()) ?? [];
  const [given = '', ...family] = rest.split(/\s+/);
  const firstPassword = newFirstPassword();
  const passwordHash = await hashPassword(firstPassword);
  return services.database.write(systemActor('organisation.first-administrator'), async (tx) => {
    if (await hasAccounts(tx)) return fail('ACCOUNTS_EXIST', { th: 'มีบัญชีผู้ใช้แล้ว ให้ผู้ดูแลระบบเพิ่มผู้ใช้จากหน้าบุคลากร', en: 'There are accounts already: an administrator adds people on the people page' });
    const { id } = await tx.db.insertInto('organisation.person').values({ title: title || 'คุณ', given, family: family.join(' ') }).returning('id').executeTakeFirstOrThrow();
    const today = services.clock.today();
    await tx.db.insertInto('organisation.role_grant').values(['system-admin', 'organisation-admin'].map((role) => ({ person_id: id, role, valid_from: today, reason: 'ผู้ดูแลระบบคนแรก' }))).execute();
    await giveAccounts(tx, [{ personId: id, login, passwordHash }], true);
    await writeAudit(tx, [{ action: 'organisation.first-administrator-made', subject: { type: 'organisation.person', id } }], services.clock.now(), null);
    return ok({ firstPassword });
  });
}
