import type { SecurityLink } from '../../sign-in/security-links.ts';
import { myPasskeys } from '../../store/passkeys.ts';
import { m } from './messages.ts';

/** The line of passkeys on the page of security. A passkey asks for its user, so it stands for a second factor too. */
export const passkeysLink: SecurityLink = {
  href: '/account/security/passkeys',
  title: m.words('title'),
  isSecondFactor: true,
  async state(tx) {
    const { length } = await myPasskeys(tx);
    return { words: length === 0 ? m.words('linkNone') : m.words('linkState', { n: length }), inUse: length > 0 };
  },
};
