import type { Tx } from '../../../../platform/db/database.ts';
import type { ActionOutcome } from '../../../../platform/http/define.ts';
import { fail, ok, type Result } from '../../../../platform/result.ts';
import type { Services } from '../../../../platform/services.ts';
import { confirmIdentity } from '../../sign-in/confirm-identity.ts';
import { myFactors } from '../../store/factors.ts';
import { m } from './messages.ts';

/**
 * Goes on where the person has shown who they are, by password and, where one is in use, code; else back to the page,
 * whose address says what was wrong. @param page address of the page, with or without a query
 */
export async function afterIdentity(tx: Tx, services: Services, typed: { password: string; code?: string | undefined }, page: string, then: () => Promise<Result<ActionOutcome>>): Promise<Result<ActionOutcome>> {
  const inUse = (await myFactors(tx))?.sealedSecret != null;
  if (inUse && !typed.code) return fail('CODE_NEEDED', m.words('needCode'), { fields: { code: m.words('needCode') } });
  const answer = await confirmIdentity(tx, services, typed);
  if (answer.state === 'right') return then();
  const said = new URLSearchParams({ state: answer.state, ...(answer.state === 'wait' ? { seconds: String(answer.seconds) } : {}) });
  return ok({ audit: { action: 'organisation.identity-refused', subject: { type: 'organisation.person', id: tx.actor.id }, detail: { state: answer.state } }, goTo: `${page}${page.includes('?') ? '&' : '?'}${said.toString()}` });
}
