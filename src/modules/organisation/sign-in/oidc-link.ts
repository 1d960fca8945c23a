import type { Actor } from '../../../platform/access/actor.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { ActionOutcome } from '../../../platform/http/define.ts';
import type { ProviderAnswer } from '../../../platform/http/exchange.ts';
import type { Services } from '../../../platform/services.ts';
import type { ProviderTrouble } from '../domain/providers.ts';
import { linkIdentity } from '../store/identities.ts';
import type { Provider } from '../store/providers.ts';
import { ownAccount } from './own-account.ts';
import { tellOwner } from './tell-owner.ts';

/** Where a person sees the own links. */
export const linksAddress = '/account/security/providers';

/** Links the account at a provider that somebody signed in has just shown; the person is told, in case it was not they. */
export async function linkOwnIdentity(tx: Tx, services: Services, actor: Actor, provider: Provider, said: ProviderAnswer): Promise<Pick<ActionOutcome, 'audit' | 'goTo' | 'flash'> | { readonly trouble: ProviderTrouble }> {
  const identity = await linkIdentity(tx, { providerId: provider.id, personId: actor.id, issuer: said.issuer, subject: said.subject, by: 'person' });
  if (identity === undefined) return { trouble: 'taken' };
  const { th, en } = provider.label;
  await tellOwner(tx, services, await ownAccount(tx, actor), { th: `มีการผูกบัญชี ${th} กับบัญชีของท่าน หากท่านไม่ได้ทำ ให้ยกเลิกการผูกทันที`, en: `An account at ${en} was linked to your account. If it was not you, unlink it at once.` });
  return {
    audit: { action: 'organisation.identity-linked', subject: { type: 'organisation.person', id: actor.id }, detail: { provider: provider.id, identity, by: 'person' } },
    goTo: linksAddress,
    flash: { th: `ผูกบัญชี ${th} แล้ว`, en: `Your account at ${en} is linked` },
  };
}
