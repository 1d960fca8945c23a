import { describe, expect, test } from 'vitest';
import { isStrong, readClaim, wantedClaims } from './providers.ts';

const byNumber = { matchBy: 'national-id', matchClaim: 'pid' } as const;
const byMail = { matchBy: 'email', matchClaim: 'email' } as const;

describe('the claim that finds a person', () => {
  test('a national ID is taken with its right check digit, however it is written', () => {
    expect(readClaim(byNumber, { pid: '1234567890121' })).toEqual({ nationalId: '1234567890121' });
    expect(readClaim(byNumber, { pid: '1-2345-67890-12-1' })).toEqual({ nationalId: '1234567890121' });
    expect(readClaim(byNumber, { pid: '1234567890122' })).toEqual({ trouble: 'bad-number' });
    expect(readClaim(byNumber, { pid: 1234567890121 })).toEqual({ trouble: 'no-claim' });
    expect(readClaim(byNumber, { email: 'a@b.example' })).toEqual({ trouble: 'no-claim' });
  });

  test('an address is taken only where the provider says that it is verified', () => {
    expect(readClaim(byMail, { email: ' a@b.example ', email_verified: true })).toEqual({ email: 'a@b.example' });
    for (const verified of [false, 'true', 1, undefined, null]) expect(readClaim(byMail, { email: 'a@b.example', email_verified: verified })).toEqual({ trouble: 'unverified' });
    expect(readClaim(byMail, { email: '', email_verified: true })).toEqual({ trouble: 'no-claim' });
    expect(readClaim({ matchBy: 'email', matchClaim: 'mail' }, { mail: 'a@b.example', email_verified: true })).toEqual({ trouble: 'unverified' });
  });

  test('what is needed is asked for', () => {
    expect(wantedClaims(byNumber)).toEqual(['pid']);
    expect(wantedClaims(byMail)).toEqual(['email', 'email_verified']);
  });
});

test('a sign-in is strong only by an agreed value of amr or acr', () => {
  expect(isStrong(['otp', 'mfa'], { amr: ['pwd', 'otp'] })).toBe(true);
  expect(isStrong(['urn:example:2'], { acr: 'urn:example:2' })).toBe(true);
  expect(isStrong(['otp'], { amr: ['pwd'], acr: 'otpish' })).toBe(false);
  expect(isStrong([], { amr: ['mfa'], acr: 'mfa' })).toBe(false);
  expect(isStrong(['mfa'], {})).toBe(false);
});
