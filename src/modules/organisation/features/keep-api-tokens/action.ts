import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction, type AnyPage } from '../../../../platform/http/define.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import { fail, notFound, ok, type Result } from '../../../../platform/result.ts';
import type { ActionOutcome } from '../../../../platform/http/define.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { addDays, formatDate, formatEnglishDate, localDate } from '../../../../thai/index.ts';
import type { ApiScope } from '../../domain/api-scopes.ts';
import { idParams } from '../../guard.ts';
import { longestTokenDays } from '../../settings.ts';
import { newApiToken } from '../../sign-in/api-tokens.ts';
import { hasFreshProof, proveFirst } from '../../sign-in/fresh-proof.ts';
import { tellOwner } from '../../sign-in/tell-owner.ts';
import { tokenHash } from '../../sign-in/tokens.ts';
import { personById } from '../../store/people.ts';
import { makeMyToken, myTokens, revokeToken } from '../../store/api-tokens.ts';
import { accountPermission } from '../my-account/page.tsx';
import { tokenForm } from './form.ts';
import { m } from './messages.ts';
import { allTokensAddress, allTokensPage, tokensAddress } from './page.tsx';

/** More at once than any person's programs need: a page that forgets to reuse its token stops here. */
const mostTokens = 50;

/** Makes a token of the actor and shows it once. A token acts for its person as a sign-in does: it asks for the same fresh proof. */
export const makeTokenAction = (scopes: () => readonly ApiScope[], page: AnyPage) => defineAction({
  path: tokensAddress,
  permission: accountPermission,
  form: tokenForm,
  page,
  async run(tx, { input, actor, cookies, services }) {
    if (!(await hasFreshProof(tx, services, cookies))) return ok(proveFirst(actor, tokensAddress));
    const today = localDate(services.clock.today());
    const known = new Set(scopes().map((scope) => scope.key));
    if (input.scopes.some((scope) => !known.has(scope))) return fail('UNKNOWN_SCOPE', m.words('unknownScope'), { fields: { scopes: m.words('unknownScope') } });
    if (input.expiresOn < today) return fail('EXPIRY', m.words('past'), { fields: { expiresOn: m.words('past') } });
    const last = addDays(today, await readSetting(tx, longestTokenDays));
    if (input.expiresOn > last) {
      const words = { th: m.words('tooLate', { day: formatDate(last) }).th, en: m.words('tooLate', { day: formatEnglishDate(last) }).en };
      return fail('EXPIRY', words, { fields: { expiresOn: words } });
    }
    const usable = (await myTokens(tx)).filter((token) => token.revokedAt === null && token.expiresOn >= today).length;
    if (usable >= mostTokens) return fail('TOO_MANY_TOKENS', m.words('tooMany', { n: usable }));
    const token = newApiToken();
    const id = await makeMyToken(tx, { name: input.name, hash: tokenHash(token), ending: token.slice(-4), scopes: input.scopes, expiresOn: input.expiresOn }, services.clock.now());
    if (id === undefined) return fail('NO_ACCOUNT', m.words('noAccount'));
    await tellOwner(tx, services, { id: actor.id, name: actor.name, email: (await personById(tx, actor.id))?.email ?? null }, m.words('told', { name: input.name }));
    return ok({
      audit: { action: 'organisation.api-token-made', subject: { type: 'organisation.person', id: actor.id }, detail: { id, name: input.name, scopes: input.scopes, expiresOn: input.expiresOn } },
      goTo: tokensAddress,
      shownOnce: token,
    });
  },
});

async function revoke(tx: Tx, id: number, own: boolean, now: Date, goTo: string): Promise<Result<ActionOutcome>> {
  const revoked = await revokeToken(tx, id, own, now);
  if (!revoked) return notFound();
  return ok({
    audit: { action: 'organisation.api-token-revoked', subject: { type: 'organisation.person', id: revoked.personId }, detail: { id, name: revoked.name } },
    goTo,
    flash: m.words('revokedDone', { name: revoked.name }),
  });
}

export const revokeMyTokenAction = (page: AnyPage) => defineAction({
  path: `${tokensAddress}/:id/revoke`,
  permission: accountPermission,
  params: idParams,
  form: emptyForm,
  page,
  run: (tx, { params, services }) => revoke(tx, params.id, true, services.clock.now(), tokensAddress),
});

/** Ends the token of anybody, for those who keep accounts. */
export const revokeTokenAction = defineAction({
  path: `${allTokensAddress}/:id/revoke`,
  permission: 'organisation.manage-accounts',
  params: idParams,
  form: emptyForm,
  page: allTokensPage,
  run: (tx, { params, services }) => revoke(tx, params.id, false, services.clock.now(), allTokensAddress),
});
