import { parseNationalId } from '../../../thai/index.ts';

/** Why a sign-in at a provider came to nothing; the sign-in page has words for each. */
export const providerTroubles = [
  'unreachable', 'refused', 'cancelled', 'closed', 'secret', 'unknown', 'expired', 'used', 'no-claim', 'bad-number', 'unverified', 'nobody', 'several', 'no-account', 'linked-otherwise', 'unlinked', 'taken',
] as const;
export type ProviderTrouble = (typeof providerTroubles)[number];

type Claims = Readonly<Record<string, unknown>>;

/** What a claim says of a person, checked: a whole national ID, or an address that the provider has verified. */
export type ReadClaim = { readonly nationalId: string } | { readonly email: string } | { readonly trouble: ProviderTrouble };

/**
 * The claim that finds a person. An address counts only where the provider says in `<claim>_verified` that it is
 * verified, and a number only with its right check digit.
 */
export function readClaim(provider: { readonly matchBy: 'national-id' | 'email'; readonly matchClaim: string }, claims: Claims): ReadClaim {
  const told = claims[provider.matchClaim];
  if (typeof told !== 'string' || told.trim() === '') return { trouble: 'no-claim' };
  if (provider.matchBy === 'national-id') {
    const parsed = parseNationalId(told);
    return parsed.ok ? { nationalId: parsed.value } : { trouble: 'bad-number' };
  }
  return claims[`${provider.matchClaim}_verified`] === true ? { email: told.trim() } : { trouble: 'unverified' };
}

/** Whether the provider says, by one of the agreed values of `amr` or `acr`, that it asked for a second factor. */
export function isStrong(strongValues: readonly string[], { amr, acr }: Claims): boolean {
  const told = [amr, acr].flat().filter((value) => typeof value === 'string');
  return told.some((value) => strongValues.includes(value));
}

/** Claims that are needed of a provider, so that they are asked for where the ID token lacks one. */
export function wantedClaims({ matchBy, matchClaim }: { readonly matchBy: 'national-id' | 'email'; readonly matchClaim: string }): string[] {
  return matchBy === 'email' ? [matchClaim, `${matchClaim}_verified`] : [matchClaim];
}
